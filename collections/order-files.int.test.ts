import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { handleEndpoints } from 'payload'
import { expect, test } from 'vitest'
import { addLine, createCart } from '#services/cart'
import { placeOrder } from '#services/place-order'
import { rowsOf } from '#services/transaction'
import type { Role } from '#domain/permissions'
import { checkoutOf, makeProduct } from '../src/services/testing/shop-rows'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'

async function staff(role: Role) {
  const payload = await getTestPayload()
  const apiKey = randomUUID()
  const { id } = await payload.create({
    collection: 'users',
    data: {
      ...{ name: `${role} ${apiKey.slice(0, 4)}`, role, email: `${apiKey}@example.com` },
      ...{ password: randomUUID(), enableAPIKey: true, apiKey },
    },
    overrideAccess: true,
  })
  const call = async (method: string, path: string, body?: unknown, key?: string) => {
    const { default: config } = await import('#config')
    const headers = new Headers({ 'Content-Type': 'application/json' })
    headers.set('Authorization', `users API-Key ${apiKey}`)
    if (key) headers.set('Idempotency-Key', key)
    const request = new Request(`http://localhost:3000/api/${path}`, {
      ...{ method, headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return handleEndpoints({ config, request })
  }
  return { id, call }
}

async function ordered(changes: Partial<ReturnType<typeof checkoutOf>> = {}) {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [5], price: 12_350 })
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId: variants[0]?.id ?? '', quantity: 2 })
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf(changes) })
  return order
}

const auditOf = async (orderId: string, action: string) =>
  rowsOf(
    await getTestRequest(),
    sql`SELECT before, after FROM audit_entries WHERE entity_id = ${orderId} AND action = ${action} ORDER BY seq`,
  )

test('an order is given to somebody and tagged; each tag once, the same again leaves no entry', async () => {
  const { id, call } = await staff('order-desk')
  const order = await ordered()
  const mark = { tags: [' gift ', 'Late', 'late'], assigneeId: id }
  const answer = await call('POST', `orders/${order.id}/mark`, mark)
  expect(await answer.json()).toEqual({ mark: { tags: ['gift', 'late'], assigneeId: id } })
  await call('POST', `orders/${order.id}/mark`, { ...mark, tags: ['gift', 'late'] })
  expect(await auditOf(order.id, 'order.mark')).toEqual([
    { before: { tags: [], assigneeId: null }, after: { tags: ['gift', 'late'], assigneeId: id } },
  ])
  const found = await call('GET', 'orders?where[tags][in]=late&depth=0')
  expect(((await found.json()) as { docs: { id: string }[] }).docs.map((one) => one.id)).toEqual([order.id])
  const gone = await call('POST', `orders/${order.id}/mark`, { tags: [], assigneeId: null })
  expect(await gone.json()).toEqual({ mark: { tags: [], assigneeId: null } })
})

test.each([
  { tags: [], assigneeId: randomUUID() },
  { tags: [], assigneeId: 'somebody' },
  { tags: Array.from({ length: 21 }, (_, index) => `t${index}`), assigneeId: null },
  { tags: ['x'.repeat(41)], assigneeId: null },
  { tags: ['a\u0000b'], assigneeId: null },
  { tags: [] },
])('what is no mark is refused and changes nothing: %j', async (body) => {
  const { call } = await staff('order-desk')
  const order = await ordered()
  const answer = await call('POST', `orders/${order.id}/mark`, body)
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ code: 'validation.failed' })
  expect(await auditOf(order.id, 'order.mark')).toEqual([])
})

