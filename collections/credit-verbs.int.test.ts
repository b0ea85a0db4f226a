import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { rowsOf } from '#services/transaction'
import { callRest, signedIn } from '../src/start/testing/http'
import { getTestRequest } from '../src/start/testing/payload'

const desk = await signedIn('order-desk')
const merchandiser = await signedIn('merchandiser')
const analyst = await signedIn('analyst')

const post = (path: string, body: unknown, { cookie = desk.cookie, key = '' } = {}) =>
  callRest(path, { method: 'POST', cookie, body, ...(key && { headers: { 'Idempotency-Key': key } }) })

const card = { amount: 5_000, currency: 'EUR' }

test('the order desk issues a card, sends it again and voids it; each deed is audited', async () => {
  const key = randomUUID()
  const made = await post('credits/issue', { ...card, recipient: 'ada@example.com' }, { key })
  expect(made.status, made.text).toBe(200)
  const { id, code } = made.json as { id: string; code: string }
  expect(code).toMatch(/^[2-9A-Z-]{24}$/)
  expect(
    (await post('credits/issue', { ...card, recipient: 'ada@example.com' }, { key })).json,
  ).not.toHaveProperty('code')
  expect((await post(`credits/${id}/send`, {})).status).toBe(200)
  expect(await post(`credits/${id}/void`, {})).toMatchObject({ status: 422 })
  expect((await post(`credits/${id}/void`, { reason: 'lost' })).status).toBe(200)
  expect(await post(`credits/${id}/void`, { reason: 'lost' })).toMatchObject({
    status: 409,
    json: { code: 'credit.state' },
  })
  const audit = await rowsOf<{ action: string }>(
    await getTestRequest(),
    sql`SELECT action FROM audit_entries WHERE entity_id = ${id} ORDER BY seq`,
  )
  expect(audit.map(({ action }) => action)).toEqual(['gift-card.issue', 'gift-card.send', 'gift-card.void'])
  const read = await callRest(`credits/${id}`, { cookie: analyst.cookie })
  expect(read.status).toBe(200)
  expect(read.text).not.toContain('codeHash')
})

test.each([
  ['a merchandiser', merchandiser.cookie],
  ['an analyst', analyst.cookie],
  ['a stranger', ''],
])('%s makes, ends and gives no money', async (_who, cookie) => {
  for (const [path, body] of [
    ['credits/issue', card],
    [`credits/${randomUUID()}/void`, { reason: 'no' }],
    [`credits/${randomUUID()}/send`, {}],
    ['credits/grant', { ...card, customerId: randomUUID(), reason: 'no' }],
  ] as const)
    expect((await post(path, body, { cookie })).status, path).toBe(403)
})

test.each([
  [422, 'credits/issue', { ...card, amount: 0 }],
  [422, 'credits/issue', { ...card, amount: 1e12 }],
  [422, 'credits/issue', { ...card, currency: 'CHF' }],
  [422, 'credits/issue', { ...card, balance: 5 }],
  [422, 'credits/issue', { ...card, expiresAt: '2001-01-01T00:00:00Z' }],
  [404, 'credits/nonsense/void', { reason: 'no' }],
  [404, `credits/${randomUUID()}/send`, {}],
  [404, 'credits/grant', { ...card, customerId: randomUUID(), reason: 'sorry' }],
  [422, 'credits/grant', { ...card, customerId: randomUUID(), reason: '' }],
])('%i for what %s cannot do', async (status, path, body) => {
  expect(await post(path, body)).toMatchObject({ status })
})

test('staff may not write a card or its ledger as documents', async () => {
  for (const slug of ['credits', 'credit-entries'])
    expect((await post(slug, { kind: 'gift-card', currency: 'EUR', balance: 1 })).status).toBe(403)
})
