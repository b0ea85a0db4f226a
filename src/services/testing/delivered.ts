import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { captureOrder } from '../capture-order'
import { addLine, createCart } from '../cart'
import { placeOrder } from '../place-order'
import { settleRefund } from '../settle-refund'
import { shipOrder } from '../ship-order'
import { rowsOf } from '../transaction'
import { checkoutOf, makeProduct } from './shop-rows'

interface Wanted {
  /** Pairs of each size; the first is bought. */
  stock?: number[]
  pairs?: number
  /** Pairs that have left; all by default, none with 0. */
  ship?: number
  /** What the second size costs, when not the same. */
  otherPrice?: number
  paymentMethod?: string
  /** What the sizes are called in the UK; their buyer reads them so. */
  uk?: string[]
}

/** A paid order of one line, 200.00 a pair and free delivery, that has left or not. */
async function makeDelivered(
  makeReq: () => Promise<PayloadRequest>,
  { stock = [5, 5], pairs = 1, ship = pairs, otherPrice, paymentMethod = 'manual', uk = [] }: Wanted,
) {
  const req = await makeReq()
  const { variants } = await makeProduct(req, { stock, price: 20_000 })
  if (otherPrice !== undefined)
    await rowsOf(
      req,
      sql`UPDATE variants SET price_in_e_u_r_enabled = true, price_in_e_u_r = ${otherPrice} WHERE id = ${variants[1]?.id}`,
    )
  for (const [at, label] of uk.entries())
    await rowsOf(
      req,
      sql`UPDATE variant_options o SET uk = ${label} FROM variants v WHERE v.id = ${variants[at]?.id} AND o.id = v.size_id`,
    )
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId: variants[0]?.id ?? '', quantity: pairs })
  const { order, accessToken } = await placeOrder(req, {
    token,
    key: randomUUID(),
    input: checkoutOf({ paymentMethod }),
    ...(uk.length > 0 && { sizeSystem: 'uk' as const }),
  })
  const orderId = order.id
  const line = order.lines[0]?.id ?? ''
  await captureOrder(req, { orderId })
  if (ship > 0) await shipOrder(req, { orderId, lines: [{ lineId: line, quantity: ship }] })
  const levels = () =>
    rowsOf<{ onHand: number; reserved: number }>(
      req,
      sql`SELECT s.on_hand::float8 AS "onHand", s.reserved::float8 AS reserved FROM stock_levels s JOIN variants v ON v.id = s.variant_id
        WHERE v.product_id = (SELECT product_id FROM variants WHERE id = ${variants[0]?.id}) ORDER BY v.sku`,
    )
  const sums = async () => {
    const [row] = await rowsOf<{ captured: number; refunded: number; owed: number; total: number }>(
      req,
      sql`SELECT captured::float8 AS captured, refunded::float8 AS refunded, owed::float8 AS owed, total::float8 AS total
        FROM orders WHERE id = ${orderId}`,
    )
    return row
  }
  const mails = async () => {
    const rows = await rowsOf<{ template: string }>(
      req,
      sql`SELECT template FROM emails WHERE entity LIKE ${`${order.number}%`} ORDER BY created_at`,
    )
    return rows.map(({ template }) => template)
  }
  return { req, order, orderId, accessToken, line, variants, levels, sums, mails }
}

/** Staff say that all that is owed for an order was sent. */
async function settleAll(req: PayloadRequest, orderId: string): Promise<void> {
  const owed = await rowsOf<{ id: string }>(
    req,
    sql`SELECT id FROM refunds WHERE order_id = ${orderId} AND status = 'owed' ORDER BY created_at`,
  )
  for (const { id } of owed) await settleRefund(req, { refundId: id })
}

/** The same with the requests of a test. */
export const deliveredWith = (makeReq: () => Promise<PayloadRequest>) => ({
  delivered: (wanted: Wanted = {}) => makeDelivered(makeReq, wanted),
  settleAll: async (orderId: string) => settleAll(await makeReq(), orderId),
})
