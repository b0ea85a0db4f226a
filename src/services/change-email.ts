import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { markets, type MarketId } from '#domain/markets'
import { dropKeys, makeKey, peekKey, takeKey } from './account-keys'
import { auditByCustomer } from './audit-by-customer'
import { sealCode } from './card-code'
import { isPassword } from './customer-password'
import { tidyEmail } from './customer-register'
import { queueMail } from './queue-mail'
import { sessionHash } from './sign-in-session'
import { run, type Statement } from './statement'
import { inTransaction, sqlStateOf, type Transaction } from './transaction'

/** Minutes the mailed link is good for. */
const goodFor = 60
/** An account without a password is changed within so many minutes of signing in. */
export const freshMinutes = 15
const dayMs = 24 * 3_600_000

const find: Statement = {
  name: 'email-account',
  text: `SELECT c.email, c.hash, c.salt, c.market::text AS market, c.first_name AS name,
      EXISTS (SELECT 1 FROM account_sessions s WHERE s.customer_id = c.id AND s.token_hash = $2
        AND s.created_at > now() - make_interval(mins => $3)) AS "isFresh" FROM customers c WHERE c.id = $1`,
}
const isTaken: Statement = { name: 'email-taken', text: 'SELECT 1 FROM customers WHERE email = $1' }
const lock: Statement = {
  name: 'email-lock',
  text: `SELECT email, market::text AS market, first_name AS name, verified_at IS NOT NULL AS "isProven" FROM customers WHERE id = $1 FOR UPDATE`,
}
const keepFormer: Statement = {
  name: 'email-former',
  text: `INSERT INTO account_former_emails (customer_id, email) VALUES ($1, $2)
    ON CONFLICT (customer_id, email) DO UPDATE SET until = now()`,
}
const change: Statement = {
  name: 'email-change',
  text: `UPDATE customers SET email = $2, verified_at = now(), reset_password_token = NULL, reset_password_expiration = NULL,
      updated_at = now() WHERE id = $1`,
}

interface Account {
  email: string
  hash: string | null
  salt: string | null
  market: MarketId
  name: string | null
  isFresh: boolean
}

export interface Asking {
  customerId: string
  /** Of the session that asks. */
  session: string
  password?: string
}

/**
 * The account of somebody who asks for something that a stolen session should not give: the password again, or, where
 * there is none, a session opened a short while ago. Throws `session.bad-credentials` or `session.stale`.
 */
export async function confirmedAccount(
  req: PayloadRequest,
  { customerId, session, password = '' }: Asking,
): Promise<Account> {
  const [account] = await run<Account>(req, find, [customerId, sessionHash(session), freshMinutes])
  if (!account) throw new DomainError('customer.not-found')
  const { hash, salt, isFresh } = account
  if (hash && salt) {
    if (!(await isPassword(password, { hash, salt }))) throw new DomainError('session.bad-credentials')
  } else if (!isFresh) throw new DomainError('session.stale')
  return account
}

/**
 * The first step of another address: a link goes to the new one, a word to the old one. Whether somebody else has the
 * new address is told to its owner alone. Throws as `confirmedAccount` does, and `validation.failed` for the address
 * that the account has.
 */
export async function requestEmailChange(
  req: PayloadRequest,
  { email, ...asking }: Asking & { email: string },
): Promise<void> {
  const account = await confirmedAccount(req, asking)
  const wanted = tidyEmail(email)
  if (wanted === account.email)
    throw new DomainError('validation.failed', {
      errors: [{ path: 'email', message: 'This is the address you have.' }],
    })
  const { customerId } = asking
  const { market, name } = account
  const mail = { locale: markets[market].locale, data: { market, ...(name && { name }) } }
  await inTransaction(req, async (tx) => {
    const taken = (await run(tx, isTaken, [wanted])).length > 0
    const { token, mark } = await makeKey(tx, {
      ...{ kind: 'email-change', customerId, minutes: goodFor, detail: wanted },
    })
    await queueMail(tx, {
      ...mail,
      template: taken ? 'account-exists' : 'email-change',
      entity: taken ? `account:${Math.floor(Date.now() / dayMs)}` : `email:${mark}`,
      recipient: wanted,
      data: taken
        ? { ...mail.data, path: '/account/sign-in' }
        : { ...mail.data, path: '/account/confirm-email', code: sealCode(token) },
    })
    await queueMail(tx, {
      ...{ ...mail, template: 'email-change-asked', entity: `email-asked:${mark}`, recipient: account.email },
      data: { ...mail.data, path: '/account/security' },
    })
    await auditByCustomer(req, customerId, { action: 'email.change-asked' })
  })
}

/** The new address of a link, or nothing for one that is used up or old. Looking at it changes nothing. */
export const addressOfChange = async (req: PayloadRequest, token: string): Promise<string | undefined> =>
  (await peekKey(req, 'email-change', token))?.detail ?? undefined

const usedUp = () =>
  new DomainError('validation.failed', {
    errors: [{ path: 'token', message: 'This link is used up or too old. Ask for a new one.' }],
  })

async function moveTo(tx: Transaction, customerId: string, email: string): Promise<string> {
  const [before] = await run<{ email: string; market: MarketId; name: string | null; isProven: boolean }>(
    ...([tx, lock, [customerId]] as const),
  )
  if (!before) throw usedUp()
  if (before.isProven) await run(tx, keepFormer, [customerId, before.email])
  await run(tx, change, [customerId, email])
  await dropKeys(tx, customerId)
  await queueMail(tx, {
    ...{ template: 'email-changed', entity: `email-changed:${customerId}:${Date.now()}` },
    ...{ recipient: before.email, locale: markets[before.market].locale },
    data: { market: before.market, path: '/contact', ...(before.name && { name: before.name }) },
  })
  return before.email
}

/**
 * The second step: the account has the new address, which its link has shown to be theirs; the old one is told. Only the
 * account that asked may take it: the click of a stranger, whom the mail of another's account has reached, joins nothing.
 * Throws `customer.required` for somebody else, `validation.failed` for a link that is unknown, used or old, and when
 * somebody has taken the address meanwhile.
 */
export async function confirmEmailChange(
  req: PayloadRequest,
  { token, customerId }: { token: string; customerId: string | undefined },
): Promise<void> {
  try {
    await inTransaction(req, async (tx) => {
      const key = await takeKey(tx, 'email-change', token)
      if (!key?.detail) throw usedUp()
      if (key.customerId !== customerId) throw new DomainError('customer.required')
      const old = await moveTo(tx, key.customerId, key.detail)
      await auditByCustomer(req, key.customerId, {
        ...{ action: 'email.change', before: { email: old }, after: { email: key.detail } },
      })
    })
  } catch (error) {
    if (sqlStateOf(error) === '23505') throw usedUp()
    throw error
  }
}
