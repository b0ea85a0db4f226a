import type { Currency } from '#domain/markets'
import type { ListingQuery } from '#domain/views'
import { codedFacets, type BitColumn, type CodedFacet, type Columns, type Dictionary } from './columns'
import { isNew, isReduced, offersOf, type Span } from './scope'

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
const outside = 1024

export interface Counts {
  /** For each product: which filters it fails; 0 is in the listing. */
  fails: Uint16Array
  total: number
  coded: Record<CodedFacet, Uint32Array>
  brands: Uint32Array
  /** Of `new` and `reduced`. */
  special: [number, number]
  sizes: Uint32Array
  /** From 1, as pairs name them. */
  widths: Uint32Array
  lowest: number | null
  highest: number | null
}

interface Coded {
  bit: number
  column: Uint32Array
  counts: Uint32Array
}

const specials: Readonly<Record<string, number>> = { new: isNew, reduced: isReduced }

function maskOf(chosen: readonly string[], { places }: Dictionary): number {
  let mask = 0
  for (const value of chosen) {
    const place = places.get(value)
    if (place !== undefined) mask |= 1 << place
  }
  return mask
}

function bitsOf(chosen: readonly string[], { places }: Dictionary, stride: number): Uint32Array {
  const bits = new Uint32Array(stride)
  for (const value of chosen) {
    const place = places.get(value)
    if (place !== undefined && place >> 5 < stride)
      bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31))
  }
  return bits
}

const hasBit = (bits: Uint32Array, place: number): boolean =>
  ((bits[place >> 5] ?? 0) & (1 << (place & 31))) !== 0

interface OfferTest {
  mustBeHere: boolean
  sizes: Uint32Array | undefined
  widths: ReadonlySet<number> | undefined
}

function offerTest(columns: Columns, query: ListingQuery, stride: number): OfferTest {
  return {
    mustBeHere: query.size.length > 0 || query.inStock === true,
    sizes: query.size.length > 0 ? bitsOf(query.size, columns.sizes, stride) : undefined,
    widths:
      query.width.length > 0
        ? new Set(query.width.map((value) => (columns.widths.places.get(value) ?? -2) + 1))
        : undefined,
  }
}

/** Whether one size of a product fits size, width and stock together. */
function hasOffer(here: BitColumn, own: Uint16Array | undefined, at: number, test: OfferTest): boolean {
  const { sizes, widths, mustBeHere } = test
  if (!widths) {
    if (!mustBeHere) return true
    for (let word = 0, from = at * here.stride; word < here.stride; word += 1)
      if ((here.words[from + word] ?? 0) & (sizes ? (sizes[word] ?? 0) : -1)) return true
    return false
  }
  if (!own) return false
  for (let pair = 0; pair < own.length; pair += 3)
    if (
      (!sizes || hasBit(sizes, own[pair] ?? 0)) &&
      widths.has(own[pair + 1] ?? 0) &&
      (!mustBeHere || own[pair + 2])
    )
      return true
  return false
}

/**
 * Counts over the products of a scope in one pass: who fails nothing counts in every facet, who fails one filter only in
 * that facet, who fails two nowhere. So a facet's own selection does not narrow its own counts.
 */
