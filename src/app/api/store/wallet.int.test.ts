import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import type { CheckoutAnswer, WalletQuote } from '#domain/views'
import { cards } from '#services/payments/testing/stripe-books'

/** The environment is read when the shop's modules are first imported. */
const double = await vi.hoisted(async () => (await import('../../../start/testing/stripe')).giveStripe())
const { addLine, createCart } = await import('#services/cart')
const { ledgerProblems } = await import('#services/ledger-problems')
const { checkoutOf, makeProduct } = await import('#services/testing/shop-rows')
const { rowsOf } = await import('#services/transaction')
const { getTestRequest } = await import('../../../start/testing/payload')
const { callStore } = await import('../_http/testing/call-store')

afterEach(async () => {
  double.setFaults([])
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})
afterAll(() => double.stop())

async function bag({ market = 'eu', stock = 2 }: { market?: 'eu' | 'us'; stock?: number } = {}) {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [stock] })
  const variantId = variants[0]?.id ?? ''
  const { token } = await createCart(req, { market })
  await addLine(req, token, { variantId, quantity: 1 })
  const quote = (place: unknown) =>
    callStore<WalletQuote & { code?: string }>('/carts/current/wallet-quote', {
      cart: token,
      body: place as object,
    })
  const order = (more: object = {}, key = randomUUID()) =>
    callStore<CheckoutAnswer & { code?: string; number?: string; actual?: unknown }>('/checkout', {
      cart: token,
      headers: { 'idempotency-key': key },
      body: { ...checkoutOf({ paymentMethod: 'stripe' }), ...more },
    })
  const free = async (): Promise<number> => {
    const [row] = await rowsOf<{ free: number }>(
      req,
      sql`SELECT sum(on_hand - reserved)::float8 AS free FROM stock_levels WHERE variant_id = ${variantId}`,
    )
    return row?.free ?? -1
  }
  return { req, token, variantId, quote, order, free }
}

const mine = ({ order, accessToken }: CheckoutAnswer) => ({
  giveUp: () =>
    callStore<{ order: CheckoutAnswer['order']; code?: string }>(`/orders/${order.number}/give-up`, {
      method: 'POST',
      headers: { 'x-order-token': accessToken },
    }),
  reference: async () =>
    (
      await rowsOf<{ reference: string }>(
        await getTestRequest(),
        sql`SELECT reference FROM payments WHERE order_id = ${order.id} ORDER BY attempt DESC LIMIT 1`,
      )
    )[0]?.reference ?? '',
})

test('a wallet is told what the server would charge: the order of each way comes to just that', async () => {
  const { quote, order } = await bag()
  const { status, body } = await quote({ country: 'IT', postalCode: '10123', region: 'TO' })
  expect(status).toBe(200)
  const [option] = body.options
  expect(option?.toPay).toEqual(option?.total)
  expect(option?.estimate.minDays).toBeGreaterThan(0)
  const placed = await order({
    shippingOption: option?.id,
    expectedTotal: option?.total,
    expectedToPay: option?.toPay,
  })
  expect(placed.status).toBe(201)
  expect(placed.body.order.totals.total).toEqual(option?.total)
  const intent = double.books.find(await mine(placed.body).reference())
  expect(intent.amount).toBe(option?.toPay.amount)
})

test('where the market adds tax, the sum follows the state', async () => {
  const { quote } = await bag({ market: 'us' })
  const [here, there] = await Promise.all([
    quote({ country: 'US', postalCode: '94105', region: 'CA' }),
    quote({ country: 'US', postalCode: '97201', region: 'OR' }),
  ])
  expect(here.body.options[0]?.price).toEqual(there.body.options[0]?.price)
  expect(here.body.options[0]?.total.amount).toBeGreaterThanOrEqual(there.body.options[0]?.total.amount ?? 0)
})

test('a country nobody delivers to has no ways, and says why', async () => {
  const { quote } = await bag()
  const { status, body } = await quote({ country: 'NO', postalCode: '0155' })
  expect([status, body]).toEqual([200, { options: [], reason: 'shipping.no-destination' }])
})

test('no store is offered to a wallet, which asks where a parcel goes', async () => {
  const { quote } = await bag()
  const { body } = await quote({ country: 'IT' })
  expect(body.options.every((option) => !('pickup' in option))).toBe(true)
})

test.each([
  [{}],
  [{ country: 'Italy' }],
  [{ country: 'IT', postalCode: 'x'.repeat(21) }],
  [{ country: 7 }],
  [[]],
])('%j is refused', async (place) => {
  const { quote } = await bag()
  expect(await quote(place)).toMatchObject({ status: 422, body: { code: 'validation.failed' } })
})

test('without a bag, and with one that was ordered, there is nothing to quote', async () => {
  const none = await callStore('/carts/current/wallet-quote', { body: { country: 'IT' } })
  expect(none).toMatchObject({ status: 404, body: { code: 'cart.not-found' } })
  const { quote, order } = await bag()
  const { body } = await order()
  expect(await quote({ country: 'IT' })).toMatchObject({
    status: 409,
    body: { code: 'cart.bought', number: body.order.number },
  })
})

