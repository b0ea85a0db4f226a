import { createServer } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { spell } from './address.mjs'
import { openCache } from './cache.mjs'
import { openFront } from './front.mjs'
import { strictPolicy } from './policy.mjs'
import { getFrom } from './testing/get-from.mjs'

/** Stands for Next.js: renders a page by path, says so to the cache as Next.js does, then answers. */
let rendered
let render
let said
let logged
let cache
let front
let server
let port

const filler = 'word '.repeat(400)
const pageOf = (text) => `<!DOCTYPE html><html data-js="0"><body><p>${text}</p>${filler}</body></html>`
const value = (html, more = {}) => ({
  kind: 'APP_PAGE',
  html,
  headers: { 'x-next-cache-tags': 'catalogue,_N_T_/p', 'x-nextjs-stale-time': '300' },
  rscData: Buffer.from('flight'),
  segmentData: new Map([['/_tree', Buffer.from('tree')]]),
  status: 200,
  ...more,
})

async function handle(request, response) {
  rendered.push({ url: request.url, headers: request.headers })
  const made = await render(request)
  if (made?.keep)
    cache.set(`/route-cache/APP_PAGE/x/$${request.url}`, made.keep, { cacheControl: { revalidate: 300 } })
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.statusCode = made?.status ?? 200
  response.end(made?.body ?? 'from Next.js')
}

const routeOf = (path) => {
  if (path.startsWith('/admin')) return { kind: 'page', route: '/admin' }
  if (path.startsWith('/cart')) return { kind: 'page', route: '/cart' }
  return { kind: path.startsWith('/api') ? 'other' : 'kept', route: '/p' }
}

beforeEach(async () => {
  rendered = []
  said = []
  logged = []
  render = async () => ({ keep: value(pageOf('shoes')) })
  cache = openCache({ announce: async (tags) => void said.push(tags) })
  cache.findTouch()
  front = openFront({
    handle,
    routeOf,
    cache,
    hasOwnPolicy: (route) => route === '/admin',
    log: (text) => logged.push(text),
  })
  server = createServer((request, response) => void front.handle(request, response))
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  port = server.address().port
})
afterEach(() => new Promise((done) => server.close(done)))

const get = (...call) => getFrom(port, ...call)
const textOf = async (...call) => String((await get(...call)).body)

test('a page is rendered once, for nobody, and then given to everybody', async () => {
  const one = await get('/p/a?utm_source=x', { cookie: 'molini-customer=ada', 'x-forwarded-for': '1.2.3.4' })
  const other = await get('/p/a', { cookie: 'molini-customer=bob' })
  expect(rendered).toEqual([{ url: '/p/a', headers: { host: 'localhost', accept: 'text/html' } }])
  expect(one.body).toEqual(other.body)
  expect(String(one.body)).toContain('shoes')
  expect(one.headers['content-security-policy']).toBe(strictPolicy)
  expect(one.headers['set-cookie']).toBeUndefined()
})

test('sixty who ask at once for a cold page wait for one render', async () => {
  render = () => new Promise((done) => setTimeout(() => done({ keep: value(pageOf('shoes')) }), 50))
  const answers = await Promise.all(Array.from({ length: 60 }, () => textOf('/p/a')))
  expect(new Set(answers).size).toBe(1)
  expect(rendered).toHaveLength(1)
})

test('each coding is the same page under its own tag', async () => {
  const plain = await get('/p/a')
  const gzip = await get('/p/a', { 'accept-encoding': 'gzip' })
  const br = await get('/p/a', { 'accept-encoding': 'gzip, br' })
  expect([gzip.headers['content-encoding'], br.headers['content-encoding']]).toEqual(['gzip', 'br'])
  expect(gunzipSync(gzip.body)).toEqual(plain.body)
  expect(brotliDecompressSync(br.body)).toEqual(plain.body)
  expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3)
  expect(plain.headers.vary).toContain('Accept-Encoding')
})

test('who has the page already gets 304, who asks for the head gets no body', async () => {
  const { headers } = await get('/p/a')
  const again = await get('/p/a', { 'if-none-match': headers.etag })
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag])
  const head = await get('/p/a', {}, 'HEAD')
  expect([head.status, head.body.length]).toEqual([200, 0])
  expect(head.headers['content-length']).toBe(headers['content-length'])
})

test('a change drops the page, here and by word to the others', async () => {
  await get('/p/a')
  render = async () => ({ keep: value(pageOf('boots')) })
  await cache.revalidate(['catalogue'])
  expect(await textOf('/p/a')).toContain('boots')
  expect(said).toEqual([['catalogue']])
  render = async () => ({ keep: value(pageOf('clogs')) })
  cache.hear(['catalogue'])
  expect(await textOf('/p/a')).toContain('clogs')
})

