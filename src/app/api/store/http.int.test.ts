import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { callStore, storePaths, type StoreCall } from '../_http/testing/call-store'

const filledIn = (path: string): string =>
  path.replace(/:(\w+)/g, (_, name) => (name === 'form' ? 'add' : 'M-1'))

test.each(storePaths)('%s refuses methods it does not take, and says which it does', async (path) => {
  const answers = await Promise.all(
    ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((method) => callStore(filledIn(path), { method })),
  )
  const refused = answers.filter(({ status }) => status === 405)
  expect(refused.length).toBeGreaterThan(0)
  for (const { headers, body } of refused) {
    expect(headers.get('content-type')).toBe('application/problem+json')
    expect(body).toMatchObject({ status: 405, code: 'method.not-allowed' })
  }
})

test('every answer carries the headers that keep it safe', async () => {
  for (const path of ['/products', '/products/none', '/me', '/nowhere']) {
    const { headers } = await callStore(path)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  }
})

test('an address that leads nowhere is a problem too', async () => {
  expect(await callStore('/nowhere/at/all')).toMatchObject({
    status: 404,
    body: { code: 'resource.not-found' },
  })
})

test('a body over 64 kB is refused, whether or not it says how long it is', async () => {
  const long = 'x'.repeat(70_000)
  const json = { 'Content-Type': 'application/json' }
  const stream = () =>
    new ReadableStream({
      start(controller) {
        for (let nth = 0; nth < 8; nth += 1) controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)))
        controller.close()
      },
    })
  for (const call of [
    { raw: JSON.stringify({ market: long }), headers: json },
    { raw: stream(), headers: json },
    { raw: '{}', headers: { ...json, 'Content-Length': '70000' } },
  ])
    expect(await callStore('/carts', call)).toMatchObject({ status: 413, body: { code: 'body.too-large' } })
})

test.each([
  'text/plain',
  'application/xml',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
])('%s is no JSON', async (type) => {
  const answer = await callStore('/carts', { raw: '{}', headers: { 'Content-Type': type } })
  expect(answer).toMatchObject({ status: 415, body: { code: 'media-type.unsupported' } })
})

test.each(['{', '', 'nul', '{"market":}', '\u0000', '[1,', '{"a":1}}'])('%j is malformed', async (raw) => {
  const answer = await callStore('/carts', { raw, headers: { 'Content-Type': 'application/json' } })
  expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } })
})

test('bytes that are no UTF-8 are malformed', async () => {
  const raw = new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])
  const answer = await callStore('/carts', { raw, headers: { 'Content-Type': 'application/json' } })
  expect(answer).toMatchObject({ status: 400, body: { code: 'request.malformed' } })
})

test('a market nobody has is not found', async () => {
  for (const path of ['/products', '/payment-methods', '/suggest'])
    expect(await callStore(`${path}?market=mars`)).toMatchObject({
      status: 404,
      body: { code: 'market.not-found' },
    })
})

test.each([
  'page=0',
  'page=-3',
  'page=1.5',
  'page=1e3',
  'page=x',
  'limit=101',
  'limit=0',
  'limit=1e3',
  'minPrice=-1',
  'sort=best',
  'each=pair',
  'inStock=maybe',
  `q=${'x'.repeat(101)}`,
])('a listing with %s is refused and says what is wrong', async (query) => {
  const answer = await callStore(`/products?${query}`)
  expect(answer).toMatchObject({ status: 422, body: { code: 'validation.failed' } })
  expect(answer.body.errors).toMatchObject([{ path: query.split('=')[0] }])
})

test.each(['501', '100001', '000900000', '9'.repeat(100)])(
  'page %s of a listing lies past the end: it is empty and says how many there are',
  async (page) => {
    const [first, past] = await Promise.all(
      ['1', page].map((one) =>
        callStore<{ total: number; page: number; products: unknown[] }>(`/products?page=${one}`),
      ),
    )
    expect(past).toMatchObject({ status: 200, body: { total: first?.body.total, products: [] } })
    expect(past?.body.page).toBe(Math.min(Number(page), 1_000_000))
  },
)

test('the contract can be read as OpenAPI and names every call', async () => {
  const { body } = await callStore<{ openapi: string; paths: Record<string, unknown> }>('/openapi.json')
  expect(body.openapi).toBe('3.1.0')
  const described = Object.keys(body.paths).map((path) => path.replace(/\{(\w+)\}/g, ':$1'))
  const undescribed = storePaths.filter((path) => !described.includes(path))
  expect(undescribed).toEqual([
    ...['/google', '/google/callback', '/openapi.json', '/forms/review', '/forms/:form'],
  ])
})

