import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { CheckoutAnswer, OrderView } from '#domain/views'
import { cards } from '#services/payments/testing/stripe-books'
import { signed } from '#services/payments/testing/stripe-double'

/** The environment is read when the shop's modules are first imported. */
const double = await vi.hoisted(async () => (await import('../../../start/testing/stripe')).giveStripe())
const { addLine, createCart } = await import('#services/cart')
const { ledgerProblems } = await import('#services/ledger-problems')
const { reconcilePayments } = await import('#services/reconcile-payments')
const { handlePaymentEvents } = await import('#services/record-payment-event')
const { checkoutOf, makeProduct } = await import('#services/testing/shop-rows')
const { rowsOf } = await import('#services/transaction')
const { getTestPayload, getTestRequest } = await import('../../../start/testing/payload')
const { callStore, storeRoutes } = await import('../../../start/testing/store')
const { atOnce } = await import('#services/testing/at-once')

afterEach(async () => {
  double.setFaults([])
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})
afterAll(() => double.stop())

const routeOf = async (pattern: string) => {
  const found = (await storeRoutes()).find((one) => one.pattern === pattern)
  if (!found) throw new Error(`There is no ${pattern}`)
  return found
}

async function buy() {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [2] })
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId: variants[0]?.id ?? '', quantity: 1 })
  const headers = { 'X-Cart-Token': token, 'Idempotency-Key': randomUUID() }
  const body = checkoutOf({ paymentMethod: 'stripe' })
  const answer = await callStore(await routeOf('checkout'), { method: 'POST', headers, body })
  const placed = answer.json as CheckoutAnswer
  const { number } = placed.order
  const mine = { params: { number }, headers: { 'X-Order-Token': placed.accessToken } }
  const pay = async () => callStore(await routeOf('orders/[number]/pay'), { method: 'POST', ...mine })
  const order = async (): Promise<OrderView> =>
    ((await callStore(await routeOf('orders/[number]'), mine)).json as { order: OrderView }).order
  const reference = async () => {
    const [row] = await rowsOf<{ reference: string }>(
      req,
      sql`SELECT reference FROM payments WHERE order_id = ${placed.order.id} ORDER BY attempt DESC LIMIT 1`,
    )
    return row?.reference ?? ''
  }
  return { req, answer, placed, pay, order, reference, mine }
}

async function sendHook(body: string, signature: string) {
  const hook = await routeOf('payments/[provider]/webhook')
  const headers = { 'Stripe-Signature': signature }
  return callStore(hook, { method: 'POST', params: { provider: 'stripe' }, raw: body, headers, origin: null })
}
async function sendEvents(reference: string) {
  for (const event of double.books.events) {
    const object = event.data.object as { id?: string; payment_intent?: string }
    if (object.id !== reference && object.payment_intent !== reference) continue
    const { body, signature } = signed(event)
    expect((await sendHook(body, signature)).status).toBe(200)
  }
}
const decline = (reference: string) =>
  expect(() => double.books.confirm(reference, cards.declined)).toThrow('declined')

test('a card is offered first when its keys are set', async () => {
  const answer = await callStore(await routeOf('payment-methods'), {})
  expect((answer.json as { methods: { id: string }[] }).methods.map(({ id }) => id)).toEqual([
    'stripe',
    'manual',
    'cash-on-delivery',
  ])
})

test('an order paid by card: placed before money moves, held for half an hour, paid by the event', async () => {
  const { answer, placed, order, reference } = await buy()
  expect(answer.status).toBe(201)
  expect(placed.payment).toMatchObject({ method: 'stripe', status: 'pending' })
  expect(placed.payment.clientSecret).toMatch(/^pi_.*_secret_/)
  const minutes = (new Date(placed.order.expiresAt ?? 0).getTime() - Date.now()) / 60_000
  expect(Math.round(minutes)).toBe(30)
  const id = await reference()
  expect(double.books.find(id)).toMatchObject({
    amount: placed.order.totals.total.amount,
    currency: 'eur',
    metadata: { orderId: placed.order.id, orderNumber: placed.order.number },
  })
  double.books.confirm(id, cards.good)
  expect((await order()).paymentStatus).toBe('pending')
  await sendEvents(id)
  expect((await order()).paymentStatus).toBe('paid')
})

test('a declined card, then another on the same order: one payment at Stripe', async () => {
  const { pay, order, reference, placed } = await buy()
  const id = await reference()
  decline(id)
  await sendEvents(id)
  expect((await order()).paymentStatus).toBe('failed')
  const again = await pay()
  expect(again.status).toBe(200)
  expect((again.json as CheckoutAnswer).payment.clientSecret).toBe(placed.payment.clientSecret)
  double.books.confirm(id, cards.good)
  await sendEvents(id)
  expect((await order()).paymentStatus).toBe('paid')
  expect((await pay()).status).toBe(409)
})

