import { portion } from './money'

export interface TaxedAmount {
  /** Minor units, after discount. */
  amount: number
  /** Basis points. */
  rate: number
}

/** The tax that a price with tax contains. Minor units, basis points. */
export const taxContained = (amount: number, rate: number): number => portion(amount, rate, 10_000 + rate)

/** The tax that comes on top of a price without tax. Minor units, basis points. */
export const taxAdded = (amount: number, rate: number): number => portion(amount, rate, 10_000)

/**
 * The tax of each amount, in minor units, by cumulative rounding: those of one rate always add up to the tax
 * of their sum, and each is within one unit of its own exact tax.
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
