import { expect, test } from 'vitest'
import {
  advanceFulfilment,
  advancePayment,
  fulfilmentStatuses,
  fulfilmentTransitions,
  isExpired,
  paymentStatuses,
  paymentTransitions,
} from './order-state'

test('the tables know every status, and lead to known ones', () => {
  expect(Object.keys(paymentTransitions)).toEqual([...paymentStatuses])
  expect(
    Object.values(paymentTransitions)
      .flat()
      .every((to) => paymentStatuses.includes(to)),
  ).toBe(true)
  expect(Object.keys(fulfilmentTransitions)).toEqual([...fulfilmentStatuses])
  expect(
    Object.values(fulfilmentTransitions)
      .flat()
      .every((to) => fulfilmentStatuses.includes(to)),
  ).toBe(true)
})

test('a state moves where the table leads, stays where it is, and goes nowhere else', () => {
  expect(advancePayment('pending', 'paid')).toBe('paid')
  expect(advancePayment('paid', 'paid')).toBe('paid')
  expect(() => advancePayment('paid', 'pending')).toThrow('order.state')
  expect(advanceFulfilment('unfulfilled', 'cancelled')).toBe('cancelled')
  expect(() => advanceFulfilment('partially-fulfilled', 'cancelled')).toThrow('order.state')
})

test('nothing shipped is ever cancelled, nothing refunded is ever pending', () => {
  for (const from of ['partially-fulfilled', 'fulfilled', 'delivered'] as const)
    expect(fulfilmentTransitions[from]).not.toContain('cancelled')
  for (const from of ['paid', 'partially-refunded', 'refunded'] as const)
    expect(paymentTransitions[from]).not.toContain('pending')
})

test('only what time has ended counts as expired', () => {
  expect(isExpired({ paymentStatus: 'expired', fulfilmentStatus: 'cancelled' })).toBe(true)
  expect(isExpired({ paymentStatus: 'failed', fulfilmentStatus: 'cancelled' })).toBe(false)
})
