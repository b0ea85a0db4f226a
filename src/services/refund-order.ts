import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { planRefund, type RefundRequest } from '#domain/refund'
import type { OrderView } from '#domain/views'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { once } from './once'
import { lockOrder } from './order-lock'
import { orderById } from './order-view'
import { oweRefund } from './refund-rows'
import { refundableOf } from './refundable'
import { creditFor } from './store-credit'
import { settleLater } from './settle-dues'
import { inTransaction, type Transaction } from './transaction'

export interface RefundOrder extends RefundRequest {
  orderId: string
  /** As store credit, or for a guest as a gift card, instead of back to where it came from. */
  toCredit?: boolean
  reason: string
  key?: string
}

async function refund(tx: Transaction, req: PayloadRequest, call: RefundOrder): Promise<void> {
  const { orderId, reason, toCredit } = call
  const order = await lockOrder(tx, orderId)
  const plan = planRefund(await refundableOf(tx, order), call)
  const owing = { kind: 'refund' as const, plan, reason, actor: actorOf(req) }
  const { order: after } = await oweRefund(tx, order, {
    ...owing,
    ...(toCredit && plan.amount > 0 && { creditId: await creditFor(tx, order) }),
  })
  await recordAudit(req, {
    action: 'order.refund',
    entity: 'orders',
    entityId: orderId,
    before: { owed: order.owed, refunded: order.refunded },
    after: { owed: after.owed, refunded: after.refunded, amount: plan.amount, lines: plan.lines, toCredit },
    reason,
  })
}

/**
 * Sends money of an order back: for lines by their frozen shares, for delivery, or as goodwill. The provider is
 * called after the commit and again by a job until it has worked; what was paid offline is owed until staff say
 * that it was sent. Repeating it with the same key answers the same. Throws `order.not-found`,
 * `validation.failed`, `refund.line` for pairs whose money went back already, and `refund.amount` for more than
 * is left of what came.
 */
export async function refundOrder(req: PayloadRequest, call: RefundOrder): Promise<OrderView> {
  const { orderId, key, ...body } = call
  if (!body.reason.trim())
    throw new DomainError('validation.failed', {
      errors: [{ path: 'reason', message: 'A reason is required.' }],
    })
  await inTransaction(req, (tx) =>
    once(tx, { scope: `order.refund:${orderId}`, key, body }, async () => {
      await refund(tx, req, call)
      return true
    }),
  )
  await settleLater(req, orderId)
  const order = await orderById(req, orderId)
  if (!order) throw new DomainError('order.not-found')
  return order
}
