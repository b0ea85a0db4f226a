import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { isEmail } from '#domain/address'
import { mostCredit } from '#domain/credit'
import { DomainError } from '#domain/errors'
import { currencies, locales, type Currency, type Locale } from '#domain/markets'
import { money } from '#domain/money'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { newCardCode, sealCode, type NewCode } from './card-code'
import { lockCredits, writeCreditEntries, type LockedCredit } from './credit-rows'
import { eachAlone } from './each-alone'
import { once } from './once'
import { queueMail } from './queue-mail'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

const insert: Statement = {
  name: 'gift-card-insert',
  text: `INSERT INTO credits (id, kind, status, currency, code_hash, last4, recipient, message, locale, expires_at)
    VALUES ($1, 'gift-card', 'active', $2, $3, $4, $5, $6, $7, $8::timestamptz)`,
}
const recode: Statement = {
  name: 'gift-card-recode',
  text: `UPDATE credits SET code_hash = $2, last4 = $3, edition = edition + 1, status = 'active', recipient = coalesce($4, recipient),
    updated_at = now() WHERE id = $1`,
}
const end: Statement = {
  name: 'credit-end',
  text: 'UPDATE credits SET status = $2, updated_at = now() WHERE id = $1',
}
const due: Statement = {
  name: 'credits-due',
  text: `SELECT id FROM credits WHERE status = 'active' AND expires_at <= now() ORDER BY id LIMIT 100`,
}
/** Locks a card whose date has passed, unless somebody else has it at this moment. */
const claim: Statement = {
  name: 'credit-claim-due',
  text: `SELECT balance::float8 AS balance FROM credits WHERE id = $1 AND status = 'active' AND expires_at <= now() FOR UPDATE SKIP LOCKED`,
}

export interface NewCard {
  currency: Currency
  locale: Locale
  recipient?: string
  message?: string
  /** ISO 8601; left out: for ever. */
  expiresAt?: string
}

export interface MadeCard {
  id: string
  last4: string
  /** Known this once and never again. */
  code: string
}

interface Posted {
  id: string
  edition: number
  recipient: string
  locale: Locale
  code: NewCode
}

/** The mail carries the code sealed until it has left, and nothing of it afterwards. */
const post = (tx: Transaction, { id, edition, recipient, locale, code }: Posted): Promise<void> =>
  queueMail(tx, {
    template: 'gift-card',
    entity: `${id}:${edition}`,
    recipient,
    locale,
    data: { credit: id, code: sealCode(code.code), last4: code.last4 },
  })

/** Makes an empty card and mails its code to the recipient, if there is one. The caller puts money on it. */
export async function makeCard(tx: Transaction, card: NewCard): Promise<MadeCard> {
  const { currency, recipient, message, locale, expiresAt } = card
  const id = randomUUID()
  const code = newCardCode()
  const values = [recipient ?? null, message ?? null, locale, expiresAt ?? null]
  await run(tx, insert, [id, currency, code.hash, code.last4, ...values])
  if (recipient) await post(tx, { id, edition: 1, recipient, locale, code })
  return { id, last4: code.last4, code: code.code }
}

const invalid = (path: string, message: string): never => {
  throw new DomainError('validation.failed', { errors: [{ path, message }] })
}

/** Throws `validation.failed` for what is no sum of money that one gives by hand. */
export function checkAmount(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount < 1 || amount > mostCredit)
    invalid('amount', `A whole number of minor units from 1 to ${mostCredit}.`)
}

function checkCard({ currency, locale, recipient, expiresAt }: NewCard): void {
  if (!currencies.includes(currency)) invalid('currency', `One of ${currencies.join(', ')}.`)
  if (!locales.includes(locale)) invalid('locale', `One of ${locales.join(', ')}.`)
  if (recipient !== undefined && !isEmail(recipient)) invalid('recipient', 'An e-mail address is required.')
  if (expiresAt !== undefined && !(new Date(expiresAt).getTime() > Date.now()))
    invalid('expiresAt', 'A time to come is required.')
}

export interface IssueCard extends NewCard {
  /** Minor units. */
  amount: number
  reason?: string
  key?: string
}

/**
 * Issues a gift card with money on it. Its code is in this answer and in the mail to its recipient, and nowhere else: a repeat
 * under the same key names the same card without it. Throws `validation.failed`.
 */
