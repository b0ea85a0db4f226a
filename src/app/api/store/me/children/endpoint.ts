import { addChild } from '#services/child-feet'
import { readJson } from '../../../_http/body'
import { answer, requireCustomer, route } from '../../../_http/route'
import { childAsSeen } from '../../../_http/sizes-view'
import { childFoot } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    await call.count('account')
    const { id } = await requireCustomer(call)
    const child = await addChild(call.req, id, await readJson(call.request, childFoot))
    return answer({ child: await childAsSeen(child) }, { status: 201 })
  },
})
