import { removeGiftCard } from '#services/cart-credits'
import { requireCart, route } from '../../../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    DELETE: async (call) => {
      const token = requireCart(call)
      await call.count('cart', token)
      return { cart: await removeGiftCard(call.req, token, call.params.id ?? '') }
    },
  },
  { direct: true },
)
