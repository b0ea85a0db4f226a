import { expect, test } from 'vitest'
import { foretell, priorPrice, type PriceRecord } from './price-history'

/** A record from a day on; day 0 is 1 January 2026. */
const from = (day: number, amount: number, regular?: number): PriceRecord => ({
  from: new Date(Date.UTC(2026, 0, 1 + day)),
  amount,
  ...(regular !== undefined && { regular }),
})
const day = (n: number) => from(n, 0).from

test('a price that is not reduced has no prior price', () => {
  expect(priorPrice([])).toBeUndefined()
  expect(priorPrice([from(0, 10_000), from(50, 8_000, 10_000), from(60, 10_000)])).toBeUndefined()
})

test('the prior price is the lowest of the 30 days before the reduction began, not of the 30 days before today', () => {
  const records = [from(0, 10_000), from(20, 9_000), from(25, 10_000), from(40, 8_000, 10_000)]
  expect(priorPrice(records)).toEqual({ since: day(40), lowest30: 9_000 })
})

test('what was cheaper before those 30 days does not count, the price in force when they begin does', () => {
  expect(
    priorPrice([from(0, 5_000), from(9, 7_000), from(11, 10_000), from(40, 8_000, 10_000)])?.lowest30,
  ).toBe(7_000)
  expect(priorPrice([from(0, 5_000), from(10, 10_000), from(40, 8_000, 10_000)])?.lowest30).toBe(10_000)
})

test('a reduction that is only ever deepened keeps its first anchor', () => {
  const records = [from(0, 10_000), from(40, 8_000, 10_000), from(50, 7_000, 10_000), from(60, 5_000, 10_000)]
  expect(priorPrice(records)).toEqual({ since: day(40), lowest30: 10_000 })
})

test('a reduction after an interruption is measured against the one before', () => {
  const records = [from(0, 10_000), from(40, 8_000, 10_000), from(50, 10_000), from(52, 8_000, 10_000)]
  expect(priorPrice(records)).toEqual({ since: day(52), lowest30: 8_000 })
})

test('a price that rises while it is reduced is a new reduction', () => {
  const records = [from(0, 10_000), from(40, 6_000, 10_000), from(50, 8_000, 10_000)]
  expect(priorPrice(records)).toEqual({ since: day(50), lowest30: 6_000 })
})

test('what has been for sale for less than 30 days has no prior price', () => {
  expect(priorPrice([from(11, 10_000), from(40, 8_000, 10_000)])).toEqual({ since: day(40) })
  expect(priorPrice([from(40, 8_000, 10_000)])).toEqual({ since: day(40) })
})

test('what is going to happen is told from the records and the plans', () => {
  const plan = {
    id: 'a',
    name: 'a',
    active: true,
    priority: 0,
    reduction: { kind: 'percent', basisPoints: 2000 },
  } as const
  const told = foretell([from(0, 10_000)], {
    regular: { amount: 10_000, currency: 'EUR' },
    campaigns: [{ ...plan, from: day(10), to: day(20) }],
    now: day(5),
    until: day(40),
  })
  expect(told).toEqual([from(0, 10_000), from(10, 8_000, 10_000), from(20, 10_000)])
})
