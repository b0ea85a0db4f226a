import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { customerColumns, toCustomer, type CustomerRow, type CustomerView } from './customer-account'
import { isPassword } from './customer-password'
import { tidyEmail } from './customer-register'
import { untilTheStroke } from './on-the-stroke'
import { openAccount, type Opened } from './open-account'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

/** Wrong passwords in a row after which an account stays shut for a while. */
const attempts = 5
const shutMinutes = 10
/** Milliseconds: misses are answered on a stroke of this clock, whatever was done until then; a password takes less. */
const stroke = 500

type Account = CustomerRow & { hash?: string; salt?: string; isShut: boolean }

const find: Statement = {
  name: 'sign-in-find',
  text: `SELECT ${customerColumns}, c.hash, c.salt, coalesce(c.lock_until > now(), false) AS "isShut"
    FROM customers c WHERE c.email = $1`,
}
/** One statement, so that guesses side by side are all counted. */
const countMiss: Statement = {
  name: 'sign-in-miss',
  text: `UPDATE customers SET
      login_attempts = CASE WHEN coalesce(login_attempts, 0) + 1 >= $2 THEN 0 ELSE coalesce(login_attempts, 0) + 1 END,
      lock_until = CASE WHEN coalesce(login_attempts, 0) + 1 >= $2 THEN now() + make_interval(mins => $3) ELSE lock_until END
    WHERE id = $1 AND (lock_until IS NULL OR lock_until <= now())`,
}
const clear: Statement = {
  name: 'sign-in-clear',
  text: `UPDATE customers SET login_attempts = 0, lock_until = NULL WHERE id = $1 AND (login_attempts <> 0 OR lock_until IS NOT NULL)`,
}

interface SignIn {
  email: string
  password: string
  device?: string
  /** From a browser in which the account was opened before: what strangers have missed does not shut it there. */
  isKnown?: boolean
}

/**
 * Opens a session for the right password, or asks for the second factor of the account. A wrong one, an unknown address and an account that is shut after five
 * misses all answer `session.bad-credentials`, on a stroke of one clock.
 */
export async function signIn(
  req: PayloadRequest,
  { email, password, device, isKnown }: SignIn,
): Promise<{ customer: CustomerView } & Opened> {
  const start = performance.now()
  const [account] = await run<Account>(req, find, [tidyEmail(email)])
  const isRight = await isPassword(password, account)
  if (!account || (account.isShut && !isKnown) || !isRight) {
    if (account && !account.isShut) await run(req, countMiss, [account.id, attempts, shutMinutes])
    await untilTheStroke(start, stroke)
    throw new DomainError('session.bad-credentials')
  }
  const opened = await inTransaction(req, async (tx) => {
    await run(tx, clear, [account.id])
    return openAccount(tx, account.id, device)
  })
  return { customer: toCustomer(account), ...opened }
}
