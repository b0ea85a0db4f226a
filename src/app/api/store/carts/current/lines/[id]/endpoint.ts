import { DomainError } from '#domain/errors'
import { removeLine, setLine } from '#services/cart'
import { readJson } from '../../../../../_http/body'
import { requireCart, route, type Call } from '../../../../../_http/route'
import { lineChange } from '../../../../schemas'

/** Ids of array rows are 24 hex digits: what is not cannot name a line. */
function lineId({ params: { id = '' } }: Call): string {
  if (!/^[0-9a-f]{24}$/.test(id)) throw new DomainError('cart.line-not-found')
  return id
}

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    PATCH: async (call) => {
      const token = requireCart(call)
      await call.count('cart', token)
      const { quantity } = await readJson(call.request, lineChange)
      return { cart: await setLine(call.req, token, lineId(call), quantity) }
    },
    DELETE: async (call) => {
      const token = requireCart(call)
      await call.count('cart', token)
      return { cart: await removeLine(call.req, token, lineId(call)) }
    },
  },
  { direct: true },
)
