import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { advanceFulfilment, advancePayment } from '#domain/order-state'
import type { OrderView } from '#domain/views'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { once } from './once'
import { lockOrder, saveOrder, tellTimeline, type LockedOrder } from './order-lock'
import { orderById } from './order-view'
import { lockPayment, savePayment, type LockedPayment } from './payment-row'
import { providerOf } from './payments/providers'
import { dropMail, queueMail } from './queue-mail'
import { letGoOfHeld } from './held-credit'
import { oweRefund } from './refund-rows'
import { planWhole, refundableOf } from './refundable'
import { giveBackRedemptions } from './redeem'
import { releaseStock } from './release-stock'
import { announceStock, type StockChange } from './reserve-stock'
import { settleLater } from './settle-dues'
import { inTransaction, type Transaction } from './transaction'

export interface CancelOrder {
  orderId: string
  reason: string
  key?: string
}

/** What is only held is let go at the provider, after the commit. */
function endedPayment(payment: LockedPayment): LockedPayment {
  if (payment.captured > 0) return payment
  // A declined try may be paid with another card as long as nobody calls it off.
  const isHeld =
    payment.status === 'authorised' ||
    (['pending', 'failed'].includes(payment.status) && !providerOf(payment.provider).isOffline)
  return { ...payment, status: 'cancelled', data: isHeld ? { cancelDue: true } : null }
}

/** Cancels inside a transaction: the caller announces the stock and settles what is owed after the commit. */
export async function cancelWithin(
  tx: Transaction,
  req: PayloadRequest,
  { orderId, reason }: Pick<CancelOrder, 'orderId' | 'reason'>,
): Promise<StockChange[]> {
  const order = await lockOrder(tx, orderId)
  if (order.fulfilmentStatus !== 'unfulfilled')
    throw new DomainError('order.state', { from: order.fulfilmentStatus, to: 'cancelled' })
  const payment = await lockPayment(tx, order.id)
  await savePayment(tx, endedPayment(payment))
  const after: LockedOrder = {
    ...order,
    fulfilmentStatus: advanceFulfilment(order.fulfilmentStatus, 'cancelled'),
    paymentStatus:
      order.captured > 0 || order.total === 0
        ? order.paymentStatus
        : advancePayment(order.paymentStatus, 'failed'),
    expiresAt: null,
  }
  await saveOrder(tx, after)
  await tellTimeline(tx, order.id, { kind: 'cancelled', actor: actorOf(req), note: reason })
  const plan = planWhole(await refundableOf(tx, after))
  await oweRefund(tx, after, { kind: 'cancel', plan, actor: actorOf(req) })
  await dropMail(tx, 'payment-failed', order.number)
  await queueMail(tx, {
    template: 'order-cancelled',
    entity: order.number,
    recipient: order.email,
    locale: order.locale,
    data: {},
  })
  await letGoOfHeld(tx, [order.id], 'cancelled')
  await giveBackRedemptions(tx, [order.id])
  const changes = await releaseStock(tx, [order.id])
  await recordAudit(req, {
    action: 'order.cancel',
    entity: 'orders',
    entityId: order.id,
    before: { fulfilmentStatus: order.fulfilmentStatus, paymentStatus: order.paymentStatus },
    after: { fulfilmentStatus: after.fulfilmentStatus, paymentStatus: after.paymentStatus },
    reason,
  })
  return changes
}

/**
 * Cancels an order of which nothing has left: its pairs come free, all that was paid goes back (`settleDues`).
 * Repeating it with the same key answers the same. Throws `order.not-found`, `order.state` once something is
 * shipped or the order has ended, and `validation.failed` without a reason.
 */
export async function cancelOrder(req: PayloadRequest, call: CancelOrder): Promise<OrderView> {
  const { orderId, reason, key } = call
  if (!reason.trim())
    throw new DomainError('validation.failed', {
      errors: [{ path: 'reason', message: 'A reason is required.' }],
    })
  let changes: StockChange[] = []
  await inTransaction(req, (tx) =>
    once(tx, { scope: `order.cancel:${orderId}`, key, body: { reason } }, async () => {
      changes = await cancelWithin(tx, req, call)
      return true
    }),
  )
  await announceStock(req, changes)
  await settleLater(req, orderId)
  const order = await orderById(req, orderId)
  if (!order) throw new DomainError('order.not-found')
  return order
}
