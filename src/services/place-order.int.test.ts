import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { getTestRequest } from '../start/testing/payload'
import { cancelOrder } from './cancel-order'
import { addLine, createCart, readCart, setLine } from './cart'
import { ledgerProblems } from './ledger-problems'
import { orderToken, readOrder } from './order-access'
import { addProvider } from './payments/providers'
import { placeOrder } from './place-order'
import { shipOrder } from './ship-order'
import { makeProvider } from './testing/provider'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

/** A cart with pairs of the first size of a product of its own. */
async function cartWith(quantity: number, { stock = 5, price = 12_900, market = 'eu' as const } = {}) {
  const req = await getTestRequest()
  const product = await makeProduct(req, { stock: [stock], price })
  const variantId = product.variants[0]?.id ?? ''
  const { token } = await createCart(req, { market })
  const cart = await addLine(req, token, { variantId, quantity })
  return { req, product, variantId, token, cart }
}

test('a cart becomes an order with its lines, totals and states', async () => {
  const { req, token, variantId } = await cartWith(2, { price: 7_000 })
  const { order, accessToken, payment } = await placeOrder(req, {
    token,
    key: randomUUID(),
    input: checkoutOf(),
  })
  expect(order.number).toMatch(/^M-\d{6,}$/)
  expect(order).toMatchObject({
    paymentStatus: 'pending',
    fulfilmentStatus: 'unfulfilled',
    currency: 'EUR',
    shippingName: 'Standard',
  })
  expect(order.lines).toMatchObject([
    { variantId, quantity: 2, unitPrice: { amount: 7_000 }, total: { amount: 14_000 } },
  ])
  expect(order.totals).toMatchObject({
    subtotal: { amount: 14_000 },
    shipping: { amount: 590 },
    total: { amount: 14_590 },
  })
  expect(order.totals.tax.amount).toBe(Math.round((14_590 * 22) / 122))
  expect(payment).toEqual({ method: 'manual', status: 'pending' })
  expect(await readOrder(req, { number: order.number, token: accessToken })).toEqual(order)
  expect(await ledgerProblems(req)).toEqual([])
})

test('an order is known to nobody without its token', async () => {
  const { req, token } = await cartWith(1)
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  await expect(readOrder(req, { number: order.number })).rejects.toThrow('order.not-found')
  await expect(readOrder(req, { number: order.number, token: orderToken(randomUUID()) })).rejects.toThrow(
    'order.not-found',
  )
  await expect(readOrder(req, { number: order.number, customerId: randomUUID() })).rejects.toThrow(
    'order.not-found',
  )
})

test('the same key answers the same order, another body under it is refused', async () => {
  const { req, token } = await cartWith(1)
  const call = { token, key: randomUUID(), input: checkoutOf() }
  const first = await placeOrder(req, call)
  expect(await placeOrder(req, call)).toEqual(first)
  const other = { ...call, input: checkoutOf({ email: 'other@example.com' }) }
  await expect(placeOrder(req, other)).rejects.toThrow('idempotency.mismatch')
  await expect(placeOrder(req, { ...call, key: '' })).rejects.toThrow('idempotency.missing')
})

test('a bought cart is refused with the number of its order', async () => {
  const { req, token, variantId } = await cartWith(1)
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  const bought = { code: 'cart.bought', details: { number: order.number } }
  await expect(placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })).rejects.toMatchObject(
    bought,
  )
  await expect(readCart(req, token)).rejects.toMatchObject(bought)
  await expect(addLine(req, token, { variantId, quantity: 1 })).rejects.toMatchObject(bought)
})

test('a price that has changed is refused with both totals and leaves the cart open', async () => {
  const { req, token, product } = await cartWith(1)
  await rowsOf(req, sql`UPDATE products SET price_in_e_u_r = 13900 WHERE id = ${product.id}`)
  const expectedTotal = { amount: 13_490, currency: 'EUR' as const }
  await expect(
    placeOrder(req, { token, key: randomUUID(), input: checkoutOf({ expectedTotal }) }),
  ).rejects.toMatchObject({
    code: 'price.changed',
    details: { expected: expectedTotal, actual: { amount: 14_490, currency: 'EUR' } },
  })
  const pounds = { amount: 14_490, currency: 'GBP' as const }
  await expect(
    placeOrder(req, { token, key: randomUUID(), input: checkoutOf({ expectedTotal: pounds }) }),
  ).rejects.toMatchObject({ status: 422 })
  expect((await readCart(req, token)).lines[0]?.problem).toMatchObject({
    code: 'price-changed',
    was: { amount: 12_900 },
  })
})

test('a short line refuses the whole order and says what there is', async () => {
  const { req, token, variantId } = await cartWith(3)
  const other = await createCart(req, {})
  await addLine(req, other.token, { variantId, quantity: 4 })
  await placeOrder(req, { token: other.token, key: randomUUID(), input: checkoutOf() })
  await expect(placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })).rejects.toMatchObject({
    code: 'stock.insufficient',
    details: { lines: [{ variantId, requested: 3, available: 1 }] },
  })
  expect((await readCart(req, token)).lines[0]?.problem).toEqual({ code: 'sold-out', available: 1 })
  expect(await ledgerProblems(req)).toEqual([])
})

test('what is no longer for sale is refused', async () => {
  const { req, token, product, variantId } = await cartWith(1)
  await rowsOf(req, sql`UPDATE products SET _status = 'draft' WHERE id = ${product.id}`)
  await expect(placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })).rejects.toMatchObject({
    code: 'stock.insufficient',
    details: { lines: [{ variantId, requested: 1, available: 0 }] },
  })
})

