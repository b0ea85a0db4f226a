import { clearCode, setCode } from '#services/cart'
import { readJson } from '../../../../_http/body'
import { requireCart, route } from '../../../../_http/route'
import { code } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  PUT: async (call) => {
    const token = requireCart(call)
    await call.count('code', token)
    const { code: given } = await readJson(call.request, code)
    return { cart: await setCode(call.req, token, given.trim()) }
  },
  DELETE: async (call) => {
    const token = requireCart(call)
    await call.count('cart', token)
    return { cart: await clearCode(call.req, token) }
  },
})
