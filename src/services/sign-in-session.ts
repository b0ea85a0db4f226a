import { createHash, randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { customerColumns, toCustomer, type CustomerRow, type CustomerView } from './customer-account'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** Seconds a session lasts. */
export const sessionSeconds = 30 * 86_400
/** Sessions a customer may have at once; the oldest go first. */
const atMost = 20

const insert: Statement = {
  name: 'session-insert',
  text: `INSERT INTO customers_sessions (id, _parent_id, _order, created_at, expires_at)
    VALUES ($1, $2, (SELECT coalesce(max(_order), 0) + 1 FROM customers_sessions WHERE _parent_id = $2),
      now(), now() + make_interval(secs => $3))`,
}
const prune: Statement = {
  name: 'session-prune',
  text: `DELETE FROM customers_sessions WHERE _parent_id = $1 AND (expires_at < now() OR id NOT IN (
    SELECT id FROM customers_sessions WHERE _parent_id = $1 ORDER BY created_at DESC NULLS LAST LIMIT $2))`,
}
const find: Statement = {
  name: 'session-find',
  text: `SELECT ${customerColumns} FROM customers_sessions s JOIN customers c ON c.id = s._parent_id
    WHERE s.id = $1 AND s.expires_at > now()`,
}
const end: Statement = { name: 'session-end', text: 'DELETE FROM customers_sessions WHERE id = $1' }
const endAll: Statement = {
  name: 'session-end-all',
  text: 'DELETE FROM customers_sessions WHERE _parent_id = $1',
}

/** The shop keeps the hash of a token alone, so that a stolen database opens no account. */
const idOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Opens a session for a customer and returns its token, 256 bits for the cookie. */
export async function openSession(tx: Transaction, customerId: string): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await run(tx, insert, [idOf(token), customerId, sessionSeconds])
  await run(tx, prune, [customerId, atMost])
  return token
}

/** The customer whose open session a token names. */
export async function customerOf(
  req: PayloadRequest,
  token: string | undefined,
): Promise<CustomerView | undefined> {
  if (!token || token.length > 100) return undefined
  const [row] = await run<CustomerRow>(req, find, [idOf(token)])
  return row && toCustomer(row)
}

/** Ends the session a token names; nothing happens when there is none. */
export async function endSession(req: PayloadRequest, token: string): Promise<void> {
  await run(req, end, [idOf(token)])
}

/** Ends every session of a customer, as after a new password. */
export const endSessions = (tx: Transaction, customerId: string): Promise<unknown> =>
  run(tx, endAll, [customerId])
