import { askForErasure } from '#services/ask-erasure'
import { readJson } from '../../../_http/body'
import { answer, requireCustomer, route } from '../../../_http/route'
import { erasureRequest } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { id } = await requireCustomer(call)
    await call.count('erase', id)
    await askForErasure(call.req, { customerId: id, ...(await readJson(call.request, erasureRequest)) })
    return answer({ next: 'read-mail' }, { status: 202 })
  },
})
