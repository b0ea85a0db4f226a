import { ordersOfCustomer } from '#services/order-access'
import { requireCustomer, route } from '../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    await call.count('account')
    const { id } = await requireCustomer(call)
    return { orders: await ordersOfCustomer(call.req, id) }
  },
})
