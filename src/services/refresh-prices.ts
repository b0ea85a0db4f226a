import type { PayloadRequest } from 'payload'
import { settleProducts } from './settle-prices'
import { dropProducts } from './stale-products'
import { run, type Statement } from './statement'
import { connectionOf, inTransaction, type Transaction } from './transaction'

/** What may have another price now, beside the products that the database has marked itself. */
export interface PriceScope {
  /** The products that these campaigns cover or reduce. */
  campaigns?: readonly string[]
  styles?: readonly string[]
  /** All that any campaign covers or reduces. */
  everyReduction?: boolean
}

const pending: Statement = {
  name: 'prices-pending',
  text: `SELECT EXISTS (SELECT FROM price_dues) AS marked, EXISTS (SELECT FROM molini_price_boundaries()) AS due`,
}
/** One at a time: whoever waits then reads what the other has committed. The time is read after the wait. */
const lock: Statement = {
  name: 'prices-lock',
  text: `SELECT pg_advisory_xact_lock(hashtext('molini.prices'))`,
}
const clock: Statement = {
  name: 'prices-clock',
  text: `SELECT date_trunc('milliseconds', clock_timestamp())::text AS now`,
}
const boundaries: Statement = {
  name: 'prices-boundaries',
  text: `SELECT at::text AS at, array_agg(campaign_id::text) AS campaigns FROM molini_price_boundaries() WHERE at <= $1::timestamptz GROUP BY at ORDER BY at`,
}
const mark: Statement = {
  name: 'prices-mark',
  text: `INSERT INTO shop_marks (name, value) VALUES ('prices', jsonb_build_object('settled', $1::timestamptz))
    ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = now()`,
}
const takeMarked: Statement = {
  name: 'prices-take-marked',
  text: `WITH taken AS (DELETE FROM price_dues RETURNING product_id) SELECT DISTINCT product_id AS id FROM taken`,
}
const productsOfCampaigns: Statement = {
  name: 'prices-products-of-campaigns',
  text: `SELECT DISTINCT id FROM (
      SELECT p.id FROM products p, price_campaigns c
        WHERE c.id = ANY ($1::uuid[]) AND c.active AND molini_campaign_covers(c.id, p.id)
      UNION ALL SELECT v.product_id FROM reduced_prices r JOIN variants v ON v.id = r.variant_id
        WHERE r.campaign_id = ANY ($1::uuid[])) found`,
}
const productsOfStyles: Statement = {
  name: 'prices-products-of-styles',
  text: 'SELECT id FROM products WHERE style_id = ANY ($1::uuid[])',
}
const openCampaigns: Statement = {
  name: 'prices-open-campaigns',
  text: `SELECT id FROM price_campaigns WHERE active AND (ends_at IS NULL OR ends_at > now())
    UNION SELECT campaign_id FROM reduced_prices`,
}

interface Id {
  id: string
}

const idsOf = async (tx: Transaction, statement: Statement, values: readonly unknown[]): Promise<string[]> =>
  (await run<Id>(tx, statement, values)).map(({ id }) => id)

async function productsIn(tx: Transaction, scope: PriceScope): Promise<string[]> {
  const campaigns = scope.everyReduction ? await idsOf(tx, openCampaigns, []) : [...(scope.campaigns ?? [])]
  return [
    ...(await idsOf(tx, takeMarked, [])),
    ...(campaigns.length > 0 ? await idsOf(tx, productsOfCampaigns, [campaigns]) : []),
    ...(scope.styles?.length ? await idsOf(tx, productsOfStyles, [[...scope.styles]]) : []),
  ]
}

/** What started or ended since the last time, each at its own instant, however late this runs. */
async function settleBoundaries(tx: Transaction, now: string): Promise<string[]> {
  const changed: string[] = []
  for (const { at, campaigns } of await run<{ at: string; campaigns: string[] }>(tx, boundaries, [now]))
    changed.push(...(await settleProducts(tx, await idsOf(tx, productsOfCampaigns, [campaigns]), at)))
  return changed
}

async function refresh(tx: Transaction, scope: PriceScope): Promise<string[]> {
  await run(tx, lock, [])
  const [time] = await run<{ now: string }>(tx, clock, [])
  if (!time) throw new Error('The database has no clock')
  const begun = await settleBoundaries(tx, time.now)
  const changed = await settleProducts(tx, await productsIn(tx, scope), time.now)
  await run(tx, mark, [time.now])
  return [...new Set([...begun, ...changed])]
}

/**
 * Brings price records and stored reductions up to date: first what windows have opened or closed, at the instant at
 * which they did, then what the scope and the database's own marks name, as of now. Joins the transaction that `req`
 * is in, Payload's own too, since it moves no money. Drops the pages of what has another price. Returns how many
 * products that were. Repeating it changes nothing.
 */
export async function refreshPrices(req: PayloadRequest, scope: PriceScope = {}): Promise<number> {
  const isNamed = Object.values(scope).some(Boolean)
  const connection = await connectionOf(req)
  const [found] = await run<{ marked: boolean; due: boolean }>(connection ?? req, pending, [])
  if (!isNamed && !found?.marked && !found?.due) return 0
  const changed = connection
    ? await refresh(connection, scope)
    : await inTransaction(req, (tx) => refresh(tx, scope))
  await dropProducts(req, changed)
  return changed.length
}
