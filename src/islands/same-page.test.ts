import { expect, test } from 'vitest'
import { samePage } from './same-page'

const origin = 'https://shop.example'
const named = new Map([
  ['en', `${origin}/p/a`],
  ['de', `${origin}/de/p/a`],
])
const eu = { market: 'eu', hreflang: 'en' }
const de = { market: 'de', hreflang: 'de' }
const us = { market: 'us', hreflang: 'en-US' }

test('a search keeps its words in another market', () => {
  const search = { named: new Map(), search: '?q=derby' }
  expect(samePage(de, { own: 'eu', pathname: '/search', ...search })).toBe('/de/search?q=derby')
  expect(samePage(eu, { own: 'de', pathname: '/de/search', ...search })).toBe('/search?q=derby')
  expect(samePage(us, { own: 'de', pathname: '/de/search', ...search })).toBe('/us/search?q=derby')
})

test('a page that names its addresses leads to them, and home in a market that does not have it', () => {
  const page = { own: 'uk', named, pathname: '/uk/p/a', search: '?x=1' }
  expect(samePage(de, page)).toBe('/de/p/a?x=1')
  expect(samePage(eu, page)).toBe('/p/a?x=1')
  expect(samePage(us, page)).toBe('/us')
})

test('home leads home', () => {
  const home = { named: new Map(), search: '' }
  expect(samePage(eu, { own: 'de', pathname: '/de', ...home })).toBe('/')
  expect(samePage(us, { own: 'de', pathname: '/de', ...home })).toBe('/us')
  expect(samePage(de, { own: 'eu', pathname: '/', ...home })).toBe('/de')
})
