import { papersFor } from '#services/read-papers'
import { buyersOrder } from '../../../../_http/buyers-order'
import { route } from '../../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    const { id } = await buyersOrder(call, call.params.number ?? '')
    return { papers: await papersFor(call.req, id) }
  },
})
