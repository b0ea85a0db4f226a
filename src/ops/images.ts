import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { DomainError } from '#domain/errors'
import { env } from '#env'
import { imageKey, type ImageFormat, type ImageName, type Master } from './images-name'
import { makeOnce } from './images-queue'
import { keyOfMedia } from './media-key'
import { StoreFault, isFileKey, readWhole } from './storage/file-store'
import { storeOf } from './storage/stores'

/** Several are made side by side; threads inside each would only get in the way. */
sharp.concurrency(1)

const encoders: Record<ImageFormat, (picture: Sharp) => Sharp> = {
  avif: (picture) => picture.avif({ quality: 56, effort: 3 }),
  // A format without transparency: what shows through is paper.
  jpg: (picture) => picture.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true }),
  webp: (picture) => picture.webp({ quality: 80, effort: 4 }),
}

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

/** Throws `media.not-found` when the row is there but its file is not, `unavailable` when the store is away. */
async function readMaster(master: Master): Promise<Buffer> {
  const key = keyOfMedia(master)
  try {
    const file = isFileKey(key) ? await readWhole(storeOf('media'), key) : undefined
    if (file) return file
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error
    throw Object.assign(new DomainError('unavailable', { retryAfter: 5 }), { cause: error })
  }
  throw new DomainError('media.not-found')
}

/** Whole or not at all, also for a reader of this moment. */
async function keep(path: string, picture: Buffer): Promise<void> {
  const half = `${path}.${process.pid}.part`
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(half, picture)
    await rename(half, path)
  } catch {
    // A disk that is full or may not be written costs speed, not the picture.
    await rm(half, { force: true })
  }
}

async function make(path: string, master: Master, { width, format }: ImageName): Promise<Buffer> {
  const source = sharp(await readMaster(master), { limitInputPixels: 50_000_000 })
  const sized = source.rotate().resize({ width, withoutEnlargement: true })
  const picture = await encoders[format](sized).toBuffer()
  await keep(path, picture)
  return picture
}

/**
 * One size of a picture, never larger than its master: from the disk, or made now and kept there.
 * Throws `media.not-found` without a master, `unavailable` when too many pictures wait to be made.
 */
export async function readImage(master: Master, name: ImageName): Promise<Buffer> {
  const key = imageKey(master, name)
  const path = join(env.MOLINI_DATA_DIR, 'images', key.slice(0, 2), key)
  return (await readIfThere(path)) ?? makeOnce(key, () => make(path, master, name))
}
