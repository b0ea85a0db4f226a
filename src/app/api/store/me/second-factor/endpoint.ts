import { beginOwnFactor, confirmOwnFactor, dropOwnFactor } from '#services/own-second-factor'
import { begunFactor, factorOf } from '#services/second-factor'
import { readJson } from '../../../_http/body'
import { answer, requireCustomer, requireSession, route } from '../../../_http/route'
import { factorCode, ownPassword } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    const { id } = await requireCustomer(call)
    const factor = await factorOf(call.req, { customerId: id })
    return { isOn: factor !== undefined, ...factor }
  },
  /** Begins one; the secret and the codes for a lost device are in this answer alone. */
  POST: async (call) => {
    const { customerId, token } = await requireSession(call)
    await call.count('second-factor', customerId)
    await beginOwnFactor(call.req, {
      customerId,
      session: token,
      ...(await readJson(call.request, ownPassword)),
    })
    const { email } = await requireCustomer(call)
    const names = { issuer: 'Molini', account: email }
    return answer(await begunFactor(call.req, { customerId }, names), { status: 201 })
  },
  PUT: async (call) => {
    const { id } = await requireCustomer(call)
    await call.count('second-factor', id)
    await confirmOwnFactor(call.req, id, (await readJson(call.request, factorCode)).code)
    return { isOn: true }
  },
  DELETE: async (call) => {
    const { id } = await requireCustomer(call)
    await call.count('second-factor', id)
    await dropOwnFactor(call.req, id, (await readJson(call.request, factorCode)).code)
    return { isOn: false }
  },
})
