import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { money } from '#domain/money'
import { planEdit, type EditableLine, type EditedLine, type EditRequest } from '#domain/order-edit'
import type { OrderView } from '#domain/views'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { once } from './once'
import { papersOfOrder } from './invoice-rows'
import { editableLines, editChoices, editTotals } from './order-lines'
import { lockOrder, tellTimeline, type LockedOrder } from './order-lock'
import { orderById } from './order-view'
import { queueMail } from './queue-mail'
import { announceStock, type StockChange } from './reserve-stock'
import { rewriteOrder } from './rewrite-order'
import { settleLater } from './settle-dues'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

export interface EditOrder extends EditRequest {
  orderId: string
  reason: string
  key?: string
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function checkEditable(order: LockedOrder): void {
  if (order.fulfilmentStatus !== 'unfulfilled')
    throw new DomainError('order.edit', { fulfilmentStatus: order.fulfilmentStatus })
  if (order.exchangeOf) throw new DomainError('order.edit', { reason: 'exchange' })
  if (order.paymentStatus === 'refunded') throw new DomainError('order.edit', { reason: 'refunded' })
}

const termsOf: Statement = {
  name: 'edit-terms',
  text: 'SELECT coalesce(reverse_charge, false) AS "isReverse" FROM orders WHERE id = $1',
}

/** Prices of today contain the tax that such an order was sold without. */
async function checkPriced(tx: Transaction, order: LockedOrder, { lines = [], add = [] }: EditRequest) {
  if (add.length === 0 && lines.every(({ variantId }) => variantId === undefined)) return
  const [terms] = await run<{ isReverse: boolean }>(tx, termsOf, [order.id])
  if (terms?.isReverse) throw new DomainError('order.edit', { reason: 'reverse-charge' })
}

async function plan(tx: Transaction, order: LockedOrder, request: EditRequest) {
  const { lines = [], add = [] } = request
  checkEditable(order)
  if ((await papersOfOrder(tx, order.id)).invoice) throw new DomainError('order.edit', { reason: 'invoiced' })
  await checkPriced(tx, order, request)
  const before = await editableLines(tx, order.id)
  const named = [...lines.flatMap(({ variantId }) => variantId ?? []), ...add.map((one) => one.variantId)]
  const stranger = named.find((id) => !uuid.test(id))
  if (stranger !== undefined) throw new DomainError('variant.not-found', { variantId: stranger })
  const choices = await editChoices(tx, order.id, [...named, ...before.map((line) => line.variantId)])
  const after = planEdit(before, { lines, add }, choices)
  return { before, lines: after, totals: await editTotals(tx, order, after) }
}

const brief = (lines: readonly (EditableLine | EditedLine)[]) =>
  lines.map(({ lineId, variantId, quantity, unitPrice, discount }) => ({
    ...(lineId && { lineId }),
    ...{ variantId, quantity, unitPrice, discount },
  }))

async function edit(tx: Transaction, req: PayloadRequest, call: EditOrder): Promise<StockChange[]> {
  const { orderId, reason } = call
  const order = await lockOrder(tx, orderId)
  const { before, lines, totals } = await plan(tx, order, call)
  const actor = actorOf(req)
  const { order: after, changes } = await rewriteOrder(tx, order, {
    ...{ before, lines, totals, kind: 'edit' as const, reason, actor },
  })
  const was = { lines: brief(before), total: order.total, paymentStatus: order.paymentStatus }
  const is = { lines: brief(lines), total: totals.total, paymentStatus: after.paymentStatus }
  await tellTimeline(tx, order.id, { kind: 'changed', actor, note: reason, data: { before: was, after: is } })
  const due = Math.max(0, totals.total + after.credited - after.captured - after.held)
  await queueMail(tx, {
    template: 'order-changed',
    entity: `${order.number}:changed-${Date.now()}`,
    recipient: order.email,
    locale: order.locale,
    data: {
      amount: money(due || after.owed - order.owed, order.currency),
      outcome: due > 0 ? 'due' : after.owed > order.owed ? 'back' : 'even',
    },
  })
  await recordAudit(req, {
    action: 'order.edit',
    entity: 'orders',
    entityId: orderId,
    before: was,
    after: is,
    reason,
  })
  return changes
}

/**
 * Changes an order of which nothing has left: other quantities, other sizes, more lines or fewer. Its pairs are held
 * anew under lock, frozen prices and discounts stay, the difference is asked for or goes back, and the buyer is told.
 * Repeating it with the same key answers the same. Throws `order.not-found`, `order.edit`, `variant.not-found`,
 * `stock.insufficient` and `validation.failed`, and then nothing has changed.
 */
export async function editOrder(req: PayloadRequest, call: EditOrder): Promise<OrderView> {
  const { orderId, key, ...body } = call
  if (!body.reason.trim())
    throw new DomainError('validation.failed', {
      errors: [{ path: 'reason', message: 'A reason is required.' }],
    })
  let changes: StockChange[] = []
  await inTransaction(req, (tx) =>
    once(tx, { scope: `order.edit:${orderId}`, key, body }, async () => {
      changes = await edit(tx, req, call)
      return true
    }),
  )
  await announceStock(req, changes)
  await settleLater(req, orderId)
  const order = await orderById(req, orderId)
  if (!order) throw new DomainError('order.not-found')
  return order
}

export interface EditPreview {
  /** Minor units of the order's currency. */
  total: number
  tax: number
  discount: number
  /** Positive: still to pay afterwards; negative: goes back. */
  difference: number
}

/** What an edit would come to, without making it. Throws as `editOrder` does, but for the stock. */
export const previewEdit = (
  req: PayloadRequest,
  orderId: string,
  request: EditRequest,
): Promise<EditPreview> =>
  inTransaction(req, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const { totals } = await plan(tx, order, request)
    const { total, tax, discount } = totals
    return { total, tax, discount, difference: total + order.credited - order.captured - order.held }
  })
