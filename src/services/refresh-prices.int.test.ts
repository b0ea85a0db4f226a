import { sql } from '@payloadcms/db-postgres'
import fc from 'fast-check'
import type { PayloadRequest } from 'payload'
import { expect, test } from 'vitest'
import { effectivePrice } from '#domain/campaigns'
import { priorPrice } from '#domain/price-history'
import { atHour, campaignsOf, histories, recordsOf, regularAt, type History } from '../bench/price-histories'
import { getTestRequest } from '../start/testing/payload'
import { addLine, createCart, readCart } from './cart'
import { orderToken, readOrder } from './order-access'
import { placeOrder } from './place-order'
import { refreshPrices } from './refresh-prices'
import { settleProducts } from './settle-prices'
import { happensNow, makeCampaign } from './testing/campaign-rows'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { inTransaction, rowsOf, type Transaction } from './transaction'

const day = 86_400_000

const recordsIn = (req: PayloadRequest | Transaction, variant: string | undefined) =>
  rowsOf<{ amount: number; regular: number | null; from: string }>(
    req,
    sql`SELECT amount::float8 AS amount, regular::float8 AS regular, effective_from::text AS from FROM price_records
      WHERE variant_id = ${variant} AND currency = 'EUR' ORDER BY effective_from`,
  )
const reductionIn = async (req: PayloadRequest | Transaction, variant: string | undefined) => {
  const [row] = await rowsOf<{ price: number; regular: number; low: number | null; since: string }>(
    req,
    sql`SELECT price::float8 AS price, regular::float8 AS regular, lowest30::float8 AS low, since::text AS since FROM reduced_prices
      WHERE variant_id = ${variant} AND currency = 'EUR'`,
  )
  return row
}
const amountsOf = async (req: PayloadRequest, variant: string | undefined) =>
  (await recordsIn(req, variant)).map(({ amount, regular }) => [amount, regular])

/** The shop was last settled then: what has started or ended since is due, as after a time without a job. */
const settledAgo = (req: PayloadRequest, ms: number) =>
  rowsOf(
    req,
    sql`UPDATE shop_marks SET value = jsonb_build_object('settled', clock_timestamp() - ${ms} * interval '1 millisecond') WHERE name = 'prices'`,
  )

/** A product that has cost the same for a while. */
async function soldFor(req: PayloadRequest, days: number, price = 10_000) {
  const product = await makeProduct(req, { stock: [9], price })
  const variant = product.variants[0]?.id ?? ''
  await rowsOf(req, sql`DELETE FROM price_dues WHERE product_id = ${product.id}`)
  await rowsOf(
    req,
    sql`INSERT INTO price_records (variant_id, currency, amount, effective_from)
      SELECT ${variant}, c, ${price}, now() - ${days} * interval '1 day' FROM unnest(ARRAY['EUR', 'GBP', 'USD']) c`,
  )
  return { ...product, variant }
}

test('a campaign that starts reduces cart and order at once, and the books when the job has run', async () => {
  const req = await getTestRequest()
  const { id, variant } = await soldFor(req, 40)
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId: variant, quantity: 2 })
  await makeCampaign(req, { percent: 20, products: [id] })
  const cart = await readCart(req, token)
  expect(cart.lines[0]).toMatchObject({
    unitPrice: { amount: 8_000 },
    regularPrice: { amount: 10_000 },
    problem: { code: 'price-changed', was: { amount: 10_000 } },
  })
  expect(cart.lines[0]?.lowest30).toBeUndefined()
  expect(await reductionIn(req, variant)).toBeUndefined()
  await refreshPrices(req)
  expect(await reductionIn(req, variant)).toMatchObject({ price: 8_000, regular: 10_000, low: 10_000 })
  expect((await readCart(req, token)).lines[0]?.lowest30).toEqual({ amount: 10_000, currency: 'EUR' })
  expect(await amountsOf(req, variant)).toEqual([
    [10_000, null],
    [8_000, 10_000],
  ])
  const { order } = await placeOrder(req, { token, key: 'a', input: checkoutOf() })
  expect(order.lines[0]).toMatchObject({ unitPrice: { amount: 8_000 }, total: { amount: 16_000 } })
})

