import { advanceFulfilment, isExpired } from '#domain/order-state'
import { money } from '#domain/money'
import { paymentStatusAfter } from '#domain/payment-sums'
import { saveOrder, tellTimeline, type LockedOrder } from './order-lock'
import { savePayment, statusOfSums, type LockedPayment } from './payment-row'
import { queueMail } from './queue-mail'
import { lockAvailable } from './release-stock'
import { reserveStock, type StockChange, type WantedLine } from './reserve-stock'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

const linesOf: Statement = {
  name: 'order-wanted',
  text: `SELECT variant_id AS "variantId", (quantity - shipped)::float8 AS quantity FROM orders_lines WHERE _parent_id = $1 ORDER BY variant_id`,
}

/** One mail for each step of the money: `step` names it by the sum so far. */
const mail = (
  tx: Transaction,
  order: LockedOrder,
  template: string,
  { step, amount }: { step: string; amount: number },
) =>
  queueMail(tx, {
    template,
    entity: `${order.number}:${step}`,
    recipient: order.email,
    locale: order.locale,
    data: { amount: money(amount, order.currency) },
  })

/** Takes the pairs of an expired order again, all or none; undefined when some of them are gone. */
export async function reserveAgain(tx: Transaction, order: LockedOrder): Promise<StockChange[] | undefined> {
  const wanted = await run<WantedLine>(tx, linesOf, [order.id])
  const available = await lockAvailable(
    tx,
    wanted.map((line) => line.variantId),
  )
  const isThere = wanted.every((line) => (available.get(line.variantId) ?? 0) >= line.quantity)
  return isThere ? reserveStock(tx, wanted, { orderId: order.id, expiresAt: null }) : undefined
}

/** Money of an order that is not to be delivered: all of it goes back, through the provider, after the commit. */
async function sendBack(
  tx: Transaction,
  order: LockedOrder,
  payment: LockedPayment,
  came: number,
): Promise<void> {
  const refundDue = payment.captured - payment.refunded
  await savePayment(tx, { ...payment, status: statusOfSums(payment), data: { ...payment.data, refundDue } })
  await tellTimeline(tx, order.id, { kind: 'refund-due', data: { amount: refundDue } })
  await saveOrder(tx, { ...order, captured: order.captured + came })
}

/** What holding the order's pairs changes; undefined when they cannot be held. */
async function stockFor(tx: Transaction, order: LockedOrder): Promise<StockChange[] | undefined> {
  if (order.fulfilmentStatus !== 'cancelled') return []
  return isExpired(order) ? reserveAgain(tx, order) : undefined
}

export interface MoneyIn {
  order: LockedOrder
  payment: LockedPayment
  /** What has come in all, in minor units; less than what is known already changes nothing. */
  captured: number
  actor?: string
}

/**
 * Money has come for a locked order. A live one is paid; one that had expired is brought back when its pairs are
 * still there; otherwise, and for a cancelled one, the money is sent back. Answers with what became of the stock.
 */
export async function applyCaptured(
  tx: Transaction,
  { order, payment, captured, actor }: MoneyIn,
): Promise<StockChange[]> {
  const came = captured - payment.captured
  if (came <= 0) return []
  const paid = { ...payment, captured }
  const changes = await stockFor(tx, order)
  if (!changes) {
    await sendBack(tx, order, paid, came)
    return []
  }
  const sums = { ...order, captured: order.captured + came }
  const fulfilmentStatus = advanceFulfilment(
    order.fulfilmentStatus,
    isExpired(order) ? 'unfulfilled' : order.fulfilmentStatus,
  )
  await savePayment(tx, { ...paid, status: statusOfSums(paid) })
  await saveOrder(tx, {
    ...sums,
    fulfilmentStatus,
    paymentStatus: paymentStatusAfter(order.paymentStatus, sums),
    expiresAt: null,
  })
  await holdForGood(tx, order.id)
  await tellTimeline(tx, order.id, { kind: 'payment-received', actor, data: { amount: came } })
  await mail(tx, order, 'payment-received', { step: `payment-${captured}`, amount: came })
  return changes
}

const unexpire: Statement = {
  name: 'reservations-keep',
  text: 'UPDATE reservations SET expires_at = NULL WHERE order_id = $1 AND expires_at IS NOT NULL',
}

/** Pairs somebody has paid for are held until they are shipped. */
const holdForGood = (tx: Transaction, orderId: string): Promise<unknown> => run(tx, unexpire, [orderId])

/** Money has gone back for a locked order, in all `refunded` minor units. Less than what is known changes nothing. */
export async function applyRefunded(
  tx: Transaction,
  { order, payment, refunded }: { order: LockedOrder; payment: LockedPayment; refunded: number },
): Promise<void> {
  const went = refunded - payment.refunded
  if (went <= 0) return
  const { refundDue, ...dues } = payment.data ?? {}
  const stillDue = Math.max(0, (refundDue ?? 0) - went)
  const returned = { ...payment, refunded, data: { ...dues, ...(stillDue > 0 && { refundDue: stillDue }) } }
  const sums = { ...order, refunded: order.refunded + went }
  await savePayment(tx, { ...returned, status: statusOfSums(returned) })
  await saveOrder(tx, { ...sums, paymentStatus: paymentStatusAfter(order.paymentStatus, sums) })
  await tellTimeline(tx, order.id, { kind: 'refunded', data: { amount: went } })
  await mail(tx, order, 'order-refunded', { step: `refund-${refunded}`, amount: went })
}
