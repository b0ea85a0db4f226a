import { requestReturns } from '#services/request-return'
import { returnChoices, returnsOf } from '#services/return-view'
import { readJson } from '../../../../_http/body'
import { buyersOrder, keyIn } from '../../../../_http/buyers-order'
import { answer, route } from '../../../../_http/route'
import { newReturn } from '../../../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  GET: async (call) => {
    const { id } = await buyersOrder(call, call.params.number ?? '')
    return { returns: await returnsOf(call.req, id), lines: await returnChoices(call.req, id) }
  },
  POST: async (call) => {
    const { id: orderId } = await buyersOrder(call, call.params.number ?? '')
    const body = await readJson(call.request, newReturn)
    const returns = await requestReturns(call.req, { orderId, ...body, ...keyIn(call) })
    return answer({ returns }, { status: 201 })
  },
})
