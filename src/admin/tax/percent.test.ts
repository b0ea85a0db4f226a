import { expect, test } from 'vitest'
import { percentFrom, percentText } from './percent'

test('what is typed as a percentage is kept in basis points', () => {
  expect(['22', '25.5', '25,5', ' 8.88 % ', '0', '5.05'].map(percentFrom)).toEqual([
    2_200, 2_550, 2_550, 888, 0, 505,
  ])
  expect(['', 'x', '-1', '1.234', '1e3', '22 2'].map(percentFrom)).toEqual(Array.from({ length: 6 }))
})

test('every rate is shown as it can be typed', () => {
  for (let rate = 0; rate <= 10_000; rate += 1) expect(percentFrom(percentText(rate))).toBe(rate)
})
