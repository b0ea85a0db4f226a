import { readJson } from '../../../../_http/body'
import { giveGiftCard } from '../../../../_http/give-code'
import { requireCart, route } from '../../../../_http/route'
import { code } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    POST: async (call) => {
      requireCart(call)
      const { code: given } = await readJson(call.request, code)
      return { cart: await giveGiftCard(call, given) }
    },
  },
  { direct: true },
)
