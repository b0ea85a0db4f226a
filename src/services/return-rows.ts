import { DomainError } from '#domain/errors'
import type { ReturnableLine, ReturnPlan } from '#domain/return'
import {
  advanceReturn,
  type ReturnReason,
  type ReturnResolution,
  type ReturnStatus,
} from '#domain/return-state'
import { newRowId } from './cart-token'
import { idOf, run, type Statement } from './statement'
import type { Transaction } from './transaction'

export interface ReturnLine {
  lineId: string
  variantId: string
  quantity: number
  reason: ReturnReason
  exchangeVariantId: string | null
  restocked: number
  writtenOff: number
}

export type ReturnOrigin = 'customer' | 'staff' | 'withdrawal'

export interface LockedReturn {
  id: string
  number: string
  orderId: string
  status: ReturnStatus
  resolution: ReturnResolution
  origin: ReturnOrigin
  exchangeOrderId: string | null
  /** Of a withdrawal from the whole order. */
  isWhole: boolean
  lines: ReturnLine[]
}

const returnableOf: Statement = {
  name: 'return-returnable',
  text: `SELECT l.id AS "lineId", l.variant_id AS "variantId", l.quantity::float8 AS quantity, l.shipped::float8 AS shipped,
      coalesce((SELECT sum(rl.quantity) FROM returns r JOIN returns_lines rl ON rl._parent_id = r.id
        WHERE r.order_id = l._parent_id AND rl.order_line = l.id AND r.status NOT IN ('rejected', 'cancelled')), 0)::float8 AS returned
    FROM orders_lines l WHERE l._parent_id = $1 ORDER BY l._order`,
}
const insert: Statement = {
  name: 'return-insert',
  text: `WITH r AS (
      INSERT INTO returns (number, order_id, status, resolution, origin, withdrawal_id, note)
      VALUES ('R-' || nextval('return_numbers'), $1, $2::text, $3, $4, $5, $6) RETURNING id, number),
    lines AS (
      INSERT INTO returns_lines (_order, _parent_id, id, order_line, variant_id, quantity, reason, exchange_variant_id)
      SELECT l."order", r.id, l.id, l."lineId", l."variantId", l.quantity, l.reason, l."exchangeVariantId"
      FROM r, jsonb_to_recordset($7::jsonb) AS l ("order" int, id text, "lineId" text, "variantId" uuid, quantity numeric, reason text,
        "exchangeVariantId" uuid)),
    story AS (
      INSERT INTO returns_timeline (_order, _parent_id, id, at, status, actor) SELECT 1, id, $8, now(), $2::text, $9 FROM r)
    SELECT id, number FROM r`,
}
const lock: Statement = {
  name: 'return-lock',
  text: `SELECT r.id, r.number, r.order_id AS "orderId", r.status, r.resolution, r.origin, r.exchange_order_id AS "exchangeOrderId",
      coalesce((SELECT w.is_whole FROM withdrawals w WHERE w.id = r.withdrawal_id), false) AS "isWhole",
      (SELECT coalesce(json_agg(json_build_object('lineId', l.order_line, 'variantId', l.variant_id, 'quantity', l.quantity, 'reason', l.reason,
        'exchangeVariantId', l.exchange_variant_id, 'restocked', l.restocked, 'writtenOff', l.written_off) ORDER BY l._order), '[]'::json)
        FROM returns_lines l WHERE l._parent_id = r.id) AS lines
    FROM returns r WHERE r.id = ${idOf('$1')} FOR UPDATE OF r`,
}
const orderOf: Statement = {
  name: 'return-order',
  text: `SELECT order_id AS "orderId" FROM returns WHERE id = ${idOf('$1')}`,
}
const move: Statement = {
  name: 'return-move',
  text: `WITH r AS (UPDATE returns SET status = $2::text, refusal = coalesce($5, refusal), updated_at = now() WHERE id = $1 RETURNING id)
    INSERT INTO returns_timeline (_order, _parent_id, id, at, status, actor, note)
    SELECT (SELECT coalesce(max(_order), 0) + 1 FROM returns_timeline WHERE _parent_id = r.id), r.id, $3, now(), $2::text, $4, $5 FROM r`,
}
const linkExchange: Statement = {
  name: 'return-link-exchange',
  text: 'UPDATE returns SET exchange_order_id = $2 WHERE id = $1',
}
const linkRefund: Statement = {
  name: 'return-link-refund',
  text: 'UPDATE returns SET refund_id = $2 WHERE id = $1',
}
const inspected: Statement = {
  name: 'return-inspected',
  text: `UPDATE returns_lines l SET restocked = w.restock, written_off = w."writeOff"
    FROM jsonb_to_recordset($2::jsonb) AS w ("lineId" text, restock numeric, "writeOff" numeric)
    WHERE l._parent_id = $1 AND l.order_line = w."lineId"`,
}

/** The lines of a locked order, with what of them may still come back. */
export const returnableLines = (tx: Transaction, orderId: string): Promise<ReturnableLine[]> =>
  run<ReturnableLine>(tx, returnableOf, [orderId])

export interface NewReturn {
  orderId: string
  status: ReturnStatus
  origin: ReturnOrigin
  plan: ReturnPlan
  actor?: string
  note?: string
  withdrawalId?: string
}

export async function writeReturn(
  tx: Transaction,
  { orderId, status, origin, plan, actor, note, withdrawalId }: NewReturn,
): Promise<{ id: string; number: string }> {
  const lines = plan.lines.map((line, index) => ({ ...line, order: index + 1, id: newRowId() }))
  const [row] = await run<{ id: string; number: string }>(tx, insert, [
    ...[orderId, status, plan.resolution, origin, withdrawalId ?? null, note ?? null],
    ...[JSON.stringify(lines), newRowId(), actor ?? null],
  ])
  if (!row) throw new Error('A return was not written')
  return row
}

/** The order that a return belongs to: lock it first. Throws `return.not-found`. */
export async function orderOfReturn(tx: Transaction, returnId: string): Promise<string> {
  const [row] = await run<{ orderId: string }>(tx, orderOf, [returnId])
  if (!row) throw new DomainError('return.not-found')
  return row.orderId
}

/** A return of a locked order. Throws `return.not-found`. */
export async function lockReturn(tx: Transaction, returnId: string): Promise<LockedReturn> {
  const [row] = await run<LockedReturn>(tx, lock, [returnId])
  if (!row) throw new DomainError('return.not-found')
  return row
}

/** Moves a locked return by its table, and writes down who did it. Throws `return.state`. */
export async function moveReturn(
  tx: Transaction,
  { id, status }: LockedReturn,
  { to, actor, note }: { to: ReturnStatus; actor?: string; note?: string },
): Promise<void> {
  await run(tx, move, [id, advanceReturn(status, to), newRowId(), actor ?? null, note ?? null])
}

export const keepExchange = (tx: Transaction, returnId: string, orderId: string): Promise<unknown> =>
  run(tx, linkExchange, [returnId, orderId])

export const keepRefund = (tx: Transaction, returnId: string, refundId: string): Promise<unknown> =>
  run(tx, linkRefund, [returnId, refundId])

export interface InspectedLine {
  lineId: string
  restock: number
  writeOff: number
}

export const keepInspection = (
  tx: Transaction,
  returnId: string,
  lines: readonly InspectedLine[],
): Promise<unknown> => run(tx, inspected, [returnId, JSON.stringify(lines)])
