import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { canPayOnline } from '#domain/pay-online'
import type { OrderView } from '#domain/views'
import { cancelWithin } from './cancel-order'
import { lockOrder } from './order-lock'
import { orderById } from './order-view'
import { lockPayment } from './payment-row'
import { providerOf } from './payments/providers'
import { recordPaymentState } from './record-payment-event'
import { announceStock } from './reserve-stock'
import { settleLater } from './settle-dues'
import { inTransaction } from './transaction'

const reason = 'Given up by the buyer before it was paid'

/** What the provider knows counts, and may not have been heard yet. */
async function hearProvider(req: PayloadRequest, orderId: string): Promise<void> {
  const { provider, reference } = await inTransaction(req, async (tx) => {
    await lockOrder(tx, orderId)
    return lockPayment(tx, orderId)
  })
  const state = reference ? await providerOf(provider).read(reference) : undefined
  if (state) await recordPaymentState(req, provider, state)
}

/**
 * A buyer turns away from an order that is still to be paid in a browser: its pairs come free and its payment is cancelled at the
 * provider, so that it can be paid by nobody any more; what was paid in that very moment goes back. Repeating it changes nothing.
 * Throws `order.not-found`, `order.not-payable` when it is paid, at a bank or not paid in a browser, and
 * `payment.unavailable` while the provider cannot be asked.
 */
export async function giveUpOrder(req: PayloadRequest, orderId: string): Promise<OrderView> {
  await hearProvider(req, orderId)
  const changes = await inTransaction(req, async (tx) => {
    const order = await lockOrder(tx, orderId)
    if (order.fulfilmentStatus === 'cancelled' && order.captured === 0) return []
    const { paymentStatus, fulfilmentStatus } = order
    if (order.captured > 0 || !canPayOnline({ ...order, expiresAt: order.expiresAt ?? undefined }))
      throw new DomainError('order.not-payable', { paymentStatus, fulfilmentStatus })
    return cancelWithin(tx, req, { orderId, reason })
  })
  await announceStock(req, changes)
  await settleLater(req, orderId)
  const order = await orderById(req, orderId)
  if (!order) throw new DomainError('order.not-found')
  return order
}
