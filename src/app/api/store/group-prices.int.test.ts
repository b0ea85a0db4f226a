import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import type { CartView, CheckoutAnswer, ShippingOption } from '#domain/views'
import type { OwnPrice } from '#services/own-prices'
import { refreshPrices } from '#services/refresh-prices'
import { rowsOf } from '#services/transaction'
import { makeCampaign } from '../../../services/testing/campaign-rows'
import { checkoutOf, makeProduct } from '../../../services/testing/shop-rows'
import { getTestPayload, getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

const regular = 12_900

/** A product, a group with a price list on it, and a signed-in member. */
async function priceList(percent = 20, priority = 0) {
  const req = await getTestRequest()
  const payload = await getTestPayload()
  const product = await makeProduct(req, { stock: [9], price: regular })
  const group = await payload.create({
    collection: 'customer-groups',
    data: { name: `Club ${randomUUID()}` },
    overrideAccess: true,
  })
  const campaign = await makeCampaign(req, { percent, priority, products: [product.id] })
  await rowsOf(
    req,
    sql`INSERT INTO price_campaigns_rels ("order", parent_id, path, customer_groups_id) VALUES (1, ${campaign}, 'customerGroups', ${group.id})`,
  )
  await refreshPrices(req)
  return { product, group: group.id, variantId: product.variants[0]?.id ?? '' }
}

async function shopper(group?: string): Promise<string> {
  const req = await getTestRequest()
  const [email, password] = [`member-${randomUUID()}@example.com`, 'six quiet herons']
  await callStore('/customers', { body: { email, password } })
  if (group) await join(email, group)
  const { cookies } = await callStore('/session', { body: { email, password } })
  return `molini-customer=${cookies['molini-customer']}`

  async function join(who: string, to: string) {
    await rowsOf(
      req,
      sql`INSERT INTO customers_rels ("order", parent_id, path, customer_groups_id)
        SELECT 1, id, 'groups', ${to}::uuid FROM customers WHERE email = ${who}`,
    )
  }
}

async function bagOf(variantId: string, cookie?: string) {
  const signed = cookie ? { cookie } : {}
  const { body } = await callStore<{ token: string }>('/carts', { body: {}, ...signed })
  const { body: filled } = await callStore<{ cart: CartView }>('/carts/current/lines', {
    ...{ cart: body.token, body: { variantId, quantity: 1 } },
    ...signed,
  })
  return { cart: body.token, price: filled.cart.lines[0]?.unitPrice.amount }
}

const pricesOf = async (slug: string, cookie?: string) =>
  callStore<{ prices: OwnPrice[] }>(`/me/prices?product=${slug}`, cookie ? { cookie } : {})

test('a member pays the price of the list, everybody else the regular one; nothing is announced', async () => {
  const { group, variantId } = await priceList()
  const member = await shopper(group)
  const { cart, price } = await bagOf(variantId, member)
  expect(price).toBe(10_320)
  expect((await bagOf(variantId)).price).toBe(regular)
  expect((await bagOf(variantId, await shopper())).price).toBe(regular)
  const req = await getTestRequest()
  expect(
    await rowsOf(
      req,
      sql`SELECT 1 FROM reduced_prices WHERE variant_id = ${variantId}
      UNION ALL SELECT 1 FROM price_records WHERE variant_id = ${variantId} AND amount < ${regular}`,
    ),
  ).toEqual([])

  const { body: ways } = await callStore<{ options: ShippingOption[] }>(
    '/carts/current/shipping-options?country=IT',
    { cart },
  )
  const placed = await callStore<CheckoutAnswer>('/checkout', {
    ...{ cart, cookie: member, headers: { 'idempotency-key': randomUUID() } },
    body: checkoutOf({ shippingOption: ways.options[0]?.id ?? '' }),
  })
  expect(placed).toMatchObject({
    status: 201,
    body: { order: { lines: [{ unitPrice: { amount: 10_320 } }] } },
  })
})

test('the product page may ask what a member pays; others have no list', async () => {
  const { product, group, variantId } = await priceList()
  const own = await pricesOf(product.slug, await shopper(group))
  expect(own.body).toEqual({ prices: [{ variantId, price: { amount: 10_320, currency: 'EUR' } }] })
  expect((await pricesOf(product.slug, await shopper())).body).toEqual({ prices: [] })
  expect((await pricesOf(product.slug)).status).toBe(401)
  expect((await pricesOf('no-such-shoe', await shopper(group))).body).toEqual({ prices: [] })
})

test('a campaign for everybody that is cheaper counts for members too, whatever the priorities', async () => {
  const { product, group, variantId } = await priceList(10, 1_000)
  await makeCampaign(await getTestRequest(), { percent: 30, products: [product.id] })
  const member = await shopper(group)
  expect((await bagOf(variantId, member)).price).toBe(9_030)
  expect((await pricesOf(product.slug, member)).body).toEqual({ prices: [] })
})

test('who has left the group pays what everybody pays', async () => {
  const { group, variantId } = await priceList()
  const member = await shopper(group)
  const { cart } = await bagOf(variantId, member)
  await rowsOf(await getTestRequest(), sql`DELETE FROM customers_rels WHERE customer_groups_id = ${group}`)
  const { body } = await callStore<{ cart: CartView }>('/carts/current', { cart, cookie: member })
  expect(body.cart.lines[0]?.unitPrice.amount).toBe(regular)
})

test('a group that prices are only for cannot be deleted, not even past the admin', async () => {
  const { group } = await priceList()
  const payload = await getTestPayload()
  await expect(
    payload.delete({ collection: 'customer-groups', id: group, overrideAccess: true }),
  ).rejects.toThrow('is only for this group')
  await expect(
    rowsOf(await getTestRequest(), sql`DELETE FROM customer_groups WHERE id = ${group}`),
  ).rejects.toMatchObject({ cause: { code: '23503' } })
})

test('the price list ends with the session: signed out, or by the token of the cart alone, one pays what everybody pays', async () => {
  const { group, variantId } = await priceList()
  const member = await shopper(group)
  const handedOn = await bagOf(variantId, member)
  const { body: ways } = await callStore<{ options: ShippingOption[] }>(
    '/carts/current/shipping-options?country=IT',
    { cart: handedOn.cart },
  )
  const body = checkoutOf({ shippingOption: ways.options[0]?.id ?? '' })
  const expectedTotal = { amount: 10_320 + 590, currency: 'EUR' }
  const call = { cart: handedOn.cart, headers: { 'idempotency-key': randomUUID() } }
  expect(await callStore('/checkout', { ...call, body: { ...body, expectedTotal } })).toMatchObject({
    status: 409,
    body: { code: 'price.changed' },
  })
  const { body: seen } = await callStore<{ cart: CartView }>('/carts/current', { cart: handedOn.cart })
  expect(seen.cart.lines[0]?.unitPrice.amount).toBe(regular)
  const placed = await callStore<CheckoutAnswer>('/checkout', {
    ...{ cart: handedOn.cart, headers: { 'idempotency-key': randomUUID() } },
    body,
  })
  expect(placed.body.order.lines[0]?.unitPrice.amount).toBe(regular)

  const left = await bagOf(variantId, member)
  await callStore('/session', { method: 'DELETE', cookie: `${member}; molini-cart=${left.cart}` })
  const { body: after } = await callStore<{ cart: CartView }>('/carts/current', { cart: left.cart })
  expect(after.cart.lines[0]?.unitPrice.amount).toBe(regular)
})
