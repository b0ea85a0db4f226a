import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf } from '#services/transaction'

/** Sizes are kept for a year and a month, so that a season is seen beside the one before. */
const daysKept = 400
const tablesKept = 20

/** Of the same hour everywhere, whatever zone the server of the database is in. */
const today = sql`(now() AT TIME ZONE 'UTC')::date`

/**
 * Keeps once a day how large the database is, and its twenty largest tables with their indexes; sizes of more than 400 days ago
 * go. Tables by pages as last counted: asking for the size itself would wait for one that is locked. Answers with how many
 * days it kept: 1 or 0.
 */
export async function noteSizes(req: PayloadRequest): Promise<number> {
  const known = await rowsOf(req, sql`SELECT 1 FROM database_sizes WHERE day = ${today}`)
  if (known.length > 0) return 0
  const noted = await rowsOf(
    req,
    sql`INSERT INTO database_sizes (day, bytes, tables)
      SELECT ${today}, pg_database_size(current_database()), coalesce(jsonb_object_agg(name, bytes), '{}') FROM (
        SELECT c.relname AS name, (c.relpages + coalesce(t.relpages, 0) + coalesce(i.pages, 0)) * current_setting('block_size')::bigint AS bytes
        FROM pg_class c LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
        LEFT JOIN LATERAL (SELECT sum(x.relpages) AS pages FROM pg_index n JOIN pg_class x ON x.oid = n.indexrelid WHERE n.indrelid = c.oid) i ON true
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 2 DESC LIMIT ${tablesKept}) largest
      ON CONFLICT (day) DO NOTHING RETURNING 1`,
  )
  await rowsOf(req, sql`DELETE FROM database_sizes WHERE day < ${today} - ${daysKept}::integer`)
  return noted.length
}
