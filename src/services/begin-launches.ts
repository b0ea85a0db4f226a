import { setTimeout as sleep } from 'node:timers/promises'
import type { PayloadRequest } from 'payload'
import { dropAtOnce } from '#cache'
import { dropProducts } from './stale-products'
import { run, type Statement } from './statement'

/** A launch that comes before whoever calls would come again is waited for. Milliseconds. */
const soon = 2_500

const next: Statement = {
  name: 'launches-next',
  text: `SELECT (extract(epoch FROM min(launched_at) - statement_timestamp()) * 1000)::float8 AS "startsIn" FROM products
    WHERE launched_at > statement_timestamp() AND deleted_at IS NULL`,
}
/** What has launched since the last time is another thing in every listing. */
const begin: Statement = {
  name: 'launches-begin',
  text: `WITH begun AS (
      SELECT p.id FROM products p WHERE p.launched_at <= statement_timestamp() AND p.launched_at > coalesce(
        (SELECT (value ->> 'begun')::timestamptz FROM shop_marks WHERE name = 'launches'), statement_timestamp() - interval '1 day')),
    listed AS (INSERT INTO catalogue_changes (product_id) SELECT id FROM begun)
    SELECT statement_timestamp()::text AS now, (SELECT coalesce(json_agg(id), '[]') FROM begun) AS ids`,
}
const mark: Statement = {
  name: 'launches-mark',
  text: `INSERT INTO shop_marks (name, value) VALUES ('launches', jsonb_build_object('begun', $1::timestamptz))
    ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = now()
      WHERE (shop_marks.value ->> 'begun')::timestamptz < $1::timestamptz`,
}

/**
 * Drops every page and listing of the products that have launched since the last time, at the moment itself when it is near.
 * The mark moves last: whoever is killed before has it done again by the next. Returns how many products have launched.
 */
export async function beginLaunches(req: PayloadRequest): Promise<number> {
  const [launch] = await run<{ startsIn: number | null }>(req, next, [])
  const startsIn = launch?.startsIn ?? null
  if (startsIn !== null && startsIn <= soon) await sleep(Math.ceil(startsIn) + 1)
  const [found] = await run<{ now: string; ids: string[] }>(req, begin, [])
  if (!found || found.ids.length === 0) return 0
  await dropProducts(req, found.ids)
  await dropAtOnce()
  await run(req, mark, [found.now])
  return found.ids.length
}
