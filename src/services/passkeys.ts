import type { PayloadRequest } from 'payload'
import type { KnownPasskey, MadePasskey } from './passkey-ceremony'
import { idOf, run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** Passkeys of one account. */
export const mostPasskeys = 20

/** A passkey as its owner sees it. Times are ISO 8601. */
export interface PasskeyView {
  id: string
  name: string
  isSynced: boolean
  createdAt: string
  lastUsedAt?: string
}

interface Row extends Omit<PasskeyView, 'lastUsedAt'> {
  createdAt: string
  lastUsedAt: string | null
}

const columns = `id, name, is_synced AS "isSynced", created_at AS "createdAt", last_used_at AS "lastUsedAt"`

const list: Statement = {
  name: 'passkeys',
  text: `SELECT ${columns} FROM passkeys WHERE customer_id = $1 ORDER BY created_at, id`,
}
const known: Statement = {
  name: 'passkeys-known',
  text: 'SELECT credential_id AS "credentialId", transports FROM passkeys WHERE customer_id = $1 AND rp_id = $2 ORDER BY created_at, id',
}
const find: Statement = {
  name: 'passkey-find',
  text: `SELECT id, customer_id AS "customerId", credential_id AS "credentialId", public_key AS "publicKey", counter::float8 AS counter, transports
    FROM passkeys WHERE credential_id = $1 AND rp_id = $2`,
}
const insert: Statement = {
  name: 'passkey-insert',
  text: `INSERT INTO passkeys (customer_id, credential_id, public_key, rp_id, counter, transports, is_synced, name)
    SELECT $1::uuid, $2, $3, $4, $5::bigint, $6, $7::boolean, $8 WHERE (SELECT count(*) FROM passkeys WHERE customer_id = $1::uuid) < $9
    ON CONFLICT (credential_id) DO NOTHING RETURNING ${columns}`,
}
/** One statement, so that of two answers with one count one gets through. An authenticator without a counter says nothing but 0. */
const use: Statement = {
  name: 'passkey-use',
  text: `UPDATE passkeys SET counter = $2, is_synced = $3, last_used_at = now()
    WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0)) RETURNING customer_id AS "customerId"`,
}
const rename: Statement = {
  name: 'passkey-rename',
  text: `UPDATE passkeys SET name = $3 WHERE customer_id = $1 AND id = ${idOf('$2')} RETURNING ${columns}`,
}
const remove: Statement = {
  name: 'passkey-remove',
  text: `DELETE FROM passkeys WHERE customer_id = $1 AND id = ${idOf('$2')} RETURNING id`,
}
const dropAll: Statement = { name: 'passkeys-drop', text: 'DELETE FROM passkeys WHERE customer_id = $1' }

const iso = (value: string): string => new Date(value).toISOString()
const toView = ({ id, name, isSynced, createdAt, lastUsedAt }: Row): PasskeyView => ({
  ...{ id, name, isSynced, createdAt: iso(createdAt) },
  ...(lastUsedAt && { lastUsedAt: iso(lastUsedAt) }),
})

/** The passkeys of a customer, the oldest first. */
export const listPasskeys = async (
  runner: Transaction | PayloadRequest,
  customerId: string,
): Promise<PasskeyView[]> => (await run<Row>(runner, list, [customerId])).map(toView)

type Named = Pick<KnownPasskey, 'credentialId' | 'transports'>

/** The passkeys of a customer as a browser is told of them, of this site alone. */
export const namedPasskeys = (req: PayloadRequest, customerId: string, rpId: string): Promise<Named[]> =>
  run<Named>(req, known, [customerId, rpId])

/** The passkey that a browser names, with its account. */
export const findPasskey = async (
  req: PayloadRequest,
  credentialId: string,
  rpId: string,
): Promise<(KnownPasskey & { id: string; customerId: string }) | undefined> =>
  (await run<KnownPasskey & { id: string; customerId: string }>(req, find, [credentialId, rpId]))[0]

/** Writes a passkey of an account whose row is locked; nothing when it is somebody's already, or there are twenty. */
export async function insertPasskey(
  tx: Transaction,
  customerId: string,
  { name, rpId, ...made }: MadePasskey & { name: string; rpId: string },
): Promise<PasskeyView | undefined> {
  const { credentialId, publicKey, counter, transports, isSynced } = made
  const values = [customerId, credentialId, publicKey, rpId, counter, transports, isSynced, name]
  const [row] = await run<Row>(tx, insert, [...values, mostPasskeys])
  return row && toView(row)
}

/** Writes down that a passkey was used. Answers whether its counter was still before this one. */
export const usePasskey = async (
  tx: Transaction,
  id: string,
  { counter, isSynced }: { counter: number; isSynced: boolean },
): Promise<boolean> => (await run(tx, use, [id, counter, isSynced])).length > 0

export async function renamePasskeyRow(
  req: PayloadRequest,
  customerId: string,
  { id, name }: { id: string; name: string },
): Promise<PasskeyView | undefined> {
  const [row] = await run<Row>(req, rename, [customerId, id, name])
  return row && toView(row)
}

export const deletePasskey = async (tx: Transaction, customerId: string, id: string): Promise<boolean> =>
  (await run(tx, remove, [customerId, id])).length > 0

/** Forgets every passkey of an account, as when it turns out to be somebody else's. */
export const dropPasskeys = (tx: Transaction, customerId: string): Promise<unknown> =>
  run(tx, dropAll, [customerId])
