import type { PayloadRequest } from 'payload'
import { advancePayment } from '#domain/order-state'
import { applyCaptured, applyRefunded } from './apply-money'
import { lockOrder, saveOrder, tellTimeline, type LockedOrder } from './order-lock'
import { lockPayment, savePayment, type LockedPayment } from './payment-row'
import type { Authorisation, PaymentEvent } from './payments/provider'
import { announceStock, type StockChange } from './reserve-stock'
import { settleDues } from './settle-dues'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

const receive: Statement = {
  name: 'event-receive',
  text: `INSERT INTO payment_events (provider, event_id, type, payload) VALUES ($1, $2, $3, $4::jsonb)
    ON CONFLICT (provider, event_id) DO NOTHING RETURNING event_id`,
}
const handled: Statement = {
  name: 'event-handled',
  text: 'UPDATE payment_events SET handled_at = now(), error = $3 WHERE provider = $1 AND event_id = $2',
}
const exists: Statement = { name: 'order-exists', text: 'SELECT id FROM orders WHERE id::text = $1' }

const isUnpaid = (payment: LockedPayment): boolean => payment.captured === 0

/** The provider holds the money. Of an order that has ended, the hold is let go after the commit. */
async function authorised(tx: Transaction, order: LockedOrder, payment: LockedPayment): Promise<void> {
  if (!isUnpaid(payment) || payment.status === 'authorised' || payment.data?.cancelDue) return
  if (order.fulfilmentStatus === 'cancelled')
    return savePayment(tx, { ...payment, data: { ...payment.data, cancelDue: true } })
  await savePayment(tx, { ...payment, status: 'authorised' })
  await saveOrder(tx, { ...order, paymentStatus: advancePayment(order.paymentStatus, 'authorised') })
  await tellTimeline(tx, order.id, { kind: 'payment-authorised' })
}

/** A try that failed or was called off; the pairs stay held until the order expires, so another try may follow. */
async function failed(
  tx: Transaction,
  order: LockedOrder,
  payment: LockedPayment,
  to: 'failed' | 'cancelled',
): Promise<void> {
  if (!isUnpaid(payment) || payment.status === to) return
  await savePayment(tx, { ...payment, status: to, data: null })
  if (order.fulfilmentStatus === 'cancelled') return
  await saveOrder(tx, { ...order, paymentStatus: advancePayment(order.paymentStatus, 'failed') })
  await tellTimeline(tx, order.id, { kind: `payment-${to}` })
}

async function apply(
  tx: Transaction,
  event: PaymentEvent,
  order: LockedOrder,
  payment: LockedPayment,
): Promise<StockChange[]> {
  const { amount } = event.amount
  switch (event.type) {
    case 'authorised':
      await authorised(tx, order, payment)
      return []
    case 'captured':
      return applyCaptured(tx, { order, payment, captured: amount })
    case 'refunded':
      return refunded(tx, event)
    case 'failed':
    case 'cancelled':
      await failed(tx, order, payment, event.type)
      return []
  }
}

/** What went back must have come: a refund that overtakes its capture brings it along. */
async function refunded(tx: Transaction, { orderId, amount }: PaymentEvent): Promise<StockChange[]> {
  const changes = await applyCaptured(tx, {
    order: await lockOrder(tx, orderId),
    payment: await lockPayment(tx, orderId),
    captured: amount.amount,
  })
  const order = await lockOrder(tx, orderId)
  await applyRefunded(tx, { order, payment: await lockPayment(tx, orderId), refunded: amount.amount })
  return changes
}

/** Why an event cannot be applied, for a person to look at; undefined when it can. */
function faultOf(
  event: PaymentEvent,
  order: LockedOrder,
  payment: LockedPayment,
  provider: string,
): string | undefined {
  if (payment.provider !== provider) return `the order is paid by ${payment.provider}`
  if (event.amount.currency !== order.currency) return `the order is in ${order.currency}`
  if (event.amount.amount > payment.amount) return `more than the ${payment.amount} of the payment`
  return undefined
}

type Handled = { isApplied: boolean; changes: StockChange[] }

async function handle(tx: Transaction, provider: string, event: PaymentEvent): Promise<Handled> {
  const close = (fault: string | null) => run(tx, handled, [provider, event.id, fault])
  const known = await run(tx, exists, [event.orderId])
  if (known.length === 0) {
    await close('no such order')
    return { isApplied: false, changes: [] }
  }
  const order = await lockOrder(tx, event.orderId)
  const payment = await lockPayment(tx, event.orderId)
  const fault = faultOf(event, order, payment, provider)
  await close(fault ?? null)
  if (fault) return { isApplied: false, changes: [] }
  return {
    isApplied: true,
    changes: await apply(tx, event, order, { ...payment, reference: event.reference }),
  }
}

/**
 * Takes in what a provider says about a payment: once for each event, in one transaction, whatever the order in
 * which they come. An event that fits no payment is kept with its fault for a person to see, and changes nothing.
 * What must go back or be called off at the provider is done after the commit. Source: DESIGN 4.3.
 */
export async function recordPaymentEvent(
  req: PayloadRequest,
  provider: string,
  event: PaymentEvent,
): Promise<'recorded' | 'repeated'> {
  const outcome = await inTransaction(req, async (tx) => {
    const fresh = await run(tx, receive, [provider, event.id, event.type, JSON.stringify(event)])
    return fresh.length > 0 ? handle(tx, provider, event) : undefined
  })
  if (!outcome) return 'repeated'
  await announceStock(req, outcome.changes)
  if (outcome.isApplied) await settleDues(req, event.orderId)
  return 'recorded'
}

/** Keeps the provider's number of a payment just asked for, and that its money is held. Never undoes what an event has said. */
export async function applyAuthorisation(
  tx: Transaction,
  orderId: string,
  { status, reference }: Authorisation,
): Promise<void> {
  const order = await lockOrder(tx, orderId)
  const payment = { ...(await lockPayment(tx, orderId)), ...(reference && { reference }) }
  await savePayment(tx, payment)
  if (status === 'authorised') await authorised(tx, order, payment)
}
