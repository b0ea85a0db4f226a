import { randomBytes } from 'node:crypto'
import type { Client } from 'pg'
import type { FileStore } from '../storage/file-store'
import { saveFiles } from './backup-files'
import { writeRows, type Progress } from './rows'
import {
  discard,
  idAt,
  mark,
  putSealed,
  rowsKey,
  writeManifest,
  type Manifest,
  type Shelf,
  type TableFacts,
} from './shelf'
import { beginSnapshot, readFigures, readMigrations, readSequences, readTables } from './tables'
import { undoing } from './undoing'

export interface BackupTask {
  readonly client: Client
  readonly shelf: Shelf
  /** Where the pictures of the shop are. */
  readonly media: FileStore
  /** Variables of the operator, to find a shop's settings and secrets again. */
  readonly configuration: Readonly<Record<string, string>>
  readonly say: Progress
  /** The moment that the database shows, when that is not now. */
  readonly at?: Date
  /** It saves what a restore is about to replace. */
  readonly isUndo?: boolean
}

/**
 * Saves one moment of the whole shop: rows in one snapshot beside running sales, sequences, pictures, configuration.
 * The manifest is written last, so that what breaks off is no backup. Answers with its name and what it holds.
 */
export async function takeBackup(task: BackupTask): Promise<{ id: string; manifest: Manifest }> {
  const { client, shelf, say } = task
  const begun = task.at ?? new Date()
  const id = idAt(begun, randomBytes(2).toString('hex'))
  const undo = () => discard(shelf, id)
  return undoing(undo, async () => {
    try {
      await beginSnapshot(client)
      const manifest = await saveMoment(task, id, begun)
      await client.query('COMMIT')
      if (task.isUndo) await mark(shelf, id, 'undo')
      await writeManifest(shelf, id, manifest)
      say(`Saved as ${id}`)
      return { id, manifest }
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined)
      await undo().catch(() => undefined)
      throw error
    }
  })
}

async function saveMoment(
  { client, shelf, media, configuration, say }: BackupTask,
  id: string,
  at: Date,
): Promise<Manifest> {
  const facts = {
    migrations: await readMigrations(client),
    sequences: await readSequences(client),
    figures: await readFigures(client),
  }
  const { rows: versions } = await client.query<{ server_version: string }>('SHOW server_version')
  const tables: TableFacts[] = []
  const names = await readTables(client)
  say(`Rows of ${names.length} tables`)
  const rows = writeRows(client, names, (table) => tables.push(table))
  try {
    await putSealed(shelf, rowsKey(id), rows)
  } finally {
    rows.destroy()
  }
  const bytes = (await shelf.store.stat(rowsKey(id)))?.size ?? 0
  const { files, missing } = await saveFiles(client, shelf, { media, say })
  const postgres = versions[0]?.server_version ?? ''
  return { format: 1, at: at.toISOString(), postgres, ...facts, tables, files, missing, configuration, bytes }
}
