import { createServer } from 'node:http'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerDirectly } from './direct.mjs'
import { openFront } from './front.mjs'
import { getFrom } from './testing/get-from.mjs'

const filler = 'word '.repeat(400)
let rendered
let logged
let server

beforeEach(async () => {
  rendered = []
  logged = []
  const front = openFront({
    handle: async (request, response) => {
      rendered.push(request.url)
      response.end('from Next.js')
    },
    routeOf: () => ({ kind: 'other' }),
    log: (text) => logged.push(text),
  })
  server = createServer((request, response) => void front.handle(request, response))
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
})
afterEach(() => new Promise((done) => server.close(done)))

const port = () => server.address().port

const get = (...call) => getFrom(port(), ...call)
const textOf = async (...given) => String((await get(...given)).body)

/** What routes answer themselves, by method and path. */
const direct = {}
answerDirectly((method, path) => direct[`${method} ${path}`])

test('what a route answers itself does not go through Next.js, and is sent as the route says', async () => {
  const asked = []
  const given = { 'cache-control': 'no-store', 'set-cookie': ['a=1', 'b=2'] }
  direct['GET /api/store/quick'] = async ({ method, url, headers, sent }) => {
    asked.push([method, url, headers.get('x-forwarded-for'), sent.length])
    return { status: 422, headers: given, body: JSON.stringify({ text: filler }) }
  }
  const { status, headers, body } = await get('/api/store/quick?q=1', { 'x-forwarded-for': '192.0.2.1' })
  expect([status, headers['cache-control'], headers['set-cookie'], JSON.parse(String(body)).text]).toEqual([
    422,
    'no-store',
    ['a=1', 'b=2'],
    filler,
  ])
  expect(asked).toEqual([['GET', 'http://localhost/api/store/quick?q=1', '192.0.2.1', 0]])
  const packed = await get('/api/store/quick', { 'accept-encoding': 'gzip, br' })
  expect([packed.headers['content-encoding'], packed.headers.vary]).toEqual(['br', 'Accept-Encoding'])
  expect(JSON.parse(String(brotliDecompressSync(packed.body))).text).toBe(filler)
  expect(rendered).toEqual([])
})

test('other methods, and a read that fails outside of its own answers, go to Next.js', async () => {
  direct['GET /api/store/broken'] = () => Promise.reject(new Error('broken'))
  direct['GET /api/store/whole'] = async () => ({ status: 200, headers: {}, body: '"direct"' })
  expect(await textOf('/api/store/broken')).toBe('from Next.js')
  expect(logged).toEqual(['/api/store/broken was not answered directly: broken'])
  expect(await textOf('/api/store/whole', {}, 'POST')).toBe('from Next.js')
  expect(await textOf('/api/store/whole/more')).toBe('from Next.js')
  expect(await textOf('/api/store/whole')).toBe('"direct"')
})

/** Sends a body as `fetch` does; answers with status and text. */
const post = async (path, init) => {
  const answer = await fetch(`http://127.0.0.1:${port()}${path}`, { method: 'POST', duplex: 'half', ...init })
  return [answer.status, await answer.text()]
}

test('what is sent reaches the route whole; what is large, or of a length nobody knows, reaches Next.js', async () => {
  direct['POST /api/store/take'] = async ({ headers, sent }) => {
    const body = JSON.stringify([headers.get('content-type'), String(sent).length])
    return { status: 201, headers: {}, body }
  }
  const json = { 'Content-Type': 'application/json' }
  expect(await post('/api/store/take', { body: '"größer"', headers: json })).toEqual([
    201,
    '["application/json",8]',
  ])
  expect(await post('/api/store/take', {})).toEqual([201, '[null,0]'])
  expect(await post('/api/store/take', { body: 'x'.repeat(65_536) })).toEqual([
    201,
    '["text/plain;charset=UTF-8",65536]',
  ])
  expect(await post('/api/store/take', { body: 'x'.repeat(65_537) })).toEqual([200, 'from Next.js'])
  const pieces = new Blob(['{}']).stream()
  expect(await post('/api/store/take', { body: pieces })).toEqual([200, 'from Next.js'])
})

test('a write that fails outside of its own answers is done once', async () => {
  let times = 0
  direct['POST /api/store/fail'] = () => {
    times += 1
    return Promise.reject(new Error('broken'))
  }
  expect((await post('/api/store/fail', { body: '{}' }))[0]).toBe(500)
  expect([times, rendered]).toEqual([1, []])
})

test('who goes away amid sending asks for nothing', async () => {
  let times = 0
  direct['POST /api/store/cut'] = async () => {
    times += 1
    return { status: 200, headers: {}, body: '' }
  }
  const socket = connect(port(), '127.0.0.1')
  socket.write('POST /api/store/cut HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{')
  await pause(50)
  socket.destroy()
  await pause(50)
  expect([times, rendered, logged]).toEqual([0, [], []])
})
