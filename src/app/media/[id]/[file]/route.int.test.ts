import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { markets } from '#domain/markets'
import { getTestPayload, getTestRequest } from '../../../../start/testing/payload'

const dataDir = async () => (await import('#env')).env.MOLINI_DATA_DIR
let id = ''

beforeAll(async () => {
  const data = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#84451f' } })
    .png()
    .toBuffer()
  const file = { data, mimetype: 'image/png', name: 'wide-derby.png', size: data.byteLength }
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const made = await payload.create({
    collection: 'media',
    data: { alt: 'A derby' },
    file,
    overrideAccess: true,
    req,
  })
  id = made.id
})

async function get(picture: string, file: string, headers: HeadersInit = {}): Promise<Response> {
  const { GET } = await import('./route')
  const request = new Request(`http://shop.test/media/${encodeURIComponent(picture)}/${file}`, { headers })
  return GET(request, { params: Promise.resolve({ id: picture, file }) })
}

/** A picture's part of the address, as pages have it. */
async function versioned(): Promise<string> {
  const { getPictures } = await import('#queries/pictures')
  return (await getPictures(markets.eu, [id])).get(id)?.id ?? ''
}

const measure = async (response: Response) => sharp(Buffer.from(await response.arrayBuffer())).metadata()

test.each([
  ['webp', 'image/webp', 'webp'],
  ['avif', 'image/avif', 'heif'],
  ['jpg', 'image/jpeg', 'jpeg'],
])('a picture comes as %s in the width asked for', async (format, type, kind) => {
  const response = await get(id, `320.${format}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('Content-Type')).toBe(type)
  expect(await measure(response)).toMatchObject({ format: kind, width: 320, height: 213 })
})

test('a picture is never enlarged', async () => {
  expect(await measure(await get(id, '2400.webp'))).toMatchObject({ width: 900, height: 600 })
})

test('share pictures drawn at once, each from a picture that has to be made first, do not wait for each other', async () => {
  const { findMaster } = await import('#queries/masters')
  const { readSharePicture } = await import('#ops/share-picture')
  const version = (await versioned()).slice(id.length + 1)
  const picture = await findMaster(id, version)
  if (!picture) throw new Error('The picture is not there')
  const drawn = await Promise.all(
    ['A derby', 'Ein Derby', 'Una derby', 'One more'].map((title) =>
      readSharePicture({ title, note: 'Molini', picture }),
    ),
  )
  for (const one of drawn)
    expect(await sharp(one).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
})

test('under its version a picture may be kept for ever, and it does nothing but be seen', async () => {
  const { headers } = await get(await versioned(), '160.webp')
  expect(headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable')
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox")
})

test('who has the picture already is told so', async () => {
  const etag = (await get(id, '160.webp')).headers.get('ETag') ?? ''
  const again = await get(id, '160.webp', { 'If-None-Match': etag })
  expect(again.status).toBe(304)
  expect(await again.text()).toBe('')
})

test('a size is made once, also for many who ask at once, and then read from the disk', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => get(id, '480.webp')))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  const folder = join(await dataDir(), 'images', id.slice(0, 2))
  const kept = (await readdir(folder)).filter((name) => name.endsWith('-480.webp'))
  expect(kept).toHaveLength(1)
  await writeFile(join(folder, kept[0] ?? ''), 'from the disk')
  expect(await (await get(id, '480.webp')).text()).toBe('from the disk')
  expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([])
})

test.each([
  ['an unknown picture', '00000000-0000-4000-8000-000000000000', '160.webp'],
  ['a width that is not on the list', '', '161.webp'],
  ['a huge width', '', '999999999.webp'],
  ['another format', '', '160.svg'],
  ['a way out of the folder', '../../../../etc/passwd', '160.webp'],
  ['a way out by the file', '', '..%2f..%2fsecrets.json'],
  ['an id that is none', "x' or 1=1", '160.webp'],
  ['a zero byte', '\0', '160.webp'],
])('%s is 404 and a problem document', async (_, picture, file) => {
  const response = await get(picture || id, file)
  expect(response.status).toBe(404)
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(response.headers.get('Cache-Control')).toContain('no-store')
  expect(await response.json()).toMatchObject({ code: 'media.not-found' })
})

test('a replaced file has another address at once, and nobody keeps a picture under an address that is not its own', async () => {
  const [old, payload, req] = [await versioned(), await getTestPayload(), await getTestRequest()]
  expect((await get(old, '320.webp')).headers.get('Cache-Control')).toContain('immutable')
  const data = await sharp({ create: { width: 700, height: 700, channels: 3, background: '#2f5a3f' } })
    .png()
    .toBuffer()
  const file = { data, mimetype: 'image/png', name: 'wide-derby.png', size: data.byteLength }
  await payload.update({ collection: 'media', id, data: {}, file, overrideAccess: true, req })
  const now = await versioned()
  expect(now).not.toBe(old)
  const fresh = await get(now, '320.webp')
  expect(fresh.headers.get('Cache-Control')).toContain('immutable')
  expect(await measure(fresh)).toMatchObject({ width: 320, height: 320 })
  // The old address, and the one without a version that orders keep, show the new file and are asked again.
  for (const address of [old, id]) {
    const answer = await get(address, '320.webp')
    expect(answer.headers.get('Cache-Control')).toBe('public, no-cache')
    expect(await measure(answer)).toMatchObject({ height: 320 })
  }
})

test('a picture whose file is gone is 404', async () => {
  const { findMaster } = await import('#queries/masters')
  const { keyOfMedia } = await import('#ops/media-key')
  const master = await findMaster(id, undefined)
  await rm(join(await dataDir(), master ? keyOfMedia(master) : ''))
  expect((await get(id, '1000.jpg')).status).toBe(404)
})
