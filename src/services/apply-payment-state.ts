import { advanceFulfilment, advancePayment, isExpired } from '#domain/order-state'
import { applyCaptured, applyRefunded, reserveAgain } from './apply-money'
import { holdForGood, holdUntil } from './hold-pairs'
import { lockOrder, saveDispute, saveOrder, tellTimeline, type LockedOrder } from './order-lock'
import { readPaymentSettings } from './payment-methods'
import { lockPayment, lockPaymentByReference, savePayment, type LockedPayment } from './payment-row'
import type { PaymentState } from './payments/provider'
import { providerOf } from './payments/providers'
import { dropMail, queueMail } from './queue-mail'
import type { StockChange } from './reserve-stock'
import { idOf, run, type Statement } from './statement'
import type { Transaction } from './transaction'

const orderOf: Statement = {
  name: 'payment-order',
  text: `SELECT order_id AS id FROM payments WHERE reference = $1
    UNION ALL SELECT id FROM orders WHERE id = ${idOf('$2')} LIMIT 1`,
}

interface Locked {
  order: LockedOrder
  payment: LockedPayment
}

const isUnpaid = ({ payment }: Locked): boolean => payment.captured === 0

/** Whoever is still at the pay page tries again at once: only who does not is written to. */
const failedAfterMinutes = 10

/** The provider holds the money, or a bank is at work: the pairs stay held until the provider says how it ended. */
async function keepHeld(tx: Transaction, { order }: Locked): Promise<void> {
  await saveOrder(tx, { ...order, expiresAt: null })
  await holdForGood(tx, order.id)
  await dropMail(tx, 'payment-failed', order.number)
}

/** A hold that comes after its order had expired: the pairs are taken again, or the hold is let go. */
async function lateHold(tx: Transaction, { order, payment }: Locked): Promise<StockChange[]> {
  const changes = isExpired(order) ? await reserveAgain(tx, order) : undefined
  if (!changes) {
    await savePayment(tx, { ...payment, data: { cancelDue: true } })
    if (isExpired(order))
      await queueMail(tx, {
        template: 'payment-released',
        entity: order.number,
        recipient: order.email,
        locale: order.locale,
      })
    return []
  }
  await savePayment(tx, { ...payment, status: 'authorised', data: null })
  await saveOrder(tx, {
    ...order,
    fulfilmentStatus: advanceFulfilment(order.fulfilmentStatus, 'unfulfilled'),
    paymentStatus: advancePayment(order.paymentStatus, 'authorised'),
    expiresAt: null,
  })
  await tellTimeline(tx, order.id, { kind: 'payment-authorised' })
  return changes
}

/** A hold for a try that another has followed: it is let go. */
async function isOvertaken(tx: Transaction, { order, payment }: Locked): Promise<boolean> {
  const { attempt } = await lockPayment(tx, order.id)
  if (attempt <= payment.attempt) return false
  await savePayment(tx, { ...payment, status: 'cancelled', data: { cancelDue: true } })
  return true
}

async function authorised(tx: Transaction, locked: Locked): Promise<StockChange[]> {
  const { order, payment } = locked
  if (!isUnpaid(locked) || payment.status === 'authorised' || (await isOvertaken(tx, locked))) return []
  if (order.fulfilmentStatus === 'cancelled') return lateHold(tx, locked)
  await savePayment(tx, { ...payment, status: 'authorised' })
  const paymentStatus =
    order.captured > 0 ? order.paymentStatus : advancePayment(order.paymentStatus, 'authorised')
  const after = { ...order, paymentStatus }
  await keepHeld(tx, { order: after, payment })
  await tellTimeline(tx, order.id, { kind: 'payment-authorised' })
  return []
}

/** A bank takes days over it. The order waits, and nobody can pay it a second time. */
async function processing(tx: Transaction, locked: Locked): Promise<void> {
  const { order, payment } = locked
  if (!isUnpaid(locked) || order.fulfilmentStatus === 'cancelled' || order.expiresAt === null) return
  await savePayment(tx, { ...payment, status: 'pending' })
  const after = { ...order, paymentStatus: advancePayment(order.paymentStatus, 'pending') }
  await keepHeld(tx, { order: after, payment })
  await tellTimeline(tx, order.id, { kind: 'payment-processing' })
}

/** When pairs that were held for a provider's word are given back after all. */
async function newExpiry(tx: Transaction, provider: string): Promise<string | null> {
  const holdMs = providerOf(provider).holdMs(await readPaymentSettings(tx))
  return holdMs === null ? null : new Date(Date.now() + holdMs).toISOString()
}

