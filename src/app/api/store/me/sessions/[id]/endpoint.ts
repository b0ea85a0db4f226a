import { endOneSession } from '#services/account-sessions'
import { cookieNames, dropCookie } from '../../../../_http/cookies'
import { requireSession, route } from '../../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  DELETE: async (call) => {
    await call.count('account')
    const session = { ...(await requireSession(call)), id: call.params.id ?? '' }
    const { isThis } = await endOneSession(call.req, { ...session, cartToken: call.cartToken() })
    const response = new Response(null, { status: 204 })
    if (isThis) response.headers.append('Set-Cookie', dropCookie(cookieNames.customer))
    return response
  },
})
