import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import type { OrderView } from '#domain/views'
import { actorOf } from './actor'
import { applyRefund } from './apply-money'
import { recordAudit } from './audit'
import { once } from './once'
import { orderById } from './order-view'
import { providerOf } from './payments/providers'
import { lockPaymentById } from './payment-row'
import { lockRefund, orderOfRefund } from './refund-rows'
import { lockOrder } from './order-lock'
import { inTransaction, type Transaction } from './transaction'

export interface SettleRefund {
  refundId: string
  /** Of the bank transfer. */
  reference?: string
  key?: string
}

async function settle(tx: Transaction, req: PayloadRequest, { refundId, reference }: SettleRefund) {
  const orderId = await orderOfRefund(tx, refundId)
  if (!orderId) throw new DomainError('refund.not-found')
  await lockOrder(tx, orderId)
  const refund = await lockRefund(tx, refundId)
  if (refund?.status !== 'owed') throw new DomainError('refund.state', { from: refund?.status, to: 'done' })
  const payment = await lockPaymentById(tx, refund.paymentId)
  // A provider on the network says so itself; by hand the same money would go back twice.
  if (!providerOf(payment.provider).isOffline || refund.creditId || payment.creditId)
    throw new DomainError('refund.state', { provider: payment.provider })
  await applyRefund(tx, refundId, { actor: actorOf(req), ...(reference && { reference }) })
  await recordAudit(req, {
    action: 'refund.settle',
    entity: 'refunds',
    entityId: refundId,
    before: { status: refund.status },
    after: { status: 'done', ...(reference && { reference }) },
  })
  return orderById(tx, orderId)
}

/**
 * Staff have sent money back by hand, for a way to pay that nobody can call over a network. Repeating it with the
 * same key answers the same. Throws `refund.not-found`, and `refund.state` for one that is done or not theirs to do.
 */
export async function settleRefund(req: PayloadRequest, call: SettleRefund): Promise<OrderView> {
  const { refundId, key, reference } = call
  const order = await inTransaction(req, (tx) =>
    once(tx, { scope: `refund.settle:${refundId}`, key, body: { reference } }, () => settle(tx, req, call)),
  )
  if (!order) throw new DomainError('order.not-found')
  return order
}
