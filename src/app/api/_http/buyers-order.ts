import type { OrderView } from '#domain/views'
import { readOrder } from '#services/order-access'
import { orderCookieName } from './cookies'
import type { Call } from './route'

/** The order of a path or form, for whoever holds its key or is signed in as its buyer. Throws `order.not-found`. */
export async function buyersOrder(call: Call, number: string): Promise<OrderView> {
  await call.count('order')
  const token = call.request.headers.get('x-order-token') ?? call.cookie(orderCookieName(number))
  return readOrder(call.req, { number, token, customerId: (await call.customer())?.id })
}

/** The caller's idempotency key, if any. */
export const keyIn = ({ request }: Call): { key?: string } => {
  const key = request.headers.get('idempotency-key')
  return key ? { key } : {}
}
