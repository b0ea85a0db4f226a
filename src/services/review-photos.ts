import type { PayloadRequest } from 'payload'
import { idOf, run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** A picture made anew by us: WebP, without anything that came with the file. */
export interface Photo {
  bytes: Buffer
  width: number
  height: number
}

const add: Statement = {
  name: 'review-photo-add',
  text: `INSERT INTO review_photos (review_id, place, width, height, bytes) VALUES ($1, $2, $3, $4, decode($5, 'base64'))`,
}
const find: Statement = {
  name: 'review-photo-find',
  text: `SELECT p.bytes FROM review_photos p JOIN reviews r ON r.id = p.review_id WHERE p.id = ${idOf('$1')} AND ($2 OR r.status = 'approved')`,
}

export async function keepPhotos(tx: Transaction, reviewId: string, photos: readonly Photo[]): Promise<void> {
  for (const [place, { bytes, width, height }] of photos.entries())
    await run(tx, add, [reviewId, place, width, height, bytes.toString('base64')])
}

async function photo(req: PayloadRequest, id: string, anyStatus: boolean) {
  const [row] = await run<{ bytes: Buffer }>(req, find, [id, anyStatus])
  return row
}

/** A photo of an approved review; undefined for any other. */
export const openPhoto = (req: PayloadRequest, id: string): Promise<{ bytes: Buffer } | undefined> =>
  photo(req, id, false)

/** Any photo: only for staff who decide about it. */
export const photoForStaff = (req: PayloadRequest, id: string): Promise<{ bytes: Buffer } | undefined> =>
  photo(req, id, true)
