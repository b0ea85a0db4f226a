import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import type { CartView } from '#domain/views'
import { rowsOf } from '#services/transaction'
import { checkoutOf, makeProduct } from '../../../services/testing/shop-rows'
import { makeStyle } from '../../../start/testing/catalogue'
import { getTestRequest } from '../../../start/testing/payload'
import de from '../../../messages/de.json'
import en from '../../../messages/en.json'
import italian from '../../../messages/it.json'
import { noticeOf } from '../../(buy)/[market]/cart/bag-props'
import { shopOf } from '../../words'
import { callStore, type StoreCall } from '../_http/testing/call-store'

const password = 'six quiet herons'

async function send(form: string, fields: Record<string, string>, call: StoreCall = {}) {
  const answer = await callStore(`/forms/${form}`, { form: fields, ...call })
  const to = new URL(answer.headers.get('location') ?? '/', 'http://x.invalid')
  return { ...answer, path: to.pathname, query: Object.fromEntries(to.searchParams) }
}

function phrases(market: string) {
  const shop = shopOf(market)
  if (!shop) throw new Error(`There is no market ${market}`)
  return shop.t
}

const variantOf = async (stock = 5) => {
  const { variants } = await makeProduct(await getTestRequest(), { stock: [stock] })
  return variants[0]?.id ?? ''
}

const cartOf = async (cookie: string) =>
  (await callStore<{ cart: CartView }>('/carts/current', { cookie })).body.cart

async function bag(market = 'eu'): Promise<string> {
  const { cookies } = await send('add', { market, variantId: await variantOf() })
  return `molini-cart=${cookies['molini-cart']}`
}

test('adding without a cart makes one and leads to the bag of the market', async () => {
  const added = await send('add', { market: 'it', variantId: await variantOf() })
  expect(added).toMatchObject({ status: 303, path: '/it/cart', query: { done: 'added' } })
  const cart = await cartOf(`molini-cart=${added.cookies['molini-cart']}`)
  expect(cart).toMatchObject({ market: 'it', count: 1 })
})

test('adding to a cart of another market starts one of this market', async () => {
  const cookie = await bag('it')
  const { cookies } = await send('add', { market: 'uk', variantId: await variantOf() }, { cookie })
  expect((await cartOf(`molini-cart=${cookies['molini-cart']}`)).currency).toBe('GBP')
})

test('a refused pair leads to the bag with the reason', async () => {
  const cookie = await bag()
  const refused = await send('add', { variantId: await variantOf(0) }, { cookie })
  expect(refused).toMatchObject({ status: 303, path: '/cart', query: { problem: 'stock.insufficient' } })
})

test('a page that was opened before a size sold out: adding it says in the words of the market that somebody was faster', async () => {
  const req = await getTestRequest()
  const { id, slug, variants } = await makeProduct(req, { stock: [1] })
  await rowsOf(req, sql`UPDATE products SET style_id = ${await makeStyle()}::uuid WHERE id = ${id}::uuid`)
  const variantId = variants[0]?.id ?? ''
  const faster = await send('add', { variantId })
  const bought = await callStore('/checkout', {
    cookie: `molini-cart=${faster.cookies['molini-cart']}`,
    headers: { 'Idempotency-Key': randomUUID() },
    body: checkoutOf(),
  })
  expect(bought.status).toBe(201)
  const cookie = await bag()
  const query = { problem: 'stock.insufficient', left: '0' }
  const offered: Record<string, string>[] = [{ variantId }, { product: slug, size: '36' }]
  for (const fields of offered) {
    expect(await send('add', fields, { cookie })).toMatchObject({ status: 303, path: '/cart', query })
    const first = await send('add', fields)
    expect(first).toMatchObject({ status: 303, path: '/cart', query })
    expect(first.cookies['molini-cart']).toBeDefined()
  }
  expect((await cartOf(cookie)).count).toBe(1)
  const words = ['eu', 'it', 'de'].map((market) => noticeOf({ t: phrases(market) }, query)?.words)
  expect(words).toEqual([en, italian, de].map(({ bag: { notices } }) => notices['sold-out']))
  expect(new Set(words).size).toBe(3)
})

