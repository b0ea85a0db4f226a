/** What a mail service says later about a mail it took. */
export const noticeKinds = [
  ...(['delivered', 'deferred', 'opened', 'soft-bounce'] as const),
  ...(['unsubscribed', 'blocked', 'spam', 'hard-bounce'] as const),
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** After these an address gets less mail, or none; the later in the list, the more it stops. */
export const stopReasons = ['unsubscribed', 'blocked', 'spam', 'hard-bounce'] as const
export type StopReason = (typeof stopReasons)[number]

export const isStopReason = (value: unknown): value is StopReason =>
  stopReasons.some((reason) => reason === value)

export interface MailNotice {
  /** The row of the outbox. */
  mailId: string
  kind: NoticeKind
  at: Date
  reason?: string
  /** Names the notice: the same one told again has the same. */
  key: string
}

/** Mails that nobody asked for, and reminders: they end with the first no, whatever it was said to. */
const unasked = new Set(['review-invitation', 'measure-again'])
/** Asked for, yet no receipt of anything. */
const wished = new Set([
  ...['back-in-stock', 'newsletter-confirm', 'newsletter-welcome'],
  ...['draw-confirm', 'draw-entered', 'draw-moved', 'draw-waiting', 'draw-off'],
])

/**
 * Whether a mail stays unsent. An address that does not exist gets none; of the others receipts and keys always leave,
 * and who only left the letters still gets what they ask for.
 */
export function isStopped(template: string, reason: StopReason): boolean {
  if (reason === 'hard-bounce' || unasked.has(template)) return true
  return wished.has(template) && reason !== 'unsubscribed'
}
