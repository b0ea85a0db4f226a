import type { PayloadRequest } from 'payload'
import { isMarketId, defaultMarket, marketPath, markets } from '#domain/markets'
import { alertDays, alertsAllowed } from '#domain/stock-alert'
import { defaultLocationSql } from './cart-rows'
import { isLaunchedSql } from './launch-rows'
import { holdAmong, holdMinutesSql } from './hold-for-waiting'
import { queueMail } from './queue-mail'
import { lockAvailable } from './release-stock'
import { announceStock } from './reserve-stock'
import { sizeSql, soldLabelsSql, type KeptLabels } from './size-rows'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

/** Mails of one round; the next one is seconds away. */
const mostAtOnce = 100

/** One at a time: two would each take the bound of a day for themselves. */
const alone: Statement = {
  name: 'alerts-alone',
  text: `SELECT pg_try_advisory_xact_lock(hashtext('stock-alerts')) AS free`,
}
/** `who`: which of those who wait count. */
const backIn = (name: string, who: string): Statement => ({
  name,
  text: `SELECT w.id AS "variantId", (s.on_hand - s.reserved)::float8 AS pairs,
      (SELECT count(*) FROM stock_alerts t WHERE t.variant_id = w.id AND t.status = 'sent' AND t.sent_at > now() - interval '1 day')::float8 AS told
    FROM (SELECT DISTINCT variant_id AS id FROM stock_alerts WHERE status = 'waiting' AND ${who}) w
    JOIN variants v ON v.id = w.id AND v.deleted_at IS NULL
    JOIN products p ON p.id = v.product_id AND p.deleted_at IS NULL AND p._status = 'published' AND ${isLaunchedSql}
    JOIN stock_levels s ON s.variant_id = w.id AND s.location_id = ${defaultLocationSql} AND s.on_hand > s.reserved
    ORDER BY w.id LIMIT 500`,
})
const backForAll = backIn('alerts-back', 'true')
const backForDrawn = backIn('alerts-back-drawn', 'hold_minutes IS NOT NULL')
const backForOthers = backIn('alerts-back-others', 'hold_minutes IS NULL')
/** Who has waited longest is told first. */
const tell: Statement = {
  name: 'alerts-tell',
  text: `UPDATE stock_alerts a SET status = 'sent', sent_at = now(), updated_at = now()
    FROM (SELECT id FROM stock_alerts WHERE variant_id = $1 AND status = 'waiting' AND hold_minutes IS NULL ORDER BY created_at, id LIMIT $2 FOR UPDATE SKIP LOCKED) due
    WHERE a.id = due.id RETURNING a.id, a.email, a.market`,
}
const wordsOf: Statement = {
  name: 'alerts-words',
  text: `SELECT p.title, p.slug, ${sizeSql} AS size, ${soldLabelsSql} AS labels FROM variants v JOIN products p ON p.id = v.product_id
    LEFT JOIN variant_options o ON o.id = v.size_id WHERE v.id = $1`,
}
const forget: Statement = {
  name: 'alerts-forget',
  text: `DELETE FROM stock_alerts WHERE (status = 'waiting' AND created_at < now() - make_interval(days => $1::int))
    OR (status = 'sent' AND sent_at < now() - make_interval(days => $2::int))`,
}

interface Told {
  id: string
  email: string
  market: string
}

interface Words {
  title: string
  slug: string
  size: string | null
  labels: KeptLabels | null
}

async function tellOf(tx: Transaction, variantId: string, atMost: number): Promise<number> {
  const told = await run<Told>(tx, tell, [variantId, atMost])
  const [words] = await run<Words>(tx, wordsOf, [variantId])
  for (const { id, email, market } of told) {
    const { id: known, locale } = markets[isMarketId(market) ? market : defaultMarket]
    await queueMail(tx, {
      template: 'back-in-stock',
      entity: id,
      recipient: email,
      locale,
      data: {
        market: known,
        product: words?.title ?? '',
        size: words?.size ?? '',
        labels: words?.labels ?? null,
        path: marketPath(known, `/p/${words?.slug ?? ''}`),
      },
    })
  }
  return told.length
}

const term: Statement = { name: 'alerts-term', text: `SELECT ${holdMinutesSql} AS minutes` }

/**
 * Holds what is free though somebody waits for it: who has asked at the very moment when it came, a product that is for sale
 * again, a shop that begins to hold. Whatever else comes free is held by whoever makes it so, in the same transaction.
 */
async function holdWhatIsFree(req: PayloadRequest, back: Statement): Promise<number> {
  const free = await run<{ variantId: string }>(req, back, [])
  if (free.length === 0) return 0
  const ids = free.map(({ variantId }) => variantId)
  const changes = await inTransaction(req, async (tx) => {
    await lockAvailable(tx, ids)
    return holdAmong(tx, ids)
  })
  await announceStock(req, changes)
  return changes.reduce((sum, one) => sum + one.before - one.after, 0)
}

/**
 * Tells those who wait for a size that it is back, each once and whoever has waited longest first. Each has a pair held; where
 * the shop holds none, that is so for whoever was drawn alone; of the others at most five are told for each pair in a day, and a hundred in a round. Forgets who has waited or was
 * told long ago. Answers with how many were told.
 */
export async function tellBackInStock(req: PayloadRequest): Promise<number> {
  const [row] = await run<{ minutes: number }>(req, term, [])
  if (!row || row.minutes === 0) return (await holdWhatIsFree(req, backForDrawn)) + (await tellAll(req))
  await run(req, forget, [alertDays.waiting, alertDays.sent])
  return holdWhatIsFree(req, backForAll)
}

const tellAll = (req: PayloadRequest): Promise<number> =>
  inTransaction(req, async (tx) => {
    const [lock] = await run<{ free: boolean }>(tx, alone, [])
    if (!lock?.free) return 0
    await run(tx, forget, [alertDays.waiting, alertDays.sent])
    let told = 0
    for (const { variantId, pairs, told: today } of await run<{
      variantId: string
      pairs: number
      told: number
    }>(tx, backForOthers, [])) {
      const atMost = Math.min(alertsAllowed(pairs, today), mostAtOnce - told)
      if (atMost > 0) told += await tellOf(tx, variantId, atMost)
    }
    return told
  })
