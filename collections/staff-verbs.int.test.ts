import { randomUUID } from 'node:crypto'
import { handleEndpoints } from 'payload'
import { expect, test } from 'vitest'
import { ledgerProblems } from '#services/ledger-problems'
import { addLine, createCart } from '#services/cart'
import { placeOrder } from '#services/place-order'
import { checkoutOf, makeProduct } from '../src/services/testing/shop-rows'
import type { Role } from '#domain/permissions'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'

/** A member of staff as a machine signs in. */
async function keyOf(role: Role): Promise<string> {
  const payload = await getTestPayload()
  const apiKey = randomUUID()
  await payload.create({
    collection: 'users',
    data: {
      name: role,
      role,
      email: `${apiKey}@example.com`,
      password: randomUUID(),
      enableAPIKey: true,
      apiKey,
    },
    overrideAccess: true,
  })
  return apiKey
}

interface Call {
  body?: unknown
  apiKey?: string
  key?: string
}

async function post(path: string, { body = {}, apiKey, key }: Call) {
  const { default: config } = await import('#config')
  const headers = new Headers({ 'Content-Type': 'application/json' })
  if (apiKey) headers.set('Authorization', `users API-Key ${apiKey}`)
  if (key) headers.set('Idempotency-Key', key)
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const request = new Request(`http://localhost:3000/api/${path}`, { method: 'POST', headers, body: text })
  const response = await handleEndpoints({ config, request })
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    json: (await response.json()) as Record<string, unknown>,
  }
}

async function ordered() {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [5] })
  const variantId = variants[0]?.id ?? ''
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId, quantity: 2 })
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  return { order, variantId }
}

