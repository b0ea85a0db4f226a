import fc from 'fast-check'
import { expect, test } from 'vitest'
import { taxAdded, taxContained, taxShares, type TaxedAmount } from './tax'

const rates = fc.constantFrom(0, 400, 700, 888, 1000, 1700, 1900, 2000, 2200, 2550, 2700)
const taxed = fc.array(fc.record({ amount: fc.integer({ min: 0, max: 10_000_000 }), rate: rates }), {
  maxLength: 20,
})

test('the tax in a price and the tax on it are what the tax office says', () => {
  expect(taxContained(12_200, 2_200)).toBe(2_200)
  expect(taxContained(12_900, 2_200)).toBe(2_326)
  expect(taxAdded(10_000, 2_200)).toBe(2_200)
  expect(taxAdded(10_590, 888)).toBe(940)
})

const sumsOf = (amounts: readonly TaxedAmount[], shares: readonly number[], rate: number) =>
  amounts.reduce(
    (sums, one, index) =>
      one.rate === rate ? { amount: sums.amount + one.amount, tax: sums.tax + (shares[index] ?? 0) } : sums,
    { amount: 0, tax: 0 },
  )

test('the shares of one rate add up to the tax of their sum, in either kind of price', () =>
  fc.assert(
    fc.property(taxed, fc.boolean(), (amounts, taxIncluded) => {
      const shares = taxShares(amounts, taxIncluded)
      const taxOf = taxIncluded ? taxContained : taxAdded
      return amounts.every(({ rate }) => {
        const { amount, tax } = sumsOf(amounts, shares, rate)
        return tax === taxOf(amount, rate)
      })
    }),
    { numRuns: 1_000 },
  ))

test('no share is more than one unit from its own tax, none is negative', () =>
  fc.assert(
    fc.property(taxed, (amounts) => {
      const shares = taxShares(amounts, true)
      return amounts.every(({ amount, rate }, index) => {
        const tax = shares[index] ?? -1
        return tax >= 0 && Math.abs(tax - (amount * rate) / (10_000 + rate)) <= 1
      })
    }),
    { numRuns: 1_000 },
  ))
