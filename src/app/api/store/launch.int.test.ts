import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterEach, expect, test } from 'vitest'
import { callStore } from '../_http/testing/call-store'
import { getTestPayload, getTestRequest } from '../../../start/testing/payload'
import { adjustStock } from '#services/adjust-stock'
import { beginLaunches } from '#services/begin-launches'
import { cancelOrder } from '#services/cancel-order'
import { addLine, createCart, mergeCart, readCart, setLine } from '#services/cart'
import { ledgerProblems } from '#services/ledger-problems'
import { orderAgain } from '#services/order-again'
import { placeForBuyer } from '#services/place-for-buyer'
import { placeOrder } from '#services/place-order'
import { waitForStock } from '#services/stock-alerts'
import { atOnce } from '../../../services/testing/at-once'
import { checkoutOf, makeProduct, type TestProduct } from '../../../services/testing/shop-rows'
import { soldOutSize } from '../../../services/testing/waiting'
import { rowsOf } from '#services/transaction'
import { runDue } from '#ops/jobs/run-due'

afterEach(async () => {
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

const launchIn = async ({ id }: Pick<TestProduct, 'id'>, seconds: number) =>
  rowsOf(
    await getTestRequest(),
    sql`UPDATE products SET launched_at = statement_timestamp() + make_interval(secs => ${seconds}) WHERE id = ${id}`,
  )
const limitTo = async ({ id }: Pick<TestProduct, 'id'>, pairs: number) =>
  rowsOf(await getTestRequest(), sql`UPDATE products SET per_person = ${pairs} WHERE id = ${id}`)

const upcoming = async () => {
  const product = await makeProduct(await getTestRequest(), { stock: [5, 5] })
  await launchIn(product, 3_600)
  return { ...product, variantId: product.variants[0]?.id ?? '', other: product.variants[1]?.id ?? '' }
}
const limited = async (pairs: number) => {
  const product = await makeProduct(await getTestRequest(), { stock: [30, 30] })
  await launchIn(product, -60)
  await limitTo(product, pairs)
  return { ...product, variantId: product.variants[0]?.id ?? '', other: product.variants[1]?.id ?? '' }
}

const emptyBag = async (customerId?: string) =>
  (await createCart(await getTestRequest(), { ...(customerId && { customerId }) })).token
const bagWith = async (variantId: string, quantity = 1, customerId?: string) => {
  const token = await emptyBag(customerId)
  await addLine(await getTestRequest(), token, { variantId, quantity })
  return token
}
const buy = async (token: string, email: string, customerId?: string) =>
  placeOrder(await getTestRequest(), {
    ...{ token, key: randomUUID(), input: checkoutOf({ email }) },
    ...(customerId && { customerId }),
  })
const newCustomer = async () => {
  const [row] = await rowsOf<{ id: string }>(
    await getTestRequest(),
    sql`INSERT INTO customers (email) VALUES (${`${randomUUID()}@example.org`}) RETURNING id`,
  )
  return row?.id ?? ''
}
const address = () => `${randomUUID().slice(0, 8)}@example.org`

const early = { code: 'launch.not-yet', status: 409 }

test('before its launch a pair comes into no bag: not added, not by a form, not by a repeated order, not by staff', async () => {
  const { variantId, variants } = await upcoming()
  const token = await emptyBag()
  const line = { variantId, quantity: 1 }
  await expect(addLine(await getTestRequest(), token, line)).rejects.toMatchObject({
    ...early,
    details: { lines: [{ variantId, startsAt: expect.stringMatching(/Z$/) }] },
  })
  const { order } = await buy(await bagWith((await limited(5)).variantId), address())
  const [bought] = order.lines
  const wished = { ...order, lines: bought ? [{ ...bought, variantId }] : [] }
  const again = await orderAgain(await getTestRequest(), token, wished)
  expect(again).toMatchObject({ cart: { lines: [] }, left: [{ variantId, there: 0 }] })
  await expect(
    placeForBuyer(await getTestRequest(), { market: 'eu', lines: [line], input: checkoutOf() }),
  ).rejects.toMatchObject(early)
  const form = await callStore('/forms/add', { form: { market: 'eu', variantId } })
  expect(form.status).toBe(303)
  expect(form.headers.get('location')).toContain('/cart?problem=launch.not-yet')
  expect(await readCart(await getTestRequest(), token)).toMatchObject({ lines: [] })
  expect(variants).toHaveLength(2)
})

test('a pair that is in bags when its launch is put off says so there, merges, and is bought by nobody', async () => {
  const product = await makeProduct(await getTestRequest(), { stock: [5] })
  const variantId = product.variants[0]?.id ?? ''
  const customer = await newCustomer()
  await bagWith(variantId, 1, customer)
  const token = await bagWith(variantId)
  await launchIn(product, 3_600)
  const cart = await mergeCart(await getTestRequest(), token, customer)
  expect(cart.lines).toMatchObject([{ quantity: 2, problem: { code: 'not-yet' } }])
  const [line] = cart.lines
  await expect(setLine(await getTestRequest(), token, line?.id ?? '', 1)).rejects.toMatchObject(early)
  await expect(buy(token, address())).rejects.toMatchObject(early)
  const answer = await callStore('/checkout', {
    ...{ method: 'POST', headers: { 'x-cart-token': token, 'idempotency-key': randomUUID() } },
    body: checkoutOf(),
  })
  expect(answer).toMatchObject({ status: 409, body: { code: 'launch.not-yet' } })
})

test('nobody waits for a size that launches later, and no pair of it is held for those who have', async () => {
  const { variantId } = await upcoming()
  await expect(
    waitForStock(await getTestRequest(), { variantId, email: address(), market: 'eu' }),
  ).rejects.toMatchObject(early)
  const size = await soldOutSize(await getTestRequest())
  await size.queue('ada')
  const [row] = await rowsOf<{ id: string }>(
    await getTestRequest(),
    sql`SELECT product_id AS id FROM variants WHERE id = ${size.variantId}`,
  )
  await launchIn({ id: row?.id ?? '' }, 3_600)
  await adjustStock(await getTestRequest(), { variantId: size.variantId, delta: 1, reason: 'test' })
  expect(await size.states()).toEqual(['ada waiting'])
})

test('the pages of a launch are dropped before it counts as begun, and wait for no job of another kind', async () => {
  const payload = await getTestPayload()
  const product = await makeProduct(await getTestRequest(), { stock: [1] })
  await launchIn(product, 1)
  const markOf = async () =>
    rowsOf<{ isPast: boolean }>(
      await getTestRequest(),
      sql`SELECT (value ->> 'begun')::timestamptz >= p.launched_at AS "isPast" FROM shop_marks, products p WHERE name = 'launches' AND p.id = ${product.id}`,
    )
  const client = await payload.db.pool.connect()
  try {
    // As a payment provider or a mail server that is slow.
    await client.query('BEGIN; LOCK TABLE payment_events IN ACCESS EXCLUSIVE MODE')
    let ended = false
    const marked: boolean[] = []
    const dropped = await new Promise<string[]>((resolve, reject) => {
      const drop = async (tags: string[]) => {
        marked.push((await markOf())[0]?.isPast ?? false)
        if (tags.includes(`product:${product.slug}`)) resolve(tags)
      }
      getTestRequest()
        .then((req) => runDue(req, drop))
        .then(() => (ended = true), reject)
    })
    expect(dropped).toContain('catalogue')
    expect(marked).not.toContain(true)
    expect(ended).toBe(false)
    await client.query('COMMIT')
    await expect.poll(() => ended, { timeout: 10_000 }).toBe(true)
    expect((await markOf())[0]?.isPast).toBe(true)
  } finally {
    client.release(true)
  }
})

test('at its moment whoever checks out first has the pair, and its pages and listings are told', async () => {
  const payload = await getTestPayload()
  const product = await makeProduct(await getTestRequest(), { stock: [3] })
  const variantId = product.variants[0]?.id ?? ''
  await launchIn(product, 1)
  const tokens = await Promise.all(Array.from({ length: 8 }, emptyBag))
  await rowsOf(await getTestRequest(), sql`DELETE FROM catalogue_changes WHERE product_id = ${product.id}`)
  expect(await beginLaunches(await getTestRequest())).toBeGreaterThanOrEqual(1)
  const told = await rowsOf(
    await getTestRequest(),
    sql`SELECT 1 FROM catalogue_changes WHERE product_id = ${product.id}`,
  )
  expect(told).toHaveLength(1)
  expect(await beginLaunches(await getTestRequest())).toBe(0)
  const { done, refused, broken } = await atOnce(payload, 8, async (req, index) => {
    await addLine(req, tokens[index] ?? '', { variantId, quantity: 1 })
    return placeOrder(req, {
      token: tokens[index] ?? '',
      key: randomUUID(),
      input: checkoutOf({ email: address() }),
    })
  })
  expect(broken).toEqual([])
  expect(done).toHaveLength(3)
  expect(refused).toEqual({ 'stock.insufficient': 5 })
})

test('no bag takes more pairs than one person may buy, over all sizes', async () => {
  const { variantId, other } = await limited(2)
  const token = await bagWith(variantId)
  await addLine(await getTestRequest(), token, { variantId: other, quantity: 1 })
  await expect(addLine(await getTestRequest(), token, { variantId, quantity: 1 })).rejects.toMatchObject({
    ...{ code: 'launch.limit', status: 409 },
    details: { products: [{ variantId, most: 2, left: 1 }] },
  })
  expect(await readCart(await getTestRequest(), token)).toMatchObject({ count: 2 })
})

test('twenty checkouts at once by one address, however it is spelled, buy exactly what one person may', async () => {
  const payload = await getTestPayload()
  const { variantId } = await limited(3)
  const name = randomUUID().slice(0, 8)
  const tokens = await Promise.all(Array.from({ length: 20 }, () => bagWith(variantId)))
  const { done, refused, broken } = await atOnce(payload, 20, (req, index) =>
    placeOrder(req, {
      ...{ token: tokens[index] ?? '', key: randomUUID() },
      input: checkoutOf({ email: index % 2 ? `${name}@example.org` : `${name.toUpperCase()}@example.org` }),
    }),
  )
  expect(broken).toEqual([])
  expect(done).toHaveLength(3)
  expect(refused).toEqual({ 'launch.limit': 17 })
})

test('a customer who uses other addresses is one person, and the bag says so once they are known', async () => {
  const { variantId } = await limited(1)
  const customer = await newCustomer()
  await buy(await bagWith(variantId, 1, customer), address(), customer)
  const token = await bagWith(variantId)
  await expect(buy(token, address(), customer)).rejects.toMatchObject({ code: 'launch.limit' })
  const cart = await mergeCart(await getTestRequest(), token, customer)
  expect(cart.lines).toMatchObject([{ problem: { code: 'limit', most: 1 } }])
})

test('a cancelled order gives the allowance back, and what was bought before the launch does not count', async () => {
  const product = await limited(1)
  const email = address()
  const { order } = await buy(await bagWith(product.variantId), email)
  await expect(buy(await bagWith(product.variantId), email)).rejects.toMatchObject({ code: 'launch.limit' })
  await cancelOrder(await getTestRequest(), { orderId: order.id, reason: 'test' })
  await buy(await bagWith(product.variantId), email)
  await launchIn(product, 0)
  await buy(await bagWith(product.variantId), email)
  await expect(buy(await bagWith(product.variantId), email)).rejects.toMatchObject({ code: 'launch.limit' })
})

test('the database keeps no limit that nobody could mean', async () => {
  const product = await makeProduct(await getTestRequest(), { stock: [1] })
  for (const pairs of [0, 21, 1.5]) await expect(limitTo(product, pairs)).rejects.toThrow()
})
