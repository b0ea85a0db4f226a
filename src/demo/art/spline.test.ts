import { expect, test } from 'vitest'

import { points } from './points'
import { cubics, pathData, sampled } from './spline'

const line = points('0,0 10,8 30,8 31,0')

test('a curve passes through every one of its points', () => {
  const ends = cubics(line, true).map((segment) => segment[0])
  expect(ends).toEqual(line)
})

test('a corner leaves along the chord', () => {
  const [first] = cubics(points('0,0c 10,0 20,10'), false)
  expect(first?.[1]?.y).toBe(0)
})

test('a short segment does not throw a wave into its long neighbour', () => {
  const highest = Math.max(...sampled(points('0,0 100,0 101,1 102,0 200,0'), false).map((p) => p.y))
  expect(highest).toBeLessThan(1.3)
})

test('path data closes a closed outline only', () => {
  expect(pathData(line, true)).toMatch(/^M0\.00 0\.00C.*Z$/)
  expect(pathData(line, false)).not.toContain('Z')
})
