import { setGiftNote } from '#services/gift-note'
import { readJson } from '../../../../_http/body'
import { requireCart, route } from '../../../../_http/route'
import { giftNote } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    PUT: async (call) => {
      const token = requireCart(call)
      await call.count('cart', token)
      const { giftNote: given } = await readJson(call.request, giftNote)
      return { cart: await setGiftNote(call.req, token, given) }
    },
    DELETE: async (call) => {
      const token = requireCart(call)
      await call.count('cart', token)
      return { cart: await setGiftNote(call.req, token, '') }
    },
  },
  { direct: true },
)
