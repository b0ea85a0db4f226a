import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { addLine, createCart } from '#services/cart'
import { placeOrder } from '#services/place-order'
import { rowsOf } from '#services/transaction'
import { checkoutOf, makeProduct } from '../services/testing/shop-rows'
import { callGraphql, callRest, makeShopper, signedIn, type Call, type Shopper } from '../start/testing/http'
import { getTestRequest } from '../start/testing/payload'
import { callStore, storeRoutes } from '../start/testing/store'

const closed = [400, 401, 403, 404, 405, 501]

const shopper = await makeShopper()
const outsiders: readonly [string, Call][] = [
  ['a stranger', {}],
  ['a shopper', { cookie: shopper.cookie }],
]

const systems = [
  'payload-locked-documents',
  'payload-preferences',
  'payload-kv',
  'payload-migrations',
  'payload-jobs',
]

test.each(systems)('%s is closed to shoppers and strangers', async (slug) => {
  for (const [who, call] of outsiders)
    for (const [method, path] of [
      ['GET', slug],
      ['GET', `${slug}/some-key`],
      ['GET', `${slug}/count`],
      ['POST', slug],
      ['POST', `${slug}/some-key`],
      ['PATCH', `${slug}/${randomUUID()}`],
      ['PATCH', `${slug}?where[id][exists]=true`],
      ['DELETE', `${slug}/${randomUUID()}`],
      ['DELETE', `${slug}?where[id][exists]=true`],
    ] as const) {
      const body = method === 'GET' ? undefined : { key: 'a', value: { a: 1 }, globalSlug: 'footer' }
      const { status, text } = await callRest(path, { ...call, method, body })
      expect(closed, `${who}: ${method} ${path}: ${status} ${text}`).toContain(status)
    }
})

test('screen preferences and locks work for staff', async () => {
  const { cookie, id } = await signedIn('analyst')
  const call: Call = { method: 'POST', cookie, body: { value: { open: true } } }
  expect((await callRest('payload-preferences/nav', call)).status).toBe(200)
  expect((await callRest('payload-preferences/nav', { cookie })).text).toContain('"open":true')
  const lock = { globalSlug: 'footer', user: { relationTo: 'users', value: id } }
  const locked = await callRest('payload-locked-documents', { method: 'POST', cookie, body: lock })
  expect(locked.status, locked.text).toBe(201)
})

test.each([
  ['GET', 'payload-jobs/run'],
  ['GET', 'payload-jobs/run?allQueues=true&limit=100'],
  ['GET', 'payload-jobs/handle-schedules'],
  ['POST', 'payload-jobs'],
])('%s %s does nothing for shoppers, strangers and staff over the network', async (method, path) => {
  const staff = await signedIn('analyst')
  for (const [who, call] of [...outsiders, ['staff', { cookie: staff.cookie }] as const]) {
    const { status, text } = await callRest(path, { ...call, method, ...(method === 'POST' && { body: {} }) })
    // Without any job configured Payload says so with 200; nothing is run either way.
    expect(closed.includes(status) || text.includes('No jobs to run'), `${who}: ${status} ${text}`).toBe(true)
  }
})

test('jobs may be run, queued and cancelled by nobody over the network', async () => {
  const { default: built } = await import('#config')
  const { jobs } = await built
  const req = await getTestRequest()
  for (const check of [jobs.access?.run, jobs.access?.queue, jobs.access?.cancel])
    expect(check?.({ req })).toBe(false)
})

test.each([
  ['POST', 'payments/stripe/initiate'],
  ['POST', 'payments/stripe/confirm-order'],
  ['POST', 'payments/stripe/webhooks'],
  ['POST', `carts/${randomUUID()}/add-item`],
  ['POST', `carts/${randomUUID()}/update-item`],
  ['POST', `carts/${randomUUID()}/remove-item`],
  ['POST', `carts/${randomUUID()}/clear`],
  ['POST', `carts/${randomUUID()}/merge`],
])('%s %s of the plugin is not there, not for staff either', async (method, path) => {
  const staff = await signedIn('owner')
  for (const call of [{}, { cookie: shopper.cookie }, { cookie: staff.cookie }])
    expect((await callRest(path, { ...call, method, body: {} })).status).toBe(404)
})

