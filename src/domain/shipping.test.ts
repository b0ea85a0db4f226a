import { expect, test } from 'vitest'
import { shippingPrice } from './shipping'

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
