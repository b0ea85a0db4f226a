import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import type { CartView, LeftOutView } from '#domain/views'
import { deliveredWith } from '../../../services/testing/delivered'
import { makeProduct } from '../../../services/testing/shop-rows'
import { rowsOf } from '#services/transaction'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

const { delivered } = deliveredWith(getTestRequest)

async function bought(options?: Parameters<typeof delivered>[0]) {
  const made = await delivered(options)
  const { number, lines } = made.order
  const again = (headers: Record<string, string> = { 'X-Order-Token': made.accessToken }) =>
    callStore<{ cart: CartView; token?: string; left: LeftOutView[] }>(`/orders/${number}/again`, {
      method: 'POST',
      headers,
    })
  return { ...made, number, variantId: lines[0]?.variantId ?? '', again }
}

const held = ({ lines }: CartView) => lines.map(({ variantId, quantity }) => [variantId, quantity])

test('the pairs of an order are in a new bag, at the prices of today', async () => {
  const { again, variantId, req } = await bought({ pairs: 2 })
  await rowsOf(
    req,
    sql`UPDATE products SET price_in_e_u_r = 25000 WHERE id = (SELECT product_id FROM variants WHERE id = ${variantId})`,
  )
  const { status, body, headers } = await again()
  expect(status).toBe(200)
  expect(held(body.cart)).toEqual([[variantId, 2]])
  expect(body.cart.lines[0]?.unitPrice.amount).toBe(25_000)
  expect(body.left).toEqual([])
  expect(headers.get('set-cookie')).toContain(`molini-cart=${body.token}`)
})

test('asked twice, also at once, the bag in hand holds no more than was bought', async () => {
  const { again, accessToken, variantId, req } = await bought({ pairs: 2, stock: [9] })
  const { variants } = await makeProduct(req, { stock: [3], price: 5_000 })
  const { body: made } = await callStore<{ token: string }>('/carts', { method: 'POST', body: {} })
  const bag = { 'X-Cart-Token': made.token }
  const other = variants[0]?.id ?? ''
  await callStore('/carts/current/lines', {
    method: 'POST',
    headers: bag,
    body: { variantId: other, quantity: 3 },
  })
  const calls = Array.from({ length: 8 }, () => again({ ...bag, 'X-Order-Token': accessToken }))
  const last = (await Promise.all(calls)).at(-1)
  expect(last?.body.token).toBeUndefined()
  expect(held(last?.body.cart as CartView)).toEqual([
    [other, 3],
    [variantId, 2],
  ])
})

test('what is sold out, short or no longer sold is told, and the rest is there', async () => {
  const short = await bought({ pairs: 3, stock: [4] })
  const { body } = await short.again()
  expect(held(body.cart)).toEqual([[short.variantId, 1]])
  expect(body.left).toMatchObject([{ variantId: short.variantId, asked: 3, there: 1 }])

  const gone = await bought({ stock: [4] })
  await rowsOf(
    gone.req,
    sql`UPDATE products SET _status = 'draft' WHERE id = (SELECT product_id FROM variants WHERE id = ${gone.variantId})`,
  )
  expect((await gone.again()).body).toMatchObject({ cart: { lines: [] }, left: [{ asked: 1, there: 0 }] })
})

test('nobody else orders it again, nor learns what was in it', async () => {
  const { again } = await bought()
  const stranger = await bought()
  for (const headers of [{}, { 'X-Order-Token': stranger.accessToken }] as Record<string, string>[])
    expect(await again(headers)).toMatchObject({ status: 404, body: { code: 'order.not-found' } })
})

test.each([
  [2, 9, 'again'],
  [3, 4, 'again-part'],
  [4, 4, 'again-none'],
] as const)('a form without script leads to the bag: %i of %i pairs say %s', async (pairs, stock, done) => {
  const { number, accessToken } = await bought({ pairs, stock: [stock] })
  const answer = await callStore('/forms/again', {
    form: { number },
    cookie: `molini-order-${number}=${accessToken}`,
  })
  const to = new URL(answer.headers.get('location') ?? '/', 'http://x.invalid')
  expect([answer.status, to.pathname, to.searchParams.get('done')]).toEqual([303, '/cart', done])
})
