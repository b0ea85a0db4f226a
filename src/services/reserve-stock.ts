import type { PayloadRequest } from 'payload'
import { availabilityClass, type ShortLine } from '#domain/availability'
import { DomainError } from '#domain/errors'
import { invalidate } from '#cache'
import { defaultLocationSql } from './cart-rows'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

export interface WantedLine {
  variantId: string
  quantity: number
}

/** Pairs of a variant one could buy before and after a change. */
export interface StockChange {
  variantId: string
  before: number
  after: number
}

interface Reserving {
  /** A query of `variant_id` and `quantity`. */
  wanted: string
  /** A query of one row: `order_id`, `expires_at`. */
  order: string
  /** A parameter: the cart whose held pairs the order takes over. It is locked. */
  cart?: string
}

/**
 * The part of a statement that reserves what is wanted for an order. Rows are locked in variant order whatever the order
 * of the lines, so that two orders cannot wait for each other; what another one took in between is seen after the lock.
 * Pairs held for the cart are taken over: those that are still there once their level is locked, under which alone holds
 * come and go. Joins, not subqueries, since a row that somebody has changed is looked at again, and a subquery would write again. `updated_at` stays: it is indexed, and an update of it would not be a heap-only one. What could be had is in
 * `taken`; hand `takenSql` to `heldOrRefused`.
 */
export const reservingSql = ({ wanted, order, cart = 'NULL' }: Reserving): string => `wanted AS (${wanted}),
    mine AS (
      SELECT h.id, h.variant_id, h.location_id FROM (
        SELECT id, variant_id, location_id, row_number() OVER (PARTITION BY variant_id ORDER BY expires_at, id) AS nth
        FROM reservations WHERE cart_id = ${cart}::uuid AND alert_id IS NOT NULL AND expires_at > now() AND location_id = ${defaultLocationSql}) h
      JOIN wanted w ON w.variant_id = h.variant_id AND h.nth <= w.quantity),
    locked AS (
      SELECT s.id, s.variant_id, w.quantity FROM wanted w JOIN stock_levels s ON s.variant_id = w.variant_id AND s.location_id = ${defaultLocationSql}
      LEFT JOIN (SELECT variant_id, count(*) AS pairs FROM mine GROUP BY variant_id) m ON m.variant_id = w.variant_id
      WHERE s.on_hand - s.reserved + coalesce(m.pairs, 0) >= w.quantity ORDER BY s.variant_id FOR UPDATE OF s),
    over AS (
      DELETE FROM reservations r USING locked l, mine m WHERE m.variant_id = l.variant_id AND r.id = m.id AND r.cart_id = ${cart}::uuid
      RETURNING r.variant_id, r.alert_id),
    served AS (UPDATE stock_alerts a SET status = 'sent', updated_at = now() FROM over WHERE a.id = over.alert_id),
    needed AS MATERIALIZED (
      SELECT l.id, l.quantity, coalesce(o.pairs, 0) AS own FROM locked l
      LEFT JOIN (SELECT variant_id, count(*) AS pairs FROM over GROUP BY variant_id) o ON o.variant_id = l.variant_id),
    taken AS (
      UPDATE stock_levels s SET reserved = s.reserved + n.quantity - n.own FROM needed n
      WHERE s.id = n.id AND s.on_hand - s.reserved + n.own >= n.quantity
      RETURNING s.variant_id, s.location_id, n.quantity, n.own, s.on_hand - s.reserved AS left),
    held AS (
      INSERT INTO reservations (order_id, variant_id, location_id, quantity, expires_at)
      SELECT h.order_id, t.variant_id, t.location_id, t.quantity, h.expires_at FROM taken t CROSS JOIN (${order}) AS h (order_id, expires_at))`
export const takenSql = `SELECT variant_id AS "variantId", ("left" + quantity - own)::float8 AS before, "left"::float8 AS after FROM taken`

const reserve: Statement = {
  name: 'stock-reserve',
  text: `WITH ${reservingSql({
    wanted: 'SELECT * FROM unnest($1::uuid[], $2::int[]) AS w (variant_id, quantity)',
    order: 'SELECT $3::uuid, $4::timestamptz',
  })} ${takenSql}`,
}
const availableOf: Statement = {
  name: 'stock-available',
  text: `SELECT variant_id AS "variantId", greatest(on_hand - reserved, 0)::float8 AS available FROM stock_levels
    WHERE variant_id = ANY ($1::uuid[]) AND location_id = ${defaultLocationSql}`,
}

/** The lines that cannot be had in full, with what there is. */
async function shortLines(tx: Transaction, wanted: readonly WantedLine[]): Promise<ShortLine[]> {
  const levels = await run<{ variantId: string; available: number }>(tx, availableOf, [
    wanted.map((line) => line.variantId),
  ])
  const available = new Map(levels.map((level) => [level.variantId, level.available]))
  return wanted.flatMap(({ variantId, quantity }) => {
    const there = available.get(variantId) ?? 0
    return there < quantity ? [{ variantId, requested: quantity, available: there }] : []
  })
}

/** What was taken, if it is all that was wanted. Throws `stock.insufficient` with what is short; the caller's transaction then takes it back. */
export async function heldOrRefused(
  tx: Transaction,
  wanted: readonly WantedLine[],
  taken: StockChange[],
): Promise<StockChange[]> {
  if (taken.length !== wanted.length)
    throw new DomainError('stock.insufficient', { lines: await shortLines(tx, wanted) })
  return taken
}

/**
 * Reserves every line for an order, or throws `stock.insufficient`. Variants are unique among the lines. Call it late:
 * the rows of a sought-after size stay locked until the commit.
 */
export async function reserveStock(
  tx: Transaction,
  wanted: readonly WantedLine[],
  { orderId, expiresAt }: { orderId: string; expiresAt: string | null },
): Promise<StockChange[]> {
  const ids = wanted.map((line) => line.variantId)
  const quantities = wanted.map((line) => line.quantity)
  const taken = await run<StockChange>(tx, reserve, [ids, quantities, orderId, expiresAt])
  return heldOrRefused(tx, wanted, taken)
}

const slugsOf: Statement = {
  name: 'stock-slugs',
  text: 'SELECT DISTINCT p.slug FROM variants v JOIN products p ON p.id = v.product_id WHERE v.id = ANY ($1::uuid[])',
}

/** Drops the pages on which a size has come, gone or become the last pair. Call it after the commit. */
export async function announceStock(req: PayloadRequest, changes: readonly StockChange[]): Promise<void> {
  const seen = changes.filter(({ before, after }) => availabilityClass(before) !== availabilityClass(after))
  if (seen.length === 0) return
  const products = await run<{ slug: string }>(req, slugsOf, [seen.map((change) => change.variantId)])
  for (const { slug } of products) invalidate(`product:${slug}`)
  invalidate('catalogue')
}
