import type { PaymentStatus } from './order-state'
import type { OrderView } from './views'

/** People tell the shop when this money comes; there is nothing to do in a browser. */
const byHand = new Set(['manual', 'cash-on-delivery', 'gift-card', 'store-credit'])
const open = new Set<PaymentStatus>(['pending', 'failed', 'partially-paid'])

type Paid = Pick<OrderView, 'paymentMethod' | 'paymentStatus' | 'fulfilmentStatus' | 'expiresAt'>

/** Is this order paid over a provider's form in the browser? */
export const isOnline = ({ paymentMethod }: Pick<OrderView, 'paymentMethod'>): boolean =>
  !byHand.has(paymentMethod)

/** A bank has been asked and takes days: the order is held without an end, and is not to be paid again. */
export const isAtBank = (order: Paid): boolean =>
  isOnline(order) && order.paymentStatus === 'pending' && order.expiresAt === undefined

/** May its buyer pay this order now? */
export const canPayOnline = (order: Paid): boolean =>
  isOnline(order) &&
  open.has(order.paymentStatus) &&
  order.fulfilmentStatus !== 'cancelled' &&
  !isAtBank(order)
