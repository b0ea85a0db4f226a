import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import fc from 'fast-check'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { DomainError } from '#domain/errors'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { addLine, createCart } from './cart'
import { expireReservations } from './expire-reservations'
import { cancelOrder } from './cancel-order'
import { captureOrder } from './capture-order'
import { ledgerProblems } from './ledger-problems'
import { orderById } from './order-view'
import type { PaymentEvent, PaymentProvider, ProviderPayment } from './payments/provider'
import { addProvider } from './payments/providers'
import { placeOrder } from './place-order'
import { recordPaymentEvent } from './record-payment-event'
import { settleDues } from './settle-dues'
import { atOnce } from './testing/at-once'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

/** A card provider that keeps what it was asked in memory: what a real one needs fits the interface. */
const calls: { verb: string; payment: ProviderPayment }[] = []
let isDown = false
const remember = (verb: string) => async (payment: ProviderPayment) => {
  if (isDown) throw new Error('the provider is down')
  calls.push({ verb, payment })
}
const card: PaymentProvider = {
  id: 'card',
  name: { en: 'Card', it: 'Carta', de: 'Karte' },
  isOffline: false,
  shipsUnpaid: false,
  isOn: () => true,
  holdMs: (settings) => settings.cardMinutes * 60_000,
  authorise: async (payment) => {
    await remember('authorise')(payment)
    return { status: 'pending', reference: `ref-${payment.orderId}`, clientSecret: 'secret' }
  },
  capture: remember('capture'),
  refund: remember('refund'),
  cancel: remember('cancel'),
  verifyEvent: (body, headers) => {
    if (headers.get('signature') !== 'right') throw new DomainError('webhook.bad-signature')
    return JSON.parse(body) as PaymentEvent
  },
}

beforeAll(() => addProvider(card))
afterEach(async () => {
  isDown = false
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

async function carted({ stock = 3, pairs = 1 } = {}) {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [stock] })
  const variantId = variants[0]?.id ?? ''
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId, quantity: pairs })
  return { req, token, variantId }
}

async function bought(options?: { stock?: number; pairs?: number }) {
  const { req, token, variantId } = await carted(options)
  const answer = await placeOrder(req, {
    token,
    key: randomUUID(),
    input: checkoutOf({ paymentMethod: 'card' }),
  })
  const { order } = answer
  const event = (
    type: PaymentEvent['type'],
    amount = order.totals.total.amount,
    id: string = randomUUID(),
  ): PaymentEvent => ({
    id,
    type,
    orderId: order.id,
    reference: `ref-${order.id}`,
    amount: { amount, currency: 'EUR' },
  })
  const now = async () => {
    const found = await orderById(await getTestRequest(), order.id)
    return { payment: found?.paymentStatus, fulfilment: found?.fulfilmentStatus }
  }
  const asked = () => calls.filter((call) => call.payment.orderId === order.id).map((call) => call.verb)
  const expire = async () => {
    await rowsOf(req, sql`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = ${order.id}`)
    return expireReservations(await getTestRequest())
  }
  const send = async (one: PaymentEvent) => recordPaymentEvent(await getTestRequest(), 'card', one)
  return { req, order, answer, event, now, asked, expire, send, variantId, total: order.totals.total.amount }
}

test('the order stands before the provider is asked, under the order as its key', async () => {
  const { order, answer, asked } = await bought()
  expect(answer.payment).toEqual({ method: 'card', status: 'pending', clientSecret: 'secret' })
  expect(asked()).toEqual(['authorise'])
  expect(calls.at(-1)?.payment).toMatchObject({
    idempotencyKey: order.id,
    orderNumber: order.number,
    amount: order.totals.total,
  })
})

