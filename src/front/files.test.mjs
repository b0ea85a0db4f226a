import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openFiles } from './files.mjs'
import { getFrom } from './testing/get-from.mjs'

const style = '.shoe { color: tan }\n'.repeat(200)
const forever = 'public, max-age=31536000, immutable'
let folder
let files
let logged
let server

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'molini-files-'))
  mkdirSync(join(folder, 'static', 'chunks'), { recursive: true })
  writeFileSync(join(folder, 'static', 'chunks', 'a.css'), style)
  writeFileSync(join(folder, 'static', 'chunks', 'b.js'), 'go()\n'.repeat(300))
  writeFileSync(join(folder, 'static', 'letters.woff2'), 'letters')
  writeFileSync(join(folder, 'secret.js'), 'secret')
  logged = []
  open()
  server = createServer((request, response) =>
    files.handle(request, response, () => response.end('from Next.js')),
  )
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
})
afterEach(async () => {
  await new Promise((done) => server.close(done))
  rmSync(folder, { recursive: true })
})

const open = (options) =>
  (files = openFiles([{ folder: join(folder, 'static'), at: '/_next/static', keep: forever }], {
    log: (text) => logged.push(text),
    ...options,
  }))

const get = (path, headers = {}, method = 'GET') =>
  getFrom(server.address().port, path, { 'accept-encoding': 'gzip, deflate, br, zstd', ...headers }, method)
const css = '/_next/static/chunks/a.css'
const isFromNext = async (...call) => String((await get(...call)).body) === 'from Next.js'

test('a style comes in brotli, for good, and as what it is', async () => {
  const { status, headers, body } = await get(`${css}?dpl=1`)
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'content-encoding': 'br',
    'content-length': String(body.length),
    'cache-control': forever,
    vary: 'Accept-Encoding',
    'x-content-type-options': 'nosniff',
  })
  expect(String(brotliDecompressSync(body))).toBe(style)
})

test('who has it is told so, and HEAD brings no body', async () => {
  const { etag } = (await get(css)).headers
  const again = await get(css, { 'if-none-match': `W/${etag}` })
  expect(again.status).toBe(304)
  expect(again.headers).toMatchObject({ etag, 'cache-control': forever })
  const head = await get(css, {}, 'HEAD')
  expect(head.status).toBe(200)
  expect(Number(head.headers['content-length'])).toBeGreaterThan(0)
  expect(head.body.length).toBe(0)
})

test('a part of a file, another coding, another method and another kind of file are left to Next.js', async () => {
  expect(await isFromNext(css, { range: 'bytes=0-3' })).toBe(true)
  expect(await isFromNext(css, { 'accept-encoding': 'gzip' })).toBe(true)
  expect(await isFromNext(css, { 'accept-encoding': 'br;q=0' })).toBe(true)
  expect(await isFromNext(css, {}, 'POST')).toBe(true)
  expect(await isFromNext('/_next/static/letters.woff2')).toBe(true)
})

test.each([
  '/_next/static/../secret.js',
  '/_next/static/chunks/../../../secret.js',
  '/_next/static/%2e%2e/secret.js',
  '/_next/static/chunks%2fa.css',
  '/_next/static//chunks/a.css',
  '/_next/static/./chunks/a.css',
  '/_next/static\\chunks\\a.css',
  '/_next/static/chunks/none.css',
  '/secret.js',
])('%s is no address of a file', async (path) => {
  expect(await isFromNext(path)).toBe(true)
})

test('what is kept has a bound; beyond it Next.js answers', async () => {
  open({ most: style.length })
  expect((await get(css)).headers['content-encoding']).toBe('br')
  expect(files.bytes).toBeLessThan(style.length)
  open({ most: style.length - 1 })
  expect(await isFromNext(css)).toBe(true)
  expect(files.bytes).toBe(0)
})

test('a file that is gone is left to Next.js from then on, and said once', async () => {
  rmSync(join(folder, 'static', 'chunks', 'a.css'))
  expect(await isFromNext(css)).toBe(true)
  expect(await isFromNext(css)).toBe(true)
  expect(logged.length).toBe(1)
  expect(files.bytes).toBe(0)
})

test('many who ask at once wait for one file', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => get(css)))
  expect(new Set(answers.map(({ body }) => body.toString('base64'))).size).toBe(1)
  expect(files.bytes).toBe(answers[0].body.length)
})
