import type { Currency } from '#domain/markets'
import type { ListingQuery } from '#domain/views'
import { codedFacets, type CodedFacet, type Columns, type PriceColumns } from './columns'
import { failing, filtersOf, offerTest, type Filter, type OfferTest } from './filters'
import { counted, firstOnes, isFirst, isFlagged, nothingCounted, unseen, type Once } from './once'
import type { Orders } from './orders'
import { newIn, pairedIn, reducedIn, type Span } from './scope'
import { bitNumber, bitsIn, isIn, newSet, sizeOf, type PlaceSet } from './sets'

export interface Counts {
  /** What is in the listing. */
  passing: PlaceSet
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
  slot: number
  column: Uint32Array
  counts: Uint32Array
}

/** All that products are counted by. */
interface Tally {
  counts: Counts
  /** Where models are counted and not their colours. */
  once: Once | undefined
  coded: readonly Coded[]
  filters: readonly Filter[]
  priced: PriceColumns
  brand: Uint16Array
  test: OfferTest
  fresh: PlaceSet
  reduced: PlaceSet
  /** Those with widths. */
  paired: PlaceSet
  /** By width and by size: the product that was counted last, plus one. */
  widthsSeen: Uint32Array
  sizesSeen: Uint32Array
  lowest: number
  highest: number
}

/**
 * Counts over the products of a scope in one pass: who fails nothing counts in every facet, who fails one filter only in
 * that facet, who fails two nowhere. So a facet's own selection does not narrow its own counts. Where the question is
 * of models, one counts wherever some colour of it does.
 */
export function count(
  { columns, orders }: { columns: Columns; orders: Orders },
  currency: Currency,
  query: ListingQuery,
  { inside, span }: { inside: PlaceSet; span: Span },
): Counts {
  const counts = noCounts(columns)
  const tally: Tally = {
    counts,
    once: query.each === 'model' ? nothingCounted(columns) : undefined,
    coded: codedFacets.map((facet, slot) => ({
      slot,
      bit: failing[facet],
      column: columns.coded[facet],
      counts: counts.coded[facet],
    })),
    filters: filtersOf({ columns, orders }, { currency, query, span }),
    priced: columns.priced[currency],
    brand: columns.brand,
    test: offerTest(columns, query),
    fresh: newIn(columns, span),
    reduced: reducedIn(columns, currency),
    paired: pairedIn(columns, currency),
    widthsSeen: new Uint32Array(columns.widths.values.length + 1),
    sizesSeen: new Uint32Array(columns.sizes.values.length),
    lowest: Number.POSITIVE_INFINITY,
    highest: Number.NEGATIVE_INFINITY,
  }
  for (let word = 0; word < inside.length; word += 1) {
    const here = inside[word] ?? 0
    if (here !== 0) countWord(tally, word, here)
  }
  if (!tally.once) counts.total = sizeOf(counts.passing)
  if (tally.lowest <= tally.highest) [counts.lowest, counts.highest] = [tally.lowest, tally.highest]
  return counts
}

/** Thirty-two products at once: those of `here`. */
function countWord(tally: Tally, word: number, here: number): void {
  const { filters, counts } = tally
  let once = 0
  let twice = 0
  for (let place = 0; place < filters.length; place += 1) {
    const misses = ~(filters[place]?.passing[word] ?? 0)
    twice |= once & misses
    once |= misses
  }
  const passing = here & ~once
  counts.passing[word] = passing
  if (passing !== 0) countFully(tally, word, passing)
  const almost = here & once & ~twice
  if (almost === 0) return
  for (let place = 0; place < filters.length; place += 1) {
    const filter = filters[place]
    const missing = almost & ~(filter?.passing[word] ?? 0)
    if (filter && missing !== 0) countOnly(tally, filter.bit, word, missing)
  }
}

function countFully(tally: Tally, word: number, bits: number): void {
  const { coded, once, counts } = tally
  if (once) counts.total += firstOnes(once, word, bits, counted.passing)
  for (let place = 0; place < coded.length; place += 1) {
    const facet = coded[place]
    if (facet) countCodes(once, facet, word, bits)
  }
  countBrands(tally, word, bits)
  countSpecial(tally, word, bits)
  countPrices(tally, word, bits)
  countOffers(tally, word, bits)
}

