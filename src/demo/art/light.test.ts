import { expect, test } from 'vitest'

import { radiance, rollOff, type Spot } from './light'

const flat: Spot = { nx: 0, ny: 0, nz: 1, rough: 0.9, shine: 0.02, fuzz: 0, open: 1, floor: 1 }
const turned = (nx: number, ny: number): Spot => ({ ...flat, nx, ny, nz: Math.sqrt(1 - nx * nx - ny * ny) })

test('a flat matt panel shows a little more than its albedo', () => {
  expect(radiance(flat, 0.4, 1) / 0.4).toBeGreaterThan(0.7)
  expect(radiance(flat, 0.4, 1) / 0.4).toBeLessThan(1.3)
})

test('light comes from the upper left', () => {
  const towards = radiance(turned(-0.5, 0.5), 0.4, 1)
  expect(towards).toBeGreaterThan(radiance(flat, 0.4, 1))
  expect(towards).toBeGreaterThan(2 * radiance(turned(0.5, -0.5), 0.4, 1))
})

test('only smooth leather mirrors the lamp', () => {
  const mirror = turned(-0.29, 0.37)
  const glossy = radiance({ ...mirror, rough: 0.06, shine: 0.06 }, 0.02, 1)
  expect(glossy).toBeGreaterThan(2 * radiance({ ...mirror, rough: 0.95 }, 0.02, 1))
})

test('a hollow is darker', () => {
  expect(radiance({ ...flat, open: 0.4 }, 0.4, 1)).toBeLessThan(0.5 * radiance(flat, 0.4, 1))
})

test('white never burns out', () => {
  expect(rollOff(0.5)).toBe(0.5)
  expect(rollOff(50)).toBeLessThan(1)
})
