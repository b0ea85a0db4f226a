import { DomainError } from '#domain/errors'
import { advanceFulfilment, isExpired } from '#domain/order-state'
import { money } from '#domain/money'
import { paymentStatusAfter } from '#domain/payment-sums'
import { issueCreditNotes } from './issue-credit-notes'
import { lockOrder, saveOrder, tellTimeline, type LockedOrder } from './order-lock'
import { writeCreditEntries } from './credit-rows'
import { lockPayment, lockPaymentById, savePayment, statusOfSums, type LockedPayment } from './payment-row'
import { holdForGood } from './hold-pairs'
import { holdAgain, lockGone, takeHeld } from './held-credit'
import { dropMail, queueMail } from './queue-mail'
import {
  closeRefund,
  lockRefund,
  orderOfRefund,
  owedRefunds,
  oweRefund,
  sentElsewhere,
  writeOwnRefund,
} from './refund-rows'
import { redeemAgain } from './redeem'
import { repricePayment } from './reprice-payment'
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
  { step, amount, outcome }: { step: string; amount: number; outcome?: string },
) =>
  queueMail(tx, {
    template,
    entity: `${order.number}:${step}`,
    recipient: order.email,
    locale: order.locale,
    data: { amount: money(amount, order.currency), ...(outcome && { outcome }) },
  })

/** Takes the pairs of an expired order again, and what cards paid of it, all or nothing; undefined when some of it is gone. */
export async function reserveAgain(tx: Transaction, order: LockedOrder): Promise<StockChange[] | undefined> {
  const parts = await lockGone(tx, order.id)
  if (!parts) return undefined
  const wanted = await run<WantedLine>(tx, linesOf, [order.id])
  const available = await lockAvailable(
    tx,
    wanted.map((line) => line.variantId),
  )
  const isThere = wanted.every((line) => (available.get(line.variantId) ?? 0) >= line.quantity)
  if (!isThere) return undefined
  await holdAgain(tx, order.id, parts)
  const changes = await reserveStock(tx, wanted, { orderId: order.id, expiresAt: null })
  await redeemAgain(tx, order.id)
  return changes
}

/** Money of an order that is not to be delivered: all of it goes back, through the provider, after the commit. */
async function sendBack(
  tx: Transaction,
  order: LockedOrder,
  payment: LockedPayment,
  came: number,
): Promise<void> {
  await savePayment(tx, { ...payment, status: statusOfSums(payment) })
  const after = { ...order, captured: order.captured + came }
  await saveOrder(tx, after)
  await oweRefund(tx, after, {
    kind: 'late',
    plan: {
      amount: after.captured - after.refunded - after.owed,
      lines: [],
      shipping: 0,
      shippingTax: 0,
    },
  })
}

/** What holding the order's pairs changes; undefined when they cannot be held. */
async function stockFor(tx: Transaction, order: LockedOrder): Promise<StockChange[] | undefined> {
  if (order.fulfilmentStatus !== 'cancelled') return []
  if (!isExpired(order)) return undefined
  return reserveAgain(tx, order)
}

/** What an order asks for in all: with what it has given back for having become cheaper. Minor units. */
const asked = ({ total, credited }: LockedOrder): number => total + credited

/**
 * A try that another had followed was paid after all. The open one asks for the rest alone, and what has come
 * beyond the order's total goes back.
 */
async function evenOut(tx: Transaction, orderId: string): Promise<void> {
  const order = await lockOrder(tx, orderId)
  await repricePayment(tx, order, asked(order))
  const over = Math.min(order.captured - asked(order), order.captured - order.refunded - order.owed)
  await oweRefund(tx, order, {
    kind: 'late',
    plan: { amount: Math.max(0, over), lines: [], shipping: 0, shippingTax: 0 },
    isCredit: true,
  })
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
  const fromCards = order.held > 0 || isExpired(order) ? await takeHeld(tx, order.id) : 0
  const sums = { ...order, captured: order.captured + came + fromCards, held: 0 }
  const total = asked(order)
  const fulfilmentStatus = advanceFulfilment(
    order.fulfilmentStatus,
    isExpired(order) ? 'unfulfilled' : order.fulfilmentStatus,
  )
  await savePayment(tx, { ...paid, status: statusOfSums(paid) })
  await saveOrder(tx, {
    ...sums,
    fulfilmentStatus,
    paymentStatus: paymentStatusAfter(order.paymentStatus, { ...sums, total }),
    expiresAt: null,
  })
  await holdForGood(tx, order.id)
  await dropMail(tx, 'payment-failed', order.number)
  await tellTimeline(tx, order.id, { kind: 'payment-received', actor, data: { amount: came } })
  await mail(tx, order, 'payment-received', { step: `payment-${captured}`, amount: came })
  if (sums.captured > total || (await lockPayment(tx, order.id)).id !== payment.id)
    await evenOut(tx, order.id)
  return changes
}