export async function issueCard(
  req: PayloadRequest,
  call: IssueCard,
): Promise<Omit<MadeCard, 'code'> & { code?: string }> {
  const { key, amount, reason, ...card } = call
  checkAmount(amount)
  checkCard(card)
  let code: string | undefined
  const made = await inTransaction(req, (tx) =>
    once(tx, { scope: 'gift-card.issue', key, body: { ...card, amount, reason } }, async () => {
      const { id, last4, code: fresh } = await makeCard(tx, card)
      code = fresh
      await writeCreditEntries(tx, [{ creditId: id, kind: 'issue', amount, reason, actor: actorOf(req) }])
      await recordAudit(req, {
        action: 'gift-card.issue',
        entity: 'credits',
        entityId: id,
        after: { amount: money(amount, card.currency), last4, expiresAt: card.expiresAt ?? null },
        ...(reason && { reason }),
      })
      return { id, last4 }
    }),
  )
  return { ...made, ...(code && { code }) }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** A credit, locked. Throws `credit.not-found`. */
export async function lockCredit(tx: Transaction, id: string): Promise<LockedCredit> {
  const [credit] = uuid.test(id) ? await lockCredits(tx, [id]) : []
  if (!credit) throw new DomainError('credit.not-found')
  return credit
}

interface CardCall {
  creditId: string
  reason: string
  key?: string
}

export function checkReason(reason: string): void {
  if (!reason.trim()) invalid('reason', 'A reason is required.')
}

/**
 * Takes a gift card out of use, with all that is on it. What orders have taken from it stays paid; money that comes back later stays
 * on it until it is sent again. Throws `credit.not-found`, and `credit.state` for what is no card or void already.
 */
export async function voidCard(
  req: PayloadRequest,
  { creditId, reason, key }: CardCall,
): Promise<{ id: string }> {
  checkReason(reason)
  return inTransaction(req, (tx) =>
    once(tx, { scope: `gift-card.void:${creditId}`, key, body: { reason } }, async () => {
      const card = await lockCredit(tx, creditId)
      if (card.kind !== 'gift-card' || card.status === 'void')
        throw new DomainError('credit.state', { kind: card.kind, status: card.status })
      const { balance } = card
      if (balance > 0)
        await writeCreditEntries(tx, [
          { creditId, kind: 'void', amount: -balance, reason, actor: actorOf(req) },
        ])
      await run(tx, end, [creditId, 'void'])
      await recordAudit(req, {
        action: 'gift-card.void',
        entity: 'credits',
        entityId: creditId,
        before: { status: card.status, balance },
        after: { status: 'void', balance: 0 },
        reason,
      })
      return { id: creditId }
    }),
  )
}

export interface SendCard extends Omit<CardCall, 'reason'> {
  /** Left out: to whom it was mailed before. */
  recipient?: string
}

/**
 * Mails a gift card with a new code; the one before opens nothing any more, since nobody knows it here. A void card with money on it
 * is in use again. Throws `credit.not-found`, `validation.failed` without a recipient, and `credit.state` for what is no card, is
 * past its date, or is void and empty.
 */
export async function sendCard(
  req: PayloadRequest,
  { creditId, recipient, key }: SendCard,
): Promise<{ id: string; last4: string }> {
  if (recipient !== undefined && !isEmail(recipient)) invalid('recipient', 'An e-mail address is required.')
  return inTransaction(req, (tx) =>
    once(tx, { scope: `gift-card.send:${creditId}`, key, body: { recipient } }, async () => {
      const card = await lockCredit(tx, creditId)
      const isOver = card.status === 'expired' || (card.status === 'void' && card.balance === 0)
      if (card.kind !== 'gift-card' || isOver)
        throw new DomainError('credit.state', { kind: card.kind, status: card.status })
      const to = recipient ?? card.recipient ?? invalid('recipient', 'An e-mail address is required.')
      const code = newCardCode()
      await run(tx, recode, [creditId, code.hash, code.last4, to])
      await post(tx, { id: creditId, edition: card.edition + 1, recipient: to, locale: card.locale, code })
      await recordAudit(req, {
        action: 'gift-card.send',
        entity: 'credits',
        entityId: creditId,
        before: { last4: card.last4, status: card.status },
        after: { last4: code.last4, status: 'active' },
      })
      return { id: creditId, last4: code.last4 }
    }),
  )
}

/** Whether the card is ended. */
const expireOne = (req: PayloadRequest, id: string): Promise<boolean> =>
  inTransaction(req, async (tx) => {
    const [card] = await run<{ balance: number }>(tx, claim, [id])
    if (!card) return false
    if (card.balance > 0)
      await writeCreditEntries(tx, [{ creditId: id, kind: 'expire', amount: -card.balance, actor: 'system' }])
    await run(tx, end, [id, 'expired'])
    return true
  })

/** Ends gift cards whose date has passed, with what is on them. Several at once share the work. Answers with how many. */
export async function expireCards(req: PayloadRequest): Promise<number> {
  let all = 0
  for (;;) {
    const ended = await eachAlone(req, await run<{ id: string }>(req, due, []), {
      name: ({ id }) => `Ending the gift card ${id}`,
      work: ({ id }) => expireOne(req, id),
    })
    const many = ended.filter(Boolean).length
    if (many === 0) return all
    all += many
  }
}
