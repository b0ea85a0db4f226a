import { isLinked, unlinkGoogle } from '#services/link-google'
import { readJson } from '../../../_http/body'
import { requireCustomer, requireSession, route } from '../../../_http/route'
import { ownPassword } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => ({ isLinked: await isLinked(call.req, (await requireCustomer(call)).id) }),
  DELETE: async (call) => {
    const { customerId, token } = await requireSession(call)
    await call.count('second-factor', customerId)
    await unlinkGoogle(call.req, {
      customerId,
      session: token,
      ...(await readJson(call.request, ownPassword)),
    })
    return { isLinked: false }
  },
})
