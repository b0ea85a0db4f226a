import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippingPrice, type ShippingRate } from './shipping'

const light = { value: 5_000, weightG: 900 }

test('the first rate that fits decides', () => {
  const rates = [
    { price: 590, maxWeightG: 2_000 },
    { price: 990, maxWeightG: 10_000 },
  ]
  expect(shippingPrice(rates, light)).toBe(590)
  expect(shippingPrice(rates, { ...light, weightG: 2_000 })).toBe(590)
  expect(shippingPrice(rates, { ...light, weightG: 2_001 })).toBe(990)
  expect(shippingPrice(rates, { ...light, weightG: 10_001 })).toBeUndefined()
})

test('goods of enough value ship free, at the very amount', () => {
  const rates = [{ price: 590, freeFrom: 15_000 }]
  expect(shippingPrice(rates, { ...light, value: 14_999 })).toBe(590)
  expect(shippingPrice(rates, { ...light, value: 15_000 })).toBe(0)
})

test('both ends of a band of value belong to it', () => {
  const rates = [{ price: 590, minValue: 1_000, maxValue: 2_000 }]
  expect([999, 1_000, 2_000, 2_001].map((value) => shippingPrice(rates, { ...light, value }))).toEqual([
    undefined,
    590,
    590,
    undefined,
  ])
})

test('a method without rates carries nothing, empty bands carry all', () => {
  expect(shippingPrice([], light)).toBeUndefined()
  expect(
    shippingPrice([{ price: 0, freeFrom: null, minValue: null, maxValue: null, maxWeightG: null }], light),
  ).toBe(0)
})

const orNone = (max: number) => fc.option(fc.nat(max), { nil: null })
const rates = fc.array(
  fc.record({
    price: fc.nat(3_000),
    freeFrom: orNone(30_000),
    minValue: orNone(30_000),
    maxValue: orNone(30_000),
    maxWeightG: orNone(20_000),
  }),
  { maxLength: 6 },
)
const parcels = fc.record({ value: fc.nat(40_000), weightG: fc.nat(25_000) })

/** The rule once more, as one would explain it: go down the list, leave out what does not fit, take the first. */
function byHand(list: readonly ShippingRate[], { value, weightG }: { value: number; weightG: number }) {
  for (const { price, freeFrom = null, minValue = null, maxValue = null, maxWeightG = null } of list) {
    const isTooDear = maxValue !== null && value > maxValue
    const isTooCheap = minValue !== null && value < minValue
    const isTooHeavy = maxWeightG !== null && weightG > maxWeightG
    if (isTooDear || isTooCheap || isTooHeavy) continue
    return freeFrom !== null && value >= freeFrom ? 0 : price
  }
  return undefined
}

test('any list of bands gives what going down it by hand gives, and what the parcel weighs beyond matters to no band', () =>
  fc.assert(
    fc.property(rates, parcels, (list, parcel) => {
      expect(shippingPrice(list, parcel)).toBe(byHand(list, parcel))
      const anyWeight = list.map((rate) => ({ ...rate, maxWeightG: null }))
      expect(shippingPrice(anyWeight, { ...parcel, weightG: parcel.weightG + 1_000_000 })).toBe(
        shippingPrice(anyWeight, parcel),
      )
    }),
    { numRuns: 2_000 },
  ))

test('a band for all that is free from a value never costs more for more', () =>
  fc.assert(
    fc.property(
      fc.nat(3_000),
      fc.nat(30_000),
      fc.nat(40_000),
      fc.nat(40_000),
      (price, freeFrom, one, other) => {
        const costs = [one, other]
          .toSorted((a, b) => a - b)
          .map((value) => shippingPrice([{ price, freeFrom }], { value, weightG: 1 }))
        expect(costs[1] ?? NaN).toBeLessThanOrEqual(costs[0] ?? NaN)
      },
    ),
  ))
