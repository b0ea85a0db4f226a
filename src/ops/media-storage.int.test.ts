import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '@payloadcms/db-postgres'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { env } from '#env'
import { rowsOf } from '#services/transaction'
import { GET } from '../app/media/[id]/[file]/route'
import { callRest, quiet, signedIn } from '../start/testing/http'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { sweepFiles } from './jobs/sweep-files'
import { requireStorage } from './media-storage'
import { adoptStore } from './storage/ownership'
import { forgetStores, storeOf } from './storage/stores'
import { startS3Double, type S3Double } from './storage/testing/s3-double'
import { startUploadThingDouble, type UploadThingDouble } from './storage/testing/uploadthing-double'

let [s3, uploadThing]: [S3Double, UploadThingDouble] = [] as never
const { cookie } = await signedIn('merchandiser')
const payload = await getTestPayload()

beforeAll(async () => {
  s3 = await startS3Double()
  uploadThing = await startUploadThingDouble()
  await quiet()
})
afterAll(async () => {
  useStore({})
  await Promise.all([s3.stop(), uploadThing.stop()])
})

const names = [
  'S3_BUCKET',
  'S3_ENDPOINT',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'UPLOADTHING_TOKEN',
  'UPLOADTHING_API_URL',
  'UPLOADTHING_INGEST_URL',
  'UPLOADTHING_UFS_HOST',
] as const

function useStore(variables: Partial<Record<(typeof names)[number], string>>): void {
  Object.assign(env, Object.fromEntries(names.map((name) => [name, variables[name]])))
  forgetStores()
}

const kinds = [
  ['disk', () => ({})],
  [
    's3',
    () => ({
      S3_BUCKET: s3.settings.bucket,
      S3_ENDPOINT: s3.settings.endpoint,
      S3_REGION: s3.settings.region,
      S3_ACCESS_KEY_ID: s3.settings.accessKeyId,
      S3_SECRET_ACCESS_KEY: s3.settings.secretAccessKey,
    }),
  ],
  [
    'uploadthing',
    () => ({
      UPLOADTHING_TOKEN: uploadThing.settings.token,
      UPLOADTHING_API_URL: uploadThing.settings.apiUrl,
      UPLOADTHING_INGEST_URL: uploadThing.settings.ingestUrl,
      UPLOADTHING_UFS_HOST: uploadThing.settings.ufsHost,
    }),
  ],
] as const

interface Doc {
  id: string
  filename: string
  width: number
  height: number
}

const drawn = (width = 90, height = 60) =>
  sharp({ create: { width, height, channels: 3, background: '#84451f' } })
    .png()
    .toBuffer()

async function upload(body: Record<string, unknown> = {}, to?: string, query = '') {
  const form = new FormData()
  form.append('_payload', JSON.stringify({ alt: 'A derby', ...body }))
  form.append('file', new File([new Uint8Array(await drawn())], `${randomUUID()}.png`, { type: 'image/png' }))
  const path = to ? `media/${to}${query}` : 'media'
  const { status, json } = await callRest(path, { method: to ? 'PATCH' : 'POST', body: form, cookie })
  return { status, doc: (json as { doc?: Doc }).doc as Doc }
}

async function picture(id: string) {
  const answer = await GET(new Request(`http://shop.test/media/${id}/160.webp`), {
    params: Promise.resolve({ id, file: '160.webp' }),
  })
  return { status: answer.status, bytes: Buffer.from(await answer.arrayBuffer()) }
}

async function rowOf(id: string) {
  const [row] = await rowsOf<{ key: string | null; filename: string }>(
    await getTestRequest(),
    sql`SELECT _key AS key, filename FROM media WHERE id = ${id}::uuid`,
  )
  return row
}

async function keys(): Promise<string[]> {
  const found: string[] = []
  for await (const { key } of storeOf('media').list('media/')) found.push(key)
  return found
}

const inTwoDays = () => new Date(Date.now() + 48 * 3_600_000)

