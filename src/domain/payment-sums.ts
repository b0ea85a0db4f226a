import { advancePayment, type PaymentStatus } from './order-state'

export interface PaidSums {
  total: number
  captured: number
  refunded: number
}

const afterCapture = ({ total, captured }: PaidSums): PaymentStatus | undefined =>
  captured === 0 ? undefined : captured >= total ? 'paid' : 'partially-paid'

const afterRefund = ({ captured, refunded }: PaidSums): PaymentStatus | undefined =>
  refunded === 0 ? undefined : refunded >= captured ? 'refunded' : 'partially-refunded'

/** Statuses that already say that money has gone back: more of it coming in does not unsay it. */
const isRefund = (status: PaymentStatus): boolean => status === 'refunded' || status === 'partially-refunded'

/**
 * The payment status that the sums of an order say, reached by the table: first what came, then what went back.
 * Minor units. Throws `order.state` when the table forbids it.
 */
export function paymentStatusAfter(from: PaymentStatus, sums: PaidSums): PaymentStatus {
  const came = afterCapture(sums)
  const paid = came && !isRefund(from) ? advancePayment(from, came) : from
  const went = afterRefund(sums)
  return went ? advancePayment(paid, went) : paid
}

/**
 * The payment status of an order whose total an edit has changed, by its sums; `total` with what edits before have
 * given back. Nothing paid stays as it is. Minor units. Throws `order.state` when the table forbids it.
 */
export function paymentStatusAfterEdit(from: PaymentStatus, sums: PaidSums): PaymentStatus {
  const came = afterCapture(sums)
  if (!came) return from
  if (came === 'partially-paid') return advancePayment(from, came)
  return advancePayment(from, afterRefund(sums) ?? came)
}
