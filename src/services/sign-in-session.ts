import { createHash, randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Customer } from '#types'
import { customerColumns, toCustomer, type CustomerRow, type CustomerView } from './customer-account'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** Seconds a session lasts. */
export const sessionSeconds = 30 * 86_400
/** Sessions a customer may have at once; the oldest go first. */
const atMost = 20
/** Minutes after which a session that is used is written down as seen again. */
const seenEvery = 10

const insert: Statement = {
  name: 'session-insert',
  text: `INSERT INTO account_sessions (token_hash, customer_id, device, expires_at)
    VALUES ($1, $2, $3, now() + make_interval(secs => $4))`,
}
const prune: Statement = {
  name: 'session-prune',
  text: `DELETE FROM account_sessions WHERE customer_id = $1 AND (expires_at < now() OR id NOT IN (
    SELECT id FROM account_sessions WHERE customer_id = $1 ORDER BY created_at DESC LIMIT $2))`,
}
const find: Statement = {
  name: 'session-find',
  text: `SELECT ${customerColumns}, c.created_at AS "createdAt", c.updated_at AS "updatedAt", s.seen_at < now() - make_interval(mins => $2) AS "isLongSeen"
    FROM account_sessions s JOIN customers c ON c.id = s.customer_id WHERE s.token_hash = $1 AND s.expires_at > now()`,
}
const see: Statement = {
  name: 'session-see',
  text: `UPDATE account_sessions SET seen_at = now() WHERE token_hash = $1 AND seen_at < now() - make_interval(mins => $2)`,
}
const end: Statement = { name: 'session-end', text: 'DELETE FROM account_sessions WHERE token_hash = $1' }
const endAll: Statement = {
  name: 'session-end-all',
  text: 'DELETE FROM account_sessions WHERE customer_id = $1',
}

const sweep: Statement = {
  name: 'session-sweep',
  text: 'DELETE FROM account_sessions WHERE expires_at < now() RETURNING 1',
}

/** The shop keeps the hash of a token alone, so that a stolen database opens no account. */
export const sessionHash = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Opens a session for a customer on a device (as `deviceOf` words it) and returns its token, 256 bits for the cookie. */
export async function openSession(tx: Transaction, customerId: string, device = ''): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  await run(tx, insert, [sessionHash(token), customerId, device.slice(0, 80), sessionSeconds])
  await run(tx, prune, [customerId, atMost])
  return token
}

interface SessionRow extends CustomerRow {
  createdAt: string | Date
  updatedAt: string | Date
  isLongSeen: boolean
}

async function rowOf(req: PayloadRequest, token: string | undefined): Promise<SessionRow | undefined> {
  if (!token || token.length > 100) return undefined
  const hash = sessionHash(token)
  const [row] = await run<SessionRow>(req, find, [hash, seenEvery])
  if (row?.isLongSeen) await run(req, see, [hash, seenEvery])
  return row
}

/** The customer whose open session a token names. */
export async function customerOf(
  req: PayloadRequest,
  token: string | undefined,
): Promise<CustomerView | undefined> {
  const row = await rowOf(req, token)
  return row && toCustomer(row)
}

const isoOf = (at: string | Date): string => new Date(at).toISOString()

/** The same customer as a user of Payload, by the one statement. */
export async function shopperOf(req: PayloadRequest, token: string): Promise<Customer | undefined> {
  const row = await rowOf(req, token)
  if (!row) return undefined
  const [createdAt, updatedAt] = [isoOf(row.createdAt), isoOf(row.updatedAt)]
  return { ...toCustomer(row), createdAt, updatedAt, collection: 'customers' }
}

/** Ends the session a token names; nothing happens when there is none. */
export async function endSession(req: PayloadRequest, token: string): Promise<void> {
  await run(req, end, [sessionHash(token)])
}

/** Forgets the sessions of everybody that are over. Answers with how many. */
export const sweepSessions = async (req: PayloadRequest): Promise<number> =>
  (await run(req, sweep, [])).length

/** Ends every session of a customer, as after a new password. */
export const endSessions = (tx: Transaction, customerId: string): Promise<unknown> =>
  run(tx, endAll, [customerId])
