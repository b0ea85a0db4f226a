import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import type { OrderView } from '#domain/views'
import { rowsOf } from '#services/transaction'
import { checkoutOf, makeProduct } from '../../../services/testing/shop-rows'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

const password = 'six quiet herons'

async function register(): Promise<string> {
  const email = `shopper-${randomUUID()}@example.com`
  await callStore('/customers', { body: { email, password } })
  return email
}

/** Signs in with these cookies and answers with those it was given. */
async function signIn(email: string, cookie = '') {
  const { cookies } = await callStore('/session', { body: { email, password }, cookie })
  return { ...cookies, cookie: `molini-customer=${cookies['molini-customer']}` }
}

const systemOf = async (cookie: string) =>
  (await callStore<{ customer: { sizeSystem?: string } }>('/me', { cookie })).body.customer.sizeSystem

async function orderWith(cookie: string, market = 'eu'): Promise<OrderView> {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [2] })
  const variantId = variants[0]?.id ?? ''
  await rowsOf(
    req,
    sql`UPDATE variant_options o SET uk = '3.5', us_m = '4.5', us_w = '6', cm = '23' FROM variants v WHERE v.id = ${variantId}::uuid AND o.id = v.size_id`,
  )
  const { body } = await callStore<{ token: string }>('/carts', { body: { market } })
  await callStore('/carts/current/lines', { cart: body.token, body: { variantId, quantity: 1 } })
  const address = {
    ...checkoutOf().shippingAddress,
    ...(market === 'uk' && { country: 'GB', postalCode: 'SW1A 1AA' }),
  }
  const bought = await callStore<{ order: OrderView }>('/checkout', {
    ...{ cart: body.token, cookie, headers: { 'Idempotency-Key': randomUUID() } },
    body: checkoutOf({ shippingAddress: address }),
  })
  expect(bought.status).toBe(201)
  return bought.body.order
}

test('an order keeps the sizes it was sold in, and the system of the browser it was placed in', async () => {
  const order = await orderWith('molini-sizes=uk')
  expect(order.sizeSystem).toBe('uk')
  expect(order.lines).toMatchObject([
    { size: '36', labels: { eu: '36', uk: '3.5', usM: '4.5', usW: '6', cm: '23' } },
  ])
  expect(await orderWith('molini-sizes=klingon')).not.toHaveProperty('sizeSystem')
  expect(await orderWith('molini-sizes=eu', 'uk')).not.toHaveProperty('sizeSystem')
  expect((await orderWith('', 'uk')).sizeSystem).toBe('uk')
})

test('an account keeps the system, and a browser without a choice takes it over', async () => {
  const email = await register()
  const { cookie } = await signIn(email)
  expect(await systemOf(cookie)).toBeUndefined()
  const change = { method: 'PATCH', cookie, body: { sizeSystem: 'us' } } as const
  expect((await callStore('/me', change)).status).toBe(200)
  expect(await systemOf(cookie)).toBe('us')
  expect((await orderWith(cookie)).sizeSystem).toBe('us')
  expect(await signIn(email)).toMatchObject({ 'molini-sizes': 'us' })
  const wrong = { ...change, body: { sizeSystem: 'jp' } }
  expect(await callStore('/me', wrong)).toMatchObject({ status: 422, body: { code: 'validation.failed' } })
})

test('what was chosen in a browser becomes the account’s when somebody signs in there', async () => {
  const email = await register()
  const signed = await signIn(email, 'molini-sizes=uk')
  expect(signed).not.toHaveProperty('molini-sizes')
  expect(await systemOf(signed.cookie)).toBe('uk')
})

test('the form without script keeps it in the browser, and with the account of who is signed in', async () => {
  const form = { value: 'cm', back: '/account/sizes', market: 'it' }
  const guest = await callStore('/forms/size-system', { form })
  expect(guest).toMatchObject({ status: 303, cookies: { 'molini-sizes': 'cm' } })
  const { cookie } = await signIn(await register())
  const kept = await callStore('/forms/size-system', { form, cookie })
  expect(kept.headers.get('location')).toBe('/it/account/sizes?done=saved')
  expect(await systemOf(cookie)).toBe('cm')
  const foreign = { value: 'uk', back: 'https://evil.example/' }
  const back = await callStore('/forms/size-system', { form: foreign })
  expect(back.headers.get('location')).toMatch(/^\/[^/]|^\/$/)
})
