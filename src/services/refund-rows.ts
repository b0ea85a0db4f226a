import { randomUUID } from 'node:crypto'
import type { RefundPlan } from '#domain/refund'
import { advanceRefund, type RefundKind, type RefundStatus } from '#domain/refund-state'
import { newRowId } from './cart-token'
import { saveOrder, tellTimeline, type LockedOrder } from './order-lock'
import { idOf, run, type Statement } from './statement'
import type { Transaction } from './transaction'

export interface Refund {
  id: string
  orderId: string
  paymentId: string
  status: RefundStatus
  kind: RefundKind
  amount: number
  attempts: number
  /** The gift card or store credit that it goes to instead of back over the payment. */
  creditId: string | null
}

const columns = `id, order_id AS "orderId", payment_id AS "paymentId", status, kind, amount::float8 AS amount, attempts::float8 AS attempts, credit_id AS "creditId"`

const insert: Statement = {
  name: 'refund-insert',
  text: `WITH r AS (
      INSERT INTO refunds (id, order_id, payment_id, request, kind, status, currency, amount, shipping, shipping_tax, reason, actor, credit_id, done_at)
      VALUES ($1, $2, $3, $4, $5, $6::text, $7, $8, $9, $10, $11, $12, $14, CASE WHEN $6::text = 'done' THEN now() END) RETURNING id)
    INSERT INTO refunds_lines (_order, _parent_id, id, order_line, quantity, amount, tax)
    SELECT l."order", r.id, l.id, l."lineId", l.quantity, l.amount, l.tax
    FROM r, jsonb_to_recordset($13::jsonb) AS l ("order" int, id text, "lineId" text, quantity numeric, amount numeric, tax numeric)`,
}
const paymentsOf: Statement = {
  name: 'refund-payments',
  text: `SELECT p.id, (p.captured - p.refunded - coalesce((
      SELECT sum(r.amount) FROM refunds r WHERE r.payment_id = p.id AND r.status = 'owed'), 0))::float8 AS free
    FROM payments p WHERE p.order_id = $1 ORDER BY p.credit_id IS NOT NULL, p.attempt DESC FOR UPDATE`,
}
const lockOne: Statement = {
  name: 'refund-lock',
  text: `SELECT ${columns} FROM refunds WHERE id = ${idOf('$1')} FOR UPDATE`,
}
const ofOrder: Statement = {
  name: 'refund-order',
  text: `SELECT order_id AS "orderId" FROM refunds WHERE id = ${idOf('$1')}`,
}
const owedOf: Statement = {
  name: 'refund-owed',
  text: `SELECT ${columns} FROM refunds WHERE payment_id = $1 AND status = 'owed' ORDER BY created_at DESC, id FOR UPDATE`,
}
const elsewhere: Statement = {
  name: 'refund-elsewhere',
  text: `SELECT coalesce(sum(amount), 0)::float8 AS amount FROM refunds WHERE payment_id = $1 AND status = 'done' AND credit_id IS NOT NULL`,
}
const close: Statement = {
  name: 'refund-close',
  text: `UPDATE refunds SET status = $2::text, reference = $3, actor = coalesce($4, actor), error = NULL, next_attempt_at = NULL,
    done_at = CASE WHEN $2::text = 'done' THEN now() END, updated_at = now() WHERE id = $1`,
}

export interface Owing {
  kind: RefundKind
  plan: RefundPlan
  reason?: string
  actor?: string
  /** The order has become cheaper by as much: it asks for less from now on. */
  isCredit?: boolean
  /** The gift card or store credit that the money goes to instead. */
  creditId?: string
}

interface Part {
  paymentId: string
  amount: number
}

/** Takes the money from where it came: the newest payment first, and what gift cards and credit paid last. */
async function partsOf(tx: Transaction, orderId: string, amount: number): Promise<Part[]> {
  const payments = await run<{ id: string; free: number }>(tx, paymentsOf, [orderId])
  let left = amount
  return payments.flatMap(({ id, free }) => {
    const part = Math.min(left, Math.max(0, free))
    left -= part
    return part > 0 ? [{ paymentId: id, amount: part }] : []
  })
}

