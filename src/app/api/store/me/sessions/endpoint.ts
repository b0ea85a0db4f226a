import { endOtherSessions, listSessions } from '#services/account-sessions'
import { answer, requireSession, route } from '../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    await call.count('account')
    return { sessions: await listSessions(call.req, await requireSession(call)) }
  },
  /** All but the one that asks. */
  DELETE: async (call) => {
    await call.count('account')
    const session = await requireSession(call)
    return answer({ ended: await endOtherSessions(call.req, { ...session, cartToken: call.cartToken() }) })
  },
})
