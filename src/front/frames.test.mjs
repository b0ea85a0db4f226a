import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { setActiveCache } from './active.mjs'
import { openCache } from './cache.mjs'
import { openFront } from './front.mjs'
import { frameWanted, keepFrameOf } from './own-part.mjs'
import { getFrom } from './testing/get-from.mjs'

/** Stands for Next.js: draws a frame where one is wanted, and the whole page otherwise. */
let drawn
let words
let bring
/** How React's data has a text in it. */
let inData
let logged
let cache
let server
/** What a visitor has, by cookie; a function is how it goes wrong. */
let own

const pageOf = ({ kind, place }, nonce) => {
  const html = `<p>${words}, ${kind}</p><b>${place('bag')}</b>`
  const data = JSON.stringify(inData(place('bag')))
  return `<html>${html}<script nonce="${nonce}">self.__next_f.push([1,${data}])</script></html>`
}

async function handle(request, response) {
  const frame = frameWanted()
  drawn.push(frame?.kind ?? 'whole')
  const [, nonce] = /'nonce-([^']+)'/.exec(request.headers['content-security-policy'])
  const html = frame ? pageOf(frame, nonce) : 'from Next.js'
  // As a read that Next.js keeps.
  cache.get('navigation', { kind: 'FETCH', tags: ['catalogue'], revalidate: 300 })
  frame?.tell({ greets: words })
  await bring()
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(html)
}

beforeEach(async () => {
  drawn = []
  logged = []
  words = 'Boots'
  bring = async () => {}
  inData = (text) => `0:${JSON.stringify([text])}\n`
  own = async (headers, { greets }) => ({
    frame: 'plain',
    values: { bag: `${greets} of ${headers.get('cookie') ?? 'nobody'}` },
  })
  cache = openCache()
  cache.findTouch()
  setActiveCache(cache)
  keepFrameOf('/own', (...asked) => own(...asked))
  const front = openFront({
    handle,
    routeOf: () => ({ kind: 'page', route: '/[market]/own' }),
    cache,
    headers: ['X-Ours', '1'],
    log: (text) => logged.push(text),
  })
  server = createServer((request, response) => void front.handle(request, response))
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
})
afterEach(() => {
  setActiveCache(undefined)
  return new Promise((done) => server.close(done))
})

const get = (...call) => getFrom(server.address().port, ...call)
const textOf = async (path = '/own', ...more) => String((await get(path, ...more)).body)

test('the frame is drawn once, and filled for each visitor under a nonce and a policy of their own', async () => {
  const [ada, bob] = [await get('/own', { cookie: 'ada' }), await get('/own', { cookie: 'bob' })]
  expect(String(ada.body)).toContain('<p>Boots, plain</p><b>Boots of ada</b>')
  expect(String(bob.body)).toContain('<b>Boots of bob</b>')
  expect([drawn, cache.report()]).toMatchObject([['plain'], { pages: 1, drawn: 1, given: 2 }])
  for (const { status, headers, body } of [ada, bob]) {
    expect([status, headers['cache-control'], headers['x-ours']]).toEqual([200, 'private, no-store', '1'])
    const [, nonce] = /script-src 'self' 'nonce-([^']+)';/.exec(headers['content-security-policy'])
    expect(String(body)).toContain(`<script nonce="${nonce}">`)
  }
  expect(ada.headers['content-security-policy']).not.toBe(bob.headers['content-security-policy'])
  const packed = await get('/own', { cookie: 'ada', 'accept-encoding': 'br' })
  expect(String(brotliDecompressSync(packed.body))).toContain('Boots of ada')
})

test('another frame is drawn when somebody needs it', async () => {
  own = async () => ({ frame: 'wallets', values: { bag: 'two pairs' } })
  for (let round = 0; round < 2; round += 1) expect(await textOf()).toContain('<p>Boots, wallets</p>')
  expect(drawn).toEqual(['plain', 'wallets'])
})

test('sixty who ask at once wait for one drawing', async () => {
  bring = () => pause(50)
  const pages = await Promise.all(Array.from({ length: 60 }, (_, at) => textOf('/own', { cookie: `c${at}` })))
  expect(new Set(pages.map((page) => /of (c\d+)/.exec(page)?.[1])).size).toBe(60)
  expect(drawn).toEqual(['plain'])
})

test.each(['site', 'catalogue'])(
  'a change under %s shows at the next request, here and by word of others',
  async (tag) => {
    await textOf()
    words = 'Clogs'
    expect(await textOf()).toContain('Boots')
    cache.hear([tag])
    expect(await textOf()).toContain('<p>Clogs, plain</p><b>Clogs of nobody</b>')
  },
)

test('a drawing that a change overtakes is not kept, and whoever waits gets the new one', async () => {
  let begun
  const isBegun = new Promise((resolve) => (begun = resolve))
  bring = () => {
    begun()
    return pause(60)
  }
  const waiting = textOf()
  await isBegun
  words = 'Clogs'
  cache.hear(['site'])
  expect(await waiting).toContain('Clogs')
  expect(drawn).toEqual(['plain', 'plain'])
})

test('changes that keep coming, or nobody who says what changed, end in a page from Next.js', async () => {
  bring = async () => cache.hear(['site'])
  expect(await textOf()).toBe('from Next.js')
  bring = async () => {}
  await textOf()
  cache.loseTouch()
  expect(await textOf()).toBe('from Next.js')
})

test('what is asked with words, by other methods or for React’s router is Next.js’s', async () => {
  expect(await textOf('/own?done=added')).toBe('from Next.js')
  expect(await textOf('/own', { rsc: '1' })).toBe('from Next.js')
  expect((await get('/own', {}, 'HEAD')).headers['x-ours']).toBe('1')
  expect(await textOf('/checkout')).toBe('from Next.js')
  expect(drawn).toEqual(['whole', 'whole', 'whole', 'whole'])
})

test('whom the page cannot be filled for gets it from Next.js: one who has it otherwise, and one where it fails', async () => {
  own = async () => undefined
  expect(await textOf()).toBe('from Next.js')
  expect(logged).toEqual([])
  own = () => Promise.reject(new Error('no database'))
  expect(await textOf()).toBe('from Next.js')
  own = async () => ({ frame: 'plain', values: {} })
  expect(await textOf()).toBe('from Next.js')
  expect(logged).toEqual([
    '/own was not put into its frame: no database',
    '/own was not put into its frame: Nothing is known of bag',
  ])
})

test('a page in whose data the places are not found is Next.js’s as a whole, known once and said once', async () => {
  inData = (text) => Buffer.from(text).toString('base64')
  for (let round = 0; round < 3; round += 1) expect(await textOf()).toBe('from Next.js')
  expect(drawn).toEqual(['plain', 'whole', 'whole', 'whole'])
  expect(logged).toHaveLength(1)
})
