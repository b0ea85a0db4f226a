import type { PayloadRequest } from 'payload'
import { isStopReason, stopReasons, type MailNotice } from '#domain/mail-notice'
import { idOf, run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

const keep: Statement = {
  name: 'mail-notice-keep',
  text: `INSERT INTO mail_notices (key, email_id, kind, at, reason)
    SELECT $2, id, $3, $4::timestamptz, $5 FROM emails WHERE id = ${idOf('$1')}
    ON CONFLICT (key) DO NOTHING RETURNING (SELECT lower(recipient) FROM emails WHERE id = email_id) AS recipient`,
}

const rank = (reason: string): string =>
  `array_position(ARRAY[${stopReasons.map((one) => `'${one}'`).join()}], ${reason}::text)`

/** What stops more takes the place of what stops less. */
const stop: Statement = {
  name: 'mail-notice-stop',
  text: `INSERT INTO mail_suppressions (recipient, reason, since) VALUES ($1, $2, $3::timestamptz)
    ON CONFLICT (recipient) DO UPDATE SET reason = excluded.reason, since = excluded.since, updated_at = now()
    WHERE ${rank('excluded.reason')} > ${rank('mail_suppressions.reason')}`,
}

const leave: Statement = {
  name: 'mail-notice-leave',
  text: `UPDATE subscribers SET status = 'left', left_at = now(), updated_at = now() WHERE lower(email) = $1 AND status <> 'left'`,
}

async function record(tx: Transaction, notice: MailNotice): Promise<boolean> {
  const { mailId, key, kind, at, reason } = notice
  const [kept] = await run<{ recipient: string }>(tx, keep, [
    ...[mailId, key, kind, at.toISOString(), reason ?? null],
  ])
  if (!kept) return false
  if (isStopReason(kind)) {
    await run(tx, stop, [kept.recipient, kind, at.toISOString()])
    await run(tx, leave, [kept.recipient])
  }
  return true
}

/**
 * Keeps what a mail service says about mails of this shop; what it says again, or about mails of another, is passed over.
 * An address that takes no mail, or wants none, is kept from it from now on, and gets no letters. Gives how many were new.
 */
export async function recordMailNotices(
  req: PayloadRequest,
  notices: readonly MailNotice[],
): Promise<number> {
  // In one order, whoever else tells the same at the same time.
  const ordered = notices.toSorted((one, other) => one.key.localeCompare(other.key))
  return inTransaction(req, async (tx) => {
    let kept = 0
    for (const notice of ordered) if (await record(tx, notice)) kept += 1
    return kept
  })
}
