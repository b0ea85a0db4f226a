import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { env } from '#env'
import { noteFigures } from '../bench/scoreboard/note-figure'
import { hostileNames, picture, redrawnFiles, refusedFiles } from '../start/testing/hostile-files'
import { callRest, makeShopper, signedIn, type Answer, type Call } from '../start/testing/http'

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

test('forty hostile files and names are tried, and some more', () => {
  const all = [...refusedFiles, ...redrawnFiles].map(({ what }) => what)
  expect(new Set([...all, ...hostileNames]).size).toBe(48)
})

test.each(refusedFiles.map((one) => [one.what, one] as const))('%s is refused', async (_, hostile) => {
  const { name, type, bytes } = hostile
  const answer = await upload({ bytes: await bytes(), name, type, cookie: await cookie() })
  expect(answer.status, answer.text).toBeGreaterThanOrEqual(400)
  expect(answer.status, answer.text).toBeLessThan(500)
  expect(answer.text).not.toMatch(/root:x:0|node_modules/)
})

test.each(hostileNames)('a file named %s lies in the folder of the pictures, or nowhere', async (name) => {
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

test.each(redrawnFiles.map((one) => [one.what, one] as const))(
  '%s is drawn afresh: what was hidden is gone, and what the camera wrote',
  async (_, { name, type, bytes }) => {
    const given = Buffer.from(await bytes())
    expect(given.toString('latin1')).toMatch(/script|secret-of-the-camera|PK\x03\x04/)
    const answer = await upload({ bytes: given, name, type, cookie: await cookie() })
    expect(answer.status, answer.text).toBe(201)
    const { doc } = answer.json as { doc: { filename: string; mimeType: string; url: string } }
    expect(doc.mimeType).toBe('image/webp')
    expect(doc.filename).toMatch(/^[\w.-]+\.webp$/)
    const file = await callRest(`media/file/${encodeURIComponent(doc.filename)}`)
    expect(file.status).toBe(200)
    expect(file.text).not.toMatch(/script|php|secret-of-the-camera|PK\x03\x04/)
    expect(file.headers.get('Content-Type')).toBe('image/webp')
    expect(file.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(file.headers.get('Content-Disposition')).toBe('attachment')
    expect(file.headers.get('Content-Security-Policy')).toContain('sandbox')
    const stored = await readdir(join(env.MOLINI_DATA_DIR, 'media'))
    expect(
      stored.every((one) => one.endsWith('.webp')),
      stored.join(),
    ).toBe(true)
  },
)

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

test('a multipart body of nonsense is no 500', async (context) => {
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
  noteFigures(context, { uploadMemory: process.memoryUsage().rss / 1_048_576 })
})
