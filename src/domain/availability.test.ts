import { expect, test } from 'vitest'
import { availabilityClass } from './availability'

test('a shopper sees none, the last pair, or some', () => {
  expect([-1, 0, 1, 2, 50].map(availabilityClass)).toEqual(['none', 'none', 'last', 'some', 'some'])
})
