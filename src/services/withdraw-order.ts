import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { planEdit } from '#domain/order-edit'
import { soldSize } from '#domain/size-systems'
import {
  planWithdrawal,
  statementErrors,
  withdrawalDays,
  type WithdrawableLine,
  type WithdrawalPlan,
  type WithdrawnPairs,
} from '#domain/withdrawal'
import { cancelWithin } from './cancel-order'
import { newRowId } from './cart-token'
import { once } from './once'
import { editableLines, editTotals } from './order-lines'
import { lockOrder, tellTimeline, type LockedOrder } from './order-lock'
import { orderById } from './order-view'
import { queueMail } from './queue-mail'
import { openReturn } from './request-return'
import { announceStock, type StockChange } from './reserve-stock'
import { rewriteOrder } from './rewrite-order'
import { settleLater } from './settle-dues'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

export interface Withdraw {
  orderId: string
  name: string
  /** Where the receipt goes. */
  email: string
  /** Left out or empty: the whole order. */
  lines?: readonly WithdrawnPairs[]
  key?: string
}

/** `cancelled`: nothing had left; `reduced`: what had not left is not sent; `return`: pairs come back; `desk`: staff see to it. */
export type WithdrawalOutcome = 'cancelled' | 'reduced' | 'return' | 'desk'

export interface StatedWithdrawal {
  number: string
  statedAt: string
  /** When the right ends; absent while nothing has been sent. */
  deadline?: string
  isLate: boolean
  outcome: WithdrawalOutcome
  returnNumber?: string
}

/** Pairs that a statement took out of the order before they left are in its lines no more. */
const linesOf: Statement = {
  name: 'withdrawal-lines',
  text: `SELECT l.id AS "lineId", l.variant_id AS "variantId", l.quantity::float8 AS quantity, l.shipped::float8 AS shipped,
      (coalesce((SELECT sum(rl.quantity) FROM returns r JOIN returns_lines rl ON rl._parent_id = r.id
          WHERE r.order_id = l._parent_id AND rl.order_line = l.id AND r.origin = 'withdrawal'), 0)
        + coalesce((SELECT sum(wl.quantity) FROM withdrawals w JOIN withdrawals_lines wl ON wl._parent_id = w.id
          WHERE w.order_id = l._parent_id AND wl.order_line = l.id AND w.outcome = 'desk'), 0))::float8 AS withdrawn,
      coalesce((SELECT sum(rl.quantity) FROM returns r JOIN returns_lines rl ON rl._parent_id = r.id
        WHERE r.order_id = l._parent_id AND rl.order_line = l.id AND r.status NOT IN ('rejected', 'cancelled')), 0)::float8 AS returned
    FROM orders_lines l WHERE l._parent_id = $1 ORDER BY l._order`,
}
/** The end of the 14th day after the last parcel came, in the shop's zone; after sending plus the longest transit when nobody said that it came. */
const deadlineSql = `CASE WHEN o.fulfilment_status IN ('fulfilled', 'delivered') THEN
    (((coalesce(o.delivered_at, (SELECT max(s.shipped_at) FROM shipments s WHERE s.order_id = o.id)
        + make_interval(days => coalesce((SELECT m.max_days FROM shipping_methods m WHERE m.id = o.shipping_method_id), 7)::int))
      AT TIME ZONE zone.name)::date + ${withdrawalDays + 1})::timestamp AT TIME ZONE zone.name) END`
const deadlineOf: Statement = {
  name: 'withdrawal-deadline',
  text: `SELECT ${deadlineSql} AS deadline FROM orders o
    CROSS JOIN LATERAL (SELECT coalesce((SELECT timezone FROM shop_settings LIMIT 1), 'Europe/Rome') AS name) zone WHERE o.id = $1`,
}
const insert: Statement = {
  name: 'withdrawal-insert',
  text: `WITH w AS (
      INSERT INTO withdrawals (number, order_id, name, email, stated_at, deadline, is_late, is_whole, outcome)
      VALUES ('W-' || nextval('withdrawal_numbers'), $1, $2, $3, now(), $4::timestamptz, coalesce(now() >= $4::timestamptz, false), $5, $6)
      RETURNING id, number, stated_at, is_late),
    lines AS (
      INSERT INTO withdrawals_lines (_order, _parent_id, id, order_line, quantity)
      SELECT l."order", w.id, l.id, l."lineId", l.quantity
      FROM w, jsonb_to_recordset($7::jsonb) AS l ("order" int, id text, "lineId" text, quantity numeric))
    SELECT id, number, stated_at AS "statedAt", is_late AS "isLate" FROM w`,
}
const linkReturn: Statement = {
  name: 'withdrawal-link',
  text: 'UPDATE withdrawals SET return_id = $2 WHERE id = $1',
}

