import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, isMoney, money, percentOf, portion, sumOf } from './money'

const upTo = (max: number, min = 0) => fc.integer({ min, max })
const amounts = upTo(1_000_000_000)
const weights = fc
  .array(upTo(1_000_000), { minLength: 1, maxLength: 30 })
  .filter((all) => all.some((one) => one > 0))
const add = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0)

test('money is a whole number of minor units', () => {
  expect(money(12_900, 'EUR')).toEqual({ amount: 12_900, currency: 'EUR' })
  for (const amount of [0.5, Number.NaN, Infinity, 2 ** 53])
    expect(() => money(amount, 'EUR')).toThrow('money.bad-amount')
})

test('only an amount in a currency of the shop is money', () => {
  expect(isMoney({ amount: 1, currency: 'GBP' })).toBe(true)
  for (const other of [
    null,
    1,
    {},
    { amount: 1.5, currency: 'EUR' },
    { amount: 1, currency: 'CHF' },
    { amount: '1', currency: 'EUR' },
  ])
    expect(isMoney(other)).toBe(false)
})

test('two currencies never meet in one sum', () => {
  expect(sumOf('EUR', [money(1, 'EUR'), money(2, 'EUR')])).toEqual(money(3, 'EUR'))
  expect(() => sumOf('EUR', [money(1, 'EUR'), money(2, 'GBP')])).toThrow('money.currency-mismatch')
})

test('a portion is within half a unit of the exact one', () =>
  fc.assert(
    fc.property(amounts, upTo(20_000), upTo(20_000, 1), (amount, numerator, denominator) => {
      const by = BigInt(denominator)
      const off =
        2n * (BigInt(amount) * BigInt(numerator) - BigInt(portion(amount, numerator, denominator)) * by)
      return off < by && off >= -by
    }),
    { numRuns: 3_000 },
  ))

/** Halves away from zero, by whole numbers without a bound. */
function exactPortion(amount: number, numerator: number, denominator: number): bigint {
  const [twice, by] = [2n * BigInt(amount) * BigInt(numerator), BigInt(denominator)]
  return (twice < 0n ? twice - by : twice + by) / (2n * by)
}

test('a portion is exact to the last unit, also where a product is more than a double holds', () => {
  const large = fc.oneof(fc.maxSafeInteger(), fc.integer(), upTo(300, -300))
  fc.assert(
    fc.property(
      large,
      large,
      fc.oneof(upTo(10_000, 1), fc.maxSafeNat()),
      (amount, numerator, denominator) =>
        denominator === 0 ||
        Object.is(
          portion(amount, numerator, denominator),
          Number(exactPortion(amount, numerator, denominator)),
        ),
    ),
    { numRuns: 20_000 },
  )
})

test('halves go away from zero, nothing is divided by nothing', () => {
  expect(portion(5, 1, 10)).toBe(1)
  expect(portion(-5, 1, 10)).toBe(-1)
  expect(portion(4, 1, 10)).toBe(0)
  expect(() => portion(1, 1, 0)).toThrow('money.bad-weights')
  expect(() => portion(0.1, 1, 2)).toThrow('money.bad-amount')
})

test('a percentage never exceeds its whole', () => {
  fc.assert(fc.property(amounts, upTo(10_000), (amount, rate) => percentOf(amount, rate) <= amount))
  expect(percentOf(12_900, 10_000)).toBe(12_900)
})

test('allocate gives out every unit, each part within one of its exact share', () =>
  fc.assert(
    fc.property(amounts, weights, (total, shares) => {
      const parts = allocate(total, shares)
      const sum = add(shares)
      const isNear = (part: number, share: number) => Math.abs(part - (total * share) / sum) < 1.000001
      return add(parts) === total && parts.every((part, index) => isNear(part, shares[index] ?? 0))
    }),
    { numRuns: 3_000 },
  ))

test('allocate gives each what lies between two exact sums, however large they are', () => {
  const large = fc.oneof(amounts, fc.maxSafeNat())
  const many = fc.array(fc.oneof(upTo(1_000), upTo(2 ** 30)), { minLength: 1, maxLength: 9 })
  fc.assert(
    fc.property(large, many, (total, shares) => {
      const sum = BigInt(add(shares))
      if (sum === 0n) return true
      const upToPart = (count: number) => (BigInt(total) * BigInt(add(shares.slice(0, count)))) / sum
      return allocate(total, shares).every((part, at) => BigInt(part) === upToPart(at + 1) - upToPart(at))
    }),
    { numRuns: 5_000 },
  )
})

test('allocate gives nothing to a weight of zero', () =>
  fc.assert(fc.property(amounts, weights, (total, shares) => allocate(total, [...shares, 0]).at(-1) === 0)))

test('allocate refuses weights that are all zero, negative or broken', () => {
  for (const bad of [[0, 0], [], [1, -1, 5], [0.5]])
    expect(() => allocate(100, bad)).toThrow('money.bad-weights')
})
