import { giveUpOrder } from '#services/give-up-order'
import { buyersOrder } from '../../../../_http/buyers-order'
import { route } from '../../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { id } = await buyersOrder(call, call.params.number ?? '')
    await call.count('pay', id)
    return { order: await giveUpOrder(call.req, id) }
  },
})
