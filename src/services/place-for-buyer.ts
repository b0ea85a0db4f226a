import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { isMarketId, type MarketId } from '#domain/markets'
import { DomainError } from '#domain/errors'
import type { CheckoutInput, OrderView } from '#domain/views'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { addLine, createCart, setCode } from './cart'
import { once } from './once'
import { lockOrder, tellTimeline } from './order-lock'
import { placeOrder } from './place-order'
import { inTransaction } from './transaction'

export interface PlaceForBuyer {
  market: string
  lines: readonly { variantId: string; quantity: number }[]
  code?: string
  customerId?: string
  input: CheckoutInput
  key?: string
}

export interface PlacedForBuyer {
  order: OrderView
  /** Opens the order, and lets whoever has it pay. */
  link: string
}

function marketOf(market: string): MarketId {
  if (!isMarketId(market)) throw new DomainError('market.not-found')
  return market
}

/** The cart that staff fill, once for each key. */
async function fillCart(req: PayloadRequest, call: PlaceForBuyer & { key: string }): Promise<string> {
  const { lines, code, customerId, key, input } = call
  const market = marketOf(call.market)
  if (lines.length === 0) throw new DomainError('cart.empty')
  const { token } = await inTransaction(req, (tx) =>
    once(tx, { scope: 'orders.place', key, body: { market, lines, code, customerId, input } }, async () => {
      const { token } = await createCart(req, { market, ...(customerId && { customerId }) })
      for (const line of lines) await addLine(req, token, line)
      if (code) await setCode(req, token, code)
      return { token }
    }),
  )
  return token
}

/**
 * Staff place an order for somebody on the phone, by the same path as a checkout: the same prices, promotions, tax,
 * stock and mails. The buyer pays over the link. Repeating it with the same key answers the same order. Throws what
 * `addLine`, `setCode` and `placeOrder` throw, `market.not-found` and `cart.empty`.
 */
export async function placeForBuyer(req: PayloadRequest, call: PlaceForBuyer): Promise<PlacedForBuyer> {
  const key = call.key ?? randomUUID()
  const token = await fillCart(req, { ...call, key })
  const { order, accessToken } = await placeOrder(req, {
    ...{ token, key, input: call.input },
    ...(call.customerId && { customerId: call.customerId }),
  })
  await inTransaction(req, (tx) =>
    once(tx, { scope: `orders.place:${order.id}`, key, body: {} }, async () => {
      await lockOrder(tx, order.id)
      await tellTimeline(tx, order.id, { kind: 'placed-by-staff', actor: actorOf(req) })
      await recordAudit(req, {
        action: 'order.place',
        entity: 'orders',
        entityId: order.id,
        after: { number: order.number, lines: call.lines, total: order.totals.total.amount },
      })
      return true
    }),
  )
  return { order, link: `${env.NEXT_PUBLIC_APP_URL}/o/${order.number}/${accessToken}` }
}
