import { effectivePrice, type Campaign } from '#domain/campaigns'
import type { Currency } from '#domain/markets'
import { campaignJson, isPublic, openAt, toCampaign, type CampaignRow } from './campaign-rows'
import { regularPricesSql } from './regular-price'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** Products of one round: each has a dozen sizes in three currencies. */
const batch = 500

const forSale = `p._status = 'published' AND p.deleted_at IS NULL AND v.deleted_at IS NULL AND r.amount IS NOT NULL`

/** Sizes of a product mostly cost the same, so that a price is worked out once for all of them. */
const regularPrices: Statement = {
  name: 'prices-regular',
  text: `SELECT DISTINCT p.id AS product, r.currency, r.amount::float8 AS amount
    FROM products p JOIN variants v ON v.product_id = p.id CROSS JOIN ${regularPricesSql}
    WHERE p.id = ANY ($1::uuid[]) AND ${forSale}`,
}
const campaigns: Statement = {
  name: 'prices-campaigns',
  text: `SELECT ${campaignJson} AS campaign,
      array(SELECT p.id::text FROM unnest($1::uuid[]) AS p (id) WHERE molini_campaign_covers(c.id, p.id)) AS products
    FROM price_campaigns c WHERE ${openAt('$2::timestamptz')} AND ${isPublic}`,
}

const given = `given AS (SELECT * FROM jsonb_to_recordset($2::jsonb)
    AS g (product uuid, currency text, regular numeric, price numeric, campaign uuid, until timestamptz)),
  priced AS MATERIALIZED (
    SELECT v.id AS variant, v.product_id AS product, g.currency, g.price, CASE WHEN g.campaign IS NOT NULL THEN g.regular END AS regular,
      g.campaign, g.until
    FROM products p JOIN variants v ON v.product_id = p.id CROSS JOIN ${regularPricesSql}
    JOIN given g ON g.product = p.id AND g.currency = r.currency AND g.regular = r.amount
    WHERE p.id = ANY ($1::uuid[]) AND ${forSale})`

/** Records of one variant never share an instant, so that their order is certain, and none is added before a later one. */
const writeRecords: Statement = {
  name: 'prices-write-records',
  text: `WITH ${given}, made AS (
      INSERT INTO price_records (variant_id, currency, amount, regular, campaign_id, effective_from)
      SELECT n.variant, n.currency, n.price, n.regular, n.campaign,
        greatest($3::timestamptz, last.effective_from + interval '1 millisecond')
      FROM priced n LEFT JOIN LATERAL (
        SELECT amount, regular, effective_from FROM price_records
        WHERE variant_id = n.variant AND currency = n.currency ORDER BY effective_from DESC, created_at DESC LIMIT 1) last ON true
      WHERE (last.amount IS DISTINCT FROM n.price OR (last.regular IS NULL) <> (n.regular IS NULL))
        AND coalesce(last.effective_from <= $3::timestamptz, true)
      RETURNING variant_id)
    SELECT DISTINCT v.product_id AS id FROM made JOIN variants v ON v.id = made.variant_id`,
}

/**
 * When the running reduction of a variant began and the lowest price of the 30 days before: the rule of
 * `priorPrice`, for many at once. A record breaks the run when it is no reduction or the next one is dearer.
 */
const priorSql = `LATERAL (
    WITH told AS (
      SELECT amount, regular, effective_from AS "from", lead(amount) OVER w AS next_amount, lead(effective_from) OVER w AS next_from
      FROM price_records WHERE variant_id = n.variant AND currency = n.currency
      WINDOW w AS (ORDER BY effective_from, created_at)),
    run AS (SELECT min("from") AS since FROM told WHERE "from" > coalesce(
      (SELECT max("from") FROM told WHERE regular IS NULL OR next_amount > amount), '-infinity'))
    SELECT run.since, CASE WHEN (SELECT min("from") FROM told) <= run.since - interval '720 hours' THEN (
      SELECT min(amount) FROM told WHERE "from" < run.since AND next_from > run.since - interval '720 hours') END AS lowest30
    FROM run) prior`

const writeReductions: Statement = {
  name: 'prices-write-reductions',
  text: `WITH ${given}, reduced AS (
      SELECT n.*, prior.since, prior.lowest30 FROM priced n CROSS JOIN ${priorSql}
      WHERE n.campaign IS NOT NULL AND prior.since IS NOT NULL),
    gone AS (
      DELETE FROM reduced_prices o USING variants v WHERE v.id = o.variant_id AND v.product_id = ANY ($1::uuid[])
        AND NOT EXISTS (SELECT FROM reduced n WHERE n.variant = o.variant_id AND n.currency = o.currency)
      RETURNING o.variant_id),
    made AS (
      INSERT INTO reduced_prices AS o (variant_id, currency, price, regular, lowest30, campaign_id, since, until)
      SELECT variant, currency, price, regular, lowest30, campaign, since, until FROM reduced
      ON CONFLICT (variant_id, currency) DO UPDATE SET price = excluded.price, regular = excluded.regular,
        lowest30 = excluded.lowest30, campaign_id = excluded.campaign_id, since = excluded.since, until = excluded.until
      WHERE (o.price, o.regular, o.lowest30, o.campaign_id, o.since, o.until) IS DISTINCT FROM
        (excluded.price, excluded.regular, excluded.lowest30, excluded.campaign_id, excluded.since, excluded.until)
      RETURNING variant_id)
    SELECT DISTINCT v.product_id AS id FROM (SELECT * FROM gone UNION ALL SELECT * FROM made) changed
    JOIN variants v ON v.id = changed.variant_id`,
}

interface RegularRow {
  product: string
  currency: Currency
  amount: number
}

async function campaignsOf(tx: Transaction, products: readonly string[], at: string) {
  const rows = await run<{ campaign: CampaignRow; products: string[] }>(tx, campaigns, [products, at])
  const of = new Map<string, Campaign[]>()
  for (const { campaign, products: covered } of rows)
    for (const product of covered) of.set(product, [...(of.get(product) ?? []), toCampaign(campaign)])
  return of
}

async function settleBatch(tx: Transaction, products: readonly string[], at: string): Promise<string[]> {
  const regular = await run<RegularRow>(tx, regularPrices, [products])
  const running = await campaignsOf(tx, products, at)
  const now = new Date(at)
  const prices = regular.map(({ product, currency, amount }) => {
    const { price, campaign } = effectivePrice({ amount, currency }, running.get(product) ?? [], now)
    return {
      product,
      currency,
      regular: amount,
      price: price.amount,
      campaign: campaign?.id ?? null,
      until: campaign?.to?.toISOString() ?? null,
    }
  })
  const values = [products, JSON.stringify(prices)]
  const records = await run<{ id: string }>(tx, writeRecords, [...values, at])
  const reductions = await run<{ id: string }>(tx, writeReductions, values)
  return [...records, ...reductions].map(({ id }) => id)
}

/**
 * Works out what every size of these products costs at the instant `at`, appends a price record where that is new, and
 * keeps the reductions that listings read. Call it under the lock of `refreshPrices`. Returns the products that changed.
 */
export async function settleProducts(
  tx: Transaction,
  products: readonly string[],
  at: string,
): Promise<string[]> {
  const all = [...new Set(products)].toSorted()
  const changed: string[] = []
  for (let start = 0; start < all.length; start += batch)
    changed.push(...(await settleBatch(tx, all.slice(start, start + batch), at)))
  return [...new Set(changed)]
}
