import type { ClientBase } from 'pg'

/** A backup that was restored and found to be the shop. */
export interface Proof {
  readonly id: string
  /** The moment it shows, as ISO time. */
  readonly at: string
  readonly rows: number
  readonly files: number
  readonly bytes: number
  /** How many pictures of the shop had no file. */
  readonly missing?: number
  /** How long restoring and checking took. */
  readonly seconds: number
}

export interface BackupMemory {
  proof?: Proof & { readonly provedAt: string }
  fault?: { readonly at: string; readonly words: string }
}

/** The mark of the shop that holds `BackupMemory`. */
export const backupMark = 'backups'

const keep = (client: ClientBase, part: BackupMemory, forget: string): Promise<unknown> =>
  client.query(
    `INSERT INTO shop_marks (name, value) VALUES ($1, $2::jsonb)
      ON CONFLICT (name) DO UPDATE SET at = now(), value = (shop_marks.value - $3::text) || excluded.value`,
    [backupMark, JSON.stringify(part), forget],
  )

export const rememberProof = (client: ClientBase, proof: Proof, now = new Date()): Promise<unknown> =>
  keep(client, { proof: { ...proof, provedAt: now.toISOString() } }, 'fault')

/** Which backups are kept, oldest first, for the admin: it does not ask the store itself. */
export const rememberShelf = (
  client: ClientBase,
  kept: readonly { id: string; at: Date; isProved: boolean; isUndo: boolean }[],
): Promise<unknown> =>
  client.query(
    `INSERT INTO shop_marks (name, value) VALUES ('shelf', $1::jsonb)
      ON CONFLICT (name) DO UPDATE SET at = now(), value = excluded.value`,
    [JSON.stringify({ kept })],
  )

/** What is wrong, for the admin. */
export const rememberFault = (client: ClientBase, words: string, now = new Date()): Promise<unknown> =>
  keep(client, { fault: { at: now.toISOString(), words: words.slice(0, 300) } }, '')

/** The next turn comes in an hour then, not in a day. */
export const retrySoon = (client: ClientBase): Promise<unknown> =>
  client.query(
    `UPDATE shop_marks SET at = least(at, now() - interval '22 hours 30 minutes') WHERE name = 'turn:backup'`,
  )

/** Whoever comes next has the turn: a backup under way was stopped from outside. */
export const giveTurnBack = (client: ClientBase): Promise<unknown> =>
  client.query(`UPDATE shop_marks SET at = least(at, now() - interval '24 hours') WHERE name = 'turn:backup'`)

/** Of which backup this shop knows that it is its own. */
export async function provedId(client: ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ value: BackupMemory }>(
    'SELECT value FROM shop_marks WHERE name = $1',
    [backupMark],
  )
  return rows[0]?.value.proof?.id
}

/** True for one caller in 24 hours less half an hour, so that a nightly call is always let in. */
export async function isBackupDue(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO shop_marks (name, value) VALUES ('turn:backup', '{}')
      ON CONFLICT (name) DO UPDATE SET at = now() WHERE shop_marks.at < now() - interval '23 hours 30 minutes' RETURNING 1`,
  )
  return rowCount === 1
}