test('fewer pairs than are wanted is another matter, and said so', async () => {
  const variantId = await variantOf(1)
  const { cookies } = await send('add', { variantId })
  const cookie = `molini-cart=${cookies['molini-cart']}`
  const { query } = await send('add', { variantId }, { cookie })
  expect(query).toEqual({ problem: 'stock.insufficient' })
  expect(noticeOf({ t: phrases('eu') }, query)?.words).toBe(en.bag.notices['stock-insufficient'])
})

test('a line is changed and removed by forms', async () => {
  const cookie = await bag()
  const lineId = (await cartOf(cookie)).lines[0]?.id ?? ''
  expect(await send('line', { lineId, quantity: '3' }, { cookie })).toMatchObject({ path: '/cart' })
  expect((await cartOf(cookie)).count).toBe(3)
  await send('remove', { lineId }, { cookie })
  expect((await cartOf(cookie)).count).toBe(0)
})

test('a code that does not apply leads back with the reason', async () => {
  const refused = await send('code', { code: 'NO' }, { cookie: await bag() })
  expect(refused).toMatchObject({ path: '/cart', query: { problem: 'promotion.not-applicable' } })
})

const flat = Object.fromEntries(
  Object.entries(checkoutOf().shippingAddress).map(([name, value]) => [`shippingAddress.${name}`, value]),
)

test('three forms buy a cart', async () => {
  const cookie = await bag()
  const contact = await send('checkout', { step: 'contact', email: 'ada@example.com' }, { cookie })
  expect(contact).toMatchObject({ status: 303, path: '/checkout', query: { step: 'delivery' } })
  const delivery = { step: 'delivery', ...flat, shippingOption: 'standard' }
  expect(await send('checkout', delivery, { cookie })).toMatchObject({ query: { step: 'payment' } })
  const payment = {
    step: 'payment',
    paymentMethod: 'manual',
    billingSame: '1',
    place: '1',
    key: randomUUID(),
  }
  const placed = await send('checkout', payment, { cookie })
  expect(placed.path).toMatch(/^\/orders\/M-\d+$/)
  const again = await send('checkout', payment, { cookie })
  expect(again.path).toBe(placed.path)
})

test('a step that is not filled in leads back to itself and forgets nothing', async () => {
  const cookie = await bag()
  const back = await send('checkout', { step: 'contact', email: 'nobody' }, { cookie })
  expect(back).toMatchObject({
    path: '/checkout',
    query: { step: 'contact', problem: 'validation.failed', fields: 'email' },
  })
  const [row] = await rowsOf<{ email: string }>(
    await getTestRequest(),
    sql`SELECT draft ->> 'email' AS email FROM carts WHERE id = ${(await cartOf(cookie)).id}::uuid`,
  )
  expect(row?.email).toBe('nobody')
})

test('a checkout without a bag leads to the bag', async () => {
  expect(await send('checkout', { step: 'contact', email: 'a@example.com' })).toMatchObject({ path: '/cart' })
})

