import { expect, test } from 'vitest'
import {
  cancelGate,
  captureGate,
  editGate,
  invoiceGate,
  isDone,
  mayLeave,
  nextStep,
  refundGate,
  shipGate,
  type DeskState,
} from './desk-rules'

const order = (changes: Partial<DeskState> = {}): DeskState => ({
  paymentStatus: 'pending',
  fulfilmentStatus: 'unfulfilled',
  paymentMethod: 'manual',
  currency: 'EUR',
  total: 20000,
  captured: 0,
  refunded: 0,
  owed: 0,
  credited: 0,
  held: 0,
  lines: [{ quantity: 2, shipped: 0 }],
  ...changes,
})
const paid = { paymentStatus: 'paid', captured: 20000 }
const gone = { fulfilmentStatus: 'fulfilled', lines: [{ quantity: 2, shipped: 2 }] }

test('an unpaid bank transfer waits for its money and does not leave by itself', () => {
  expect(nextStep(order())).toBe('Wait for €\u00a0200.00. When it is in the account, take the payment.')
  expect(mayLeave(order())).toBe(false)
  expect([captureGate(order()).open, shipGate(order()).open, cancelGate(order()).open]).toEqual([
    true,
    true,
    true,
  ])
})

test('an order paid on delivery leaves unpaid, and its money is taken afterwards', () => {
  const onDelivery = order({ paymentMethod: 'cash-on-delivery' })
  expect(mayLeave(onDelivery)).toBe(true)
  expect(nextStep(onDelivery)).toBe('Ship 2 pairs. The carrier collects €\u00a0200.00.')
  expect(nextStep({ ...onDelivery, ...gone })).toContain('Take the payment when the carrier has paid out')
})

test('a paid order is shipped, then the rest of it', () => {
  expect(nextStep(order(paid))).toBe('Ship 2 pairs.')
  const half = order({
    ...paid,
    fulfilmentStatus: 'partially-fulfilled',
    lines: [{ quantity: 2, shipped: 1 }],
  })
  expect(nextStep(half)).toBe('Ship the other 1 pair.')
})

test('what is paid and gone is done, and no button is left', () => {
  const done = order({ ...paid, ...gone })
  expect(isDone(done)).toBe(true)
  expect([captureGate(done).open, shipGate(done).open, cancelGate(done).open]).toEqual([false, false, false])
})

test('an order with a pair on its way cannot be cancelled', () => {
  const half = order({ fulfilmentStatus: 'partially-fulfilled', lines: [{ quantity: 2, shipped: 1 }] })
  expect(cancelGate(half).reason).toBe('Pairs have left already. They can only come back as a return.')
})

test('a cancelled order that still holds money asks for it to be given back', () => {
  const cancelled = order({ ...paid, fulfilmentStatus: 'cancelled' })
  expect(isDone(cancelled)).toBe(false)
  expect(nextStep(cancelled)).toContain('Give back €\u00a0200.00')
  expect(isDone({ ...cancelled, refunded: 20000 })).toBe(true)
})

test('an order that was not paid in time is closed', () => {
  const late = order({ paymentStatus: 'expired', fulfilmentStatus: 'cancelled' })
  expect(isDone(late)).toBe(true)
  expect(shipGate(late).open).toBe(false)
})

test('money that is to go back is sent first, and given back only while some is left', () => {
  const owing = order({ ...paid, ...gone, owed: 5000 })
  expect(nextStep(owing)).toBe('Send €\u00a050.00 back, then say so under Money.')
  expect(isDone(owing)).toBe(false)
  expect(refundGate(owing).open).toBe(true)
  expect(refundGate(order()).reason).toBe('No money has come.')
  expect(refundGate(order({ ...paid, owed: 15000, refunded: 5000 })).reason).toBe('All of it went back.')
})

test('a bank transfer that left unpaid waits for its money, not for the carrier', () => {
  expect(nextStep(order(gone))).toBe(
    'All pairs have left. Wait for €\u00a0200.00. When it is in the account, take the payment.',
  )
})

test('an invoice may be issued for what is paid or has left, and ends all changing', () => {
  expect(invoiceGate(order()).open).toBe(false)
  expect(invoiceGate(order(paid)).open).toBe(true)
  expect(invoiceGate(order(gone)).open).toBe(true)
  expect(invoiceGate(order({ ...paid, refunded: 500 })).open).toBe(false)
  expect(invoiceGate(order({ total: 0 })).reason).toContain('costs nothing')
  expect(invoiceGate(order({ fulfilmentStatus: 'cancelled' })).open).toBe(false)
  expect([editGate(order(paid)).open, editGate(order(paid), true).open]).toEqual([true, false])
})
