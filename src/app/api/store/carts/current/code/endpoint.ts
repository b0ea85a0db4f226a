import { clearCode } from '#services/cart'
import { readJson } from '../../../../_http/body'
import { giveCode } from '../../../../_http/give-code'
import { requireCart, route } from '../../../../_http/route'
import { code } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    PUT: async (call) => {
      requireCart(call)
      const { code: given } = await readJson(call.request, code)
      return { cart: await giveCode(call, given) }
    },
    DELETE: async (call) => {
      const token = requireCart(call)
      await call.count('cart', token)
      return { cart: await clearCode(call.req, token) }
    },
  },
  { direct: true },
)
