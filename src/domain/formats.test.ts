import { expect, test } from 'vitest'
import { dateFormat, numberFormat, regionNames } from './formats'

test('a format is made once for its locale and options', () => {
  const options = { dateStyle: 'long', timeZone: 'Europe/Rome' } as const
  expect(dateFormat('it-IT', options)).toBe(dateFormat('it-IT', { ...options }))
  expect(dateFormat('it-IT', options)).not.toBe(dateFormat('it-IT', { ...options, timeZone: 'UTC' }))
  expect(numberFormat('de-DE')).not.toBe(numberFormat('de-DE', { style: 'percent' }))
  expect(regionNames('it-IT').of('AT')).toBe('Austria')
})

test.each([1, 2])('a zone that is none is refused, also when asked again (%i)', () => {
  expect(() => dateFormat('en', { timeZone: 'Nowhere' })).toThrow(RangeError)
})
