import type { Currency } from '#domain/markets'
import type { ListingQuery } from '#domain/views'
import { codedFacets, type CodedFacet, type Columns, type Dictionary } from './columns'
import { orderOf, type Orders } from './orders'
import { brandSet, codedSet, newIn, pairSet, reducedIn, sizeSet, stockSet, type Span } from './scope'
import { leave, newSet, put, unionOf, type PlaceSet } from './sets'

/** A bit for each filter that a product may fail. */
export const failing = {
  offer: 1,
  price: 2,
  brand: 4,
  special: 8,
  colour: 16,
  segment: 32,
  material: 64,
  closure: 128,
  heel: 256,
  feature: 512,
} as const

const dearest = Number.MAX_SAFE_INTEGER - 1

/** A chosen facet: who passes it. */
export interface Filter {
  bit: number
  passing: PlaceSet
}

/** What a size and width of a product have to be to be counted. */
export interface OfferTest {
  mustBeHere: boolean
  sizes: Uint32Array | undefined
  widths: ReadonlySet<number> | undefined
}

export function offerTest(columns: Columns, query: ListingQuery): OfferTest {
  const { size, width, inStock } = query
  const sizes = new Uint32Array((columns.sizes.values.length + 31) >> 5)
  for (const value of size) {
    const place = columns.sizes.places.get(value)
    if (place !== undefined) put(sizes, place)
  }
  return {
    mustBeHere: size.length > 0 || inStock === true,
    sizes: size.length > 0 ? sizes : undefined,
    widths:
      width.length > 0
        ? new Set(width.map((value) => (columns.widths.places.get(value) ?? -2) + 1))
        : undefined,
  }
}

const placesOf = ({ places }: Dictionary, values: readonly string[]): number[] =>
  values.flatMap((value) => places.get(value) ?? [])

/** Products with a pair in one of the sizes, or in any where none is chosen. */
function hereIn(columns: Columns, currency: Currency, sizes: readonly string[]): PlaceSet {
  if (sizes.length === 0) return stockSet(columns, currency)
  return unionOf(
    columns,
    placesOf(columns.sizes, sizes).map((place) => sizeSet(columns, currency, place)),
  )
}

/** Products with one of the sizes, or any, in one of the widths; in stock where a size is chosen or stock is. */
function pairedWith(columns: Columns, currency: Currency, { size, width, inStock }: ListingQuery): PlaceSet {
  const sizes = size.length > 0 ? placesOf(columns.sizes, size) : [undefined]
  const mustBeHere = size.length > 0 || inStock === true
  return unionOf(
    columns,
    placesOf(columns.widths, width).flatMap((width) =>
      sizes.map((size) => pairSet(columns, currency, { size, width, mustBeHere })),
    ),
  )
}

function codedIn(columns: Columns, facet: CodedFacet, chosen: readonly string[]): PlaceSet {
  const { places } = columns.codes[facet]
  return unionOf(
    columns,
    chosen.flatMap((value) => {
      const place = places.get(value)
      return place === undefined ? [] : [codedSet(columns, facet, place)]
    }),
  )
}

function brandIn(columns: Columns, chosen: readonly string[]): PlaceSet {
  const slugs = new Set(chosen)
  return unionOf(
    columns,
    columns.brands.values.flatMap((id, place) =>
      slugs.has(columns.brandSlugs.get(id) ?? '') ? [brandSet(columns, place)] : [],
    ),
  )
}

/** Products whose price lies within, from those in the order of their prices. */
function pricedIn({ columns, orders }: Kept, currency: Currency, low: number, high: number): PlaceSet {
  const { price } = columns.priced[currency]
  const order = orderOf(columns, orders, `price ${currency}`)
  const before = (limit: number): number => {
    let from = 0
    let to = order.length
    while (from < to) {
      const middle = (from + to) >> 1
      if ((price[order[middle] ?? 0] ?? -1) < limit) from = middle + 1
      else to = middle
    }
    return from
  }
  const [from, to] = [before(low), before(high + 1)]
  const isMost = to - from > order.length / 2
  const set = newSet(columns)
  if (isMost) set.fill(-1)
  const flip = isMost ? leave : put
  const [outside, inside] = [[order.subarray(0, from), order.subarray(to)], [order.subarray(from, to)]]
  for (const part of isMost ? outside : inside) for (const at of part) flip(set, at)
  return set
}

interface Kept {
  columns: Columns
  orders: Orders
}

/** What sets tell of the filters that are chosen; sizes and widths are one, since they have to stand together. */
export function filtersOf(
  { columns, orders }: Kept,
  { currency, query, span }: { currency: Currency; query: ListingQuery; span: Span },
): Filter[] {
  const { brand, offer, size, width, inStock, minPrice, maxPrice } = query
  const filters: Filter[] = []
  if (brand.length > 0) filters.push({ bit: failing.brand, passing: brandIn(columns, brand) })
  for (const facet of codedFacets)
    if (query[facet].length > 0)
      filters.push({ bit: failing[facet], passing: codedIn(columns, facet, query[facet]) })
  if (minPrice !== undefined || maxPrice !== undefined) {
    const passing = pricedIn({ columns, orders }, currency, minPrice ?? 0, maxPrice ?? dearest)
    filters.push({ bit: failing.price, passing })
  }
  if (offer.length > 0) {
    const chosen = [
      ...(offer.includes('new') ? [newIn(columns, span)] : []),
      ...(offer.includes('reduced') ? [reducedIn(columns, currency)] : []),
    ]
    filters.push({ bit: failing.special, passing: unionOf(columns, chosen) })
  }
  if (width.length > 0) filters.push({ bit: failing.offer, passing: pairedWith(columns, currency, query) })
  else if (size.length > 0 || inStock)
    filters.push({ bit: failing.offer, passing: hereIn(columns, currency, size) })
  return filters
}
