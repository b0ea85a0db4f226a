import { ownPrices } from '#services/own-prices'
import { requireCustomer, route } from '../../../_http/route'
import { marketOf } from '../../listing-query'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    const { id } = await requireCustomer(call)
    const { searchParams } = call.url
    const slug = searchParams.get('product') ?? ''
    return { prices: await ownPrices(call.req, { customerId: id, slug, market: marketOf(searchParams) }) }
  },
})
