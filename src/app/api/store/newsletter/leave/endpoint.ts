import { leaveLetter } from '#services/newsletter'
import { route } from '../../../_http/route'

/**
 * The end of the letters by one click in a mail program, which posts `List-Unsubscribe=One-Click` (RFC 8058). The key is in
 * the address; no cookie counts.
 */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    await call.count('letter-leave')
    const { searchParams } = call.url
    await leaveLetter(call.req, searchParams.get('subscriber') ?? '', searchParams.get('token') ?? '')
    return { left: true }
  },
})
