import { addAddress, listAddresses } from '#services/customer-addresses'
import { readJson } from '../../../_http/body'
import { answer, requireCustomer, route } from '../../../_http/route'
import { savedAddress } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    const { id } = await requireCustomer(call)
    return { addresses: await listAddresses(call.req, id) }
  },
  POST: async (call) => {
    await call.count('account')
    const { id } = await requireCustomer(call)
    const given = await readJson(call.request, savedAddress)
    return answer({ address: await addAddress(call.req, id, given) }, { status: 201 })
  },
})
