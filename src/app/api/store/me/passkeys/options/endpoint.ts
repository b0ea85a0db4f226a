import { beginPasskey } from '#services/own-passkeys'
import { readJson } from '../../../../_http/body'
import { requireSession, route } from '../../../../_http/route'
import { ownPassword } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { customerId, token } = await requireSession(call)
    await call.count('second-factor', customerId)
    const given = await readJson(call.request, ownPassword)
    return { options: await beginPasskey(call.req, { customerId, session: token, ...given }) }
  },
})
