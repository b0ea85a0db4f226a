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
}

const queue: Statement = {
  name: 'mail-queue',
  text: `INSERT INTO emails (template, entity, recipient, locale, data, next_attempt_at) VALUES ($1, $2, $3, $4, $5::jsonb, now())
    ON CONFLICT (template, entity, recipient) DO NOTHING`,
}

/** Puts a mail into the outbox, once for each (template, entity, recipient); it leaves when the transaction has committed. */
export async function queueMail(
  tx: Transaction,
  { template, entity, recipient, locale, data }: MailOrder,
): Promise<void> {
  await run(tx, queue, [template, entity, recipient, locale, JSON.stringify(data ?? {})])
}
