import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { invalidate } from '#cache'
import { runnerOf } from './transaction'

export interface Move {
  /** Paths of the default market. */
  from: string
  to: string
}

/**
 * Leads old addresses to the new ones, for ever. What led to an old one leads to the new one directly, and nothing
 * leads away from an address in use. Three statements for any number, in the transaction that `req` is in.
 */
export async function leaveRedirects(req: PayloadRequest, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  const runner = await runnerOf(req)
  const given = sql`jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) AS m("from" text, "to" text)`
  await runner.execute(sql`DELETE FROM redirects WHERE "from" IN (SELECT m."to" FROM ${given})`)
  await runner.execute(
    sql`UPDATE redirects r SET "to" = m."to", updated_at = now() FROM ${given} WHERE r."to" = m."from"`,
  )
  await runner.execute(sql`INSERT INTO redirects ("from", "to") SELECT m."from", m."to" FROM ${given}
    ON CONFLICT ("from") DO UPDATE SET "to" = excluded."to", updated_at = now()`)
  invalidate('site')
}
