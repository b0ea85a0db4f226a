import { tidyEmail } from '#services/customer-register'
import { requestSignInLink } from '#services/sign-in-link'
import { readJson } from '../../_http/body'
import { answer, route } from '../../_http/route'
import { signInLinkRequest } from '../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async ({ request, req, count }) => {
    const { email } = await readJson(request, signInLinkRequest)
    await count('sign-in-link', tidyEmail(email))
    await requestSignInLink(req, { email })
    return answer({ next: 'read-mail' }, { status: 202 })
  },
})