/** Products that fail one filter alone, in its facet. */
function countOnly(tally: Tally, failed: number, word: number, bits: number): void {
  if (failed === failing.brand) countBrands(tally, word, bits)
  else if (failed === failing.special) countSpecial(tally, word, bits)
  else if (failed === failing.price) countPrices(tally, word, bits)
  else if (failed === failing.offer) countOffers(tally, word, bits)
  else for (const facet of tally.coded) if (facet.bit === failed) countCodes(tally.once, facet, word, bits)
}

function countCodes(
  once: Once | undefined,
  { column, counts, slot }: Coded,
  word: number,
  bits: number,
): void {
  for (let left = bits; left; left &= left - 1) {
    const at = word * 32 + bitNumber(left & -left)
    const own = column[at] ?? 0
    for (let mask = once ? unseen(once, at, slot, own) : own; mask; mask &= mask - 1) {
      const place = bitNumber(mask & -mask)
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
}

function countBrands({ counts: { brands }, brand, once }: Tally, word: number, bits: number): void {
  for (let left = bits; left; left &= left - 1) {
    const at = word * 32 + bitNumber(left & -left)
    if (once && isFlagged(once, at, counted.brand)) continue
    const place = brand[at] ?? 0
    brands[place] = (brands[place] ?? 0) + 1
  }
}

function countSpecial(
  { counts: { special }, fresh, reduced, once }: Tally,
  word: number,
  bits: number,
): void {
  const own = [bits & (fresh[word] ?? 0), bits & (reduced[word] ?? 0)] as const
  special[0] += once ? firstOnes(once, word, own[0], counted.fresh) : bitsIn(own[0])
  special[1] += once ? firstOnes(once, word, own[1], counted.reduced) : bitsIn(own[1])
}

function countPrices(tally: Tally, word: number, bits: number): void {
  const { price } = tally.priced
  for (let left = bits; left; left &= left - 1) {
    const amount = price[word * 32 + bitNumber(left & -left)] ?? -1
    if (amount < tally.lowest) tally.lowest = amount
    if (amount > tally.highest) tally.highest = amount
  }
}

function countOffers(tally: Tally, word: number, bits: number): void {
  const { priced, paired, test } = tally
  if (!test.widths)
    for (let left = bits; left; left &= left - 1) tallySizes(tally, word * 32 + bitNumber(left & -left))
  for (let left = bits & (paired[word] ?? 0); left; left &= left - 1) {
    const at = word * 32 + bitNumber(left & -left)
    const own = priced.pairs[at]
    if (own) tallyPairs(tally, own, at)
  }
}

function noCounts(columns: Columns): Counts {
  const coded = (facet: CodedFacet) => new Uint32Array(columns.codes[facet].values.length)
  return {
    passing: newSet(columns),
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

function tallySizes({ counts: { sizes }, priced, once }: Tally, at: number): void {
  const { stride, words } = priced.here
  for (let word = 0, from = at * stride; word < stride; word += 1) {
    const own = words[from + word] ?? 0
    for (let mask = once && own ? unseen(once, at, once.sizes + word, own) : own; mask; mask &= mask - 1) {
      const place = word * 32 + bitNumber(mask & -mask)
      sizes[place] = (sizes[place] ?? 0) + 1
    }
  }
}

/** Each size and width of one product once, however often it is there. */
function tallyPairs(
  { counts: { sizes, widths }, test, widthsSeen, sizesSeen, once }: Tally,
  own: Uint16Array,
  at: number,
): void {
  for (let pair = 0; pair < own.length; pair += 3) {
    const size = own[pair] ?? 0
    const width = own[pair + 1] ?? 0
    const isHere = own[pair + 2]
    if (isHere && test.widths?.has(width) && sizesSeen[size] !== at + 1) {
      sizesSeen[size] = at + 1
      if (!once || isFirst(once, at, once.sizes, size)) sizes[size] = (sizes[size] ?? 0) + 1
    }
    const counts = width > 0 && (!test.sizes || isIn(test.sizes, size)) && (!test.mustBeHere || isHere)
    if (!counts || widthsSeen[width] === at + 1) continue
    widthsSeen[width] = at + 1
    if (!once || isFirst(once, at, once.widths, width)) widths[width] = (widths[width] ?? 0) + 1
  }
}
