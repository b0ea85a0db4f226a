import { cached, hangOn } from '#cache'
import { ask, categoryIn } from '#catalogue/catalogue'
import type { Found, FoundFacet } from '#catalogue/found'
import { markets, type Locale, type Market } from '#domain/markets'
import {
  facetNames,
  type FacetName,
  type FacetValue,
  type ListingQuery,
  type ListingView,
} from '#domain/views'
import { getCards, money } from './cards'
import { currentCatalogue } from './catalogue'
import { findCategory } from './categories'
import { facetLabel, facetPlace } from '#catalogue/facet-words'
import { listingSql } from './listing-sql'
import { memoryCards } from './memory-cards'
import { readTerms, searchedCatalogue } from './search'
import { rowsOf } from './sql'

/**
 * One page of products with the counts of every facet: a facet's own selection does not narrow its own counts, a
 * size counts products that have a pair in it, and values of the category or search that the other filters leave
 * empty stay with 0. Undefined for an unknown category. What is kept as a page must be as new as the database; an answer for
 * one visitor may be `age` milliseconds old.
 */
export async function getListing(query: ListingQuery, age = 0): Promise<ListingView | undefined> {
  const read = () => readListing(query, age)
  if (age > 0) return read()
  if (isCommon(query)) return cached(['listing', JSON.stringify(query)], ['catalogue'], read)
  await hangOn('catalogue')
  return read()
}

/** Pages that many people open. The rest would fill the cache with answers that nobody asks for again. */
function isCommon(query: ListingQuery): boolean {
  const chosen = facetNames.reduce((count, facet) => count + query[facet].length, 0)
  return (
    !query.q && query.minPrice === undefined && query.maxPrice === undefined && chosen <= 1 && query.page <= 5
  )
}

async function readListing(query: ListingQuery, age: number): Promise<ListingView | undefined> {
  const market = markets[query.market]
  const q = query.q?.trim()
  const catalogue = await (q ? searchedCatalogue(age) : currentCatalogue(age))
  const category =
    query.category === undefined
      ? undefined
      : catalogue
        ? categoryIn(catalogue, query.category)
        : await findCategory(market, query.category)
  if (query.category !== undefined && !category) return undefined
  const found = catalogue
    ? ask(catalogue, {
        currency: market.currency,
        locale: market.locale,
        query,
        now: Date.now(),
        ...(category && { category }),
        ...(q && { terms: await readTerms(catalogue, q) }),
      })
    : (await rowsOf<Found>(listingSql(market, query, category)))[0]
  const ids = found?.ids ?? []
  return {
    total: found?.total ?? 0,
    page: query.page,
    limit: query.limit,
    products: catalogue ? memoryCards(catalogue, market, ids) : await getCards(market, ids),
    facets: toFacets(found?.facets ?? [], market),
    ...rangeOf(found?.prices, market),
  }
}

const rangeOf = (prices: Found['prices'] | undefined, market: Market): Pick<ListingView, 'priceRange'> =>
  prices && prices.min !== null && prices.max !== null
    ? { priceRange: { min: money(prices.min, market), max: money(prices.max, market) } }
    : {}

const collators = new Map<Locale, Intl.Collator>()

function collatorOf(locale: Locale): Intl.Collator {
  const known = collators.get(locale) ?? new Intl.Collator(locale)
  collators.set(locale, known)
  return known
}

function toFacets(found: readonly FoundFacet[], market: Market): Record<FacetName, FacetValue[]> {
  const { compare } = collatorOf(market.locale)
  const of = (facet: FacetName): FacetValue[] =>
    found
      .filter((row) => row.facet === facet)
      .toSorted((a, b) => order(a) - order(b) || compare(a.label, b.label))
      .map(({ value, label, labels, count }) => ({
        value,
        label: facetLabel(facet, value, label, market.locale),
        ...(labels ? { labels } : {}),
        count,
      }))
  return Object.fromEntries(facetNames.map((facet) => [facet, of(facet)])) as Record<FacetName, FacetValue[]>
}

const order = ({ facet, value, rank }: FoundFacet): number =>
  facet === 'size' || facet === 'brand' ? rank : facetPlace(facet, value)