/** What people and tools throw at a shop. */
const nasty = [
  '',
  ' ',
  "'",
  '"',
  '\\',
  '%',
  '%00',
  '\u0000',
  '\ud800',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  "' OR 1=1 --",
  "'; DROP TABLE orders; --",
  '1 UNION SELECT hash FROM customers',
  '${7*7}',
  '{{7*7}}',
  '$ne',
  'null',
  'undefined',
  'NaN',
  '-1',
  '1e309',
  '99999999999999999999',
  '0x10',
  'true',
  '[]',
  '{}',
  '‮',
  '👟'.repeat(30),
  'a'.repeat(5_000),
  '__proto__',
  'constructor',
  'toString',
  '00000000-0000-0000-0000-000000000000',
]

/** A lone half of a pair cannot stand in an address. */
const inPath = (bad: string): string => encodeURIComponent(bad.replace(/\p{Cs}/gu, '\ufffd'))

const targets: readonly ((bad: string) => [string, StoreCall])[] = [
  (bad) => [`/products?q=${inPath(bad)}`, {}],
  (bad) => [`/products?category=${inPath(bad)}`, {}],
  (bad) => [`/products?size=${inPath(bad)}&brand=${inPath(bad)}`, {}],
  (bad) => [`/products?minPrice=${inPath(bad)}`, {}],
  (bad) => [`/products?page=${inPath(bad)}`, {}],
  (bad) => [`/products/${inPath(bad) || 'x'}`, {}],
  (bad) => [`/suggest?q=${inPath(bad)}`, {}],
  (bad) => [`/orders/${inPath(bad) || 'x'}`, { headers: { 'X-Order-Token': 'x' } }],
  (bad) => [`/payments/${inPath(bad) || 'x'}/webhook`, { body: { bad } }],
  (bad) => ['/carts', { body: { market: bad } }],
  (bad) => ['/address-suggestions', { body: { text: bad, country: bad } }],
  (bad) => ['/address-suggestions', { body: { text: bad, country: 'IT' } }],
  (bad) => [
    '/carts/current/wallet-quote',
    { cart: 'c'.repeat(43), body: { country: 'IT', postalCode: bad, region: bad } },
  ],
  (bad) => [`/orders/${inPath(bad) || 'x'}/give-up`, { method: 'POST', headers: { 'X-Order-Token': 'x' } }],
  (bad) => ['/carts/current/lines', { cart: 'c'.repeat(43), body: { variantId: bad, quantity: 1 } }],
  (bad) => [`/carts/current/lines/${inPath(bad) || 'x'}`, { cart: 'c'.repeat(43), method: 'DELETE' }],
  (bad) => ['/carts/current/code', { method: 'PUT', cart: 'c'.repeat(43), body: { code: bad } }],
  (bad) => ['/customers', { body: { email: bad, password: bad } }],
  (bad) => ['/session', { body: { email: bad, password: bad } }],
  (bad) => ['/password-reset', { body: { email: bad } }],
  (bad) => ['/password-reset/confirm', { body: { token: bad, password: bad } }],
  (bad) => ['/forms/find-order', { form: { number: bad, email: bad } }],
  (bad) => ['/forms/filter', { form: { category: bad, size: bad, sort: bad, market: bad } }],
  (bad) => ['/forms/add', { form: { variantId: bad } }],
  (bad) => ['/forms/add', { form: { product: bad, size: bad } }],
  (bad) => ['/forms/theme', { form: { value: bad, back: bad } }],
]

/** Tokens that a header may hold; the rest never reaches a handler. */
const inHeader = (bad: string): boolean => /^[\x20-\x7e]*$/.test(bad)

test.each(targets.map((target, index) => [target('·')[0], index] as const))(
  'nothing thrown at %s (%i) is a fault of ours',
  async (_, index) => {
    const target = targets[index]
    for (const bad of nasty) {
      const [path, call] = target?.(bad) ?? ['/', {}]
      const answer = await callStore(path, call)
      expect(answer.status, `${path} ${JSON.stringify(call)} ${answer.text}`).toBeLessThan(500)
      const ours = answer.text.replaceAll(JSON.stringify(bad).slice(1, -1), '')
      expect(ours).not.toMatch(/select |insert |at .*\.ts:\d+|stack/i)
    }
  },
)

test('no header is a fault of ours either', async () => {
  for (const bad of nasty.filter(inHeader)) {
    const headers = {
      'X-Cart-Token': bad,
      'X-Order-Token': bad,
      'Idempotency-Key': bad,
      Cookie: `molini-cart=${bad}; ${bad}`,
    }
    for (const path of ['/carts/current', '/me', '/orders/M-100001'])
      expect((await callStore(path, { headers })).status).toBeLessThan(500)
    const checkout = await callStore('/checkout', { headers, body: { key: randomUUID() } })
    expect(checkout.status).toBeLessThan(500)
  }
})
