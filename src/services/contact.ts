import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { emailLength, isEmail, personLength } from '#domain/address'
import { DomainError } from '#domain/errors'
import { escapeHtml } from '#domain/escape-html'
import { markets, type MarketId } from '#domain/markets'
import { queueMail } from './queue-mail'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

export interface ContactMessage {
  name: string
  email: string
  /** An order's, if it is about one. */
  number?: string
  text: string
  market: MarketId
}

/** The most characters of each field. */
export const messageLengths = { name: personLength, email: emailLength, number: 20, text: 5000 } as const

const keep: Statement = {
  name: 'message-keep',
  text: `INSERT INTO messages (name, email, number, text, market) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
}
const desk: Statement = {
  name: 'message-desk',
  text: `SELECT contact_email AS email FROM shop_settings WHERE contact_email IS NOT NULL LIMIT 1`,
}

function faultsOf({ name, email, text }: ContactMessage) {
  return [
    ...(name ? [] : [{ path: 'name', message: 'A name.' }]),
    ...(isEmail(email) ? [] : [{ path: 'email', message: 'An e-mail address.' }]),
    ...(text.length >= 3 ? [] : [{ path: 'text', message: 'A few words.' }]),
  ]
}

/**
 * Keeps what somebody writes and tells the shop by mail, in one transaction; the sender gets none, so that nobody can have
 * the shop write to strangers. Throws `validation.failed` with the fields.
 */
export async function sendMessage(req: PayloadRequest, given: ContactMessage): Promise<void> {
  const message = {
    ...given,
    name: given.name.trim().slice(0, messageLengths.name),
    email: given.email.trim().toLowerCase(),
    number: given.number?.trim().slice(0, messageLengths.number),
    text: given.text.trim().slice(0, messageLengths.text),
  }
  const errors = faultsOf(message)
  if (errors.length > 0) throw new DomainError('validation.failed', { errors })
  const { name, email, number, text, market } = message
  await inTransaction(req, async (tx) => {
    const [row] = await run<{ id: string }>(tx, keep, [name, email, number || null, text, market])
    const [to] = await run<{ email: string }>(tx, desk, [])
    if (!row || !to) return
    const lines = [
      `${name} <${email}>, ${market}${number ? `, ${number}` : ''}`,
      text,
      `${env.NEXT_PUBLIC_APP_URL}/admin/collections/messages/${row.id}`,
    ]
    await queueMail(tx, {
      template: 'staff-message',
      entity: `message:${row.id}`,
      recipient: to.email,
      locale: markets[market].locale,
      data: {
        subject: `Message from ${name.replace(/[\r\n]+/g, ' ')}`,
        text: lines.join('\n\n'),
        html: lines.map((line) => `<p>${escapeHtml(line).replaceAll('\n', '<br>')}</p>`).join(''),
      },
    })
  })
}
