import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterEach, expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { adjustStock } from './adjust-stock'
import { cancelOrder } from './cancel-order'
import { captureOrder } from './capture-order'
import { addLine, createCart } from './cart'
import { ledgerProblems } from './ledger-problems'
import { placeOrder } from './place-order'
import { settleRefund } from './settle-refund'
import { shipOrder } from './ship-order'
import { atOnce } from './testing/at-once'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

afterEach(async () => {
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

async function ordered({ stock = [5, 5], pairs = 2, paymentMethod = 'manual' } = {}) {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock, price: 20_000 })
  const { token } = await createCart(req, {})
  for (const { id } of variants) await addLine(req, token, { variantId: id, quantity: pairs })
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf({ paymentMethod }) })
  const levels = () =>
    rowsOf<{ onHand: number; reserved: number }>(
      req,
      sql`SELECT on_hand::float8 AS "onHand", reserved::float8 AS reserved FROM stock_levels
        WHERE variant_id::text IN (${sql.join(
          variants.map(({ id }) => sql`${id}`),
          sql`, `,
        )}) ORDER BY variant_id`,
    )
  const mails = () =>
    rowsOf<{ template: string }>(
      req,
      sql`SELECT template FROM emails WHERE entity LIKE ${`${order.number}%`} ORDER BY created_at`,
    )
  return {
    req,
    order,
    orderId: order.id,
    variants,
    levels,
    mails: async () => (await mails()).map((mail) => mail.template),
  }
}

test('money in, parcel out: paid, fulfilled, off the shelf, and the buyer is told', async () => {
  const { req, orderId, levels, mails } = await ordered()
  expect(await levels()).toEqual([
    { onHand: 5, reserved: 2 },
    { onHand: 5, reserved: 2 },
  ])
  expect(await captureOrder(req, { orderId })).toMatchObject({
    paymentStatus: 'paid',
    fulfilmentStatus: 'unfulfilled',
  })
  const shipped = await shipOrder(req, { orderId, carrier: 'Corriere', trackingNumber: 'C1' })
  expect(shipped).toMatchObject({
    fulfilmentStatus: 'fulfilled',
    shipments: [{ carrier: 'Corriere', trackingNumber: 'C1' }],
  })
  expect(shipped.timeline.map((entry) => entry.kind)).toEqual(['placed', 'payment-received', 'shipped'])
  expect(await levels()).toEqual([
    { onHand: 3, reserved: 0 },
    { onHand: 3, reserved: 0 },
  ])
  expect(await mails()).toEqual(['order-placed', 'payment-received', 'order-shipped'])
})

test('money in parts is partly paid until all of it is there', async () => {
  const { req, orderId, order } = await ordered()
  const total = order.totals.total.amount
  expect((await captureOrder(req, { orderId, amount: 100 })).paymentStatus).toBe('partially-paid')
  await expect(captureOrder(req, { orderId, amount: total })).rejects.toMatchObject({
    code: 'payment.amount',
    details: { outstanding: total - 100 },
  })
  for (const amount of [0, -1, 0.5])
    await expect(captureOrder(req, { orderId, amount })).rejects.toThrow('payment.amount')
  expect((await captureOrder(req, { orderId })).paymentStatus).toBe('paid')
  await expect(captureOrder(req, { orderId })).rejects.toThrow('order.not-payable')
})

test('what is not paid does not leave, but for cash on delivery or with a reason', async () => {
  const { req, orderId } = await ordered()
  await expect(shipOrder(req, { orderId })).rejects.toThrow('order.unpaid')
  await expect(shipOrder(req, { orderId, force: true, reason: ' ' })).rejects.toThrow('order.unpaid')
  expect(
    (await shipOrder(req, { orderId, force: true, reason: 'a friend of the house' })).fulfilmentStatus,
  ).toBe('fulfilled')
  const cash = await ordered({ paymentMethod: 'cash-on-delivery' })
  expect(cash.order.expiresAt).toBeUndefined()
  expect((await shipOrder(cash.req, { orderId: cash.orderId })).fulfilmentStatus).toBe('fulfilled')
})

test('an order leaves line by line', async () => {
  const { req, orderId, order, levels } = await ordered()
  await captureOrder(req, { orderId })
  const [first] = order.lines
  const half = await shipOrder(req, { orderId, lines: [{ lineId: first?.id ?? '', quantity: 1 }] })
  expect(half.fulfilmentStatus).toBe('partially-fulfilled')
  await expect(cancelOrder(req, { orderId, reason: 'too late' })).rejects.toThrow('order.state')
  expect((await levels()).reduce((sum, level) => sum + level.reserved, 0)).toBe(3)
  const rest = await shipOrder(req, { orderId })
  expect(rest.shipments.map((shipment) => shipment.lines.length)).toEqual([1, 2])
  await expect(shipOrder(req, { orderId })).rejects.toThrow('order.not-shippable')
})

