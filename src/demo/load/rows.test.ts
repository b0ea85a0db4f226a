import { expect, test } from 'vitest'
import { loadId } from './ids'
import { productRows, styleRows, variantRows } from './rows'
import { sizesEach, type StyleTemplate } from './templates'

const template = (slug: string): StyleTemplate => ({
  id: `style-${slug}`,
  version: `version-${slug}`,
  slug,
  name: slug,
  weight: 900,
  sizes: Array.from({ length: sizesEach }, (_, index) => ({
    id: `size-${index}`,
    label: String(35 + index),
  })),
  products: ['black', 'tan'].map((colour) => ({
    id: `${slug}-${colour}`,
    version: `${slug}-${colour}-v`,
    slug: `${slug}-${colour}`,
    colour,
    eur: 18500,
    gbp: 16500,
    usd: 19900,
  })),
})

const templates = [template('albona'), template('corsa')]
const hundred = { from: 1, to: 100 }

test('ids are uuids, the same at every run and never twice', () => {
  const ids = Array.from({ length: 20_000 }, (_, n) => loadId('variant', n + 1))
  expect(new Set(ids).size).toBe(ids.length)
  expect(loadId('variant', 7)).toBe(loadId('variant', 7))
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('slugs, SKUs and bar codes are unique', () => {
  const slugs = [...productRows(templates, hundred)].map((row) => row[6])
  const variants = [...variantRows(templates, hundred)]
  expect(new Set(slugs).size).toBe(100)
  expect(variants).toHaveLength(100 * sizesEach)
  expect(new Set(variants.map(({ sku }) => sku)).size).toBe(variants.length)
  expect(new Set(variants.map(({ gtin }) => gtin)).size).toBe(variants.length)
})

test('loading in two goes gives what one go gives', () => {
  const parts = [
    { from: 1, to: 40 },
    { from: 41, to: 100 },
  ]
  const inParts = <T>(rows: (range: { from: number; to: number }) => Iterable<T>) =>
    parts.flatMap((range) => [...rows(range)])
  expect(inParts((range) => styleRows(templates, range))).toEqual([...styleRows(templates, hundred)])
  expect(inParts((range) => productRows(templates, range))).toEqual([...productRows(templates, hundred)])
  expect(inParts((range) => variantRows(templates, range))).toEqual([...variantRows(templates, hundred)])
})

test('every product has its style in the same or an earlier go', () => {
  const styles = new Set([...styleRows(templates, hundred)].map((row) => row[0]))
  for (const row of productRows(templates, hundred)) expect(styles).toContain(row[4])
})

test('prices are whole units and never silly', () => {
  for (const row of productRows(templates, hundred))
    for (const amount of row.slice(9)) {
      expect(Number(amount) % 100).toBe(0)
      expect(Number(amount)).toBeGreaterThanOrEqual(2900)
    }
})
