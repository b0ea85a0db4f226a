import { getFootScales } from '#queries/foot-scales'
import { forgetOwnSize, keepOwnSize } from '#services/own-sizes'
import { givenSize, requireSegment } from '../../../../_http/given-size'
import { readJson } from '../../../../_http/body'
import { requireCustomer, route } from '../../../../_http/route'
import { ownSizeView } from '../../../../_http/sizes-view'
import { ownSize } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  PUT: async (call) => {
    await call.count('account')
    const { id } = await requireCustomer(call)
    const segment = requireSegment(call.params.segment)
    const size = await givenSize(segment, await readJson(call.request, ownSize))
    return { size: ownSizeView(await getFootScales(), await keepOwnSize(call.req, id, size)) }
  },
  DELETE: async (call) => {
    await call.count('account')
    const { id } = await requireCustomer(call)
    await forgetOwnSize(call.req, id, requireSegment(call.params.segment))
    return new Response(null, { status: 204 })
  },
})
