import type { Currency } from '#domain/markets'
import { codedFacets, type BitColumn, type CodedFacet, type Columns } from './columns'
import { eachOf, newSet, put, setOf, type PlaceSet } from './sets'

/** What there is in a category or search before any filter: the values that facets show, also with nothing left. */
export interface Present {
  coded: Record<CodedFacet, number>
  brands: Uint8Array
  widths: Uint8Array
  /** By set of scales, adults' and children's apart: sizes that something is made in. */
  made: Map<number, Uint32Array>
}

/** What is for sale in a currency, in a category or all. */
export function placesIn(
  columns: Columns,
  currency: Currency,
  categories: readonly string[] | undefined,
): PlaceSet {
  const { stride, words } = columns.categories
  const { price } = columns.priced[currency]
  const mask = new Uint32Array(stride)
  for (const id of categories ?? []) {
    const place = columns.categoryIds.places.get(id)
    if (place !== undefined) mask[place >> 5] = (mask[place >> 5] ?? 0) | (1 << (place & 31))
  }
  const inside = newSet(columns)
  for (let at = 0; at < columns.used; at += 1) {
    if (!columns.alive[at] || (price[at] ?? -1) < 0) continue
    let isInside = !categories
    for (let word = 0; word < stride && !isInside; word += 1)
      isInside = ((words[at * stride + word] ?? 0) & (mask[word] ?? 0)) !== 0
    if (isInside) put(inside, at)
  }
  return inside
}

const bitOf = (place: number): number => 1 << (place & 31)

export const codedSet = (columns: Columns, facet: CodedFacet, place: number): PlaceSet =>
  setOf(columns, `${facet} ${place}`, (at) => ((columns.coded[facet][at] ?? 0) & bitOf(place)) !== 0)

export const brandSet = (columns: Columns, place: number): PlaceSet =>
  setOf(columns, `brand ${place}`, (at) => columns.brand[at] === place)

export const categorySet = (columns: Columns, place: number): PlaceSet =>
  setOf(columns, `category ${place}`, (at) => hasBitAt(columns.categories, at, place))

/** Those with a pair in a size. */
export const sizeSet = (columns: Columns, currency: Currency, place: number): PlaceSet =>
  setOf(columns, `size ${currency} ${place}`, (at) => hasBitAt(columns.priced[currency].here, at, place))

/** Those with widths. */
export const pairedIn = (columns: Columns, currency: Currency): PlaceSet =>
  setOf(columns, `widths ${currency}`, (at) => columns.priced[currency].pairs[at] !== undefined)

/** What a size of a product has to be; its places are those of the dictionaries, without a size any will do. */
interface WantedPair {
  size?: number
  width: number
  mustBeHere: boolean
}

/** Those with a size in a width. */
export function pairSet(columns: Columns, currency: Currency, wanted: WantedPair): PlaceSet {
  const { size, width, mustBeHere } = wanted
  const { pairs } = columns.priced[currency]
  const has = (at: number): boolean => {
    const own = pairs[at]
    if (!own) return false
    for (let pair = 0; pair < own.length; pair += 3)
      if (
        own[pair + 1] === width + 1 &&
        (size === undefined || own[pair] === size) &&
        (!mustBeHere || own[pair + 2])
      )
        return true
    return false
  }
  const key = `pair ${currency} ${size ?? ''} ${width} ${mustBeHere}`
  return setOf(columns, key, has, pairedIn(columns, currency))
}

/** Those with a pair. */
export const stockSet = (columns: Columns, currency: Currency): PlaceSet =>
  setOf(columns, `stock ${currency}`, (at) => (columns.priced[currency].stock[at] ?? 0) > 0)

const hasBitAt = ({ stride, words }: BitColumn, at: number, place: number): boolean =>
  place >> 5 < stride && ((words[at * stride + (place >> 5)] ?? 0) & bitOf(place)) !== 0

export interface Span {
  from: number
  to: number
}

/** Milliseconds for which it is not looked again who is new. */
const newFor = 1_000

/** Launched after the edge of what counts as new, and not later than now. */
export function newIn(columns: Columns, span: Span): PlaceSet {
  const { fresh } = columns
  const age = span.to - (fresh?.at ?? Number.NEGATIVE_INFINITY)
  if (!fresh || age < 0 || age >= newFor) {
    columns.fresh = { at: span.to }
    columns.sets.delete('new')
  }
  return setOf(columns, 'new', (at) => {
    const launched = columns.launched[at] ?? 0
    return launched > span.from && launched <= span.to
  })
}

/** Those with a reduction that may be announced. */
export const reducedIn = (columns: Columns, currency: Currency): PlaceSet =>
  setOf(columns, `reduced ${currency}`, (at) => columns.priced[currency].reduced[at] === 1)

export function presentIn(columns: Columns, currency: Currency, inside: PlaceSet): Present {
  const { made, pairs } = columns.priced[currency]
  const { stride, words } = made
  const kids = 1 << (columns.codes.segment.places.get('kids') ?? 31)
  const present: Present = {
    coded: { colour: 0, segment: 0, material: 0, closure: 0, heel: 0, feature: 0 },
    brands: new Uint8Array(columns.brands.values.length),
    widths: new Uint8Array(columns.widths.values.length + 1),
    made: new Map(),
  }
  const { coded } = columns
  const { segment } = coded
  eachOf(inside, (at) => {
    for (const facet of codedFacets) present.coded[facet] |= coded[facet][at] ?? 0
    present.brands[columns.brand[at] ?? 0] = 1
    const key = (columns.scales[at] ?? 0) * 2 + ((segment[at] ?? 0) & kids ? 1 : 0)
    let seen = present.made.get(key)
    if (!seen) present.made.set(key, (seen = new Uint32Array(stride)))
    for (let word = 0; word < stride; word += 1)
      seen[word] = (seen[word] ?? 0) | (words[at * stride + word] ?? 0)
    const own = pairs[at]
    if (own) for (let pair = 1; pair < own.length; pair += 3) present.widths[own[pair] ?? 0] = 1
  })
  return present
}
