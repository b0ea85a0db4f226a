import { expect, test } from 'vitest'
import { announcementIn } from './announcement'
import { markets } from './markets'

const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ')

test('each market reads its own amount, in its own money', () => {
  const line = 'Free from {free}. Really: {free}.'
  expect(plain(announcementIn(markets.eu, line, 15_000))).toBe('Free from € 150. Really: € 150.')
  expect(plain(announcementIn(markets.uk, line, 13_050))).toBe('Free from £ 130.50. Really: £ 130.50.')
  expect(plain(announcementIn(markets.de, line, 15_000))).toBe('Free from 150 €. Really: 150 €.')
})

test('what a market does not have is not promised; a line that promises nothing is always said', () => {
  expect(announcementIn(markets.us, 'Free from {free}.', undefined)).toBeUndefined()
  expect(announcementIn(markets.us, 'Open on Sunday.', undefined)).toBe('Open on Sunday.')
})
