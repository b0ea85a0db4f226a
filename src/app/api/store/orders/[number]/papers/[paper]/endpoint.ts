import { paperAnswer } from '#ops/write-paper'
import { buyersPaper } from '#services/read-papers'
import { buyersOrder } from '../../../../../_http/buyers-order'
import { route } from '../../../../../_http/route'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    const { id } = await buyersOrder(call, call.params.number ?? '')
    await call.count('paper')
    return paperAnswer(await buyersPaper(call.req, id, call.params.paper ?? ''), 'attachment')
  },
})