test('an order placed after the window has closed pays the regular price, and one who expects less is told', async () => {
  const req = await getTestRequest()
  const { id, variant } = await soldFor(req, 40)
  const campaign = await makeCampaign(req, { percent: 20, products: [id], from: -day, to: day })
  const { token } = await createCart(req, {})
  const cart = await addLine(req, token, { variantId: variant, quantity: 2 })
  expect(cart.totals.subtotal.amount).toBe(16_000)
  await refreshPrices(req)
  await happensNow(req, campaign, 'ends_at')
  // The job has not run: what listings read still says 80.
  const expectedTotal = { amount: 16_000, currency: 'EUR' as const }
  await expect(
    placeOrder(req, { token, key: 'b', input: checkoutOf({ expectedTotal }) }),
  ).rejects.toMatchObject({ code: 'price.changed', details: { actual: { amount: 20_000 } } })
  const { order } = await placeOrder(req, { token, key: 'c', input: checkoutOf() })
  expect(order.lines[0]?.unitPrice.amount).toBe(10_000)
})

test('the regular price stays on the line of the order', async () => {
  const req = await getTestRequest()
  const { id, variant } = await soldFor(req, 40)
  await makeCampaign(req, { amount: 1_500, products: [id] })
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId: variant, quantity: 1 })
  const { order } = await placeOrder(req, { token, key: 'd', input: checkoutOf() })
  const rows = await rowsOf(
    req,
    sql`SELECT unit_price::float8 AS unit, regular_price::float8 AS regular FROM orders_lines WHERE _parent_id = ${order.id}`,
  )
  expect(rows).toEqual([{ unit: 8_500, regular: 10_000 }])
  expect(order.lines[0]).toMatchObject({ unitPrice: { amount: 8_500 }, regularPrice: { amount: 10_000 } })
  const seen = await readOrder(req, { number: order.number, token: orderToken(order.id) })
  expect(seen.lines).toEqual(order.lines)
  const later = await createCart(req, {})
  await addLine(req, later.token, { variantId: (await soldFor(req, 40)).variant, quantity: 1 })
  const whole = await placeOrder(req, { token: later.token, key: 'e', input: checkoutOf() })
  expect(whole.order.lines[0]).not.toHaveProperty('regularPrice')
})

test('a job that comes late writes every start and end at its own instant', async () => {
  const req = await getTestRequest()
  const { id, variant } = await soldFor(req, 40)
  await makeCampaign(req, { percent: 20, products: [id], from: -3 * day, to: -day })
  await settledAgo(req, 5 * day)
  await refreshPrices(req)
  const records = await recordsIn(req, variant)
  expect(records.map(({ amount, regular }) => [amount, regular])).toEqual([
    [10_000, null],
    [8_000, 10_000],
    [10_000, null],
  ])
  const ago = records.map(({ from }) => (Date.now() - new Date(from).getTime()) / day)
  expect(ago[1]).toBeCloseTo(3, 2)
  expect(ago[2]).toBeCloseTo(1, 2)
  expect(await reductionIn(req, variant)).toBeUndefined()
  await settledAgo(req, 5 * day)
  await refreshPrices(req)
  expect(await recordsIn(req, variant)).toHaveLength(3)
})

test('a step deeper keeps the anchor, and what was made twice changes nothing', async () => {
  const req = await getTestRequest()
  const { id, variant } = await soldFor(req, 60)
  await makeCampaign(req, { percent: 20, products: [id], from: -10 * day })
  await makeCampaign(req, { percent: 40, products: [id], from: -2 * day, priority: 1 })
  await settledAgo(req, 20 * day)
  await refreshPrices(req)
  const reduction = await reductionIn(req, variant)
  expect(reduction).toMatchObject({ price: 6_000, regular: 10_000, low: 10_000 })
  expect((Date.now() - new Date(reduction?.since ?? 0).getTime()) / day).toBeCloseTo(10, 2)
  await rowsOf(req, sql`INSERT INTO price_dues VALUES (${id}), (${id})`)
  expect(await refreshPrices(req)).toBe(0)
})

