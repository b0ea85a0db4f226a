import { isMarketId } from '#domain/markets'
import { waitForStock } from '#services/stock-alerts'
import { readJson } from '../../_http/body'
import { answer, route } from '../../_http/route'
import { newStockAlert } from '../schemas'

export const { GET, POST, PUT, PATCH, DELETE } = route({
  POST: async (call) => {
    const { market, ...alert } = await readJson(call.request, newStockAlert)
    await call.count('stock-alert', alert.email.toLowerCase())
    await waitForStock(call.req, { ...alert, market: isMarketId(market) ? market : 'eu' })
    return answer({ status: 'waiting' }, { status: 202 })
  },
})
