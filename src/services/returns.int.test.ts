import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterEach, expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { captureOrder } from './capture-order'
import { ledgerProblems } from './ledger-problems'
import {
  approveReturn,
  cancelReturn,
  completeReturn,
  inspectReturn,
  receiveReturn,
  rejectReturn,
} from './move-return'
import { orderById } from './order-view'
import { refundOrder } from './refund-order'
import { requestReturn, returnOrder } from './request-return'
import { returnById, returnChoices } from './return-view'
import { shipOrder } from './ship-order'
import { atOnce } from './testing/at-once'
import { deliveredWith } from './testing/delivered'
import { rowsOf } from './transaction'

const { delivered, settleAll } = deliveredWith(getTestRequest)

afterEach(async () => {
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

const wish = (lineId: string, quantity = 1, exchangeVariantId?: string) => ({
  lineId,
  quantity,
  reason: 'too-small' as const,
  ...(exchangeVariantId && { exchangeVariantId }),
})

/** The pairs arrive, all sound, and the return is ended. */
async function comeBack(returnId: string, complete: object = {}) {
  const req = await getTestRequest()
  await receiveReturn(req, { returnId })
  const { lines } = await returnById(req, returnId)
  await inspectReturn(req, {
    returnId,
    lines: lines.map(({ lineId, quantity }) => ({ lineId, restock: quantity, writeOff: 0 })),
  })
  await completeReturn(req, { returnId, ...complete })
}

test('from the wish to the shelf and the money: each step once, in its order', async () => {
  const { req, orderId, order, line, levels, sums, mails } = await delivered({ pairs: 2 })
  const { id: returnId, number } = await requestReturn(req, { orderId, lines: [wish(line)] })
  expect(number).toMatch(/^R-\d{6}$/)
  await expect(receiveReturn(req, { returnId })).rejects.toThrow('return.state')
  await approveReturn(req, { returnId, key: 'a' })
  await approveReturn(req, { returnId, key: 'a' })
  await receiveReturn(req, { returnId })
  await expect(cancelReturn(req, { returnId, ofOrderId: orderId })).rejects.toThrow('return.state')
  await inspectReturn(req, { returnId, lines: [{ lineId: line, restock: 1, writeOff: 0 }] })
  expect((await levels())[0]).toEqual({ onHand: 4, reserved: 0 })
  await completeReturn(req, { returnId })
  expect(await sums()).toMatchObject({ owed: 20_000, refunded: 0 })
  await settleAll(orderId)
  expect(await sums()).toMatchObject({ owed: 0, refunded: 20_000 })
  expect(await orderById(req, orderId)).toMatchObject({ paymentStatus: 'partially-refunded' })
  const [movement] = await rowsOf(
    req,
    sql`SELECT quantity::float8 AS quantity, kind FROM stock_movements WHERE document = ${number}`,
  )
  expect(movement).toEqual({ quantity: 1, kind: 'return' })
  expect(await mails()).toEqual(
    expect.arrayContaining(['return-requested', 'return-approved', 'return-received', 'return-completed']),
  )
  expect(order.totals.total.amount).toBe(40_000)
})

test('a pair that is not sound is written off, and gives back less', async () => {
  const { req, orderId, line, levels, sums } = await delivered({ pairs: 2 })
  const { id: returnId } = await returnOrder(req, { orderId, lines: [wish(line, 2)] })
  await receiveReturn(req, { returnId })
  for (const lines of [
    [],
    [{ lineId: line, restock: 1, writeOff: 0 }],
    [{ lineId: line, restock: 3, writeOff: -1 }],
    [{ lineId: 'x', restock: 2, writeOff: 0 }],
  ])
    await expect(inspectReturn(req, { returnId, lines })).rejects.toThrow('validation.failed')
  await inspectReturn(req, { returnId, lines: [{ lineId: line, restock: 1, writeOff: 1 }] })
  expect((await levels())[0]).toEqual({ onHand: 4, reserved: 0 })
  await expect(completeReturn(req, { returnId, deduct: 40_001 })).rejects.toThrow('refund.amount')
  await completeReturn(req, { returnId, deduct: 5_000 })
  expect(await sums()).toMatchObject({ owed: 35_000 })
})

test('what was not bought, not shipped or is on its way back is refused, and changes nothing', async () => {
  const { req, orderId, line, variants } = await delivered({ pairs: 2, ship: 1 })
  const other = variants[1]?.id
  const refused = (lineId: string, quantity: number, reason: string) =>
    expect(requestReturn(req, { orderId, lines: [wish(lineId, quantity, other)] })).rejects.toMatchObject({
      code: 'return.line',
      status: 409,
      details: { reason },
    })
  await refused('nothing', 1, 'not-bought')
  await refused(line, 3, 'not-bought')
  await refused(line, 2, 'not-shipped')
  await requestReturn(req, { orderId, lines: [wish(line)] })
  await refused(line, 1, 'returned')
  const [held] = await rowsOf(
    req,
    sql`SELECT count(*)::int AS rows FROM orders WHERE exchange_of_id IS NOT NULL AND email = 'ada@example.com' AND
      exchange_of_id IN (SELECT id FROM returns WHERE order_id = ${orderId})`,
  )
  expect(held).toEqual({ rows: 0 })
})

test('the same pair returned twice at once is one return', async () => {
  const payload = await getTestPayload()
  const { orderId, line } = await delivered()
  const race = await atOnce(payload, 8, (req) => requestReturn(req, { orderId, lines: [wish(line)] }))
  expect([race.done.length, race.broken, race.refused]).toEqual([1, [], { 'return.line': 7 }])
})

test('a return that was refused or called off may be made again', async () => {
  const { req, orderId, line } = await delivered()
  const first = await requestReturn(req, { orderId, lines: [wish(line)] })
  await rejectReturn(req, { returnId: first.id, reason: 'worn outside' })
  expect(await returnById(req, first.id)).toMatchObject({ status: 'rejected', refusal: 'worn outside' })
  const second = await requestReturn(req, { orderId, lines: [wish(line)] })
  await expect(cancelReturn(req, { returnId: second.id, ofOrderId: randomUUID() })).rejects.toThrow(
    'return.not-found',
  )
  await cancelReturn(req, { returnId: second.id, ofOrderId: orderId })
  await requestReturn(req, { orderId, lines: [wish(line)] })
})

test('an exchange holds the other size at once, moves no money, and leaves when the pair has come', async () => {
  const { req, orderId, line, variants, levels, sums } = await delivered({ stock: [5, 2] })
  const [choice] = await returnChoices(req, orderId)
  expect(choice).toMatchObject({ left: 1, sizes: [{ label: '37', available: 2 }] })
  const made = await requestReturn(req, { orderId, lines: [wish(line, 1, variants[1]?.id)] })
  const exchangeId = made.exchange?.orderId ?? ''
  expect(await levels()).toEqual([
    { onHand: 4, reserved: 0 },
    { onHand: 2, reserved: 1 },
  ])
  const exchange = await orderById(req, exchangeId)
  expect(exchange).toMatchObject({
    paymentStatus: 'paid',
    fulfilmentStatus: 'unfulfilled',
    totals: { total: { amount: 0 } },
    lines: [{ size: '37', labels: { eu: '37' }, quantity: 1 }],
  })
  await approveReturn(req, { returnId: made.id })
  await expect(shipOrder(req, { orderId: exchangeId })).rejects.toThrow('order.not-shippable')
  await comeBack(made.id)
  expect((await shipOrder(req, { orderId: exchangeId })).fulfilmentStatus).toBe('fulfilled')
  expect(await sums()).toMatchObject({ owed: 0, refunded: 0 })
  expect(await levels()).toEqual([
    { onHand: 5, reserved: 0 },
    { onHand: 1, reserved: 0 },
  ])
})

test('the pair of an exchange that comes back too gives back what was paid for the first', async () => {
  const { req, orderId, line, variants, sums } = await delivered({ stock: [5, 2] })
  const made = await returnOrder(req, { orderId, lines: [wish(line, 1, variants[1]?.id)] })
  await comeBack(made.id)
  const exchangeId = made.exchange?.orderId ?? ''
  const exchange = await shipOrder(req, { orderId: exchangeId })
  const again = await returnOrder(req, { orderId: exchangeId, lines: [wish(exchange.lines[0]?.id ?? '')] })
  await comeBack(again.id)
  expect(await sums()).toMatchObject({ owed: 20_000 })
  await settleAll(orderId)
  expect(await orderById(req, orderId)).toMatchObject({ paymentStatus: 'refunded' })
})

test('a dearer size is paid for before it leaves, a cheaper one gives back the difference', async () => {
  const dearer = await delivered({ stock: [5, 2], otherPrice: 22_000 })
  const up = await returnOrder(dearer.req, {
    orderId: dearer.orderId,
    lines: [wish(dearer.line, 1, dearer.variants[1]?.id)],
  })
  const upId = up.exchange?.orderId ?? ''
  expect(await orderById(dearer.req, upId)).toMatchObject({
    paymentStatus: 'pending',
    totals: { total: { amount: 2_000 } },
  })
  await comeBack(up.id)
  await expect(shipOrder(dearer.req, { orderId: upId })).rejects.toThrow('order.unpaid')
  await captureOrder(dearer.req, { orderId: upId })
  await shipOrder(dearer.req, { orderId: upId })

  const cheaper = await delivered({ stock: [5, 2], otherPrice: 17_000 })
  const down = await returnOrder(cheaper.req, {
    orderId: cheaper.orderId,
    lines: [wish(cheaper.line, 1, cheaper.variants[1]?.id)],
  })
  await comeBack(down.id)
  expect(await cheaper.sums()).toMatchObject({ owed: 3_000 })
  const downId = down.exchange?.orderId ?? ''
  const shipped = await shipOrder(cheaper.req, { orderId: downId })
  const back = await returnOrder(cheaper.req, {
    orderId: downId,
    lines: [wish(shipped.lines[0]?.id ?? '')],
  })
  await comeBack(back.id)
  expect(await cheaper.sums()).toMatchObject({ owed: 20_000 })
})

test('an exchange that is refused or called off gives its pair back, and its money', async () => {
  const { req, orderId, line, variants, levels } = await delivered({ stock: [5, 2], otherPrice: 22_000 })
  const made = await returnOrder(req, { orderId, lines: [wish(line, 1, variants[1]?.id)] })
  const exchangeId = made.exchange?.orderId ?? ''
  await captureOrder(req, { orderId: exchangeId })
  await cancelReturn(req, { returnId: made.id, ofOrderId: orderId })
  expect(await orderById(req, exchangeId)).toMatchObject({ fulfilmentStatus: 'cancelled' })
  await settleAll(exchangeId)
  expect(await orderById(req, exchangeId)).toMatchObject({ paymentStatus: 'refunded' })
  expect((await levels())[1]).toEqual({ onHand: 2, reserved: 0 })
})

test('two who want the last pair in exchange: one gets it', async () => {
  const payload = await getTestPayload()
  const { orderId, line, variants } = await delivered({ stock: [9, 1], pairs: 2 })
  const race = await atOnce(payload, 2, (req) =>
    requestReturn(req, { orderId, lines: [wish(line, 1, variants[1]?.id)] }),
  )
  expect([race.done.length, race.broken, race.refused]).toEqual([1, [], { 'stock.insufficient': 1 }])
})

test('a size of another product is no exchange', async () => {
  const { req, orderId, line } = await delivered()
  const stranger = await delivered()
  await expect(
    requestReturn(req, { orderId, lines: [wish(line, 1, stranger.variants[0]?.id)] }),
  ).rejects.toThrow('variant.not-found')
})

test('a pair whose money went back already comes back without money', async () => {
  const { req, orderId, line, sums } = await delivered()
  await refundOrder(req, { orderId, lines: [{ lineId: line, quantity: 1 }], reason: 'kindness' })
  const made = await returnOrder(req, { orderId, lines: [wish(line)] })
  await comeBack(made.id)
  expect(await sums()).toMatchObject({ owed: 20_000, captured: 20_000 })
})

test('one key makes one return, even many times at once', async () => {
  const payload = await getTestPayload()
  const { orderId, line } = await delivered({ pairs: 2 })
  const call = { orderId, lines: [wish(line)], key: 'r' }
  const race = await atOnce(payload, 6, (req) => requestReturn(req, call))
  expect(race.broken).toEqual([])
  expect(race.done).toEqual(Array(6).fill(race.done[0]))
})
