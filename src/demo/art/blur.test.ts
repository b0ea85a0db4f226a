import { expect, test } from 'vitest'

import { blurInPlace, blurred } from './blur'

test('blurring keeps an even field even', () => {
  const field = new Float32Array(40 * 30).fill(0.5)
  blurInPlace(field, 40, 30, 4)
  expect(Math.max(...field) - Math.min(...field)).toBeLessThan(1e-5)
  expect(field[0]).toBeCloseTo(0.5, 5)
})

test('blurring a patch loses nothing at its edges', () => {
  const soft = blurred({ x: 10, y: 10, w: 8, h: 8, values: new Float32Array(64).fill(1) }, 2.5)
  expect(soft.values.reduce((sum, v) => sum + v, 0)).toBeCloseTo(64, 2)
})
