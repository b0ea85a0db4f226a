import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf } from '#services/transaction'

/**
 * True for one caller of all processes once in `seconds`, who then does what `name` stands for. A caller that dies
 * meanwhile has had its turn.
 */
export async function isDue(req: PayloadRequest, name: string, seconds: number): Promise<boolean> {
  const rows = await rowsOf(
    req,
    sql`INSERT INTO shop_marks (name, value) VALUES (${`turn:${name}`}, '{}'::jsonb)
      ON CONFLICT (name) DO UPDATE SET at = now() WHERE shop_marks.at <= now() - make_interval(secs => ${seconds})
      RETURNING 1`,
  )
  return rows.length > 0
}
