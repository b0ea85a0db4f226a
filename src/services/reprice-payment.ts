import { advancePayment } from '#domain/order-state'
import { shrinkHeld, takeHeld } from './held-credit'
import { holdForGood } from './hold-pairs'
import type { LockedOrder } from './order-lock'
import { addPayment, lockPayment, savePayment, statusOfSums, type LockedPayment } from './payment-row'
import { providerOf } from './payments/providers'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** What other payments have brought, or hold of gift cards and credit. */
const elsewhere: Statement = {
  name: 'payment-elsewhere',
  text: `SELECT coalesce(sum(CASE WHEN credit_id IS NOT NULL AND status = 'authorised' THEN amount ELSE captured END), 0)::float8 AS captured
    FROM payments WHERE order_id = $1 AND id <> $2`,
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

/** All that is left to pay is held of gift cards and credit: it counts as paid, and nothing else is asked for. */
async function payByHeld(tx: Transaction, order: LockedOrder, payment: LockedPayment): Promise<LockedOrder> {
  await savePayment(tx, released(payment))
  const captured = order.captured + (await takeHeld(tx, order.id))
  await holdForGood(tx, order.id)
  return { ...order, captured, held: 0, expiresAt: null }
}

/** Cards have paid all of it so far. What it costs more is asked for by a payment of its own. */
async function askAnew(
  tx: Transaction,
  order: LockedOrder,
  { payment, amount }: { payment: LockedPayment; amount: number },
): Promise<LockedOrder> {
  const missing = amount - payment.captured
  if (missing > 0) await addPayment(tx, order, { attempt: payment.attempt + 1, amount: missing })
  return order
}

/**
 * Makes the payments of a locked order ask for `total` minor units in all. What people pay by hand asks for another
 * sum; what a provider holds or expects is called off and asked for anew; what it has taken stays, and only the
 * difference is asked for. What is held of gift cards and credit beyond the total goes back to them. Answers with the
 * order to go on from: its payment status, and what now counts as paid.
 */
export async function repricePayment(
  tx: Transaction,
  order: LockedOrder,
  total: number,
): Promise<LockedOrder> {
  const payment = await lockPayment(tx, order.id)
  const [others] = await run<{ captured: number }>(tx, elsewhere, [order.id, payment.id])
  const amount = total - (others?.captured ?? 0)
  if (payment.creditId) return askAnew(tx, order, { payment, amount })
  if (amount < 0 && order.held > 0) {
    const by = Math.min(order.held, -amount)
    await shrinkHeld(tx, order.id, by)
    return repricePayment(tx, { ...order, held: order.held - by }, total)
  }
  if (amount <= 0 && payment.captured === 0 && order.held > 0) return payByHeld(tx, order, payment)
  const { isOffline } = providerOf(payment.provider)
  if (isOffline && payment.status === 'cancelled') return askAnew(tx, order, { payment, amount })
  if (amount === payment.amount) return order
  if (amount <= 0 && payment.captured === 0 && !isOffline) {
    await savePayment(tx, released(payment))
    return order
  }
  if (isOffline || amount <= payment.captured) {
    const sized = { ...payment, amount: Math.max(amount, payment.captured) }
    await run(tx, resize, [payment.id, sized.amount])
    if (payment.captured > 0) await savePayment(tx, { ...sized, status: statusOfSums(sized) })
    return order
  }
  if (payment.captured === 0) await savePayment(tx, released(payment))
  else await run(tx, resize, [payment.id, payment.captured])
  await addPayment(tx, order, { attempt: payment.attempt + 1, amount: amount - payment.captured })
  return order.paymentStatus === 'authorised'
    ? { ...order, paymentStatus: advancePayment(order.paymentStatus, 'pending') }
    : order
}
