import type { PayloadRequest } from 'payload'
import { advanceFulfilment, advancePayment } from '#domain/order-state'
import { eachAlone } from './each-alone'
import { lockedOrderColumns, saveOrder, tellTimeline, type LockedOrder } from './order-lock'
import { letGoOfHeld } from './held-credit'
import { lockPayment, savePayment } from './payment-row'
import { isOutage } from './outage'
import { providerOf } from './payments/providers'
import { dropMail, queueMail } from './queue-mail'
import { giveBackRedemptions } from './redeem'
import { releaseStock } from './release-stock'
import { announceStock, type StockChange } from './reserve-stock'
import { settleLater } from './settle-dues'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

const batch = 100

const isDue = `expires_at <= now() AND payment_status IN ('pending', 'authorised', 'failed') AND fulfilment_status = 'unfulfilled'`

/** Orders somebody is paying or shipping at this moment are skipped: the next call looks at them again. */
const lockDue: Statement = {
  name: 'expire-lock',
  text: `SELECT ${lockedOrderColumns} FROM orders WHERE ${isDue} ORDER BY expires_at LIMIT ${batch} FOR UPDATE SKIP LOCKED`,
}
const lockOne: Statement = {
  name: 'expire-lock-one',
  text: `SELECT ${lockedOrderColumns} FROM orders WHERE id = $1 AND ${isDue} FOR UPDATE SKIP LOCKED`,
}
const due: Statement = {
  name: 'expire-due',
  text: `SELECT id, number FROM orders WHERE ${isDue} ORDER BY expires_at LIMIT ${batch}`,
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

interface Ended {
  orders: LockedOrder[]
  changes: StockChange[]
}

/** What is due, or one order of it, in one transaction. */
const expireBatch = (req: PayloadRequest, orderId?: string): Promise<Ended> =>
  inTransaction(req, async (tx) => {
    const orders = orderId
      ? await run<LockedOrder>(tx, lockOne, [orderId])
      : await run<LockedOrder>(tx, lockDue, [])
    for (const order of orders) await expire(tx, order)
    const ids = orders.map((order) => order.id)
    await letGoOfHeld(tx, ids, 'expired')
    await giveBackRedemptions(tx, ids)
    return { orders, changes: await releaseStock(tx, ids) }
  })

async function finish(req: PayloadRequest, { orders, changes }: Ended): Promise<number> {
  await announceStock(req, changes)
  await settleLater(req, ...orders.map((order) => order.id))
  return orders.length
}

/** Each order by itself, when a batch has failed: one that cannot be ended would else keep the pairs of all others. */
async function expireApart(req: PayloadRequest): Promise<number> {
  const ended = await eachAlone(req, await run<{ id: string; number: string }>(req, due, []), {
    name: ({ number }) => `Ending ${number}`,
    work: async ({ id }) => finish(req, await expireBatch(req, id)),
  })
  return ended.reduce((sum, count) => sum + count, 0)
}

/**
 * Ends orders that stayed unpaid for too long and gives their pairs back, in batches until none is due; one that fails holds up no
 * other. Several at once share the work. What a provider still holds is let go after the commit. Answers with how many ended.
 */
export async function expireReservations(req: PayloadRequest): Promise<number> {
  let ended = 0
  for (;;) {
    const together = await expireBatch(req).catch((error: unknown) => {
      if (isOutage(error)) throw error
      return undefined
    })
    const count = together ? await finish(req, together) : await expireApart(req)
    if (count === 0) return ended
    ended += count
  }
}
