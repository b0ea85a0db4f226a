import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { money } from '#domain/money'
import type { CheckoutAnswer, OrderView } from '#domain/views'
import { applyPaymentState } from './apply-payment-state'
import { lockOrder, saveOrder, tellTimeline, type LockedOrder } from './order-lock'
import { orderById } from './order-view'
import { readPaymentSettings } from './payment-methods'
import { addPayment, lockPayment, savePayment, type LockedPayment } from './payment-row'
import type { PaymentProvider, PaymentState } from './payments/provider'
import { providerOf } from './payments/providers'
import { recordPaymentState } from './record-payment-event'
import { settleLater } from './settle-dues'
import { inTransaction, type Transaction } from './transaction'

type Payment = CheckoutAnswer['payment']

interface Try {
  order: LockedOrder
  payment: LockedPayment
}

/** How often others may come between. */
const rounds = 5
const payable = new Set(['pending', 'failed', 'partially-paid'])

/** What is still to be paid of a locked order, in minor units. Throws `order.not-payable` where nothing may be. */
function owed(order: LockedOrder): number {
  const { paymentStatus, fulfilmentStatus } = order
  const total = order.total + order.credited
  const captured = order.captured + order.held
  const provider = providerOf(order.paymentMethod)
  if (
    provider.isOffline ||
    fulfilmentStatus === 'cancelled' ||
    !payable.has(paymentStatus) ||
    total <= captured
  )
    throw new DomainError('order.not-payable', { paymentStatus, fulfilmentStatus })
  return total - captured
}

const current = async (tx: Transaction, orderId: string): Promise<Try & { due: number }> => {
  const order = await lockOrder(tx, orderId)
  const due = owed(order)
  return { order, payment: await lockPayment(tx, order.id), due }
}

const isLive = ({ status }: PaymentState): boolean => status === 'open' || status === 'failed'

/** Another card on the same payment: as long as it lives there is no second one. */
async function reopen(tx: Transaction, orderId: string): Promise<void> {
  const { order, payment } = await current(tx, orderId)
  if (payment.status !== 'failed') return
  await savePayment(tx, { ...payment, status: 'pending' })
  if (order.paymentStatus === 'failed') await saveOrder(tx, { ...order, paymentStatus: 'pending' })
}

/**
 * What became of the last try, if the provider was asked for it: an answer when it can still be paid or is being
 * worked on; undefined when it has ended, so that another may begin.
 */
async function lastTry(
  req: PayloadRequest,
  provider: PaymentProvider,
  { order, payment, due }: Try & { due: number },
): Promise<Payment | undefined> {
  const { reference } = payment
  const orderId = order.id
  if (!reference) return undefined
  const state = await provider.read(reference)
  if (!state) return end(req, orderId, payment)
  await recordPaymentState(req, provider.id, state)
  if (isLive(state) && state.amount.amount !== due) {
    const asked = { orderId, orderNumber: order.number, amount: money(0, order.currency), reference }
    await provider.cancel({ ...asked, idempotencyKey: `${payment.id}:cancel` })
    const now = await provider.read(reference)
    if (now) await recordPaymentState(req, provider.id, now)
    return now && now.status !== 'cancelled' ? { method: provider.id, status: now.status } : undefined
  }
  if (isLive(state)) {
    await inTransaction(req, (tx) => reopen(tx, orderId))
    return { method: provider.id, status: 'pending', clientSecret: state.clientSecret }
  }
  return state.status === 'cancelled' ? undefined : { method: provider.id, status: state.status }
}

/** A try that can lead nowhere is closed, so that the next one is another. */
async function end(req: PayloadRequest, orderId: string, { id }: LockedPayment): Promise<undefined> {
  await inTransaction(req, async (tx) => {
    await lockOrder(tx, orderId)
    const payment = await lockPayment(tx, orderId)
    if (payment.id === id && payment.captured === 0)
      await savePayment(tx, { ...payment, status: 'cancelled', data: null })
  })
}

/**
 * The try that is open, or one more where the last one has ended. Two at once get the same one. Undefined when
 * somebody else has begun one in the meantime that has to be looked at first.
 */
