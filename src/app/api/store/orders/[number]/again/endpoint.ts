import { orderAgain } from '#services/order-again'
import { buyersOrder } from '../../../../_http/buyers-order'
import { cartInHand } from '../../../../_http/cart-in-hand'
import { answer, route } from '../../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const order = await buyersOrder(call, call.params.number ?? '')
    const { token, cookies } = await cartInHand(call, order.market)
    const { cart, left } = await orderAgain(call.req, token, order)
    return answer({ cart, left, ...(cookies && { token }) }, { cookies })
  },
})