test('a cancelled order gives its pairs back, and what was paid', async () => {
  const { req, orderId, levels, mails, order } = await ordered()
  await captureOrder(req, { orderId, amount: 500 })
  const cancelled = await cancelOrder(req, { orderId, reason: 'changed their mind' })
  expect(cancelled).toMatchObject({ fulfilmentStatus: 'cancelled', paymentStatus: 'partially-paid' })
  const [owed] = await rowsOf<{ id: string; amount: number }>(
    req,
    sql`SELECT id, amount::float8 AS amount FROM refunds WHERE order_id = ${orderId} AND status = 'owed'`,
  )
  expect(owed?.amount).toBe(500)
  expect(await settleRefund(req, { refundId: owed?.id ?? '' })).toMatchObject({ paymentStatus: 'refunded' })
  expect(await levels()).toEqual([
    { onHand: 5, reserved: 0 },
    { onHand: 5, reserved: 0 },
  ])
  expect(await mails()).toEqual(['order-placed', 'payment-received', 'order-cancelled', 'order-refunded'])
  await expect(captureOrder(req, { orderId })).rejects.toThrow('order.not-payable')
  await expect(shipOrder(req, { orderId, force: true, reason: 'x' })).rejects.toThrow('order.not-shippable')
  const [sums] = await rowsOf(
    req,
    sql`SELECT captured::float8 AS captured, refunded::float8 AS refunded FROM orders WHERE id = ${order.id}`,
  )
  expect(sums).toEqual({ captured: 500, refunded: 500 })
})

test('each verb repeated with its key, even at once, happens once and answers the same', async () => {
  const payload = await getTestPayload()
  const { orderId } = await ordered()
  const captured = await atOnce(payload, 10, (req) => captureOrder(req, { orderId, amount: 1_000, key: 'c' }))
  expect(captured.broken).toEqual([])
  expect(captured.done).toEqual(Array(10).fill(captured.done[0]))
  const req = await getTestRequest()
  await expect(captureOrder(req, { orderId, amount: 2_000, key: 'c' })).rejects.toThrow(
    'idempotency.mismatch',
  )
  await captureOrder(req, { orderId })
  const shipped = await atOnce(payload, 10, (own) => shipOrder(own, { orderId, key: 's' }))
  expect([shipped.broken, shipped.done.length, shipped.done[0]?.shipments.length]).toEqual([[], 10, 1])
})

test('a refused verb leaves no key behind', async () => {
  const { req, orderId } = await ordered()
  await expect(shipOrder(req, { orderId, key: 'k' })).rejects.toThrow('order.unpaid')
  await captureOrder(req, { orderId })
  expect((await shipOrder(req, { orderId, key: 'k' })).fulfilmentStatus).toBe('fulfilled')
})

test('shipping and cancelling at once: one of them', async () => {
  const payload = await getTestPayload()
  for (let round = 0; round < 5; round += 1) {
    const { req, orderId } = await ordered()
    await captureOrder(req, { orderId })
    const { done, refused, broken } = await atOnce(payload, 2, (own, index) =>
      index === 0 ? shipOrder(own, { orderId }) : cancelOrder(own, { orderId, reason: 'race' }),
    )
    expect([done.length, broken, Object.values(refused)]).toEqual([1, [], [1]])
  }
})

test('stock is corrected to a count or by a difference, never below what is reserved', async () => {
  const { req, variants, levels } = await ordered({ stock: [5] })
  const variantId = variants[0]?.id ?? ''
  expect(await adjustStock(req, { variantId, setTo: 9, reason: 'counted' })).toMatchObject({
    onHand: 9,
    reserved: 2,
  })
  expect(await adjustStock(req, { variantId, delta: -7, reason: 'damp' })).toMatchObject({ onHand: 2 })
  await expect(adjustStock(req, { variantId, setTo: 1, reason: 'lost' })).rejects.toMatchObject({
    code: 'stock.insufficient',
    status: 409,
  })
  await expect(adjustStock(req, { variantId, delta: -1, reason: 'lost' })).rejects.toThrow(
    'stock.insufficient',
  )
  for (const delta of [0.5, 1e9, Number.NaN])
    await expect(adjustStock(req, { variantId, delta, reason: 'x' })).rejects.toThrow('validation.failed')
  await expect(adjustStock(req, { variantId, setTo: 5, reason: ' ' })).rejects.toThrow('validation.failed')
  await expect(adjustStock(req, { variantId: randomUUID(), setTo: 5, reason: 'x' })).rejects.toThrow(
    'variant.not-found',
  )
  expect(await levels()).toEqual([{ onHand: 2, reserved: 2 }])
})

test('twenty corrections at once all count, and those with one key once', async () => {
  const payload = await getTestPayload()
  const { variants, levels } = await ordered({ stock: [5] })
  const variantId = variants[0]?.id ?? ''
  const { broken } = await atOnce(payload, 20, (req) =>
    adjustStock(req, { variantId, delta: 1, reason: 'found' }),
  )
  await atOnce(payload, 20, (req) => adjustStock(req, { variantId, delta: 1, reason: 'found', key: 'one' }))
  expect(broken).toEqual([])
  expect(await levels()).toEqual([{ onHand: 26, reserved: 2 }])
})

test('every verb leaves an audit entry with what was before and after', async () => {
  const { req, orderId } = await ordered()
  await captureOrder(req, { orderId })
  await shipOrder(req, { orderId })
  const entries = await rowsOf(
    req,
    sql`SELECT action, before, after FROM audit_entries WHERE entity_id = ${orderId} ORDER BY seq`,
  )
  expect(entries).toMatchObject([
    { action: 'order.capture', before: { paymentStatus: 'pending' }, after: { paymentStatus: 'paid' } },
    {
      action: 'order.ship',
      before: { fulfilmentStatus: 'unfulfilled' },
      after: { fulfilmentStatus: 'fulfilled' },
    },
  ])
})
