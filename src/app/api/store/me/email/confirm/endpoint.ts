import { confirmEmailChange } from '#services/change-email'
import { readJson } from '../../../../_http/body'
import { answer, route } from '../../../../_http/route'
import { mailedToken } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    await call.count('confirm-link')
    const { token } = await readJson(call.request, mailedToken)
    await confirmEmailChange(call.req, { token, customerId: (await call.customer())?.id })
    return answer({ changed: true })
  },
})
