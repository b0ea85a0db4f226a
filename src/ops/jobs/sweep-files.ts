import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { rowsOf } from '#services/transaction'
import { keyOfMedia, type MediaFile } from '../media-key'
import type { FileStore } from '../storage/file-store'
import { readShop, requireOwn, type Shop } from '../storage/ownership'
import { storeOf } from '../storage/stores'
import { isDue } from './in-turn'

/** An upload is written before its row is committed, and a row may be rolled back: a day is longer than either. */
const graceHours = 24
const hour = 3_600
/** More than a tenth of all files at once, and more than these, is rather a wrong database than a tidy shop. */
const handful = 20
const largestShare = 0.1
/** How long after an adoption a sweep may be larger. */
const adoptionHours = 48

async function keysInUse(req: PayloadRequest): Promise<Set<string>> {
  const rows = await rowsOf<MediaFile>(
    req,
    sql`SELECT filename, _key AS key FROM media WHERE filename IS NOT NULL`,
  )
  return new Set(rows.map(keyOfMedia))
}

const shopOf = (req: PayloadRequest): Promise<Shop> =>
  readShop((statement) => rowsOf<Shop>(req, sql.raw(statement)))

/** Throws when so many files would go that the database is rather not theirs. */
function requireFew(orphans: number, files: number): void {
  if (orphans > handful && orphans > files * largestShare)
    throw new Error(
      `No picture names ${orphans} of ${files} files, which is too many to delete: is this the right database? If it is: npm run backup -- --adopt`,
    )
}

/**
 * Deletes the files of pictures that no row names and that were written more than a day ago: deleted and replaced ones,
 * and what a broken upload left. Answers with how many. Throws, and deletes nothing, when the store is another shop's,
 * when the shop has no picture at all, and when more than a tenth of the files would go.
 */
export async function sweepFiles(
  req: PayloadRequest,
  { store = storeOf('media'), now = new Date() }: { store?: FileStore; now?: Date } = {},
): Promise<number> {
  const [files, old]: [string[], string[]] = [[], []]
  for await (const { key, writtenAt } of store.list('media/')) {
    files.push(key)
    if (now.getTime() - writtenAt.getTime() > graceHours * hour * 1000) old.push(key)
  }
  // Rows are read after the files, so that a row of meanwhile counts.
  const used = await keysInUse(req)
  const orphans = old.filter((key) => !used.has(key))
  if (orphans.length === 0) return 0
  if (used.size === 0)
    throw new Error(`The shop has no picture, but its store ${files.length} files: none is deleted`)
  const shop = await shopOf(req)
  const adopted = shop.adoptedAt ? now.getTime() - Date.parse(shop.adoptedAt) : Infinity
  if (adopted > adoptionHours * hour * 1000) requireFew(orphans.length, files.length)
  await requireOwn(store, shop.id, () => orphans.length <= handful && files.some((key) => used.has(key)))
  for (const key of orphans) await store.delete(key)
  return orphans.length
}

/** Once an hour, in one process. */
export const sweepFilesHourly = async (req: PayloadRequest): Promise<number> =>
  (await isDue(req, 'sweep-files', hour)) ? sweepFiles(req) : 0
