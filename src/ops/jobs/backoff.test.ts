import { expect, test } from 'vitest'
import { backoffSeconds } from './backoff'

test('the wait between attempts doubles and ends at six hours', () => {
  expect([1, 2, 3].map(backoffSeconds)).toEqual([30, 60, 120])
  expect(backoffSeconds(40)).toBe(6 * 3600)
})
