import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { advanceFulfilment, advancePayment } from '#domain/order-state'
import { isVoidReturn, type ReturnStatus } from '#domain/return-state'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { once } from './once'
import { lockOrder, saveOrder, tellTimeline, type LockedOrder } from './order-lock'
import { lockPayment, savePayment } from './payment-row'
import { planWhole, refundableOf } from './refundable'
import { oweRefund } from './refund-rows'
import { refundReturned } from './refund-returned'
import { recountOfReturn } from './recount-reviews'
import { releaseStock } from './release-stock'
import { mailReturn } from './request-return'
import { announceStock, type StockChange } from './reserve-stock'
import { restock } from './restock'
import {
  keepInspection,
  keepRefund,
  lockReturn,
  moveReturn,
  orderOfReturn,
  type InspectedLine,
  type LockedReturn,
} from './return-rows'
import { creditFor } from './store-credit'
import { settleLater } from './settle-dues'
import { inTransaction, type Transaction } from './transaction'

interface Moving {
  tx: Transaction
  req: PayloadRequest
  order: LockedOrder
  found: LockedReturn
  /** Of the buyer; staff are named from the request. */
  isBuyer: boolean
}

/** What a step changed, to be done after the commit: stock to announce, orders whose dues are to be settled. */
interface After {
  changes: StockChange[]
  dues: string[]
}

interface Step {
  to: ReturnStatus
  note?: string
  mail?: string
  work?: (moving: Moving) => Promise<After>
}

interface Call {
  returnId: string
  key?: string
  body?: unknown
  /** Only when the return is of this order: for buyers, who have shown that it is theirs. */
  ofOrderId?: string
}

const none: After = { changes: [], dues: [] }

async function step(tx: Transaction, req: PayloadRequest, call: Call & Step): Promise<After> {
  const order = await lockOrder(tx, await orderOfReturn(tx, call.returnId))
  const found = await lockReturn(tx, call.returnId)
  const isBuyer = call.ofOrderId !== undefined
  if (isBuyer && call.ofOrderId !== order.id) throw new DomainError('return.not-found')
  const { to, note, mail } = call
  const actor = isBuyer ? undefined : actorOf(req)
  await moveReturn(tx, found, { to, ...(actor && { actor }), ...(note && { note }) })
  await tellTimeline(tx, order.id, {
    kind: `return-${to}`,
    ...(actor && { actor }),
    note: [found.number, note].filter(Boolean).join(': '),
    data: { return: found.id },
  })
  const after = (await call.work?.({ tx, req, order, found, isBuyer })) ?? none
  if (isVoidReturn(to)) await recountOfReturn(tx, found.lines)
  if (mail) await mailReturn(tx, order, { template: mail, number: found.number, data: { note } })
  if (!isBuyer)
    await recordAudit(req, {
      action: `return.${to}`,
      entity: 'returns',
      entityId: found.id,
      before: { status: found.status },
      after: { status: to, ...(call.body !== undefined && { body: call.body }) },
      ...(note && { reason: note }),
    })
  return after
}

async function move(req: PayloadRequest, call: Call & Step): Promise<void> {
  let after = none
  const { returnId, to, key, body } = call
  await inTransaction(req, (tx) =>
    once(tx, { scope: `return.${to}:${returnId}`, key, body: body ?? {} }, async () => {
      after = await step(tx, req, call)
      return true
    }),
  )
  await announceStock(req, after.changes)
  await settleLater(req, ...after.dues)
}

/** The pairs held for an exchange come free, and what was paid towards it goes back. */
async function endExchange({ tx, found }: Moving): Promise<After> {
  if (!found.exchangeOrderId) return none
  const exchange = await lockOrder(tx, found.exchangeOrderId)
  if (exchange.fulfilmentStatus !== 'unfulfilled') return none
  const payment = await lockPayment(tx, exchange.id)
  const isUnpaid = payment.captured === 0 && exchange.total > 0
  if (isUnpaid)
    await savePayment(tx, {
      ...payment,
      status: 'cancelled',
      data: payment.reference ? { cancelDue: true } : payment.data,
    })
  const ended = {
    ...exchange,
    fulfilmentStatus: advanceFulfilment(exchange.fulfilmentStatus, 'cancelled'),
    paymentStatus: isUnpaid ? advancePayment(exchange.paymentStatus, 'failed') : exchange.paymentStatus,
    expiresAt: null,
  }
  await saveOrder(tx, ended)
  await tellTimeline(tx, exchange.id, { kind: 'cancelled', note: found.number })
  await oweRefund(tx, ended, { kind: 'cancel', plan: planWhole(await refundableOf(tx, ended)) })
  return { changes: await releaseStock(tx, [exchange.id]), dues: [exchange.id] }
}

