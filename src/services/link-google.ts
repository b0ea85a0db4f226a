import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { lockedAccount, tellAccount } from './account-notice'
import { auditByCustomer } from './audit-by-customer'
import { confirmedAccount, freshMinutes, type Asking } from './change-email'
import { tidyEmail } from './customer-register'
import type { GooglePerson } from './google-client'
import { sessionHash } from './sign-in-session'
import { run, type Statement } from './statement'
import { inTransaction, sqlStateOf, type Transaction } from './transaction'
import { opensBy, waysIn } from './ways-in'

const ofSession: Statement = {
  name: 'google-session',
  text: `SELECT c.id, c.email, c.google_sub AS sub FROM account_sessions s JOIN customers c ON c.id = s.customer_id
    WHERE s.token_hash = $1 AND s.expires_at > now() AND s.created_at > now() - make_interval(mins => $2) FOR UPDATE OF c`,
}
/** Google's word on an address proves it where Google is the one who gives it out. */
const link: Statement = {
  name: 'google-link',
  text: `UPDATE customers SET google_sub = $2, updated_at = now(),
      verified_at = CASE WHEN $3::boolean THEN coalesce(verified_at, now()) ELSE verified_at END
    WHERE id = $1 AND google_sub IS NULL RETURNING id`,
}
const isOn: Statement = {
  name: 'google-on',
  text: 'SELECT 1 FROM customers WHERE id = $1 AND google_sub IS NOT NULL',
}
const unlink: Statement = {
  name: 'google-unlink',
  text: 'UPDATE customers SET google_sub = NULL, updated_at = now() WHERE id = $1',
}

/** Whether an account opens by Google. */
export const isLinked = async (req: PayloadRequest, customerId: string): Promise<boolean> =>
  (await run(req, isOn, [customerId])).length > 0

/** Writes Google's id on an account that has none; its owner is told by mail. */
export async function writeLink(
  req: PayloadRequest,
  tx: Transaction,
  { customerId, person }: { customerId: string; person: GooglePerson },
): Promise<void> {
  const [linked] = await run(tx, link, [customerId, person.sub, person.isGoogles])
  if (!linked) throw new DomainError('google.other-account')
  await tellAccount(tx, await lockedAccount(tx, customerId), 'google-linked')
  await auditByCustomer(req, customerId, { action: 'google.link' })
}

/**
 * Somebody who has just signed in another way links the Google account of the same address. Throws `session.stale` when
 * that was too long ago, `google.unproven`, `google.other-address`, and `google.other-account` when either side is
 * linked already. Source: RELIABILITY 1.3.
 */
export async function linkGoogle(
  req: PayloadRequest,
  { person, session }: { person: GooglePerson; session: string },
): Promise<void> {
  try {
    await inTransaction(req, async (tx) => {
      const [account] = await run<{ id: string; email: string; sub: string | null }>(tx, ofSession, [
        ...[sessionHash(session), freshMinutes],
      ])
      if (!account) throw new DomainError('session.stale')
      if (account.sub === person.sub) return
      if (!person.isEmailProven) throw new DomainError('google.unproven')
      if (tidyEmail(person.email) !== account.email) throw new DomainError('google.other-address')
      await writeLink(req, tx, { customerId: account.id, person })
    })
  } catch (error) {
    if (sqlStateOf(error) === '23505') throw new DomainError('google.other-account')
    throw error
  }
}

/**
 * Takes Google's id off an account, and tells its owner by mail; nothing happens where there is none. Throws as `confirmedAccount` does, and
 * `google.only-way` when nothing else would open the account then.
 */
export async function unlinkGoogle(req: PayloadRequest, asking: Asking): Promise<void> {
  const { customerId } = asking
  await confirmedAccount(req, asking)
  await inTransaction(req, async (tx) => {
    const ways = await waysIn(tx, customerId)
    if (!ways.isLinked) return
    if (!opensBy({ ...ways, isLinked: false })) throw new DomainError('google.only-way')
    await run(tx, unlink, [customerId])
    await tellAccount(tx, await lockedAccount(tx, customerId), 'google-unlinked')
    await auditByCustomer(req, customerId, { action: 'google.unlink' })
  })
}
