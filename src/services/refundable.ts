import { planRefund, type RefundableOrder, type RefundPlan } from '#domain/refund'
import type { LockedOrder } from './order-lock'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** Pairs and delivery whose money has gone back or is promised; dropped refunds promise nothing. */
const statement: Statement = {
  name: 'order-refundable',
  text: `SELECT (o.shipping + CASE WHEN o.tax_included THEN 0 ELSE o.shipping_tax END)::float8 AS shipping,
    o.shipping_tax::float8 AS "shippingTax",
    coalesce((SELECT sum(r.shipping) FROM refunds r WHERE r.order_id = o.id AND r.status <> 'dropped'), 0)::float8 AS "shippingGone",
    coalesce((SELECT sum(r.shipping_tax) FROM refunds r WHERE r.order_id = o.id AND r.status <> 'dropped'), 0)::float8 AS "shippingTaxGone",
    (SELECT coalesce(json_agg(json_build_object('lineId', l.id, 'quantity', l.quantity,
        'worth', l.total + CASE WHEN o.tax_included THEN 0 ELSE l.tax END, 'tax', l.tax,
        'refunded', coalesce((SELECT sum(rl.quantity) FROM refunds r JOIN refunds_lines rl ON rl._parent_id = r.id
          WHERE r.order_id = o.id AND r.status <> 'dropped' AND rl.order_line = l.id), 0)) ORDER BY l._order), '[]'::json)
      FROM orders_lines l WHERE l._parent_id = o.id) AS lines
    FROM orders o WHERE o.id = $1`,
}

interface Row {
  shipping: number
  shippingTax: number
  shippingGone: number
  shippingTaxGone: number
  lines: RefundableOrder['lines']
}

/** What of a locked order may still go back. */
export async function refundableOf(tx: Transaction, order: LockedOrder): Promise<RefundableOrder> {
  const [row] = await run<Row>(tx, statement, [order.id])
  if (!row) throw new Error('A locked order vanished')
  return {
    lines: row.lines,
    shipping: row.shipping - row.shippingGone,
    shippingTax: row.shippingTax - row.shippingTaxGone,
    refundable: order.captured - order.refunded - order.owed,
  }
}

/** All that is left of an order's money, for all that is left of it. */
export function planWhole(order: RefundableOrder): RefundPlan {
  if (order.refundable === 0) return { amount: 0, lines: [], shipping: 0, shippingTax: 0 }
  const lines = order.lines
    .filter((line) => line.quantity > line.refunded)
    .map((line) => ({ lineId: line.lineId, quantity: line.quantity - line.refunded }))
  const request = { lines, shipping: order.shipping > 0 }
  const worth = planRefund({ ...order, refundable: Number.MAX_SAFE_INTEGER }, request)
  if (worth.amount < order.refundable)
    return { amount: order.refundable, lines: [], shipping: 0, shippingTax: 0 }
  return planRefund(order, { ...request, amount: order.refundable })
}
