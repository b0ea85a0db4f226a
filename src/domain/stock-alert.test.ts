import { expect, test } from 'vitest'
import { alertsAllowed } from './stock-alert'

test('five are told for each pair, those of the last day counted', () => {
  expect([alertsAllowed(1, 0), alertsAllowed(3, 0), alertsAllowed(1, 3), alertsAllowed(1, 5)]).toEqual([
    5, 15, 2, 0,
  ])
  expect(alertsAllowed(1, 9)).toBe(0)
  expect(alertsAllowed(0, 0)).toBe(0)
})
