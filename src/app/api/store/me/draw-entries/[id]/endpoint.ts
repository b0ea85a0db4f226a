import { leaveOwnDraw } from '#services/own-entries'
import { requireCustomer, route } from '../../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  DELETE: async (call) => {
    await call.count('account')
    const customer = await requireCustomer(call)
    await leaveOwnDraw(call.req, customer.id, call.params.id ?? '')
    return new Response(null, { status: 204 })
  },
})
