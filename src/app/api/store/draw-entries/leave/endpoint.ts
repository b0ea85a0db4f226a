import { leaveDraw } from '#services/leave-draw'
import { readJson } from '../../../_http/body'
import { route } from '../../../_http/route'
import { entryKey } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const key = await readJson(call.request, entryKey)
    await call.count('confirm-link')
    await leaveDraw(call.req, key)
    return new Response(null, { status: 204 })
  },
})