test('two that refresh at once write every record once', async () => {
  const requests = await Promise.all(Array.from({ length: 6 }, getTestRequest))
  const [req] = requests as [PayloadRequest]
  const { id, variant } = await soldFor(req, 40)
  await makeCampaign(req, { percent: 10, products: [id] })
  await Promise.all(requests.map((one) => refreshPrices(one)))
  expect(await recordsIn(req, variant)).toHaveLength(2)
})

let lived = 0
/** The history as the database lives it: prices and windows as they are at each hour, settled at that hour. */
async function live(tx: Transaction, history: History, product: string): Promise<void> {
  lived += 1
  const prefix = String(lived).padStart(8, '0')
  for (const { id, from, to, active, priority, reduction } of campaignsOf(history)) {
    const euro = reduction.kind === 'percent' ? null : (reduction.amounts.EUR ?? null)
    const percent = reduction.kind === 'percent' ? reduction.basisPoints / 100 : null
    await rowsOf(
      tx,
      sql`WITH made AS (
          INSERT INTO price_campaigns (id, name, starts_at, ends_at, kind, percent, amounts_eur, active, priority)
          VALUES (${`${prefix}-0000-4000-8000-00000000000${id.slice(1)}`}, ${id}, ${from.toISOString()}, ${to?.toISOString() ?? null},
            ${reduction.kind}, ${percent}, ${euro}, ${active}, ${priority}) RETURNING id)
        INSERT INTO price_campaigns_rels ("order", parent_id, path, products_id) SELECT 1, id, 'products', ${product} FROM made`,
    )
  }
  const { regular, campaigns, now } = history
  const changes = [
    ...regular,
    ...campaigns.flatMap(({ from, to }) => [{ from }, { from: to ?? now }]),
    { from: now },
  ]
  for (const h of [...new Set(changes.map(({ from }) => from))]
    .filter((one) => one <= now)
    .toSorted((a, b) => a - b)) {
    await rowsOf(tx, sql`UPDATE products SET price_in_e_u_r = ${regularAt(history, h)} WHERE id = ${product}`)
    await settleProducts(tx, [product], atHour(h).toISOString())
  }
}

test('what is stored is what the function says, after any history', { timeout: 180_000 }, async () => {
  const req = await getTestRequest()
  const kept = { reductions: 0, lows: 0 }
  await fc.assert(
    fc.asyncProperty(histories, async (history) => {
      const { id, variants } = await makeProduct(req, { stock: [0], price: regularAt(history, 0) })
      const variant = variants[0]?.id
      await inTransaction(req, async (tx) => {
        await live(tx, history, id)
        const records = recordsOf(history)
        expect(await recordsIn(tx, variant)).toEqual(
          records.map(({ amount, regular }) => ({
            amount,
            regular: regular ?? null,
            from: expect.any(String),
          })),
        )
        const regular = { amount: regularAt(history, history.now), currency: 'EUR' as const }
        const { price, campaign } = effectivePrice(regular, campaignsOf(history), atHour(history.now))
        const prior = priorPrice(records)
        const stored = await reductionIn(tx, variant)
        expect(stored && { ...stored, since: new Date(stored.since).getTime() }).toEqual(
          campaign && {
            price: price.amount,
            regular: regular.amount,
            low: prior?.lowest30 ?? null,
            since: prior?.since.getTime(),
          },
        )
        kept.reductions += stored ? 1 : 0
        kept.lows += stored?.low ? 1 : 0
        await rowsOf(tx, sql`UPDATE price_campaigns SET active = false`)
      })
    }),
    { numRuns: 120, seed: 7 },
  )
  expect(kept.reductions).toBeGreaterThan(15)
  expect(kept.lows).toBeGreaterThan(5)
})
