import { env } from '#env'
import { DomainError } from '#domain/errors'
import { hasGoogle } from './google-client'
import { hasPasskeys, passkeySite } from './passkey-ceremony'
import { idOf, run, type Statement } from './statement'
import type { Transaction } from './transaction'

const lock: Statement = { name: 'ways-in-lock', text: 'SELECT FROM customers WHERE id = $1 FOR UPDATE' }
/** A statement of its own: one that locks counts the passkeys as they were before it had to wait. */
const find: Statement = {
  name: 'ways-in',
  text: `SELECT google_sub IS NOT NULL AS "isLinked", hash IS NOT NULL AS "hasPassword", verified_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM mail_suppressions s WHERE s.recipient = lower(c.email) AND s.reason = 'hard-bounce') AS "takesMail",
      (SELECT count(*)::int FROM passkeys p WHERE p.customer_id = c.id AND p.rp_id = $2 AND p.id IS DISTINCT FROM ${idOf('$3')}) AS passkeys
    FROM customers c WHERE c.id = $1`,
}

/** How an account opens. */
export interface WaysIn {
  hasPassword: boolean
  /** The address is proven, and takes mail. */
  takesMail: boolean
  isLinked: boolean
  /** How many of this site, without the one that is left out. */
  passkeys: number
}

/** How an account opens; its row is locked. Throws `customer.not-found`. */
export async function waysIn(tx: Transaction, customerId: string, without = ''): Promise<WaysIn> {
  await run(tx, lock, [customerId])
  const [ways] = await run<WaysIn>(tx, find, [customerId, passkeySite().rpId, without])
  if (!ways) throw new DomainError('customer.not-found')
  return ways
}

/** Whether an account opens in any of these ways, with the keys that the shop has. */
export const opensBy = ({ hasPassword, takesMail, isLinked, passkeys }: WaysIn): boolean =>
  hasPassword ||
  (takesMail && env.EMAIL_HOST !== undefined) ||
  (isLinked && hasGoogle()) ||
  (passkeys > 0 && hasPasskeys())
