import type { PayloadRequest } from 'payload'
import { advanceFulfilment, advancePayment } from '#domain/order-state'
import { lockedOrderColumns, saveOrder, tellTimeline, type LockedOrder } from './order-lock'
import { letGoOfHeld } from './held-credit'
import { lockPayment, savePayment } from './payment-row'
import { providerOf } from './payments/providers'
import { dropMail, queueMail } from './queue-mail'
import { giveBackRedemptions } from './redeem'
import { releaseStock } from './release-stock'
import { announceStock } from './reserve-stock'
import { settleLater } from './settle-dues'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

const batch = 100

/** Orders somebody is paying or shipping at this moment are skipped: the next call looks at them again. */
const lockDue: Statement = {
  name: 'expire-lock',
  text: `SELECT ${lockedOrderColumns} FROM orders
    WHERE expires_at <= now() AND payment_status IN ('pending', 'authorised', 'failed') AND fulfilment_status = 'unfulfilled'
    ORDER BY expires_at LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
}

async function expire(tx: Transaction, order: LockedOrder): Promise<void> {
  const payment = await lockPayment(tx, order.id)
  const mustCancel = !providerOf(payment.provider).isOffline
  await savePayment(tx, { ...payment, status: 'expired', data: mustCancel ? { cancelDue: true } : null })
  await saveOrder(tx, {
    ...order,
    paymentStatus: advancePayment(order.paymentStatus, 'expired'),
    fulfilmentStatus: advanceFulfilment(order.fulfilmentStatus, 'cancelled'),
    expiresAt: null,
  })
  await tellTimeline(tx, order.id, { kind: 'expired', actor: 'system' })
  await dropMail(tx, 'payment-failed', order.number)
  await queueMail(tx, {
    template: 'order-expired',
    entity: order.number,
    recipient: order.email,
    locale: order.locale,
  })
}

const expireBatch = (req: PayloadRequest) =>
  inTransaction(req, async (tx) => {
    const orders = await run<LockedOrder>(tx, lockDue, [])
    for (const order of orders) await expire(tx, order)
    const ids = orders.map((order) => order.id)
    await letGoOfHeld(tx, ids, 'expired')
    await giveBackRedemptions(tx, ids)
    return { orders, changes: await releaseStock(tx, ids) }
  })

/**
 * Ends orders that stayed unpaid for too long and gives their pairs back, in batches until none is due. Several
 * at once share the work. What a provider still holds is let go after the commit. Answers with how many ended.
 */
export async function expireReservations(req: PayloadRequest): Promise<number> {
  let ended = 0
  for (;;) {
    const { orders, changes } = await expireBatch(req)
    if (orders.length === 0) return ended
    await announceStock(req, changes)
    await settleLater(req, ...orders.map((order) => order.id))
    ended += orders.length
  }
}
