import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { isStopped, type StopReason } from '#domain/mail-notice'
import { eachAlone } from '#services/each-alone'
import { measuringStopAddress } from '#services/measuring-mails'
import { leaveAddress } from '#services/newsletter'
import { isOutage } from '#services/outage'
import { rowsOf } from '#services/transaction'
import { faultWords } from '../fault-words'
import { mailTransport, type Delivery, type Transport } from '../mail-transport'
import { backoffSeconds } from './backoff'
import { hideCode, UnwritableMail, writeMail, type QueuedMail } from '../write-mail'

const batch = 20
/** A worker that dies with a mail in hand loses it to another one after this long. */
const leaseSeconds = 120
const maxAttempts = 12
/** The column keeps milliseconds, rounded: what is due now may stand there as due half a one later. */
const rounding = '1 millisecond'

interface ClaimedMail extends QueuedMail {
  id: string
  attempts: number
  /** Why this address gets less mail, if it does. */
  stop: StopReason | null
}

/** Each due mail is claimed by one worker alone. */
const claim = (req: PayloadRequest): Promise<ClaimedMail[]> =>
  rowsOf<ClaimedMail>(
    req,
    sql`UPDATE emails SET attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => ${leaseSeconds}), updated_at = now()
      WHERE id IN (
        SELECT id FROM emails WHERE status = 'queued' AND (next_attempt_at IS NULL OR next_attempt_at <= now() + ${rounding}::interval)
        ORDER BY created_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)
      RETURNING id, template, entity, recipient, locale, data, attempts::float8 AS attempts,
        (SELECT reason FROM mail_suppressions WHERE recipient = lower(emails.recipient)) AS stop`,
  )

type Written = { subject: string; html: string; text: string } | undefined

async function settle(
  req: PayloadRequest,
  mail: ClaimedMail,
  delivery: Delivery,
  written: Written,
): Promise<void> {
  const isOver = delivery.status === 'retry' && mail.attempts >= maxAttempts
  const status = delivery.status === 'retry' ? (isOver ? 'dead' : 'queued') : delivery.status
  const kept = written && status === 'captured' ? written : hidden(mail, written)
  const error = 'error' in delivery ? delivery.error : null
  await rowsOf(
    req,
    sql`UPDATE emails SET status = ${status}, last_error = ${error}, updated_at = now(),
        next_attempt_at = now() + make_interval(secs => ${status === 'queued' ? backoffSeconds(mail.attempts) : 0}),
        sent_at = CASE WHEN ${status} IN ('sent', 'captured') THEN now() END,
        message_id = ${messageIdOf(mail)}, subject = coalesce(${written?.subject ?? null}, subject),
        html = coalesce(${kept?.html ?? null}, html), text = coalesce(${kept?.text ?? null}, text),
        data = CASE WHEN ${status} = 'queued' THEN data ELSE data - 'code' END
      WHERE id = ${mail.id} AND status = 'queued'`,
  )
  if (mail.template === 'erasure-done') await forget(req, mail.id)
}

/** Whoever was forgotten is not remembered by the mail that says so. */
const forget = (req: PayloadRequest, id: string) =>
  rowsOf(req, sql`DELETE FROM emails WHERE id = ${id} AND status IN ('sent', 'dead', 'suppressed')`)

/** Whoever reads what has left reads no code that pays, and no key to an account. */
const hidden = ({ data }: ClaimedMail, written: Written): Written =>
  written && typeof data?.code === 'string'
    ? { ...written, html: hideCode(written.html), text: hideCode(written.text) }
    : written

/** Mails that end by one click; whose they are stands second in the entity: `letter:<subscriber>:<when>`. */
const leaveAddresses: Readonly<Record<string, (id: string) => string>> = {
  'newsletter-welcome': leaveAddress,
  'measure-again': measuringStopAddress,
}

function leaveUrlOf({ template, entity }: ClaimedMail): { leaveUrl?: string } {
  const [address, id] = [leaveAddresses[template], entity.split(':')[1]]
  return address && id ? { leaveUrl: address(id) } : {}
}

const messageIdOf = (mail: ClaimedMail) => `${mail.id}@molini`

/** Resolves to what became of it, where it was handed over. */
async function deliver(
  req: PayloadRequest,
  mail: ClaimedMail,
  transport: Transport,
): Promise<Delivery | undefined> {
  if (mail.stop && isStopped(mail.template, mail.stop)) {
    const error = `This address is stopped: ${mail.stop}`
    await settle(req, mail, { status: 'suppressed', error }, undefined)
    return undefined
  }
  let written: Written
  try {
    written = await writeMail(req, mail)
  } catch (error) {
    // An outage while writing is no fault of the mail. One that cannot be written is kept and shown; any other fault is tried again
    // as a refusal of the server would be, and is one of this job.
    if (isOutage(error)) throw error
    const isUnwritable = error instanceof UnwritableMail
    const fault: Delivery = isUnwritable
      ? { status: 'dead', error: error.message }
      : { status: 'retry', error: faultWords(error) }
    await settle(req, mail, fault, undefined)
    if (!isUnwritable) throw error
    return undefined
  }
  const { recipient: to } = mail
  const delivery = await transport({ ...written, ...leaveUrlOf(mail), to, messageId: messageIdOf(mail) })
  await settle(req, mail, delivery, written)
  return delivery
}

const saysNothing = (delivery: Delivery | undefined): delivery is Delivery =>
  delivery !== undefined && 'isUnreachable' in delivery && delivery.isUnreachable === true

/**
 * Sends what is due in the outbox; the number of mails it took in hand. A failed one waits for its next attempt, and one that nobody
 * here knows how to write holds up no other.
 */
export async function sendMail(req: PayloadRequest, transport: Transport = mailTransport()): Promise<number> {
  let unreachable: Delivery | undefined
  const done = await eachAlone(req, await claim(req), {
    name: ({ id, template }) => `The mail ${id} (${template})`,
    work: async (mail) => {
      // The rest of them would each wait as long for nothing, and everything else that is due with them.
      if (unreachable) return settle(req, mail, unreachable, undefined)
      const delivery = await deliver(req, mail, transport)
      if (saysNothing(delivery)) unreachable = delivery
    },
  })
  return done.length
}
