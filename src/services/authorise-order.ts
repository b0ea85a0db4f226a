import type { PayloadRequest } from 'payload'
import type { CheckoutAnswer, OrderView } from '#domain/views'
import { orderById } from './order-view'
import { providerOf } from './payments/providers'
import { applyAuthorisation } from './record-payment-event'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

const keepAnswer: Statement = {
  name: 'checkout-keep-answer',
  text: `UPDATE idempotency_keys k SET status = 201, response = $3::jsonb FROM orders o
    WHERE o.id = $1 AND k.scope = 'cart:' || o.cart_id AND k.key = $2`,
}

/**
 * Asks the provider for the money of a committed order and keeps the answer under the checkout's key. The order
 * is the provider's idempotency key, so a repeat after a crash is the same payment.
 */
export async function authoriseOrder(
  req: PayloadRequest,
  order: OrderView,
  key: string,
): Promise<CheckoutAnswer['payment']> {
  const provider = providerOf(order.paymentMethod)
  const { status, reference, clientSecret } = await provider.authorise({
    orderId: order.id,
    orderNumber: order.number,
    amount: order.totals.total,
    idempotencyKey: order.id,
  })
  const payment = { method: provider.id, status, ...(clientSecret && { clientSecret }) }
  await inTransaction(req, async (tx) => {
    await applyAuthorisation(tx, order.id, { status, reference })
    const now = (await orderById(tx, order.id)) ?? order
    await run(tx, keepAnswer, [order.id, key, JSON.stringify({ order: now, payment })])
  })
  return payment
}
