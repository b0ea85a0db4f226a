import { readFile } from 'node:fs/promises'
import { sql } from '@payloadcms/db-postgres'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { mostClipBytes } from '#domain/clip'
import { getProduct } from '#queries/products'
import { rowsOf } from '#services/transaction'
import { makeProduct } from '../../../../services/testing/shop-rows'
import { makeStyle, productData } from '../../../../start/testing/catalogue'
import { callRest, signedIn } from '../../../../start/testing/http'
import { getTestPayload, getTestRequest } from '../../../../start/testing/payload'

const { cookie } = await signedIn('merchandiser')

/** The head of a WebM file, and what could be frames after it. */
const webm = (size = 4_000): Buffer =>
  Buffer.concat([
    Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104428581021853806701', 'hex'),
    Buffer.alloc(size, 7),
  ])

async function upload(bytes: Uint8Array, name: string, type: string, more: object = {}) {
  const form = new FormData()
  form.append('_payload', JSON.stringify({ alt: 'The sole bends', ...more }))
  form.append('file', new File([new Uint8Array(bytes)], name, { type }))
  const { status, json } = await callRest('media', { method: 'POST', body: form, cookie })
  return { status, id: (json as { doc?: { id: string } }).doc?.id ?? '' }
}

const picture = async () => {
  const plain = sharp({ create: { width: 90, height: 60, channels: 3, background: '#84451f' } })
  return (await upload(await plain.png().toBuffer(), 'sole.png', 'image/png')).id
}

async function get(id: string, file: string, headers: HeadersInit = {}): Promise<Response> {
  const { GET } = await import('./route')
  const request = new Request(`http://shop.test/media/${id}/${file}`, { headers })
  return GET(request, { params: Promise.resolve({ id, file }) })
}

test('a video is kept as it came and sent whole, or the part that is asked for', async () => {
  const bytes = webm()
  const { status, id } = await upload(bytes, 'sole.webm', 'video/webm')
  expect(status).toBe(201)
  const whole = await get(id, 'video.webm')
  expect([whole.status, whole.headers.get('Accept-Ranges')]).toEqual([200, 'bytes'])
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
  const part = await get(id, 'video.webm', { Range: 'bytes=0-1' })
  expect([part.status, part.headers.get('Content-Range')]).toEqual([206, `bytes 0-1/${bytes.byteLength}`])
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(0, 2))
  const past = await get(id, 'video.webm', { Range: `bytes=${bytes.byteLength}-` })
  expect([past.status, past.headers.get('Content-Range')]).toEqual([416, `bytes */${bytes.byteLength}`])
  for (const file of ['video.mp4', '320.webp', 'captions-en.vtt'])
    expect((await get(id, file)).status).toBe(404)
})

test('what only calls itself a video is refused, and one that is too long', async () => {
  expect((await upload(Buffer.from('no video at all'), 'sole.mp4', 'video/mp4')).status).toBe(400)
  expect((await upload(webm(mostClipBytes), 'sole.webm', 'video/webm')).status).toBe(413)
  expect((await get(await picture(), 'video.webm')).status).toBe(404)
})

test('a product shows a video with its poster and captions; a video is no picture, and a picture no video', async () => {
  const poster = await picture()
  const captions = 'WEBVTT\n\n00:00.000 --> 00:02.000\nThe sole creaks.'
  expect((await upload(webm(), 'a.webm', 'video/webm', { captions: 'The sole creaks.' })).status).toBe(400)
  const film = await readFile('src/demo/pictures/clips/sneaker-chalk-court.webm')
  const { id: video } = await upload(film, 'sole.webm', 'video/webm', { poster, captions, seconds: 99 })
  const payload = await getTestPayload()
  const make = async (data: Record<string, unknown>) =>
    payload.create({
      collection: 'products',
      data: productData(await makeStyle(), data) as never,
      draft: false,
      overrideAccess: true,
      req: await getTestRequest(),
    })
  await expect(make({ video: poster })).rejects.toThrow(/following field is invalid: .*video/i)
  await expect(make({ pictures: [{ image: video, view: 'side' }] })).rejects.toThrow(
    /following field is invalid: .*image/i,
  )
  await expect(make({ video })).resolves.toBeDefined()
  const req = await getTestRequest()
  const { id, slug } = await makeProduct(req, { stock: [1] })
  await rowsOf(
    req,
    sql`UPDATE products SET style_id = ${await makeStyle()}, video_id = ${video} WHERE id = ${id}`,
  )
  const found = (await getProduct('eu', slug))?.video
  expect(found).toMatchObject({
    type: 'video/webm',
    alt: 'The sole bends',
    poster: { width: 90 },
    seconds: 8.1,
  })
  expect(Math.abs(Date.parse(found?.uploadedAt ?? '') - Date.now())).toBeLessThan(60_000)
  const [, , key = '', file = ''] = (found?.captions ?? '').split('/')
  const answer = await get(key, file)
  expect([answer.headers.get('Content-Type'), await answer.text()]).toEqual([
    'text/vtt; charset=utf-8',
    captions,
  ])
  expect(answer.headers.get('Cache-Control')).toContain('immutable')
})
