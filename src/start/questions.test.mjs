import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFacetValue } from '../domain/listing-path.ts'
import { marketIds, marketPath } from '../domain/markets.ts'
import { readSearch } from '../domain/search-question.ts'
import { questions } from './questions.mjs'

/** Made once, and not in the time of a test: all graphemes are told apart for it. */
const word = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary', maxLength: 120 }))

test.each([
  ['q=derby', '/search?q=derby'],
  ['q=%64erby&utm_source=x&fbclid=y', '/search?q=derby'],
  ['page=1&q=derby', '/search?q=derby'],
  ['q=+derby++shoe%0A', '/search?q=derby+shoe'],
  ['q=derby&q=boots', '/search?q=derby'],
  ['q=gru%CC%88n', '/search?q=gr%C3%BCn'],
  ['q=gr%c3%bcn', '/search?q=gr%C3%BCn'],
  ['page=0002&q=derby', '/search?q=derby&page=2'],
  ['q=derby&page=two', '/search?q=derby'],
  [`q=derby&page=${'9'.repeat(100)}`, '/search?q=derby&page=1000000'],
  ['size=42,42,41,<b>&q=', '/search?size=42%2C41'],
  [`q=${'a'.repeat(5_000)}`, `/search?q=${'a'.repeat(100)}`],
  [`q=${'a'.repeat(99)}%F0%9F%91%9E`, `/search?q=${'a'.repeat(99)}`],
  ['q=%', '/search?q=%25'],
  ['q=%00', '/search'],
  ['', '/search'],
  ['sort=price', '/search'],
])('%s is asked under %s', (query, address) => expect(questions.of('/search', query)).toBe(address))

test('whatever is asked, the page reads of the one spelling what it reads of any, and the spelling is its own', () => {
  const sizes = fc.array(fc.oneof(fc.constantFrom('42', ' 42', '42.5', '42-2-3', 'x'), word)).map(String)
  const page = fc.oneof(fc.constantFrom('1', '02', '0', '-1', '1e3', ' 7'), word)
  fc.assert(
    fc.property(word, sizes, page, word, (q, size, number, other) => {
      const query = new URLSearchParams({ other, page: number, size, q }).toString()
      const address = questions.of('/search', query)
      const canonical = address.slice('/search?'.length)
      const asked = (text) => readSearch(Object.fromEntries(new URLSearchParams(text)))
      expect(asked(canonical)).toEqual(asked(query))
      expect(questions.of('/search', canonical)).toBe(address)
      expect(asked(query).sizes.every(isFacetValue)).toBe(true)
      expect(address.length).toBeLessThan(1_500)
    }),
  )
})

test.each(marketIds)('a search in %s is a question', (id) =>
  expect(questions.of(marketPath(id, '/search'), 'q=a')).toBe(`${marketPath(id, '/search')}?q=a`),
)

test.each([
  '/',
  '/searches',
  '/search/',
  '/xx/search',
  '/c/search',
  '/p/search',
  '/eu/search',
  '/de/de/search',
])('%s is none', (path) => expect(questions.of(path, 'q=a')).toBeUndefined())
