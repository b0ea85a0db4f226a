import { storeCreditOf } from '#services/store-credit'
import { requireCustomer, route } from '../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    await call.count('account')
    const { id } = await requireCustomer(call)
    return { storeCredit: await storeCreditOf(call.req, id) }
  },
})