test('a render that a change overtakes is not kept, and whoever waits gets the new page', async () => {
  let stock = 'in stock'
  render = async () => {
    const read = stock
    await new Promise((done) => setTimeout(done, 60))
    return { keep: value(pageOf(read)) }
  }
  const waiting = textOf('/p/a')
  await new Promise((done) => setTimeout(done, 20))
  stock = 'sold out'
  cache.hear(['catalogue'])
  const late = textOf('/p/a')
  expect(await waiting).toContain('sold out')
  expect(await late).toContain('sold out')
  expect(rendered).toHaveLength(2)
})

test('changes that keep coming end in a page from Next.js, never in an old one', async () => {
  render = async () => {
    cache.hear(['catalogue'])
    return { keep: value(pageOf('old')) }
  }
  expect(await textOf('/p/a')).toBe('from Next.js')
})

test('what nobody began is not kept', async () => {
  cache.set('read', { kind: 'FETCH', data: { body: '1' } }, { tags: [] })
  expect(cache.get('read', { kind: 'FETCH' })).toBeNull()
  cache.run(() => cache.set('read', { kind: 'FETCH', data: { body: '1' } }, { tags: ['catalogue'] }))
  expect(cache.get('read', { kind: 'FETCH', tags: ['catalogue'] })?.value.data.body).toBe('1')
  cache.hear(['catalogue'])
  expect(cache.get('read', { kind: 'FETCH', tags: ['catalogue'] })).toBeNull()
})

test('a read that a change overtakes is not kept', async () => {
  cache.run(() => {
    cache.hear(['catalogue'])
    cache.set('read', { kind: 'FETCH', data: { body: 'old' } }, { tags: ['catalogue'] })
  })
  expect(cache.get('read', { kind: 'FETCH', tags: ['catalogue'] })).toBeNull()
})

test('deaf, it keeps nothing and gives nothing; when it hears again all is made anew', async () => {
  await get('/p/a')
  cache.loseTouch()
  render = async () => ({ keep: value(pageOf('boots')) })
  expect(await textOf('/p/a')).toContain('boots')
  render = async () => ({ keep: value(pageOf('clogs')) })
  const answer = await get('/p/a')
  expect(String(answer.body)).toContain('clogs')
  expect(answer.headers['content-security-policy']).toBe(strictPolicy)
  cache.run(() => cache.set('read', { kind: 'FETCH', data: { body: '1' } }, {}))
  expect(cache.get('read', { kind: 'FETCH' })).toBeNull()
  cache.findTouch()
  render = async () => ({ keep: value(pageOf('mules')) })
  expect(await textOf('/p/a')).toContain('mules')
})

test('the router’s data is Next.js’s to give, and for nobody else', async () => {
  await get('/p/a')
  const flight = await get('/p/a?_rsc=x', { rsc: '1' })
  expect(String(flight.body)).toBe('from Next.js')
  expect(flight.headers['cache-control']).toBe('private, no-store')
  expect(rendered).toHaveLength(2)
})

test('redirects and addresses that show nothing come from memory, with their status', async () => {
  render = async ({ url }) => ({
    keep:
      url === '/p/old'
        ? value('<html></html>', { status: 308, headers: { location: '/p/new' } })
        : value(pageOf('nothing here'), { status: 404 }),
  })
  for (let round = 0; round < 2; round += 1) {
    const moved = await get('/p/old')
    expect([moved.status, moved.headers.location]).toEqual([308, '/p/new'])
    expect((await get('/p/none', { 'if-none-match': '*' })).status).toBe(404)
  }
  expect(rendered).toHaveLength(2)
})

test('any number of invented addresses take their small share, and the pages stay', async () => {
  await get('/p/a')
  const large = 'nothing here '.repeat(4_000)
  render = async () => ({ keep: value(pageOf(large), { status: 404 }) })
  for (let at = 0; at < 150; at += 1) await get(`/p/invented-${at}`)
  const weights = front.weights()
  expect(weights.others).toBeLessThanOrEqual(4 * 1024 * 1024)
  expect(weights.others).toBeGreaterThan(3 * 1024 * 1024)
  const before = rendered.length
  expect(await textOf('/p/a')).toContain('shoes')
  expect(rendered).toHaveLength(before)
})

