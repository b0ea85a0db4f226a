import { confirmEntry } from '#services/enter-draw'
import { readJson } from '../../../_http/body'
import { route } from '../../../_http/route'
import { entryConfirmation } from '../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { variantId, ...key } = await readJson(call.request, entryConfirmation)
    await call.count('confirm-link')
    await confirmEntry(call.req, key, variantId)
    return { status: 'entered' }
  },
})
