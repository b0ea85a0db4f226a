import { DomainError } from './errors'
import { currencies, type Currency } from './markets'
import type { Money } from './views'

/** Whole minor units in safe range. Throws `money.bad-amount` for anything else, a fraction above all. */
export function money(amount: number, currency: Currency): Money {
  if (!Number.isSafeInteger(amount)) throw new DomainError('money.bad-amount', { amount })
  return { amount, currency }
}

export const isMoney = (value: unknown): value is Money => {
  if (typeof value !== 'object' || value === null) return false
  const { amount, currency } = value as Partial<Money>
  return Number.isSafeInteger(amount) && currencies.some((one) => one === currency)
}

/** The sum of amounts of one currency. Throws `money.currency-mismatch` when another one is among them. */
export function sumOf(currency: Currency, amounts: readonly Money[]): Money {
  const stranger = amounts.find((one) => one.currency !== currency)
  if (stranger)
    throw new DomainError('money.currency-mismatch', { expected: currency, actual: stranger.currency })
  return money(
    amounts.reduce((sum, one) => sum + one.amount, 0),
    currency,
  )
}

/** `one` times `other` plus `more` over `by`, without what is behind the point: exact, also where a product is more than a double holds. */
function dividedBy(one: number, other: number, more: number, by: number): number {
  const product = one * other
  const all = product + more
  if (Number.isSafeInteger(product) && Number.isSafeInteger(all) && Number.isSafeInteger(by))
    return (all - (all % by)) / by
  return Number((BigInt(one) * BigInt(other) + BigInt(more)) / BigInt(by))
}

/**
 * `amount` times `numerator` over `denominator`, in minor units, halves away from zero: the only rounding of
 * money there is. `denominator` is positive. Throws `money.bad-amount` when a figure is not a safe integer.
 */
export function portion(amount: number, numerator: number, denominator: number): number {
  for (const figure of [amount, numerator, denominator])
    if (!Number.isSafeInteger(figure)) throw new DomainError('money.bad-amount', { amount: figure })
  if (denominator <= 0) throw new DomainError('money.bad-weights', { denominator })
  const half = Math.sign(amount) * Math.sign(numerator) < 0 ? -denominator : denominator
  return dividedBy(2 * amount, numerator, half, 2 * denominator)
}

/** A percentage of `amount`; 10 000 basis points are the whole. */
export const percentOf = (amount: number, basisPoints: number): number => portion(amount, basisPoints, 10_000)

/**
 * Splits `total` over `weights`, in minor units; the parts always add up to `total`, and each is within one
 * unit of its exact share. Throws `money.bad-weights` if a weight is negative or all are zero.
 */
export function allocate(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum <= 0 || weights.some((weight) => weight < 0 || !Number.isSafeInteger(weight)))
    throw new DomainError('money.bad-weights', { weights })
  let seen = 0
  let given = 0
  return weights.map((weight) => {
    seen += weight
    const before = given
    given = dividedBy(total, seen, 0, sum)
    return given - before
  })
}
