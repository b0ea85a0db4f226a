import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { rowsOf } from '#services/transaction'
import { readWaits } from '../pool'

const every = 5 * 60_000
let notedAt = -Infinity

/**
 * Keeps every five minutes how the connections of this process were waited for, for the page of the operator and `db:report`,
 * which are drawn elsewhere; what processes said that have been silent for a quarter of an hour goes. Not on a platform, whose
 * processes come and go. Answers with how often it kept it: 1 or 0.
 */
export async function notePools(req: PayloadRequest, now = performance.now()): Promise<number> {
  if (env.isOnPlatform || now - notedAt < every) return 0
  const { process, pools } = readWaits()
  await rowsOf(
    req,
    sql`INSERT INTO shop_marks (name, value) VALUES (${`pool:${process}`}, ${JSON.stringify(pools)}::jsonb)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = now()`,
  )
  await rowsOf(
    req,
    sql`DELETE FROM shop_marks WHERE name LIKE 'pool:%' AND at < now() - interval '15 minutes'`,
  )
  notedAt = now
  return 1
}
