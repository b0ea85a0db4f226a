import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { MailNotice, NoticeKind } from '#domain/mail-notice'

/** Brevo's names of what became of a mail; what is not among them (a click, a request) is not kept. */
const kinds: Readonly<Record<string, NoticeKind>> = {
  delivered: 'delivered',
  deferred: 'deferred',
  opened: 'opened',
  unique_opened: 'opened',
  proxy_open: 'opened',
  unique_proxy_open: 'opened',
  soft_bounce: 'soft-bounce',
  hard_bounce: 'hard-bounce',
  invalid_email: 'hard-bounce',
  invalid: 'hard-bounce',
  blocked: 'blocked',
  spam: 'spam',
  complaint: 'spam',
  unsubscribed: 'unsubscribed',
}

const seconds = z.coerce.number().int().min(0).max(32_503_680_000)
const event = z.looseObject({
  event: z.string().max(60),
  'message-id': z.string().max(400).optional(),
  'X-Mailin-custom': z.string().max(400).optional(),
  ts_event: seconds.optional(),
  ts: seconds.optional(),
  reason: z.string().nullish(),
})
/**
 * One event, or several where the webhook is set to batches. One alone that is odd is refused; of a batch each is looked
 * at on its own. Source: Brevo, transactional webhooks.
 */
export const brevoEvents = z.union([event, z.array(z.unknown()).max(1_000)])
type BrevoEvent = z.infer<typeof event>

/** The shop's own id of a mail, which it gave it as its Message-ID and in a header that Brevo gives back. */
const ownId = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@molini>?$/

function noticeOf(one: BrevoEvent): MailNotice | undefined {
  const kind = Object.hasOwn(kinds, one.event) ? kinds[one.event] : undefined
  const mailId = [one['X-Mailin-custom'], one['message-id']]
    .map((name) => ownId.exec(name?.trim() ?? '')?.[1])
    .find(Boolean)
  const told = one.ts_event ?? one.ts
  if (!kind || !mailId || told === undefined) return undefined
  const key = createHash('sha256').update(`${mailId} ${one.event} ${told}`).digest('hex')
  return {
    mailId,
    kind,
    at: new Date(told * 1000),
    key,
    ...(one.reason && { reason: one.reason.slice(0, 300) }),
  }
}

/** What of it is about mails of a shop like this and worth keeping; one odd event of a batch keeps no other from being heard. */
export const noticesOf = (told: z.infer<typeof brevoEvents>): MailNotice[] =>
  [told].flat().flatMap((one) => {
    const { data } = event.safeParse(one)
    return (data && noticeOf(data)) ?? []
  })
