import { cached } from '#cache'
import { markets, type Market } from '#domain/markets'
import {
  facetNames,
  type FacetName,
  type FacetValue,
  type ListingQuery,
  type ListingView,
  type SizeLabels,
} from '#domain/views'
import { getCards, money } from './cards'
import { findCategory } from './categories'
import { facetLabel, facetPlace } from './facet-words'
import { listingSql } from './listing-sql'
import { rowsOf } from './sql'

export interface FoundFacet {
  facet: FacetName
  value: string
  label: string
  labels: SizeLabels | null
  rank: number
  count: number
}

interface Found {
  total: number
  ids: string[] | null
  facets: FoundFacet[] | null
  prices: { min: number | null; max: number | null }
}

/**
 * One page of products with the counts of every facet: a facet's own selection does not narrow its own counts, a
 * size counts products that have a pair in it, and values of the category or search that the other filters leave
 * empty stay with 0. Undefined for an unknown category.
 */
export async function getListing(query: ListingQuery): Promise<ListingView | undefined> {
  const read = () => readListing(query)
  return isCommon(query) ? cached(['listing', JSON.stringify(query)], ['catalogue'], read) : read()
}

/** Pages that many people open. The rest would fill the cache with answers that nobody asks for again. */
function isCommon(query: ListingQuery): boolean {
  const chosen = facetNames.reduce((count, facet) => count + query[facet].length, 0)
  return (
    !query.q && query.minPrice === undefined && query.maxPrice === undefined && chosen <= 1 && query.page <= 5
  )
}

async function readListing(query: ListingQuery): Promise<ListingView | undefined> {
  const market = markets[query.market]
  const category = query.category === undefined ? undefined : await findCategory(market, query.category)
  if (query.category !== undefined && !category) return undefined
  const [found] = await rowsOf<Found>(listingSql(market, query, category))
  return {
    total: found?.total ?? 0,
    page: query.page,
    limit: query.limit,
    products: await getCards(market, found?.ids ?? []),
    facets: toFacets(found?.facets ?? [], market),
    ...rangeOf(found?.prices, market),
  }
}

const rangeOf = (prices: Found['prices'] | undefined, market: Market): Pick<ListingView, 'priceRange'> =>
  prices && prices.min !== null && prices.max !== null
    ? { priceRange: { min: money(prices.min, market), max: money(prices.max, market) } }
    : {}

function toFacets(found: readonly FoundFacet[], market: Market): Record<FacetName, FacetValue[]> {
  const of = (facet: FacetName): FacetValue[] =>
    found
      .filter((row) => row.facet === facet)
      .toSorted((a, b) => order(a) - order(b) || a.label.localeCompare(b.label, market.locale))
      .map(({ value, label, labels, count }) => ({
        value,
        label: facetLabel(facet, value, label, market.locale),
        ...(labels ? { labels } : {}),
        count,
      }))
  return {
    size: of('size'),
    width: of('width'),
    colour: of('colour'),
    brand: of('brand'),
    segment: of('segment'),
    material: of('material'),
  }
}

const order = ({ facet, value, rank }: FoundFacet): number =>
  facet === 'size' || facet === 'brand' ? rank : facetPlace(facet, value)
