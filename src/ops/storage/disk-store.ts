import { createHmac, timingSafeEqual } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, constants, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { StoreFault, checkingKeys, type FileKey, type FileStore } from './file-store'

export interface DiskSettings {
  /** The folder that keys are below. */
  readonly folder: string
  /** Signs addresses. */
  readonly secret: string
  /** Where `/api/files/` of this shop is reached, such as `https://shop.example`. */
  readonly origin: string
}

const isAbsent = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

const reasons: Readonly<Record<string, string>> = {
  EROFS:
    'this disk is read-only: set UPLOADTHING_TOKEN or S3_BUCKET, or MOLINI_DATA_DIR to a folder that can be written',
  EACCES: 'this user may not write into MOLINI_DATA_DIR',
  EPERM: 'this user may not write into MOLINI_DATA_DIR',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
}

function faultOf(error: unknown): StoreFault {
  if (error instanceof StoreFault) return error
  const { code = '' } = error as NodeJS.ErrnoException
  return new StoreFault('disk', reasons[code] ?? `cannot be used (${code || 'unknown'})`, { cause: error })
}

const signatureOf = (secret: string, key: string, expires: number): string =>
  createHmac('sha256', `files:${secret}`).update(`${key}\n${expires}`).digest('base64url')

/** Does an address of the disk store still give its file? `expires` is in seconds since 1970. */
export function isSignedFor(secret: string, key: string, expires: number, signature: string): boolean {
  if (!(expires * 1000 > Date.now())) return false
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(secret, key, expires))]
  return given.length === right.length && timingSafeEqual(given, right)
}

/** `write` may take only the beginning of what it is given, without a fault. */
async function writeAll(file: Pick<FileHandle, 'write'>, content: Uint8Array): Promise<void> {
  for (let from = 0; from < content.byteLength;)
    from += (await file.write(content, from, content.byteLength - from)).bytesWritten
}

const dayOf = 24 * 3_600_000

/** Halves that a killed process left: no write takes a day. */
async function removeHalf(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined)
  if (found && Date.now() - found.mtimeMs > dayOf) await rm(path, { force: true }).catch(() => undefined)
}

async function* walk(folder: string, below = ''): AsyncGenerator<string> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
    if (isAbsent(error)) return []
    throw faultOf(error)
  })
  for (const entry of entries) {
    const path = below ? `${below}/${entry.name}` : entry.name
    if (entry.isDirectory()) yield* walk(folder, path)
    else if (entry.isFile() && entry.name.endsWith('.part')) await removeHalf(join(folder, path))
    else if (entry.isFile()) yield path
  }
}

/** Throws, in words for the operator, when nothing can be written below `folder`. */
export async function requireWritable(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
  } catch (error) {
    throw faultOf(error)
  }
}

/** Files in a folder of this machine. What is being written is called `.part` until it is whole and on the disk. */
export function diskStore({ folder, secret, origin }: DiskSettings): FileStore {
  const pathOf = (key: FileKey): string => join(folder, ...key.split('/'))

  const put: FileStore['put'] = async (key, content) => {
    const path = pathOf(key)
    const half = `${path}.${process.pid}.part`
    try {
      await mkdir(dirname(path), { recursive: true })
      const file = await open(half, 'w', 0o640)
      try {
        for await (const part of content instanceof Uint8Array ? [content] : content)
          await writeAll(file, part)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(half, path)
    } catch (error) {
      await rm(half, { force: true }).catch(() => undefined)
      throw faultOf(error)
    }
  }

  const facts = async (path: string) => {
    try {
      const found = await stat(path)
      return found.isFile() ? found : undefined
    } catch (error) {
      if (isAbsent(error)) return undefined
      throw faultOf(error)
    }
  }

  return checkingKeys({
    name: 'disk',
    put,
    read: async (key) => {
      const path = pathOf(key)
      return (await facts(path)) && createReadStream(path)
    },
    delete: async (key) => {
      await rm(pathOf(key), { force: true }).catch((error: unknown) => {
        if (!isAbsent(error)) throw faultOf(error)
      })
    },
    url: async (key, { seconds }) => {
      const expires = Math.floor(Date.now() / 1000) + seconds
      const address = new URL(`/api/files/${key}`, origin)
      address.searchParams.set('expires', String(expires))
      address.searchParams.set('signature', signatureOf(secret, key, expires))
      return address.href
    },
    stat: async (key) => {
      const found = await facts(pathOf(key))
      return found && { size: found.size }
    },
    async *list(prefix) {
      // A prefix names a folder, or a folder and the beginning of a name in it.
      const parts = prefix.split('/').slice(0, -1)
      for await (const path of walk(folder, parts.join('/'))) {
        const key = path.split(sep).join('/')
        const found = key.startsWith(prefix) ? await facts(join(folder, path)) : undefined
        if (found) yield { key, size: found.size, writtenAt: found.mtime }
      }
    },
  })
}
