import { isAtBank, isOnline } from '#domain/pay-online'
import type { OrderView } from '#domain/views'
import type { Shop } from './shop'

/** The one word for where an order stands: what stops it, then where it is, then its money. */
export function statusKey(order: OrderView): string {
  const { fulfilmentStatus, paymentStatus, paymentMethod } = order
  if (fulfilmentStatus !== 'unfulfilled') return fulfilmentStatus
  if (paymentStatus === 'pending' && paymentMethod === 'cash-on-delivery') return 'atDoor'
  if (isAtBank(order)) return 'atBank'
  if (paymentStatus === 'pending' && isOnline(order)) return 'toPay'
  return paymentStatus
}

const good = new Set(['paid', 'fulfilled', 'delivered'])
const over = new Set(['cancelled', 'expired', 'failed'])

export function OrderStatus({ shop, order }: { shop: Shop; order: OrderView }) {
  const key = statusKey(order)
  return (
    <span className={good.has(key) ? 'status ok' : over.has(key) ? 'status over' : 'status'}>
      {shop.t(`status.${key}`)}
    </span>
  )
}
