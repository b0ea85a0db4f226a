import { confirmErasure } from '#services/ask-erasure'
import { readJson } from '../../../../_http/body'
import { cookieNames, dropCookie } from '../../../../_http/cookies'
import { answer, route } from '../../../../_http/route'
import { mailedToken } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    await call.count('erase')
    const { token } = await readJson(call.request, mailedToken)
    const { orders, reviews } = await confirmErasure(call.req, token)
    return answer({ orders, reviews }, { cookies: [dropCookie(cookieNames.customer)] })
  },
})
