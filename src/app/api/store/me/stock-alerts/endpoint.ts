import { listOwnAlerts } from '#services/own-alerts'
import { requireCustomer, route } from '../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => ({ alerts: await listOwnAlerts(call.req, (await requireCustomer(call)).id) }),
})
