import { readOrder } from '#services/order-access'
import { orderCookieName } from '../../../_http/cookies'
import { route } from '../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async ({ request, req, params: { number = '' }, cookie, customer, count }) => {
    await count('order')
    const token = request.headers.get('x-order-token') ?? cookie(orderCookieName(number))
    return { order: await readOrder(req, { number, token, customerId: (await customer())?.id }) }
  },
})