interface MoneyOut {
  order: LockedOrder
  payment: LockedPayment
  /** Minor units. */
  went: number
  /** To a gift card or store credit. */
  isCredit?: boolean
}

/** Money has gone back: the sums, the states, a mail, and a credit note where there is an invoice. */
async function applyOut(
  tx: Transaction,
  { order, payment, went, isCredit = false }: MoneyOut,
  actor?: string,
): Promise<LockedOrder> {
  const returned = { ...payment, refunded: payment.refunded + went }
  const sums = { ...order, refunded: order.refunded + went }
  const total = asked(order)
  const after = { ...sums, paymentStatus: paymentStatusAfter(order.paymentStatus, { ...sums, total }) }
  await savePayment(tx, { ...returned, status: statusOfSums(returned) })
  await saveOrder(tx, after)
  await tellTimeline(tx, order.id, { kind: 'refunded', ...(actor && { actor }), data: { amount: went } })
  await mail(tx, order, 'order-refunded', {
    step: `refund-${after.refunded}`,
    amount: went,
    ...(isCredit && { outcome: 'credit' }),
  })
  await issueCreditNotes(tx, order.id)
  return after
}

/** A refund that was promised has been sent, by a provider or by hand. Repeating it changes nothing. */
export async function applyRefund(
  tx: Transaction,
  refundId: string,
  { reference, actor }: { reference?: string; actor?: string } = {},
): Promise<void> {
  const orderId = await orderOfRefund(tx, refundId)
  if (!orderId) throw new DomainError('refund.not-found')
  const order = await lockOrder(tx, orderId)
  const refund = await lockRefund(tx, refundId)
  if (refund?.status !== 'owed') return
  const payment = await lockPaymentById(tx, refund.paymentId)
  await closeRefund(tx, refund, { to: 'done', reference, actor })
  const creditId = refund.creditId ?? payment.creditId
  if (creditId)
    await writeCreditEntries(tx, [
      {
        ...{ creditId, orderId, amount: refund.amount, ...(actor && { actor }) },
        kind: refund.creditId ? 'refund' : 'give-back',
      },
    ])
  const settled = { ...order, owed: order.owed - refund.amount }
  await applyOut(tx, { order: settled, payment, went: refund.amount, isCredit: creditId !== null }, actor)
}

/** Promises that the money which is left cannot keep any more: the newest go first. */
async function dropUnkept(tx: Transaction, order: LockedOrder, paymentId: string): Promise<LockedOrder> {
  let { owed } = order
  for (const refund of await owedRefunds(tx, paymentId)) {
    if (order.refunded + owed <= order.captured) break
    await closeRefund(tx, refund, { to: 'dropped' })
    await tellTimeline(tx, order.id, { kind: 'refund-dropped', data: { amount: refund.amount } })
    owed -= refund.amount
  }
  return { ...order, owed }
}

/**
 * A provider says what has gone back in all. Refunds of ours that it was asked for settle themselves; what is
 * more than those was sent back by somebody at the provider, and is written down. Minor units.
 */
export async function applyRefunded(
  tx: Transaction,
  { order, payment, refunded }: { order: LockedOrder; payment: LockedPayment; refunded: number },
): Promise<void> {
  const onTheWay = (await owedRefunds(tx, payment.id)).filter(
    (refund) => refund.attempts > 0 && !refund.creditId,
  )
  const ours = payment.refunded - (await sentElsewhere(tx, payment.id))
  const beyond = refunded - ours - onTheWay.reduce((sum, refund) => sum + refund.amount, 0)
  // Somebody sent back at the provider what the buyer has been given as credit: more than came cannot be booked.
  const went = Math.min(beyond, payment.captured - payment.refunded)
  if (went <= 0) return
  await writeOwnRefund(tx, order, { paymentId: payment.id, amount: went })
  const kept = await dropUnkept(tx, { ...order, refunded: order.refunded + went }, payment.id)
  await applyOut(tx, { order: { ...kept, refunded: order.refunded }, payment, went })
}
