import { isBalance } from './payments/credit'
import { manual } from './payments/manual'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

export type PaymentRowStatus =
  | 'pending'
  | 'authorised'
  | 'partially-captured'
  | 'captured'
  | 'partially-refunded'
  | 'refunded'
  | 'failed'
  | 'cancelled'
  | 'expired'

/** What is still owed to a provider: done after the commit, and again by a job until it has worked. */
export interface PaymentDues {
  cancelDue?: boolean
}

export interface LockedPayment {
  id: string
  provider: string
  /** Counts the tries of an order from 1: each is one payment at the provider. */
  attempt: number
  reference: string | null
  status: PaymentRowStatus
  amount: number
  captured: number
  refunded: number
  data: PaymentDues | null
  /** The gift card or store credit that pays it. */
  creditId: string | null
}

const columns = `id, provider, attempt::float8 AS attempt, reference, status, amount::float8 AS amount, captured::float8 AS captured, refunded::float8 AS refunded, data, credit_id AS "creditId"`

/** The last one that no card pays is the one that counts: a new try makes a new row. */
const lock: Statement = {
  name: 'payment-lock',
  text: `SELECT ${columns} FROM payments WHERE order_id = $1 ORDER BY credit_id IS NOT NULL, attempt DESC LIMIT 1 FOR UPDATE`,
}
const lockByReference: Statement = {
  name: 'payment-lock-reference',
  text: `SELECT ${columns} FROM payments WHERE order_id = $1 AND credit_id IS NULL AND (reference = $2 OR reference IS NULL)
    ORDER BY reference IS NULL, attempt DESC LIMIT 1 FOR UPDATE`,
}
const lockById: Statement = {
  name: 'payment-lock-id',
  text: `SELECT ${columns} FROM payments WHERE id = $1 FOR UPDATE`,
}
const add: Statement = {
  name: 'payment-add',
  text: `INSERT INTO payments (order_id, provider, attempt, status, currency, amount)
    VALUES ($1, $2, $3, 'pending', $4, $5) RETURNING ${columns}`,
}
const save: Statement = {
  name: 'payment-save',
  text: `UPDATE payments SET status = $2, captured = $3, refunded = $4, reference = $5, data = $6::jsonb, updated_at = now() WHERE id = $1`,
}

/** The payment of a locked order: of one that cards pay alone, the last of theirs. */
export async function lockPayment(tx: Transaction, orderId: string): Promise<LockedPayment> {
  const [payment] = await run<LockedPayment>(tx, lock, [orderId])
  if (!payment) throw new Error('An order has no payment')
  return payment
}

/** The payment of a locked order that has the provider's number, or else one that has been given none yet. */
export async function lockPaymentByReference(
  tx: Transaction,
  orderId: string,
  reference: string,
): Promise<LockedPayment | undefined> {
  const [payment] = await run<LockedPayment>(tx, lockByReference, [orderId, reference])
  return payment
}

/** One payment of a locked order. */
export async function lockPaymentById(tx: Transaction, paymentId: string): Promise<LockedPayment> {
  const [payment] = await run<LockedPayment>(tx, lockById, [paymentId])
  if (!payment) throw new Error('A payment is not there')
  return payment
}

/** One more try for a locked order whose last one has ended. `amount` in minor units. */
export async function addPayment(
  tx: Transaction,
  order: { id: string; currency: string; paymentMethod: string },
  { attempt, amount }: { attempt: number; amount: number },
): Promise<LockedPayment> {
  const [payment] = await run<LockedPayment>(tx, add, [
    order.id,
    // What cards have paid alone is paid by transfer when it has become dearer.
    isBalance(order.paymentMethod) ? manual.id : order.paymentMethod,
    attempt,
    order.currency,
    amount,
  ])
  if (!payment) throw new Error('A payment was not written')
  return payment
}

export async function savePayment(tx: Transaction, payment: LockedPayment): Promise<void> {
  const { id, status, captured, refunded, reference, data } = payment
  await run(tx, save, [id, status, captured, refunded, reference, data && JSON.stringify(data)])
}

/** The status that a payment's own sums say. */
export function statusOfSums({
  amount,
  captured,
  refunded,
}: Pick<LockedPayment, 'amount' | 'captured' | 'refunded'>): PaymentRowStatus {
  if (refunded > 0) return refunded >= captured ? 'refunded' : 'partially-refunded'
  return captured >= amount ? 'captured' : 'partially-captured'
}
