import type { Dirent } from 'node:fs'
import { mkdir, open, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * The files of a running Postgres as one stream: for each the length of its head (4 bytes), the head as JSON, its bytes.
 * What a server makes anew is left out. Source: Postgres manual 25.3.4, "Backing up the data directory".
 */
interface Head {
  readonly path: string
  /** Bytes; a folder has none. */
  readonly size?: number
}

const emptied = new Set([
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
])
const leftOut = /^(postmaster\.(pid|opts)|current_logfiles.*|pgsql_tmp.*|pg_internal\.init.*)$/
const piece = 1024 * 1024
const control = 'global/pg_control'

const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

function headOf(head: Head): Buffer {
  const json = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(json.byteLength)
  return Buffer.concat([length, json])
}

async function* walk(root: string, below = ''): AsyncGenerator<{ path: string; isFolder: boolean }> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch((error: unknown) => {
    if (isGone(error)) return [] as Dirent[]
    throw error
  })
  for (const entry of entries) {
    const path = below ? `${below}/${entry.name}` : entry.name
    if (leftOut.test(entry.name)) continue
    if (entry.isDirectory()) {
      yield { path, isFolder: true }
      if (!emptied.has(path)) yield* walk(root, path)
    } else if (entry.isFile()) yield { path, isFolder: false }
  }
}

/** As long as it was when it was opened: what it lost since is zeros, which the log puts right. */
async function* packFile(root: string, path: string): AsyncGenerator<Buffer> {
  const file = await open(join(root, path)).catch((error: unknown) => {
    if (isGone(error)) return undefined
    throw error
  })
  if (!file) return
  try {
    const { size } = await file.stat()
    yield headOf({ path, size })
    for (let at = 0; at < size;) {
      const wanted = Math.min(piece, size - at)
      const { bytesRead, buffer } = await file.read(Buffer.alloc(wanted), 0, wanted, at)
      yield bytesRead > 0 ? buffer.subarray(0, bytesRead) : buffer
      at += bytesRead > 0 ? bytesRead : wanted
    }
  } finally {
    await file.close()
  }
}

/** The folder `root` of a server, the control file last; must be read between `pg_backup_start` and `pg_backup_stop`. */
export async function* packFolder(root: string): AsyncGenerator<Buffer> {
  for await (const { path, isFolder } of walk(root)) {
    if (isFolder) yield headOf({ path })
    else if (path !== control) yield* packFile(root, path)
  }
  yield* packFile(root, control)
}

/** One more file for the end of a pack. */
export function packText(path: string, text: string): Buffer {
  const bytes = Buffer.from(text)
  return Buffer.concat([headOf({ path, size: bytes.byteLength }), bytes])
}

/** Hands out exactly so many bytes of `content`; undefined at its end. */
function reader(content: AsyncIterable<Uint8Array>): (size: number) => Promise<Buffer | undefined> {
  const source = content[Symbol.asyncIterator]()
  let held = Buffer.alloc(0)
  return async (size) => {
    const parts = [held]
    let length = held.byteLength
    while (length < size) {
      const { done, value } = await source.next()
      if (done) break
      parts.push(Buffer.from(value))
      length += value.byteLength
    }
    const all = Buffer.concat(parts)
    if (size > 0 && all.byteLength === 0) return undefined
    if (all.byteLength < size) throw new Error('The copy of the database ends too early')
    held = all.subarray(size)
    return all.subarray(0, size)
  }
}

/** Writes what `packFolder` packed below `into`. Throws when a path leads elsewhere or the end is missing. */
export async function unpackFolder(content: AsyncIterable<Uint8Array>, into: string): Promise<void> {
  const take = reader(content)
  await mkdir(into, { recursive: true, mode: 0o700 })
  for (;;) {
    const length = await take(4)
    if (!length) return
    const { path, size } = JSON.parse((await take(length.readUInt32BE()))?.toString() ?? '') as Head
    if (path.startsWith('/') || path.split(/[\\/]/).includes('..'))
      throw new Error(`Not a path of a database: ${path}`)
    const target = join(into, path)
    await mkdir(size === undefined ? target : dirname(target), { recursive: true, mode: 0o700 })
    if (size !== undefined) await unpackFile(take, target, size)
  }
}

async function unpackFile(take: ReturnType<typeof reader>, target: string, size: number): Promise<void> {
  const file = await open(target, 'w', 0o600)
  try {
    for (let left = size; left > 0;) {
      const bytes = await take(Math.min(piece, left))
      if (!bytes) throw new Error('The copy of the database ends too early')
      await file.write(bytes)
      left -= bytes.byteLength
    }
  } finally {
    await file.close()
  }
}
