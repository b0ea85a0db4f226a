import { defaultLocationSql } from './cart-rows'
import { holdForWaiting } from './hold-for-waiting'
import type { StockChange } from './reserve-stock'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** Rows of all the orders together are locked in one order, so that a batch cannot get stuck with a checkout. */
const release: Statement = {
  name: 'stock-release',
  text: `WITH gone AS (
      DELETE FROM reservations WHERE order_id = ANY ($1::uuid[]) RETURNING variant_id, location_id, quantity),
    sums AS (SELECT variant_id, location_id, sum(quantity) AS quantity FROM gone GROUP BY variant_id, location_id),
    locked AS (
      SELECT s.id, sums.quantity FROM stock_levels s JOIN sums USING (variant_id, location_id)
      ORDER BY s.variant_id, s.location_id FOR UPDATE OF s),
    freed AS (
      UPDATE stock_levels s SET reserved = s.reserved - l.quantity FROM locked l WHERE s.id = l.id
      RETURNING s.variant_id, s.location_id, l.quantity, s.on_hand - s.reserved AS left)
    SELECT variant_id AS "variantId", ("left" - quantity)::float8 AS before, "left"::float8 AS after FROM freed`,
}
const lockLevels: Statement = {
  name: 'stock-lock',
  text: `SELECT variant_id AS "variantId", greatest(on_hand - reserved, 0)::float8 AS available FROM stock_levels
    WHERE variant_id = ANY ($1::uuid[]) AND location_id = ${defaultLocationSql} ORDER BY variant_id FOR UPDATE`,
}

/**
 * Takes back all that the orders still hold, for the caller to take again: whoever waits gets none of it yet. Repeating it
 * changes nothing. The orders are locked by the caller.
 */
export const takeBackStock = (tx: Transaction, orderIds: readonly string[]): Promise<StockChange[]> =>
  run<StockChange>(tx, release, [orderIds])

/** Gives back all that the orders still hold: to whoever waits for it, and then to everybody. Else as `takeBackStock`. */
export const releaseStock = async (tx: Transaction, orderIds: readonly string[]): Promise<StockChange[]> =>
  holdForWaiting(tx, await takeBackStock(tx, orderIds))

/** Locks the stock of variants and says what there is of each; a variant without stock is not among them. */
export async function lockAvailable(
  tx: Transaction,
  variantIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await run<{ variantId: string; available: number }>(tx, lockLevels, [variantIds])
  return new Map(rows.map((row) => [row.variantId, row.available]))
}