test('behind the guard the plugin has no payment or cart endpoint either', async () => {
  const { default: built } = await import('#config')
  const { endpoints, collections } = await built
  expect(endpoints.map(({ path }) => path).filter((path) => path.includes('payment'))).toEqual([])
  const own = (slug: string) => collections.find((one) => one.slug === slug)?.endpoints || []
  expect(own('carts').filter(({ path }) => /item|clear|merge/.test(path))).toEqual([])
})

async function orderOf(customer: Shopper) {
  const req = await getTestRequest()
  const product = await makeProduct(req, { stock: [5] })
  const { token } = await createCart(req, { market: 'eu', customerId: customer.id })
  await addLine(req, token, { variantId: product.variants[0]?.id ?? '', quantity: 1 })
  const { order } = await placeOrder(req, {
    token,
    key: randomUUID(),
    customerId: customer.id,
    input: checkoutOf({ email: customer.email }),
  })
  const [row] = await rowsOf<{ id: string; cart: string; payment: string }>(
    req,
    sql`SELECT o.id, o.cart_id AS cart, p.id AS payment FROM orders o JOIN payments p ON p.order_id = o.id WHERE o.number = ${order.number}`,
  )
  if (!row) throw new Error('The order was not written')
  return { ...row, number: order.number, token, product }
}

test('nobody writes a cart, an order, a payment, stock or a mail over REST or GraphQL, owners included', async () => {
  const { id, cart, payment } = await orderOf(shopper)
  const staff = await signedIn('owner')
  const people = [...outsiders, ['an owner', { cookie: staff.cookie }] as const]
  const rows: readonly [string, string, object][] = [
    ['carts', cart, { customer: shopper.id, status: 'open', lines: [] }],
    ['orders', id, { total: 1, paymentStatus: 'paid', customer: shopper.id }],
    ['payments', payment, { status: 'captured', captured: 1 }],
    ['stock-levels', randomUUID(), { onHand: 1000 }],
    ['stock-movements', randomUUID(), { quantity: 1000, kind: 'delivery' }],
    ['reservations', randomUUID(), { quantity: 1 }],
    ['shipments', randomUUID(), { order: id }],
    ['price-records', randomUUID(), { amount: 1 }],
    ['emails', randomUUID(), { template: 'order-placed', recipient: 'a@example.com' }],
    ['audit-entries', randomUUID(), { action: 'x' }],
  ]
  for (const [who, call] of people)
    for (const [slug, key, body] of rows)
      for (const [method, path] of [
        ['POST', slug],
        ['PATCH', `${slug}/${key}`],
        ['PATCH', `${slug}?where[id][exists]=true`],
        ['DELETE', `${slug}/${key}`],
        ['DELETE', `${slug}?where[id][exists]=true`],
        ['POST', `${slug}/${key}/duplicate`],
      ] as const) {
        const { status, text } = await callRest(path, { ...call, method, body })
        expect(closed, `${who}: ${method} ${path}: ${status} ${text}`).toContain(status)
      }
  for (const [who, call] of people)
    for (const mutation of [
      `updateOrder(id: "${id}", data: { paymentStatus: "paid" }) { id }`,
      `deleteOrder(id: "${id}") { id }`,
      `updateCart(id: "${cart}", data: { status: "open" }) { id }`,
      `updatePayment(id: "${payment}", data: { status: "captured" }) { id }`,
      `deletePayment(id: "${payment}") { id }`,
      `duplicateOrder(id: "${id}", data: {}) { id }`,
    ]) {
      const { text } = await callGraphql(`mutation { ${mutation} }`, call)
      expect(text, `${who}: ${mutation}`).toContain('errors')
    }
  const [after] = await rowsOf<{ status: string; orders: number }>(
    await getTestRequest(),
    sql`SELECT payment_status AS status, (SELECT count(*)::int FROM orders) AS orders FROM orders WHERE id = ${id}`,
  )
  expect(after).toEqual({ status: 'pending', orders: 1 })
})

