import { canPayOnline } from '#domain/pay-online'
import type { OrderView } from '#domain/views'

/** Where one goes on from an order that has just been placed. */
export const pathAfter = (order: OrderView): string =>
  `/orders/${order.number}${canPayOnline(order) ? '/pay' : ''}`
