import { sql } from '@payloadcms/db-postgres'
import { beforeEach, expect, test } from 'vitest'
import { approveReturn } from '#services/move-return'
import { refundOrder } from '#services/refund-order'
import { requestReturns } from '#services/request-return'
import { rowsOf } from '#services/transaction'
import { fillLegal } from '../../../services/testing/legal'
import { deliveredWith } from '../../../services/testing/delivered'
import { callRest, makeShopper, signedIn } from '../../../start/testing/http'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore, type StoreCall } from '../_http/testing/call-store'

const { delivered, settleAll } = deliveredWith(getTestRequest)

beforeEach(async () => {
  await fillLegal(await getTestRequest())
})

/** An order with every paper there is: invoice, credit note, parcel, return that is to be sent. */
async function withPapers() {
  const made = await delivered({ pairs: 2 })
  const { req, orderId, line, order } = made
  await refundOrder(req, { orderId, amount: 500, reason: 'goodwill' })
  await settleAll(orderId)
  const [back] = await requestReturns(req, {
    orderId,
    lines: [{ lineId: line, quantity: 1, reason: 'too-small' }],
  })
  await approveReturn(req, { returnId: back?.id ?? '' })
  const idOf = async (query: ReturnType<typeof sql>) =>
    (await rowsOf<{ id: string }>(req, query))[0]?.id ?? ''
  const ids = {
    invoice: await idOf(sql`SELECT id FROM invoices WHERE order_id = ${orderId} AND kind = 'invoice'`),
    'packing-slip': await idOf(sql`SELECT id FROM shipments WHERE order_id = ${orderId}`),
    'return-label': back?.id ?? '',
  }
  return { ...made, number: order.number, ids }
}

interface Listed {
  papers: { kind: string; number: string; total?: { amount: number } }[]
}

const names = ({ papers }: Listed) => papers.map(({ number }) => number)

test('a guest downloads with the key of the order what is theirs, and the same bytes again', async () => {
  const { number, accessToken } = await withPapers()
  const headers = { 'X-Order-Token': accessToken }
  const { body } = await callStore<Listed>(`/orders/${number}/papers`, { headers })
  expect(body.papers.map(({ kind, total }) => [kind, total?.amount])).toEqual([
    ['invoice', 40_000],
    ['credit-note', 500],
    ['return-label', undefined],
  ])
  for (const name of names(body)) {
    const answer = await callStore(`/orders/${number}/papers/${name}`, { headers })
    expect([answer.status, answer.text.slice(0, 5)]).toEqual([200, '%PDF-'])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(
        new RegExp(`^attachment; filename="(invoice|return-label)-${name}\\.pdf"$`),
      ) as string,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    const again = await callStore(`/orders/${number}/papers/${name}`, {
      cookie: `molini-order-${number}=${accessToken}`,
      origin: null,
    })
    expect(again.text === answer.text).toBe(true)
  }
})

test('strangers, other guests and other customers find nothing, whatever they name', async () => {
  const mine = await withPapers()
  const theirs = await withPapers()
  const { body } = await callStore<Listed>(`/orders/${mine.number}/papers`, {
    headers: { 'X-Order-Token': mine.accessToken },
  })
  const shopper = await makeShopper()
  const callers: StoreCall[] = [
    {},
    { headers: { 'X-Order-Token': theirs.accessToken } },
    { cookie: `molini-order-${mine.number}=${theirs.accessToken}` },
    { cookie: shopper.cookie },
  ]
  for (const call of callers)
    for (const path of ['', ...names(body).map((name) => `/${name}`)])
      expect(await callStore(`/orders/${mine.number}/papers${path}`, call)).toMatchObject({
        status: 404,
        body: { code: 'order.not-found' },
      })
  // The key of one order opens no paper of another one.
  for (const name of [...names(body), '2026-999999', '..%2F..', "'", 'x'.repeat(500)])
    expect(
      await callStore(`/orders/${theirs.number}/papers/${encodeURIComponent(name)}`, {
        headers: { 'X-Order-Token': theirs.accessToken },
      }),
    ).toMatchObject({ status: 404, body: { code: 'paper.not-found' } })
})

test('a customer has the papers of their own order, signed in', async () => {
  const { number, req, orderId } = await withPapers()
  const shopper = await makeShopper()
  await rowsOf(req, sql`UPDATE orders SET customer_id = ${shopper.id} WHERE id = ${orderId}`)
  const { body, status } = await callStore<Listed>(`/orders/${number}/papers`, { cookie: shopper.cookie })
  expect([status, body.papers.length]).toEqual([200, 3])
  expect(
    (await callStore(`/orders/${number}/papers/${names(body)[0]}`, { cookie: shopper.cookie })).status,
  ).toBe(200)
})

test('staff who may read orders open every paper; others of the staff are refused, everybody else finds none', async () => {
  const { ids } = await withPapers()
  for (const role of ['owner', 'order-desk', 'analyst'] as const) {
    const { cookie } = await signedIn(role)
    for (const [kind, id] of Object.entries(ids)) {
      const answer = await callRest(`papers/${kind}/${id}`, { cookie })
      expect([answer.status, answer.text.slice(0, 5)]).toEqual([200, '%PDF-'])
      expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="[\w-]+\.pdf"$/)
      expect(answer.headers.get('cache-control')).toBe('private, no-store')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    }
  }
  const { cookie: merchandiser } = await signedIn('merchandiser')
  const { cookie: shopper } = await makeShopper()
  for (const [kind, id] of Object.entries(ids)) {
    expect((await callRest(`papers/${kind}/${id}`, { cookie: merchandiser })).status).toBe(403)
    for (const call of [{}, { cookie: shopper }])
      expect(await callRest(`papers/${kind}/${id}`, call)).toMatchObject({
        status: 404,
        json: { code: 'paper.not-found' },
      })
  }
})

test('staff who name what is not there get 404; a return that is not to be sent has no label', async () => {
  const { ids, req } = await withPapers()
  const { cookie } = await signedIn('order-desk')
  for (const path of [
    `invoice/${ids['packing-slip']}`,
    `packing-slip/${ids.invoice}`,
    'invoice/1',
    `order/${ids.invoice}`,
    `invoice/${ids.invoice}0`,
  ])
    expect((await callRest(`papers/${path}`, { cookie })).status).toBe(404)
  await rowsOf(req, sql`UPDATE returns SET status = 'requested' WHERE id = ${ids['return-label']}`)
  expect(await callRest(`papers/return-label/${ids['return-label']}`, { cookie })).toMatchObject({
    status: 409,
    json: { code: 'return.state' },
  })
})

test('an invoice is issued at the desk by whoever manages orders, once', async () => {
  const { orderId } = await delivered({ ship: 0 })
  const post = async (role: 'order-desk' | 'analyst') =>
    callRest(`orders/${orderId}/invoice`, { method: 'POST', body: {}, cookie: (await signedIn(role)).cookie })
  expect((await post('analyst')).status).toBe(403)
  const first = await post('order-desk')
  expect(first).toMatchObject({
    status: 200,
    json: { invoice: { number: expect.stringMatching(/^\d{4}-\d{6}$/) as string } },
  })
  expect((await post('order-desk')).json).toEqual(first.json)
})
