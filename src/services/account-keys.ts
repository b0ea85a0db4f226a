import { createHash, randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** What a key is for: each is of use for that alone. */
export type KeyKind = 'sign-in' | 'email-change' | 'second-step' | 'erasure'

const insert: Statement = {
  name: 'key-insert',
  text: `INSERT INTO account_keys (hash, kind, customer_id, detail, expires_at) VALUES ($1, $2, $3, $4, now() + make_interval(mins => $5))`,
}
const sweep: Statement = {
  name: 'key-sweep',
  text: 'DELETE FROM account_keys WHERE customer_id = $1 AND expires_at < now()',
}
const sweepAll: Statement = {
  name: 'key-sweep-all',
  text: 'DELETE FROM account_keys WHERE expires_at < now() RETURNING 1',
}
const peek: Statement = {
  name: 'key-peek',
  text: `SELECT k.customer_id AS "customerId", k.detail, c.email FROM account_keys k JOIN customers c ON c.id = k.customer_id
    WHERE k.hash = $1 AND k.kind = $2 AND k.expires_at > now()`,
}
const use: Statement = {
  name: 'key-use',
  text: `DELETE FROM account_keys WHERE hash = $1 AND kind = $2 AND expires_at > now() RETURNING customer_id AS "customerId", detail`,
}
const count: Statement = {
  name: 'key-count',
  text: `UPDATE account_keys SET tries = tries + 1 WHERE hash = $1 AND kind = $2 AND expires_at > now() AND tries < $3
    RETURNING customer_id AS "customerId", detail`,
}
const dropAll: Statement = { name: 'key-drop', text: 'DELETE FROM account_keys WHERE customer_id = $1' }

export interface OpenKey {
  customerId: string
  detail: string | null
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

interface NewKey {
  kind: KeyKind
  customerId: string
  minutes: number
  detail?: string
}

/** Makes a key of 256 bits, of which the shop keeps the hash. */
export async function makeKey(tx: Transaction, { kind, customerId, minutes, detail }: NewKey) {
  const token = randomBytes(32).toString('base64url')
  await run(tx, sweep, [customerId])
  await run(tx, insert, [hashOf(token), kind, customerId, detail ?? null, minutes])
  return { token, mark: hashOf(token).slice(0, 16) }
}

/** Whose key this is, without using it up. */
export const peekKey = async (
  req: PayloadRequest,
  kind: KeyKind,
  token: string,
): Promise<(OpenKey & { email: string }) | undefined> =>
  (await run<OpenKey & { email: string }>(req, peek, [hashOf(token), kind]))[0]

/** Uses a key up. Of two who come at once one gets an answer. */
export const takeKey = async (tx: Transaction, kind: KeyKind, token: string): Promise<OpenKey | undefined> =>
  (await run<OpenKey>(tx, use, [hashOf(token), kind]))[0]

/** Counts a try with a key that stays, and lets no more than so many through. */
export const tryKey = async (
  req: PayloadRequest,
  { kind, token, atMost }: { kind: KeyKind; token: string; atMost: number },
): Promise<OpenKey | undefined> => (await run<OpenKey>(req, count, [hashOf(token), kind, atMost]))[0]

/** Forgets the keys of everybody that are over. Answers with how many. */
export const sweepKeys = async (req: PayloadRequest): Promise<number> => (await run(req, sweepAll, [])).length

/** Forgets every open key of a customer, as when the address changes. */
export const dropKeys = (tx: Transaction, customerId: string): Promise<unknown> =>
  run(tx, dropAll, [customerId])
