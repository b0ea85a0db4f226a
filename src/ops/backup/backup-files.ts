import { createHash, randomBytes } from 'node:crypto'
import type { ClientBase } from 'pg'
import { keyOfMedia, type MediaFile } from '../media-key'
import { StoreFault, isFileKey, type FileStore } from '../storage/file-store'
import type { Progress } from './rows'
import {
  fileKey,
  otherPlace,
  placeOf,
  putSealed,
  tryManifest,
  readSealed,
  listBackups,
  type FileFact,
  type Manifest,
  type Shelf,
} from './shelf'

async function* measured(
  content: AsyncIterable<Uint8Array>,
  onEnd: (facts: { size: number; sha256: string }) => void,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let size = 0
  for await (const part of content) {
    hash.update(part)
    size += part.byteLength
    yield part
  }
  onEnd({ size, sha256: hash.digest('hex') })
}

async function factsOf(
  content: AsyncIterable<Uint8Array>,
): Promise<{ size: number; sha256: string } | undefined> {
  let found: { size: number; sha256: string } | undefined
  for await (const part of measured(content, (facts) => (found = facts))) void part
  return found
}

/** The file that is on the shelf already, though no manifest that can be read says so; 'closed' when our key does not open it. */
async function onShelf(shelf: Shelf, key: string): Promise<FileFact | 'closed' | undefined> {
  if (!(await shelf.store.stat(fileKey(key)))) return undefined
  try {
    const facts = await factsOf(await readSealed(shelf, fileKey(key)))
    return facts && { key, ...facts }
  } catch (error) {
    if (error instanceof StoreFault) throw error
    return 'closed'
  }
}

/** What another key has sealed stays as it is: older backups need it. */
async function saveOne(shelf: Shelf, media: FileStore, key: string): Promise<FileFact | undefined> {
  const there = await onShelf(shelf, key)
  if (there && there !== 'closed') return there
  const content = await media.read(key)
  if (!content) return undefined
  const at = there === 'closed' ? otherPlace(key, randomBytes(4).toString('hex')) : undefined
  let fact: FileFact | undefined
  await putSealed(
    shelf,
    at ?? fileKey(key),
    measured(content, (facts) => (fact = { key, ...facts, ...(at && { at }) })),
  )
  return fact
}

/** What the newest backup that can be read has. One that cannot is said, and does not stop the next. */
async function knownFiles(shelf: Shelf, say: Progress): Promise<Map<string, FileFact>> {
  for (const { id } of (await listBackups(shelf)).reverse()) {
    const manifest = await tryManifest(shelf, id)
    if (manifest) return new Map(manifest.files.map((fact) => [fact.key, fact]))
    say(`The backup ${id} cannot be opened: it is damaged, or BACKUP_KEY was another one`)
  }
  return new Map()
}

/**
 * Saves the files of the pictures that the database names and that no earlier backup has: a file never changes under its
 * key. Files that are missing are told of and named: rows without pictures are better than none.
 */
export async function saveFiles(
  client: ClientBase,
  shelf: Shelf,
  { media, say }: { media: FileStore; say: Progress },
): Promise<{ files: FileFact[]; missing: string[] }> {
  const { rows } = await client.query<MediaFile>(
    'SELECT filename, _key AS key FROM media WHERE filename IS NOT NULL ORDER BY filename',
  )
  const known = await knownFiles(shelf, say)
  const files: FileFact[] = []
  const missing: string[] = []
  for (const key of rows.map(keyOfMedia).filter(isFileKey)) {
    const fact = known.get(key) ?? (await saveOne(shelf, media, key))
    if (fact) files.push(fact)
    else missing.push(key)
    if (files.length % 100 === 0) say(`Pictures ${files.length} of ${rows.length}`)
  }
  if (missing.length > 0) say(`${missing.length} pictures have no file, such as ${missing[0]}`)
  return { files, missing }
}

/** Throws when a file of the backup is not there or not what it was. Reads all of them. */
export async function checkFiles(shelf: Shelf, { files }: Pick<Manifest, 'files'>): Promise<void> {
  for (const file of files) {
    const found = await factsOf(await readSealed(shelf, placeOf(file)))
    if (!isSame(found, file)) throw new Error(`The picture ${file.key} is not what it was`)
  }
}

const isSame = (found: { size: number; sha256: string } | undefined, fact: FileFact): boolean =>
  found?.size === fact.size && found.sha256 === fact.sha256

async function isThere(media: FileStore, fact: FileFact): Promise<boolean> {
  if ((await media.stat(fact.key))?.size !== fact.size) return false
  const content = await media.read(fact.key)
  return content !== undefined && isSame(await factsOf(content), fact)
}

async function putBack(shelf: Shelf, media: FileStore, fact: FileFact): Promise<void> {
  const { key } = fact
  // Read through first: what is damaged must not take the place of what is there.
  if (!isSame(await factsOf(await readSealed(shelf, placeOf(fact))), fact))
    throw new Error(`The picture ${key} is not what it was`)
  await media.delete(key)
  await media.put(key, await readSealed(shelf, placeOf(fact)), { type: 'image/webp' })
}

/**
 * Puts the files of the backup back that the shop does not have as they were. One that cannot be is left out and the
 * next is tried. Answers with how many came back, and which did not.
 */
export async function restoreFiles(
  shelf: Shelf,
  { files, media, say }: { files: readonly FileFact[]; media: FileStore; say: Progress },
): Promise<{ restored: number; lost: string[] }> {
  let restored = 0
  const lost: string[] = []
  for (const fact of files)
    try {
      if (await isThere(media, fact)) continue
      await putBack(shelf, media, fact)
      restored += 1
      if (restored % 100 === 0) say(`Pictures ${restored}`)
    } catch (error) {
      lost.push(fact.key)
      say(`The picture ${fact.key} is lost: ${error instanceof Error ? error.message : String(error)}`)
    }
  return { restored, lost }
}
