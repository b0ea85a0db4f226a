import { payOrder } from '#services/pay-order'
import { buyersOrder } from '../../../../_http/buyers-order'
import { route } from '../../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { id } = await buyersOrder(call, call.params.number ?? '')
    // Only its buyer uses up the tries of an order.
    await call.count('pay', id)
    return payOrder(call.req, id)
  },
})