test('a script that nobody knows keeps the page out, once logged, and under the strict policy', async () => {
  const html = pageOf('<script>alert(1)</script>')
  render = async () => ({ keep: value(html), body: html })
  for (let round = 0; round < 2; round += 1) {
    const answer = await get('/p/a')
    expect(String(answer.body)).toBe(html)
    expect(answer.headers['content-security-policy']).toBe(strictPolicy)
    expect(answer.headers['cache-control']).toBe('private, no-store')
  }
  expect(logged).toHaveLength(1)
  expect(logged[0]).toContain('alert(1)')
})

test('a page for one person is Next.js’s each time, under a nonce of its own that Next.js is told', async () => {
  render = async () => ({ body: 'yours' })
  const policies = []
  for (let round = 0; round < 2; round += 1)
    policies.push((await get('/cart', { 'content-security-policy': "script-src 'nonce-mine'" })).headers)
  const [one, other] = policies.map((headers) => headers['content-security-policy'])
  expect(one).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24}';/)
  expect(one).not.toBe(other)
  expect(rendered.map(({ headers }) => headers['content-security-policy'])).toEqual([one, other])
})

test('the admin says its own policy or gets the strict one, a draft is Next.js’s, and nothing but GET and HEAD is answered from memory', async () => {
  render = async () => ({ body: 'yours' })
  expect((await get('/admin')).headers['content-security-policy']).toBe(strictPolicy)
  render = async () => ({ keep: value(pageOf('shoes')) })
  await get('/p/a')
  expect(await textOf('/p/a', { cookie: '__prerender_bypass=x' })).toBe('from Next.js')
  expect(await textOf('/p/a', {}, 'POST')).toBe('from Next.js')
})

test('the page for an address without a route keeps its scripts, by hash', async () => {
  const html = '<!DOCTYPE html><html><body><script>self.__next_f.push([1,"a"])</script></body></html>'
  render = async () => ({ keep: value(html, { status: 404 }), status: 404, body: html })
  const one = await get('/api')
  expect(one.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']{44}';/)
  render = async () => ({
    status: cache.get('/route-cache/APP_PAGE/x/$/api', { kind: 'APP_PAGE' }).value.status,
  })
  const other = await get('/api')
  expect(other.status).toBe(404)
  expect(other.headers['content-security-policy']).toBe(one.headers['content-security-policy'])
})

test('a render that fails is answered by Next.js', async () => {
  render = async () => ({ status: 500, body: 'broken' })
  const answer = await get('/p/a')
  expect([answer.status, String(answer.body)]).toEqual([500, 'broken'])
  expect(answer.headers['content-security-policy']).toBe(strictPolicy)
})

const nonced = '<script nonce="abc">self.__next_f.push([1,"a"])</script>'
const standIns = {
  of: (status) => (status === 404 ? '/nothing' : '/broken'),
  has: (path) => path === '/nothing' || path === '/broken',
}
/** Next.js with pages that stand in, and with failures that it would draw by script. */
async function renderWithStandIns({ url }) {
  if (url === '/nothing') return { keep: value(pageOf('not here, look there')), body: pageOf('not here') }
  if (url === '/broken') return { keep: value(pageOf('try again')), body: pageOf('try again') }
  if (url.startsWith('/p/none'))
    return { keep: value('<html></html>', { status: 404 }), status: 404, body: nonced }
  return { status: url.startsWith('/cart/none') ? 404 : 500, body: nonced }
}
const standIn = (more = {}) => {
  front = openFront({ handle, routeOf, cache, standIns, log: (text) => logged.push(text), ...more })
  render = renderWithStandIns
}

test('what shows nothing is real HTML with its status, one page for any number of addresses', async () => {
  standIn()
  for (const path of ['/p/none', '/p/none-2', '/p/none', '/cart/none']) {
    const answer = await get(path, { 'accept-encoding': 'gzip' })
    expect([answer.status, answer.headers['content-encoding']]).toEqual([404, 'gzip'])
    expect(String(gunzipSync(answer.body))).toContain('not here, look there')
    expect(answer.headers['content-security-policy']).toBe(strictPolicy)
  }
  expect(rendered.filter(({ url }) => url === '/nothing')).toHaveLength(1)
  expect(rendered.filter(({ url }) => url.startsWith('/p/none'))).toHaveLength(2)
  const head = await get('/p/none', { 'if-none-match': '*' }, 'HEAD')
  expect([head.status, head.body.length]).toEqual([404, 0])
  expect((await get('/nothing')).status).toBe(404)
})

test('the page for what shows nothing follows a change like any other', async () => {
  standIn()
  await get('/p/none')
  render = async (request) =>
    request.url === '/nothing' ? { keep: value(pageOf('look elsewhere')) } : renderWithStandIns(request)
  cache.hear(['catalogue'])
  expect(await textOf('/p/none')).toContain('look elsewhere')
})

