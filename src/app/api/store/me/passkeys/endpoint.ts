import { addPasskey } from '#services/own-passkeys'
import { listPasskeys } from '#services/passkeys'
import { readJson } from '../../../_http/body'
import { answer, deviceIn, requireCustomer, requireSession, route } from '../../../_http/route'
import { newPasskey } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => ({ passkeys: await listPasskeys(call.req, (await requireCustomer(call)).id) }),
  POST: async (call) => {
    const { customerId, token } = await requireSession(call)
    await call.count('second-factor', customerId)
    const { credential, name = '' } = await readJson(call.request, newPasskey)
    const passkey = await addPasskey(call.req, {
      ...{ customerId, session: token, credential },
      name: name.trim() || deviceIn(call) || 'Passkey',
    })
    return answer({ passkey }, { status: 201 })
  },
})