async function writeRow(
  tx: Transaction,
  order: LockedOrder,
  row: Owing & Part & { id: string; request: string; status: RefundStatus },
): Promise<void> {
  const lines = row.plan.lines.map((line, index) => ({ ...line, order: index + 1, id: newRowId() }))
  const { id, paymentId, request, kind, status, amount, plan, reason, actor, creditId } = row
  await run(tx, insert, [
    ...[id, order.id, paymentId, request, kind, status, order.currency, amount],
    ...[
      plan.shipping,
      plan.shippingTax,
      reason ?? null,
      actor ?? null,
      JSON.stringify(lines),
      creditId ?? null,
    ],
  ])
}

export interface Owed {
  order: LockedOrder
  /** The row that carries the lines; undefined when nothing is to go back. */
  refundId?: string
}

/**
 * Promises money of a locked order back, over the payments it came by: rows to be settled after the commit. The
 * order's CHECK (refunded + owed <= captured) stands behind the plan.
 */
export async function oweRefund(tx: Transaction, order: LockedOrder, owing: Owing): Promise<Owed> {
  const { kind, plan, reason, actor, isCredit } = owing
  if (plan.amount === 0) return { order }
  const parts = await partsOf(tx, order.id, plan.amount)
  const found = parts.reduce((sum, part) => sum + part.amount, 0)
  if (found !== plan.amount) throw new Error('An order promises more back than its payments hold')
  const request = randomUUID()
  for (const [index, part] of parts.entries()) {
    const rest = { ...plan, lines: [], shipping: 0, shippingTax: 0 }
    const first = index === 0
    await writeRow(tx, order, {
      ...owing,
      ...part,
      plan: first ? plan : rest,
      id: first ? request : randomUUID(),
      request,
      status: 'owed',
    })
  }
  const after = {
    ...order,
    owed: order.owed + plan.amount,
    credited: order.credited + (isCredit ? plan.amount : 0),
  }
  await saveOrder(tx, after)
  await tellTimeline(tx, order.id, {
    kind: 'refund-due',
    ...(actor && { actor }),
    ...(reason && { note: reason }),
    data: { amount: plan.amount, refund: request, cause: kind },
  })
  return { order: after, refundId: request }
}

/** Money that a provider sent back without being asked, over and above what is on its way. */
export const writeOwnRefund = (
  tx: Transaction,
  order: LockedOrder,
  { paymentId, amount }: Part,
): Promise<void> => {
  const id = randomUUID()
  const plan = { amount, lines: [], shipping: 0, shippingTax: 0 }
  return writeRow(tx, order, { kind: 'provider', plan, paymentId, amount, id, request: id, status: 'done' })
}

/** The order of a refund; undefined when there is none. */
export async function orderOfRefund(tx: Transaction, refundId: string): Promise<string | undefined> {
  return (await run<{ orderId: string }>(tx, ofOrder, [refundId]))[0]?.orderId
}

/** A refund of a locked order, locked as well. */
export async function lockRefund(tx: Transaction, refundId: string): Promise<Refund | undefined> {
  return (await run<Refund>(tx, lockOne, [refundId]))[0]
}

/** What of a payment went to gift cards and store credit instead of back over it, in minor units. */
export async function sentElsewhere(tx: Transaction, paymentId: string): Promise<number> {
  return (await run<{ amount: number }>(tx, elsewhere, [paymentId]))[0]?.amount ?? 0
}

/** What of a payment is promised back, newest first. */
export const owedRefunds = (tx: Transaction, paymentId: string): Promise<Refund[]> =>
  run<Refund>(tx, owedOf, [paymentId])

/** Ends a locked refund. Throws `refund.state`. */
export async function closeRefund(
  tx: Transaction,
  refund: Refund,
  { to, reference, actor }: { to: RefundStatus; reference?: string; actor?: string },
): Promise<void> {
  await run(tx, close, [refund.id, advanceRefund(refund.status, to), reference ?? null, actor ?? null])
}
