import { defaultHoldMinutes } from '#domain/stock-hold'
import { defaultLocationSql } from './cart-rows'
import { isLaunchedSql } from './launch-rows'
import { localeOfMarketSql } from './market-sql'
import type { StockChange } from './reserve-stock'
import { sizeSql, soldLabelsSql } from './size-rows'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** How long a pair is held for whoever has waited; 0: none is. */
export const holdMinutesSql = `coalesce((SELECT holds_waiting_minutes FROM shop_settings LIMIT 1), ${defaultHoldMinutes})::int`

/** Held at once of one size; the next round is seconds away. */
const mostAtOnce = 1_000

/**
 * Whoever was drawn comes first, by place, then whoever has waited longest; who is letting go at this moment is passed over.
 * A drawn pair is held for its own time, also where the shop holds none for those who wait. The mail is in the same transaction as the hold: there is none without the other.
 */
const give: Statement = {
  name: 'holds-give',
  text: `WITH term AS (SELECT ${holdMinutesSql} AS minutes),
    free AS (
      SELECT s.id, s.variant_id, s.location_id, s.on_hand - s.reserved AS pairs FROM stock_levels s
      JOIN variants v ON v.id = s.variant_id AND v.deleted_at IS NULL
      JOIN products p ON p.id = v.product_id AND p.deleted_at IS NULL AND p._status = 'published' AND ${isLaunchedSql}
      WHERE s.variant_id = ANY ($1::uuid[]) AND s.location_id = ${defaultLocationSql} AND s.on_hand > s.reserved
      ORDER BY s.variant_id FOR UPDATE OF s),
    due AS MATERIALIZED (
      SELECT f.id AS level_id, f.variant_id, f.location_id, w.id, w.email, w.market, w.place,
        date_trunc('milliseconds', now() + make_interval(mins => coalesce(w.hold_minutes::int, term.minutes))) AS until
      FROM term, free f CROSS JOIN LATERAL (
        SELECT a.id, a.email, a.market, a.place, a.hold_minutes FROM stock_alerts a
        WHERE a.variant_id = f.variant_id AND a.status = 'waiting' AND (term.minutes > 0 OR a.hold_minutes IS NOT NULL)
        ORDER BY a.place, a.created_at, a.id LIMIT least(f.pairs, ${mostAtOnce}) FOR UPDATE OF a SKIP LOCKED) w),
    told AS (
      UPDATE stock_alerts a SET status = 'held', sent_at = now(), held_until = d.until, updated_at = now() FROM due d WHERE a.id = d.id),
    held AS (
      INSERT INTO reservations (alert_id, variant_id, location_id, quantity, expires_at)
      SELECT d.id, d.variant_id, d.location_id, 1, d.until FROM due d),
    mail AS (
      INSERT INTO emails (template, entity, recipient, locale, data, next_attempt_at)
      SELECT 'back-in-stock', d.id || ':' || (extract(epoch FROM d.until) * 1000)::bigint, d.email, ${localeOfMarketSql('d.market')},
        jsonb_build_object('market', d.market, 'product', p.title, 'size', coalesce(${sizeSql}, CASE WHEN d.place IS NOT NULL THEN o.label END, ''), 'labels', ${soldLabelsSql},
          'until', to_char(d.until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'place', d.place), now()
      FROM due d JOIN variants v ON v.id = d.variant_id JOIN products p ON p.id = v.product_id LEFT JOIN variant_options o ON o.id = v.size_id
      ON CONFLICT (template, entity, recipient) DO NOTHING),
    taken AS (
      UPDATE stock_levels s SET reserved = s.reserved + g.pairs
      FROM (SELECT level_id, count(*) AS pairs FROM due GROUP BY level_id) g WHERE s.id = g.level_id
      RETURNING s.variant_id, g.pairs, s.on_hand - s.reserved AS left)
    SELECT variant_id AS "variantId", ("left" + pairs)::float8 AS before, "left"::float8 AS after FROM taken`,
}

/** Holds what is free of some variants for those who wait, under the locks of their levels. Answers with what changed for everybody else. */
export const holdAmong = (tx: Transaction, variantIds: readonly string[]): Promise<StockChange[]> =>
  run<StockChange>(tx, give, [variantIds])

/**
 * Holds what has come free for those who wait for it, each one pair, in the order in which they asked, and tells them until
 * when. Call it in the transaction that has made pairs free, under the locks of their levels and last of what it does to them.
 * Answers with the changes as they are for everybody else.
 */
export async function holdForWaiting(
  tx: Transaction,
  changes: readonly StockChange[],
): Promise<StockChange[]> {
  const freed = changes.filter(({ before, after }) => after > before).map(({ variantId }) => variantId)
  if (freed.length === 0) return [...changes]
  const given = await holdAmong(tx, freed)
  const after = new Map(given.map((one) => [one.variantId, one.after]))
  return changes.map((change) => ({ ...change, after: after.get(change.variantId) ?? change.after }))
}
