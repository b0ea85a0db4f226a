import { expect, test } from 'vitest'
import { askAfter, timeLeft } from './time-left'

const second = 1_000
const day = 86_400 * second

test('the time that is left is told in days, hours, minutes and seconds', () => {
  expect(timeLeft(2 * day + 3 * 3_600 * second + 4 * 60 * second + 5 * second)).toEqual({
    ...{ days: 2, hours: 3, minutes: 4, seconds: 5 },
  })
})

test('a second that has begun is shown until it is over, and nothing is left afterwards', () => {
  expect(timeLeft(1)).toMatchObject({ days: 0, minutes: 0, seconds: 1 })
  expect(timeLeft(0)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 })
  expect(timeLeft(-5_000)).toEqual(timeLeft(0))
})

test('everybody asks at another moment, soon at first, and never less often than twice a minute', () => {
  expect(askAfter(0, 0)).toBe(1_000)
  expect(askAfter(0, 0.5)).toBe(1_500)
  expect(askAfter(3, 0)).toBe(8_000)
  expect(askAfter(20, 0.99)).toBeLessThanOrEqual(60_000)
})
