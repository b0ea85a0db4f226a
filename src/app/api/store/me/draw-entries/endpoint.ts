import { listOwnEntries } from '#services/own-entries'
import { requireCustomer, route } from '../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => ({ entries: await listOwnEntries(call.req, (await requireCustomer(call)).id) }),
})