interface Row {
  id: string
  number: string
  statedAt: string
  isLate: boolean
}

/** The time until which an order may be withdrawn from; undefined while nothing or not everything has been sent. */
export async function withdrawalDeadline(
  runner: Transaction | PayloadRequest,
  orderId: string,
): Promise<string | undefined> {
  const [row] = await run<{ deadline: string | null }>(runner, deadlineOf, [orderId])
  return row?.deadline ? new Date(row.deadline).toISOString() : undefined
}

/** The lines of an order, with what earlier statements name. */
export const withdrawableLines = (
  runner: Transaction | PayloadRequest,
  orderId: string,
): Promise<WithdrawableLine[]> => run<WithdrawableLine>(runner, linesOf, [orderId])

interface Stating {
  tx: Transaction
  req: PayloadRequest
  order: LockedOrder
  row: Row
  plan: WithdrawalPlan
}

/** Pairs that have not left are taken out of the order, and what they cost goes back. */
async function reduce({ tx, order, row, plan }: Stating): Promise<StockChange[]> {
  const before = await editableLines(tx, order.id)
  const changes = plan.kept.map(({ lineId, quantity }) => ({
    lineId,
    quantity: (before.find((line) => line.lineId === lineId)?.quantity ?? quantity) - quantity,
  }))
  const lines = planEdit(before, { lines: changes }, [])
  const totals = await editTotals(tx, order, lines)
  const { changes: stock } = await rewriteOrder(tx, order, {
    ...{ before, lines, totals, kind: 'withdrawal' as const, reason: row.number },
  })
  return stock
}

interface Carried {
  changes: StockChange[]
  returnNumber?: string
}

async function carryOut(stating: Stating, outcome: WithdrawalOutcome): Promise<Carried> {
  const { tx, req, order, row, plan } = stating
  if (outcome === 'desk') return { changes: [] }
  if (outcome === 'cancelled')
    return { changes: await cancelWithin(tx, req, { orderId: order.id, reason: row.number }) }
  const changes = plan.kept.length > 0 ? await reduce(stating) : []
  if (plan.back.length === 0) return { changes }
  const { made } = await openReturn(tx, await lockOrder(tx, order.id), {
    lines: plan.back.map((line) => ({ ...line, reason: 'withdrawal' as const })),
    origin: 'withdrawal',
    withdrawalId: row.id,
  })
  await run(tx, linkReturn, [row.id, made.id])
  return { changes, returnNumber: made.number }
}

async function outcomeOf(
  tx: Transaction,
  order: LockedOrder,
  plan: WithdrawalPlan,
): Promise<WithdrawalOutcome> {
  const lines = await editableLines(tx, order.id)
  const isTangled = plan.kept.some(({ lineId }) =>
    lines.some((line) => line.lineId === lineId && line.refunded > 0),
  )
  if (order.fulfilmentStatus === 'unfulfilled') {
    const all = lines.reduce((sum, line) => sum + line.quantity, 0)
    if (plan.kept.reduce((sum, one) => sum + one.quantity, 0) === all) return 'cancelled'
    return isTangled || order.exchangeOf ? 'desk' : 'reduced'
  }
  if (isTangled) return 'desk'
  return plan.back.length > 0 ? 'return' : plan.kept.length > 0 ? 'reduced' : 'desk'
}

