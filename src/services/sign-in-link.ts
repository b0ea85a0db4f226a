import type { PayloadRequest } from 'payload'
import { isErasedEmail } from '#domain/erasure'
import { DomainError } from '#domain/errors'
import { leadingOn } from '#domain/leading-on'
import { markets, type MarketId } from '#domain/markets'
import { dropKeys, makeKey, peekKey, takeKey } from './account-keys'
import { auditByCustomer } from './audit-by-customer'
import { sealCode } from './card-code'
import { tidyEmail } from './customer-register'
import { onTheStroke } from './on-the-stroke'
import { openAccount, type Opened } from './open-account'
import { dropPasskeys } from './passkeys'
import { queueMail } from './queue-mail'
import { dropFactor } from './second-factor'
import { endSessions, sessionHash } from './sign-in-session'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

/** Minutes the mailed link is good for. */
const goodFor = 15
/** Milliseconds: answers come on a stroke of this clock. */
const stroke = 300

const find: Statement = {
  name: 'link-find',
  text: 'SELECT id, market::text AS market, first_name AS name FROM customers WHERE email = $1',
}
const lock: Statement = {
  name: 'link-lock',
  text: `SELECT c.email, c.verified_at IS NOT NULL AS "isProven", c.hash IS NOT NULL AS "hasPassword",
      EXISTS (SELECT 1 FROM account_sessions s WHERE s.customer_id = c.id AND s.token_hash = $2 AND s.expires_at > now()) AS "isHere"
    FROM customers c WHERE c.id = $1 FOR UPDATE OF c`,
}
const prove: Statement = {
  name: 'link-prove',
  text: `UPDATE customers SET verified_at = coalesce(verified_at, now()), login_attempts = 0, lock_until = NULL,
      hash = CASE WHEN $2 THEN NULL ELSE hash END, salt = CASE WHEN $2 THEN NULL ELSE salt END,
      google_sub = CASE WHEN $3 THEN NULL ELSE google_sub END WHERE id = $1`,
}

/**
 * Mails a link that signs in once, if the address has an account. Neither the answer nor its time says whether it has.
 * `next` is a path of our own to go on to.
 */
export const requestSignInLink = (
  req: PayloadRequest,
  { email, next }: { email: string; next?: string },
): Promise<void> =>
  onTheStroke(stroke, () =>
    inTransaction(req, async (tx) => {
      const recipient = tidyEmail(email)
      const [customer] = await run<{ id: string; market: MarketId; name: string | null }>(tx, find, [
        recipient,
      ])
      if (!customer || isErasedEmail(recipient)) return
      const { token, mark } = await makeKey(tx, {
        ...{ kind: 'sign-in', customerId: customer.id, minutes: goodFor },
      })
      await queueMail(tx, {
        template: 'sign-in-link',
        entity: `sign-in:${mark}`,
        recipient,
        locale: markets[customer.market].locale,
        data: {
          market: customer.market,
          path: leadingOn('/account/link', next),
          code: sealCode(token),
          ...(customer.name && { name: customer.name }),
        },
      })
    }),
  )

/** The address a link signs in, or nothing for one that is used up or old. Looking at it changes nothing. */
export const addressOfLink = async (req: PayloadRequest, token: string): Promise<string | undefined> =>
  (await peekKey(req, 'sign-in', token))?.email

const usedUp = () =>
  new DomainError('validation.failed', {
    errors: [{ path: 'token', message: 'This link is used up or too old. Ask for a new one.' }],
  })

interface Account {
  email: string
  isProven: boolean
  hasPassword: boolean
  isHere: boolean
}

/**
 * A mailed key has shown that the address is theirs. A password that was set before anybody had shown that may be a
 * stranger's, who waits for the owner to fill the account: it goes with its sessions, open links, second factor, passkeys
 * and link to Google, unless this very browser is signed in with it. Answers whether it went.
 */
export async function proveAddress(
  req: PayloadRequest,
  tx: Transaction,
  { customerId, session }: { customerId: string; session?: string },
): Promise<{ droppedPassword: boolean }> {
  const [account] = await run<Account>(tx, lock, [customerId, session ? sessionHash(session) : ''])
  if (!account || isErasedEmail(account.email)) throw usedUp()
  const { isProven, hasPassword, isHere } = account
  const isStrangers = !isProven && !isHere
  const droppedPassword = isStrangers && hasPassword
  if (isStrangers) {
    await endSessions(tx, customerId)
    await dropKeys(tx, customerId)
    await dropFactor(tx, { customerId })
    await dropPasskeys(tx, customerId)
  }
  await run(tx, prove, [customerId, droppedPassword, isStrangers])
  if (!isProven)
    await auditByCustomer(req, customerId, { action: 'email.proved', after: { droppedPassword } })
  return { droppedPassword }
}

/**
 * Signs in by a mailed key, which is used up by it. Of two that come at once one is signed in.
 * Throws `validation.failed` for a key that is unknown, used or old.
 */
export const signInByLink = (
  req: PayloadRequest,
  { token, session, device }: { token: string; session?: string; device?: string },
): Promise<{ customerId: string; droppedPassword: boolean } & Opened> =>
  inTransaction(req, async (tx) => {
    const key = await takeKey(tx, 'sign-in', token)
    if (!key) throw usedUp()
    const { customerId } = key
    const { droppedPassword } = await proveAddress(req, tx, { customerId, session })
    return { customerId, droppedPassword, ...(await openAccount(tx, customerId, device)) }
  })