test('a price that changed while the wallet was open: refused with both sums, nothing held, nothing asked of Stripe', async () => {
  const { quote, order, free } = await bag()
  const [option] = (await quote({ country: 'IT' })).body.options
  const intents = double.books.intents.size
  const stale = { amount: (option?.total.amount ?? 0) - 1_000, currency: 'EUR' }
  const answer = await order({ shippingOption: option?.id, expectedTotal: stale, expectedToPay: stale })
  expect(answer).toMatchObject({ status: 409, body: { code: 'price.changed', actual: option?.total } })
  expect([await free(), double.books.intents.size]).toEqual([2, intents])
})

test('sold out while the wallet was open: refused, and Stripe has heard of nothing', async () => {
  const { quote, order, variantId, req } = await bag({ stock: 1 })
  await quote({ country: 'IT' })
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId, quantity: 1 })
  const other = await callStore('/checkout', {
    cart: token,
    headers: { 'idempotency-key': randomUUID() },
    body: checkoutOf({ paymentMethod: 'manual' }),
  })
  expect(other.status).toBe(201)
  const intents = double.books.intents.size
  expect(await order()).toMatchObject({ status: 409, body: { code: 'stock.insufficient' } })
  expect(double.books.intents.size).toBe(intents)
})

test('two tabs pay one bag, by wallet and by card, ten times over: one order, one payment at Stripe', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { order, free } = await bag()
    const before = double.books.intents.size
    const answers = await Promise.all([order(), order()])
    const won = answers.filter(({ status }) => status === 201)
    const lost = answers.filter(({ status }) => status !== 201)
    expect(won).toHaveLength(1)
    expect(lost[0]).toMatchObject({
      status: 409,
      body: { code: 'cart.bought', number: won[0]?.body.order.number },
    })
    expect([await free(), double.books.intents.size - before]).toEqual([1, 1])
  }
})

test('an answer that was lost is the same order, with the same payment', async () => {
  const { order } = await bag()
  const key = randomUUID()
  const [first, again] = [await order({}, key), await order({}, key)]
  expect(again.status).toBe(201)
  expect(again.body.order.number).toBe(first.body.order.number)
  expect(again.body.payment.clientSecret).toBe(first.body.payment.clientSecret)
})

test('given up after a declined wallet: the pairs are free, the payment can be paid by nobody, and once more changes nothing', async () => {
  const { order, free } = await bag()
  const { body } = await order()
  const { giveUp, reference } = mine(body)
  const id = await reference()
  expect(() => double.books.confirm(id, cards.declined)).toThrow('declined')
  expect(await free()).toBe(1)
  const given = await giveUp()
  expect(given).toMatchObject({ status: 200, body: { order: { fulfilmentStatus: 'cancelled' } } })
  expect([await free(), double.books.find(id).status]).toEqual([2, 'canceled'])
  expect((await giveUp()).status).toBe(200)
  expect(await free()).toBe(2)
  expect(() => double.books.confirm(id, cards.good)).toThrow('canceled')
})

test('what was paid is not given up, also when nobody has heard of it yet', async () => {
  const { order, free } = await bag()
  const { body } = await order()
  const { giveUp, reference } = mine(body)
  double.books.confirm(await reference(), cards.good)
  expect(await giveUp()).toMatchObject({ status: 409, body: { code: 'order.not-payable' } })
  expect(await free()).toBe(1)
})

test('at a bank that takes days it is not given up either', async () => {
  const { order } = await bag()
  const { body } = await order()
  const { giveUp, reference } = mine(body)
  double.books.confirm(await reference(), cards.slowBank)
  expect(await giveUp()).toMatchObject({ status: 409, body: { code: 'order.not-payable' } })
})

test('an order by bank transfer, and one of somebody else, are not given up this way', async () => {
  const { order } = await bag()
  const { body } = await order({ paymentMethod: 'manual' })
  expect(await mine(body).giveUp()).toMatchObject({ status: 409, body: { code: 'order.not-payable' } })
  const stranger = { ...body, accessToken: 'a-token-of-somebody-else' }
  expect(await mine(stranger).giveUp()).toMatchObject({ status: 404, body: { code: 'order.not-found' } })
})

test('while Stripe is down nothing is given up, and nothing is lost', async () => {
  const { order, free } = await bag()
  const { body } = await order()
  double.setFaults([{ how: 'gone', call: '' }])
  expect(await mine(body).giveUp()).toMatchObject({ status: 503, body: { code: 'payment.unavailable' } })
  expect(await free()).toBe(1)
})

test('paying and giving up at once end in one state, ten times over', async () => {
  for (let round = 0; round < 10; round += 1) {
    const { order, free } = await bag()
    const { body } = await order()
    const { giveUp, reference } = mine(body)
    const id = await reference()
    const pay = async () => {
      try {
        return double.books.confirm(id, cards.good).status
      } catch {
        return 'refused'
      }
    }
    const [given] = await Promise.all([giveUp(), pay()])
    const isPaid = double.books.find(id).status === 'succeeded'
    const refunded = double.books.refunds.some(({ payment_intent }) => payment_intent === id)
    if (given.status === 200) expect([await free(), isPaid && !refunded]).toEqual([2, false])
    else expect([await free(), isPaid]).toEqual([1, true])
  }
})