test('a shopper sees the own orders and addresses, and of nobody else anything', async () => {
  const other = await makeShopper()
  const [own, foreign] = [await orderOf(shopper), await orderOf(other)]
  const req = await getTestRequest()
  await rowsOf(
    req,
    sql`INSERT INTO addresses (customer_id, first_name, last_name, line1, postal_code, city, country)
      SELECT id, 'Of', email, 'Via Roma 1', '20121', 'Milano', 'IT' FROM customers`,
  )
  const { cookie } = shopper
  const orders = (await callRest('orders?depth=3&limit=100', { cookie })).text
  expect(orders).toContain(own.number)
  expect(orders).not.toContain(foreign.number)
  expect((await callRest(`orders/${foreign.id}`, { cookie })).status).toBe(404)
  expect((await callRest(`orders?where[number][equals]=${foreign.number}`, { cookie })).json).toMatchObject({
    totalDocs: 0,
  })
  const addresses = (await callRest('addresses?depth=3', { cookie })).text
  expect(addresses).toContain(shopper.email)
  expect(addresses).not.toContain(other.email)
  const customers = (await callRest('customers?depth=3', { cookie })).text
  expect(customers).toContain(shopper.email)
  expect(customers).not.toContain(other.email)
  const overGraphql = await callGraphql(
    `{ Orders { docs { number email } } Customers { docs { email } } Addresses { docs { lastName } } }`,
    { cookie },
  )
  expect(overGraphql.text).toContain(own.number)
  expect(overGraphql.text).not.toMatch(new RegExp(`${foreign.number}|${other.email}`))
  for (const path of ['orders', 'addresses', 'customers', 'carts', 'payments', 'users', 'stock-levels'])
    expect([401, 403], path).toContain((await callRest(path)).status)
  expect([401, 403]).toContain((await callRest('carts', { cookie })).status)
  expect(customers).not.toMatch(/"(hash|salt|resetPasswordToken|note|googleSub)"/)
})

test('a shopper changes nothing of the own account here, and is no staff whatever the body says', async () => {
  const { cookie, id } = shopper
  for (const body of [
    { role: 'owner' },
    { roles: ['admin'] },
    { email: 'x@example.com' },
    { password: 'x'.repeat(20) },
  ]) {
    const answer = await callRest(`customers/${id}`, { method: 'PATCH', cookie, body })
    expect([401, 403]).toContain(answer.status)
  }
  const access = (await callRest('access', { cookie })).json as { canAccessAdmin?: boolean }
  expect(access.canAccessAdmin ?? false).toBe(false)
})

test.each([
  'login',
  'forgot-password',
  'reset-password',
  'refresh-token',
  'logout',
  'unlock',
  'first-register',
  'verify/x',
])('Payload’s own %s of shoppers is closed: the Store API has theirs', async (path) => {
  const body = { email: shopper.email, password: 'nine quiet herons at dawn', token: 'x' }
  expect((await callRest(`customers/${path}`, { method: 'POST', body })).status).toBe(404)
})

test('a member of staff and a shopper are signed in side by side in one browser', async () => {
  const staff = await signedIn('owner')
  const both = `${staff.cookie}; ${shopper.cookie}`
  const backwards = `${shopper.cookie}; ${staff.cookie}`
  for (const cookie of [both, backwards]) {
    expect((await callRest('users/me', { cookie })).json).toMatchObject({ user: { id: staff.id } })
    const store = await import('../app/api/store/me/endpoint')
    const answer = await store.GET(
      new Request('http://localhost:3000/api/store/me', {
        headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
      }),
      { params: Promise.resolve({}) },
    )
    expect(await answer.json()).toMatchObject({ customer: { email: shopper.email } })
  }
  await callRest('users/logout', { method: 'POST', cookie: both })
  expect((await callRest('users/me', { cookie: both })).json).toMatchObject({ user: null })
  expect((await callRest('customers/me', { cookie: shopper.cookie })).json).toMatchObject({
    user: { id: shopper.id },
  })
})

test('the cookie of a shopper counts on Payload’s API only with a trusted Origin', async () => {
  const { cookie } = shopper
  expect((await callRest('customers/me', { cookie })).json).toMatchObject({ user: { id: shopper.id } })
  for (const origin of ['https://evil.example', 'null', null])
    expect((await callRest('customers/me', { cookie, origin })).json).toMatchObject({ user: null })
})

test('an id of staff under the cookie of a shopper opens nothing', async () => {
  const staff = await signedIn('owner')
  const token = shopper.cookie.replace('molini-customer', 'molini-token')
  for (const cookie of [token, `${staff.cookie.replace('molini-token', 'molini-customer')}`])
    expect((await callRest('users', { cookie })).status).toBe(403)
})

