import { defaultLocationSql } from './cart-rows'
import { holdForWaiting } from './hold-for-waiting'
import type { StockChange } from './reserve-stock'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** Rows in variant order, as everywhere; a trigger moves on hand with each movement. */
const lock: Statement = {
  name: 'restock-lock',
  text: `SELECT variant_id AS "variantId", (on_hand - reserved)::float8 AS free FROM stock_levels
    WHERE variant_id = ANY ($1::uuid[]) AND location_id = ${defaultLocationSql} ORDER BY variant_id FOR UPDATE`,
}
const move: Statement = {
  name: 'restock-move',
  text: `INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason, actor, document)
    SELECT w."variantId", ${defaultLocationSql}, w.quantity, 'return', $2, $3, $4
    FROM jsonb_to_recordset($1::jsonb) AS w ("variantId" uuid, quantity numeric) WHERE w.quantity > 0 ORDER BY w."variantId"`,
}

interface Back {
  variantId: string
  quantity: number
}

/** Puts pairs back on the shelf, with a `return` movement for each size: for whoever waits, and then for everybody. */
export async function restock(
  tx: Transaction,
  lines: readonly Back[],
  { document, actor }: { document: string; actor: string },
): Promise<StockChange[]> {
  const back = lines.filter((line) => line.quantity > 0)
  const ids = back.map((line) => line.variantId)
  const levels = await run<{ variantId: string; free: number }>(tx, lock, [ids])
  await run(tx, move, [JSON.stringify(back), null, actor, document])
  const changes = back.map(({ variantId, quantity }) => {
    const before = levels.find((level) => level.variantId === variantId)?.free ?? 0
    return { variantId, before, after: before + quantity }
  })
  return holdForWaiting(tx, changes)
}
