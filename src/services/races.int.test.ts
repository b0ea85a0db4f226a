import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterEach, expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { addLine, createCart, readCart } from './cart'
import { ledgerProblems } from './ledger-problems'
import { placeOrder } from './place-order'
import { atOnce } from './testing/at-once'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

afterEach(async () => {
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

const variantWith = async (pairs: number) => {
  const { variants } = await makeProduct(await getTestRequest(), { stock: [pairs] })
  return variants[0]?.id ?? ''
}

const cartOf = async (variantId: string, quantity = 1) => {
  const req = await getTestRequest()
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId, quantity })
  return token
}

test('300 buyers for 10 pairs are exactly 10 orders, and 290 refusals', async () => {
  const payload = await getTestPayload()
  const variantId = await variantWith(10)
  const { done: tokens } = await atOnce(payload, 300, () => cartOf(variantId))
  const { done, refused, broken } = await atOnce(payload, 300, (req, index) =>
    placeOrder(req, { token: tokens[index] ?? '', key: randomUUID(), input: checkoutOf() }),
  )
  expect(broken).toEqual([])
  expect(refused).toEqual({ 'stock.insufficient': 290 })
  expect(new Set(done.map(({ order }) => order.number)).size).toBe(10)
})

test('500 guests at once lose nothing, with a pool of ten', async () => {
  const payload = await getTestPayload()
  const variantId = await variantWith(20)
  const { done, refused, broken } = await atOnce(payload, 500, async (req) => {
    const { token } = await createCart(req, {})
    await addLine(req, token, { variantId, quantity: 1 })
    return (await addLine(req, token, { variantId, quantity: 2 })).count
  })
  expect({ refused, broken }).toEqual({ refused: {}, broken: [] })
  expect(done).toEqual(Array(500).fill(3))
})

test('the same key 50 times at once is one order and one answer', async () => {
  const payload = await getTestPayload()
  const call = { token: await cartOf(await variantWith(5)), key: randomUUID(), input: checkoutOf() }
  const { done, refused, broken } = await atOnce(payload, 50, (req) => placeOrder(req, call))
  expect({ refused, broken }).toEqual({ refused: {}, broken: [] })
  expect(done).toEqual(Array(50).fill(done[0]))
})

test('one cart checked out by many at once is one order', async () => {
  const payload = await getTestPayload()
  const token = await cartOf(await variantWith(50))
  const { done, refused, broken } = await atOnce(payload, 20, (req) =>
    placeOrder(req, { token, key: randomUUID(), input: checkoutOf() }),
  )
  expect(broken).toEqual([])
  expect(done).toHaveLength(1)
  expect(refused).toEqual({ 'cart.bought': 19 })
})

test('50 parallel adds to one cart are all counted', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: Array<number>(5).fill(20) })
  const { token } = await createCart(req, {})
  const { broken, refused } = await atOnce(payload, 50, (own, index) =>
    addLine(own, token, { variantId: variants[index % 5]?.id ?? '', quantity: 1 }),
  )
  expect({ refused, broken }).toEqual({ refused: {}, broken: [] })
  expect((await readCart(req, token)).lines.map((line) => line.quantity)).toEqual([10, 10, 10, 10, 10])
})

test('a 51st line is refused even when many come at once', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: Array<number>(55).fill(1) })
  const { token } = await createCart(req, {})
  const { refused, broken } = await atOnce(payload, 55, (own, index) =>
    addLine(own, token, { variantId: variants[index]?.id ?? '', quantity: 1 }),
  )
  expect({ refused, broken }).toEqual({ refused: { 'cart.full': 5 }, broken: [] })
  expect((await readCart(req, token)).lines).toHaveLength(50)
})

test('orders of the same sizes in any order never get stuck with each other', async () => {
  const payload = await getTestPayload()
  const base = await getTestRequest()
  const { variants } = await makeProduct(base, { stock: Array<number>(8).fill(60) })
  const shuffled = (seed: number) =>
    [...variants].sort((a, b) => hash(a.id, seed) - hash(b.id, seed)).slice(0, 3)
  const { done, refused, broken } = await atOnce(payload, 200, async (req, index) => {
    const { token } = await createCart(req, {})
    for (const { id } of shuffled(index)) await addLine(req, token, { variantId: id, quantity: 1 })
    return placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  })
  expect(broken).toEqual([])
  expect(done.length + Object.values(refused).reduce((sum, one) => sum + one, 0)).toBe(200)
  expect(Object.keys(refused).every((code) => code === 'stock.insufficient')).toBe(true)
  const [sold] = await rowsOf<{ pairs: number }>(
    base,
    sql`SELECT sum(reserved)::float8 AS pairs FROM stock_levels WHERE variant_id::text IN (${sql.join(
      variants.map(({ id }) => sql`${id}`),
      sql`, `,
    )})`,
  )
  expect(sold?.pairs).toBe(done.length * 3)
})

/** A shuffle that is the same in every run. */
const hash = (text: string, seed: number): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) % 9973, seed)
