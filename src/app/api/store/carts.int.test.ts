import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CartView, CheckoutAnswer, OrderView, ShippingOption } from '#domain/views'
import { issueCard } from '#services/gift-card'
import { makePromotion } from '../../../services/testing/promotion-rows'
import { checkoutOf, makeProduct } from '../../../services/testing/shop-rows'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore, shopOrigin } from '../_http/testing/call-store'

interface InCart {
  cart: CartView
}

async function newCart(market?: string): Promise<string> {
  const { body } = await callStore<InCart & { token: string }>('/carts', { body: market ? { market } : {} })
  return body.token
}

async function cartWith(
  quantity = 1,
  stock = 5,
): Promise<{ cart: string; variantId: string; lineId: string }> {
  const { variants } = await makeProduct(await getTestRequest(), { stock: [stock] })
  const variantId = variants[0]?.id ?? ''
  const cart = await newCart()
  const { body } = await callStore<InCart>('/carts/current/lines', { cart, body: { variantId, quantity } })
  return { cart, variantId, lineId: body.cart.lines[0]?.id ?? '' }
}

test('a new cart comes with its token and an httpOnly cookie', async () => {
  const made = await callStore<InCart & { token: string }>('/carts', { body: { market: 'uk' } })
  expect(made.status).toBe(201)
  expect(made.body.cart).toMatchObject({ market: 'uk', currency: 'GBP', lines: [], count: 0 })
  expect(made.cookies['molini-cart']).toBe(made.body.token)
  expect(made.headers.get('set-cookie')).toMatch(/HttpOnly/)
  expect(made.headers.get('set-cookie')).toMatch(/SameSite=Lax/)
})

test('a cart may be asked for with no body at all', async () => {
  expect((await callStore('/carts', { method: 'POST' })).status).toBe(201)
})

test('the cookie and the header name the same cart', async () => {
  const { cart } = await cartWith(2)
  const byHeader = await callStore<InCart>('/carts/current', { cart })
  const byCookie = await callStore<InCart>('/carts/current', { cookie: `molini-cart=${cart}` })
  expect(byHeader.body.cart.count).toBe(2)
  expect(byCookie.body).toEqual(byHeader.body)
})

test.each(['/carts/current', '/carts/current/shipping-options?country=IT'])(
  '%s without a cart is not found',
  async (path) => {
    expect(await callStore(path)).toMatchObject({ status: 404, body: { code: 'cart.not-found' } })
  },
)

test('a token that names no cart is not found', async () => {
  const answer = await callStore('/carts/current', { cart: randomUUID() })
  expect(answer).toMatchObject({ status: 404, body: { code: 'cart.not-found' } })
})

test('adding a variant twice sums', async () => {
  const { cart, variantId } = await cartWith(1)
  const { body } = await callStore<InCart>('/carts/current/lines', { cart, body: { variantId, quantity: 2 } })
  expect(body.cart.lines).toMatchObject([{ variantId, quantity: 3 }])
})

test('more than is there is refused and changes nothing', async () => {
  const { cart, variantId } = await cartWith(2, 3)
  const refused = await callStore('/carts/current/lines', { cart, body: { variantId, quantity: 2 } })
  expect(refused).toMatchObject({ status: 409, body: { code: 'stock.insufficient' } })
  expect((await callStore<InCart>('/carts/current', { cart })).body.cart.count).toBe(2)
})

test.each([0, 21, 1.5, -1, '2', null])('%s is no quantity', async (quantity) => {
  const { cart, variantId } = await cartWith(1)
  const refused = await callStore('/carts/current/lines', { cart, body: { variantId, quantity } })
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'validation.failed', errors: [{ path: 'quantity' }] },
  })
})

test('a variant that nobody sells is not found', async () => {
  const cart = await newCart()
  const refused = await callStore('/carts/current/lines', {
    cart,
    body: { variantId: randomUUID(), quantity: 1 },
  })
  expect(refused).toMatchObject({ status: 404, body: { code: 'variant.not-found' } })
})

test('a line is changed and taken out', async () => {
  const { cart, lineId } = await cartWith(1)
  const path = `/carts/current/lines/${lineId}`
  const changed = await callStore<InCart>(path, { method: 'PATCH', cart, body: { quantity: 4 } })
  expect(changed.body.cart.lines).toMatchObject([{ quantity: 4 }])
  const removed = await callStore<InCart>(path, { method: 'DELETE', cart })
  expect(removed).toMatchObject({ status: 200, body: { cart: { lines: [] } } })
  expect(await callStore(path, { method: 'DELETE', cart })).toMatchObject({
    status: 404,
    body: { code: 'cart.line-not-found' },
  })
})

