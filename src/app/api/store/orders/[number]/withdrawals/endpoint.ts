import { withdrawFromOrder } from '#services/withdraw-order'
import { readJson } from '../../../../_http/body'
import { buyersOrder, keyIn } from '../../../../_http/buyers-order'
import { answer, route } from '../../../../_http/route'
import { newWithdrawal } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { id: orderId } = await buyersOrder(call, call.params.number ?? '')
    const body = await readJson(call.request, newWithdrawal)
    const withdrawal = await withdrawFromOrder(call.req, { orderId, ...body, ...keyIn(call) })
    return answer({ withdrawal }, { status: 201 })
  },
})
