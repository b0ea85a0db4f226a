import type { PayloadRequest } from 'payload'
import type { Currency } from '#domain/markets'
import { money } from '#domain/money'
import { applyRefunded } from './apply-money'
import { lockOrder } from './order-lock'
import { lockPayment, savePayment, type PaymentDues } from './payment-row'
import { providerOf } from './payments/providers'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

interface DuePayment {
  id: string
  orderId: string
  number: string
  provider: string
  reference: string | null
  currency: Currency
  refunded: number
  data: PaymentDues
}

const batch = 50
const due: Statement = {
  name: 'payments-due',
  text: `SELECT p.id, p.order_id AS "orderId", o.number, p.provider, p.reference, p.currency, p.refunded::float8 AS refunded, p.data
    FROM payments p JOIN orders o ON o.id = p.order_id
    WHERE (p.data ? 'refundDue' OR p.data ? 'cancelDue') AND ($1::uuid IS NULL OR p.order_id = $1) ORDER BY p.id LIMIT ${batch}`,
}

async function refund(req: PayloadRequest, payment: DuePayment, amount: number): Promise<void> {
  const { orderId, number, provider, reference, currency, refunded } = payment
  await providerOf(provider).refund({
    orderId,
    orderNumber: number,
    amount: money(amount, currency),
    ...(reference && { reference }),
    idempotencyKey: `${payment.id}:refund:${refunded}`,
  })
  await inTransaction(req, async (tx) => {
    const order = await lockOrder(tx, orderId)
    await applyRefunded(tx, { order, payment: await lockPayment(tx, orderId), refunded: refunded + amount })
  })
}

/** What is owed once the hold is let go. */
const duesAfter = (dues: PaymentDues | null): PaymentDues | null =>
  dues?.refundDue ? { refundDue: dues.refundDue } : null

async function cancel(req: PayloadRequest, payment: DuePayment): Promise<void> {
  const { orderId, number, provider, reference, currency } = payment
  await providerOf(provider).cancel({
    orderId,
    orderNumber: number,
    amount: money(0, currency),
    ...(reference && { reference }),
    idempotencyKey: `${payment.id}:cancel`,
  })
  await inTransaction(req, async (tx) => {
    await lockOrder(tx, orderId)
    const now = await lockPayment(tx, orderId)
    await savePayment(tx, {
      ...now,
      status: now.captured === 0 ? 'cancelled' : now.status,
      data: duesAfter(now.data),
    })
  })
}

/**
 * Does at the providers what is still owed: refunds and holds to be let go. Safe to repeat, since each carries an
 * idempotency key of its own; whatever fails is still owed and tried again by the next call. Answers with how
 * many were settled; for one order, or for the oldest of all.
 */
export async function settleDues(req: PayloadRequest, orderId?: string): Promise<number> {
  const payments = await run<DuePayment>(req, due, [orderId ?? null])
  for (const payment of payments) {
    if (payment.data.refundDue) await refund(req, payment, payment.data.refundDue)
    if (payment.data.cancelDue) await cancel(req, payment)
  }
  return payments.length
}
