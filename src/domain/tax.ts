import { allocate, portion } from './money'

export interface TaxedAmount {
  /** Minor units, after discount. */
  amount: number
  /** Basis points. */
  rate: number
}

/** What is taxed at one rate, and its tax; `base` is without tax. Minor units, basis points. */
export interface TaxSum {
  rate: number
  base: number
  tax: number
}

/** The tax that a price with tax contains. Minor units, basis points. */
export const taxContained = (amount: number, rate: number): number => portion(amount, rate, 10_000 + rate)

/** The tax that comes on top of a price without tax. Minor units, basis points. */
export const taxAdded = (amount: number, rate: number): number => portion(amount, rate, 10_000)

/** A price with tax without it. Minor units, basis points. */
export const netOf = (amount: number, rate: number): number => amount - taxContained(amount, rate)

/**
 * The tax of each amount, in minor units, by cumulative rounding: those of one rate always add up to the tax
 * of their sum, and each is within one unit of its own exact tax. Tax is rounded here and nowhere else: once
 * per rate over goods and delivery together, halves away from zero.
 */
export function taxShares(amounts: readonly TaxedAmount[], taxIncluded: boolean): number[] {
  const taxOf = taxIncluded ? taxContained : taxAdded
  const seen = new Map<number, number>()
  return amounts.map(({ amount, rate }) => {
    const before = seen.get(rate) ?? 0
    const after = before + amount
    seen.set(rate, after)
    return taxOf(after, rate) - taxOf(before, rate)
  })
}

/** Amounts of one rate added up, the highest rate first. */
export function byRate(amounts: readonly TaxedAmount[]): TaxedAmount[] {
  const sums = new Map<number, number>()
  for (const { amount, rate } of amounts) sums.set(rate, (sums.get(rate) ?? 0) + amount)
  return [...sums].map(([rate, amount]) => ({ rate, amount })).sort((one, other) => other.rate - one.rate)
}

/**
 * The price of delivery over the rates of the goods, in proportion to what they cost: delivery is incidental to
 * the goods and shares their tax. Where the goods cost nothing, all of it has their highest rate. Highest rate first.
 * Source: Directive 2006/112/EC, Article 78 (b); DECISIONS.md.
 */
export function shippingShares(price: number, goods: readonly TaxedAmount[]): TaxedAmount[] {
  const rates = byRate(goods)
  const weights = rates.map(({ amount }) => amount)
  const amounts = weights.some((weight) => weight > 0) ? allocate(price, weights) : [price]
  return amounts
    .map((amount, index) => ({ rate: rates[index]?.rate ?? 0, amount }))
    .filter(({ amount }) => amount > 0)
}
