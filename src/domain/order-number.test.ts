import { expect, test } from 'vitest'
import { readOrderNumber } from './order-number'

test('an order number is read as people type it', () => {
  for (const typed of ['M-100001', 'm-100001', ' m-100001 ', 'M100001', '100001', 'M-100 001'])
    expect(readOrderNumber(typed)).toBe('M-100001')
  for (const other of ['', 'M-', 'X-100001', '10000', 'M-100001; DROP', '1'.repeat(16)])
    expect(readOrderNumber(other)).toBeUndefined()
})