test('an account is made and opened by forms', async () => {
  const email = `form-${randomUUID()}@example.com`
  const registered = await send('register', { market: 'de', email, password, next: '/checkout' })
  expect(registered).toMatchObject({
    path: '/de/account/sign-in',
    query: { done: 'registered', next: '/checkout' },
  })
  const elsewhere = await send('register', { email, password: 'short', next: '//evil.example' })
  expect(elsewhere.path).toBe('/account/register')
  expect(elsewhere.query).not.toHaveProperty('next')
  const wrong = await send('sign-in', { email, password: 'wrong' })
  expect(wrong).toMatchObject({ path: '/account/sign-in', query: { problem: 'session.bad-credentials' } })
  const signedIn = await send('sign-in', { email, password, next: '/checkout' })
  expect(signedIn.path).toBe('/checkout')
  const cookie = `molini-customer=${signedIn.cookies['molini-customer']}`
  const { shippingAddress: address } = checkoutOf()
  const saved = await send('address', { ...address } as Record<string, string>, { cookie })
  expect(saved).toMatchObject({ path: '/account/addresses', query: { done: 'saved' } })
  const faulty = await send('address', { city: 'Roma' }, { cookie })
  expect(faulty.query).toMatchObject({
    problem: 'validation.failed',
    fields: expect.stringContaining('firstName'),
  })
  expect(await send('sign-out', {}, { cookie })).toMatchObject({
    path: '/',
    cookies: { 'molini-customer': '' },
  })
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'signing in never leads to %s',
  async (next) => {
    const email = `form-${randomUUID()}@example.com`
    await send('register', { email, password })
    const { headers } = await send('sign-in', { email, password, next })
    expect(headers.get('location')).toBe('/account')
  },
)

test('finding an order answers the same for one that is not there', async () => {
  const found = await send('find-order', { number: 'M-999999', email: 'nobody@example.com' })
  expect(found).toMatchObject({ status: 303, path: '/find-order', query: { done: 'sent' } })
})

test('whoever names a wrong address uses up nobody’s tries of finding an order', async () => {
  const find = async (email: string) => (await send('find-order', { number: 'M-4711', email })).query
  for (let nth = 0; nth < 6; nth += 1) await find(`stranger-${nth}@example.com`)
  for (let nth = 0; nth < 5; nth += 1) expect(await find('ada@example.com')).toEqual({ done: 'sent' })
  expect(await find('Ada@example.com ')).toEqual({ problem: 'rate.limited' })
})

test('a filter becomes the address of what was chosen', async () => {
  const chosen = new URLSearchParams([
    ['market', 'de'],
    ['category', 'men/men-shoes'],
    ['size', '42'],
    ['size', '42.5'],
    ['colour', 'black'],
    ['priceFrom', '100'],
    ['sort', 'newest'],
  ])
  const { headers, status } = await callStore(`/forms/filter?${chosen}`)
  expect(status).toBe(303)
  expect(headers.get('location')).toBe(
    '/de/c/men/men-shoes/f/size-42,42.5/colour-black/price-10000-/sort-newest',
  )
})

test('a filter of a search becomes its address, with the words as they were typed', async () => {
  const chosen = new URLSearchParams([
    ['market', 'de'],
    ['q', ' Grüne  Derbys '],
    ['size', '42.5'],
    ['size', '42'],
    ['colour', 'black'],
    ['priceTo', '250'],
    ['sort', '-price'],
  ])
  const { headers, status } = await callStore(`/forms/filter?${chosen}`)
  expect(status).toBe(303)
  expect(headers.get('location')).toBe(
    '/de/search?q=Gr%C3%BCne+Derbys&size=42%2C42.5&colour=black&price=-25000&sort=price-desc',
  )
})

test.each([
  ['q=derby&sort=relevance', '/search?q=derby'],
  ['category=../x&q=//evil.example', '/search?q=%2F%2Fevil.example'],
  ['category=a//b', '/search'],
  ['', '/search'],
])('a filter that says %s leads to %s', async (said, to) => {
  const { headers, status } = await callStore(`/forms/filter?${said}`)
  expect([status, headers.get('location')]).toEqual([303, to])
})

test('a UK or US size is ticked as one and means all EU sizes of that step', async () => {
  const chosen = new URLSearchParams([
    ['market', 'uk'],
    ['category', 'women'],
    ['system', 'uk'],
    ['size', '36'],
    ['step', '37-1-3,37.5'],
  ])
  const { headers } = await callStore(`/forms/filter?${chosen}`)
  expect(headers.get('location')).toBe('/uk/c/women/f/size-37-1-3,37.5')
})

test('a form without an Origin, or from elsewhere, is refused', async () => {
  for (const origin of [null, 'https://evil.example', 'null'])
    expect(await send('sign-out', {}, { origin })).toMatchObject({
      status: 403,
      body: { code: 'origin.untrusted' },
    })
})

test('a form that nobody knows is not found', async () => {
  expect(await send('nonsense', {})).toMatchObject({ status: 404, body: { code: 'resource.not-found' } })
  expect(await send('constructor', {})).toMatchObject({ status: 404 })
})
