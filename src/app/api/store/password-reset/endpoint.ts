import { requestReset } from '#services/customer-reset'
import { tidyEmail } from '#services/customer-register'
import { readJson } from '../../_http/body'
import { answer, route } from '../../_http/route'
import { resetRequest } from '../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async ({ request, req, count }) => {
    const { email } = await readJson(request, resetRequest)
    await count('reset-password', tidyEmail(email))
    await requestReset(req, email)
    return answer({ next: 'read-mail' }, { status: 202 })
  },
})