describe.each(kinds)('pictures on %s', (name, variables) => {
  beforeEach(() => useStore(variables()))

  test('an upload is stored, shown in a size, and given back whole to the admin', async () => {
    const { status, doc } = await upload()
    expect(status).toBe(201)
    expect(storeOf('media').name).toBe(name)
    const row = await rowOf(doc.id)
    expect(row?.key).toMatch(/^media\/[0-9a-f-]{36}\.webp$/)
    expect(await keys()).toContain(row?.key)
    const shown = await picture(doc.id)
    expect(shown.status).toBe(200)
    expect(await sharp(shown.bytes).metadata()).toMatchObject({ format: 'webp', width: 90 })
    const file = await callRest(`media/file/${doc.filename}`)
    expect([file.status, file.headers.get('Content-Type')]).toEqual([200, 'image/webp'])
    expect(file.headers.get('Content-Disposition')).toBe('attachment')
  })

  test('nobody but the shop names the file of a row', async () => {
    const first = await upload()
    const taken = (await rowOf(first.doc.id))?.key
    const { doc } = await upload({ _key: taken, prefix: '../..', _objectKey: 'x' })
    expect((await rowOf(doc.id))?.key).not.toBe(taken)
    await callRest(`media/${doc.id}`, { method: 'PATCH', cookie, body: { _key: taken, alt: 'Other words' } })
    expect((await rowOf(doc.id))?.key).not.toBe(taken)
  })

  test('another file has another name, words alone keep it, and the old file goes with the sweep', async () => {
    const { doc } = await upload()
    const before = (await rowOf(doc.id))?.key ?? ''
    await callRest(`media/${doc.id}`, { method: 'PATCH', cookie, body: { alt: 'Other words' } })
    expect((await rowOf(doc.id))?.key).toBe(before)
    expect((await upload({}, doc.id)).status).toBe(200)
    const after = (await rowOf(doc.id))?.key ?? ''
    expect(after).not.toBe(before)
    expect(await keys()).toEqual(expect.arrayContaining([before, after]))
    await sweepFiles(await getTestRequest(), { now: inTwoDays() })
    expect(await keys()).toContain(after)
    expect(await keys()).not.toContain(before)
  })

  test('the files of another shop, of a shop without pictures and too many at once are left alone', async () => {
    const { doc } = await upload()
    const key = (await rowOf(doc.id))?.key ?? ''
    const req = await getTestRequest()
    const orphans = Array.from({ length: 21 }, () => `media/${randomUUID()}.webp`)
    for (const one of orphans) await storeOf('media').put(one, Buffer.from('x'), { type: 'image/webp' })
    await expect(sweepFiles(req, { now: inTwoDays() })).rejects.toThrow('too many to delete')
    for (const one of orphans.slice(2)) await storeOf('media').delete(one)
    await adoptStore(storeOf('media'), 'another')
    await expect(sweepFiles(req, { now: inTwoDays() })).rejects.toThrow('belong to another shop')
    expect(await keys()).toEqual(expect.arrayContaining([key, ...orphans.slice(0, 2)]))
    await storeOf('media').delete('owner/shop.json')
    await sweepFiles(req, { now: inTwoDays() })
    expect(await keys()).not.toContain(orphans[0])
  })

  test('a crop of a picture that is stored is made from the stored file', async () => {
    const { doc } = await upload()
    const edits =
      'uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[crop][width]=50&uploadEdits[crop][height]=50'
    const size = '&uploadEdits[widthInPixels]=45&uploadEdits[heightInPixels]=30'
    const answer = await callRest(`media/${doc.id}?${edits}${size}`, {
      method: 'PATCH',
      cookie,
      body: { alt: 'Cut' },
    })
    expect(answer.status, answer.text).toBe(200)
    expect((answer.json as { doc: Doc }).doc).toMatchObject({ width: 45, height: 30, filename: doc.filename })
    expect(await sharp((await picture(doc.id)).bytes).metadata()).toMatchObject({ width: 45, height: 30 })
  })

  test('the file of a deleted picture is gone after the sweep, that of a fresh upload without a row stays a day', async () => {
    const { doc } = await upload()
    const key = (await rowOf(doc.id))?.key ?? ''
    expect((await callRest(`media/${doc.id}`, { method: 'DELETE', cookie })).status).toBe(200)
    const orphan = `media/${randomUUID()}.webp`
    await storeOf('media').put(orphan, await drawn(), { type: 'image/webp' })
    await sweepFiles(await getTestRequest())
    expect(await keys()).toEqual(expect.arrayContaining([key, orphan]))
    await sweepFiles(await getTestRequest(), { now: inTwoDays() })
    expect(await keys()).not.toContain(key)
    expect(await keys()).not.toContain(orphan)
  })

  test('a row that does not come to be leaves no file', async () => {
    const req = await getTestRequest()
    await rowsOf(
      req,
      sql`CREATE FUNCTION refuse_entry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION 'the audit refuses'; END $$`,
    )
    await rowsOf(
      req,
      sql`CREATE TRIGGER refuse BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_entry()`,
    )
    const before = await keys()
    try {
      const { status } = await upload()
      expect(status).toBeGreaterThanOrEqual(400)
    } finally {
      await rowsOf(req, sql`DROP TRIGGER refuse ON audit_entries`)
      await rowsOf(req, sql`DROP FUNCTION refuse_entry()`)
    }
    expect((await keys()).sort()).toEqual(before.sort())
  })
})

test('a store that is away: the upload is 503, no row is made, and a page without its picture waits', async () => {
  useStore(kinds[1][1]())
  const { doc } = await upload()
  const count = async () => (await payload.count({ collection: 'media', overrideAccess: true })).totalDocs
  const before = await count()
  s3.fail(...Array.from({ length: 3 }, () => 'answers 500' as const))
  expect((await upload()).status).toBe(503)
  expect(await count()).toBe(before)
  s3.fail(...Array.from({ length: 3 }, () => 'answers 500' as const))
  expect((await picture(doc.id)).status).toBe(503)
  expect((await picture(doc.id)).status).toBe(200)
})

test('a store that takes longer than the database waits for a transaction has its time', async () => {
  useStore({})
  const req = await getTestRequest()
  await rowsOf(
    req,
    sql`CREATE FUNCTION hurry() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      PERFORM set_config('idle_in_transaction_session_timeout', '1000', true); RETURN NEW; END $$`,
  )
  await rowsOf(req, sql`CREATE TRIGGER hurry BEFORE INSERT ON media FOR EACH ROW EXECUTE FUNCTION hurry()`)
  const store = storeOf('media')
  const put = store.put.bind(store)
  const slow = vi.spyOn(store, 'put').mockImplementation(async (...file) => {
    await pause(2_500)
    await put(...file)
  })
  try {
    const { status, doc } = await upload()
    expect(status).toBe(201)
    expect((await picture(doc.id)).status).toBe(200)
  } finally {
    slow.mockRestore()
    await rowsOf(req, sql`DROP TRIGGER hurry ON media`)
    await rowsOf(req, sql`DROP FUNCTION hurry()`)
  }
})

test('a folder that cannot be written is refused at start, in words', async () => {
  useStore({})
  const folder = env.MOLINI_DATA_DIR
  const file = join(folder, 'no-folder')
  await writeFile(file, '')
  try {
    Object.assign(env, { MOLINI_DATA_DIR: file })
    await expect(requireStorage()).rejects.toThrow('disk: cannot be used (ENOTDIR)')
  } finally {
    Object.assign(env, { MOLINI_DATA_DIR: folder })
  }
})