test.each(['products', 'brands', 'pages', 'media', 'users', 'orders'])(
  'a shopper duplicates no row of %s',
  async (slug) => {
    for (const [who, call] of outsiders) {
      const { status } = await callRest(`${slug}/${randomUUID()}/duplicate`, {
        ...call,
        method: 'POST',
        body: {},
      })
      expect(closed, who).toContain(status)
    }
  },
)

test('saving an old form of a product in the admin does not touch its stock', async () => {
  const { id, product } = await orderOf(shopper)
  const { cookie } = await signedIn('owner')
  expect(id).toBeTruthy()
  const req = await getTestRequest()
  const levels = () =>
    rowsOf(
      req,
      sql`SELECT l.on_hand::float8 AS "onHand", l.reserved::float8 AS reserved FROM stock_levels l
        JOIN variants v ON v.id = l.variant_id WHERE v.product_id = ${product.id}`,
    )
  const before = await levels()
  expect(before).toEqual([{ onHand: 5, reserved: 1 }])
  const variant = product.variants[0]?.id ?? ''
  const stale = { title: 'Changed', inventory: 50, stock: 50, onHand: 50, reserved: 0 }
  for (const path of [`products/${product.id}?draft=true`, `variants/${variant}`])
    expect((await callRest(path, { method: 'PATCH', cookie, body: stale })).status).toBeLessThan(500)
  expect(await levels()).toEqual(before)
})

test('no shopper reads what is held of stock or of the maker’s cost', async () => {
  const { product } = await orderOf(shopper)
  const answers = [
    await callRest(`products/${product.id}?depth=3`),
    await callRest(`variants/${product.variants[0]?.id}?depth=3`),
    await callGraphql('{ Products { docs { id slug } } Variants { docs { id sku } } }'),
  ]
  for (const { text } of answers) expect(text).not.toMatch(/onHand|inventory|"reserved"|cost/i)
})

const routeOf = async (pattern: string) => {
  const found = (await storeRoutes()).find((one) => one.pattern === pattern)
  if (!found) throw new Error(`There is no ${pattern}`)
  return found
}

test('staff who buy in the shop buy as guests: no cart takes their id for that of a shopper', async () => {
  const { cookie, id } = await signedIn('owner')
  const answer = await callStore(await routeOf('carts'), { method: 'POST', cookie, body: { market: 'eu' } })
  expect(answer.status, answer.text).toBe(201)
  const owned = await rowsOf(
    await getTestRequest(),
    sql`SELECT 1 FROM carts WHERE customer_id = ${id} OR id = ${(answer.json as { cart: { id: string } }).cart.id} AND customer_id IS NOT NULL`,
  )
  expect(owned).toEqual([])
})

test('the token of a cart is in an httpOnly cookie or a header, never read from the address', async () => {
  const made = await callStore(await routeOf('carts'), { method: 'POST', body: {} })
  const { token } = made.json as { token: string }
  expect(made.headers.getSetCookie().join()).toMatch(/molini-cart=[^;]+;.*HttpOnly/i)
  const current = await routeOf('carts/current')
  expect((await callStore(current, { headers: { 'X-Cart-Token': token } })).status).toBe(200)
  for (const query of [`secret=${token}`, `token=${token}`, `cart=${token}`])
    expect((await callStore(current, { query })).status).toBe(404)
})

test('an event of a payment provider without a right signature is refused and kept nowhere', async () => {
  const hook = await routeOf('payments/[provider]/webhook')
  for (const provider of ['manual', 'stripe', 'x', '../x']) {
    const answer = await callStore(hook, {
      method: 'POST',
      params: { provider },
      body: { id: 'evt_1', type: 'paid' },
    })
    expect([400, 404], `${provider}: ${answer.status}`).toContain(answer.status)
  }
  expect(await rowsOf(await getTestRequest(), sql`SELECT 1 FROM payment_events`)).toEqual([])
})

test('a size without options is refused in words', async () => {
  const { cookie } = await signedIn('owner')
  const product = await makeProduct(await getTestRequest(), { stock: [1] })
  for (const options of [undefined, [], ['x'], null]) {
    const body = { product: product.id, sku: `S-${randomUUID().toUpperCase()}`, options }
    const { status, text } = await callRest('variants', { method: 'POST', cookie, body })
    expect(status, text).toBeGreaterThanOrEqual(400)
    expect(status, text).toBeLessThan(500)
  }
})
