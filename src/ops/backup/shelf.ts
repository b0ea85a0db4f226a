import { gather, type FileStore } from '../storage/file-store'
import { keep } from './retention'
import { seal, unseal } from './seal'

export interface TableFacts {
  readonly name: string
  readonly columns: readonly string[]
  readonly rows: number
  /** Of the rows as COPY writes them. */
  readonly sha256: string
}

export interface FileFact {
  readonly key: string
  readonly size: number
  readonly sha256: string
}

/** What a backup holds, written last: without it there is no backup. */
export interface Manifest {
  readonly format: 1
  /** When the moment that it shows began, as ISO time. */
  readonly at: string
  readonly postgres: string
  readonly migrations: readonly string[]
  readonly tables: readonly TableFacts[]
  /** Where each sequence stands; null where it has not begun. */
  readonly sequences: Readonly<Record<string, string | null>>
  /** Sums that must come out again, such as the totals of orders per currency. */
  readonly figures: Readonly<Record<string, string>>
  readonly files: readonly FileFact[]
  readonly configuration: Readonly<Record<string, string>>
  /** Bytes of the rows as they lie in the store. */
  readonly bytes: number
}

export interface Shelf {
  readonly store: FileStore
  /** `BACKUP_KEY`. */
  readonly secret: string
}

export interface Backup {
  readonly id: string
  readonly at: Date
}

const folder = 'backups'
export const rowsKey = (id: string): string => `${folder}/${id}.rows`
const manifestKey = (id: string): string => `${folder}/${id}.manifest`
export const fileKey = (key: string): string => `${folder}/files/${key}`
const manifestShape = /^backups\/(\d{8}T\d{6}Z(?:-[0-9a-f]{4})?)\.manifest$/

/** `20261127T023000Z-1f3a`: sorts by time. */
export const idAt = (at: Date, mark: string): string =>
  `${at.toISOString().replace(/[-:]|\.\d+/g, '')}-${mark}`

const timeOf = (id: string): Date =>
  new Date(id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6Z'))

const typeOf = 'application/octet-stream'

export const putSealed = (
  { store, secret }: Shelf,
  key: string,
  content: AsyncIterable<Uint8Array>,
): Promise<void> => store.put(key, seal(content, secret), { type: typeOf })

/** Throws when there is no such file. */
export async function readSealed({ store, secret }: Shelf, key: string): Promise<AsyncGenerator<Buffer>> {
  const sealed = await store.read(key)
  if (!sealed) throw new Error(`The backup lacks ${key}`)
  return unseal(sealed, secret)
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

export const writeManifest = (shelf: Shelf, id: string, manifest: Manifest): Promise<void> =>
  putSealed(shelf, manifestKey(id), once(Buffer.from(JSON.stringify(manifest))))

export async function readManifest(shelf: Shelf, id: string): Promise<Manifest> {
  const manifest = JSON.parse((await gather(await readSealed(shelf, manifestKey(id)))).toString()) as Manifest
  if (manifest.format !== 1) throw new Error(`The backup ${id} was written by a newer Molini`)
  return manifest
}

/** All whole backups, oldest first. */
export async function listBackups({ store }: Pick<Shelf, 'store'>): Promise<Backup[]> {
  const found: Backup[] = []
  for await (const { key } of store.list(`${folder}/`)) {
    const id = manifestShape.exec(key)?.[1]
    if (id) found.push({ id, at: timeOf(id) })
  }
  return found.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** The newest backup of no later than `at`. */
export async function backupAt(shelf: Pick<Shelf, 'store'>, at: Date): Promise<Backup | undefined> {
  return (await listBackups(shelf)).filter((one) => one.at.getTime() <= at.getTime()).at(-1)
}

const dayOf = 24 * 3_600_000

/**
 * Deletes the backups that are not kept, files that no kept backup names, and what broken runs left a day ago. Answers
 * with how many backups went.
 */
export async function prune(shelf: Shelf, now = new Date()): Promise<number> {
  const all = await listBackups(shelf)
  const staying = keep(all)
  const going = all.filter((one) => !staying.has(one))
  // Without its manifest it is no backup any more, whatever happens next.
  for (const { id } of going) {
    await shelf.store.delete(manifestKey(id))
    await shelf.store.delete(rowsKey(id))
  }
  const needed = new Set<string>()
  for (const { id } of staying) {
    needed.add(rowsKey(id)).add(manifestKey(id))
    for (const { key } of (await readManifest(shelf, id)).files) needed.add(fileKey(key))
  }
  const left: string[] = []
  for await (const { key, writtenAt } of shelf.store.list(`${folder}/`))
    if (!needed.has(key) && now.getTime() - writtenAt.getTime() > dayOf) left.push(key)
  for (const key of left) await shelf.store.delete(key)
  return going.length
}

/** Deletes the halves of a backup that failed. */
export async function discard({ store }: Shelf, id: string): Promise<void> {
  await store.delete(manifestKey(id))
  await store.delete(rowsKey(id))
}
