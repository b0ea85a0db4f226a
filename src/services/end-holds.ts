import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { recordAudit } from './audit'
import { holdForWaiting } from './hold-for-waiting'
import { once } from './once'
import { lockAvailable } from './release-stock'
import { announceStock, type StockChange } from './reserve-stock'
import { under, type Addresses } from './former-addresses'
import { idOf, run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

const batch = 200

/** Ends the holds that `which` names among those of the variants $1, whose levels are locked; $2 is for `which`. */
const ending = (name: string, which: string): Statement => ({
  name,
  text: `WITH over AS (
      DELETE FROM reservations r USING stock_alerts a WHERE a.id = r.alert_id AND r.variant_id = ANY ($1::uuid[]) AND ${which}
      RETURNING r.alert_id, r.variant_id, r.location_id, r.quantity),
    told AS (
      UPDATE stock_alerts a SET status = 'sent', held_until = least(a.held_until, now()), updated_at = now() FROM over WHERE a.id = over.alert_id),
    sums AS (SELECT variant_id, location_id, sum(quantity) AS quantity FROM over GROUP BY variant_id, location_id),
    freed AS (
      UPDATE stock_levels s SET reserved = s.reserved - sums.quantity FROM sums
      WHERE s.variant_id = sums.variant_id AND s.location_id = sums.location_id
      RETURNING s.variant_id, sums.quantity, s.on_hand - s.reserved AS left)
    SELECT variant_id AS "variantId", ("left" - quantity)::float8 AS before, "left"::float8 AS after FROM freed`,
})
const endDue = ending('holds-end-due', '$2::text IS NULL AND r.expires_at <= now()')
const endOne = ending('holds-end-one', 'a.id = $2::uuid')
const endThese = ending('holds-end-these', 'a.id = ANY ($2::uuid[])')

const due: Statement = {
  name: 'holds-due',
  text: `SELECT DISTINCT variant_id AS id FROM reservations WHERE alert_id IS NOT NULL AND expires_at <= now() ORDER BY 1 LIMIT ${batch}`,
}
const variantOf: Statement = {
  name: 'holds-variant',
  text: `SELECT variant_id AS id FROM stock_alerts WHERE id = ${idOf('$1')}`,
}
/** Also those that wait: what is held for them meanwhile ends, too. */
const ofAddresses: Statement = {
  name: 'holds-of-addresses',
  text: `SELECT id, variant_id AS variant, status = 'held' AS "isHeld" FROM stock_alerts WHERE ${under('email', 'created_at', 1)} ORDER BY variant_id`,
}

/** Ends holds under the locks of their levels; the pairs go to whoever is next, and to everybody when nobody is. */
async function endAmong(
  tx: Transaction,
  variantIds: readonly string[],
  { which, value }: { which: Statement; value: unknown },
): Promise<{ ended: StockChange[]; changes: StockChange[] }> {
  await lockAvailable(tx, variantIds)
  const ended = await run<StockChange>(tx, which, [variantIds, value])
  return { ended, changes: await holdForWaiting(tx, ended) }
}

const pairsOf = (ended: readonly StockChange[]): number =>
  ended.reduce((sum, { before, after }) => sum + after - before, 0)

/**
 * Ends the holds whose time is over, in batches until none is due, and gives each pair to whoever has waited longest for
 * it. Several at once share the work. Answers with how many ended.
 */
export async function endDueHolds(req: PayloadRequest): Promise<number> {
  let count = 0
  for (;;) {
    const variants = await run<{ id: string }>(req, due, [])
    if (variants.length === 0) return count
    const { ended, changes } = await inTransaction(req, (tx) =>
      endAmong(
        tx,
        variants.map(({ id }) => id),
        { which: endDue, value: null },
      ),
    )
    await announceStock(req, changes)
    count += pairsOf(ended)
  }
}

/** Ends the hold of one alert, if it runs. Announce the changes after the commit. */
export async function endHoldWithin(
  tx: Transaction,
  alertId: string,
): Promise<{ isEnded: boolean; changes: StockChange[] }> {
  const [alert] = await run<{ id: string }>(tx, variantOf, [alertId])
  if (!alert) throw new DomainError('resource.not-found')
  const { ended, changes } = await endAmong(tx, [alert.id], { which: endOne, value: alertId })
  return { isEnded: ended.length > 0, changes }
}

/** Ends all holds of somebody, whose addresses are about to be forgotten. Announce the changes after the commit. */
export async function endHoldsOf(tx: Transaction, addresses: Addresses): Promise<StockChange[]> {
  const alerts = await run<{ id: string; variant: string; isHeld: boolean }>(tx, ofAddresses, addresses)
  const variants = new Set(alerts.filter(({ isHeld }) => isHeld).map(({ variant }) => variant))
  if (variants.size === 0) return []
  const value = alerts.map(({ id }) => id)
  return (await endAmong(tx, [...variants], { which: endThese, value })).changes
}

export interface EndHold {
  alertId: string
  reason: string
  key?: string
}

/**
 * Staff end a hold before its time: the pair goes to whoever is next. Repeating it with the same key answers the same.
 * Throws `resource.not-found`, and `hold.over` for one that does not run.
 */
export async function endHold(
  req: PayloadRequest,
  { alertId, reason, key }: EndHold,
): Promise<{ id: string; status: 'sent' }> {
  let changes: StockChange[] = []
  const answer = await inTransaction(req, (tx) =>
    once(tx, { scope: `hold.end:${alertId}`, key, body: { reason } }, async () => {
      const end = await endHoldWithin(tx, alertId)
      if (!end.isEnded) throw new DomainError('hold.over')
      changes = end.changes
      await recordAudit(req, {
        action: 'stock.end-hold',
        entity: 'stock-alerts',
        entityId: alertId,
        before: { status: 'held' },
        after: { status: 'sent' },
        reason,
      })
      return { id: alertId, status: 'sent' as const }
    }),
  )
  await announceStock(req, changes)
  return answer
}

const held: Statement = {
  name: 'holds-count',
  text: `SELECT coalesce(sum(quantity), 0)::float8 AS pairs FROM reservations WHERE variant_id = $1 AND location_id = $2 AND alert_id IS NOT NULL`,
}
/** Those whose turn came last, and rather what lies in no bag; a mail that has not left says nothing any more. */
const takeBack: Statement = {
  name: 'holds-take-back',
  text: `WITH gone AS (
      DELETE FROM reservations WHERE id IN (
        SELECT r.id FROM reservations r JOIN stock_alerts a ON a.id = r.alert_id WHERE r.variant_id = $1 AND r.location_id = $2
        ORDER BY r.cart_id IS NOT NULL, a.place DESC NULLS FIRST, a.created_at DESC, a.id DESC LIMIT $3::int) RETURNING alert_id, quantity),
    again AS (
      UPDATE stock_alerts a SET status = 'waiting', sent_at = NULL, held_until = NULL, updated_at = now() FROM gone WHERE a.id = gone.alert_id),
    unsent AS (
      DELETE FROM emails e USING gone WHERE e.template = 'back-in-stock' AND e.entity LIKE gone.alert_id || ':%' AND e.status = 'queued' AND e.attempts = 0)
    UPDATE stock_levels SET reserved = reserved - (SELECT coalesce(sum(quantity), 0) FROM gone) WHERE variant_id = $1 AND location_id = $2`,
}

interface Level {
  variant: string
  location: string
}

/** Pairs of a locked level that are held for people who have waited. */
export async function heldForWaiting(tx: Transaction, { variant, location }: Level): Promise<number> {
  const [row] = await run<{ pairs: number }>(tx, held, [variant, location])
  return row?.pairs ?? 0
}

/** Takes so many held pairs of a locked level back, because they are not on the shelf: who was to have them waits again, in the same place. */
export const letWaitAgain = (
  tx: Transaction,
  { variant, location }: Level,
  pairs: number,
): Promise<unknown> => run(tx, takeBack, [variant, location, pairs])
