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
  widths: Uint32Array
  lowest: number | null
  highest: number | null
}

interface Filter {
  bit: number
  column: Uint32Array
  mask: number
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

function bitsOf(chosen: readonly string[], { places }: Dictionary, { stride }: BitColumn): Uint32Array {
  const bits = new Uint32Array(stride)
  for (const value of chosen) {
    const place = places.get(value)
    if (place !== undefined && place >> 5 < stride)
      bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31))
  }
  return bits
}

interface OfferTest {
  mustBeHere: boolean
  sizes: Uint32Array | undefined
  widths: ReadonlySet<number> | undefined
}

const hasBit = (bits: Uint32Array, place: number): boolean =>
  ((bits[place >> 5] ?? 0) & (1 << (place & 31))) !== 0

function pairsFit(own: Uint16Array | undefined, { sizes, widths, mustBeHere }: OfferTest): boolean {
  if (!own) return false
  for (let at = 0; at < own.length; at += 3)
    if (
      (!sizes || hasBit(sizes, own[at] ?? 0)) &&
      (!widths || widths.has(own[at + 1] ?? 0)) &&
      (!mustBeHere || own[at + 2])
    )
      return true
  return false
}

/** Counts over the products of a scope in one pass. A facet's own selection does not narrow its own counts. */
export function count(
  columns: Columns,
  currency: Currency,
  query: ListingQuery,
  { inside, span }: { inside: Uint8Array; span: Span },
): Counts {
  const { price, reduced, here, pairs } = columns.priced[currency]
  const { stride } = here
  const { used } = columns
  const test: OfferTest = {
    mustBeHere: query.size.length > 0 || query.inStock === true,
    sizes: query.size.length > 0 ? bitsOf(query.size, columns.sizes, here) : undefined,
    widths:
      query.width.length > 0
        ? new Set(query.width.map((value) => (columns.widths.places.get(value) ?? -2) + 1))
        : undefined,
  }
  const filters: Filter[] = codedFacets
    .filter((facet) => query[facet].length > 0)
    .map((facet) => ({
      bit: failing[facet],
      column: columns.coded[facet],
      mask: maskOf(query[facet], columns.codes[facet]),
    }))
  const brands = brandsOf(columns, query)
  const special = query.offer.reduce((mask, value) => mask | (specials[value] ?? 0), 0)
  const low = query.minPrice ?? 0
  const high = query.maxPrice ?? Number.MAX_SAFE_INTEGER
  const counts = noCounts(columns)
  const { fails } = counts
  for (let at = 0; at < used; at += 1) {
    const amount = price[at] ?? -1
    if (!inside[at] || amount < 0) {
      fails[at] = outside
      continue
    }
    let failed = 0
    for (const { bit, column, mask } of filters) if (!((column[at] ?? 0) & mask)) failed |= bit
    // Who fails two filters counts nowhere.
    if (failed & (failed - 1)) {
      fails[at] = failed
      continue
    }
    if (amount < low || amount > high) failed |= failing.price
    if (brands && !brands[columns.brand[at] ?? 0]) failed |= failing.brand
    if (query.offer.length > 0 && !(offersOf(columns, reduced, at, span) & special)) failed |= failing.special
    if (failed & (failed - 1)) {
      fails[at] = failed
      continue
    }
    if (test.widths) {
      if (!pairsFit(pairs[at], test)) failed |= failing.offer
    } else if (test.mustBeHere) {
      let fits = false
      for (let word = 0; word < stride && !fits; word += 1)
        fits = ((here.words[at * stride + word] ?? 0) & (test.sizes ? (test.sizes[word] ?? 0) : -1)) !== 0
      if (!fits) failed |= failing.offer
    }
    fails[at] = failed
    if (failed & (failed - 1)) continue
    tally(columns, counts, { at, failed, amount, special: offersOf(columns, reduced, at, span) })
    if (!(failed & ~failing.offer)) tallyOffers(counts, { at, here, own: pairs[at], test })
  }
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
    fails: new Uint16Array(columns.used),
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

/** A product that fails nothing counts in every facet, one that fails a single filter only in that facet. */
function tally(
  { coded, brand }: Columns,
  counts: Counts,
  { at, failed, amount, special }: { at: number; failed: number; amount: number; special: number },
): void {
  if (!failed) counts.total += 1
  for (const facet of codedFacets) {
    if (failed && failed !== failing[facet]) continue
    const own = counts.coded[facet]
    for (let mask = coded[facet][at] ?? 0; mask; mask &= mask - 1) {
      const place = 31 - Math.clz32(mask & -mask)
      own[place] = (own[place] ?? 0) + 1
    }
  }
  if (!failed || failed === failing.brand) {
    const place = brand[at] ?? 0
    counts.brands[place] = (counts.brands[place] ?? 0) + 1
  }
  if (!failed || failed === failing.special) {
    if (special & isNew) counts.special[0] += 1
    if (special & isReduced) counts.special[1] += 1
  }
  if (!failed || failed === failing.price) {
    if (counts.lowest === null || amount < counts.lowest) counts.lowest = amount
    if (counts.highest === null || amount > counts.highest) counts.highest = amount
  }
}

function tallyOffers(
  { sizes, widths }: Counts,
  { at, here, own, test }: { at: number; here: BitColumn; own: Uint16Array | undefined; test: OfferTest },
): void {
  if (!test.widths) {
    for (let word = 0; word < here.stride; word += 1)
      for (let mask = here.words[at * here.stride + word] ?? 0; mask; mask &= mask - 1) {
        const place = word * 32 + 31 - Math.clz32(mask & -mask)
        sizes[place] = (sizes[place] ?? 0) + 1
      }
  }
  if (!own) return
  const sizesSeen = new Set<number>()
  const widthsSeen = new Set<number>()
  for (let pair = 0; pair < own.length; pair += 3) {
    const [size = 0, width = 0, isHere = 0] = own.subarray(pair, pair + 3)
    if (test.widths?.has(width) && isHere) sizesSeen.add(size)
    if (width > 0 && (!test.sizes || hasBit(test.sizes, size)) && (!test.mustBeHere || isHere))
      widthsSeen.add(width)
  }
  for (const size of sizesSeen) sizes[size] = (sizes[size] ?? 0) + 1
  for (const width of widthsSeen) widths[width] = (widths[width] ?? 0) + 1
}
