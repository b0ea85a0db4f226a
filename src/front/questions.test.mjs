import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setActiveCache } from './active.mjs'
import { openCache } from './cache.mjs'
import { openFront, shares } from './front.mjs'
import { whenGiven } from './given.mjs'
import { strictPolicy } from './policy.mjs'
import { getFrom } from './testing/get-from.mjs'

/** Stands for Next.js, which answers a question anew each time and hands nothing over. */
let rendered
let render
let cache
let front
let server
let port
let now

const script = '<script>self.__next_f.push([1,"a"])</script>'
const filler = 'word '.repeat(400)
const pageOf = (text) =>
  `<!DOCTYPE html><html data-js="0"><body><p>${text}</p>${filler}${script}</body></html>`

async function handle(request, response) {
  rendered.push({ url: request.url, headers: request.headers })
  const made = await render(request)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Set-Cookie', 'not=for-all')
  response.statusCode = made.status ?? 200
  response.end(made.body)
}

const questions = {
  tags: ['catalogue'],
  has: (path) => path === '/find',
  of: (path, query) =>
    path === '/find' ? `/find?q=${new URLSearchParams(query).get('q') ?? ''}` : undefined,
}
const routeOf = (path) =>
  path === '/find' ? { kind: 'page', route: '/find' } : { kind: 'kept', route: '/p' }

beforeEach(async () => {
  rendered = []
  now = Date.now()
  render = async ({ url }) => ({ body: pageOf(`answer to ${url}`) })
  cache = openCache({ clock: () => now })
  cache.findTouch()
  setActiveCache(cache)
  front = openFront({
    handle,
    routeOf,
    cache,
    questions,
    isBare: (route) => route === '/find',
    log: () => {},
  })
  server = createServer((request, response) => void front.handle(request, response))
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  port = server.address().port
})
afterEach(() => {
  setActiveCache(undefined)
  return new Promise((done) => server.close(done))
})

const get = (...call) => getFrom(port, ...call)
const textOf = async (...call) => String((await get(...call)).body)

test('an answer is drawn once for all who ask the same, for nobody, and without scripts', async () => {
  const one = await get('/find?q=a&utm_source=x', { cookie: 'molini-customer=ada' })
  const other = await get('/find?page=&q=a', { cookie: 'molini-customer=bob' })
  expect(rendered).toEqual([{ url: '/find?q=a', headers: { host: 'localhost', accept: 'text/html' } }])
  expect(String(one.body)).toContain('answer to /find?q=a')
  expect(other.body).toEqual(one.body)
  expect(String(one.body)).not.toContain('<script')
  expect(one.headers).toMatchObject({ 'content-security-policy': strictPolicy, 'server-timing': 'store' })
  expect(one.headers['set-cookie']).toBeUndefined()
  expect(one.headers['cache-control']).toBe('private, no-cache')
  expect(await textOf('/find?q=b')).toContain('answer to /find?q=b')
  expect(rendered).toHaveLength(2)
})

test('it is kept packed, and is the same page in each coding', async () => {
  const br = await get('/find?q=a', { 'accept-encoding': 'gzip, br' })
  const gzip = await get('/find?q=a', { 'accept-encoding': 'gzip' })
  const plain = await get('/find?q=a')
  expect(gunzipSync(gzip.body)).toEqual(plain.body)
  expect(brotliDecompressSync(br.body)).toEqual(plain.body)
  expect(plain.headers['content-length']).toBe(String(plain.body.length))
  expect(front.weights().asked).toBeLessThan(plain.body.length + 1_024)
  const again = await get('/find?q=a', { 'if-none-match': br.headers.etag, 'accept-encoding': 'br' })
  expect([again.status, again.body.length]).toEqual([304, 0])
  const head = await get('/find?q=a', {}, 'HEAD')
  expect([head.status, head.headers['content-length'], head.body.length]).toEqual([
    200,
    plain.headers['content-length'],
    0,
  ])
})

test('it goes with whatever it depends on: what it always does, and what was read for it', async () => {
  let stock = 'in stock'
  render = async () => {
    cache.get('settings', { kind: 'FETCH', tags: ['site'], revalidate: 300 })
    return { body: pageOf(stock) }
  }
  expect(await textOf('/find?q=a')).toContain('in stock')
  for (const [tag, next] of [
    ['catalogue', 'sold out'],
    ['site', 'another frame'],
  ]) {
    stock = next
    cache.hear(['product:other'])
    expect(await textOf('/find?q=a')).not.toContain(next)
    cache.hear([tag])
    expect(await textOf('/find?q=a')).toContain(next)
  }
})

test('it ends with the youngest of its reads, 300 seconds at most', async () => {
  await get('/find?q=long')
  render = async () => {
    cache.get('promise', { kind: 'FETCH', tags: ['site'], revalidate: 40 })
    return { body: pageOf('by tomorrow') }
  }
  await get('/find?q=short')
  const drawnAfter = async (milliseconds, path) => {
    const before = rendered.length
    now += milliseconds
    await get(path)
    return rendered.length > before
  }
  expect(await drawnAfter(39_000, '/find?q=short')).toBe(false)
  expect(await drawnAfter(1_000, '/find?q=short')).toBe(true)
  expect(await drawnAfter(259_000, '/find?q=long')).toBe(false)
  expect(await drawnAfter(1_000, '/find?q=long')).toBe(true)
})

