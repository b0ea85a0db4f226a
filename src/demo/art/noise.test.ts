import { expect, test } from 'vitest'

import { clouds, grain, noise, smoothstep } from './noise'

test('noise is the same on every run and machine', () => {
  expect([noise(1.5, 2.5), noise(-7.25, 40.1)].map((v) => v.toFixed(6))).toMatchInlineSnapshot(`
    [
      "-0.159646",
      "-0.597837",
    ]
  `)
  expect(grain(7)).toBe(grain(7 + 65536))
})

test('noise and clouds stay within -1 and 1', () => {
  const values = Array.from({ length: 4000 }, (_, i) => [
    noise(i * 0.37, i * 0.11),
    clouds(i * 0.21, i * 0.5),
  ]).flat()
  expect(Math.max(...values)).toBeLessThanOrEqual(1)
  expect(Math.min(...values)).toBeGreaterThanOrEqual(-1)
})

test('noise has no step where its lattice meets', () => {
  expect(Math.abs(noise(3 - 1e-6, 1.4) - noise(3 + 1e-6, 1.4))).toBeLessThan(1e-4)
})

test('a step may run upwards or downwards', () => {
  expect([smoothstep(0, 2, -1), smoothstep(0, 2, 1), smoothstep(2, 0, 2)]).toEqual([0, 0.5, 0])
})
