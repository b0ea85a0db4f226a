import { changeChild, removeChild } from '#services/child-feet'
import { readJson } from '../../../../_http/body'
import { requireCustomer, route } from '../../../../_http/route'
import { childAsSeen } from '../../../../_http/sizes-view'
import { childFoot } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  PUT: async (call) => {
    await call.count('account')
    const customer = await requireCustomer(call)
    const given = await readJson(call.request, childFoot)
    const child = await changeChild(call.req, customer.id, { ...given, id: call.params.id ?? '' })
    return { child: await childAsSeen(child) }
  },
  DELETE: async (call) => {
    await call.count('account')
    const customer = await requireCustomer(call)
    await removeChild(call.req, customer.id, call.params.id ?? '')
    return new Response(null, { status: 204 })
  },
})
