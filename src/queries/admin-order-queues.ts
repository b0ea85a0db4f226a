import type { PayloadRequest, Where } from 'payload'
import { sql } from '@payloadcms/db-postgres'
import { adminRows } from './admin-rows'

export const orderQueues = ['to-pay', 'to-ship', 'today', 'disputed', 'all'] as const
export type OrderQueue = (typeof orderQueues)[number]

const open = ['unfulfilled', 'partially-fulfilled']

/**
 * What belongs to a queue of the order desk. `dayStart` is midnight of today in the zone of the shop.
 * To pay: money is outstanding and the order stands; one paid on delivery only once it has left.
 * To ship: pairs are still here, and paid, or paid on delivery.
 */
export function queueWhere(queue: OrderQueue, dayStart: Date): Where {
  if (queue === 'today') return { and: [{ placedAt: { greater_than_equal: dayStart.toISOString() } }] }
  if (queue === 'disputed') return { and: [{ dispute: { equals: 'open' } }] }
  if (queue === 'to-pay') {
    return {
      and: [
        { paymentStatus: { in: ['pending', 'authorised', 'partially-paid'] } },
        { fulfilmentStatus: { not_equals: 'cancelled' } },
        {
          or: [
            { paymentMethod: { not_equals: 'cash-on-delivery' } },
            { fulfilmentStatus: { in: ['fulfilled', 'delivered'] } },
          ],
        },
      ],
    }
  }
  if (queue === 'to-ship') {
    return {
      and: [
        { fulfilmentStatus: { in: open } },
        {
          or: [
            { paymentStatus: { in: ['paid', 'partially-refunded'] } },
            { paymentMethod: { equals: 'cash-on-delivery' } },
          ],
        },
        { paymentStatus: { not_in: ['expired', 'failed'] } },
      ],
    }
  }
  return {}
}

/** Midnight of today in the zone of the shop. */
export async function dayStartOf(req: PayloadRequest, timezone: string): Promise<Date> {
  const [row] = await adminRows<{ start: string }>(
    req.payload,
    sql`SELECT (date_trunc('day', now() AT TIME ZONE ${timezone}) AT TIME ZONE ${timezone})::text AS start`,
  )
  if (!row) throw new Error('The database gave no day')
  return new Date(row.start)
}

/** How many orders wait in each of the two working queues, for somebody who may read orders. */
export async function countQueues(
  req: PayloadRequest,
  dayStart: Date,
): Promise<{ toPay: number; toShip: number }> {
  const count = async (queue: OrderQueue) =>
    (
      await req.payload.count({
        collection: 'orders',
        where: queueWhere(queue, dayStart),
        overrideAccess: false,
        user: req.user,
        req,
      })
    ).totalDocs
  const [toPay, toShip] = await Promise.all([count('to-pay'), count('to-ship')])
  return { toPay, toShip }
}
