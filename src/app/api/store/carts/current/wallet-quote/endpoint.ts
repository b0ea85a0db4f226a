import { walletQuote } from '#services/wallet-quote'
import { readJson } from '../../../../_http/body'
import { requireCart, route } from '../../../../_http/route'
import { walletPlace } from '../../../schemas'

/** Where somebody lives comes in the body: addresses of calls end up in logs. */
export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    POST: async (call) => {
      const token = requireCart(call)
      await call.count('cart', token)
      return walletQuote(call.req, token, await readJson(call.request, walletPlace))
    },
  },
  { direct: true },
)