/** What was called off stays so, and still has to be called off at its provider, when its failure is told late. */
const isEnded = ({ status }: LockedPayment): boolean => status === 'cancelled' || status === 'expired'

/** A try that failed or was called off; the pairs stay held until the order expires, so another try may follow. */
async function failed(tx: Transaction, locked: Locked, to: 'failed' | 'cancelled'): Promise<void> {
  const { order, payment } = locked
  if (!isUnpaid(locked) || payment.status === to || isEnded(payment)) return
  await savePayment(tx, { ...payment, status: to, data: null })
  const { attempt } = await lockPayment(tx, order.id)
  const isOver = order.fulfilmentStatus !== 'unfulfilled' || order.captured > 0 || attempt > payment.attempt
  if (isOver) return
  const expiresAt = order.expiresAt ?? (await newExpiry(tx, payment.provider))
  await saveOrder(tx, { ...order, expiresAt, paymentStatus: advancePayment(order.paymentStatus, 'failed') })
  if (!order.expiresAt && expiresAt) await holdUntil(tx, order.id, expiresAt)
  await tellTimeline(tx, order.id, { kind: `payment-${to}` })
  if (to === 'failed')
    await queueMail(tx, {
      template: 'payment-failed',
      entity: order.number,
      recipient: order.email,
      locale: order.locale,
      afterMinutes: failedAfterMinutes,
    })
}

async function disputed(tx: Transaction, { order }: Locked, { dispute }: PaymentState): Promise<void> {
  if (!dispute || dispute === order.dispute) return
  await saveDispute(tx, order.id, dispute)
  await tellTimeline(tx, order.id, { kind: `dispute-${dispute}` })
}

/** Locks the order that a payment belongs to, then the payment; undefined when it is none of ours. */
async function lockOf(
  tx: Transaction,
  provider: string,
  { reference, orderId }: PaymentState,
): Promise<Locked | undefined> {
  const [known] = await run<{ id: string }>(tx, orderOf, [reference, orderId ?? ''])
  if (!known) return undefined
  const order = await lockOrder(tx, known.id)
  const payment = await lockPaymentByReference(tx, order.id, reference)
  return payment?.provider === provider ? { order, payment: { ...payment, reference } } : undefined
}

/** Why a state cannot be applied, for a person to look at; undefined when it can. */
function faultOf({ order, payment }: Locked, { amount, captured }: PaymentState): string | undefined {
  if (amount.currency !== order.currency) return `the order is in ${order.currency}`
  if (captured > payment.amount) return `more than the ${payment.amount} of the payment`
  return undefined
}

async function applyStatus(tx: Transaction, locked: Locked, state: PaymentState): Promise<StockChange[]> {
  switch (state.status) {
    case 'authorised':
      return authorised(tx, locked)
    case 'processing':
      await processing(tx, locked)
      return []
    case 'failed':
    case 'cancelled':
      await failed(tx, locked, state.status)
      return []
    case 'open':
    case 'captured':
      return []
  }
}

export interface Applied {
  orderId?: string
  changes: StockChange[]
  /** Why nothing was changed. */
  fault?: string
}

/**
 * Brings an order to what its provider says about a payment. Sums are of all so far and only ever grow, so states
 * may come twice, late or in any order and end right. One that fits no payment changes nothing and answers with
 * its fault. What must go back or be called off at the provider is owed afterwards: see `settleDues`.
 * Source: DESIGN 4.3.
 */
export async function applyPaymentState(
  tx: Transaction,
  provider: string,
  state: PaymentState,
): Promise<Applied> {
  const again = () => lockOf(tx, provider, state)
  const locked = await again()
  if (!locked) return { changes: [], fault: 'no such payment' }
  const orderId = locked.order.id
  const fault = faultOf(locked, state)
  if (fault) return { orderId, changes: [], fault }
  await savePayment(tx, locked.payment)
  const changes = await applyCaptured(tx, { ...locked, captured: Math.max(state.captured, state.refunded) })
  const paid = await again()
  if (paid) await applyRefunded(tx, { ...paid, refunded: state.refunded })
  const settled = await again()
  if (!settled) return { orderId, changes }
  const held = await applyStatus(tx, settled, state)
  await disputed(tx, settled, state)
  return { orderId, changes: [...changes, ...held] }
}
