import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { env } from '#env'
import { imageKey, type ImageFormat, type ImageName, type Master } from './images-name'
import { makeOnce } from './images-queue'
import { readMedia } from './read-media'

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
  const source = sharp(await readMedia(master), { limitInputPixels: 50_000_000 })
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
