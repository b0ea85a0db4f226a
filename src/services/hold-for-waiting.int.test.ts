import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { adjustStock } from './adjust-stock'
import { cancelOrder } from './cancel-order'
import { addLine, createCart, mergeCart, readCart, removeLine } from './cart'
import { editOrder } from './edit-order'
import { endDueHolds, endHold } from './end-holds'
import { ledgerProblems } from './ledger-problems'
import { letHoldGo, openHold, readHold, waitAgain } from './open-hold'
import { placeOrder } from './place-order'
import { stopWaiting, alertToken, waitForStock } from './stock-alerts'
import { tellBackInStock } from './tell-back-in-stock'
import { atOnce } from './testing/at-once'
import { checkoutOf } from './testing/shop-rows'
import { soldOutSize } from './testing/waiting'
import { rowsOf } from './transaction'

beforeEach(async () => {
  await rowsOf(await getTestRequest(), sql`UPDATE shop_settings SET holds_waiting_minutes = 120`)
})
afterEach(async () => {
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

const buy = async (token: string, req?: Awaited<ReturnType<typeof getTestRequest>>) =>
  placeOrder(req ?? (await getTestRequest()), { token, key: randomUUID(), input: checkoutOf() })

/** A stranger's bag with one pair put into it by hand: sold out by the time they check out. */
async function strangersBag(variantId: string): Promise<string> {
  const req = await getTestRequest()
  const { token, cart } = await createCart(req, {})
  await rowsOf(
    req,
    sql`INSERT INTO carts_lines (id, _parent_id, _order, variant_id, quantity) VALUES (${randomUUID().replaceAll('-', '').slice(0, 24)}, ${cart.id}, 1, ${variantId}, 1)`,
  )
  return token
}

test('pairs that come are held for the first in the queue, who are told; the others are told nothing', async () => {
  const size = await soldOutSize(await getTestRequest())
  await size.queue('ada', 'bob', 'cid')
  expect(await size.deliver(2)).toMatchObject({ onHand: 2, reserved: 2 })
  expect(await size.states()).toEqual(['ada held', 'bob held', 'cid waiting'])
  expect(await size.mails()).toEqual(['ada', 'bob'])
  const [until] = await rowsOf<{ minutes: number }>(
    await getTestRequest(),
    sql`SELECT round(extract(epoch FROM expires_at - now()) / 60)::float8 AS minutes FROM reservations WHERE variant_id = ${size.variantId} LIMIT 1`,
  )
  expect(until?.minutes).toBe(120)
  const { token } = await createCart(await getTestRequest(), {})
  await expect(
    addLine(await getTestRequest(), token, { variantId: size.variantId, quantity: 1 }),
  ).rejects.toMatchObject({ code: 'stock.insufficient', details: { lines: [{ available: 0 }] } })
})

test('restocked in portions, each pair is for the next in the queue, and what is left over is for everybody', async () => {
  const req = await getTestRequest()
  const size = await soldOutSize(req)
  await size.queue('ada', 'bob', 'cid')
  for (const held of [1, 2]) {
    await size.deliver(1)
    expect(await size.level()).toEqual({ onHand: held, reserved: held, holds: held })
  }
  await size.deliver(3)
  expect(await size.level()).toEqual({ onHand: 5, reserved: 3, holds: 3 })
  expect(await size.mails()).toEqual(['ada', 'bob', 'cid'])
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId: size.variantId, quantity: 2 })
  await buy(token)
  expect(await size.level()).toEqual({ onHand: 5, reserved: 5, holds: 3 })
})

test('whoever opens the link has the pair in the bag until its time, and checkout takes over that hold', async () => {
  const req = await getTestRequest()
  const size = await soldOutSize(req)
  await size.queue('ada')
  await size.deliver(1)
  const token = await size.open('ada')
  expect(await openHold(req, token, await size.keyOf('ada'))).toMatchObject({ count: 1 })
  const [line] = (await readCart(req, token)).lines
  expect(line).toMatchObject({ variantId: size.variantId, quantity: 1 })
  expect(line?.problem).toBeUndefined()
  expect(Date.parse(line?.heldUntil ?? '') - Date.now()).toBeGreaterThan(118 * 60_000)
  await expect(addLine(req, token, { variantId: size.variantId, quantity: 1 })).rejects.toMatchObject({
    code: 'stock.insufficient',
  })
  const { order } = await buy(token)
  expect(await size.level()).toEqual({ onHand: 1, reserved: 1, holds: 0 })
  expect(await size.states()).toEqual(['ada sent'])
  await expect(
    openHold(req, (await createCart(req, {})).token, await size.keyOf('ada')),
  ).rejects.toMatchObject({
    code: 'hold.over',
  })
  await cancelOrder(req, { orderId: order.id, reason: 'test' })
  expect(await size.level()).toEqual({ onHand: 1, reserved: 0, holds: 0 })
})

