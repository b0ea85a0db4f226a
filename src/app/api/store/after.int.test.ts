import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { cancelReturn } from '#services/move-return'
import { returnsOf } from '#services/return-view'
import { deliveredWith } from '../../../services/testing/delivered'
import { rowsOf } from '#services/transaction'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore, type StoreCall } from '../_http/testing/call-store'

const { delivered } = deliveredWith(getTestRequest)

async function send(form: string, fields: Record<string, string>, call: StoreCall = {}) {
  const answer = await callStore(`/forms/${form}`, { form: fields, ...call })
  const to = new URL(answer.headers.get('location') ?? '/', 'http://x.invalid')
  return { ...answer, path: to.pathname, query: Object.fromEntries(to.searchParams) }
}

async function bought(options?: Parameters<typeof delivered>[0]) {
  const made = await delivered(options)
  const { number } = made.order
  return { ...made, number, cookie: `molini-order-${number}=${made.accessToken}` }
}

test('a form sends a pair back for another size, once; the order shows it and it can be called off', async () => {
  const { number, cookie, line, orderId, variants, req } = await bought()
  const fields = {
    number,
    key: randomUUID(),
    [`pairs.${line}`]: '1',
    [`reason.${line}`]: 'too-small',
    [`want.${line}`]: variants[1]?.id ?? '',
  }
  expect(await send('return', fields, { cookie })).toMatchObject({
    status: 303,
    path: `/orders/${number}`,
    query: { done: 'return' },
  })
  await send('return', fields, { cookie })
  const [found, ...more] = await returnsOf(req, orderId)
  expect(more).toEqual([])
  expect(found).toMatchObject({ status: 'requested', resolution: 'exchange', lines: [{ size: '37' }] })
  await send('cancel-return', { number, return: found?.id ?? '' }, { cookie })
  expect(await returnsOf(req, orderId)).toMatchObject([{ status: 'cancelled' }])
})

test('without the key of the order nothing is sent back or withdrawn', async () => {
  const { number, line, orderId, req } = await bought()
  const stranger = await bought()
  for (const call of [{}, { cookie: `molini-order-${number}=${stranger.accessToken}` }]) {
    await send('return', { number, [`pairs.${line}`]: '1' }, call)
    await send('withdraw', { number, name: 'Eve', email: 'eve@example.com' }, call)
  }
  expect(await returnsOf(req, orderId)).toEqual([])
  const made = await callStore(`/orders/${number}/withdrawals`, {
    method: 'POST',
    body: { name: 'Eve', email: 'eve@example.com' },
    headers: { 'X-Order-Token': stranger.accessToken },
  })
  expect(made).toMatchObject({ status: 404, body: { code: 'order.not-found' } })
})

test('a buyer does not call off the return of somebody else', async () => {
  const mine = await bought()
  const theirs = await bought()
  await send('return', { number: theirs.number, [`pairs.${theirs.line}`]: '1' }, { cookie: theirs.cookie })
  const [found] = await returnsOf(theirs.req, theirs.orderId)
  await send('cancel-return', { number: mine.number, return: found?.id ?? '' }, { cookie: mine.cookie })
  expect(await returnsOf(theirs.req, theirs.orderId)).toMatchObject([{ status: 'requested' }])
  await cancelReturn(await getTestRequest(), { returnId: found?.id ?? '', ofOrderId: theirs.orderId })
})

test('a refused return leads back with its reason', async () => {
  const { number, cookie, line } = await bought({ ship: 0 })
  expect(await send('return', { number, [`pairs.${line}`]: '1' }, { cookie })).toMatchObject({
    path: `/orders/${number}/return`,
    query: { problem: 'return.line' },
  })
  for (const pairs of ['x', '-1', '1e9', '0.5'])
    expect((await send('return', { number, [`pairs.${line}`]: pairs }, { cookie })).status).toBe(303)
})

test('a withdrawal is stated once, with a receipt, and leads to it', async () => {
  const { number, cookie, req, orderId } = await bought({ pairs: 2 })
  const fields = { number, key: randomUUID(), name: 'Ada Rossi', email: 'ada@example.org' }
  const stated = await send('withdraw', fields, { cookie })
  expect(stated).toMatchObject({ status: 303, path: '/withdraw', query: { order: number } })
  expect(stated.query.stated).toMatch(/^W-\d+$/)
  expect((await send('withdraw', fields, { cookie })).query.stated).toBe(stated.query.stated)
  expect(await send('withdraw', { ...fields, key: randomUUID() }, { cookie })).toMatchObject({
    query: { problem: 'withdrawal.nothing' },
  })
  expect(await returnsOf(req, orderId)).toMatchObject([{ origin: 'withdrawal', status: 'approved' }])
  const mails = await rowsOf<{ recipient: string }>(
    req,
    sql`SELECT recipient FROM emails WHERE template = 'withdrawal-received' AND entity = ${`${number}:${stated.query.stated}`}`,
  )
  expect(mails).toEqual([{ recipient: 'ada@example.org' }])
})

test('a guest without the key gets a link by mail, and the same answer whoever asks', async () => {
  const { number, req } = await bought()
  const known = await send('withdraw-find', { number, email: 'ada@example.com' })
  const unknown = await send('withdraw-find', { number: 'M-999999', email: 'eve@example.com' })
  for (const answer of [known, unknown])
    expect(answer).toMatchObject({ status: 303, path: '/withdraw', query: { done: 'sent' } })
  const rows = await rowsOf(
    req,
    sql`SELECT 1 FROM emails WHERE template = 'withdrawal-link' AND entity LIKE ${`${number}:%`}`,
  )
  expect(rows).toHaveLength(1)
})

test('the Store API gives back and withdraws with the key of the order', async () => {
  const { number, accessToken, line, variants } = await bought({ pairs: 2 })
  const headers = { 'X-Order-Token': accessToken, 'Idempotency-Key': 'one' }
  const body = {
    lines: [{ lineId: line, quantity: 1, reason: 'too-large', exchangeVariantId: variants[1]?.id }],
  }
  const first = await callStore(`/orders/${number}/returns`, { method: 'POST', body, headers })
  expect(first).toMatchObject({
    status: 201,
    body: { returns: [{ exchange: { number: expect.stringMatching(/^M-/) as string } }] },
  })
  expect((await callStore(`/orders/${number}/returns`, { method: 'POST', body, headers })).body).toEqual(
    first.body,
  )
  expect(await callStore(`/orders/${number}/returns`, { headers })).toMatchObject({
    status: 200,
    body: { returns: [{ status: 'requested' }], lines: [{ left: 1 }] },
  })
  expect(
    await callStore(`/orders/${number}/returns`, {
      method: 'POST',
      body: { lines: [{ lineId: line, quantity: 2, reason: 'faulty' }] },
      headers: { 'X-Order-Token': accessToken },
    }),
  ).toMatchObject({ status: 409, body: { code: 'return.line', left: 1, reason: 'returned' } })
  expect(
    await callStore(`/orders/${number}/returns`, { method: 'POST', body: { lines: [] }, headers }),
  ).toMatchObject({ status: 422 })
  expect(
    await callStore(`/orders/${number}/withdrawals`, {
      method: 'POST',
      body: { name: 'Ada', email: 'ada@example.com', lines: [{ lineId: line, quantity: 1 }] },
      headers: { 'X-Order-Token': accessToken },
    }),
  ).toMatchObject({ status: 201, body: { withdrawal: { outcome: 'return', isLate: false } } })
})
