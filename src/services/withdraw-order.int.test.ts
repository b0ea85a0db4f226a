import { sql } from '@payloadcms/db-postgres'
import { afterEach, expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { deliverOrder } from './deliver-order'
import { ledgerProblems } from './ledger-problems'
import { completeReturn, inspectReturn, receiveReturn } from './move-return'
import { orderById } from './order-view'
import { refundOrder } from './refund-order'
import { returnsOf } from './return-view'
import { shipOrder } from './ship-order'
import { atOnce } from './testing/at-once'
import { deliveredWith } from './testing/delivered'
import { rowsOf } from './transaction'
import { withdrawalDeadline, withdrawFromOrder } from './withdraw-order'

const { delivered, settleAll } = deliveredWith(getTestRequest)

afterEach(async () => {
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

const who = { name: 'Ada Rossi', email: 'ada@example.com' }

test('an order that has not left is cancelled, its money goes back, the receipt carries the time', async () => {
  const { req, orderId, order, levels, sums } = await delivered({ ship: 0, pairs: 2 })
  const stated = await withdrawFromOrder(req, { orderId, ...who, key: 'w' })
  expect(stated).toMatchObject({ outcome: 'cancelled', isLate: false })
  expect(stated.deadline).toBeUndefined()
  expect(await withdrawFromOrder(req, { orderId, ...who, key: 'w' })).toEqual(stated)
  expect(await orderById(req, orderId)).toMatchObject({ fulfilmentStatus: 'cancelled' })
  expect(await sums()).toMatchObject({ owed: 40_000 })
  expect((await levels())[0]).toEqual({ onHand: 5, reserved: 0 })
  const [mail] = await rowsOf<{ data: { statedAt: string; number: string } }>(
    req,
    sql`SELECT data FROM emails WHERE template = 'withdrawal-received' AND entity LIKE ${`${order.number}:%`}`,
  )
  expect(mail?.data).toMatchObject({ statedAt: stated.statedAt, number: stated.number, name: who.name })
  await expect(withdrawFromOrder(req, { orderId, ...who })).rejects.toMatchObject({
    code: 'withdrawal.nothing',
    status: 409,
  })
})

test('a part of what has not left is taken out, and its money goes back', async () => {
  const { req, orderId, line, levels, sums } = await delivered({ ship: 0, pairs: 3 })
  const stated = await withdrawFromOrder(req, { orderId, ...who, lines: [{ lineId: line, quantity: 1 }] })
  expect(stated.outcome).toBe('reduced')
  expect(await sums()).toMatchObject({ total: 40_000, owed: 20_000 })
  expect((await levels())[0]).toEqual({ onHand: 5, reserved: 2 })
  await settleAll(orderId)
  expect(await shipOrder(req, { orderId })).toMatchObject({ fulfilmentStatus: 'fulfilled' })
})

test('what has left comes back as a return that needs no approval, delivery costs and all', async () => {
  const { req, orderId, sums, line } = await delivered({ pairs: 2 })
  const stated = await withdrawFromOrder(req, { orderId, ...who })
  expect(stated).toMatchObject({ outcome: 'return', isLate: false })
  const [back] = await returnsOf(req, orderId)
  expect(back).toMatchObject({ number: stated.returnNumber, status: 'approved', origin: 'withdrawal' })
  const returnId = back?.id ?? ''
  await receiveReturn(req, { returnId })
  await inspectReturn(req, { returnId, lines: [{ lineId: line, restock: 2, writeOff: 0 }] })
  await completeReturn(req, { returnId })
  await settleAll(orderId)
  expect(await sums()).toMatchObject({ captured: 40_000, refunded: 40_000 })
})

test('half sent: the rest is not sent, what has left comes back', async () => {
  const { req, orderId, sums } = await delivered({ pairs: 3, ship: 1 })
  expect(await withdrawFromOrder(req, { orderId, ...who })).toMatchObject({ outcome: 'return' })
  expect(await sums()).toMatchObject({ total: 20_000, owed: 40_000 })
  expect(await orderById(req, orderId)).toMatchObject({ fulfilmentStatus: 'fulfilled' })
  await expect(withdrawFromOrder(req, { orderId, ...who })).rejects.toThrow('withdrawal.nothing')
})

test('the deadline is the end of the 14th day after delivery in the zone of the shop; later is marked, not refused', async () => {
  const { req, orderId } = await delivered()
  expect(await withdrawalDeadline(req, orderId)).toBeDefined()
  await rowsOf(req, sql`UPDATE orders SET placed_at = placed_at - interval '40 days' WHERE id = ${orderId}`)
  const at = new Date(Date.now() - 15 * 86_400_000).toISOString()
  await deliverOrder(req, { orderId, at })
  const deadline = await withdrawalDeadline(req, orderId)
  const [expected] = await rowsOf<{ at: string }>(
    req,
    sql`SELECT ((((${at}::timestamptz AT TIME ZONE 'Europe/Rome')::date + 14)::timestamp + interval '24 hours') AT TIME ZONE 'Europe/Rome') AS at`,
  )
  expect(deadline).toBe(new Date(expected?.at ?? '').toISOString())
  const stated = await withdrawFromOrder(req, { orderId, ...who })
  expect(stated).toMatchObject({ isLate: true, outcome: 'return', deadline })
})

test('what is tangled with an earlier refund is accepted and left to the desk', async () => {
  const { req, orderId, line } = await delivered({ ship: 0, pairs: 3 })
  await refundOrder(req, { orderId, lines: [{ lineId: line, quantity: 1 }], reason: 'kindness' })
  expect(
    await withdrawFromOrder(req, { orderId, ...who, lines: [{ lineId: line, quantity: 1 }] }),
  ).toMatchObject({ outcome: 'desk' })
})

test('twice at once is one statement', async () => {
  const payload = await getTestPayload()
  const { orderId } = await delivered({ pairs: 2 })
  const race = await atOnce(payload, 6, (req) => withdrawFromOrder(req, { orderId, ...who }))
  expect([race.done.length, race.broken, race.refused]).toEqual([1, [], { 'withdrawal.nothing': 5 }])
})

test('a statement without a name or an address is not one', async () => {
  const { req, orderId } = await delivered()
  await expect(withdrawFromOrder(req, { orderId, name: '', email: 'ada@example.com' })).rejects.toThrow(
    'validation.failed',
  )
  await expect(withdrawFromOrder(req, { orderId, name: 'Ada', email: 'nobody' })).rejects.toThrow(
    'validation.failed',
  )
})

test('delivered is said once, after all has left, and not before its time', async () => {
  const { req, orderId, mails } = await delivered({ pairs: 2, ship: 1 })
  await expect(deliverOrder(req, { orderId })).rejects.toThrow('order.state')
  await shipOrder(req, { orderId })
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  await expect(deliverOrder(req, { orderId, at: tomorrow })).rejects.toThrow('validation.failed')
  expect(await deliverOrder(req, { orderId, key: 'd' })).toMatchObject({ fulfilmentStatus: 'delivered' })
  await deliverOrder(req, { orderId, key: 'd' })
  expect((await mails()).filter((template) => template === 'order-delivered')).toHaveLength(1)
})
