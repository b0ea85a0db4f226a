import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { dropKeys } from './account-keys'
import { auditByCustomer } from './audit-by-customer'
import { forgetCarts } from './cart-credits'
import { sessionHash } from './sign-in-session'
import { idOf, run, type Statement } from './statement'
import { inTransaction } from './transaction'

/** One browser in which somebody is signed in. Times are ISO 8601. */
export interface SessionView {
  id: string
  /** Such as `Firefox, Windows`; empty when the browser did not say. */
  device: string
  firstSeen: string
  /** To within ten minutes. */
  lastSeen: string
  /** The one that asks. */
  isThis: boolean
}

interface Row extends Omit<SessionView, 'firstSeen' | 'lastSeen'> {
  firstSeen: string | Date
  lastSeen: string | Date
}

const list: Statement = {
  name: 'account-sessions',
  text: `SELECT id, device, created_at AS "firstSeen", seen_at AS "lastSeen", token_hash = $2 AS "isThis"
    FROM account_sessions WHERE customer_id = $1 AND expires_at > now() ORDER BY token_hash = $2 DESC, seen_at DESC, id`,
}
const endOne: Statement = {
  name: 'account-session-end',
  text: `DELETE FROM account_sessions WHERE customer_id = $1 AND id = ${idOf('$2')} RETURNING device, token_hash = $3 AS "isThis"`,
}
const endOthers: Statement = {
  name: 'account-sessions-end',
  text: 'DELETE FROM account_sessions WHERE customer_id = $1 AND token_hash <> $2 RETURNING id',
}

const iso = (value: string | Date): string => new Date(value).toISOString()

interface Asking {
  customerId: string
  /** Of the session that asks. */
  token: string
}

/** Where a customer is signed in, the asking browser first. */
export async function listSessions(
  req: PayloadRequest,
  { customerId, token }: Asking,
): Promise<SessionView[]> {
  const rows = await run<Row>(req, list, [customerId, sessionHash(token)])
  return rows.map((row) => ({ ...row, firstSeen: iso(row.firstSeen), lastSeen: iso(row.lastSeen) }))
}

/**
 * Ends one session of a customer; from the commit on no process knows it. Bags that were signed in elsewhere lose the
 * customer's money and prices. Throws `session.not-found` when it is not theirs.
 */
export const endOneSession = (
  req: PayloadRequest,
  { customerId, token, id, cartToken }: Asking & { id: string; cartToken?: string },
): Promise<{ isThis: boolean }> =>
  inTransaction(req, async (tx) => {
    const [ended] = await run<{ device: string; isThis: boolean }>(tx, endOne, [
      ...[customerId, id, sessionHash(token)],
    ])
    if (!ended) throw new DomainError('session.not-found')
    await forgetCarts(tx, customerId, ended.isThis ? undefined : cartToken)
    await auditByCustomer(req, customerId, { action: 'session.end', after: { device: ended.device } })
    return { isThis: ended.isThis }
  })

/** Ends every session of a customer but the one that asks, and every mailed link. Answers with how many sessions there were. */
export const endOtherSessions = (
  req: PayloadRequest,
  { customerId, token, cartToken }: Asking & { cartToken?: string },
): Promise<number> =>
  inTransaction(req, async (tx) => {
    const ended = await run(tx, endOthers, [customerId, sessionHash(token)])
    await dropKeys(tx, customerId)
    if (ended.length === 0) return 0
    await forgetCarts(tx, customerId, cartToken)
    await auditByCustomer(req, customerId, { action: 'session.end-others', after: { count: ended.length } })
    return ended.length
  })
