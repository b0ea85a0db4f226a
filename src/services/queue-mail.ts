import type { Locale } from '#domain/markets'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

export interface MailOrder {
  template: string
  /** What the mail is about: an order's number, or `<number>:<event>` where there may be several. */
  entity: string
  recipient: string
  locale: Locale
  data?: Readonly<Record<string, unknown>>
  /** Leaves no sooner than after so many minutes: until then it may turn out to be needless. */
  afterMinutes?: number
}

const queue: Statement = {
  name: 'mail-queue',
  text: `INSERT INTO emails (template, entity, recipient, locale, data, next_attempt_at) SELECT $1, $2, $3::text, $4, $5::jsonb, now() + make_interval(mins => $6::int) WHERE $3::text NOT LIKE '%@erased.invalid'
    ON CONFLICT (template, entity, recipient) DO NOTHING`,
}

/** Puts a mail into the outbox, once for each (template, entity, recipient); it leaves when the transaction has committed. Nobody who was forgotten gets one. */
export async function queueMail(
  tx: Transaction,
  { template, entity, recipient, locale, data, afterMinutes = 0 }: MailOrder,
): Promise<void> {
  await run(tx, queue, [template, entity, recipient, locale, JSON.stringify(data ?? {}), afterMinutes])
}

const drop: Statement = {
  name: 'mail-drop',
  text: `DELETE FROM emails WHERE template = $1 AND entity = $2 AND status = 'queued' AND attempts = 0`,
}

/** Takes a mail back out of the outbox that has not left, because what it says is no longer so. */
export async function dropMail(tx: Transaction, template: string, entity: string): Promise<void> {
  await run(tx, drop, [template, entity])
}
