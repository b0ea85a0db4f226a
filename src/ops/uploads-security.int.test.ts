import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { env } from '#env'
import { callRest, makeShopper, signedIn, type Answer, type Call } from '../start/testing/http'

const picture = (format: 'png' | 'jpeg' | 'webp', width = 60, height = 40): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#884422' } })
    .withExif({ IFD0: { Copyright: 'secret-of-the-camera' } })
    .toFormat(format)
    .toBuffer()

interface Upload extends Call {
  bytes: Buffer | string
  name: string
  type: string
}

async function upload({ bytes, name, type, ...call }: Upload): Promise<Answer> {
  const form = new FormData()
  form.append('_payload', JSON.stringify({ alt: 'A picture' }))
  form.append('file', new File([new Uint8Array(Buffer.from(bytes))], name, { type }))
  return callRest('media', { method: 'POST', body: form, ...call })
}

let staffOnce: ReturnType<typeof signedIn> | undefined
const cookie = async () => (await (staffOnce ??= signedIn('merchandiser'))).cookie

const script = '<script>alert(document.domain)</script>'

/** A file that says it is the largest there can be: header of a PNG of 50,000 by 50,000 pixels. */
async function hugePng(): Promise<Buffer> {
  const { deflateSync, crc32 } = await import('node:zlib')
  const chunk = (kind: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(kind), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(50_000, 0)
  header.writeUInt32BE(50_000, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const hostile: readonly [string, string, string, () => Promise<Buffer | string> | string][] = [
  [
    'an SVG with a script',
    'a.svg',
    'image/svg+xml',
    () => `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
  ],
  [
    'an SVG that says it is a PNG',
    'a.png',
    'image/png',
    () => `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`,
  ],
  ['a page', 'a.html', 'text/html', () => script],
  ['a page that says it is a PNG', 'a.png', 'image/png', () => `<!doctype html>${script}`],
  ['a page with the name of a picture', 'a.png.html', 'image/png', () => script],
  [
    'an XHTML page',
    'a.xhtml',
    'application/xhtml+xml',
    () => `<html xmlns="http://www.w3.org/1999/xhtml">${script}</html>`,
  ],
  ['a script', 'a.js', 'text/javascript', () => 'alert(1)'],
  ['a text', 'a.txt', 'text/plain', () => 'hello'],
  ['an archive', 'a.zip', 'application/zip', () => 'PK\u0003\u0004nothing'],
  ['a PNG that is none behind its first bytes', 'a.png', 'image/png', () => `\u0089PNG\r\n\u001a\n${script}`],
  ['a GIF that is a script', 'a.gif', 'image/gif', () => `GIF89a/*${script}*/=1`],
  ['a picture of fifty thousand pixels square', 'a.png', 'image/png', hugePng],
  ['nothing', 'a.png', 'image/png', () => ''],
]

test.each(hostile)('%s is refused', async (_, name, type, bytes) => {
  const answer = await upload({ bytes: await bytes(), name, type, cookie: await cookie() })
  expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
  expect(answer.status, answer.text).toBeLessThan(500)
})

test.each([
  '../../../escape.png',
  '..\\..\\escape.png',
  '/etc/escape.png',
  'a/../../escape.png',
  `${'x'.repeat(400)}.png`,
])('a file named %s lies in the folder of the pictures, or nowhere', async (name) => {
  const answer = await upload({
    bytes: await picture('png'),
    name,
    type: 'image/png',
    cookie: await cookie(),
  })
  expect(answer.status, answer.text).toBeLessThan(500)
  const outside = await readdir(env.MOLINI_DATA_DIR)
  expect(outside.filter((file) => file.includes('escape'))).toEqual([])
  expect(answer.text).not.toMatch(/\.\.[/\\]/)
})

test('a picture with a page hidden behind it is drawn afresh: the page is gone, and what the camera wrote', async () => {
  const bytes = Buffer.concat([await picture('jpeg'), Buffer.from(script)])
  const answer = await upload({ bytes, name: 'shoe.html.jpg', type: 'image/jpeg', cookie: await cookie() })
  expect(answer.status, answer.text).toBe(201)
  const { doc } = answer.json as { doc: { filename: string; mimeType: string; url: string } }
  expect(doc.mimeType).toBe('image/webp')
  expect(doc.filename).toMatch(/\.webp$/)
  const file = await callRest(`media/file/${encodeURIComponent(doc.filename)}`)
  expect(file.status).toBe(200)
  expect(file.text).not.toMatch(/script|secret-of-the-camera/)
  expect(file.headers.get('Content-Type')).toBe('image/webp')
  expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(file.headers.get('Content-Disposition')).toBe('attachment')
  expect(file.headers.get('Content-Security-Policy')).toContain('sandbox')
  const stored = await readdir(join(env.MOLINI_DATA_DIR, 'media'))
  expect(
    stored.every((name) => name.endsWith('.webp')),
    stored.join(),
  ).toBe(true)
})

test('a picture wider than a screen is made smaller', async () => {
  const bytes = await picture('jpeg', 5_000, 1_000)
  const answer = await upload({ bytes, name: 'wide.jpg', type: 'image/jpeg', cookie: await cookie() })
  expect(answer.json).toMatchObject({ doc: { width: 3_200, height: 640 } })
})

test('shoppers, strangers and analysts upload nothing', async () => {
  const [shopper, analyst] = [await makeShopper(), await signedIn('analyst')]
  for (const who of [undefined, shopper.cookie, analyst.cookie]) {
    const answer = await upload({
      bytes: await picture('png'),
      name: 'a.png',
      type: 'image/png',
      cookie: who,
    })
    expect([401, 403]).toContain(answer.status)
  }
})

test('the shop fetches no picture from an address somebody names', async () => {
  const call: Call = { cookie: await cookie() }
  for (const src of [
    'http://127.0.0.1:5432/',
    'http://169.254.169.254/latest/meta-data/',
    'file:///etc/passwd',
  ]) {
    const answer = await callRest(`media/paste-url?src=${encodeURIComponent(src)}`, call)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    const form = new FormData()
    form.append('_payload', JSON.stringify({ alt: 'x', url: src, filename: 'x.png' }))
    const posted = await callRest('media', { method: 'POST', body: form, ...call })
    expect(posted.status, posted.text).toBeGreaterThanOrEqual(400)
    expect(posted.status, posted.text).toBeLessThan(500)
  }
})

test('nobody names a file to be taken from elsewhere: keys and client uploads in the body are refused', async () => {
  const form = new FormData()
  form.append('_payload', JSON.stringify({ alt: 'x', _key: 'of-somebody-else' }))
  form.append(
    'file',
    JSON.stringify({ filename: '../../secrets.json', collectionSlug: 'media', clientUploadContext: {} }),
  )
  const answer = await callRest('media', { method: 'POST', body: form, cookie: await cookie() })
  expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
  expect(answer.status, answer.text).toBeLessThan(500)
})

test('an upload that is too large, or does not say how large it is, is refused before it is read', async () => {
  const headers = {
    'Content-Type': 'multipart/form-data; boundary=x',
    'Content-Length': String(30 * 1_048_576),
  }
  const call: Call = { method: 'POST', raw: '--x--', cookie: await cookie() }
  expect((await callRest('media', { ...call, headers })).status).toBe(413)
  const { 'Content-Type': type } = headers
  expect((await callRest('media', { ...call, headers: { 'Content-Type': type } })).status).toBe(411)
})

test('a multipart body of nonsense is no 500', async () => {
  const raws = [
    '',
    '--x',
    '--x\r\n\r\n',
    '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{half\r\n--x--\r\n',
  ]
  for (const raw of raws) {
    const headers = {
      'Content-Type': 'multipart/form-data; boundary=x',
      'Content-Length': String(raw.length),
    }
    const answer = await callRest('media', { method: 'POST', raw, headers, cookie: await cookie() })
    expect(answer.status, `${JSON.stringify(raw)} ${answer.text}`).toBeGreaterThanOrEqual(400)
    expect(answer.status, `${JSON.stringify(raw)} ${answer.text}`).toBeLessThan(500)
  }
})
