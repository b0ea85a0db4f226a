import { requireCustomer, route } from '../../../_http/route'
import { sizesOf } from '../../../_http/sizes-view'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => sizesOf(call.req, (await requireCustomer(call)).id),
})
