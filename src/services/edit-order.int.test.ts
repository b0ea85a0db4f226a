import { sql } from '@payloadcms/db-postgres'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { captureOrder } from './capture-order'
import { editOrder, previewEdit } from './edit-order'
import { ledgerProblems } from './ledger-problems'
import { orderById } from './order-view'
import { addProvider } from './payments/providers'
import { refundOrder } from './refund-order'
import { shipOrder } from './ship-order'
import { atOnce } from './testing/at-once'
import { deliveredWith } from './testing/delivered'
import { makeProvider } from './testing/provider'
import { makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

const { delivered, settleAll } = deliveredWith(getTestRequest)

const { provider, calls } = makeProvider('edit-card')
beforeAll(() => addProvider(provider))
afterEach(async () => {
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

const reason = 'by phone'

test('fewer pairs give back the difference, and the order asks for no more', async () => {
  const { req, orderId, line, sums, levels } = await delivered({ pairs: 3, ship: 0 })
  const call = { orderId, lines: [{ lineId: line, quantity: 2 }], reason, key: 'e' }
  expect(await previewEdit(req, orderId, call)).toMatchObject({ total: 40_000, difference: -20_000 })
  const edited = await editOrder(req, call)
  expect(edited).toMatchObject({ totals: { total: { amount: 40_000 } }, lines: [{ quantity: 2 }] })
  expect(await sums()).toEqual({ captured: 60_000, refunded: 0, owed: 20_000, total: 40_000 })
  expect((await levels())[0]).toEqual({ onHand: 5, reserved: 2 })
  await editOrder(req, call)
  await settleAll(orderId)
  expect((await orderById(req, orderId))?.paymentStatus).toBe('partially-refunded')
  await expect(captureOrder(req, { orderId })).rejects.toThrow('order.not-payable')
  expect((await shipOrder(req, { orderId })).fulfilmentStatus).toBe('fulfilled')
})

test('more pairs, another size and a new line are held and asked for before anything leaves', async () => {
  const { req, orderId, line, variants, sums, levels, mails } = await delivered({ pairs: 1, ship: 0 })
  const other = await makeProduct(req, { stock: [4], price: 5_000 })
  await editOrder(req, {
    orderId,
    lines: [{ lineId: line, quantity: 2, variantId: variants[1]?.id ?? '' }],
    add: [{ variantId: other.variants[0]?.id ?? '', quantity: 3 }],
    reason,
  })
  const edited = await orderById(req, orderId)
  expect(edited).toMatchObject({
    paymentStatus: 'partially-paid',
    totals: { total: { amount: 55_000 }, tax: { amount: 9_918 } },
    lines: [
      { size: '37', labels: { eu: '37' }, quantity: 2 },
      { size: '36', labels: { eu: '36' }, quantity: 3, title: expect.stringContaining('Shoe') as string },
    ],
  })
  expect(edited?.timeline.at(-1)).toMatchObject({ kind: 'changed', note: reason })
  expect(await levels()).toEqual([
    { onHand: 5, reserved: 0 },
    { onHand: 5, reserved: 2 },
  ])
  await expect(shipOrder(req, { orderId })).rejects.toThrow('order.unpaid')
  await captureOrder(req, { orderId })
  expect(await sums()).toMatchObject({ captured: 55_000, total: 55_000 })
  expect(await shipOrder(req, { orderId })).toMatchObject({
    paymentStatus: 'paid',
    fulfilmentStatus: 'fulfilled',
  })
  expect(await mails()).toContain('order-changed')
})

test('cheaper, settled, then dearer again: only the difference is asked for', async () => {
  const { req, orderId, line, sums } = await delivered({ pairs: 2, ship: 0 })
  await editOrder(req, { orderId, lines: [{ lineId: line, quantity: 1 }], reason })
  await settleAll(orderId)
  await editOrder(req, { orderId, lines: [{ lineId: line, quantity: 3 }], reason })
  expect(await sums()).toMatchObject({ captured: 40_000, refunded: 20_000, total: 60_000 })
  expect((await orderById(req, orderId))?.paymentStatus).toBe('partially-paid')
  await captureOrder(req, { orderId })
  expect(await sums()).toMatchObject({ captured: 80_000, refunded: 20_000, owed: 0 })
  expect((await orderById(req, orderId))?.paymentStatus).toBe('partially-refunded')
  await shipOrder(req, { orderId })
})

test('goodwill of before is not asked for again', async () => {
  const { req, orderId, line, sums } = await delivered({ pairs: 2, ship: 0 })
  await refundOrder(req, { orderId, amount: 1_000, reason })
  await settleAll(orderId)
  expect(await previewEdit(req, orderId, { lines: [{ lineId: line, quantity: 1 }] })).toMatchObject({
    difference: -20_000,
  })
  await editOrder(req, { orderId, lines: [{ lineId: line, quantity: 1 }], reason })
  expect(await sums()).toMatchObject({ captured: 40_000, refunded: 1_000, owed: 20_000 })
})

test('through a provider the difference is a payment of its own, and goes back to where it came from', async () => {
  const { req, orderId, line, sums } = await delivered({ pairs: 1, ship: 0, paymentMethod: 'edit-card' })
  await editOrder(req, { orderId, lines: [{ lineId: line, quantity: 2 }], reason })
  const rows = await rowsOf(
    req,
    sql`SELECT amount::float8 AS amount, status FROM payments WHERE order_id = ${orderId} ORDER BY created_at`,
  )
  expect(rows).toEqual([
    { amount: 20_000, status: 'captured' },
    { amount: 20_000, status: 'pending' },
  ])
  await captureOrder(req, { orderId })
  expect(await sums()).toMatchObject({ captured: 40_000 })
  await refundOrder(req, { orderId, amount: 30_000, reason })
  expect(await sums()).toMatchObject({ captured: 40_000, refunded: 30_000, owed: 0 })
  expect(
    calls
      .filter((call) => call.verb === 'refund' && call.payment.orderId === orderId)
      .map((call) => call.payment.amount.amount)
      .sort((one, other) => other - one),
  ).toEqual([20_000, 10_000])
})

test('too few pairs are refused, and nothing has changed', async () => {
  const { req, orderId, line, levels, sums } = await delivered({ pairs: 2, ship: 0 })
  const before = [await levels(), await sums(), (await orderById(req, orderId))?.timeline.length]
  await expect(
    editOrder(req, { orderId, lines: [{ lineId: line, quantity: 6 }], reason }),
  ).rejects.toMatchObject({
    code: 'stock.insufficient',
    status: 409,
  })
  await expect(
    editOrder(req, { orderId, lines: [{ lineId: line, quantity: 1 }], reason: ' ' }),
  ).rejects.toThrow('validation.failed')
  await expect(editOrder(req, { orderId, add: [{ variantId: 'x', quantity: 1 }], reason })).rejects.toThrow(
    'variant.not-found',
  )
  expect([await levels(), await sums(), (await orderById(req, orderId))?.timeline.length]).toEqual(before)
})

test('changing and shipping at once: whoever is first, the books agree', async () => {
  const payload = await getTestPayload()
  for (let round = 0; round < 6; round += 1) {
    const { orderId, line, sums } = await delivered({ pairs: 2, ship: 0 })
    const { done, broken, refused } = await atOnce(payload, 2, (req, index) =>
      index === round % 2
        ? shipOrder(req, { orderId })
        : editOrder(req, { orderId, lines: [{ lineId: line, quantity: 1 }], reason }),
    )
    expect(broken).toEqual([])
    const total = (await sums())?.total
    const shipped = (await orderById(await getTestRequest(), orderId))?.lines[0]?.shipped
    expect(done.length === 2 ? [total, shipped] : [total, shipped, refused]).toEqual(
      done.length === 2 ? [20_000, 1] : [40_000, 2, { 'order.edit': 1 }],
    )
    expect(await ledgerProblems(await getTestRequest())).toEqual([])
  }
})

test('a shipped order is not changed', async () => {
  const { req, orderId, line } = await delivered()
  await expect(
    editOrder(req, { orderId, lines: [{ lineId: line, quantity: 2 }], reason }),
  ).rejects.toMatchObject({
    code: 'order.edit',
    status: 409,
  })
})