test('a provider that is down leaves the order, and the same key goes on with it', async () => {
  const { req, token } = await carted()
  const call = { token, key: randomUUID(), input: checkoutOf({ paymentMethod: 'card' }) }
  isDown = true
  await expect(placeOrder(req, call)).rejects.toThrow('the provider is down')
  isDown = false
  const first = await placeOrder(req, call)
  expect(first.payment.clientSecret).toBe('secret')
  expect(await placeOrder(req, call)).toEqual(first)
  const [count] = await rowsOf(
    req,
    sql`SELECT count(*)::int AS orders FROM orders WHERE id = ${first.order.id}`,
  )
  expect(count).toEqual({ orders: 1 })
})

test('each event counts once, even many times at once', async () => {
  const payload = await getTestPayload()
  const { event, now } = await bought()
  const paid = event('captured')
  const { done, broken } = await atOnce(payload, 20, (req) => recordPaymentEvent(req, 'card', paid))
  expect(broken).toEqual([])
  expect(done.filter((answer) => answer === 'recorded')).toHaveLength(1)
  expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
})

test('doubled and shuffled events always end in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), async (order) => {
      const { event, send, now, total, req, order: placed } = await bought()
      const events = [
        event('authorised'),
        event('captured'),
        event('refunded', 100),
        event('refunded', total),
      ]
      for (const index of order) {
        const one = events[index % 4]
        if (one) await send(one)
      }
      expect(await now()).toEqual({ payment: 'refunded', fulfilment: 'unfulfilled' })
      const [sums] = await rowsOf(
        req,
        sql`SELECT captured::float8 AS captured, refunded::float8 AS refunded FROM orders WHERE id = ${placed.id}`,
      )
      expect(sums).toEqual({ captured: total, refunded: total })
    }),
    { numRuns: 15 },
  )
})

test('a failed try leaves the order open for another one', async () => {
  const { event, send, now } = await bought()
  await send(event('failed', 0))
  expect(await now()).toEqual({ payment: 'failed', fulfilment: 'unfulfilled' })
  await send(event('captured'))
  await send(event('failed', 0))
  expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
})

test('an event that fits no payment changes nothing and is kept with its fault', async () => {
  const { event, send, now, req, total } = await bought()
  const strange = [
    { ...event('captured'), amount: { amount: total, currency: 'GBP' as const } },
    event('captured', total + 1),
    { ...event('captured'), orderId: randomUUID() },
    { ...event('captured'), orderId: 'nonsense' },
  ]
  for (const one of strange) await send(one)
  await recordPaymentEvent(req, 'another', event('captured'))
  expect(await now()).toEqual({ payment: 'pending', fulfilment: 'unfulfilled' })
  const [kept] = await rowsOf<{ faults: number }>(
    req,
    sql`SELECT count(error)::int AS faults FROM payment_events WHERE error IS NOT NULL`,
  )
  expect(kept?.faults).toBe(5)
})

test('an unpaid order ends in time, gives its pairs back and lets the hold go', async () => {
  const { expire, now, asked, req, variantId } = await bought({ stock: 1 })
  expect(await expire()).toBe(1)
  expect(await now()).toEqual({ payment: 'expired', fulfilment: 'cancelled' })
  expect(asked()).toEqual(['authorise', 'cancel'])
  const [level] = await rowsOf(
    req,
    sql`SELECT reserved::float8 AS reserved FROM stock_levels WHERE variant_id = ${variantId}`,
  )
  expect(level).toEqual({ reserved: 0 })
  expect(await expireReservations(req)).toBe(0)
})

test('late money brings an expired order back while its pairs are there', async () => {
  const { expire, event, send, now } = await bought()
  await expire()
  await send(event('captured'))
  expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
})

test('late money for pairs that are gone is sent back and said so', async () => {
  const { expire, event, send, now, req, asked, variantId, order } = await bought({ stock: 1 })
  await expire()
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId, quantity: 1 })
  await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  await send(event('captured'))
  expect(await now()).toEqual({ payment: 'refunded', fulfilment: 'cancelled' })
  expect(asked()).toEqual(['authorise', 'cancel', 'refund'])
  const mails = await rowsOf<{ template: string }>(
    req,
    sql`SELECT template FROM emails WHERE entity LIKE ${`${order.number}%`} ORDER BY created_at`,
  )
  expect(mails.map((mail) => mail.template)).toEqual(['order-placed', 'order-expired', 'order-refunded'])
})

