import { DomainError } from './errors'

export const paymentStatuses = [
  'pending',
  'authorised',
  'partially-paid',
  'paid',
  'partially-refunded',
  'refunded',
  'failed',
  'expired',
] as const
export type PaymentStatus = (typeof paymentStatuses)[number]

export const fulfilmentStatuses = [
  'unfulfilled',
  'partially-fulfilled',
  'fulfilled',
  'delivered',
  'cancelled',
] as const
export type FulfilmentStatus = (typeof fulfilmentStatuses)[number]

export const paymentTransitions: Readonly<Record<PaymentStatus, readonly PaymentStatus[]>> = {
  pending: ['authorised', 'partially-paid', 'paid', 'failed', 'expired'],
  // An edit asks for another sum than the one that is held.
  authorised: ['pending', 'partially-paid', 'paid', 'failed', 'expired'],
  'partially-paid': ['paid', 'partially-refunded', 'refunded'],
  // An edit that makes the order dearer asks for the difference.
  paid: ['partially-paid', 'partially-refunded', 'refunded'],
  'partially-refunded': ['partially-paid', 'refunded'],
  // More money may come after all of it went back.
  refunded: ['partially-refunded'],
  // A late success is possible: the provider's event is the truth.
  failed: ['pending', 'authorised', 'partially-paid', 'paid', 'expired'],
  expired: ['authorised', 'partially-paid', 'paid'],
}

export const fulfilmentTransitions: Readonly<Record<FulfilmentStatus, readonly FulfilmentStatus[]>> = {
  unfulfilled: ['partially-fulfilled', 'fulfilled', 'cancelled'],
  'partially-fulfilled': ['fulfilled'],
  fulfilled: ['delivered'],
  delivered: [],
  // Only for an order that had expired and whose money came after all: see `isExpired`.
  cancelled: ['unfulfilled'],
}

/** Ended by time, not by a person: late money may bring such an order back. */
export const isExpired = (order: {
  paymentStatus: PaymentStatus
  fulfilmentStatus: FulfilmentStatus
}): boolean => order.paymentStatus === 'expired' && order.fulfilmentStatus === 'cancelled'

/** The next payment status, which may be the same one. Throws `order.state` when the table forbids the move. */
export function advancePayment(from: PaymentStatus, to: PaymentStatus): PaymentStatus {
  if (from !== to && !paymentTransitions[from].includes(to))
    throw new DomainError('order.state', { from, to })
  return to
}

/** The next fulfilment status, which may be the same one. Throws `order.state` when the table forbids the move. */
export function advanceFulfilment(from: FulfilmentStatus, to: FulfilmentStatus): FulfilmentStatus {
  if (from !== to && !fulfilmentTransitions[from].includes(to))
    throw new DomainError('order.state', { from, to })
  return to
}