type ReturnCall = Pick<Call, 'returnId' | 'key'>

/** Throws `return.not-found` or `return.state`, as every step of a return does. */
export const approveReturn = (req: PayloadRequest, call: ReturnCall): Promise<void> =>
  move(req, { ...call, to: 'approved', mail: 'return-approved' })

/** The parcel is here. The buyer is told. */
export const receiveReturn = (req: PayloadRequest, call: ReturnCall): Promise<void> =>
  move(req, { ...call, to: 'received', mail: 'return-received' })

/** Refuses a return, with a reason that the buyer is told; pairs held for an exchange come free. */
export const rejectReturn = (
  req: PayloadRequest,
  { reason, ...call }: ReturnCall & { reason: string },
): Promise<void> =>
  move(req, {
    ...call,
    to: 'rejected',
    note: reason,
    body: { reason },
    mail: 'return-rejected',
    work: endExchange,
  })

/** A buyer thinks again, while nothing has come back. */
export const cancelReturn = (req: PayloadRequest, call: ReturnCall & { ofOrderId: string }): Promise<void> =>
  move(req, { ...call, to: 'cancelled', work: endExchange })

function checkInspection(found: LockedReturn, lines: readonly InspectedLine[]): void {
  const fits =
    lines.length === found.lines.length &&
    found.lines.every(({ lineId, quantity }) => {
      const line = lines.find((one) => one.lineId === lineId)
      return (
        line !== undefined &&
        [line.restock, line.writeOff].every((pairs) => Number.isSafeInteger(pairs) && pairs >= 0) &&
        line.restock + line.writeOff === quantity
      )
    })
  if (!fits)
    throw new DomainError('validation.failed', {
      errors: [{ path: 'lines', message: 'Say of every pair whether it goes back on the shelf.' }],
    })
}

/**
 * Says of every pair that came whether it goes back on the shelf, by a `return` movement, or is written off.
 * Throws `validation.failed` when pairs are left out or made up.
 */
export const inspectReturn = (
  req: PayloadRequest,
  { lines, ...call }: ReturnCall & { lines: readonly InspectedLine[] },
): Promise<void> =>
  move(req, {
    ...call,
    to: 'inspected',
    body: { lines },
    work: async ({ tx, found }) => {
      checkInspection(found, lines)
      await keepInspection(tx, found.id, lines)
      const changes = await restock(
        tx,
        found.lines.map((line) => ({
          variantId: line.variantId,
          quantity: lines.find((one) => one.lineId === line.lineId)?.restock ?? 0,
        })),
        { document: found.number, actor: actorOf(req) },
      )
      return { changes, dues: [] }
    },
  })

/**
 * Ends a return: its money goes back, by frozen shares, less `deduct` for what wear took; with delivery when asked,
 * or when it is a withdrawal from the whole order. An exchange gives back only what the new size costs less, and its
 * order may be shipped. `toCredit` makes it store credit, or for a guest a gift card. Throws `refund.amount` for a deduction above the worth.
 */
export const completeReturn = (
  req: PayloadRequest,
  {
    deduct = 0,
    shipping,
    toCredit = false,
    ...call
  }: ReturnCall & { deduct?: number; shipping?: boolean; toCredit?: boolean },
): Promise<void> =>
  move(req, {
    ...call,
    to: 'completed',
    body: { deduct, shipping, toCredit },
    mail: 'return-completed',
    work: async ({ tx, order, found }) => {
      let creditId: string | undefined
      const target = async () => (creditId ??= await creditFor(tx, order))
      const refunds = await refundReturned(tx, order, {
        ...(toCredit && { target }),
        found,
        deduct,
        shipping: shipping ?? found.isWhole,
        actor: actorOf(req),
      })
      const [first] = refunds
      if (first) await keepRefund(tx, found.id, first.refundId)
      return { changes: [], dues: refunds.map(({ orderId }) => orderId) }
    },
  })
