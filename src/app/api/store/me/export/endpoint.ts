import { exportCustomer, exportFile } from '#services/export-customer'
import { requireCustomer, route } from '../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    const { id } = await requireCustomer(call)
    await call.count('export', id)
    return exportFile(await exportCustomer(call.req, { customerId: id }))
  },
})
