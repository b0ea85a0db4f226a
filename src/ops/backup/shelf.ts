import { StoreFault, gather, type FileStore } from '../storage/file-store'
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
  /** Where the shelf has it, when that is not its usual place. */
  readonly at?: string
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
  /** Pictures of the shop whose file was not there. */
  readonly missing?: readonly string[]
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
  readonly isProved: boolean
  /** It was taken because a restore replaced the shop. */
  readonly isUndo: boolean
}

const folder = 'backups'
export const rowsKey = (id: string): string => `${folder}/${id}.rows`
const manifestKey = (id: string): string => `${folder}/${id}.manifest`
export const fileKey = (key: string): string => `${folder}/files/${key}`
const partShape = /^backups\/(\d{8}T\d{6}Z(?:-[0-9a-f]{4})?)\.(manifest|proved|undo)$/
type Mark = 'proved' | 'undo'
const markKey = (id: string, mark: Mark): string => `${folder}/${id}.${mark}`
export const placeOf = ({ key, at }: Pick<FileFact, 'key' | 'at'>): string => at ?? fileKey(key)
/** A second place for a picture, since the first has something that this key does not open. */
export const otherPlace = (key: string, mark: string): string => `${folder}/files/${mark}/${key}`

/** `20261127T023000Z-1f3a`: sorts by time. */
export const idAt = (at: Date, mark: string): string =>
  `${at.toISOString().replace(/[-:]|\.\d+/g, '')}-${mark}`

/** When `idAt` made the name, to the second. */
export const timeOf = (id: string): Date =>
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

/** Undefined when it cannot be opened: damaged, or under another `BACKUP_KEY`. A store that fails still throws. */
export async function tryManifest(shelf: Shelf, id: string): Promise<Manifest | undefined> {
  try {
    return await readManifest(shelf, id)
  } catch (error) {
    if (error instanceof StoreFault) throw error
    return undefined
  }
}

export const mark = ({ store }: Pick<Shelf, 'store'>, id: string, what: Mark): Promise<void> =>
  store.put(markKey(id, what), Buffer.from(what), { type: 'text/plain' })

/** All whole backups, oldest first. */
export async function listBackups({ store }: Pick<Shelf, 'store'>): Promise<Backup[]> {
  const parts = { manifest: new Set<string>(), proved: new Set<string>(), undo: new Set<string>() }
  for await (const { key } of store.list(`${folder}/`)) {
    const [, id, part] = partShape.exec(key) ?? []
    if (id) parts[part as keyof typeof parts].add(id)
  }
  return [...parts.manifest]
    .map((id) => ({ id, at: timeOf(id), isProved: parts.proved.has(id), isUndo: parts.undo.has(id) }))
    .sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** The newest backup of no later than `at`. */
export async function backupAt(shelf: Pick<Shelf, 'store'>, at: Date): Promise<Backup | undefined> {
  return (await listBackups(shelf)).filter((one) => one.at.getTime() <= at.getTime()).at(-1)
}

const dayOf = 24 * 3_600_000

/**
 * Deletes the backups that are not kept, files that no kept backup names, and what broken runs left a day ago. While a
 * kept manifest cannot be read nobody knows which files it needs: none is deleted then. Answers with how many backups
 * went and which cannot be read.
 */
export async function prune(
  shelf: Shelf,
  now = new Date(),
): Promise<{ gone: number; unreadable: readonly string[] }> {
  const all = await listBackups(shelf)
  const staying = keep(all, now)
  const needed = new Set<string>()
  const unreadable: string[] = []
  for (const { id } of staying) {
    for (const key of keysOf(id)) needed.add(key)
    const manifest = await tryManifest(shelf, id)
    if (!manifest) unreadable.push(id)
    for (const file of manifest?.files ?? []) needed.add(placeOf(file))
  }
  const going = all.filter((one) => !staying.has(one))
  for (const { id } of going) await discard(shelf, id)
  if (unreadable.length === 0) await deleteLeft(shelf, needed, now)
  return { gone: going.length, unreadable }
}

async function deleteLeft({ store }: Shelf, needed: ReadonlySet<string>, now: Date): Promise<void> {
  const left: string[] = []
  for await (const { key, writtenAt } of store.list(`${folder}/`))
    if (!needed.has(key) && now.getTime() - writtenAt.getTime() > dayOf) left.push(key)
  for (const key of left) await store.delete(key)
}

/** Without its manifest, which goes first, it is no backup any more, whatever happens next. */
const keysOf = (id: string): string[] => [
  manifestKey(id),
  rowsKey(id),
  markKey(id, 'proved'),
  markKey(id, 'undo'),
]

/** Deletes a backup, or the halves of one that failed; pictures stay. */
export async function discard({ store }: Pick<Shelf, 'store'>, id: string): Promise<void> {
  for (const key of keysOf(id)) await store.delete(key)
}
