import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { advanceFulfilment } from '#domain/order-state'
import type { OrderView } from '#domain/views'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { once } from './once'
import { lockOrder, saveOrder, tellTimeline } from './order-lock'
import { orderById } from './order-view'
import { queueMail } from './queue-mail'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

export interface DeliverOrder {
  orderId: string
  /** When the carrier handed it over; left out: now. */
  at?: string
  key?: string
}

const mark: Statement = {
  name: 'order-delivered',
  text: 'UPDATE orders SET delivered_at = $2::timestamptz WHERE id = $1 AND delivered_at IS NULL',
}

const invalid = (message: string): never => {
  throw new DomainError('validation.failed', { errors: [{ path: 'at', message }] })
}

function timeOf(at: string | undefined): Date {
  const time = at === undefined ? new Date() : new Date(at)
  if (Number.isNaN(time.getTime())) return invalid('A date and time is required.')
  return time > new Date() ? invalid('This lies in the future.') : time
}

async function deliver(tx: Transaction, req: PayloadRequest, { orderId, at }: DeliverOrder) {
  const order = await lockOrder(tx, orderId)
  if (order.fulfilmentStatus !== 'fulfilled')
    throw new DomainError('order.state', { from: order.fulfilmentStatus, to: 'delivered' })
  const time = timeOf(at).toISOString()
  await saveOrder(tx, { ...order, fulfilmentStatus: advanceFulfilment(order.fulfilmentStatus, 'delivered') })
  await run(tx, mark, [order.id, time])
  await tellTimeline(tx, order.id, { kind: 'delivered', actor: actorOf(req), data: { at: time } })
  await queueMail(tx, {
    template: 'order-delivered',
    entity: order.number,
    recipient: order.email,
    locale: order.locale,
  })
  await recordAudit(req, {
    action: 'order.deliver',
    entity: 'orders',
    entityId: order.id,
    before: { fulfilmentStatus: order.fulfilmentStatus },
    after: { fulfilmentStatus: 'delivered', deliveredAt: time },
  })
  return orderById(tx, orderId)
}

/**
 * All parcels of an order have been handed over: the time for withdrawing counts from here. Repeating it with the
 * same key answers the same. Throws `order.not-found`, `order.state` before everything is shipped, and
 * `validation.failed` for a time that has not come yet.
 */
export async function deliverOrder(req: PayloadRequest, call: DeliverOrder): Promise<OrderView> {
  const { orderId, key, at } = call
  const order = await inTransaction(req, (tx) =>
    once(tx, { scope: `order.deliver:${orderId}`, key, body: { at } }, () => deliver(tx, req, call)),
  )
  if (!order) throw new DomainError('order.not-found')
  return order
}
