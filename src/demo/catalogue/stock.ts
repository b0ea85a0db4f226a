import type { Colourway, StockProfile, Style, Variant, WidthValue } from './types'

/** FNV-1a, 32 bits: the same text gives the same number on every machine. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) {
    hash ^= char.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  // The last letters of a SKU differ least; one more mix spreads them over all bits.
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  hash ^= hash >>> 12
  return hash >>> 0
}

/** 0 <= chance < 1, fixed by the SKU and the purpose. */
const chanceOf = (sku: string, purpose: string): number => seedOf(`${purpose}:${sku}`) / 2 ** 32

/** 1 in the middle of a run, near 0 at its ends: what a buyer orders most of. */
function depthOf(index: number, length: number): number {
  if (length < 2) return 1
  return Math.sin((Math.PI * (index + 0.6)) / (length + 0.2))
}

/** One size of a run; `run` names the run, so that its sizes can agree on which of them is the gap. */
type Place = {
  readonly run: string
  readonly sku: string
  readonly index: number
  readonly length: number
  readonly width?: WidthValue
}

/** The one size, never an end, that a broken run surely lacks and a run of last pairs surely has. */
const isTurningPoint = ({ run, index, length }: Place): boolean =>
  index === Math.min(length - 1, 1 + (seedOf(run) % Math.max(1, length - 2)))

const isGap = (place: Place, likelihood: number): boolean => chanceOf(place.sku, 'gap') < likelihood

function brokenPairs(place: Place, depth: number, chance: number): number {
  if (isTurningPoint(place) || isGap(place, 0.65 - depth * 0.35)) return 0
  return chance < 0.35 ? 1 : Math.max(1, Math.round(depth * 3 + chance * 2 - 0.5))
}

const byProfile: Record<StockProfile, (place: Place, depth: number, chance: number) => number> = {
  new: (_, depth, chance) => Math.round(2 + depth * 9 + chance * 4),
  full: (_, depth, chance) => (depth < 0.3 && chance < 0.4 ? 0 : Math.round(1 + depth * 6 + chance * 5)),
  broken: brokenPairs,
  'last-pairs': (place, depth) => (isTurningPoint(place) || !isGap(place, 0.5 + depth * 0.2) ? 1 : 0),
  'sold-out': () => 0,
}

/**
 * Pairs on hand for one size. Middle sizes are deeper, ends thin; `broken` has gaps and single pairs, `last-pairs`
 * nothing but single pairs. The less usual widths carry about a third. Pure: the SKU is the only chance.
 */
export function onHandOf(profile: StockProfile, place: Place): number {
  const pairs = byProfile[profile](place, depthOf(place.index, place.length), chanceOf(place.sku, 'pairs'))
  const isUsualWidth = place.width === undefined || place.width === 'standard'
  return isUsualWidth ? pairs : Math.floor((pairs + 1) / 3)
}

const letters = (text: string, count: number): string =>
  text
    .replace(/[^a-z]/gi, '')
    .slice(0, count)
    .toUpperCase()

/** `42.5` is 42H, `42-2-3` is 42T2: a SKU holds no dot and no second hyphen. */
const sizeCode = (size: string): string => size.replace('.5', 'H').replace(/-(\d)-3$/, 'T$1')

const widthCodes: Record<WidthValue, string> = { narrow: 'E', standard: 'F', wide: 'G' }

/** `MOL-ALBODE-COGN-42`, with the width behind it where the model has more than one: `MOL-ALBODE-COGN-42-G`. */
export function skuOf(
  product: { readonly slug: string; readonly brand: string },
  size: string,
  width?: WidthValue,
): string {
  const [model = '', kind = '', ...colour] = product.slug.split('-')
  const parts = [
    letters(product.brand, 3),
    letters(model, 4) + letters(kind, 2),
    letters(colour.join(''), 4),
    sizeCode(size),
    ...(width ? [widthCodes[width]] : []),
  ]
  return parts.join('-')
}

/** The thirteenth digit. Source: GS1 General Specifications, check digit for GTIN-13: weights 1 and 3 in turn. */
export function gtinCheckDigit(firstTwelve: string): number {
  const sum = [...firstTwelve].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  )
  return (10 - (sum % 10)) % 10
}

/** A GTIN-13 from the range 20 to 29, which GS1 leaves to a company's own use. */
export function gtinOf(sku: string): string {
  const body = `20${String(seedOf(`gtin:${sku}`)).padStart(10, '0')}`
  return `${body}${gtinCheckDigit(body)}`
}

/** `FON-BALSCR-NEUT`: what comes in one size has no code for it. */
export const goodSku = (good: { readonly slug: string; readonly brand: string }): string =>
  skuOf(good, '').replace(/-+$/, '')

/** Every pair that can be bought of a colourway, in the order of its run. */
export function variantsOf(style: Style, colourway: Colourway): readonly Variant[] {
  const sizes = colourway.sizes ?? style.sizes
  const widths: readonly (WidthValue | undefined)[] = style.widths ?? [undefined]
  return sizes.flatMap((size, index) =>
    widths.map((width) => {
      const sku = skuOf({ slug: colourway.slug, brand: style.brand }, size, width)
      const place = { run: colourway.slug, sku, index, length: sizes.length, ...(width ? { width } : {}) }
      return {
        product: colourway.slug,
        size,
        ...(width ? { width } : {}),
        sku,
        gtin: gtinOf(sku),
        onHand: onHandOf(colourway.stock, place),
      }
    }),
  )
}