test('the bag that was opened last has the pair; out of the bag it stays held, and the link puts it back', async () => {
  const req = await getTestRequest()
  const size = await soldOutSize(req)
  await size.queue('ada')
  await size.deliver(1)
  const phone = await size.open('ada')
  const desk = await size.open('ada')
  expect((await readCart(req, phone)).lines[0]?.problem).toEqual({ code: 'sold-out', available: 0 })
  await expect(buy(phone)).rejects.toMatchObject({ code: 'stock.insufficient' })
  const [line] = (await readCart(req, desk)).lines
  await removeLine(req, desk, line?.id ?? '')
  expect(await size.level()).toEqual({ onHand: 1, reserved: 1, holds: 1 })
  await size.open('ada', phone)
  await buy(phone)
  expect(await size.level()).toEqual({ onHand: 1, reserved: 1, holds: 0 })
})

test('a hold that ends unused goes to the next, each told once, and to everybody when the queue is empty', async () => {
  const req = await getTestRequest()
  const size = await soldOutSize(req)
  await size.queue('ada', 'bob')
  await size.deliver(1)
  const token = await size.open('ada')
  await size.timeIsUp()
  expect((await readCart(req, token)).lines[0]?.problem).toEqual({ code: 'sold-out', available: 0 })
  await expect(buy(token)).rejects.toMatchObject({ code: 'stock.insufficient' })
  const ended = await atOnce(await getTestPayload(), 6, (own) => endDueHolds(own))
  expect([ended.broken, ended.done.reduce((sum, one) => sum + one, 0)]).toEqual([[], 1])
  expect(await size.states()).toEqual(['ada sent', 'bob held'])
  expect(await size.mails()).toEqual(['ada', 'bob'])
  expect(await readHold(req, await size.keyOf('ada'))).toMatchObject({ state: 'over', slug: size.slug })
  await waitAgain(req, await size.keyOf('ada'))
  expect(await size.states()).toContain('ada waiting')
  await size.timeIsUp()
  expect(await endDueHolds(req)).toBe(1)
  expect(await size.mails()).toEqual(['ada', 'bob', 'ada'])
  await size.timeIsUp()
  await endDueHolds(req)
  expect(await size.level()).toEqual({ onHand: 1, reserved: 0, holds: 0 })
})

test('two who have a pair and ten strangers who check out at once are two orders, of those two', async () => {
  const payload = await getTestPayload()
  const size = await soldOutSize(await getTestRequest())
  await size.queue('ada', 'bob')
  await size.deliver(2)
  const holders = [await size.open('ada'), await size.open('bob')]
  const strangers = await Promise.all(Array.from({ length: 10 }, () => strangersBag(size.variantId)))
  const bags = [...strangers.slice(0, 5), ...holders, ...strangers.slice(5), ...holders]
  const { done, refused, broken } = await atOnce(payload, bags.length, (req, index) =>
    buy(bags[index] ?? '', req),
  )
  expect(broken).toEqual([])
  expect(refused).toEqual({ 'stock.insufficient': 10, 'cart.bought': 2 })
  expect(done).toHaveLength(2)
  expect(await size.level()).toEqual({ onHand: 2, reserved: 2, holds: 0 })
})

test('checkout and the end of the hold at the same moment: an order or the next in the queue, never both', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const outcomes = new Set<string>()
  for (let round = 0; round < 12; round += 1) {
    const size = await soldOutSize(req)
    await size.queue('ada', 'bob')
    await size.deliver(1)
    const token = await size.open('ada')
    await rowsOf(
      req,
      sql`UPDATE reservations SET expires_at = clock_timestamp() + make_interval(secs => ${(round % 6) / 200}) WHERE variant_id = ${size.variantId}`,
    )
    const { broken, refused } = await atOnce(payload, 4, async (own, index) =>
      index === 0 ? void (await buy(token, own)) : void (await endDueHolds(own)),
    )
    expect(broken).toEqual([])
    await endDueHolds(req)
    const isSold = refused['stock.insufficient'] === undefined
    outcomes.add(isSold ? 'sold' : 'next')
    expect(await size.states()).toEqual(['ada sent', isSold ? 'bob waiting' : 'bob held'])
    expect(await size.level()).toEqual({ onHand: 1, reserved: 1, holds: isSold ? 0 : 1 })
  }
  expect(outcomes.has('next')).toBe(true)
})

