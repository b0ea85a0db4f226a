import { payByStoreCredit } from '#services/cart-credits'
import { requireCart, requireCustomer, route, type Call } from '../../../../_http/route'

const pay = (isUsed: boolean) => async (call: Call) => {
  const token = requireCart(call)
  await call.count('cart', token)
  if (isUsed) await requireCustomer(call)
  return { cart: await payByStoreCredit(call.req, token, isUsed) }
}

export const { GET, POST, PUT, PATCH, DELETE } = route(
  { PUT: pay(true), DELETE: pay(false) },
  { direct: true },
)
