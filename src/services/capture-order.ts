import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { money } from '#domain/money'
import { isExpired } from '#domain/order-state'
import type { OrderView } from '#domain/views'
import { actorOf } from './actor'
import { applyCaptured } from './apply-money'
import { recordAudit } from './audit'
import { once } from './once'
import { lockOrder, type LockedOrder } from './order-lock'
import { orderById } from './order-view'
import { lockPayment, type LockedPayment } from './payment-row'
import { providerOf } from './payments/providers'
import { idOf, run, type Statement } from './statement'
import { announceStock, type StockChange } from './reserve-stock'
import { inTransaction, type Transaction } from './transaction'

export interface CaptureOrder {
  orderId: string
  /** Minor units; left out: all that is outstanding. */
  amount?: number
  key?: string
}

const providerFor: Statement = {
  name: 'capture-provider',
  text: `SELECT payment_method AS provider FROM orders WHERE id = ${idOf('$1')}`,
}

function amountToCapture(order: LockedOrder, payment: LockedPayment, wanted?: number): number {
  if (order.fulfilmentStatus === 'cancelled' && !isExpired(order))
    throw new DomainError('order.not-payable', { fulfilmentStatus: order.fulfilmentStatus })
  const outstanding = payment.amount - payment.captured
  const isPaid = order.captured >= order.total + order.credited
  if (isPaid || outstanding === 0 || payment.status === 'cancelled')
    throw new DomainError('order.not-payable', { paymentStatus: order.paymentStatus })
  const amount = wanted ?? outstanding
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > outstanding)
    throw new DomainError('payment.amount', { amount, outstanding })
  return amount
}

async function capture(tx: Transaction, req: PayloadRequest, call: CaptureOrder): Promise<StockChange[]> {
  const order = await lockOrder(tx, call.orderId)
  const payment = await lockPayment(tx, order.id)
  const amount = amountToCapture(order, payment, call.amount)
  const changes = await applyCaptured(tx, {
    order,
    payment,
    captured: payment.captured + amount,
    actor: actorOf(req),
  })
  const after = await lockOrder(tx, order.id)
  // Nobody takes money for pairs that are gone: the desk decides whether to send it back.
  if (after.fulfilmentStatus === 'cancelled') throw new DomainError('order.not-payable', { reason: 'stock' })
  await recordAudit(req, {
    action: 'order.capture',
    entity: 'orders',
    entityId: order.id,
    before: { captured: order.captured, paymentStatus: order.paymentStatus },
    after: { captured: after.captured, paymentStatus: after.paymentStatus },
  })
  return changes
}

/** Money that a network provider holds is taken there first; its key makes a repeat the same capture. */
async function captureAtProvider(req: PayloadRequest, call: CaptureOrder): Promise<void> {
  const [known] = await run<{ provider: string }>(req, providerFor, [call.orderId])
  const provider = known && providerOf(known.provider)
  if (!provider || provider.isOffline) return
  const payment = await inTransaction(req, async (tx) => {
    const order = await lockOrder(tx, call.orderId)
    const row = await lockPayment(tx, order.id)
    if (row.captured === row.amount) return undefined
    return {
      orderId: order.id,
      orderNumber: order.number,
      amount: money(amountToCapture(order, row, call.amount), order.currency),
      ...(row.reference && { reference: row.reference }),
      idempotencyKey: `${row.id}:capture:${row.captured}`,
    }
  })
  if (payment) await provider.capture(payment)
}

/**
 * The order's money has come, or part of it: the payment status follows the sums, and the buyer is told. An
 * order that had expired is brought back when its pairs are still there. Repeating it with the same key answers
 * the same. Throws `order.not-found`, `order.not-payable`, or `payment.amount` for more than is outstanding.
 */
export async function captureOrder(req: PayloadRequest, call: CaptureOrder): Promise<OrderView> {
  await captureAtProvider(req, call)
  let changes: StockChange[] = []
  const { orderId, amount, key } = call
  const order = await inTransaction(req, (tx) =>
    once(tx, { scope: `order.capture:${orderId}`, key, body: { amount } }, async () => {
      changes = await capture(tx, req, call)
      return orderById(tx, orderId)
    }),
  )
  await announceStock(req, changes)
  if (!order) throw new DomainError('order.not-found')
  return order
}
