import { useStoreCredit } from '#services/cart-credits'
import { requireCart, requireCustomer, route, type Call } from '../../../../_http/route'

const use = (isUsed: boolean) => async (call: Call) => {
  const token = requireCart(call)
  await call.count('cart', token)
  if (isUsed) await requireCustomer(call)
  return { cart: await useStoreCredit(call.req, token, isUsed) }
}

export const { GET, POST, PUT, PATCH, DELETE } = route({ PUT: use(true), DELETE: use(false) })