test('a line of another cart is not found', async () => {
  const [mine, theirs] = [await cartWith(1), await cartWith(1)]
  const answer = await callStore(`/carts/current/lines/${theirs.lineId}`, {
    method: 'DELETE',
    cart: mine.cart,
  })
  expect(answer).toMatchObject({ status: 404, body: { code: 'cart.line-not-found' } })
})

test('a code that does not apply says so', async () => {
  const { cart } = await cartWith(1)
  const answer = await callStore('/carts/current/code', { method: 'PUT', cart, body: { code: 'SUMMER' } })
  expect(answer).toMatchObject({
    status: 422,
    body: { code: 'promotion.not-applicable', reason: expect.any(String) },
  })
  expect((await callStore('/carts/current/code', { method: 'DELETE', cart })).status).toBe(200)
})

test('more than ten wrong codes an hour from one address are too many, and right ones count for nothing', async () => {
  const { cart } = await cartWith(1)
  const { code } = await makePromotion(await getTestRequest())
  const from = '203.0.113.78'
  const give = (given: string) =>
    callStore('/carts/current/code', { method: 'PUT', cart, from, body: { code: given } })
  for (let nth = 0; nth < 12; nth += 1) expect((await give(code)).status).toBe(200)
  const wrong = await Promise.all(Array.from({ length: 30 }, (_, nth) => give(`WRONG-${nth}`)))
  expect(wrong.filter(({ status }) => status === 422)).toHaveLength(10)
  const refused = wrong.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(20)
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(3_000)
  expect((await give(code)).status).toBe(429)
})

test('a cart says on request how its prices came about', async () => {
  const { cart } = await cartWith(2)
  expect((await callStore<InCart>('/carts/current', { cart })).body.cart.explanation).toBeUndefined()
  const { body } = await callStore<InCart>('/carts/current?explain=1', { cart })
  expect(body.cart.explanation?.lines).toMatchObject([{ steps: [{ kind: 'price', pairs: 2 }] }])
})

test('the ways to send a cart have a price and an estimate', async () => {
  const { cart } = await cartWith(1)
  const { body } = await callStore<{ options: ShippingOption[] }>(
    '/carts/current/shipping-options?country=IT&postalCode=20121',
    { cart },
  )
  expect(body.options).toMatchObject([
    { id: 'standard', price: { amount: 590, currency: 'EUR' }, estimate: { minDays: 2, maxDays: 4 } },
    { id: 'express' },
  ])
})

test('a country must be named as ISO does', async () => {
  const { cart } = await cartWith(1)
  const answer = await callStore('/carts/current/shipping-options?country=Italy', { cart })
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ path: 'country' }] } })
})

test('the market says how one can pay', async () => {
  const { body } = await callStore('/payment-methods?market=de')
  expect(body).toMatchObject({ methods: [{ id: 'manual' }, { id: 'cash-on-delivery' }] })
})

async function buy(changes = {}, headers: Record<string, string> = { 'Idempotency-Key': randomUUID() }) {
  const { cart, variantId } = await cartWith(1)
  const body = { ...checkoutOf(), ...changes }
  return {
    cart,
    variantId,
    body,
    headers,
    answer: await callStore<CheckoutAnswer>('/checkout', { cart, body, headers }),
  }
}

test('a checkout answers with the order, its key and the payment', async () => {
  const { answer } = await buy()
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({
    order: { paymentStatus: 'pending', fulfilmentStatus: 'unfulfilled' },
    payment: { method: 'manual', status: 'pending' },
  })
  expect(answer.cookies[`molini-order-${answer.body.order.number}`]).toBe(answer.body.accessToken)
})

test('a repeated key answers as the first time, another body under it does not', async () => {
  const { cart, body, headers, answer } = await buy()
  const again = await callStore<CheckoutAnswer>('/checkout', { cart, body, headers })
  expect(again.status).toBe(201)
  expect(again.body).toEqual(answer.body)
  const other = await callStore('/checkout', { cart, body: { ...body, email: 'else@example.com' }, headers })
  expect(other).toMatchObject({ status: 422, body: { code: 'idempotency.mismatch' } })
})

test('a checkout without a key is refused', async () => {
  expect((await buy({}, {})).answer).toMatchObject({ status: 400, body: { code: 'idempotency.missing' } })
})

test('what is wrong with a checkout is named field by field', async () => {
  const { answer } = await buy({
    email: 'nobody',
    shippingAddress: { ...checkoutOf().shippingAddress, city: '' },
  })
  expect(answer).toMatchObject({ status: 422, body: { code: 'validation.failed' } })
  const { errors } = answer.body as unknown as { errors: { path: string }[] }
  expect(errors.map(({ path }) => path).toSorted()).toEqual(['email', 'shippingAddress.city'])
})