test('a link opened twenty times at once, in four bags, is one pair in one bag, and one order', async () => {
  const payload = await getTestPayload()
  const size = await soldOutSize(await getTestRequest())
  await size.queue('ada')
  await size.deliver(1)
  const bags = await Promise.all(
    Array.from({ length: 4 }, async () => (await createCart(await getTestRequest(), {})).token),
  )
  const key = await size.keyOf('ada')
  const opened = await atOnce(payload, 20, (own, index) => openHold(own, bags[index % 4] ?? '', key))
  expect([opened.broken, opened.refused]).toEqual([[], {}])
  for (const token of bags)
    expect((await readCart(await getTestRequest(), token)).lines.map((line) => line.quantity)).toEqual([1])
  const { done, refused, broken } = await atOnce(payload, 8, (own, index) => buy(bags[index % 4] ?? '', own))
  expect([broken, done.length]).toEqual([[], 1])
  expect(Object.keys(refused).sort()).toEqual(['cart.bought', 'stock.insufficient'])
  expect(await size.level()).toEqual({ onHand: 1, reserved: 1, holds: 0 })
})

test('two links in one bag are two pairs, of which an order takes over as many as it buys', async () => {
  const req = await getTestRequest()
  const size = await soldOutSize(req)
  await size.queue('ada', 'bob')
  await size.deliver(2)
  const token = await size.open('bob', await size.open('ada'))
  expect((await readCart(req, token)).lines.map((line) => line.quantity)).toEqual([2])
  await rowsOf(req, sql`UPDATE carts_lines SET quantity = 1 WHERE variant_id = ${size.variantId}`)
  await buy(token)
  expect(await size.level()).toEqual({ onHand: 2, reserved: 2, holds: 1 })
  expect((await size.states()).map((state) => state.split(' ')[1]).toSorted()).toEqual(['held', 'sent'])
})

test('fewer on the shelf than are held: the last wait again in their place, their mail is taken back, orders keep theirs', async () => {
  const req = await getTestRequest()
  const size = await soldOutSize(req)
  await size.queue('ada', 'bob', 'cid')
  await size.deliver(3)
  await buy(await size.open('ada'))
  await size.open('cid')
  await size.queue('dan')
  await adjustStock(req, { variantId: size.variantId, setTo: 2, reason: 'counted' })
  expect(await size.states()).toEqual(['ada sent', 'bob waiting', 'cid held', 'dan waiting'])
  expect(await size.level()).toEqual({ onHand: 2, reserved: 2, holds: 1 })
  expect(await size.mails()).toEqual(['ada', 'cid'])
  expect(await readHold(req, await size.keyOf('bob'))).toMatchObject({ state: 'waiting' })
  await expect(
    adjustStock(req, { variantId: size.variantId, setTo: 0, reason: 'counted' }),
  ).rejects.toMatchObject({ code: 'stock.insufficient' })
  await adjustStock(req, { variantId: size.variantId, setTo: 1, reason: 'counted' })
  expect(await size.level()).toEqual({ onHand: 1, reserved: 1, holds: 0 })
  await size.deliver(1)
  expect(await size.states()).toEqual(['ada sent', 'bob held', 'cid waiting', 'dan waiting'])
  expect(await size.mails()).toEqual(['ada', 'bob'])
})

test('counted up and down by many at once while holds end and are bought, no pair is lost and none sold twice', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const size = await soldOutSize(req)
  await size.queue('ada', 'bob', 'cid', 'dan', 'eve', 'fay')
  await size.deliver(3)
  const bags = [await size.open('ada'), await size.open('bob'), await size.open('cid')]
  await size.timeIsUp('cid')
  const { broken, refused } = await atOnce(payload, 15, async (own, index) => {
    if (index % 5 === 0) return void (await buy(bags[index / 5] ?? '', own))
    if (index % 5 === 1) return void (await endDueHolds(own))
    if (index % 5 === 2) return void (await tellBackInStock(own))
    const delta = index % 5 === 3 ? 1 : -1
    return void (await adjustStock(own, { variantId: size.variantId, delta, reason: 'counted' }))
  })
  expect(broken).toEqual([])
  expect(Object.keys(refused).filter((code) => code !== 'stock.insufficient')).toEqual([])
  const level = await size.level()
  expect(level?.reserved).toBeLessThanOrEqual(level?.onHand ?? 0)
  expect((await size.states()).filter((state) => state.endsWith('held'))).toHaveLength(level?.holds ?? -1)
})

