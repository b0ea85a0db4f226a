import { expect, test } from 'vitest'
import { isReduced, reductionOf } from './price'

const euro = (amount: number) => ({ amount, currency: 'EUR' as const })

test('a reduction is measured against the lowest price of 30 days, never an older one', () => {
  const tag = { price: euro(20825), regularPrice: euro(30000), lowest30: euro(24500) }
  expect(isReduced(tag)).toBe(true)
  expect(reductionOf(tag)).toBe(15)
})

test('a price that is not below the lowest of 30 days is no reduction', () => {
  expect(isReduced({ price: euro(24500), regularPrice: euro(30000), lowest30: euro(24500) })).toBe(false)
  expect(isReduced({ price: euro(24500), regularPrice: euro(30000) })).toBe(false)
})