test('what failed is real HTML with its status, also while nothing is kept, and plain text at the worst', async () => {
  standIn()
  for (const path of ['/p/a', '/cart']) {
    const answer = await get(path)
    expect([answer.status, String(answer.body).includes('try again')]).toEqual([500, true])
  }
  cache.loseTouch()
  const asked = rendered.length
  const away = await get('/p/a')
  expect([away.status, away.headers['retry-after'], String(away.body).includes('try again')]).toEqual([
    503,
    '5',
    true,
  ])
  expect(rendered.slice(asked).filter(({ url }) => url === '/p/a')).toHaveLength(1)
  render = async () => ({ status: 503, body: nonced })
  const worst = await get('/p/a')
  expect([worst.status, worst.headers['content-type']]).toEqual([503, 'text/plain; charset=utf-8'])
})

test('switched off, failures have their page all the same', async () => {
  standIn({ cache: undefined })
  const answer = await get('/p/none')
  expect([answer.status, String(answer.body).includes('not here')]).toEqual([404, true])
  expect(answer.headers['content-security-policy']).toBe(strictPolicy)
})

test('a page made for one visitor may lose the framework’s scripts, and is kept by nobody', async () => {
  front = openFront({ handle, routeOf, cache, isBare: (route) => route === '/cart', log: () => {} })
  let html = pageOf('found 3') + nonced
  const asked = []
  render = async ({ headers }) => {
    asked.push(headers['accept-encoding'])
    return { body: html }
  }
  const answer = await get('/cart', { 'accept-encoding': 'br' })
  const text = String(brotliDecompressSync(answer.body))
  expect([answer.status, text.includes('found 3'), text.includes('<script')]).toEqual([200, true, false])
  expect(answer.headers['content-security-policy']).toBe(strictPolicy)
  expect(answer.headers['cache-control']).toBe('private, no-store')
  expect(asked).toEqual([undefined])
  html = pageOf('found 4<script>alert(1)</script>')
  const odd = await get('/cart')
  expect([String(odd.body), odd.headers['content-security-policy']]).toEqual([html, strictPolicy])
  expect((await get('/cart', {}, 'HEAD')).body.length).toBe(0)
})

test('switched off, Next.js answers all, and HTML still has a policy', async () => {
  front = openFront({ handle, routeOf, cache: undefined })
  render = async () => ({ body: 'plain' })
  const answer = await get('/p/a')
  expect(String(answer.body)).toBe('plain')
  expect(answer.headers['content-security-policy']).toBe(strictPolicy)
})

test.each([
  ['/p/%61lbona', '/p/albona'],
  ['/p/albona', '/p/albona'],
  ['/p/a%2fb', '/p/a%2Fb'],
  ['/p/gr%C3%BCn', '/p/gr%C3%BCn'],
  ['/p/gr%c3%bcn', '/p/gr%C3%BCn'],
  ['/p/100%25', '/p/100%25'],
  ['/p/a%20b', '/p/a%20b'],
  ['/p/%ff', '/p/%ff'],
])('%s is kept as %s', (path, spelling) => expect(spell(path)).toBe(spelling))

test('what every answer has is on pages in memory, on those of one person and on failures', async () => {
  const headers = ['Strict-Transport-Security', 'max-age=31536000']
  front = openFront({ handle, routeOf, cache, headers, isBare: (route) => route === '/cart' })
  const saidOn = async (...call) => (await get(...call)).headers['strict-transport-security']
  expect(await saidOn('/p/a')).toBe('max-age=31536000')
  const { etag } = (await get('/p/a')).headers
  expect(await saidOn('/p/a', { 'if-none-match': etag })).toBe('max-age=31536000')
  render = async () => ({ body: pageOf('yours') })
  for (const path of ['/admin', '/cart', '/api/none'])
    expect(await saidOn(path), path).toBe('max-age=31536000')
})

test('a change is told of before anything dies of it, so that what is made anew reads no place that is behind', async () => {
  const told = []
  const one = openCache({ announce: async () => {}, onChange: () => told.push(one.generations.now) })
  one.findTouch()
  one.hear(['catalogue'])
  await one.revalidate(['pages'])
  expect(told).toEqual([0, 1, 2])
  expect(one.generations.now).toBe(3)
})

test.each(['/cart', '/admin', '/api/anything'])(
  'what Next.js answers %s has its type guessed by nobody, and tells other sites no path',
  async (path) => {
    const { headers } = await get(path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
    })
  },
)