test('the buyer alone may pay', async () => {
  const { mine } = await buy()
  const route = await routeOf('orders/[number]/pay')
  const { params } = mine
  expect((await callStore(route, { method: 'POST', params })).status).toBe(404)
  const wrong = { 'X-Order-Token': 'a-token-of-somebody-else' }
  expect((await callStore(route, { method: 'POST', params, headers: wrong })).status).toBe(404)
})

test.each(['gone', 'garbage', 'nonsense', 'error'] as const)(
  'Stripe that is %s leaves an order that can be paid when it is back',
  async (how) => {
    double.setFaults([{ how, call: 'POST /v1/payment_intents' }])
    const { answer, placed, pay, order, reference } = await buy()
    expect(answer.status).toBe(201)
    expect(placed.payment.clientSecret).toBeUndefined()
    const refused = await pay()
    expect(refused.status).toBe(503)
    expect(refused.headers.get('Retry-After')).toBe('5')
    double.setFaults([])
    const back = await pay()
    expect((back.json as CheckoutAnswer).payment.clientSecret).toMatch(/^pi_/)
    const id = await reference()
    double.books.confirm(id, cards.good)
    await sendEvents(id)
    expect((await order()).paymentStatus).toBe('paid')
    const captured = [...double.books.intents.values()].filter(
      (intent) => intent.metadata.orderId === placed.order.id && intent.amount_received > 0,
    )
    expect(captured).toHaveLength(1)
  },
)

test('an answer that was lost after Stripe had done its work is the same payment again', async () => {
  double.setFaults([{ how: 'gone', call: 'POST /v1/payment_intents', isDone: true }])
  const { placed, pay } = await buy()
  double.setFaults([])
  await pay()
  const made = [...double.books.intents.values()].filter(
    (intent) => intent.metadata.orderId === placed.order.id,
  )
  expect(made).toHaveLength(1)
})

test('bad, old and touched messages are refused, and kept nowhere', async () => {
  const { reference, order } = await buy()
  const id = await reference()
  double.books.confirm(id, cards.good)
  const event = double.books.events.at(-1)
  if (!event) throw new Error('nothing was told')
  const bad = [
    signed(event, { secret: 'whsec_another' }),
    signed(event, { at: Math.floor(Date.now() / 1000) - 360 }),
    { ...signed(event), body: JSON.stringify({ ...event, type: 'payment_intent.canceled' }) },
    { body: JSON.stringify(event), signature: '' },
    { body: 'nonsense', signature: 't=1,v1=x' },
  ]
  for (const { body, signature } of bad) expect((await sendHook(body, signature)).status).toBe(400)
  const req = await getTestRequest()
  expect(await rowsOf(req, sql`SELECT 1 FROM payment_events WHERE event_id = ${event.id}`)).toEqual([])
  expect((await order()).paymentStatus).toBe('pending')
})

test('a message is answered 200 once it is stored, though Stripe cannot be asked, and is done later', async () => {
  const { reference, order, req } = await buy()
  const id = await reference()
  double.books.confirm(id, cards.good)
  double.setFaults([{ how: 'gone', call: 'GET /v1/payment_intents' }])
  await sendEvents(id)
  expect((await order()).paymentStatus).toBe('pending')
  double.setFaults([])
  await rowsOf(req, sql`UPDATE payment_events SET next_try_at = now() WHERE handled_at IS NULL`)
  await handlePaymentEvents(req)
  expect((await order()).paymentStatus).toBe('paid')
})

test('what the messages missed is found: a payment, a refund made at Stripe, a dispute', async () => {
  const { reference, order, req, placed } = await buy()
  const id = await reference()
  double.books.confirm(id, cards.good)
  double.books.refund(id, 1_000)
  double.books.dispute(id, 'needs_response')
  await rowsOf(req, sql`DELETE FROM shop_marks WHERE name LIKE 'reconcile:%'`)
  expect(await reconcilePayments(req)).toBeGreaterThanOrEqual(3)
  await rowsOf(req, sql`UPDATE payment_events SET next_try_at = now() WHERE handled_at IS NULL`)
  await handlePaymentEvents(req)
  expect((await order()).paymentStatus).toBe('partially-refunded')
  const [row] = await rowsOf(req, sql`SELECT dispute FROM orders WHERE id = ${placed.order.id}`)
  expect(row).toEqual({ dispute: 'open' })
})

test('twenty clicks on pay at once are one payment', async () => {
  const { placed, reference } = await buy()
  double.books.cancel(await reference())
  const { payOrder } = await import('#services/pay-order')
  const { done, broken } = await atOnce(await getTestPayload(), 20, (req) => payOrder(req, placed.order.id))
  expect(broken).toEqual([])
  expect(new Set(done.map(({ payment }) => payment.clientSecret)).size).toBe(1)
  const live = [...double.books.intents.values()].filter(
    (intent) => intent.metadata.orderId === placed.order.id && intent.status !== 'canceled',
  )
  expect(live).toHaveLength(1)
})
