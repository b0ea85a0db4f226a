import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { adminRows } from './admin-rows'

export interface PromotionUse {
  uses: number
  /** What it took off in all, in minor units, in currencies it was used in. */
  spent: { currency: string; amount: number }[]
  /** Codes that were made together, newest first; those made one by one have no batch. */
  batches: { batch: string | null; codes: number; used: number }[]
}

/** What became of a promotion so far. */
export async function getPromotionUse(payload: Payload, id: string): Promise<PromotionUse> {
  const [row] = await adminRows<PromotionUse>(
    payload,
    sql`SELECT coalesce((SELECT sum(uses) FROM redemptions WHERE promotion_id = ${id}), 0)::float8 AS uses,
      (SELECT coalesce(json_agg(json_build_object('currency', s.currency, 'amount', s.amount) ORDER BY s.currency), '[]'::json)
        FROM (SELECT currency, sum(amount)::float8 AS amount FROM redemptions WHERE promotion_id = ${id} GROUP BY currency) s) AS spent,
      (SELECT coalesce(json_agg(json_build_object('batch', b.batch, 'codes', b.codes, 'used', b.used) ORDER BY b.made DESC), '[]'::json)
        FROM (SELECT c.batch, count(*)::float8 AS codes, max(c.created_at) AS made,
            (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM redemptions r WHERE r.code_id = c.id)))::float8 AS used
          FROM promotion_codes c WHERE c.promotion_id = ${id} GROUP BY c.batch ORDER BY made DESC LIMIT 50) b) AS batches`,
  )
  return row ?? { uses: 0, spent: [], batches: [] }
}
