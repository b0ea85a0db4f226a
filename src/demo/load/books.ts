import type { Client } from 'pg'

/** Rows of this load: all that were written in this transaction bear its time, in the milliseconds of the columns. */
const fresh = 'created_at = now()::timestamptz(3)'

/** What the triggers do row by row, done at once: levels from movements, price records from prices. */
export async function writeBooks(client: Client, location: string): Promise<void> {
  await client.query(
    `INSERT INTO stock_levels (variant_id, location_id, on_hand)
     SELECT v.id, $1::uuid, coalesce(m.quantity, 0) FROM variants v
     LEFT JOIN (SELECT variant_id, sum(quantity) AS quantity FROM stock_movements WHERE ${fresh} GROUP BY 1) m ON m.variant_id = v.id
     WHERE v.${fresh}`,
    [location],
  )
  await client.query(
    `INSERT INTO price_records (variant_id, currency, amount, effective_from)
     SELECT v.id, c.currency, c.amount, now() FROM variants v JOIN products p ON p.id = v.product_id
     CROSS JOIN LATERAL (VALUES ('EUR', p.price_in_e_u_r), ('GBP', p.price_in_g_b_p), ('USD', p.price_in_u_s_d)) AS c (currency, amount)
     WHERE v.${fresh}`,
  )
}

/** What a running campaign covers by brand, category or segment gets its reduced price from the next tick of the shop. */
export const markReduced = (client: Client): Promise<unknown> =>
  client.query(
    `INSERT INTO price_dues (product_id)
     SELECT DISTINCT p.id FROM products p, (
       SELECT c.id FROM price_campaigns c WHERE c.active AND c.starts_at <= now() AND (c.ends_at IS NULL OR c.ends_at > now())
         AND (EXISTS (SELECT FROM price_campaigns_segments g WHERE g.parent_id = c.id)
           OR EXISTS (SELECT FROM price_campaigns_rels r WHERE r.parent_id = c.id AND r.path IN ('brands', 'categories')))) running
     WHERE p.${fresh} AND molini_campaign_covers(running.id, p.id)`,
  )

export const writeOptions = (client: Client): Promise<unknown> =>
  client.query(
    `INSERT INTO variants_rels ("order", parent_id, path, variant_options_id)
     SELECT 1, id, 'options', size_id FROM variants WHERE ${fresh}`,
  )

/** Documents as complete as those they were made from: languages and pictures, in the version too. */
export async function proveDocuments(client: Client): Promise<void> {
  const { rows } = await client.query<{ bare: number }>(`
    SELECT count(*)::int AS bare FROM products p LEFT JOIN _products_v v ON v.parent_id = p.id AND v.latest
    LEFT JOIN (SELECT _parent_id AS id, count(*) AS many FROM products_pictures GROUP BY 1) a ON a.id = p.id
    LEFT JOIN (SELECT _parent_id AS id, count(*) AS many FROM _products_v_version_pictures GROUP BY 1) b ON b.id = v.id
    LEFT JOIN (SELECT _parent_id AS id, count(*) AS many FROM products_locales GROUP BY 1) l ON l.id = p.id
    WHERE p.${fresh} AND (a.many IS DISTINCT FROM b.many OR coalesce(a.many, 0) = 0 OR l.many IS DISTINCT FROM 3)`)
  if (rows[0]?.bare !== 0)
    throw new Error(`${rows[0]?.bare} products lack pictures or words. Nothing was kept.`)
}

/** Proves, over the whole shop, what the triggers would have kept for `added` variants. Throws with the number of faults. */
export async function proveBooks(client: Client, added: number): Promise<void> {
  const { rows } = await client.query<{ variants: number; ledger: number; prices: number }>(`
    SELECT
      (SELECT count(*)::int FROM variants WHERE ${fresh}) AS variants,
      (SELECT count(*)::int FROM stock_levels s
       FULL JOIN (SELECT variant_id, location_id, sum(quantity) AS quantity FROM stock_movements GROUP BY 1, 2) m
       USING (variant_id, location_id) WHERE coalesce(s.on_hand, 0) <> coalesce(m.quantity, 0)) AS ledger,
      (SELECT count(*)::int FROM (
         SELECT v.id FROM variants v LEFT JOIN price_records r ON r.variant_id = v.id
         WHERE v.${fresh} GROUP BY v.id HAVING count(r.id) <> 3) AS odd) AS prices`)
  const [found = { variants: 0, ledger: 0, prices: 0 }] = rows
  if (found.variants === added && found.ledger === 0 && found.prices === 0) return
  throw new Error(
    `The books do not agree: ${found.variants} of ${added} variants, ${found.ledger} wrong levels, ${found.prices} variants with wrong prices. Nothing was kept.`,
  )
}
