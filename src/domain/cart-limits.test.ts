import { expect, test } from 'vitest'
import { isLineQuantity } from './cart-limits'

test('a line holds 1 to 20 whole pairs', () => {
  expect([1, 20].every(isLineQuantity)).toBe(true)
  for (const bad of [0, -1, 21, 1.5, Number.NaN, 1e9, '2', null, undefined])
    expect(isLineQuantity(bad)).toBe(false)
})
