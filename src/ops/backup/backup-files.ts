import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { keyOfMedia, type MediaFile } from '../media-key'
import { isFileKey, type FileStore } from '../storage/file-store'
import type { Progress } from './rows'
import {
  fileKey,
  putSealed,
  readManifest,
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

async function saveOne(shelf: Shelf, media: FileStore, key: string): Promise<FileFact | undefined> {
  const content = await media.read(key)
  if (!content) return undefined
  let fact: FileFact | undefined
  await putSealed(
    shelf,
    fileKey(key),
    measured(content, (facts) => (fact = { key, ...facts })),
  )
  return fact
}

/**
 * Saves the files of the pictures that the database names and that no earlier backup has: a file never changes under its
 * key. A file that is missing is told of and left out.
 */
export async function saveFiles(
  client: ClientBase,
  shelf: Shelf,
  { media, say }: { media: FileStore; say: Progress },
): Promise<FileFact[]> {
  const { rows } = await client.query<MediaFile>(
    'SELECT filename, _key AS key FROM media WHERE filename IS NOT NULL ORDER BY filename',
  )
  const last = (await listBackups(shelf)).at(-1)
  const known = new Map(
    (last ? (await readManifest(shelf, last.id)).files : []).map((fact) => [fact.key, fact]),
  )
  const facts: FileFact[] = []
  const missing: string[] = []
  for (const key of rows.map(keyOfMedia).filter(isFileKey)) {
    const fact = known.get(key) ?? (await saveOne(shelf, media, key))
    if (fact) facts.push(fact)
    else missing.push(key)
    if (facts.length % 100 === 0) say(`Pictures ${facts.length} of ${rows.length}`)
  }
  if (missing.length > 0) say(`${missing.length} pictures have no file, such as ${missing[0]}`)
  return facts
}

/** Throws when a file of the backup is not there or not what it was. Reads all of them. */
export async function checkFiles(shelf: Shelf, { files }: Pick<Manifest, 'files'>): Promise<void> {
  for (const { key, size, sha256 } of files) {
    let found: { size: number; sha256: string } | undefined
    for await (const part of measured(await readSealed(shelf, fileKey(key)), (facts) => (found = facts)))
      void part
    if (found?.size !== size || found.sha256 !== sha256)
      throw new Error(`The picture ${key} is not what it was`)
  }
}

/** Puts the files of the backup back that the shop does not have. Answers with how many. */
export async function restoreFiles(
  shelf: Shelf,
  { files, media, say }: { files: readonly FileFact[]; media: FileStore; say: Progress },
): Promise<number> {
  let restored = 0
  for (const { key, size } of files) {
    if ((await media.stat(key))?.size === size) continue
    await media.put(key, await readSealed(shelf, fileKey(key)), { type: 'image/webp' })
    restored += 1
    if (restored % 100 === 0) say(`Pictures ${restored}`)
  }
  return restored
}