test('another total than expected is told, and nothing is bought', async () => {
  const { answer, cart } = await buy({ expectedTotal: { amount: 1, currency: 'EUR' } })
  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'price.changed', expected: { amount: 1 }, actual: { currency: 'EUR' } },
  })
  expect((await callStore('/carts/current', { cart })).status).toBe(200)
})

test('an empty cart cannot be bought', async () => {
  const call = { cart: await newCart(), body: checkoutOf(), headers: { 'Idempotency-Key': randomUUID() } }
  expect(await callStore('/checkout', call)).toMatchObject({ status: 409, body: { code: 'cart.empty' } })
})

test('a bought cart names its order', async () => {
  const { cart, answer } = await buy()
  const { number } = answer.body.order
  expect(await callStore('/carts/current', { cart })).toMatchObject({
    status: 409,
    body: { code: 'cart.bought', number },
  })
})

test('an order opens with its token and for nobody else', async () => {
  const { answer } = await buy()
  const { order, accessToken } = answer.body
  const path = `/orders/${order.number}`
  const opened = await callStore<{ order: OrderView }>(path, { headers: { 'X-Order-Token': accessToken } })
  expect(opened.body.order).toEqual(order)
  const cookie = `molini-order-${order.number}=${accessToken}`
  expect((await callStore(path, { cookie })).status).toBe(200)
  for (const token of ['', 'x', accessToken.slice(1)]) {
    const refused = await callStore(path, { headers: { 'X-Order-Token': token } })
    expect(refused).toMatchObject({ status: 404, body: { code: 'order.not-found' } })
  }
})

test('an event of an unknown provider is not found', async () => {
  const answer = await callStore('/payments/nobody/webhook', { body: {} })
  expect(answer).toMatchObject({ status: 404, body: { code: 'provider.not-found' } })
})

test('a cart cookie from a foreign page does not count', async () => {
  const { cart, variantId } = await cartWith(1)
  const cookie = `molini-cart=${cart}`
  const body = { variantId, quantity: 1 }
  for (const origin of ['https://evil.example', null]) {
    const refused = await callStore('/carts/current/lines', { cookie, origin, body })
    expect(refused).toMatchObject({ status: 403, body: { code: 'origin.untrusted' } })
  }
  expect((await callStore('/carts/current/lines', { cookie, origin: shopOrigin, body })).status).toBe(200)
  const foreignRead = { cookie, origin: null, headers: { 'Sec-Fetch-Site': 'cross-site' } }
  expect((await callStore('/carts/current', foreignRead)).status).toBe(404)
})

test('a gift card pays its part by its code, and its balance is told to nobody else', async () => {
  const made = await issueCard(await getTestRequest(), { amount: 2_000, currency: 'EUR', locale: 'en' })
  const { cart } = await cartWith(1)
  const { body } = await callStore<InCart>('/carts/current/gift-cards', { cart, body: { code: made.code } })
  expect(body.cart.credits).toMatchObject([
    { kind: 'gift-card', last4: made.last4, amount: { amount: 2_000 } },
  ])
  expect(body.cart.toPay.amount).toBe(body.cart.totals.total.amount - 2_000)
  const gone = await callStore<InCart>(`/carts/current/gift-cards/${made.id}`, { method: 'DELETE', cart })
  expect(gone.body.cart.credits).toEqual([])
})

test('wrong codes of gift cards and promotions are counted together; more than ten an hour are too many', async () => {
  const made = await issueCard(await getTestRequest(), { amount: 2_000, currency: 'EUR', locale: 'en' })
  const { cart } = await cartWith(1)
  const from = '203.0.113.77'
  const give = (code: string) => callStore('/carts/current/gift-cards', { cart, from, body: { code } })
  for (let nth = 0; nth < 5; nth += 1)
    expect(await give(`2222-2222-2222-2222-222${nth + 3}`)).toMatchObject({
      status: 422,
      body: { code: 'gift-card.not-applicable', reason: 'unknown' },
    })
  for (let nth = 0; nth < 5; nth += 1) {
    const body = { code: `NOBODY-${nth}` }
    expect((await callStore('/carts/current/code', { method: 'PUT', cart, from, body })).status).toBe(422)
  }
  const refused = await give(made.code ?? '')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/)
})

test('store credit is for whoever is signed in', async () => {
  const { cart } = await cartWith(1)
  expect(await callStore('/carts/current/store-credit', { method: 'PUT', cart })).toMatchObject({
    status: 401,
    body: { code: 'customer.required' },
  })
})
