import { confirmReset } from '#services/customer-reset'
import { readJson } from '../../../_http/body'
import { answer, route } from '../../../_http/route'
import { resetConfirmation } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async ({ request, req, count }) => {
    await count('confirm-reset')
    await confirmReset(req, await readJson(request, resetConfirmation))
    return answer({ next: 'sign-in' })
  },
})