export function count(
  columns: Columns,
  currency: Currency,
  query: ListingQuery,
  { places, span }: { places: Uint32Array; span: Span },
): Counts {
  const { price, reduced, here, pairs } = columns.priced[currency]
  const counts = noCounts(columns)
  const { fails, brands, special } = counts
  const test = offerTest(columns, query, here.stride)
  const { mustBeHere } = test
  const coded: Coded[] = codedFacets.map((facet) => ({
    bit: failing[facet],
    column: columns.coded[facet],
    counts: counts.coded[facet],
  }))
  const filters = codedFacets
    .filter((facet) => query[facet].length > 0)
    .map((facet) => ({
      bit: failing[facet],
      column: columns.coded[facet],
      mask: maskOf(query[facet], columns.codes[facet]),
    }))
  const chosenBrands = brandsOf(columns, query)
  const brandColumn = columns.brand
  const chosenSpecial = query.offer.reduce((mask, value) => mask | (specials[value] ?? 0), 0)
  const isSpecial = query.offer.length > 0
  const low = query.minPrice ?? 0
  const high = query.maxPrice ?? Number.MAX_SAFE_INTEGER
  const testsOffers = mustBeHere || test.widths !== undefined
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  for (const at of places) {
    let failed = 0
    for (const { bit, column, mask } of filters) if (!((column[at] ?? 0) & mask)) failed |= bit
    if (failed & (failed - 1)) continue
    const amount = price[at] ?? -1
    if (amount < low || amount > high) failed |= failing.price
    const brand = brandColumn[at] ?? 0
    if (chosenBrands && !chosenBrands[brand]) failed |= failing.brand
    if (failed & (failed - 1)) continue
    const specialHere = offersOf(columns, reduced, at, span)
    if (isSpecial && !(specialHere & chosenSpecial)) failed |= failing.special
    if (testsOffers && !(failed & (failed - 1)) && !hasOffer(here, pairs[at], at, test))
      failed |= failing.offer
    if (failed & (failed - 1)) continue
    fails[at] = failed
    for (const facet of coded) {
      if (failed && failed !== facet.bit) continue
      const own = facet.counts
      for (let mask = facet.column[at] ?? 0; mask; mask &= mask - 1) {
        const place = 31 - Math.clz32(mask & -mask)
        own[place] = (own[place] ?? 0) + 1
      }
    }
    if (!failed) counts.total += 1
    if (!failed || failed === failing.brand) brands[brand] = (brands[brand] ?? 0) + 1
    if (specialHere && (!failed || failed === failing.special)) {
      if (specialHere & isNew) special[0] += 1
      if (specialHere & isReduced) special[1] += 1
    }
    if (!failed || failed === failing.price) {
      if (amount < lowest) lowest = amount
      if (amount > highest) highest = amount
    }
    if (failed & ~failing.offer) continue
    if (!test.widths) tallySizes(counts.sizes, here, at)
    const own = pairs[at]
    if (own) tallyPairs(counts, own, test)
  }
  if (lowest <= highest) [counts.lowest, counts.highest] = [lowest, highest]
  return counts
}

function brandsOf(columns: Columns, query: ListingQuery): Uint8Array | undefined {
  if (query.brand.length === 0) return undefined
  const chosen = new Set(query.brand)
  return Uint8Array.from(columns.brands.values, (id) =>
    chosen.has(columns.brandSlugs.get(id) ?? '') ? 1 : 0,
  )
}

function noCounts(columns: Columns): Counts {
  const coded = (facet: CodedFacet) => new Uint32Array(columns.codes[facet].values.length)
  return {
    fails: new Uint16Array(columns.used).fill(outside),
    total: 0,
    coded: {
      colour: coded('colour'),
      segment: coded('segment'),
      material: coded('material'),
      closure: coded('closure'),
      heel: coded('heel'),
      feature: coded('feature'),
    },
    brands: new Uint32Array(columns.brands.values.length),
    special: [0, 0],
    sizes: new Uint32Array(columns.sizes.values.length),
    widths: new Uint32Array(columns.widths.values.length + 1),
    lowest: null,
    highest: null,
  }
}

function tallySizes(sizes: Uint32Array, { stride, words }: BitColumn, at: number): void {
  for (let word = 0, from = at * stride; word < stride; word += 1)
    for (let mask = words[from + word] ?? 0; mask; mask &= mask - 1) {
      const place = word * 32 + 31 - Math.clz32(mask & -mask)
      sizes[place] = (sizes[place] ?? 0) + 1
    }
}

/** Each size and width of one product once, however often it is there. */
function tallyPairs({ sizes, widths }: Counts, own: Uint16Array, test: OfferTest): void {
  const sizesSeen = new Set<number>()
  const widthsSeen = new Set<number>()
  for (let pair = 0; pair < own.length; pair += 3) {
    const size = own[pair] ?? 0
    const width = own[pair + 1] ?? 0
    const isHere = own[pair + 2]
    if (test.widths?.has(width) && isHere) sizesSeen.add(size)
    if (width > 0 && (!test.sizes || hasBit(test.sizes, size)) && (!test.mustBeHere || isHere))
      widthsSeen.add(width)
  }
  for (const size of sizesSeen) sizes[size] = (sizes[size] ?? 0) + 1
  for (const width of widthsSeen) widths[width] = (widths[width] ?? 0) + 1
}
