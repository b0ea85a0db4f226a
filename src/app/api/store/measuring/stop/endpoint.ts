import { stopMeasuring } from '#services/measuring-mails'
import { route } from '../../../_http/route'

/** The end of reminders to measure by one click in a mail program (RFC 8058). The key is in the address; no cookie counts. */
export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    await call.count('letter-leave')
    const { searchParams } = call.url
    await stopMeasuring(call.req, searchParams.get('customer') ?? '', searchParams.get('token') ?? '')
    return { stopped: true }
  },
})
