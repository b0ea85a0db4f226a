import { removePasskey, renamePasskey } from '#services/own-passkeys'
import { readJson } from '../../../../_http/body'
import { requireCustomer, requireSession, route } from '../../../../_http/route'
import { ownPassword, passkeyName } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  PATCH: async (call) => {
    await call.count('account')
    const { id: customerId } = await requireCustomer(call)
    const { name } = await readJson(call.request, passkeyName)
    const named = { id: call.params.id ?? '', name: name.trim() }
    return { passkey: await renamePasskey(call.req, customerId, named) }
  },
  DELETE: async (call) => {
    const { customerId, token } = await requireSession(call)
    await call.count('second-factor', customerId)
    const given = await readJson(call.request, ownPassword)
    await removePasskey(call.req, { customerId, session: token, id: call.params.id ?? '', ...given })
    return new Response(null, { status: 204 })
  },
})