test('a refund that a provider could not make is made later, once', async () => {
  const { event, send, now, req, asked, order } = await bought()
  await send(event('captured'))
  isDown = true
  const cancelled = await cancelOrder(req, { orderId: order.id, reason: 'sold elsewhere' })
  expect(cancelled).toMatchObject({ paymentStatus: 'paid', fulfilmentStatus: 'cancelled' })
  const [owed] = await rowsOf(
    req,
    sql`SELECT status, amount::float8 AS amount, attempts::float8 AS attempts, error FROM refunds WHERE order_id = ${order.id}`,
  )
  expect(owed).toEqual({
    status: 'owed',
    amount: order.totals.total.amount,
    attempts: 1,
    error: 'the provider is down',
  })
  isDown = false
  expect(await settleDues(req), 'not before its time').toBe(0)
  await rowsOf(req, sql`UPDATE refunds SET next_attempt_at = now() WHERE order_id = ${order.id}`)
  expect(await settleDues(req)).toBe(1)
  expect(await settleDues(req)).toBe(0)
  expect(await now()).toEqual({ payment: 'refunded', fulfilment: 'cancelled' })
  expect(asked()).toEqual(['authorise', 'refund'])
  await send(event('refunded'))
  expect(await now()).toEqual({ payment: 'refunded', fulfilment: 'cancelled' })
})

test('money for an order that a person has cancelled goes back', async () => {
  const { event, send, now, req, order, asked } = await bought()
  await cancelOrder(req, { orderId: order.id, reason: 'a hoax' })
  await send(event('captured'))
  expect(await now()).toEqual({ payment: 'refunded', fulfilment: 'cancelled' })
  expect(asked()).toEqual(['authorise', 'cancel', 'refund'])
})

test('what a card holds is captured at the provider first', async () => {
  const { event, send, now, req, order, asked } = await bought()
  await send(event('authorised'))
  expect((await now()).payment).toBe('authorised')
  await captureOrder(req, { orderId: order.id })
  expect(asked()).toEqual(['authorise', 'capture'])
  await send(event('captured'))
  expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
})

test('expiry against payment: whoever comes first, the order ends whole', async () => {
  const payload = await getTestPayload()
  for (let round = 0; round < 30; round += 1) {
    const { event, now, req, order } = await bought({ stock: 1 })
    await rowsOf(req, sql`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = ${order.id}`)
    const paid = event('captured')
    const { broken } = await atOnce<unknown>(payload, 2, (own, index) =>
      (index + round) % 2 === 0 ? recordPaymentEvent(own, 'card', paid) : expireReservations(own),
    )
    expect(broken).toEqual([])
    expect(await now()).toEqual({ payment: 'paid', fulfilment: 'unfulfilled' })
  }
})

test('the bank transfer that came too late brings its order back, or the desk is told why not', async () => {
  const { req, token, variantId } = await carted({ stock: 1 })
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  await rowsOf(req, sql`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = ${order.id}`)
  await expireReservations(req)
  const other = await createCart(req, {})
  await addLine(req, other.token, { variantId, quantity: 1 })
  const taken = await placeOrder(req, { token: other.token, key: randomUUID(), input: checkoutOf() })
  await expect(captureOrder(req, { orderId: order.id })).rejects.toThrow('order.not-payable')
  await cancelOrder(req, { orderId: taken.order.id, reason: 'returned' })
  expect(await captureOrder(req, { orderId: order.id })).toMatchObject({
    paymentStatus: 'paid',
    fulfilmentStatus: 'unfulfilled',
  })
})
