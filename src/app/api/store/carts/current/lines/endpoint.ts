import { addLine } from '#services/cart'
import { readJson } from '../../../../_http/body'
import { requireCart, route } from '../../../../_http/route'
import { newLine } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    POST: async (call) => {
      const token = requireCart(call)
      await call.count('cart', token)
      return { cart: await addLine(call.req, token, await readJson(call.request, newLine)) }
    },
  },
  { direct: true },
)
