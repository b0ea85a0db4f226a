import fc from 'fast-check'
import { expect, test } from 'vitest'
import { facetNames, isFacetValue } from '../domain/choice-words.mjs'
import { marketIds, marketPath } from '../domain/markets.ts'
import { readSearch, searchPath } from '../domain/search-question.ts'
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
  ['size=42,42,41,<b>&q=', '/search?size=41%2C42'],
  [`q=${'a'.repeat(5_000)}`, `/search?q=${'a'.repeat(100)}`],
  [`q=${'a'.repeat(99)}%F0%9F%91%9E`, `/search?q=${'a'.repeat(99)}`],
  ['q=%', '/search?q=%25'],
  ['q=%00', '/search'],
  ['', '/search'],
  ['sort=price', '/search'],
  ['page=3', '/search'],
  ['sort=price&q=derby&colour=black,brown', '/search?q=derby&colour=black%2Cbrown&sort=price'],
  ['colour=brown,black&q=derby', '/search?q=derby&colour=black%2Cbrown'],
  ['q=derby&sort=relevance', '/search?q=derby'],
  ['q=derby&sort=popular', '/search?q=derby'],
  ['q=derby&sort=constructor', '/search?q=derby'],
  ['q=derby&sort=__proto__', '/search?q=derby'],
  ['q=derby&price=9900-25000', '/search?q=derby&price=9900-25000'],
  ['q=derby&price=-', '/search?q=derby'],
  ['q=derby&price=1e3-', '/search?q=derby'],
  ['q=derby&in-stock=yes', '/search?q=derby&in-stock=yes'],
  ['q=derby&brand=../../x,__proto__', '/search?q=derby'],
])('%s is asked under %s', (query, address) => expect(questions.of('/search', query)).toBe(address))

test('whatever is asked, the page reads of the one spelling what it reads of any, and the spelling is its own', () => {
  const value = fc.oneof(fc.constantFrom('42', ' 42', '42.5', '42-2-3', 'x', 'a'.repeat(60)), word)
  const values = fc.array(value, { maxLength: 60 }).map(String)
  const facets = fc.record(Object.fromEntries(facetNames.map((name) => [name, values])))
  const others = fc.record({
    q: word,
    page: fc.oneof(fc.constantFrom('1', '02', '0', '-1', '1e3', ' 7'), word),
    price: fc.oneof(fc.constantFrom('1-', '-2', '3-4', '999999999-999999999'), word),
    sort: fc.oneof(fc.constantFrom('price', 'price-desc', 'newest', 'relevance'), word),
    'in-stock': fc.oneof(fc.constantFrom('yes'), word),
    other: word,
  })
  fc.assert(
    fc.property(facets, others, (chosen, other) => {
      const query = new URLSearchParams({ ...other, ...chosen }).toString()
      const address = questions.of('/search', query)
      const canonical = address.slice('/search?'.length)
      const asked = (text) => readSearch(Object.fromEntries(new URLSearchParams(text)))
      expect(asked(canonical)).toEqual(asked(query))
      expect(questions.of('/search', canonical)).toBe(address)
      expect(searchPath(asked(query))).toBe(address)
      expect(facetNames.flatMap((name) => asked(query).choice[name]).every(isFacetValue)).toBe(true)
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
