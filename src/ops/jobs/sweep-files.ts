import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf } from '#services/transaction'
import { keyOfMedia, type MediaFile } from '../media-key'
import type { FileStore } from '../storage/file-store'
import { storeOf } from '../storage/stores'
import { isDue } from './in-turn'

/** An upload is written before its row is committed, and a row may be rolled back: a day is longer than either. */
const graceHours = 24
const hour = 3_600

const keysInUse = async (req: PayloadRequest): Promise<Set<string>> => {
  const rows = await rowsOf<MediaFile>(
    req,
    sql`SELECT filename, _key AS key FROM media WHERE filename IS NOT NULL`,
  )
  return new Set(rows.map(keyOfMedia))
}

/**
 * Deletes the files of pictures that no row names and that were written more than a day ago: deleted and replaced ones,
 * and what a broken upload left. Answers with how many.
 */
export async function sweepFiles(
  req: PayloadRequest,
  { store = storeOf('media'), now = new Date() }: { store?: FileStore; now?: Date } = {},
): Promise<number> {
  const old: string[] = []
  for await (const { key, writtenAt } of store.list('media/'))
    if (now.getTime() - writtenAt.getTime() > graceHours * hour * 1000) old.push(key)
  // Rows are read after the files, so that a row of meanwhile counts.
  const used = await keysInUse(req)
  const orphans = old.filter((key) => !used.has(key))
  for (const key of orphans) await store.delete(key)
  return orphans.length
}

/** Once an hour, in one process. */
export const sweepFilesHourly = async (req: PayloadRequest): Promise<number> =>
  (await isDue(req, 'sweep-files', hour)) ? sweepFiles(req) : 0