test('a note is written once for each key, by name, and the buyer sees neither it nor the names', async () => {
  const { call } = await staff('order-desk')
  const order = await ordered()
  const text = 'Rang the buyer.\nShips on Monday.'
  const first = await (await call('POST', `orders/${order.id}/note`, { text }, 'n1')).json()
  expect(await (await call('POST', `orders/${order.id}/note`, { text }, 'n1')).json()).toEqual(first)
  const req = await getTestRequest()
  const notes = await rowsOf<{ text: string; actor: string }>(
    req,
    sql`SELECT text, actor FROM order_notes WHERE order_id = ${order.id}`,
  )
  expect(notes).toEqual([{ text, actor: expect.stringMatching(/^order-desk /) as string }])
  await call('POST', `orders/${order.id}/mark`, { tags: ['vip'], assigneeId: null })

  const [customer] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO customers (email) VALUES (${`${randomUUID()}@example.com`}) RETURNING id`,
  )
  await rowsOf(req, sql`UPDATE orders SET customer_id = ${customer?.id} WHERE id = ${order.id}`)
  const payload = await getTestPayload()
  const user = { id: customer?.id ?? '', collection: 'customers' as const } as never
  const seen = await payload.findByID({
    ...{ collection: 'orders', id: order.id, depth: 1, overrideAccess: false, user },
  })
  expect(seen.number).toBe(order.number)
  expect(seen.tags ?? []).toEqual([])
  expect(seen.assignee ?? null).toBeNull()
  expect((seen.timeline ?? []).every(({ actor, note, data }) => !actor && !note && !data)).toBe(true)
  const theirs = payload.find({ collection: 'order-notes', overrideAccess: false, user })
  await expect(theirs).rejects.toMatchObject({ status: 403 })
})

test('who may not manage orders neither files nor notes; who may read them takes them as a file', async () => {
  const order = await ordered()
  const analyst = await staff('analyst')
  for (const [verb, body] of [
    ['mark', { tags: [], assigneeId: null }],
    ['note', { text: 'x' }],
  ] as const)
    expect((await analyst.call('POST', `orders/${order.id}/${verb}`, body)).status).toBe(403)
  expect((await analyst.call('GET', 'orders/export')).status).toBe(200)
  const merchandiser = await staff('merchandiser')
  expect((await merchandiser.call('GET', 'orders/export')).status).toBe(403)
})

test('the file has what the filter chooses, a line each, and no formula', async () => {
  const email = `${randomUUID()}@example.com`
  const orders = [await ordered({ email }), await ordered({ email }), await ordered()]
  const req = await getTestRequest()
  await rowsOf(req, sql`UPDATE orders SET customer_name = '=HYPERLINK("x")' WHERE id = ${orders[0]?.id}`)
  const { call } = await staff('analyst')
  const answer = await call('GET', `orders/export?where[email][equals]=${email}`)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const lines = (await answer.text()).trimEnd().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatch(/^number,placed,market/)
  expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`)
  expect(lines[2]).toMatch(new RegExp(`^${orders[1]?.number},.*,2,247\\.00,`))
  const found = await call('GET', `orders/export?search=${email.slice(0, 20)}`)
  expect((await found.text()).trimEnd().split('\r\n')).toHaveLength(3)
  const odd = await call('GET', 'orders/export?where[nothing][equals]=1')
  expect(odd.status).toBe(400)
})

test('who takes orders as a file leaves one entry of who, and by which filter, that names nobody; who is refused leaves none', async () => {
  const email = `${randomUUID()}@example.com`
  await ordered({ email })
  const [analyst, merchandiser] = [await staff('analyst'), await staff('merchandiser')]
  const entries = async () =>
    rowsOf(
      await getTestRequest(),
      sql`SELECT actor_id AS "by", entity, before, after FROM audit_entries
        WHERE action = 'order.export' AND actor_id IN (${analyst.id}, ${merchandiser.id}) ORDER BY seq`,
    )
  await merchandiser.call('GET', 'orders/export')
  await analyst.call('GET', 'orders/export?where[nothing][equals]=1')
  expect(await entries()).toEqual([])
  const filter = `where[and][0][market][equals]=eu&where[and][1][or][0][email][equals]=${email}`
  for (const query of ['', `?${filter}`, `?search=${email}`]) {
    const answer = await analyst.call('GET', `orders/export${query}`)
    expect(await answer.text()).toContain(email)
  }
  const by = { by: analyst.id, entity: 'orders', before: null }
  const named = { email: { 'not kept': true } }
  expect(await entries()).toEqual([
    { ...by, after: { where: {}, search: '' } },
    { ...by, after: { where: { and: [{ market: { equals: 'eu' } }, { or: [named] }] }, search: '' } },
    { ...by, after: { where: {}, search: 'not kept' } },
  ])
})
