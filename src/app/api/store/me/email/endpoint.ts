import { tidyEmail } from '#services/customer-register'
import { requestEmailChange } from '#services/change-email'
import { readJson } from '../../../_http/body'
import { answer, requireSession, route } from '../../../_http/route'
import { emailChange } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { customerId, token } = await requireSession(call)
    const wanted = await readJson(call.request, emailChange)
    await call.count('change-email', customerId)
    await call.count('mail-to', tidyEmail(wanted.email))
    await requestEmailChange(call.req, { customerId, session: token, ...wanted })
    return answer({ next: 'read-mail' }, { status: 202 })
  },
})
