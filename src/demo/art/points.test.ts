import { expect, test } from 'vitest'

import { along, offset, point, points } from './points'

test('points are read with their corners', () => {
  expect(points('3,24c 5,34.5')).toEqual([point(3, 24, true), point(5, 34.5)])
})

test('a word that is no point is refused', () => {
  expect(() => points('3,24 five')).toThrow('Not a point: five')
})

test('an offset line lies to the left of its direction', () => {
  expect(offset(points('0,0 10,0'), 2).map((p) => p.y)).toEqual([2, 2])
})

test('places along a line are evenly spaced across its bends', () => {
  const places = along(points('0,0 3,0 3,3'), 2)
  expect(places.map(({ x, y }) => [x, y])).toEqual([
    [0, 0],
    [2, 0],
    [3, 1],
    [3, 3],
  ])
})
