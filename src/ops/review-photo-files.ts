import { randomUUID } from 'node:crypto'
import sharp, { type Metadata } from 'sharp'
import { DomainError } from '#domain/errors'
import type { Photo } from '#services/review-photos'
import { makeOnce } from './images-queue'

/** Bytes of one file, and of all that a review brings with its words. */
export const photoBytes = { file: 8 * 1024 * 1024, all: 25 * 1024 * 1024 } as const

const formats = new Set(['jpeg', 'png', 'webp', 'heif'])
const longestSide = 1280
const shortestSide = 120

const invalid = (path: string, message: string): never => {
  throw new DomainError('validation.failed', { errors: [{ path, message }] })
}

async function redraw(file: Buffer, path: string): Promise<Buffer> {
  const source = sharp(file, { limitInputPixels: 50_000_000, failOn: 'error', pages: 1 })
  const { format, width = 0, height = 0 } = await source.metadata().catch(() => ({}) as Partial<Metadata>)
  if (!format || !formats.has(format)) return invalid(path, 'A picture as JPEG, PNG, WebP or AVIF.')
  if (Math.min(width, height) < shortestSide) return invalid(path, `At least ${shortestSide} pixels a side.`)
  return source
    .rotate()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .webp({ quality: 80, effort: 4 })
    .toBuffer()
    .catch(() => invalid(path, 'This picture cannot be read.'))
}

/**
 * Draws a picture from a stranger anew: only its pixels are kept, the right way up, without place, camera or anything
 * else that came with the file. Throws `validation.failed` for what is no picture, is too small or too large.
 */
export async function readReviewPhoto(file: Blob, path: string): Promise<Photo> {
  if (file.size > photoBytes.file) return invalid(path, 'At most 8 MB.')
  const bytes = Buffer.from(await file.arrayBuffer())
  const drawn = await makeOnce(`review ${randomUUID()}`, () => redraw(bytes, path))
  const { width = 0, height = 0 } = await sharp(drawn).metadata()
  return { bytes: drawn, width, height }
}
