import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import type { Currency } from '#domain/markets'
import { money } from '#domain/money'
import { applyRefund } from './apply-money'
import { applyPaymentState } from './apply-payment-state'
import { eachAlone } from './each-alone'
import { lockOrder } from './order-lock'
import { lockPaymentById, savePayment } from './payment-row'
import { paymentProviders, providerOf } from './payments/providers'
import { announceStock } from './reserve-stock'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

interface Due {
  id: string
  orderId: string
  number: string
  provider: string
  reference: string | null
  currency: Currency
}

interface DueRefund extends Due {
  amount: number
  /** It goes to a gift card or store credit: nobody has to be asked. */
  isOurs: boolean
}

const batch = 50
const dueRefunds: Statement = {
  name: 'refunds-due',
  text: `SELECT r.id, r.order_id AS "orderId", o.number, p.provider, p.reference, r.currency, r.amount::float8 AS amount,
      coalesce(r.credit_id, p.credit_id) IS NOT NULL AS "isOurs"
    FROM refunds r JOIN payments p ON p.id = r.payment_id JOIN orders o ON o.id = r.order_id
    WHERE r.status = 'owed' AND (coalesce(r.credit_id, p.credit_id) IS NOT NULL OR NOT (p.provider = ANY ($2::text[]))) AND ($1::uuid IS NULL OR r.order_id = $1)
      AND ($1::uuid IS NOT NULL OR coalesce(r.next_attempt_at, now()) <= now()) ORDER BY r.created_at, r.id LIMIT ${batch}`,
}
const dueCancels: Statement = {
  name: 'payments-due',
  text: `SELECT p.id, p.order_id AS "orderId", o.number, p.provider, p.reference, p.currency
    FROM payments p JOIN orders o ON o.id = p.order_id
    WHERE p.data ? 'cancelDue' AND ($1::uuid IS NULL OR p.order_id = $1) ORDER BY p.updated_at, p.id LIMIT ${batch}`,
}
const touch: Statement = {
  name: 'payment-touch',
  text: 'UPDATE payments SET updated_at = now() WHERE id = $1',
}
/** Counted before the call: what a provider says meanwhile is then known to be about this refund. */
const begin: Statement = {
  name: 'refund-begin',
  text: `UPDATE refunds SET attempts = attempts + 1, next_attempt_at = now() + least(interval '1 hour', interval '30 seconds' * 2 ^ attempts)
    WHERE id = $1 AND status = 'owed' RETURNING id`,
}
const failed: Statement = {
  name: 'refund-failed',
  text: `UPDATE refunds SET error = $2, updated_at = now() WHERE id = $1 AND status = 'owed'`,
}

const asked = ({ orderId, number, reference }: Due) => ({
  orderId,
  orderNumber: number,
  ...(reference && { reference }),
})

/** Nothing is left at the provider to send back: somebody has done it there. */
async function isGone(due: DueRefund, error: unknown): Promise<boolean> {
  if (!(error instanceof DomainError) || error.code !== 'payment.state' || !due.reference) return false
  const state = await providerOf(due.provider).read(due.reference)
  return state !== undefined && state.captured > 0 && state.refunded === state.captured
}

/** Sent under the refund's own id, so that a repeat after a crash is the same refund. */
async function refund(req: PayloadRequest, due: DueRefund): Promise<boolean> {
  const begun = await run(req, begin, [due.id])
  if (begun.length === 0) return false
  if (due.isOurs) {
    await inTransaction(req, (tx) => applyRefund(tx, due.id))
    return true
  }
  try {
    await providerOf(due.provider)
      .refund({ ...asked(due), amount: money(due.amount, due.currency), idempotencyKey: due.id })
      .catch(async (error: unknown) => {
        if (!(await isGone(due, error))) throw error
      })
  } catch (error) {
    req.payload.logger.warn({ msg: `The refund ${due.id} of ${due.number} is still owed`, err: error })
    await run(req, failed, [due.id, (error instanceof Error ? error.message : String(error)).slice(0, 300)])
    return false
  }
  await inTransaction(req, (tx) => applyRefund(tx, due.id))
  return true
}

async function cancel(req: PayloadRequest, due: Due): Promise<void> {
  const { id, orderId, provider, reference } = due
  const { cancel: letGo, read } = providerOf(provider)
  await letGo({ ...asked(due), amount: money(0, due.currency), idempotencyKey: `${id}:cancel` })
  // It may have been paid in the meantime: then there is nothing to let go, and the money has come.
  const state = reference ? await read(reference) : undefined
  const changes = await inTransaction(req, async (tx) => {
    await lockOrder(tx, orderId)
    const now = await lockPaymentById(tx, id)
    await savePayment(tx, { ...now, status: now.captured === 0 ? 'cancelled' : now.status, data: null })
    return state && state.captured > 0 ? (await applyPaymentState(tx, provider, state)).changes : []
  })
  await announceStock(req, changes)
}

/** A provider gives no answer. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'payment.unavailable'

/** One that fails comes last the next time. */
async function cancelInTurn(req: PayloadRequest, due: Due): Promise<boolean> {
  try {
    await cancel(req, due)
    return true
  } catch (error) {
    await run(req, touch, [due.id])
    throw error
  }
}

/**
 * Does at the providers what is still owed: refunds and holds to be let go. Safe to repeat, since each carries an
 * idempotency key of its own; a refund that fails keeps its reason, is still owed, and is tried again by a later
 * call. One that fails holds up no other; while a provider gives no answer, those to be let go wait. Offline money is
 * sent by staff (`settleRefund`). Answers with how many were settled; for one order, or for the oldest of all.
 */
export async function settleDues(req: PayloadRequest, orderId?: string): Promise<number> {
  const offline = paymentProviders().filter(({ isOffline }) => isOffline)
  const refunds = await run<DueRefund>(req, dueRefunds, [orderId ?? null, offline.map(({ id }) => id)])
  const cancels = await run<Due>(req, dueCancels, [orderId ?? null])
  const dues = [
    ...refunds.map((due) => ({ of: `The refund ${due.id}`, due, settle: () => refund(req, due) })),
    ...cancels.map((due) => ({ of: 'Letting go', due, settle: () => cancelInTurn(req, due) })),
  ]
  const done = await eachAlone(req, dues, {
    name: ({ of, due }) => `${of} of ${due.number}`,
    work: ({ settle }) => settle(),
    // Only letting go says so: a refund that gets no answer is still owed, and waits.
    endsAll: isUnavailable,
  })
  return done.filter(Boolean).length
}

/** The same for some orders, where a failure is no reason to fail: the job does it again. */
export async function settleLater(req: PayloadRequest, ...orderIds: readonly string[]): Promise<void> {
  try {
    for (const orderId of orderIds) await settleDues(req, orderId)
  } catch (error) {
    req.payload.logger.warn({ msg: 'What is owed to a provider is done later', err: error })
  }
}
