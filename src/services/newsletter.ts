import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { env } from '#env'
import { isEmail } from '#domain/address'
import { DomainError } from '#domain/errors'
import { markets, type MarketId } from '#domain/markets'
import { queueMail } from './queue-mail'
import { idOf, run, type Statement } from './statement'
import { inTransaction } from './transaction'
import { isSameKey } from './same-key'

/** Minutes within which the same address is not asked to confirm again. */
const askedAgainAfter = 15
/** Times in 30 days that anybody may have an address asked: strangers can ask too. */
const asksAtMost = 3

interface Row {
  id: string
  email: string
  market: MarketId
  status: 'asked' | 'confirmed' | 'left'
  asked: number
}

const ask: Statement = {
  name: 'letter-ask',
  text: `INSERT INTO subscribers (email, market, status, asked_at) VALUES ($1, $2, 'asked', now())
    ON CONFLICT (email) DO UPDATE SET status = 'asked', market = excluded.market, asked_at = now(), left_at = NULL, updated_at = now()
      WHERE (subscribers.status = 'left'
        OR (subscribers.status = 'asked' AND subscribers.asked_at < now() - make_interval(mins => $3::int)))
        AND (SELECT count(*) FROM emails m WHERE m.recipient = $1 AND m.template = 'newsletter-confirm'
          AND m.created_at > now() - interval '30 days') < $4::int
    RETURNING id, email, market, status, extract(epoch FROM asked_at)::float8 AS asked`,
}
const confirm: Statement = {
  name: 'letter-confirm',
  text: `UPDATE subscribers SET status = 'confirmed', confirmed_at = now(), left_at = NULL, updated_at = now()
    WHERE id = ${idOf('$1')} AND status = 'asked'
    RETURNING id, email, market, status, extract(epoch FROM confirmed_at)::float8 AS asked`,
}
const leave: Statement = {
  name: 'letter-leave',
  text: `UPDATE subscribers SET status = 'left', left_at = now(), updated_at = now() WHERE id = ${idOf('$1')} AND status <> 'left'`,
}

type Deed = 'confirm' | 'leave'

/** The key to one deed for one subscriber: nothing to store, and the one does not open the other. */
export const letterToken = (deed: Deed, id: string): string =>
  createHmac('sha256', `${env.PAYLOAD_SECRET}:letter:${deed}`).update(id).digest('base64url')

function mustOpen(deed: Deed, id: string, token: string): void {
  if (!isSameKey(letterToken(deed, id), token)) throw new DomainError('resource.not-found')
}

const pathTo = (deed: Deed, id: string): string =>
  `/newsletter?deed=${deed}&subscriber=${id}&token=${letterToken(deed, id)}`

/** Where a subscriber leaves by one click, for whoever sends the letters (RFC 8058). */
export const leaveAddress = (id: string): string =>
  `${env.NEXT_PUBLIC_APP_URL}/api/store/newsletter/leave?subscriber=${id}&token=${letterToken('leave', id)}`

/**
 * Somebody wants the letter: a mail asks the address whether it does. The answer here is the same whether it is known.
 * Throws `validation.failed` for what is no address.
 */
export async function askForLetter(
  req: PayloadRequest,
  { email, market }: { email: string; market: MarketId },
): Promise<void> {
  const address = email.trim().toLowerCase()
  if (!isEmail(address))
    throw new DomainError('validation.failed', { errors: [{ path: 'email', message: 'An e-mail address.' }] })
  await inTransaction(req, async (tx) => {
    const [row] = await run<Row>(tx, ask, [address, market, askedAgainAfter, asksAtMost])
    if (!row) return
    await queueMail(tx, {
      template: 'newsletter-confirm',
      entity: `letter:${row.id}:${row.asked}`,
      recipient: address,
      locale: markets[market].locale,
      data: { market, path: pathTo('confirm', row.id) },
    })
  })
}

/** The address has said yes. Repeating it changes nothing. Throws `resource.not-found` for a wrong key. */
export async function confirmLetter(req: PayloadRequest, id: string, token: string): Promise<void> {
  mustOpen('confirm', id, token)
  await inTransaction(req, async (tx) => {
    const [row] = await run<Row>(tx, confirm, [id])
    if (!row) return
    await queueMail(tx, {
      template: 'newsletter-welcome',
      entity: `letter:${row.id}:${row.asked}`,
      recipient: row.email,
      locale: markets[row.market].locale,
      data: { market: row.market, path: pathTo('leave', row.id) },
    })
  })
}

/** No letters any more. Repeating it changes nothing. Throws `resource.not-found` for a wrong key. */
export async function leaveLetter(req: PayloadRequest, id: string, token: string): Promise<void> {
  mustOpen('leave', id, token)
  await run(req, leave, [id])
}