test('staff end a hold with a reason, which is written down; the pair goes to the next', async () => {
  const req = await getTestRequest()
  const size = await soldOutSize(req)
  await size.queue('ada', 'bob')
  await size.deliver(1)
  const { alertId } = await size.keyOf('ada')
  const call = { alertId, reason: 'sold in the store', key: randomUUID() }
  expect(await endHold(req, call)).toEqual(await endHold(req, call))
  expect(await size.states()).toEqual(['ada sent', 'bob held'])
  await expect(endHold(req, { alertId, reason: 'again' })).rejects.toMatchObject({ code: 'hold.over' })
  expect(
    await rowsOf(
      req,
      sql`SELECT reason FROM audit_entries WHERE action = 'stock.end-hold' AND entity_id = ${alertId}`,
    ),
  ).toEqual([{ reason: 'sold in the store' }])
})

test('an order that ends gives its pair to who waits; one that staff change keeps its own', async () => {
  const req = await getTestRequest()
  const size = await soldOutSize(req)
  await size.deliver(2)
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId: size.variantId, quantity: 2 })
  const { order } = await buy(token)
  await size.queue('ada', 'bob')
  const lineId = order.lines[0]?.id ?? ''
  await editOrder(req, { orderId: order.id, lines: [{ lineId, quantity: 1 }], reason: 'one is enough' })
  expect(await size.states()).toEqual(['ada held', 'bob waiting'])
  await cancelOrder(req, { orderId: order.id, reason: 'test' })
  expect(await size.states()).toEqual(['ada held', 'bob held'])
  expect(await size.level()).toEqual({ onHand: 2, reserved: 2, holds: 2 })
})

test('one address has one pair of a size, however often it asks; a pair let go is the next one’s', async () => {
  const req = await getTestRequest()
  const size = await soldOutSize(req)
  await size.queue('ada')
  await size.deliver(1)
  await waitForStock(req, { variantId: size.variantId, email: 'Ada@Example.com', market: 'eu' })
  expect(await size.states()).toEqual(['ada held'])
  await size.queue('bob')
  const key = await size.keyOf('ada')
  await expect(letHoldGo(req, { ...key, token: 'wrong' })).rejects.toMatchObject({
    code: 'resource.not-found',
  })
  await letHoldGo(req, key)
  await letHoldGo(req, key)
  expect(await size.states()).toEqual(['ada sent', 'bob held'])
  await stopWaiting(req, key.alertId, alertToken(key.alertId))
  expect(await size.level()).toEqual({ onHand: 1, reserved: 1, holds: 1 })
})

test('at sign-in a held pair goes with the bag; a bag that is thrown away leaves the hold', async () => {
  const req = await getTestRequest()
  const size = await soldOutSize(req)
  await size.queue('ada')
  await size.deliver(1)
  const [customer] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO customers (email) VALUES (${`${randomUUID()}@example.com`}) RETURNING id`,
  )
  const old = await createCart(req, { customerId: customer?.id ?? '' })
  await size.open('ada', old.token)
  const { token, cart } = await createCart(req, {})
  expect((await mergeCart(req, token, customer?.id ?? '')).lines[0]?.problem).toBeUndefined()
  await rowsOf(req, sql`DELETE FROM carts WHERE id = ${cart.id}`)
  expect(await size.level()).toEqual({ onHand: 1, reserved: 1, holds: 1 })
  await buy(await size.open('ada'))
})

test('a shop that holds nothing tells them alone; once it holds again, what is free is held within a round', async () => {
  const req = await getTestRequest()
  await rowsOf(
    req,
    sql`INSERT INTO shop_settings (holds_waiting_minutes) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM shop_settings)`,
  )
  await rowsOf(req, sql`UPDATE shop_settings SET holds_waiting_minutes = 0`)
  const size = await soldOutSize(req)
  await size.queue('ada')
  await size.deliver(1)
  expect(await size.level()).toEqual({ onHand: 1, reserved: 0, holds: 0 })
  await tellBackInStock(req)
  expect(await size.states()).toEqual(['ada sent'])
  await size.queue('bob')
  await rowsOf(req, sql`UPDATE shop_settings SET holds_waiting_minutes = 30`)
  expect(await tellBackInStock(req)).toBeGreaterThanOrEqual(1)
  expect(await size.states()).toEqual(['ada sent', 'bob held'])
})

test('pairs that come to a place from which nothing is sent are held for nobody', async () => {
  const req = await getTestRequest()
  const code = `store-${randomUUID().slice(0, 8)}`
  await rowsOf(req, sql`INSERT INTO locations (name, code, is_default) VALUES ('Store', ${code}, false)`)
  const size = await soldOutSize(req)
  await size.queue('ada')
  const { variantId } = size
  expect(await adjustStock(req, { variantId, location: code, setTo: 3, reason: 'delivery' })).toMatchObject({
    onHand: 3,
    reserved: 0,
  })
  expect(await size.states()).toEqual(['ada waiting'])
})
