import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf } from '#services/transaction'

/**
 * Has Postgres count its small tables again, each once an hour at most and only when it has changed. By itself it
 * looks at a table after fifty changes, which the few zones, rates and promotions of a shop never reach: the plans of
 * a checkout are then made for tables it knows nothing about, and made anew for each call. Answers with how many.
 */
export async function freshStatistics(req: PayloadRequest): Promise<number> {
  const due = await rowsOf<{ name: string }>(
    req,
    sql`SELECT format('%I.%I', s.schemaname, s.relname) AS name FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
      WHERE s.n_mod_since_analyze > 0 AND s.n_live_tup < 10000 AND c.reltuples < 10000
        AND coalesce(greatest(s.last_analyze, s.last_autoanalyze), '-infinity') < now() - interval '1 hour' ORDER BY 1 LIMIT 200`,
  )
  for (const { name } of due) await rowsOf(req, sql`ANALYZE ${sql.raw(name)}`)
  return due.length
}
