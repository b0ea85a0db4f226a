import { constants, createReadStream } from 'node:fs'
import { access, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from '@payloadcms/db-postgres'
import sharp from 'sharp'
import { clipSeconds, clipTypes, isClip } from '#domain/clip'
import { storeOf } from '#ops/storage/stores'
import { rowsOf } from '#services/transaction'
import { idsBy, type Seeding } from './documents'
import { pictureList, type Picture } from './picture-list'

/** Files that are copied and measured at the same time. */
const atOnce = 16

export interface MediaRow {
  readonly filename: string
  readonly type: string
  readonly filesize: number
  /** Pixels of a picture. */
  readonly width?: number
  readonly height?: number
  /** Of a video. */
  readonly seconds?: number
  readonly alt: Picture['alt']
}

/** `src/demo/pictures/derby/cognac-cap-side.webp` is kept as `derby-cognac-cap-side.webp`. */
export const filenameOf = ({ file }: Pick<Picture, 'file'>): string => file.split('/').slice(-2).join('-')

const typeOf = (filename: string): string => (filename.endsWith('.webm') ? clipTypes.webm : 'image/webp')

const exists = (path: string): Promise<boolean> =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  )

async function refuseMissing(pictures: readonly Picture[], root: string): Promise<void> {
  const found = await Promise.all(pictures.map(({ file }) => exists(join(root, file))))
  const missing = pictures.filter((_, index) => !found[index]).map(({ file }) => file)
  if (missing.length === 0) return
  const named = missing.slice(0, 12).join(', ')
  throw new Error(
    `${missing.length} pictures of the demo shop are missing: ${named}${missing.length > 12 ? ' ...' : ''}`,
  )
}

/** Takes the master over as it is. A file that is there already stays. */
async function takeOver(from: string, filename: string): Promise<void> {
  const [store, key] = [storeOf('media'), `media/${filename}`]
  if (await store.stat(key)) return
  await store.put(key, createReadStream(from), { type: typeOf(filename) })
}

async function describe(picture: Picture, root: string): Promise<MediaRow> {
  const path = join(root, picture.file)
  const filename = filenameOf(picture)
  const row = { filename, type: typeOf(filename), filesize: (await stat(path)).size, alt: picture.alt }
  if (isClip(row.type)) return { ...row, seconds: clipSeconds(row.type, await readFile(path)) }
  const { width, height } = await sharp(path).metadata()
  return { ...row, width, height }
}

async function takeAll(pictures: readonly Picture[], root: string): Promise<MediaRow[]> {
  const rows: MediaRow[] = []
  for (let at = 0; at < pictures.length; at += atOnce)
    rows.push(
      ...(await Promise.all(
        pictures.slice(at, at + atOnce).map(async (picture) => {
          await takeOver(join(root, picture.file), filenameOf(picture))
          return describe(picture, root)
        }),
      )),
    )
  return rows
}

/** Rows as Payload writes them for an upload to the disk, in one statement. */
async function insertRows({ tx }: Seeding, rows: readonly MediaRow[]): Promise<void> {
  if (rows.length === 0) return
  await rowsOf(
    tx,
    sql`
      WITH given AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS r(filename text, type text, filesize numeric, width numeric, height numeric, seconds numeric, alt jsonb)
      ), made AS (
        INSERT INTO media (filename, mime_type, filesize, width, height, seconds, focal_x, focal_y)
        SELECT filename, type, filesize, width, height, seconds, 50, 50 FROM given
        RETURNING id, filename
      )
      INSERT INTO media_locales (_parent_id, _locale, alt)
      SELECT made.id, words.key::_locales, words.value
      FROM made JOIN given USING (filename) CROSS JOIN LATERAL jsonb_each_text(given.alt) AS words`,
  )
}

/**
 * Takes the masters that the shop does not have yet over into the store of pictures, without encoding them again. No
 * transaction may be open meanwhile: the database would wait for the disk. Throws with the list when masters are missing.
 */
export async function takePictures(known: ReadonlySet<string>, root: string): Promise<MediaRow[]> {
  await refuseMissing(pictureList, root)
  const fresh = new Map(pictureList.map((picture) => [filenameOf(picture), picture] as const))
  for (const filename of known) fresh.delete(filename)
  return takeAll([...fresh.values()], root)
}

/** Each video that has no poster yet gets its own. */
async function setPosters({ tx }: Seeding, ids: ReadonlyMap<string, string>): Promise<void> {
  const posters = pictureList.flatMap(({ key, poster = '' }) =>
    ids.has(poster) ? [{ id: ids.get(key), poster: ids.get(poster) }] : [],
  )
  await rowsOf(
    tx,
    sql`UPDATE media SET poster_id = given.poster
      FROM jsonb_to_recordset(${JSON.stringify(posters)}::jsonb) AS given (id uuid, poster uuid)
      WHERE media.id = given.id AND media.poster_id IS NULL`,
  )
}

/** Lists the pictures that were taken over. Returns the id of every picture of the demo shop by its key. */
export async function seedMedia(seeding: Seeding, taken: readonly MediaRow[]): Promise<Map<string, string>> {
  await insertRows(seeding, taken)
  const ids = await idsBy(seeding, 'media', 'filename')
  const byKey = new Map(
    pictureList.flatMap((picture) => {
      const id = ids.get(filenameOf(picture))
      return id === undefined ? [] : [[picture.key, id] as const]
    }),
  )
  await setPosters(seeding, byKey)
  return byKey
}