async function state(tx: Transaction, req: PayloadRequest, call: Withdraw) {
  const order = await lockOrder(tx, call.orderId)
  if (order.fulfilmentStatus === 'cancelled') throw new DomainError('withdrawal.nothing')
  const plan = planWithdrawal(await withdrawableLines(tx, order.id), call.lines)
  const deadline = await withdrawalDeadline(tx, order.id)
  const outcome = await outcomeOf(tx, order, plan)
  const lines = plan.lines.map((line, index) => ({ ...line, order: index + 1, id: newRowId() }))
  const name = call.name.trim()
  const [row] = await run<Row>(tx, insert, [
    ...[order.id, name, call.email, deadline ?? null, plan.isWhole, outcome, JSON.stringify(lines)],
  ])
  if (!row) throw new Error('A withdrawal was not written')
  const statedAt = new Date(row.statedAt).toISOString()
  await tellTimeline(tx, order.id, {
    kind: 'withdrawal',
    note: row.number,
    data: { lines: plan.lines, isLate: row.isLate, outcome },
  })
  const sold = await orderById(tx, order.id)
  const pairs = plan.lines.flatMap(({ lineId, quantity }) => {
    const line = sold?.lines.find((one) => one.id === lineId)
    if (!sold || !line) return []
    const { title, colour, size } = line
    return [{ title, colour, size: size && soldSize(sold, { ...line, size }), quantity }]
  })
  const { changes, returnNumber } = await carryOut({ tx, req, order, row, plan }, outcome)
  await queueMail(tx, {
    template: 'withdrawal-received',
    entity: `${order.number}:${row.number}`,
    recipient: call.email,
    locale: order.locale,
    data: { number: row.number, statedAt, name, pairs, outcome, returnNumber },
  })
  const stated: StatedWithdrawal = {
    number: row.number,
    statedAt,
    ...(deadline && { deadline }),
    isLate: row.isLate,
    outcome,
    ...(returnNumber && { returnNumber }),
  }
  return { stated, changes }
}

/**
 * Takes in a statement of withdrawal from a contract, whole or in part. It is always accepted, also after the
 * deadline, which only marks it; no reason is asked; the receipt with its time leaves by mail. An order of which
 * nothing has left is cancelled and its money goes back; pairs that have left come back as a return. Whoever calls
 * has shown that the order is theirs. Repeating it with the same key answers the same. Throws `order.not-found`,
 * `validation.failed`, and `withdrawal.nothing` when the contract has ended or been withdrawn from already.
 * Source: Directive 2011/83/EU, Art. 9 to 14, with Art. 11a of Directive (EU) 2023/2673.
 */
export async function withdrawFromOrder(req: PayloadRequest, call: Withdraw): Promise<StatedWithdrawal> {
  const { orderId, key, ...body } = call
  const errors = statementErrors(call)
  if (errors.length > 0) throw new DomainError('validation.failed', { errors })
  let changes: StockChange[] = []
  const stated = await inTransaction(req, (tx) =>
    once(tx, { scope: `order.withdraw:${orderId}`, key, body }, async () => {
      const done = await state(tx, req, call)
      changes = done.changes
      return done.stated
    }),
  )
  await announceStock(req, changes)
  await settleLater(req, orderId)
  return stated
}

/** A statement as its buyer and the order desk see it. */
export interface WithdrawalView extends StatedWithdrawal {
  name: string
  email: string
  isWhole: boolean
  lines: WithdrawnPairs[]
}

const ofOrder: Statement = {
  name: 'withdrawals-of-order',
  text: `SELECT w.number, w.name, w.email, w.stated_at AS "statedAt", w.deadline, w.is_late AS "isLate", w.is_whole AS "isWhole", w.outcome,
      r.number AS "returnNumber",
      (SELECT coalesce(json_agg(json_build_object('lineId', l.order_line, 'quantity', l.quantity) ORDER BY l._order), '[]'::json)
        FROM withdrawals_lines l WHERE l._parent_id = w.id) AS lines
    FROM withdrawals w LEFT JOIN returns r ON r.id = w.return_id WHERE w.order_id = $1 ORDER BY w.stated_at DESC, w.id LIMIT 100`,
}

/** The statements of withdrawal from an order, newest first. */
export async function withdrawalsOf(req: PayloadRequest, orderId: string): Promise<WithdrawalView[]> {
  type Stored = Omit<WithdrawalView, 'deadline' | 'returnNumber'> & {
    deadline: string | null
    returnNumber: string | null
  }
  const rows = await run<Stored>(req, ofOrder, [orderId])
  return rows.map(({ deadline, returnNumber, statedAt, ...rest }) => ({
    ...rest,
    statedAt: new Date(statedAt).toISOString(),
    ...(deadline && { deadline: new Date(deadline).toISOString() }),
    ...(returnNumber && { returnNumber }),
  }))
}
