import { expect, test } from 'vitest'
import { paymentStatusAfter } from './payment-sums'

test('the sums say the status', () => {
  const after = (captured: number, refunded: number) =>
    paymentStatusAfter('pending', { total: 100, captured, refunded })
  expect(after(0, 0)).toBe('pending')
  expect(after(40, 0)).toBe('partially-paid')
  expect(after(100, 0)).toBe('paid')
  expect(after(100, 30)).toBe('partially-refunded')
  expect(after(40, 40)).toBe('refunded')
})

test('money that comes after all went back leaves a part refunded', () => {
  expect(paymentStatusAfter('refunded', { total: 100, captured: 100, refunded: 40 })).toBe(
    'partially-refunded',
  )
  expect(paymentStatusAfter('partially-refunded', { total: 100, captured: 100, refunded: 100 })).toBe(
    'refunded',
  )
})
