import { giveUpOrder } from '#services/give-up-order'
import { buyersOrder } from '../../../../_http/buyers-order'
import { route } from '../../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { number = '' } = call.params
    await call.count('pay', number)
    const { id } = await buyersOrder(call, number)
    return { order: await giveUpOrder(call.req, id) }
  },
})
