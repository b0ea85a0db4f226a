import type { Currency } from '#domain/markets'
import type { Catalogue } from './catalogue'
import type { Columns } from './columns'
import { orderOf, ranksIn } from './orders'
import { leadOr } from './styles'

const overlaps = (words: Uint32Array, stride: number, one: number, other: number): boolean => {
  for (let word = 0; word < stride; word += 1)
    if ((words[one * stride + word] ?? 0) & (words[other * stride + word] ?? 0)) return true
  return false
}

/** Highest first: same category and brand, same category, same brand. */
const closest = 3

const isHere = ({ priced }: Columns, currency: Currency, at: number): boolean =>
  (priced[currency].price[at] ?? -1) >= 0 && (priced[currency].stock[at] ?? 0) > 0

interface Beside {
  currency: Currency
  product: string
  /** Styles that stand elsewhere on the page. */
  without: readonly string[]
  most: number
}

/**
 * Products like this one, as ids: of its segment, with a pair in stock, one colour of each style. Those that share a
 * category and the brand come first, then a category, then the brand, then all others; of equals the more popular. Shown is the
 * colour that leads its style, else the most popular. The same
 * catalogue gives the same products in the same order.
 */
export function relatedTo(
  { columns, orders }: Catalogue,
  { currency, product, without, most }: Beside,
): string[] {
  const own = columns.places.get(product)
  if (own === undefined) return []
  const { coded, brand, styles } = columns
  const { stride, words } = columns.categories
  const isShown = (one: number) => isHere(columns, currency, one)
  const passed = new Set<string | undefined>([styles[own], ...without])
  const found: string[][] = Array.from({ length: closest + 1 }, () => [])
  for (const at of orderOf(columns, orders, 'popular')) {
    if (!isShown(at) || coded.segment[at] !== coded.segment[own]) continue
    if (passed.has(styles[at])) continue
    const near = (overlaps(words, stride, own, at) ? 2 : 0) + (brand[at] === brand[own] ? 1 : 0)
    passed.add(styles[at])
    found[near]?.push(columns.ids[leadOr(columns, at, isShown)] ?? '')
    if ((found[closest]?.length ?? 0) >= most) break
  }
  return found.reverse().flat().slice(0, most)
}

/** A colour as the facets group it. */
export interface GroupedColour {
  id: string
  group: string | null
}

/** The colours of a style with a pair in stock: the one that leads it, then the most popular. */
export function coloursInStock(
  { columns, orders }: Catalogue,
  currency: Currency,
  style: string,
): GroupedColour[] {
  const { leads } = columns
  const ranks = ranksIn(columns, orders, 'popular')
  const groupAt = (at: number) =>
    columns.codes.colour.values[Math.log2(columns.coded.colour[at] ?? 0)] ?? null
  return (columns.colours.get(style) ?? [])
    .filter((at) => isHere(columns, currency, at))
    .sort((one, other) => (leads[other] ?? 0) - (leads[one] ?? 0) || (ranks[one] ?? 0) - (ranks[other] ?? 0))
    .map((at) => ({ id: columns.ids[at] ?? '', group: groupAt(at) }))
}

/** Of each style the first of its colours with a pair in stock, as ids of products; a style without one is left out. */
export const colourOfEach = (catalogue: Catalogue, currency: Currency, styles: readonly string[]): string[] =>
  styles.flatMap((style) =>
    coloursInStock(catalogue, currency, style)
      .slice(0, 1)
      .map(({ id }) => id),
  )
