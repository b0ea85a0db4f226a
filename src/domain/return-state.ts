import { DomainError } from './errors'

export const returnStatuses = [
  'requested',
  'approved',
  'received',
  'inspected',
  'completed',
  'rejected',
  'cancelled',
] as const
export type ReturnStatus = (typeof returnStatuses)[number]

export const returnTransitions: Readonly<Record<ReturnStatus, readonly ReturnStatus[]>> = {
  requested: ['approved', 'rejected', 'cancelled'],
  approved: ['received', 'rejected', 'cancelled'],
  received: ['inspected'],
  inspected: ['completed', 'rejected'],
  completed: [],
  rejected: [],
  cancelled: [],
}

export const returnReasons = [
  'too-small',
  'too-large',
  'changed-mind',
  'faulty',
  'wrong-item',
  'withdrawal',
] as const
export type ReturnReason = (typeof returnReasons)[number]

/** A reason as a person writes it: `Too small` is `too-small`. Undefined when it is none of ours. */
export function readReturnReason(said: string): ReturnReason | undefined {
  const word = said
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-')
  return returnReasons.find((reason) => reason === word)
}

export const returnResolutions = ['refund', 'exchange'] as const
export type ReturnResolution = (typeof returnResolutions)[number]

/** Ended without the pairs changing hands: they may be returned another time. */
export const isVoidReturn = (status: ReturnStatus): boolean => status === 'rejected' || status === 'cancelled'

/** The next status of a return. Throws `return.state` when the table forbids the move. */
export function advanceReturn(from: ReturnStatus, to: ReturnStatus): ReturnStatus {
  if (!returnTransitions[from].includes(to)) throw new DomainError('return.state', { from, to })
  return to
}
