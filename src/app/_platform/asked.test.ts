import { expect, test } from 'vitest'
import { isStandIn, readAsked, tagsOf } from './asked'

const pathOf = (...segments: string[]) => readAsked(segments)?.path

test('a page is asked for below its market', () => {
  expect(readAsked(['eu'])).toEqual({ market: 'eu', path: '' })
  expect(readAsked(['it', 'c', 'uomo', 'f', 'size-42.5'])).toEqual({
    market: 'it',
    path: '/c/uomo/f/size-42.5',
  })
})

test('an address that leaves the pages of the shop, or this server, is none', () => {
  for (const way of [
    '..',
    '.',
    '%2e%2e',
    '',
    '%2F',
    'a/b',
    'a%2Fb',
    '\\evil',
    '%5Cevil',
    'a%00b',
    '%zz',
    'a\nb',
  ])
    expect(pathOf('eu', way, 'api'), way).toBeUndefined()
  for (const market of ['', 'api', 'admin', '_next', 'fr', '//evil.example', 'constructor'])
    expect(readAsked([market, 'p']), market).toBeUndefined()
  expect(readAsked([])).toBeUndefined()
})

test('a segment is escaped once, whether it comes escaped or not', () => {
  expect(pathOf('eu', 'p', 'scarpé')).toBe('/p/scarp%C3%A9')
  expect(pathOf('eu', 'p', 'scarp%C3%A9')).toBe('/p/scarp%C3%A9')
  expect(pathOf('eu', 'p', 'a?b#c')).toBe('/p/a%3Fb%23c')
  expect(pathOf('eu', '@evil.example')).toBe('/%40evil.example')
})

test('every page depends on the site and the catalogue, one of a product on that product too', () => {
  expect(tagsOf({ market: 'eu', path: '' })).toEqual(['site', 'catalogue', 'categories', 'pages', 'products'])
  expect(tagsOf({ market: 'eu', path: '/p/albona/reviews/size-42' })).toContain('product:albona')
})

test('pages that stand in for others are none by their name', () => {
  expect(isStandIn({ market: 'it', path: '/not-found' })).toBe(true)
  expect(isStandIn({ market: 'it', path: '/not-found/x' })).toBe(false)
})