test('the order desk takes the money, ships with a number, and a repeat ships nothing more', async () => {
  const apiKey = await keyOf('order-desk')
  const { order } = await ordered()
  const captured = await post(`orders/${order.id}/capture`, { apiKey })
  expect(captured).toMatchObject({
    status: 200,
    json: { order: { number: order.number, paymentStatus: 'paid' } },
  })
  const call = { apiKey, key: 'k1', body: { carrier: 'Corriere', trackingNumber: 'C1' } }
  const shipped = await post(`orders/${order.id}/ship`, call)
  expect(shipped).toMatchObject({
    status: 200,
    json: { order: { fulfilmentStatus: 'fulfilled', shipments: [{ trackingNumber: 'C1' }] } },
  })
  expect(await post(`orders/${order.id}/ship`, call)).toEqual(shipped)
  expect(await post(`orders/${order.id}/ship`, { ...call, body: {} })).toMatchObject({
    status: 422,
    json: { code: 'idempotency.mismatch' },
  })
  expect(await post(`orders/${order.id}/cancel`, { apiKey, body: { reason: 'late' } })).toMatchObject({
    status: 409,
    json: { code: 'order.state' },
  })
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

test('an unpaid order is refused as a problem document, a cancelled one gives its pairs back', async () => {
  const apiKey = await keyOf('owner')
  const { order } = await ordered()
  expect(await post(`orders/${order.id}/ship`, { apiKey })).toMatchObject({
    status: 409,
    type: 'application/problem+json',
    json: { status: 409, code: 'order.unpaid' },
  })
  expect(await post(`orders/${order.id}/cancel`, { apiKey, body: { reason: 'by phone' } })).toMatchObject({
    status: 200,
    json: { order: { fulfilmentStatus: 'cancelled' } },
  })
})

test('stock is set or moved by those who may', async () => {
  const apiKey = await keyOf('merchandiser')
  const { variantId } = await ordered()
  const adjust = (body: unknown) => post('stock-levels/adjust', { apiKey, body })
  expect(await adjust({ variantId, setTo: 8, reason: 'counted' })).toMatchObject({
    status: 200,
    json: { level: { onHand: 8, reserved: 2 } },
  })
  expect(await adjust({ variantId, delta: -6, reason: 'damp' })).toMatchObject({
    status: 200,
    json: { level: { onHand: 2 } },
  })
  expect(await adjust({ variantId, delta: -1, reason: 'lost' })).toMatchObject({
    status: 409,
    json: { code: 'stock.insufficient' },
  })
  for (const body of [
    { variantId, reason: 'x' },
    { variantId, setTo: 1 },
    { variantId, setTo: 1, delta: 1, reason: 'x' },
    { variantId, setTo: -1, reason: 'x' },
    { variantId: 'x', setTo: 1, reason: 'x' },
    [],
    'no JSON',
  ])
    expect((await adjust(body)).status).toBeGreaterThanOrEqual(400)
})

test('nobody else may: no shopper, no stranger, no role without the permission', async () => {
  const { order, variantId } = await ordered()
  const analyst = await keyOf('analyst')
  const merchandiser = await keyOf('merchandiser')
  const calls: [string, unknown][] = [
    [`orders/${order.id}/capture`, {}],
    [`orders/${order.id}/ship`, { force: true, reason: 'mine' }],
    [`orders/${order.id}/cancel`, { reason: 'mine' }],
    [`orders/${order.id}/refund`, { amount: 1, reason: 'mine' }],
    [`refunds/${randomUUID()}/settle`, {}],
    [`orders/${order.id}/return`, { lines: [{ lineId: 'x', quantity: 1 }] }],
    [`orders/${order.id}/edit`, { reason: 'mine' }],
    [`orders/${order.id}/edit-preview`, {}],
    [`orders/${order.id}/deliver`, {}],
    [`orders/${order.id}/mark`, { tags: [], assigneeId: null }],
    [`orders/${order.id}/note`, { text: 'mine' }],
    ['orders/place', { lines: [{ variantId: randomUUID(), quantity: 1 }], checkout: {} }],
    ...['approve', 'reject', 'receive', 'inspect', 'complete'].map((step): [string, unknown] => [
      `returns/${randomUUID()}/${step}`,
      {},
    ]),
  ]
  for (const [path, body] of calls)
    for (const apiKey of [undefined, analyst, merchandiser, randomUUID()])
      expect(await post(path, { apiKey, body })).toMatchObject({
        status: 403,
        json: { code: 'access.denied' },
      })
  expect(
    await post('stock-levels/adjust', { apiKey: analyst, body: { variantId, setTo: 1, reason: 'x' } }),
  ).toMatchObject({ status: 403 })
})

test.each([
  ['capture', { amount: 0.5 }],
  ['capture', { amount: '5' }],
  ['ship', { lines: [{ lineId: 'x' }] }],
  ['ship', { lines: [{ lineId: 'x', quantity: 1 }], force: true, reason: 'x' }],
  ['ship', { carrier: 'a\u0000b' }],
  ['cancel', {}],
  ['cancel', { reason: '  ' }],
  ['cancel', 'no JSON'],
])('%s with %j is refused in words', async (verb, body) => {
  const apiKey = await keyOf('owner')
  const { order } = await ordered()
  const { status, json } = await post(`orders/${order.id}/${verb}`, { apiKey, body })
  expect([400, 422]).toContain(status)
  expect(['request.malformed', 'validation.failed']).toContain(json.code)
})

test('an order that is not there is 404, whatever its id looks like', async () => {
  const apiKey = await keyOf('owner')
  for (const id of [randomUUID(), 'nonsense', '0'])
    expect(await post(`orders/${id}/capture`, { apiKey })).toMatchObject({
      status: 404,
      json: { code: 'order.not-found' },
    })
})

test('the desk takes pairs back step by step, and a step out of turn is refused', async () => {
  const apiKey = await keyOf('order-desk')
  const { order } = await ordered()
  const lineId = order.lines[0]?.id ?? ''
  await post(`orders/${order.id}/capture`, { apiKey })
  await post(`orders/${order.id}/ship`, { apiKey })
  expect(await post(`orders/${order.id}/deliver`, { apiKey })).toMatchObject({
    status: 200,
    json: { order: { fulfilmentStatus: 'delivered' } },
  })
  const opened = await post(`orders/${order.id}/return`, {
    apiKey,
    body: { lines: [{ lineId, quantity: 1 }], reason: 'too small' },
  })
  expect(opened).toMatchObject({
    status: 200,
    json: { return: { status: 'approved', lines: [{ reason: 'too-small' }] } },
  })
  const { id } = opened.json.return as { id: string }
  expect(await post(`returns/${id}/complete`, { apiKey })).toMatchObject({
    status: 409,
    json: { code: 'return.state' },
  })
  await post(`returns/${id}/receive`, { apiKey })
  await post(`returns/${id}/inspect`, { apiKey, body: { lines: [{ lineId, restock: 1, writeOff: 0 }] } })
  expect(await post(`returns/${id}/complete`, { apiKey })).toMatchObject({
    status: 200,
    json: { return: { status: 'completed' } },
  })
  expect(
    await post(`orders/${order.id}/return`, { apiKey, body: { lines: [{ lineId, quantity: 2 }] } }),
  ).toMatchObject({ status: 409, json: { code: 'return.line' } })
  expect(
    await post(`orders/${order.id}/refund`, { apiKey, body: { amount: 10_000_000, reason: 'x' } }),
  ).toMatchObject({ status: 409, json: { code: 'refund.amount' } })
})
