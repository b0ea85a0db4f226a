import { createHash, randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { markets, type MarketId } from '#domain/markets'
import { dropKeys } from './account-keys'
import { sealCode } from './card-code'
import { forgetCarts } from './cart-credits'
import { checkPassword, hashPassword } from './customer-password'
import { tidyEmail } from './customer-register'
import { onTheStroke } from './on-the-stroke'
import { queueMail } from './queue-mail'
import { endSessions } from './sign-in-session'
import { dropPasskeys } from './passkeys'
import { dropFactor } from './second-factor'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

/** Minutes the mailed link is good for. */
const goodFor = 60
/** Milliseconds: answers come on a stroke of this clock. */
const stroke = 300

const remember: Statement = {
  name: 'reset-remember',
  text: `UPDATE customers SET reset_password_token = $2, reset_password_expiration = now() + make_interval(mins => $3),
      reset_password_requested_at = now() WHERE email = $1 RETURNING id, market::text AS market, first_name AS name`,
}
const waiting: Statement = {
  name: 'reset-waiting',
  text: `SELECT id, email, verified_at IS NOT NULL AS "isProven" FROM customers WHERE reset_password_token = $1 AND reset_password_expiration > now() FOR UPDATE`,
}
const renew: Statement = {
  name: 'reset-renew',
  text: `UPDATE customers SET hash = $2, salt = $3, google_sub = CASE WHEN verified_at IS NULL THEN NULL ELSE google_sub END, reset_password_token = NULL, reset_password_expiration = NULL,
      verified_at = coalesce(verified_at, now()), login_attempts = 0, lock_until = NULL, updated_at = now() WHERE id = $1`,
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Mails a link for a new password to the address, if it has an account. Neither the answer nor its time says whether it has. */
export const requestReset = (req: PayloadRequest, email: string): Promise<void> =>
  onTheStroke(stroke, () => mailReset(req, email))

async function mailReset(req: PayloadRequest, email: string): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const recipient = tidyEmail(email)
  await inTransaction(req, async (tx) => {
    const [customer] = await run<{ id: string; market: MarketId; name: string | null }>(tx, remember, [
      recipient,
      hashOf(token),
      goodFor,
    ])
    if (!customer) return
    await queueMail(tx, {
      template: 'password-reset',
      entity: `reset:${hashOf(token).slice(0, 16)}`,
      recipient,
      locale: markets[customer.market].locale,
      data: {
        market: customer.market,
        path: '/account/reset',
        code: sealCode(token),
        ...(customer.name ? { name: customer.name } : {}),
      },
    })
  })
}

const unknownLink = () =>
  new DomainError('validation.failed', {
    errors: [{ path: 'token', message: 'This link is used up or too old. Ask for a new one.' }],
  })

/**
 * Sets a new password by a mailed token, which is then used up and has shown that the address is theirs; every session of
 * the customer ends, and every other mailed link. A second step, passkeys, or a link to Google, from before anybody had
 * shown that may be a stranger's, and goes.
 * Throws `validation.failed` for a token that is unknown, used or old, and for a weak password.
 */
export async function confirmReset(
  req: PayloadRequest,
  { token, password }: { token: string; password: string },
): Promise<void> {
  await checkPassword(password, '')
  const kept = await hashPassword(password)
  await inTransaction(req, async (tx) => {
    const [customer] = await run<{ id: string; email: string; isProven: boolean }>(tx, waiting, [
      hashOf(token),
    ])
    if (!customer) throw unknownLink()
    await checkPassword(password, customer.email)
    await run(tx, renew, [customer.id, kept.hash, kept.salt])
    await endSessions(tx, customer.id)
    await dropKeys(tx, customer.id)
    if (!customer.isProven) {
      await dropFactor(tx, { customerId: customer.id })
      await dropPasskeys(tx, customer.id)
    }
    await forgetCarts(tx, customer.id)
  })
}
