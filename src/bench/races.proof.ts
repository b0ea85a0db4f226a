import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { env } from '#env'
import { addLine, createCart } from '#services/cart'
import { expireReservations } from '#services/expire-reservations'
import { ledgerProblems } from '#services/ledger-problems'
import { placeOrder } from '#services/place-order'
import { rowsOf } from '#services/transaction'
import { sql } from '@payloadcms/db-postgres'
import { captureOrder } from '#services/capture-order'
import { atOnce } from '../services/testing/at-once'
import { steps } from '../services/testing/cart-model'
import { checkoutOf, makeProduct } from '../services/testing/shop-rows'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { noteFigures } from './scoreboard/note-figure'

const size = env.MOLINI_PROOF === 'full' ? 1 : 0.1

afterEach(async () => {
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

async function cartOf(variants: readonly { id: string }[]): Promise<string> {
  const req = await getTestRequest()
  const { token } = await createCart(req, {})
  for (const { id } of variants) await addLine(req, token, { variantId: id, quantity: 1 })
  return token
}

test(`${1000 * size} buyers for 10 pairs are exactly 10 orders`, async () => {
  const payload = await getTestPayload()
  const buyers = 1000 * size
  const { variants } = await makeProduct(await getTestRequest(), { stock: [10] })
  const { done: tokens } = await atOnce(payload, buyers, () => cartOf(variants))
  const { done, refused, broken } = await atOnce(payload, buyers, (req, index) =>
    placeOrder(req, { token: tokens[index] ?? '', key: randomUUID(), input: checkoutOf() }),
  )
  expect(broken).toEqual([])
  expect(refused).toEqual({ 'stock.insufficient': buyers - 10 })
  expect(new Set(done.map(({ order }) => order.number)).size).toBe(10)
})

test(`${500 * size} orders of three sizes in any order: no one is stuck, what is sold is what is held`, async (context) => {
  const payload = await getTestPayload()
  const base = await getTestRequest()
  const { variants } = await makeProduct(base, { stock: Array<number>(6).fill(200) })
  // Each order wants three neighbours in the ring of six sizes, every other one the last of them first.
  const wanted = (index: number) => [0, 1, 2].map((step) => (index + step) % 6)
  const { done, refused, broken } = await atOnce(payload, 500 * size, async (req, index) => {
    const places = index % 2 === 0 ? wanted(index) : wanted(index).reverse()
    const token = await cartOf(places.flatMap((place) => variants[place] ?? []))
    return placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  })
  expect(broken).toEqual([])
  const refusals = refused['stock.insufficient'] ?? 0
  expect(done.length + refusals).toBe(500 * size)
  const left = await Promise.all(variants.map(({ id }) => leftOf(id)))
  const unaccounted = left.reduce((sum, pairs) => sum + pairs, 3 * done.length - 6 * 200)
  noteFigures(context, { unaccounted })
  expect(unaccounted).toBe(0)
  // Nobody was turned away from what was there: with a refusal, each three hold a size that is gone.
  const canStillSell = [0, 1, 2, 3, 4, 5].filter((first) => wanted(first).every((place) => left[place] !== 0))
  expect(refusals > 0 ? canStillSell : []).toEqual([])
  expect(refusals > 0).toBe(500 * size > 400)
})

/** Pairs that can be sold. */
async function leftOf(variantId: string): Promise<number> {
  const rows = await rowsOf<{ pairs: number }>(
    await getTestRequest(),
    sql`SELECT sum(on_hand - reserved)::float8 AS pairs FROM stock_levels WHERE variant_id = ${variantId}`,
  )
  return rows[0]?.pairs ?? 0
}

test(`expiry against payment, ${500 * size} times: every order ends paid and held, or ended and free`, async () => {
  const payload = await getTestPayload()
  const base = await getTestRequest()
  const { variants } = await makeProduct(base, { stock: [2] })
  for (let round = 0; round < 500 * size; round += 1) {
    const { order } = await placeOrder(base, {
      token: await cartOf(variants),
      key: randomUUID(),
      input: checkoutOf(),
    })
    await rowsOf(base, sql`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = ${order.id}`)
    const { broken } = await atOnce<unknown>(payload, 2, (req, index) =>
      (index + round) % 2 === 0 ? captureOrder(req, { orderId: order.id }) : expireReservations(req),
    )
    expect(broken).toEqual([])
    const [ended] = await rowsOf<{ paid: string; sent: string; held: number }>(
      base,
      sql`SELECT payment_status AS paid, fulfilment_status AS sent,
        (SELECT coalesce(sum(quantity), 0)::float8 FROM reservations WHERE order_id = o.id) AS held FROM orders o WHERE id = ${order.id}`,
    )
    expect(ended).toEqual({ paid: 'paid', sent: 'unfulfilled', held: 1 })
    await restock(variants[0]?.id ?? '')
  }
})

/** One pair more for the next round. */
const restock = async (variantId: string) =>
  rowsOf(
    await getTestRequest(),
    sql`INSERT INTO stock_movements (variant_id, location_id, quantity, kind)
      SELECT ${variantId}, id, 1, 'delivery' FROM locations WHERE is_default`,
  )

test(`${10_000 * size} histories of a cart agree with a simple model`, async (context) => {
  const base = await getTestRequest()
  await fc.assert(
    fc.asyncProperty(steps(3), async (commands) => {
      const stock = [3, 12, 25]
      const { variants } = await makeProduct(base, { stock, price: 9_900 })
      const { token } = await createCart(await getTestRequest(), {})
      const real = { req: getTestRequest, token, variants: variants.map(({ id }) => id) }
      await fc.asyncModelRun(
        () => ({ model: { lines: new Map(), stock: [...stock], price: 9_900, isBought: false }, real }),
        commands,
      )
    }),
    { numRuns: 10_000 * size },
  )
  noteFigures(context, { cartHistories: 10_000 * size })
})
