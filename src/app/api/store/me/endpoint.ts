import { updateCustomer } from '#services/customer-account'
import { countOf } from '#services/cart'
import { chosenSizes } from '#services/own-sizes'
import { readWishes } from '#services/wishlist'
import { wisherOf } from '../../_http/wisher'
import { readJson } from '../../_http/body'
import { requireCustomer, route, type Call } from '../../_http/route'
import { customerChange } from '../schemas'

const pairsIn = async ({ req, cartToken }: Call): Promise<number> => {
  const token = cartToken()
  return token ? countOf(req, token) : 0
}

export const { GET, POST, PUT, PATCH, DELETE } = route(
  {
    GET: async (call) => {
      const [customer, count, wisher] = await Promise.all([call.customer(), pairsIn(call), wisherOf(call)])
      const [{ slugs }, sizes] = await Promise.all([
        readWishes(call.req, wisher),
        customer && chosenSizes(call.req, customer.id),
      ])
      const wishlist = { count: slugs.length, slugs }
      const mySize = customer?.mySize
      const own = { ...(mySize ? { mySize } : {}), ...(sizes ? { sizes } : {}) }
      return { ...(customer ? { customer } : {}), cart: { count }, ...own, wishlist }
    },
    PATCH: async (call) => {
      await call.count('account')
      const { id } = await requireCustomer(call)
      return { customer: await updateCustomer(call.req, id, await readJson(call.request, customerChange)) }
    },
  },
  { direct: true },
)
