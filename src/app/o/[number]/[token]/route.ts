import { marketPath } from '#domain/markets'
import type { OrderView } from '#domain/views'
import { refusalOf, respond } from '#ops/respond'
import { callerNetwork } from '#services/client-address'
import { readOrder } from '#services/order-access'
import { countCall } from '#services/rate-limit'
import { orderCookie } from '../../../api/_http/cookies'
import { seeOther } from '../../../api/_http/see-other'
import { storeRequest } from '../../../api/_http/store-request'

interface Context {
  params: Promise<{ number: string; token: string }>
}

async function orderAt(
  request: Request,
  { number, token }: { number: string; token: string },
): Promise<OrderView | undefined> {
  const req = await storeRequest()
  await countCall(req, 'order', { address: callerNetwork(request) })
  try {
    return await readOrder(req, { number, token })
  } catch (error) {
    if (refusalOf(error)?.code === 'order.not-found') return undefined
    throw error
  }
}

/**
 * The link in a mail: keeps the order's key in a cookie and leads on to an address without it, so that the key
 * stands in no history, log or referrer.
 */
export const GET = (request: Request, context: Context): Promise<Response> =>
  respond(async () => {
    const { number, token } = await context.params
    const order = await orderAt(request, { number, token })
    if (!order) return seeOther('/find-order', { query: { problem: 'order.not-found' } })
    const cookies = [orderCookie(order.number, token)]
    const to = new URL(request.url).searchParams.get('to')
    if (to === 'review' || to === 'no-review')
      return seeOther(marketPath(order.market, `/orders/${order.number}/review`), {
        cookies,
        ...(to === 'no-review' && { query: { stop: '1' } }),
      })
    if (to === 'withdraw')
      return seeOther(marketPath(order.market, '/withdraw'), { cookies, query: { order: order.number } })
    return seeOther(marketPath(order.market, `/orders/${order.number}`), { cookies })
  })
