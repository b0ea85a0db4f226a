import { createHmac } from 'node:crypto'
import type { Client } from 'pg'
import type { Shelf } from '../backup/shelf'
import { requireOwnShelf } from '../backup/whose'
import { prunePoints } from './point-shelf'
import { nextSegment } from './segments'
import { shipLog } from './ship'
import { readStatus, writeStatus, type PointStatus } from './status'
import { takeBase } from './take-base'

const day = 24 * 3_600_000

export interface PointTask {
  readonly shelf: Shelf
  /** Where the status is kept. */
  readonly dataDir: string
  /** A connection of one's own, straight to the server, for the time of `work`. */
  readonly withClient: <T>(work: (client: Client) => Promise<T>) => Promise<T>
  readonly now?: () => Date
}

interface Archive {
  system: string
  mode: string
  folder: string | null
}

const archive = `SELECT system_identifier::text AS system, current_setting('archive_mode') AS mode,
  current_setting('basic_archive.archive_directory', true) AS folder FROM pg_control_system()`

async function readArchive(client: Client): Promise<{ system: string; folder: string }> {
  const { rows } = await client.query<Archive>(archive)
  const [found] = rows
  if (found?.mode !== 'on' || !found.folder)
    throw new Error('Postgres was started without its archive: start the shop anew')
  return { system: found.system, folder: found.folder }
}

/** Asks Postgres to put out what it has, and waits until it has. */
async function flush(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>('SELECT pg_walfile_name(pg_switch_wal() - 1) AS name')
  for (let tries = 0; tries < 100; tries += 1) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_stat_archiver WHERE last_archived_wal >= $1', [
      rows[0]?.name,
    ])
    if (rowCount === 1) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export const markOfKey = (secret: string): string =>
  createHmac('sha256', secret).update('molini points').digest('base64url').slice(0, 12)

/** Whether all files are to be copied: at first, once a day, after a gap, and when the key is another one. */
export const isBaseDue = ({ base, hasGap, key }: PointStatus, mark: string, now: Date): boolean =>
  !base || hasGap === true || key !== mark || now.getTime() - Date.parse(base.at) > day

/**
 * One turn: brings the log that Postgres put out to the store and, once a day, after a gap and at first, a new copy of all
 * files. What fails is kept in the status, and thrown; the shop never waits for it. With `isLast` Postgres first puts out
 * what it has.
 */
export async function keepPoints(task: PointTask, { isLast = false } = {}): Promise<void> {
  const { shelf, dataDir, withClient, now = () => new Date() } = task
  let status = await readStatus(dataDir)
  try {
    const { system, folder } = await withClient(async (client) => {
      const found = await readArchive(client)
      await requireOwnShelf(client, shelf)
      if (isLast) await flush(client)
      return found
    })
    if (status.system !== system) status = { system }
    const onShipped = (name: string): void => {
      const isNext = !status.last || name <= status.last || name === nextSegment(status.last)
      status = {
        ...status,
        last: name,
        shippedAt: now().toISOString(),
        ...(isNext ? {} : { hasGap: true }),
      }
    }
    await shipLog(shelf, { folder, system, onShipped })
    const key = markOfKey(shelf.secret)
    if (isBaseDue(status, key, now())) {
      const { id, at, bytes } = await withClient((client) => takeBase(client, shelf))
      status = { ...status, base: { id, at, bytes }, key, hasGap: false }
      await prunePoints(shelf, now())
      if (isLast) await withClient(flush)
      await shipLog(shelf, { folder, system, onShipped })
    }
    await writeStatus(dataDir, { ...status, fault: undefined, checkedAt: now().toISOString() })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    await writeStatus(dataDir, { ...status, fault: { at: now().toISOString(), words: words.slice(0, 300) } })
    throw error
  }
}
