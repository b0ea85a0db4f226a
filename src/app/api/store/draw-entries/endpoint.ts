import { isMarketId } from '#domain/markets'
import { enterDraw } from '#services/enter-draw'
import { readJson } from '../../_http/body'
import { answer, route } from '../../_http/route'
import { newDrawEntry } from '../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { market, ...entry } = await readJson(call.request, newDrawEntry)
    await call.count('draw', entry.email.toLowerCase())
    const customer = await call.customer()
    const status = await enterDraw(call.req, {
      ...entry,
      market: isMarketId(market) ? market : 'eu',
      ...(customer && { customerId: customer.id }),
    })
    return answer({ status }, { status: 202 })
  },
})
