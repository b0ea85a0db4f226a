import type { NoticeKind } from '#domain/mail-notice'
import type { FulfilmentStatus, PaymentStatus } from '#domain/order-state'

/** How a state reads at a glance: `ok` done, `waiting` somebody must act, `quiet` nothing to do, `bad` went wrong. */
export type Tone = 'ok' | 'waiting' | 'quiet' | 'bad'

export interface StateWord {
  word: string
  tone: Tone
}

export const paymentWords: Readonly<Record<PaymentStatus, StateWord>> = {
  pending: { word: 'To pay', tone: 'waiting' },
  authorised: { word: 'Authorised', tone: 'waiting' },
  'partially-paid': { word: 'Partly paid', tone: 'waiting' },
  paid: { word: 'Paid', tone: 'ok' },
  'partially-refunded': { word: 'Partly refunded', tone: 'quiet' },
  refunded: { word: 'Refunded', tone: 'quiet' },
  failed: { word: 'Payment failed', tone: 'bad' },
  expired: { word: 'Not paid in time', tone: 'quiet' },
}

export const fulfilmentWords: Readonly<Record<FulfilmentStatus, StateWord>> = {
  unfulfilled: { word: 'Not shipped', tone: 'waiting' },
  'partially-fulfilled': { word: 'Partly shipped', tone: 'waiting' },
  fulfilled: { word: 'Shipped', tone: 'ok' },
  delivered: { word: 'Delivered', tone: 'ok' },
  cancelled: { word: 'Cancelled', tone: 'quiet' },
}

const moneyStates: Readonly<Record<string, StateWord>> = {
  pending: { word: 'Waiting for the money', tone: 'waiting' },
  authorised: { word: 'Authorised', tone: 'waiting' },
  'partially-captured': { word: 'Partly taken', tone: 'waiting' },
  captured: { word: 'Taken', tone: 'ok' },
  'partially-refunded': { word: 'Partly refunded', tone: 'quiet' },
  refunded: { word: 'Refunded', tone: 'quiet' },
  failed: { word: 'Failed', tone: 'bad' },
  cancelled: { word: 'Cancelled', tone: 'quiet' },
  expired: { word: 'Expired', tone: 'quiet' },
}

const refundStates: Readonly<Record<string, StateWord>> = {
  owed: { word: 'To send', tone: 'waiting' },
  done: { word: 'Sent', tone: 'ok' },
  dropped: { word: 'Dropped', tone: 'quiet' },
}

const refundKinds: Readonly<Record<string, string>> = {
  refund: 'Refund',
  cancel: 'Cancelled',
  edit: 'Order changed',
  return: 'Return',
  exchange: 'Exchange',
  withdrawal: 'Withdrawal',
  late: 'Money for an ended order',
  provider: 'Sent at the provider',
}

const alertStates: Readonly<Record<string, StateWord>> = {
  waiting: { word: 'Waiting', tone: 'waiting' },
  held: { word: 'Pair held', tone: 'ok' },
  sent: { word: 'Told', tone: 'quiet' },
}

const entryStates: Readonly<Record<string, StateWord>> = {
  asked: { word: 'Not confirmed', tone: 'waiting' },
  confirmed: { word: 'Entered', tone: 'ok' },
  drawn: { word: 'Drawn', tone: 'quiet' },
}

const disputes: Readonly<Record<string, StateWord>> = {
  open: { word: 'Disputed', tone: 'bad' },
  won: { word: 'Dispute won', tone: 'quiet' },
  lost: { word: 'Dispute lost', tone: 'bad' },
}

const mailStates: Readonly<Record<string, StateWord>> = {
  queued: { word: 'Waiting', tone: 'waiting' },
  sent: { word: 'Sent', tone: 'ok' },
  captured: { word: 'Kept here, not sent', tone: 'quiet' },
  dead: { word: 'Given up', tone: 'bad' },
  suppressed: { word: 'Not sent: the address is stopped', tone: 'quiet' },
}

const notices: Readonly<Record<NoticeKind, string>> = {
  delivered: 'Delivered',
  deferred: 'Delayed by the other side',
  opened: 'Opened',
  'soft-bounce': 'Came back for now',
  'hard-bounce': 'Came back for good',
  blocked: 'Blocked',
  spam: 'Reported as spam',
  unsubscribed: 'Unsubscribed',
}

const methods: Readonly<Record<string, string>> = {
  manual: 'Bank transfer',
  'cash-on-delivery': 'Pay on delivery',
  stripe: 'Card',
  'gift-card': 'Gift card',
  'store-credit': 'Store credit',
}

const movementKinds: Readonly<Record<string, string>> = {
  sale: 'Sold',
  delivery: 'Delivery',
  correction: 'Correction',
  return: 'Return',
  transfer: 'Transfer',
}

const mailTemplates: Readonly<Record<string, string>> = {
  'order-placed': 'Order placed',
  'payment-received': 'Payment received',
  'payment-released': 'Late payment let go',
  'order-shipped': 'Parcel shipped',
  'order-refunded': 'Refund',
  'gift-card': 'Gift card',
}

/** A stored word without an entry of its own, made readable: `payment-received` becomes `Payment received`. */
export function plain(value: string): string {
  const spaced = value.replaceAll(/[-_.]+/g, ' ').trim()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

const lookUp = (words: Readonly<Record<string, StateWord>>, value: string): StateWord =>
  words[value] ?? { word: plain(value), tone: 'quiet' }

/** A cardholder's dispute of a payment. */
export const disputeWord = (dispute: string): StateWord => lookUp(disputes, dispute)

/** A cancelled order that nobody paid for did not fail: it was simply not paid. */
export const paymentWord = (status: string, fulfilment?: string): StateWord =>
  status === 'failed' && fulfilment === 'cancelled'
    ? { word: 'Not paid', tone: 'quiet' }
    : lookUp(paymentWords, status)
export const fulfilmentWord = (status: string): StateWord => lookUp(fulfilmentWords, status)
export const moneyStateWord = (status: string): StateWord => lookUp(moneyStates, status)
export const refundStateWord = (status: string): StateWord => lookUp(refundStates, status)
export const alertStateWord = (status: string): StateWord => lookUp(alertStates, status)
export const entryStateWord = (status: string): StateWord => lookUp(entryStates, status)
export const refundKindWord = (kind: string): string => refundKinds[kind] ?? plain(kind)
export const noticeWord = (kind: NoticeKind): string => notices[kind]
export const mailStateWord = (status: string): StateWord => lookUp(mailStates, status)
export const methodWord = (method: string): string => methods[method] ?? plain(method)
export const movementWord = (kind: string): string => movementKinds[kind] ?? plain(kind)
export const templateWord = (template: string): string => mailTemplates[template] ?? plain(template)
