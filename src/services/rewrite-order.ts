import { randomUUID } from 'node:crypto'
import type { CartTotals } from '#domain/cart-totals'
import type { EditableLine, EditedLine } from '#domain/order-edit'
import { advanceFulfilment } from '#domain/order-state'
import { paymentStatusAfterEdit } from '#domain/payment-sums'
import type { RefundKind } from '#domain/refund-state'
import { creditChange, soldNow } from './issue-credit-notes'
import { writeLines } from './order-lines'
import { saveOrder, type LockedOrder } from './order-lock'
import { oweRefund } from './refund-rows'
import { holdForWaiting } from './hold-for-waiting'
import { lockAvailable, takeBackStock } from './release-stock'
import { repricePayment } from './reprice-payment'
import { reserveStock, type StockChange } from './reserve-stock'
import type { Transaction } from './transaction'

export interface Rewriting {
  before: readonly EditableLine[]
  lines: readonly EditedLine[]
  totals: CartTotals
  kind: RefundKind
  reason?: string
  actor?: string
}

/** What one could buy of a size before all of it and after all of it. */
function merged(freed: readonly StockChange[], taken: readonly StockChange[]): StockChange[] {
  const after = new Map(taken.map((change) => [change.variantId, change]))
  const untouched = freed.filter((change) => !after.has(change.variantId))
  return [
    ...untouched,
    ...taken.map((change) => ({
      ...change,
      before: freed.find((one) => one.variantId === change.variantId)?.before ?? change.before,
    })),
  ]
}

/** Gives back all that the order holds and takes what it then needs, with every row locked in one order first. */
async function holdAnew(tx: Transaction, order: LockedOrder, { before, lines }: Rewriting) {
  await lockAvailable(
    tx,
    [...before, ...lines].map((line) => line.variantId),
  )
  const freed = await takeBackStock(tx, [order.id])
  const wanted = lines.flatMap(({ lineId, variantId, quantity }) => {
    const shipped = before.find((line) => line.lineId === lineId)?.shipped ?? 0
    return quantity > shipped ? [{ variantId, quantity: quantity - shipped }] : []
  })
  const { id: orderId, expiresAt } = order
  const taken = wanted.length > 0 ? await reserveStock(tx, wanted, { orderId, expiresAt }) : []
  return { isHeld: wanted.length > 0, changes: await holdForWaiting(tx, merged(freed, taken)) }
}

/**
 * Makes a locked order what an edit says: pairs held anew, lines and totals written, the difference asked for or
 * promised back, and taken back of an invoice there is. Answers with the order and what became of the stock. Throws `stock.insufficient`.
 */
export async function rewriteOrder(
  tx: Transaction,
  order: LockedOrder,
  rewriting: Rewriting,
): Promise<{ order: LockedOrder; changes: StockChange[] }> {
  const { lines, totals, kind, reason, actor } = rewriting
  const { isHeld, changes } = await holdAnew(tx, order, rewriting)
  const was = await soldNow(tx, order.id)
  await writeLines(tx, order.id, { lines, totals })
  const { total } = totals
  const over = order.captured - order.credited - total
  const amount = Math.max(0, Math.min(over, order.captured - order.refunded - order.owed))
  const { order: owing } = await oweRefund(
    tx,
    { ...order, total },
    {
      kind,
      plan: { amount, lines: [], shipping: 0, shippingTax: 0 },
      isCredit: true,
      ...(reason && { reason }),
      ...(actor && { actor }),
    },
  )
  const asked = total + owing.credited
  const repriced = await repricePayment(tx, owing, asked)
  const after = {
    ...repriced,
    paymentStatus: paymentStatusAfterEdit(repriced.paymentStatus, { ...repriced, total: asked }),
    fulfilmentStatus: isHeld
      ? repriced.fulfilmentStatus
      : advanceFulfilment(repriced.fulfilmentStatus, 'fulfilled'),
  }
  await saveOrder(tx, after)
  await creditChange(tx, order.id, { was, less: order.total - total, cause: randomUUID() })
  return { order: after, changes }
}
