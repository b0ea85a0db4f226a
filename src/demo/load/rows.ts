import { gtinCheckDigit, onHandOf } from '../catalogue/stock'
import type { StockProfile } from '../catalogue/types'
import { loadId } from './ids'
import type { ProductTemplate, StyleTemplate } from './templates'

export const coloursEach = 3

/** A range of products, both ends included, from 1. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface VariantRow {
  readonly id: string
  readonly sku: string
  readonly gtin: string
  readonly title: string
  readonly product: string
  readonly size: string
  readonly weight: number
  readonly pairs: number
}

const profiles: readonly StockProfile[] = [
  'full',
  'full',
  'broken',
  'new',
  'full',
  'last-pairs',
  'broken',
  'sold-out',
]

/** The n-th of a list that starts over at its end. */
function nth<T>(list: readonly T[], n: number): T {
  const found = list[n % list.length]
  if (found === undefined) throw new Error('There is nothing to choose from')
  return found
}

const styleOf = (n: number): number => Math.floor((n - 1) / coloursEach) + 1

const templateOf = (templates: readonly StyleTemplate[], style: number): StyleTemplate =>
  nth(templates, style)

const colourOf = (template: StyleTemplate, n: number): ProductTemplate => nth(template.products, n - 1)

const nameOf = (template: StyleTemplate, style: number): string => `${template.name} ${1000 + style}`

const titleOf = (template: StyleTemplate, n: number): string =>
  `${nameOf(template, styleOf(n))} ${colourOf(template, n).colour}`

/** Styles of the range that no earlier range began: id, version, template, template's version, name, slug, lead product. */
export function* styleRows(templates: readonly StyleTemplate[], { from, to }: Range): Generator<string[]> {
  for (let style = styleOf(from + coloursEach - 1); style <= styleOf(to); style += 1) {
    const template = templateOf(templates, style)
    yield [
      loadId('style', style),
      loadId('styleVersion', style),
      template.id,
      template.version,
      nameOf(template, style),
      `${template.slug}-${1000 + style}`,
      loadId('product', (style - 1) * coloursEach + 1),
    ]
  }
}

/** Around the template's price, in whole units of the currency. */
const price = (base: number, n: number): string => String(Math.max(2900, base + (((n * 37) % 41) - 20) * 100))

const firstLaunch = Date.UTC(2023, 0, 9)
const day = 86_400_000

/** id, version, template, template's version, style, title, slug, popularity, launch, three prices. */
export function* productRows(templates: readonly StyleTemplate[], { from, to }: Range): Generator<string[]> {
  for (let n = from; n <= to; n += 1) {
    const template = templateOf(templates, styleOf(n))
    const colour = colourOf(template, n)
    yield [
      loadId('product', n),
      loadId('productVersion', n),
      colour.id,
      colour.version,
      loadId('style', styleOf(n)),
      titleOf(template, n),
      `${colour.slug}-${100_000 + n}`,
      String((n * 7919) % 1001),
      new Date(firstLaunch + ((n * 613) % 1400) * day).toISOString(),
      price(colour.eur, n),
      price(colour.gbp, n),
      price(colour.usd, n),
    ]
  }
}

function gtinOf(count: number): string {
  const body = `29${String(count).padStart(10, '0')}`
  return `${body}${gtinCheckDigit(body)}`
}

export function* variantRows(
  templates: readonly StyleTemplate[],
  { from, to }: Range,
): Generator<VariantRow> {
  for (let n = from; n <= to; n += 1) {
    const template = templateOf(templates, styleOf(n))
    const title = titleOf(template, n)
    const product = loadId('product', n)
    const length = template.sizes.length
    for (const [index, size] of template.sizes.entries()) {
      const count = (n - 1) * length + index + 1
      const sku = `L${String(n).padStart(7, '0')}-${String(index + 1).padStart(2, '0')}`
      yield {
        id: loadId('variant', count),
        sku,
        gtin: gtinOf(count),
        title: `${title} — ${size.label}`,
        product,
        size: size.id,
        weight: template.weight,
        pairs: onHandOf(nth(profiles, n), { run: product, sku, index, length }),
      }
    }
  }
}
