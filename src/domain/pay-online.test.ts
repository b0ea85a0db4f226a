import { expect, test } from 'vitest'
import { canPayOnline, isAtBank } from './pay-online'

const order = {
  paymentMethod: 'stripe',
  paymentStatus: 'pending',
  fulfilmentStatus: 'unfulfilled',
  expiresAt: '2026-11-22T10:00:00.000Z',
} as const

test('an unpaid order of a provider can be paid, also after a declined card', () => {
  expect(canPayOnline(order)).toBe(true)
  expect(canPayOnline({ ...order, paymentStatus: 'failed' })).toBe(true)
})

test('what is paid, held, over or paid by hand cannot', () => {
  for (const paymentStatus of ['paid', 'authorised', 'refunded', 'expired'] as const)
    expect(canPayOnline({ ...order, paymentStatus })).toBe(false)
  expect(canPayOnline({ ...order, fulfilmentStatus: 'cancelled' })).toBe(false)
  expect(canPayOnline({ ...order, paymentMethod: 'manual' })).toBe(false)
})

test('while a bank takes its days nobody pays a second time', () => {
  const atBank = { ...order, expiresAt: undefined }
  expect(isAtBank(atBank)).toBe(true)
  expect(canPayOnline(atBank)).toBe(false)
})
