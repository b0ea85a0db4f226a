import { describe, expect, test } from 'vitest'
import { gtinCheckDigit, gtinOf, onHandOf, skuOf, variantsOf } from './stock'
import { styles } from './styles'
import type { StockProfile, Variant } from './types'

const byProfile = (profile: StockProfile): readonly (readonly Variant[])[] =>
  styles.flatMap((style) =>
    style.colourways
      .filter((colourway) => colourway.stock === profile)
      .map((colourway) => variantsOf(style, colourway)),
  )

const pairsOf = (profile: StockProfile): number[] =>
  byProfile(profile)
    .flat()
    .map((variant) => variant.onHand)

const profiles = ['full', 'broken', 'last-pairs', 'sold-out', 'new'] as const

describe('stock', () => {
  test('the same SKU always has the same pairs', () => {
    const [first, second] = [1, 2].map(() =>
      styles.flatMap((style) => style.colourways.flatMap((each) => variantsOf(style, each))),
    )
    expect(first).toEqual(second)
  })

  test.each(profiles)('%s is used by some products', (profile) =>
    expect(byProfile(profile).length).toBeGreaterThan(2),
  )

  test.each(profiles)('%s gives whole pairs, never fewer than none', (profile) => {
    expect(pairsOf(profile).every((pairs) => Number.isInteger(pairs) && pairs >= 0)).toBe(true)
  })

  test('middle sizes are deeper than the ends of a run', () => {
    const place = (index: number) => ({ run: 'any', sku: 'ANY', index, length: 13 })
    expect(onHandOf('full', place(6))).toBeGreaterThan(onHandOf('full', place(0)))
    expect(onHandOf('new', place(6))).toBeGreaterThan(onHandOf('new', place(12)))
  })

  test('a broken run has gaps, single pairs and something to buy', () => {
    const runs = byProfile('broken')
    expect(runs.filter((run) => run.every((variant) => variant.onHand > 0))).toEqual([])
    expect(runs.filter((run) => run.every((variant) => variant.onHand === 0))).toEqual([])
    expect(pairsOf('broken').filter((pairs) => pairs === 1).length).toBeGreaterThan(20)
  })

  test('last pairs are single pairs, and every such product has at least one', () => {
    expect(new Set(pairsOf('last-pairs'))).toEqual(new Set([0, 1]))
    expect(byProfile('last-pairs').filter((run) => run.every((variant) => variant.onHand === 0))).toEqual([])
  })

  test('sold out has no pair, new and full have some in most sizes', () => {
    expect(new Set(pairsOf('sold-out'))).toEqual(new Set([0]))
    expect(pairsOf('new').every((pairs) => pairs > 0)).toBe(true)
    expect(pairsOf('full').filter((pairs) => pairs > 0).length / pairsOf('full').length).toBeGreaterThan(0.9)
  })

  test('the wide last carries fewer pairs than the standard one', () => {
    const wide = byProfile('full').flat()
    const sum = (width: string) =>
      wide.filter((variant) => variant.width === width).reduce((total, variant) => total + variant.onHand, 0)
    expect(sum('wide')).toBeGreaterThan(0)
    expect(sum('wide')).toBeLessThan(sum('standard') / 2)
  })
})

describe('numbers of a pair', () => {
  test('a SKU names maker, model, colour, size and width', () => {
    const product = { slug: 'albona-derby-cognac', brand: 'molini' }
    expect(skuOf(product, '42')).toBe('MOL-ALBODE-COGN-42')
    expect(skuOf(product, '42.5', 'wide')).toBe('MOL-ALBODE-COGN-42H-G')
    expect(skuOf(product, '42-2-3')).toBe('MOL-ALBODE-COGN-42T2')
  })

  test('the check digit is that of a printed bar code', () => expect(gtinCheckDigit('400638133393')).toBe(1))

  test('every GTIN has 13 digits, a valid check digit and a prefix for own use', () => {
    const all = profiles.flatMap((profile) => byProfile(profile).flat()).map((variant) => variant.gtin)
    expect(all.filter((gtin) => !/^2\d{12}$/.test(gtin))).toEqual([])
    expect(all.filter((gtin) => gtinCheckDigit(gtin.slice(0, 12)) !== Number(gtin[12]))).toEqual([])
    expect(gtinOf('MOL-ALBODE-COGN-42')).toBe(gtinOf('MOL-ALBODE-COGN-42'))
  })
})
