import { DomainError } from './errors'

export const refundStatuses = ['owed', 'done', 'dropped'] as const
export type RefundStatus = (typeof refundStatuses)[number]

export const refundTransitions: Readonly<Record<RefundStatus, readonly RefundStatus[]>> = {
  owed: ['done', 'dropped'],
  done: [],
  // The provider sent the money back by itself, in another way.
  dropped: [],
}

/** Why money goes back. */
export const refundKinds = [
  'refund',
  'cancel',
  'edit',
  'return',
  'exchange',
  'withdrawal',
  'late',
  'provider',
] as const
export type RefundKind = (typeof refundKinds)[number]

/** The next status of a refund. Throws `refund.state` when the table forbids the move. */
export function advanceRefund(from: RefundStatus, to: RefundStatus): RefundStatus {
  if (!refundTransitions[from].includes(to)) throw new DomainError('refund.state', { from, to })
  return to
}
