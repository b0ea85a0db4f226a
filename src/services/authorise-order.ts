import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import type { CheckoutAnswer, OrderView } from '#domain/views'
import { payOrder } from './pay-order'
import { run, type Statement } from './statement'

type Answer = Pick<CheckoutAnswer, 'order' | 'payment'>

const keepAnswer: Statement = {
  name: 'checkout-keep-answer',
  text: `UPDATE idempotency_keys k SET status = 201, response = $3::jsonb FROM orders o
    WHERE o.id = $1 AND k.scope = 'cart:' || o.cart_id AND k.key = $2`,
}

/**
 * Begins the payment of an order that has just been placed, and keeps the answer under the checkout's key. The
 * order stands whatever the provider does: without its answer there is no client secret, `POST /orders/:number/pay`
 * asks again, and so does a repeat under the same key.
 */
export async function authoriseOrder(req: PayloadRequest, order: OrderView, key: string): Promise<Answer> {
  const unanswered = { order, payment: { method: order.paymentMethod, status: order.paymentStatus } }
  try {
    const answer = await payOrder(req, order.id)
    await run(req, keepAnswer, [order.id, key, JSON.stringify(answer)])
    return answer
  } catch (error) {
    if (error instanceof DomainError && error.code === 'order.not-payable') return unanswered
    req.payload.logger.warn({ msg: `The provider gave no answer for ${order.number}`, err: error })
    return unanswered
  }
}
