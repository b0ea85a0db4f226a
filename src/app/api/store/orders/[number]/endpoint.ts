import { buyersOrder } from '../../../_http/buyers-order'
import { route } from '../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => ({ order: await buyersOrder(call, call.params.number ?? '') }),
})
