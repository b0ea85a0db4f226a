import type { Currency } from '#domain/markets'
import { codedFacets, type CodedFacet, type Columns } from './columns'

/** What there is in a category or search before any filter: the values that facets show, also with nothing left. */
export interface Present {
  coded: Record<CodedFacet, number>
  brands: Uint8Array
  widths: Uint8Array
  offers: number
  /** By set of scales, adults' and children's apart: sizes that something is made in. */
  made: Map<number, Uint32Array>
}

/** Places of what is for sale in a currency, in a category or all. */
export function placesIn(
  columns: Columns,
  currency: Currency,
  categories: readonly string[] | undefined,
): Uint32Array {
  const { stride, words } = columns.categories
  const { price } = columns.priced[currency]
  const mask = new Uint32Array(stride)
  for (const id of categories ?? []) {
    const place = columns.categoryIds.places.get(id)
    if (place !== undefined) mask[place >> 5] = (mask[place >> 5] ?? 0) | (1 << (place & 31))
  }
  const places = new Uint32Array(columns.used)
  let found = 0
  for (let at = 0; at < columns.used; at += 1) {
    if (!columns.alive[at] || (price[at] ?? -1) < 0) continue
    let isInside = !categories
    for (let word = 0; word < stride && !isInside; word += 1)
      isInside = ((words[at * stride + word] ?? 0) & (mask[word] ?? 0)) !== 0
    if (isInside) places[found++] = at
  }
  return places.slice(0, found)
}

export const isNew = 1
export const isReduced = 2

/** Which of `new` and `reduced` a product is at an instant, from the edge of what counts as new. */
export const offersOf = (columns: Columns, reduced: Uint8Array, at: number, span: Span): number =>
  ((columns.launched[at] ?? 0) > span.from && (columns.launched[at] ?? 0) <= span.to ? isNew : 0) |
  (reduced[at] ? isReduced : 0)

export interface Span {
  from: number
  to: number
}

export function presentIn(columns: Columns, currency: Currency, places: Uint32Array, span: Span): Present {
  const { reduced, made, pairs } = columns.priced[currency]
  const { stride, words } = made
  const kids = 1 << (columns.codes.segment.places.get('kids') ?? 31)
  const present: Present = {
    coded: { colour: 0, segment: 0, material: 0, closure: 0, heel: 0, feature: 0 },
    brands: new Uint8Array(columns.brands.values.length),
    widths: new Uint8Array(columns.widths.values.length + 1),
    offers: 0,
    made: new Map(),
  }
  const { coded } = columns
  const { segment } = coded
  for (const at of places) {
    for (const facet of codedFacets) present.coded[facet] |= coded[facet][at] ?? 0
    present.brands[columns.brand[at] ?? 0] = 1
    present.offers |= offersOf(columns, reduced, at, span)
    const key = (columns.scales[at] ?? 0) * 2 + ((segment[at] ?? 0) & kids ? 1 : 0)
    let seen = present.made.get(key)
    if (!seen) present.made.set(key, (seen = new Uint32Array(stride)))
    for (let word = 0; word < stride; word += 1)
      seen[word] = (seen[word] ?? 0) | (words[at * stride + word] ?? 0)
    const own = pairs[at]
    if (own) for (let pair = 1; pair < own.length; pair += 3) present.widths[own[pair] ?? 0] = 1
  }
  return present
}
