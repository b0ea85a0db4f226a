import { readOrder } from '#services/order-access'
import { payOrder } from '#services/pay-order'
import { orderCookieName } from '../../../../_http/cookies'
import { route } from '../../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async ({ request, req, params: { number = '' }, cookie, customer, count }) => {
    await count('pay', number)
    const token = request.headers.get('x-order-token') ?? cookie(orderCookieName(number))
    const order = await readOrder(req, { number, token, customerId: (await customer())?.id })
    return payOrder(req, order.id)
  },
})
