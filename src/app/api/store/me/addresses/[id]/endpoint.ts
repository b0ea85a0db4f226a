import { removeAddress, updateAddress } from '#services/customer-addresses'
import { readJson } from '../../../../_http/body'
import { requireCustomer, route } from '../../../../_http/route'
import { savedAddress } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  PUT: async (call) => {
    await call.count('account')
    const customer = await requireCustomer(call)
    const given = await readJson(call.request, savedAddress)
    return { address: await updateAddress(call.req, customer.id, { ...given, id: call.params.id ?? '' }) }
  },
  DELETE: async (call) => {
    await call.count('account')
    const customer = await requireCustomer(call)
    await removeAddress(call.req, customer.id, call.params.id ?? '')
    return new Response(null, { status: 204 })
  },
})
