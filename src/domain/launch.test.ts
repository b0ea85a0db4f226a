import { expect, test } from 'vitest'
import { allowedPairs, limitedWishes, notYet } from './launch'

test('what was bought before is taken off what one may buy, and never below nothing', () => {
  expect(allowedPairs(2, 0)).toBe(2)
  expect(allowedPairs(2, 1)).toBe(1)
  expect(allowedPairs(2, 5)).toBe(0)
})

test('sizes of one product are one wish; products without a limit are none', () => {
  expect(
    limitedWishes([
      { productId: 'a', perPerson: 2, quantity: 1 },
      { productId: 'b', perPerson: null, quantity: 9 },
      { productId: 'a', perPerson: 2, quantity: 2 },
      { productId: 'c', perPerson: 1, quantity: 0 },
    ]),
  ).toEqual([{ productId: 'a', perPerson: 2, wanted: 3 }])
})

test('a refusal before the launch says of each size from when', () => {
  const refusal = notYet([{ variantId: 'v', startsAt: '2026-12-05T10:00:00+01:00' }])
  expect(refusal.status).toBe(409)
  expect(refusal.details).toEqual({ lines: [{ variantId: 'v', startsAt: '2026-12-05T09:00:00.000Z' }] })
})
