import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf } from '../transaction'

export interface CampaignWish {
  percent?: number
  amount?: number
  fixed?: number
  products: readonly string[]
  active?: boolean
  priority?: number
  /** Milliseconds from now. */
  from?: number
  to?: number
}

/** A campaign as a script writes it, without the hooks of the admin: what it does is due until the job has run. */
export async function makeCampaign(req: PayloadRequest, wish: CampaignWish): Promise<string> {
  const { percent = null, amount, fixed, active = true, priority = 0, from = 0, to } = wish
  const kind = percent !== null ? 'percent' : amount !== undefined ? 'amount' : 'fixed'
  const [row] = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO price_campaigns (name, starts_at, ends_at, kind, percent, amounts_eur, active, priority)
      VALUES ('A campaign', clock_timestamp() + ${from} * interval '1 millisecond', clock_timestamp() + ${to ?? null} * interval '1 millisecond',
        ${kind}, ${percent}, ${amount ?? fixed ?? null}, ${active}, ${priority}) RETURNING id`,
  )
  if (!row) throw new Error('A test row was not written')
  for (const [order, product] of wish.products.entries())
    await rowsOf(
      req,
      sql`INSERT INTO price_campaigns_rels ("order", parent_id, path, products_id) VALUES (${order}, ${row.id}, 'products', ${product})`,
    )
  return row.id
}

/**
 * A campaign begins or ends now, as if its window had been so from the first: nobody waits for it, and nobody edits it.
 * Times are of a millisecond: what is asked a moment later finds it past, and what was settled before has not seen it.
 */
export async function happensNow(
  req: PayloadRequest,
  id: string,
  what: 'starts_at' | 'ends_at',
): Promise<void> {
  await new Promise((done) => setTimeout(done, 10))
  await rowsOf(
    req,
    sql`UPDATE price_campaigns SET ${sql.raw(what)} = date_trunc('milliseconds', clock_timestamp()) WHERE id = ${id}`,
  )
}
