import { expect, test } from 'vitest'

import { emptyPatch } from './field'
import { poisson } from './inflate'

const size = 41
const square = emptyPatch({ x: 0, y: 0, w: size, h: size })
for (let y = 4; y < size - 4; y++) square.values.fill(1, y * size + 4, y * size + size - 4)
const film = poisson(square)
const at = (x: number, y: number): number => film[y * size + x] ?? Number.NaN

test('a body is highest in the middle and flat outside', () => {
  expect(at(20, 20)).toBeCloseTo(1, 5)
  expect(at(2, 20)).toBe(0)
})

test('a symmetrical body is symmetrical', () => {
  expect(at(10, 20)).toBeCloseTo(at(30, 20), 4)
  expect(at(20, 8)).toBeCloseTo(at(20, 32), 4)
})

test('the film solves its equation', () => {
  const curvature = (x: number, y: number): number =>
    at(x - 1, y) + at(x + 1, y) + at(x, y - 1) + at(x, y + 1) - 4 * at(x, y)
  expect(curvature(12, 15)).toBeCloseTo(curvature(25, 28), 5)
  expect(curvature(20, 20)).toBeLessThan(0)
})
