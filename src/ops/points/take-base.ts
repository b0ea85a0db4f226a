import { randomBytes } from 'node:crypto'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { ClientBase } from 'pg'
import { idAt, putSealed, type Shelf } from '../backup/shelf'
import { packFolder, packText } from './pack'
import { baseKey, writeBase, type Base } from './point-shelf'

interface Place {
  system: string
  folder: string
  database: string
  postgres: string
}

const place = `SELECT system_identifier::text AS system, current_setting('data_directory') AS folder,
  current_database() AS database, current_setting('server_version') AS postgres FROM pg_control_system()`

interface End {
  label: string
  last: string
  at: Date
}

/** The position is that after the last byte, which may be the first of the next segment. */
const stop = `SELECT labelfile AS label, pg_walfile_name(lsn - 1) AS last, clock_timestamp() AS at
  FROM pg_backup_stop(wait_for_archive => false)`

/** The copy, then the label that Postgres gives at its end and wants to find in it. */
async function* copyOf(client: ClientBase, folder: string, onEnd: (end: End) => void) {
  yield* packFolder(folder)
  const { rows } = await client.query<End>(stop)
  const [end] = rows
  if (!end) throw new Error('Postgres did not end the copy')
  onEnd(end)
  yield packText('backup_label', end.label)
}

/**
 * Copies all files of the database of `client` beside running sales. `client` must be alone on its connection, straight
 * to a server on this machine whose files may be read, and be ended when this throws: that ends the copy for Postgres too.
 */
export async function takeBase(client: ClientBase, shelf: Shelf): Promise<Base> {
  const { rows } = await client.query<Place>(place)
  const [found] = rows
  if (!found) throw new Error('The database does not say where its files are')
  const { system, folder, database, postgres } = found
  const id = idAt(new Date(), randomBytes(2).toString('hex'))
  const key = baseKey(system, id)
  await client.query(`SELECT pg_backup_start('molini', fast => true)`)
  let end: End | undefined
  const packed = new PassThrough()
  try {
    const copying = pipeline(
      Readable.from(copyOf(client, folder, (given) => (end = given))),
      createGzip({ level: 3 }),
      packed,
    )
    await Promise.all([copying, putSealed(shelf, key, packed)])
    const base = { ...factsOf(end), format: 1, system, id, database, postgres } as const
    const bytes = (await shelf.store.stat(key))?.size ?? 0
    await writeBase(shelf, { ...base, bytes })
    return { ...base, bytes }
  } catch (error) {
    // Nobody reads it any more: the files that it is made of are let go.
    packed.destroy()
    await shelf.store.delete(key).catch(() => undefined)
    throw error
  }
}

function factsOf(end: End | undefined): Pick<Base, 'first' | 'last' | 'at'> {
  const first = /\(file ([0-9A-F]{24})\)/.exec(end?.label ?? '')?.[1]
  if (!end || !first) throw new Error('Postgres did not say which log the copy needs')
  return { first, last: end.last, at: end.at.toISOString() }
}