async function openTry(tx: Transaction, orderId: string, ended: LockedPayment): Promise<Try | undefined> {
  const { order, payment, due } = await current(tx, orderId)
  const isAsked = payment.reference !== null
  if (payment.status === 'pending' && !isAsked && payment.amount === due) return { order, payment }
  const isOpen = payment.status === 'pending' || payment.status === 'failed'
  if (isOpen && isAsked && payment.reference !== ended.reference) return undefined
  if (isOpen) await savePayment(tx, { ...payment, status: 'cancelled', data: null })
  if (order.paymentStatus === 'failed') await saveOrder(tx, { ...order, paymentStatus: 'pending' })
  await tellTimeline(tx, order.id, { kind: 'payment-retried' })
  return { order, payment: await addPayment(tx, order, { attempt: payment.attempt + 1, amount: due }) }
}

async function ask(
  req: PayloadRequest,
  provider: PaymentProvider,
  { order, payment }: Try,
): Promise<PaymentState> {
  try {
    return await provider.authorise(
      {
        orderId: order.id,
        orderNumber: order.number,
        amount: money(payment.amount, order.currency),
        idempotencyKey: `${order.id}:${payment.attempt}`,
      },
      await readPaymentSettings(req),
    )
  } catch (error) {
    // Without an answer the same call may be made again. An answer that is no use would only come again.
    if (!(error instanceof DomainError) || error.code !== 'payment.unavailable')
      await end(req, order.id, payment)
    throw error
  }
}

/** Keeps the provider's number before the browser gets the secret: what nobody can name nobody can pay. */
async function keep(
  req: PayloadRequest,
  provider: PaymentProvider,
  orderId: string,
  state: PaymentState,
): Promise<Payment> {
  const { isOver, fault } = await inTransaction(req, async (tx) => {
    const { fault } = await applyPaymentState(tx, provider.id, state)
    const order = await lockOrder(tx, orderId)
    const isOver = order.fulfilmentStatus === 'cancelled'
    if (isOver) {
      const payment = await lockPayment(tx, orderId)
      await savePayment(tx, { ...payment, data: { cancelDue: true } })
    }
    return { isOver, fault }
  })
  if (fault) throw new DomainError('payment.provider-fault', { retryAfter: 5 })
  if (isOver) {
    await settleLater(req, orderId)
    throw new DomainError('order.not-payable', { fulfilmentStatus: 'cancelled' })
  }
  const { clientSecret } = state
  const status = isLive(state) ? 'pending' : state.status
  return { method: provider.id, status, ...(clientSecret && { clientSecret }) }
}

/** What is still to be paid of an order, in minor units. Throws `order.not-found` and `order.not-payable`. */
export const amountDue = async (req: PayloadRequest, orderId: string): Promise<number> =>
  (await inTransaction(req, (tx) => current(tx, orderId))).due

async function goOn(req: PayloadRequest, orderId: string): Promise<Payment> {
  for (let round = 0; round < rounds; round += 1) {
    const found = await inTransaction(req, (tx) => current(tx, orderId))
    const provider = providerOf(found.order.paymentMethod)
    const last = await lastTry(req, provider, found)
    if (last) return last
    const open = await inTransaction(req, (tx) => openTry(tx, orderId, found.payment))
    if (open) return keep(req, provider, orderId, await ask(req, provider, open))
  }
  throw new DomainError('payment.unavailable', { retryAfter: 5 })
}

/**
 * Begins the payment of a committed order, or goes on with it: a declined card may be followed by another on the
 * same payment, and only when a payment has ended at the provider does another begin, so that two can never both
 * take the money. The provider's idempotency key is the order and the count of its tries.
 * Throws `order.not-found`, `order.not-payable`, and `payment.unavailable` or `payment.provider-fault` while the
 * provider gives no answer or none that is of use; then the order is as payable as before.
 */
export async function payOrder(
  req: PayloadRequest,
  orderId: string,
): Promise<{ order: OrderView; payment: Payment }> {
  const payment = await goOn(req, orderId)
  const now = await orderById(req, orderId)
  if (!now) throw new DomainError('order.not-found')
  return { order: now, payment }
}
