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
  slug: string
  before: number
  after: number
}

/**
 * Rows are locked in variant order whatever the order of the lines, so that two orders cannot wait for each
 * other; what another one took in between is seen after the lock. `updated_at` stays: it is indexed, and
 * an update of it would not be a heap-only one.
 */
const reserve: Statement = {
  name: 'stock-reserve',
  text: `WITH wanted AS (
      SELECT variant_id, quantity FROM jsonb_to_recordset($1::jsonb) AS w (variant_id uuid, quantity numeric)),
    locked AS (
      SELECT s.id, w.quantity FROM stock_levels s JOIN wanted w USING (variant_id)
      WHERE s.location_id = ${defaultLocationSql} AND s.on_hand - s.reserved >= w.quantity ORDER BY s.variant_id FOR UPDATE OF s),
    taken AS (
      UPDATE stock_levels s SET reserved = s.reserved + l.quantity FROM locked l
      WHERE s.id = l.id AND s.on_hand - s.reserved >= l.quantity
      RETURNING s.variant_id, s.location_id, l.quantity, s.on_hand - s.reserved AS left),
    held AS (
      INSERT INTO reservations (order_id, variant_id, location_id, quantity, expires_at)
      SELECT $2::uuid, variant_id, location_id, quantity, $3::timestamptz FROM taken)
    SELECT t.variant_id AS "variantId", p.slug, (t.left + t.quantity)::float8 AS before, t.left::float8 AS after
    FROM taken t JOIN variants v ON v.id = t.variant_id JOIN products p ON p.id = v.product_id`,
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

/**
 * Reserves every line for an order, or throws `stock.insufficient` with what is short; the caller's transaction
 * then takes back whatever was reserved. Variants are unique among the lines. Call it late: the rows of a
 * sought-after size stay locked until the commit.
 */
export async function reserveStock(
  tx: Transaction,
  wanted: readonly WantedLine[],
  { orderId, expiresAt }: { orderId: string; expiresAt: string | null },
): Promise<StockChange[]> {
  const rows = JSON.stringify(wanted.map((line) => ({ variant_id: line.variantId, quantity: line.quantity })))
  const taken = await run<StockChange>(tx, reserve, [rows, orderId, expiresAt])
  if (taken.length !== wanted.length)
    throw new DomainError('stock.insufficient', { lines: await shortLines(tx, wanted) })
  return taken
}

/** Drops the pages on which a size has come, gone or become the last pair. Call it after the commit. */
export function announceStock(changes: readonly StockChange[]): void {
  const seen = changes.filter(({ before, after }) => availabilityClass(before) !== availabilityClass(after))
  for (const slug of new Set(seen.map((change) => change.slug))) invalidate(`product:${slug}`)
  if (seen.length > 0) invalidate('catalogue')
}
