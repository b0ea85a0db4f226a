import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { captureOrder } from './capture-order'
import { addLine, createCart } from './cart'
import { ledgerProblems } from './ledger-problems'
import type { ProviderPayment } from './payments/provider'
import { addProvider } from './payments/providers'
import { placeOrder } from './place-order'
import { refundOrder } from './refund-order'
import { settleDues } from './settle-dues'
import { settleRefund } from './settle-refund'
import { shipOrder } from './ship-order'
import { atOnce } from './testing/at-once'
import { makeProvider } from './testing/provider'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

const { provider, calls, state } = makeProvider('refund-card')
const refundsOf = (orderId: string): ProviderPayment[] =>
  calls
    .filter((call) => call.verb === 'refund' && call.payment.orderId === orderId)
    .map((call) => call.payment)

beforeAll(() => addProvider(provider))
afterEach(async () => {
  state.isDown = false
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

async function paid({ stock = [9, 9], pairs = 3, price = 2_333, paymentMethod = 'refund-card' } = {}) {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock, price })
  const { token } = await createCart(req, {})
  for (const { id } of variants) await addLine(req, token, { variantId: id, quantity: pairs })
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf({ paymentMethod }) })
  await captureOrder(req, { orderId: order.id })
  const sums = async () => {
    const [row] = await rowsOf<{ captured: number; refunded: number; owed: number }>(
      req,
      sql`SELECT captured::float8 AS captured, refunded::float8 AS refunded, owed::float8 AS owed FROM orders WHERE id = ${order.id}`,
    )
    return row
  }
  return { req, order, orderId: order.id, lines: order.lines.map((line) => line.id), sums }
}

test('pair by pair and delivery last: exactly the whole, each call under its own key', async () => {
  const { req, order, orderId, lines, sums } = await paid()
  for (const lineId of [...lines, ...lines, ...lines])
    await refundOrder(req, { orderId, lines: [{ lineId, quantity: 1 }], reason: 'too small' })
  const last = await refundOrder(req, { orderId, shipping: true, reason: 'all came back' })
  expect(last.paymentStatus).toBe('refunded')
  const total = order.totals.total.amount
  expect(await sums()).toEqual({ captured: total, refunded: total, owed: 0 })
  const asked = refundsOf(orderId)
  expect(asked.reduce((sum, call) => sum + call.amount.amount, 0)).toBe(total)
  expect(new Set(asked.map((call) => call.idempotencyKey)).size).toBe(7)
})

test('the same line a second time, or more than came, is refused and changes nothing', async () => {
  const { req, orderId, lines, sums } = await paid()
  const [lineId = ''] = lines
  await refundOrder(req, { orderId, lines: [{ lineId, quantity: 3 }], reason: 'faulty' })
  const before = await sums()
  await expect(
    refundOrder(req, { orderId, lines: [{ lineId, quantity: 1 }], reason: 'again' }),
  ).rejects.toMatchObject({ code: 'refund.line', status: 409, details: { left: 0 } })
  await expect(refundOrder(req, { orderId, amount: 10_590, reason: 'more' })).rejects.toMatchObject({
    code: 'refund.amount',
    status: 409,
  })
  await expect(refundOrder(req, { orderId, reason: 'nothing' })).rejects.toThrow('validation.failed')
  await expect(refundOrder(req, { orderId, amount: 1, reason: ' ' })).rejects.toThrow('validation.failed')
  expect(await sums()).toEqual(before)
})

test('ten refunds of the whole at once are one; ten under one key are one and answer the same', async () => {
  const payload = await getTestPayload()
  const { orderId, order, sums } = await paid()
  const total = order.totals.total.amount
  const race = await atOnce(payload, 10, (req) =>
    refundOrder(req, { orderId, amount: total - 100, reason: 'race' }),
  )
  expect(race).toMatchObject({ broken: [], refused: { 'refund.amount': 9 } })
  const repeats = await atOnce(payload, 10, (req) =>
    refundOrder(req, { orderId, amount: 10, reason: 'one', key: 'k' }),
  )
  expect([repeats.broken, repeats.done.length]).toEqual([[], 10])
  expect(await sums()).toEqual({ captured: total, refunded: total - 90, owed: 0 })
  const req = await getTestRequest()
  await expect(refundOrder(req, { orderId, amount: 20, reason: 'one', key: 'k' })).rejects.toThrow(
    'idempotency.mismatch',
  )
})

test('a provider that is down owes the refund, which is made later under the same key, once', async () => {
  const { req, orderId, sums } = await paid()
  state.isDown = true
  expect(await refundOrder(req, { orderId, amount: 500, reason: 'late' })).toMatchObject({
    paymentStatus: 'paid',
  })
  expect(await sums()).toMatchObject({ refunded: 0, owed: 500 })
  state.isDown = false
  await settleDues(req, orderId)
  await settleDues(req, orderId)
  expect(await sums()).toMatchObject({ refunded: 500, owed: 0 })
  expect(refundsOf(orderId)).toHaveLength(1)
})

test('offline money is owed until staff say it was sent, and can be said once', async () => {
  const { req, orderId, sums } = await paid({ paymentMethod: 'manual' })
  await refundOrder(req, { orderId, amount: 700, reason: 'late' })
  await settleDues(req)
  expect(await sums()).toMatchObject({ refunded: 0, owed: 700 })
  const [refund] = await rowsOf<{ id: string }>(req, sql`SELECT id FROM refunds WHERE order_id = ${orderId}`)
  const refundId = refund?.id ?? ''
  expect(await settleRefund(req, { refundId, reference: 'CRO 1' })).toMatchObject({
    paymentStatus: 'partially-refunded',
  })
  await expect(settleRefund(req, { refundId })).rejects.toThrow('refund.state')
  await expect(settleRefund(req, { refundId: randomUUID() })).rejects.toThrow('refund.not-found')
  expect(await sums()).toMatchObject({ refunded: 700, owed: 0 })
})

test('a refund through a network provider is not settled by hand', async () => {
  const { req, orderId } = await paid()
  state.isDown = true
  await refundOrder(req, { orderId, amount: 700, reason: 'late' })
  const [refund] = await rowsOf<{ id: string }>(req, sql`SELECT id FROM refunds WHERE order_id = ${orderId}`)
  await expect(settleRefund(req, { refundId: refund?.id ?? '' })).rejects.toThrow('refund.state')
})

test('goodwill does not hold an order back from being shipped, giving all back does', async () => {
  const { req, orderId, order } = await paid()
  await refundOrder(req, { orderId, amount: 500, reason: 'a wait' })
  await shipOrder(req, { orderId, lines: [{ lineId: order.lines[0]?.id ?? '', quantity: 1 }] })
  await refundOrder(req, { orderId, amount: order.totals.total.amount - 500, reason: 'lost' })
  await expect(shipOrder(req, { orderId })).rejects.toThrow('order.unpaid')
})