test('a read that is too old is made anew for an answer that is kept, and only for it', async () => {
  cache.run(() => cache.set('menu', { kind: 'FETCH', data: { body: '1' } }, { tags: ['site'] }))
  now += 300_001
  const how = { kind: 'FETCH', tags: ['site'], revalidate: 300 }
  let read
  render = async () => {
    read = cache.get('menu', how)
    return { body: pageOf('a') }
  }
  await get('/find?q=a')
  expect(read).toBeNull()
  expect(cache.run(() => cache.get('menu', how))?.value.data.body).toBe('1')
})

/** One that is settled from outside. */
function openPromise() {
  const own = {}
  own.promise = new Promise((resolve) => (own.resolve = resolve))
  return own
}

test('a change that overtakes it in its making makes it anew, for whoever waits too', async () => {
  let stock = 'in stock'
  const [begun, end] = [openPromise(), openPromise()]
  render = async () => {
    const read = stock
    begun.resolve()
    await end.promise
    return { body: pageOf(read) }
  }
  const waiting = textOf('/find?q=a')
  await begun.promise
  stock = 'sold out'
  cache.hear(['catalogue'])
  const late = textOf('/find?q=a')
  end.resolve()
  expect(await waiting).toContain('sold out')
  expect(await late).toContain('sold out')
  expect(rendered).toHaveLength(2)
})

test('what is done when a page is given is done once for each who gets it, whoever it was drawn for', async () => {
  let done = 0
  let isOvertaken = true
  render = async () => {
    whenGiven(() => (done += 1))
    await new Promise((after) => setTimeout(after, 20))
    if (isOvertaken) cache.hear(['catalogue'])
    isOvertaken = false
    return { body: pageOf('a') }
  }
  await Promise.all(Array.from({ length: 30 }, () => get('/find?q=a')))
  expect([rendered.length, done]).toEqual([2, 30])
  const { headers } = await get('/find?q=a')
  await get('/find?q=a', { 'if-none-match': headers.etag })
  expect(done).toBe(32)
  await get('/find?q=a', {}, 'HEAD')
  expect(done).toBe(32)
  // What is made for one visitor, such as the data of React's router, is given as it is made.
  await get('/find?q=a', { rsc: '1' })
  expect(done).toBe(33)
  cache.loseTouch()
  await get('/find?q=a')
  expect(done).toBe(34)
})

test('any number of questions takes its small share: pages and missing addresses stay, and so does what is asked often', async () => {
  const handleAnyway = handle
  const room = { ...shares, asked: shares.asked / 8 }
  front = openFront({
    room,
    handle: async (request, response) => {
      if (request.url.startsWith('/p/'))
        cache.set('page', {
          kind: 'APP_PAGE',
          html: pageOf('shoes'),
          headers: { 'x-next-cache-tags': 'catalogue' },
          status: request.url === '/p/none' ? 404 : 200,
        })
      await handleAnyway(request, response)
    },
    routeOf,
    cache,
    questions,
  })
  await get('/p/a')
  await get('/p/none')
  const noise = randomBytes(12_500).toString('base64')
  render = async ({ url }) => ({ body: pageOf(`${url} ${noise}`) })
  for (let at = 0; at < 100; at += 1) {
    await get(`/find?q=hostile-${at}`)
    await get('/find?q=derby')
  }
  const { asked } = front.weights()
  expect(asked).toBeLessThanOrEqual(room.asked)
  expect(asked).toBeGreaterThan(room.asked * 0.8)
  expect(rendered.filter(({ url }) => url === '/find?q=derby')).toHaveLength(1)
  const before = rendered.length
  await get('/p/a')
  await get('/p/none')
  expect(rendered).toHaveLength(before)
  await get('/find?q=hostile-0')
  expect(rendered).toHaveLength(before + 1)
})

test('what cannot be kept, fails or is asked while nothing is heard is answered all the same', async () => {
  render = async () => ({ body: pageOf('<script>alert(1)</script>') })
  for (let round = 0; round < 2; round += 1) {
    const { headers } = await get('/find?q=a')
    expect([headers['content-security-policy'], headers['cache-control']]).toEqual([
      strictPolicy,
      'private, no-store',
    ])
  }
  render = async () => ({ status: 500, body: 'broken' })
  expect((await get('/find?q=b')).status).toBe(500)
  cache.loseTouch()
  render = async () => ({ body: pageOf('fresh') })
  for (let round = 0; round < 2; round += 1) expect(await textOf('/find?q=c')).toContain('fresh')
  expect(rendered.filter(({ url }) => url === '/find?q=c')).toHaveLength(2)
})

test('switched off, each answer is made for who asks, and done with at once', async () => {
  setActiveCache(undefined)
  front = openFront({ handle, routeOf, questions, isBare: (route) => route === '/find' })
  let done = 0
  render = async () => {
    whenGiven(() => (done += 1))
    return { body: pageOf('a') }
  }
  for (let round = 0; round < 2; round += 1)
    expect((await get('/find?q=a')).headers['cache-control']).toBe('private, no-store')
  expect([rendered.length, done]).toEqual([2, 2])
})
