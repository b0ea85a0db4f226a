import { readCart } from '#services/cart'
import { requireCart, route } from '../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    GET: async (call) => {
      const token = requireCart(call)
      await call.count('cart', token)
      return {
        cart: await readCart(call.req, token, { explain: call.url.searchParams.get('explain') === '1' }),
      }
    },
  },
  { direct: true },
)
