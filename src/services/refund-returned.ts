import { DomainError } from '#domain/errors'
import { planRefund, shareOf, type RefundableOrder, type RefundRequest } from '#domain/refund'
import type { RefundKind } from '#domain/refund-state'
import { lockOrder, type LockedOrder } from './order-lock'
import { refundableOf } from './refundable'
import { oweRefund } from './refund-rows'
import { lockReturn, type LockedReturn } from './return-rows'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

export interface ReturnedPairs {
  found: LockedReturn
  /** Minor units that wear took off. */
  deduct: number
  /** Delivery goes back as well. */
  shipping: boolean
  actor: string
  /** The gift card or store credit that the money goes to instead of where it came from; asked when there is any. */
  target?: () => Promise<string>
}

export interface MadeRefund {
  orderId: string
  refundId: string
}

/** An exchange order's line beside the line whose pair it replaced. Minor units. */
interface Replaced {
  lineId: string
  quantity: number
  /** Positive: the new size was dearer, negative: cheaper. For the whole line. */
  difference: number
  before: string
}

/** Lines of an exchange stand in the order of the lines of the return they replace. */
const replacedOf: Statement = {
  name: 'exchange-replaced',
  text: `SELECT l.id AS "lineId", l.quantity::float8 AS quantity, rl.order_line AS before,
      ((l.unit_price - old.unit_price) * l.quantity)::float8 AS difference
    FROM orders o JOIN orders_lines l ON l._parent_id = o.id
    JOIN returns_lines rl ON rl._parent_id = o.exchange_of_id AND rl._order = l._order
    JOIN returns r ON r.id = rl._parent_id
    JOIN orders_lines old ON old._parent_id = r.order_id AND old.id = rl.order_line
    WHERE o.id = $1`,
}

interface Pairs {
  lineId: string
  quantity: number
}

/** What of the pairs has not been given back in another way, and costs something still. */
const unrefunded = (state: RefundableOrder, lines: readonly Pairs[]): Pairs[] =>
  lines.flatMap(({ lineId, quantity }) => {
    const line = state.lines.find((one) => one.lineId === lineId)
    const left = Math.min(quantity, line ? line.quantity - line.refunded : 0)
    return left > 0 ? [{ lineId, quantity: left }] : []
  })

interface Part {
  kind: RefundKind
  lines: readonly Pairs[]
  /** Minor units that do not go back. */
  less: number
  shipping: boolean
  actor: string
  reason: string
  target?: () => Promise<string>
}

/** The frozen shares of the pairs of one order, less what does not go back, and never more than is left. */
async function refundPart(tx: Transaction, order: LockedOrder, part: Part): Promise<MadeRefund[]> {
  const state = await refundableOf(tx, order)
  const lines = unrefunded(state, part.lines)
  const shipping = part.shipping && state.shipping > 0
  if (lines.length === 0 && !shipping) return []
  const request: RefundRequest = { lines, shipping }
  const worth = planRefund({ ...state, refundable: Number.MAX_SAFE_INTEGER }, request).amount
  if (part.less > worth) throw new DomainError('refund.amount', { deduct: part.less, worth })
  const amount = Math.min(worth - part.less, state.refundable)
  if (amount === 0) return []
  const plan = planRefund(state, { ...request, amount })
  const { kind, actor, reason, target } = part
  const creditId = await target?.()
  const { refundId } = await oweRefund(tx, order, {
    kind,
    plan,
    actor,
    reason,
    ...(creditId && { creditId }),
  })
  return refundId ? [{ orderId: order.id, refundId }] : []
}

/** What the new sizes of an exchange cost less goes back on the first order. */
async function refundDifference(
  tx: Transaction,
  order: LockedOrder,
  { found, actor, target }: ReturnedPairs,
): Promise<MadeRefund[]> {
  const lines = found.exchangeOrderId ? await run<Replaced>(tx, replacedOf, [found.exchangeOrderId]) : []
  const less = lines.reduce((sum, line) => sum + Math.max(0, -line.difference), 0)
  const amount = Math.min(less, order.captured - order.refunded - order.owed)
  if (amount === 0) return []
  const plan = { amount, lines: [], shipping: 0, shippingTax: 0 }
  const creditId = await target?.()
  const owing = { kind: 'exchange' as const, plan, actor, reason: found.number }
  const { refundId } = await oweRefund(tx, order, { ...owing, ...(creditId && { creditId }) })
  return refundId ? [{ orderId: order.id, refundId }] : []
}

/**
 * A pair that came by an exchange was paid with the order before: its money goes back there, less what the exchange
 * has given back already.
 */
async function refundBefore(
  tx: Transaction,
  order: LockedOrder,
  pairs: ReturnedPairs,
): Promise<MadeRefund[]> {
  if (!order.exchangeOf) return []
  const replaced = await run<Replaced>(tx, replacedOf, [order.id])
  const earlier = await lockReturn(tx, order.exchangeOf)
  const lines = pairs.found.lines.flatMap(({ lineId, quantity }) => {
    const line = replaced.find((one) => one.lineId === lineId)
    return line ? [{ ...line, quantity, of: line.quantity }] : []
  })
  const less = lines.reduce(
    (sum, line) =>
      sum +
      shareOf(Math.max(0, -line.difference), line.of, { from: 0, to: Math.min(line.quantity, line.of) }),
    0,
  )
  const before = await lockOrder(tx, earlier.orderId)
  const parts = lines.map((line) => ({ lineId: line.before, quantity: line.quantity }))
  const own = await refundPart(tx, before, {
    kind: 'return',
    lines: parts,
    less: less + pairs.deduct,
    shipping: false,
    actor: pairs.actor,
    reason: pairs.found.number,
    target: pairs.target,
  })
  const mapped = earlier.lines.flatMap((line) => {
    const part = parts.find((one) => one.lineId === line.lineId)
    return part ? [{ ...line, quantity: part.quantity }] : []
  })
  const found = { ...pairs.found, lines: mapped }
  return [...own, ...(await refundBefore(tx, before, { ...pairs, deduct: 0, found }))]
}

/**
 * The money of pairs that came back, on the orders they were paid with. An exchange gives back only what the new
 * size costs less. Nothing goes back twice, nor more than was paid. Throws `refund.amount` for a deduction above
 * what the pairs are worth.
 */
export async function refundReturned(
  tx: Transaction,
  order: LockedOrder,
  pairs: ReturnedPairs,
): Promise<MadeRefund[]> {
  const { found, deduct, shipping, actor, target } = pairs
  if (found.resolution === 'exchange') return refundDifference(tx, order, pairs)
  const own = await refundPart(tx, order, {
    kind: found.origin === 'withdrawal' ? 'withdrawal' : 'return',
    lines: found.lines,
    less: order.exchangeOf ? 0 : deduct,
    shipping,
    actor,
    reason: found.number,
    target,
  })
  return [...own, ...(await refundBefore(tx, order, pairs))]
}