test('missing and wrong fields are named, an unknown method or way to send is refused', async () => {
  const { req, token } = await cartWith(1)
  const place = (changes: object) =>
    placeOrder(req, { token, key: randomUUID(), input: { ...checkoutOf(), ...changes } })
  await expect(place({ email: 'nobody', shippingAddress: { country: 'IT' } })).rejects.toMatchObject({
    code: 'validation.failed',
    details: { errors: expect.arrayContaining([expect.objectContaining({ path: 'shippingAddress.city' })]) },
  })
  await expect(place({ shippingOption: 'by-balloon' })).rejects.toThrow('shipping.unavailable')
  await expect(place({ paymentMethod: 'shells' })).rejects.toThrow('payment.method-unavailable')
  const { token: empty } = await createCart(req, {})
  await expect(placeOrder(req, { token: empty, key: randomUUID(), input: checkoutOf() })).rejects.toThrow(
    'cart.empty',
  )
})

test('a market without tax in its prices adds it, by region', async () => {
  const { req, token } = await cartWith(1, { market: 'us' as 'eu', price: 10_000 })
  const shippingAddress = { ...checkoutOf().shippingAddress, country: 'US', region: 'NY' }
  const { order } = await placeOrder(req, {
    token,
    key: randomUUID(),
    input: checkoutOf({ shippingAddress }),
  })
  expect(order).toMatchObject({ taxIncluded: false, currency: 'USD' })
  expect(order.totals.tax.amount).toBe(Math.round((10_590 * 888) / 10_000))
  expect(order.totals.total.amount).toBe(10_590 + order.totals.tax.amount)
})

test('a line changes to what is there and no further', async () => {
  const { req, token, cart, variantId } = await cartWith(2)
  const lineId = cart.lines[0]?.id ?? ''
  expect((await setLine(req, token, lineId, 5)).lines[0]?.quantity).toBe(5)
  await expect(setLine(req, token, lineId, 6)).rejects.toMatchObject({
    details: { lines: [{ variantId, requested: 6, available: 5 }] },
  })
  expect((await readCart(req, token)).lines[0]?.quantity).toBe(5)
})

test('an order that costs nothing is paid, held for good, and leaves or is cancelled', async () => {
  const { req, token } = await cartWith(1, { price: 0 })
  const second = await cartWith(1, { price: 0 })
  await rowsOf(req, sql`UPDATE shipping_methods_rates SET free_from = 0 WHERE price = 590`)
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  const other = await placeOrder(req, { token: second.token, key: randomUUID(), input: checkoutOf() })
  await rowsOf(req, sql`UPDATE shipping_methods_rates SET free_from = 15000 WHERE price = 590`)
  expect(order).toMatchObject({ paymentStatus: 'paid', totals: { total: { amount: 0 } } })
  expect(order.expiresAt).toBeUndefined()
  expect((await shipOrder(req, { orderId: order.id })).fulfilmentStatus).toBe('fulfilled')
  const cancelled = await cancelOrder(req, { orderId: other.order.id, reason: 'not wanted' })
  expect(cancelled).toMatchObject({ paymentStatus: 'paid', fulfilmentStatus: 'cancelled' })
  expect(await ledgerProblems(req)).toEqual([])
})

describe('how long the pairs of an unpaid order are held', () => {
  const minute = 60_000
  const day = 24 * 60 * minute

  beforeAll(() => addProvider(makeProvider('card').provider))

  /** From placing to the end, in milliseconds; null where there is none. What the order says and what is stored agree. */
  async function heldFor(paymentMethod: string): Promise<number | null> {
    const { req, token } = await cartWith(1)
    const { order } = await placeOrder(req, {
      token,
      key: randomUUID(),
      input: checkoutOf({ paymentMethod }),
    })
    const [stored] = await rowsOf<{ ms: number | null }>(
      req,
      sql`SELECT (extract(epoch FROM expires_at - placed_at) * 1000)::float AS ms FROM orders WHERE id = ${order.id}`,
    )
    const told = order.expiresAt ? Date.parse(order.expiresAt) - Date.parse(order.placedAt) : null
    expect(told).toBe(stored?.ms)
    return told
  }

  const setHolds = async (holds: { cardMinutes: number; bankTransferDays: number }) => {
    const req = await getTestRequest()
    await req.payload.updateGlobal({
      slug: 'shop-settings',
      data: { holds },
      overrideAccess: true,
      req,
    })
  }

  test.each([
    ['by bank transfer for seven days', 'manual', 7 * day],
    ['by card for half an hour', 'card', 30 * minute],
    ['on delivery for as long as the order stands', 'cash-on-delivery', null],
  ])('%s, unless the shop says otherwise', async (_how, method, time) => {
    expect(await heldFor(method)).toBe(time)
  })

  test('the settings of the shop say how long, and what is paid on delivery has no end all the same', async () => {
    await setHolds({ bankTransferDays: 3, cardMinutes: 45 })
    expect([await heldFor('manual'), await heldFor('card'), await heldFor('cash-on-delivery')]).toEqual([
      3 * day,
      45 * minute,
      null,
    ])
    await setHolds({ bankTransferDays: 7, cardMinutes: 30 })
    expect([await heldFor('manual'), await heldFor('card')]).toEqual([7 * day, 30 * minute])
  })
})
