import { randomUUID } from 'node:crypto'
import { afterEach, expect, test } from 'vitest'
import { setActiveCache } from '#front/active'
import type { Given } from '#front/direct'
import { checkoutOf, makeProduct } from '../../../services/testing/shop-rows'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore, shopOrigin } from '../_http/testing/call-store'
import { findDirect } from './endpoints'

const dropped: string[] = []
afterEach(() => {
  dropped.length = 0
  setActiveCache(undefined)
})

interface Sent {
  method?: string
  headers?: Record<string, string>
  text?: string
}

/** The call as the front hands it on. */
async function callDirectly(path: string, { method = 'GET', headers = {}, text = '' }: Sent): Promise<Given> {
  const revalidate = (tags: string[]) => Promise.resolve(void dropped.push(...tags))
  setActiveCache({ revalidate })
  const answer = findDirect(method, `/api/store${path.split('?')[0] ?? ''}`)
  if (!answer) throw new Error(`${method} ${path} is not answered directly`)
  const sent = Buffer.from(text)
  const given = { origin: shopOrigin, 'x-forwarded-for': '2001:db8::1', ...headers }
  const url = `http://localhost/api/store${path}`
  return answer({
    method,
    url,
    headers: new Headers({ ...given, 'content-length': String(sent.length) }),
    sent,
  })
}

const json = { 'content-type': 'application/json' }
const newCart = async () => {
  const { body } = await callStore<{ token: string }>('/carts', { body: {} })
  return body.token
}

test('what says that it is direct is answered directly once it was asked through Next.js, while somebody is told', async () => {
  const isFound = (path: string) => findDirect('POST', `/api/store${path}`) !== undefined
  await callStore('/carts', { body: {} })
  await callStore('/customers', { body: {} })
  setActiveCache({ revalidate: () => Promise.resolve() })
  expect(['/carts', '/customers', '/nothing', '/carts/'].map(isFound)).toEqual([true, false, false, false])
  setActiveCache(undefined)
  expect(isFound('/carts')).toBe(false)
})

test.each<[string, Sent]>([
  ['/carts/current', {}],
  ['/carts/current?explain=1', {}],
  ['/carts/current', { headers: { 'x-cart-token': 'unknown-unknown-unknown' } }],
  ['/carts/current/lines', { method: 'POST', headers: json, text: '{"variantId":"no id","quantity":1}' }],
  ['/carts/current/lines', { method: 'POST', headers: json, text: '{"quantity":-1}' }],
  ['/carts/current/lines', { method: 'POST', headers: json, text: '{' }],
  ['/carts/current/lines', { method: 'POST', headers: json, text: '"\ud800"' }],
  ['/carts/current/lines', { method: 'POST', headers: { 'content-type': 'text/plain' }, text: '{}' }],
  ['/carts/current/lines', { method: 'POST', headers: { ...json, origin: 'https://elsewhere.example' } }],
  ['/carts/current/lines/17', { method: 'DELETE' }],
  ['/checkout', { method: 'POST', headers: json, text: '{}' }],
  ['/checkout', { method: 'POST', headers: { ...json, 'idempotency-key': 'a key of tests' }, text: '{}' }],
  ['/payment-methods?market=de', {}],
  ['/suggest?q=derby', {}],
  ['/me', {}],
])('%s %j is answered as through Next.js', async (path, sent) => {
  const headers = { 'x-cart-token': await newCart(), ...sent.headers }
  const { method = 'GET', text } = sent
  const through = await callStore(path, { method, headers, raw: text, from: '2001:db8::1', origin: null })
  const origin = sent.headers?.origin ?? ''
  const given = await callDirectly(path, { method, text, headers: { ...headers, ...(origin && { origin }) } })
  expect(given.status).toBe(through.status)
  expect(JSON.parse(given.body)).toEqual(JSON.parse(through.text))
  expect(Object.keys(given.headers).sort()).toEqual([...through.headers.keys()].sort())
})

test('a cart is filled and bought, and pages that it changes are dropped when the order stands', async () => {
  const { variants, slug } = await makeProduct(await getTestRequest(), { stock: [1] })
  const cart = await newCart()
  for (const path of ['/carts/current/lines', '/carts/current/shipping-options', '/checkout'])
    await callStore(path, { cart, body: {} })
  const headers = { ...json, 'x-cart-token': cart }
  const line = JSON.stringify({ variantId: variants[0]?.id, quantity: 1 })
  expect((await callDirectly('/carts/current/lines', { method: 'POST', headers, text: line })).status).toBe(
    200,
  )
  expect(dropped).toEqual([])
  const bought = await callDirectly('/checkout', {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': randomUUID() },
    text: JSON.stringify(checkoutOf()),
  })
  expect(bought.status).toBe(201)
  expect(bought.headers['set-cookie']).toEqual([expect.stringContaining('HttpOnly')])
  expect(dropped).toEqual([`product:${slug}`, 'catalogue'])
})
