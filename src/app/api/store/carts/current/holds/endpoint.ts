import { openHold } from '#services/open-hold'
import { readJson } from '../../../../_http/body'
import { requireCart, route } from '../../../../_http/route'
import { holdKey } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    POST: async (call) => {
      const token = requireCart(call)
      await call.count('cart', token)
      return { cart: await openHold(call.req, token, await readJson(call.request, holdKey)) }
    },
  },
  { direct: true },
)
