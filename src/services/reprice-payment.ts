import { advancePayment, type PaymentStatus } from '#domain/order-state'
import type { LockedOrder } from './order-lock'
import { addPayment, lockPayment, savePayment, statusOfSums, type LockedPayment } from './payment-row'
import { providerOf } from './payments/providers'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

const elsewhere: Statement = {
  name: 'payment-elsewhere',
  text: 'SELECT coalesce(sum(captured), 0)::float8 AS captured FROM payments WHERE order_id = $1 AND id <> $2',
}
const resize: Statement = {
  name: 'payment-resize',
  text: 'UPDATE payments SET amount = $2, updated_at = now() WHERE id = $1',
}
/** A hold of another sum is let go after the commit. */
const released = (payment: LockedPayment): LockedPayment => ({
  ...payment,
  status: 'cancelled',
  data: payment.reference ? { cancelDue: true } : null,
})

/**
 * Makes the payments of a locked order ask for `total` minor units in all. What people pay by hand asks for another
 * sum; what a provider holds or expects is called off and asked for anew; what it has taken stays, and only the
 * difference is asked for. Answers with the payment status to go on from.
 */
export async function repricePayment(
  tx: Transaction,
  order: LockedOrder,
  total: number,
): Promise<PaymentStatus> {
  const payment = await lockPayment(tx, order.id)
  const [others] = await run<{ captured: number }>(tx, elsewhere, [order.id, payment.id])
  const amount = total - (others?.captured ?? 0)
  if (amount === payment.amount) return order.paymentStatus
  const { isOffline } = providerOf(payment.provider)
  if (amount <= 0 && payment.captured === 0 && !isOffline) {
    await savePayment(tx, released(payment))
    return order.paymentStatus
  }
  if (isOffline || amount <= payment.captured) {
    const sized = { ...payment, amount: Math.max(amount, payment.captured) }
    await run(tx, resize, [payment.id, sized.amount])
    if (payment.captured > 0) await savePayment(tx, { ...sized, status: statusOfSums(sized) })
    return order.paymentStatus
  }
  if (payment.captured === 0) await savePayment(tx, released(payment))
  else await run(tx, resize, [payment.id, payment.captured])
  await addPayment(tx, order, { attempt: payment.attempt + 1, amount: amount - payment.captured })
  return order.paymentStatus === 'authorised'
    ? advancePayment(order.paymentStatus, 'pending')
    : order.paymentStatus
}
