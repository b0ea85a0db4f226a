import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { noChoice, type ListingChoice } from '#domain/listing-path'
import { inCategory, inSearch, type ListingPlace } from '#domain/listing-place'
import { markets } from '#domain/markets'
import { facetNames, type ListingView } from '#domain/views'
import { wordsIn } from '../app/words'
import { Listing } from './listing'

const shop = { market: markets.de, t: wordsIn('de') }
const none = Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as ListingView['facets']
const black = { value: 'black', label: 'Schwarz', count: 1 }
const listing: ListingView = {
  total: 60,
  page: 1,
  limit: 24,
  products: [],
  facets: { ...none, colour: [black, { value: 'brown', label: 'Braun', count: 2 }] },
}

const draw = (
  place: ListingPlace,
  { total = 60, ...choice }: Partial<ListingChoice> & { total?: number } = {},
): string =>
  renderToStaticMarkup(
    <Listing
      shop={shop}
      place={place}
      choice={{ ...noChoice, ...choice }}
      listing={{ ...listing, total }}
      name="Derby"
    />,
  )
const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)

test('a search has the filters, orders, chips and pages of a category, at its own addresses', () => {
  const html = draw(inSearch('grüne derbys'), { colour: ['black'], sort: 'relevance', page: 2 })
  const q = '/de/search?q=gr%C3%BCne+derbys'
  expect(html.match(/<input type="hidden" name="q" value="grüne derbys"/g)).toHaveLength(2)
  expect(html).not.toContain('name="category"')
  expect(html).toMatch(/<option value="relevance" selected="">/)
  expect(html).not.toContain('value="popular"')
  expect(hrefs(html)).toEqual([
    q,
    q,
    q,
    `${q}&amp;colour=black`,
    `${q}&amp;colour=black`,
    `${q}&amp;colour=black&amp;page=2`,
    `${q}&amp;colour=black&amp;page=3`,
    `${q}&amp;colour=black&amp;page=3`,
  ])
})

test('a category keeps its addresses and has no order by words', () => {
  const html = draw(inCategory('men'), { colour: ['black'] })
  expect(html.match(/<input type="hidden" name="category" value="men"/g)).toHaveLength(2)
  expect(html).toMatch(/<option value="popular" selected="">/)
  expect(html).not.toContain('value="relevance"')
  expect(hrefs(html)).toContain('/de/c/men/f/colour-black/page-2')
})

test('the order that was chosen stays when something is filtered', () => {
  expect(draw(inSearch('derby'), { sort: 'price' })).toContain(
    '<input type="hidden" name="sort" value="price"',
  )
  expect(draw(inSearch('derby'), { sort: 'relevance' })).not.toContain('type="hidden" name="sort"')
})

test('what an address asks besides boxes is counted, kept by both forms and taken away by its chip', () => {
  const html = draw(inSearch('derby'), {
    sort: 'relevance',
    colour: ['black'],
    maxPrice: 20_000,
    inStock: true,
  })
  expect(html).toContain('Filter, 3')
  expect(html.match(/<input type="hidden" name="inStock" value="1"/g)).toHaveLength(2)
  expect(html).toMatch(/href="\/de\/search\?q=derby&amp;colour=black&amp;price=-20000"[^>]*><span>Vorrätig</)
  expect(html).toContain('<span>Bis 200\u00a0€</span>')
  expect(draw(inSearch('derby'))).not.toContain('inStock')
})

/** The words of each chip, once where every system says the same, and where it leads. */
const chips = (html: string) =>
  [...html.matchAll(/class="chip[^"]*" href="([^"]*)"[^>]*><span>(.*?)<svg/g)].map(([, href, words = '']) => [
    words
      .replace(/<span class="in-eu">(.*?)<\/span>(<span class="in-..">\1<\/span>){3}/, '$1')
      .replace('</span>', ''),
    href,
  ])

test('a value without a name is not shown: one chip of its facet takes all such values away', () => {
  const html = draw(inCategory('men'), { colour: ['black', 'rabbit', 'zzz'], size: ['42', 'zzz'] })
  expect(chips(html)).toEqual([
    ['Größe 42', '/de/c/men/f/size-zzz/colour-black,rabbit,zzz'],
    ['Größe: nicht vorhanden', '/de/c/men/f/size-42/colour-black,rabbit,zzz'],
    ['Schwarz', '/de/c/men/f/size-42,zzz/colour-rabbit,zzz'],
    ['Farbe: nicht vorhanden', '/de/c/men/f/size-42,zzz/colour-black'],
  ])
})

test('a size that is not made here is shown as it is written on a shoe', () => {
  const html = draw(inCategory('men'), { size: ['51.5', '52-2-3'] })
  expect(chips(html).map(([words]) => words)).toEqual(['Größe 51.5', 'Größe 52⅔'])
})

test('where a choice leaves nothing there is a way back to all; past the end one to the first page', () => {
  const place = inSearch('derby')
  expect(draw(place, { colour: ['black'], total: 0 })).toContain(
    'href="/de/search?q=derby">Alles ansehen: Derby',
  )
  expect(draw(place, { colour: ['black'], page: 1_000_000 })).toMatch(
    /href="\/de\/search\?q=derby&amp;colour=black">Zur ersten Seite/,
  )
})
