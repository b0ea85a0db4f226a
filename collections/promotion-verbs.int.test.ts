import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { rowsOf } from '#services/transaction'
import { makePromotion } from '../src/services/testing/promotion-rows'
import { makeProduct } from '../src/services/testing/shop-rows'
import { callRest, signedIn } from '../src/start/testing/http'
import { getTestRequest } from '../src/start/testing/payload'

const merchandiser = await signedIn('merchandiser')
const analyst = await signedIn('analyst')

const post = (path: string, body: unknown, { cookie = merchandiser.cookie, key = '' } = {}) =>
  callRest(path, { method: 'POST', cookie, body, ...(key && { headers: { 'Idempotency-Key': key } }) })

const codesOf = async (promotionId: string) =>
  rowsOf<{ code: string; uses: number }>(
    await getTestRequest(),
    sql`SELECT code, max_uses::float8 AS uses FROM promotion_codes WHERE promotion_id = ${promotionId} AND batch IS NOT NULL`,
  )

test('thousands of codes are made in one call, once for each key, and taken as CSV', async () => {
  const { id } = await makePromotion(await getTestRequest())
  const key = randomUUID()
  const made = await post(`promotions/${id}/codes`, { count: 5_000, prefix: 'spring' }, { key })
  expect(made).toMatchObject({ status: 200, json: { count: 5_000 } })
  expect((await post(`promotions/${id}/codes`, { count: 5_000, prefix: 'spring' }, { key })).json).toEqual(
    made.json,
  )
  const codes = await codesOf(id)
  expect(codes).toHaveLength(5_000)
  expect(codes.every(({ code, uses }) => /^SPRING-[2-9A-HJ-NP-Z]{10}$/.test(code) && uses === 1)).toBe(true)
  const { batch } = made.json as { batch: string }
  const csv = await callRest(`promotions/${id}/codes?batch=${encodeURIComponent(batch)}`, {
    cookie: analyst.cookie,
  })
  expect(csv.status).toBe(200)
  const lines = csv.text.trim().split('\r\n')
  expect(lines[0]).toBe('code,batch,uses allowed,uses,active,made')
  expect(new Set(lines.slice(1).map((line) => line.split(',')[0])).size).toBe(5_000)
})

test('codes are made by those who may, for a promotion that is there, in numbers that make sense', async () => {
  const { id } = await makePromotion(await getTestRequest())
  expect(await post(`promotions/${id}/codes`, { count: 5 }, { cookie: analyst.cookie })).toMatchObject({
    status: 403,
  })
  expect(await post(`promotions/${id}/codes`, { count: 5 }, { cookie: '' })).toMatchObject({ status: 403 })
  expect(await callRest(`promotions/${id}/codes`, {})).toMatchObject({ status: 403 })
  for (const body of [
    {},
    { count: 0 },
    { count: 50_001 },
    { count: 1.5 },
    { count: 1, prefix: 'a b' },
    { count: 1, x: 1 },
  ])
    expect(await post(`promotions/${id}/codes`, body)).toMatchObject({
      status: 422,
      json: { code: 'validation.failed' },
    })
  for (const other of [randomUUID(), 'nobody'])
    expect(await post(`promotions/${other}/codes`, { count: 1 })).toMatchObject({ status: 404 })
  expect(await codesOf(id)).toEqual([])
})

test('a trial says what would happen and leaves nothing behind', async () => {
  const req = await getTestRequest()
  const { id: product, variants } = await makeProduct(req, { stock: [5], price: 10_000 })
  const promotion = await makePromotion(req, { active: false, min_quantity: 2 }, { only: [product] })
  const counts = () =>
    rowsOf<object>(
      req,
      sql`SELECT (SELECT count(*) FROM carts) AS carts, (SELECT active FROM promotions WHERE id = ${promotion.id}) AS active`,
    )
  const before = await counts()
  const body = (quantity: number) => ({
    market: 'it',
    promotionId: promotion.id,
    lines: [{ variantId: variants[0]?.id, quantity }],
  })
  const tried = await post('promotions/try', body(2), { cookie: analyst.cookie })
  expect(tried).toMatchObject({
    status: 200,
    json: {
      cart: {
        totals: { discount: { amount: 2_000 } },
        promotions: [{ discount: { amount: 2_000 } }],
        explanation: {
          lines: [{ steps: [{ kind: 'price' }, { kind: 'percent', left: { amount: 18_000 } }] }],
        },
      },
      options: [{ id: 'standard' }, { id: 'express' }],
    },
  })
  expect((await post('promotions/try', body(1))).json).toMatchObject({
    refused: [{ promotionId: promotion.id, reason: 'minimum-quantity', missing: 1 }],
  })
  expect(await post('promotions/try', { ...body(2), country: 'US' })).toMatchObject({ status: 422 })
  expect(await post('promotions/try', body(2), { cookie: '' })).toMatchObject({ status: 403 })
  expect(await counts()).toEqual(before)
})

test.each([
  ['percent', { effect: 'percent', percent: null }, 'percent'],
  ['percent of more than all', { effect: 'percent', percent: 101 }, 'percent'],
  ['amount', { effect: 'amount', percent: null }, 'amount.eur'],
  ['buy and get', { effect: 'buy-get', buy: 2 }, 'get'],
  ['gift', { effect: 'gift' }, 'gift'],
  ['an end before the beginning', { startsAt: '2026-12-02', endsAt: '2026-12-01' }, 'endsAt'],
  ['a country that is none', { countries: ['Italy'] }, 'countries'],
])('a promotion without what it needs is refused by field: %s', async (_name, changes, path) => {
  const whole = { name: 'X', applies: 'code', combines: 'alone', priority: 1, effect: 'percent', percent: 10 }
  const answer = await post('promotions', { ...whole, ...changes })
  expect(answer.status).toBe(400)
  expect(answer.text).toContain(path)
})
