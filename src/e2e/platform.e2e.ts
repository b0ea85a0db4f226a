import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { startS3Double, type S3Double } from '../ops/storage/testing/s3-double'
import { inCheckout } from '../start/checkout.mjs'
import { newVisitor } from '../start/testing/browser'
import { buildForPlatform, publicUrl, startPlatform } from '../start/testing/platform.mjs'
import { ofShop } from '../start/testing/journey-shop'
import { complaintsOf, openPages, violationsOf } from './access'

const shop = ofShop('shopUrl')
const product = '/p/albona-derby-cognac'
let platform: Awaited<ReturnType<typeof startPlatform>>
let [s3, database]: [S3Double, Client] = [] as never

beforeAll(async () => {
  s3 = await startS3Double()
  database = new Client({ connectionString: ofShop('databaseUrl') })
  await database.connect()
  await buildForPlatform()
  platform = await startPlatform({
    DATABASE_URL: ofShop('databaseUrl'),
    S3_BUCKET: s3.settings.bucket,
    S3_ENDPOINT: s3.settings.endpoint,
    S3_REGION: s3.settings.region,
    S3_ACCESS_KEY_ID: s3.settings.accessKeyId,
    S3_SECRET_ACCESS_KEY: s3.settings.secretAccessKey,
  })
}, 900_000)

afterAll(async () => {
  await platform.stop()
  await database.end()
  await s3.stop()
})

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  html: string
}

/** As it is written: `fetch` would tidy the path, and follow where it leads. */
const get = (path: string, headers: Record<string, string> = {}, { method = 'GET', from = '' } = {}) =>
  new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(from || platform.url)
    const call = ask({ hostname, port, path, headers, method, agent: false }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          html: Buffer.concat(parts).toString(),
        }),
      )
    })
    call.once('error', reject)
    call.end()
  })

/**
 * What may differ: the shop's own address, a nonce, and what React sets by its timing, empty comments and the order of the
 * head.
 */
const alike = (html: string): string =>
  html
    .replace(/<head>([\s\S]*?)<\/head>/, (_, head: string) =>
      [...head.matchAll(/<[^/][^>]*>[^<]*/g)]
        .map(([tag]) => tag)
        .toSorted()
        .join(''),
    )
    .replaceAll(publicUrl, 'shop:')
    .replaceAll(shop, 'shop:')
    .replaceAll(/<!--(?:\/?\$| )?-->/g, '')
    .replaceAll(/ nonce="[^"]*"/g, '')
const framework = /_next\/static\/chunks\/[^"]+\.js|__next_f|TURBOPACK|\$RT/
const policyOf = ({ headers }: Answer): string => String(headers['content-security-policy'])

const kept = [
  '/',
  '/c/men',
  '/c/women/f/size-39/colour-black',
  '/c/men/f/page-2',
  product,
  `${product}/reviews`,
  '/size-guide',
  '/foot-ruler',
  '/journal',
  '/journal/authors/livia-molini',
  '/offline',
  '/de',
  '/it/c/men',
  '/us/p/albona-derby-cognac',
  '/de/journal/suede-and-rain',
]

test.each(kept)(
  '%s is, letter by letter, what the page store gives: no framework, the strict policy, a tag',
  async (path) => {
    const ours = await get(path, {}, { from: shop })
    const theirs = await get(path)
    expect([theirs.status, theirs.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(theirs.html).not.toMatch(framework)
    expect(theirs.html).toContain('/assets/first.js')
    expect(alike(theirs.html)).toBe(alike(ours.html))
    for (const name of ['content-security-policy', 'x-content-type-options', 'referrer-policy'])
      expect(theirs.headers[name], name).toBe(ours.headers[name])
    expect(theirs.headers.etag).toMatch(/^W\/"[\w-]{22}"$/)
    expect(theirs.headers['set-cookie']).toBeUndefined()
    expect(theirs.headers['cache-control']).toMatch(/^s-maxage=\d{1,3}(, stale-while-revalidate=\d{1,3})?$/)
    const again = await get(`${path}?utm_source=letter`, { cookie: 'molini-cart=x; __prerender_bypass=x' })
    expect(again.headers['x-nextjs-cache']).toBe('HIT')
    expect([again.html, again.headers.etag]).toEqual([theirs.html, theirs.headers.etag])
    const head = await get(path, {}, { method: 'HEAD' })
    expect([head.status, head.html, policyOf(head)]).toEqual([200, '', policyOf(theirs)])
  },
)

test.each([
  ['/nothing-here', 'There is nothing here'],
  ['/p/none', 'There is nothing here'],
  ['/account/nothing', 'There is nothing here'],
  ['/none.png', 'There is nothing here'],
  ['/not-found', 'There is nothing here'],
  ['/unavailable', 'There is nothing here'],
  ['/de/nichts', 'Hier ist nichts'],
  ['/it/c/nulla', 'Qui non c’è niente'],
  ['/it/none.png', 'Qui non c’è niente'],
])('%s shows nothing in words, without any script', async (path, words) => {
  const answer = await get(path)
  expect([answer.status, answer.html.includes(words)]).toEqual([404, true])
  expect(answer.html).not.toMatch(framework)
  // Below an address for one visitor with a nonce, that nothing on the page has.
  expect(policyOf(answer)).toMatch(/script-src 'self'( 'nonce-[^']+')?;/)
  expect(answer.html).not.toContain('nonce=')
  const ours = await get(path, {}, { from: shop })
  expect(alike(answer.html)).toBe(alike(ours.html))
})

test('what has moved leads there, for good', async () => {
  const from = `/p/moved-${randomUUID()}`
  await database.query('INSERT INTO redirects ("from", "to") VALUES ($1, $2)', [from, product])
  const cookie = await signIn()
  // Somebody saves a setting: the list of redirects is read again.
  await save('globals/footer', cookie, {})
  const moved = await get(`/it${from}`)
  expect([moved.status, moved.headers.location]).toEqual([308, `/it${product}`])
})

test('search is made for one visitor, without the framework', async () => {
  const [ours, theirs] = await Promise.all(
    [shop, ''].map((from) => get('/de/search?q=derby&page=1', {}, { from })),
  )
  expect(alike(theirs?.html ?? '')).toBe(alike(ours?.html ?? ''))
  expect(theirs?.headers['cache-control']).toBe('private, no-store')
  expect((await get('/search?q=zzzzqq')).html).toContain('zzzzqq')
})

test('pages for one visitor keep the framework under a nonce, and are kept by nobody', async () => {
  const policies = new Set<string>()
  for (const path of ['/cart', '/it/find-order', '/account/sign-in', '/wishlist', '/contact']) {
    const answer = await get(path)
    expect(answer.status, path).toBe(200)
    const nonce = /script-src 'self' 'nonce-([\w+/=]+)';/.exec(policyOf(answer))?.[1] ?? 'none'
    expect(answer.html, path).toContain(`nonce="${nonce}"`)
    expect(answer.html.match(/<script(?![^>]*nonce=)(?![^>]*src="\/assets\/)[^>]*>/g), path).toBeNull()
    expect(answer.headers['cache-control'], path).toMatch(/private|no-store/)
    policies.add(policyOf(answer))
  }
  expect(policies.size).toBe(5)
})

test('who pretends to have a policy gets the strict one', async () => {
  const forged = { 'content-security-policy': "script-src 'nonce-mine' 'unsafe-inline'" }
  for (const path of ['/cart', '/it/account/sign-in', '/checkout']) {
    const answer = await get(path, forged)
    expect(policyOf(answer), path).toMatch(/script-src 'self';/)
    expect(policyOf(answer), path).not.toMatch(/mine|script-src[^;]*unsafe/)
  }
})

test('data of the router is for nobody else to keep, and nothing but 1 asks for it', async () => {
  const follow = async (headers: Record<string, string>) => {
    const first = await get(product, { rsc: '1', ...headers })
    return first.status === 307 ? get(String(first.headers.location), { rsc: '1', ...headers }) : first
  }
  const flight = await follow({})
  expect(flight.headers['content-type']).toBe('text/x-component')
  expect(flight.headers['cache-control']).toBe('private, no-store')
  for (const rsc of ['0', 'true', '1, 1', '']) {
    const answer = await get(product, { rsc })
    expect(answer.headers['content-type'], rsc).toBe('text/html; charset=utf-8')
    expect(answer.html, rsc).not.toMatch(framework)
  }
})

test('a page as Next.js made it is for no stranger: no header, loop or host leads to it', async () => {
  const forged = ['', 'x', '1', '.*', '0'.repeat(64)]
  for (const value of forged)
    for (const path of ['/bare/eu', `/bare/eu${product}`, '/bare/it', '/bare/eu/search?q=a', '/bare']) {
      const answer = await get(path, { 'x-molini-page': value })
      expect([answer.status, answer.headers['content-type']], path).toEqual([
        404,
        'text/plain; charset=utf-8',
      ])
      const shown = await get(product, { 'x-molini-page': value })
      expect(shown.html, value).not.toMatch(framework)
    }
  for (const path of [`/bare/bare/eu${product}`, `/kept/eu${product}`, '/kept/kept/eu', '/once/eu/search'])
    expect((await get(path)).status, path).toBe(404)
})

test.each([
  ['//evil.example'],
  ['//evil.example/%2e%2e'],
  ['/it//evil.example'],
  ['/bare//evil.example/a'],
  ['/%2f%2fevil.example'],
  ['/p/..%2f..%2fapi%2fhealth%2flive'],
  ['/p/%5c%5cevil.example'],
  ['/it/@evil.example'],
  ['/p/a%00b'],
  ['/p/%zz'],
  ['/de/%c3'],
])('%s asks nobody else for a page, and fails no worse than by not being there', async (path) => {
  const answer = await get(path, { host: 'evil.example', 'x-forwarded-host': 'evil.example' })
  expect(answer.status).toBeLessThan(500)
  expect(answer.html).not.toContain('"ok"')
  expect(answer.html).not.toMatch(framework)
  const location = String(answer.headers.location ?? '/')
  expect(location).toMatch(/^\/(?![/\\])/)
})

test('whatever comes first to a page, the next visitor finds the page there', async () => {
  const methods = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PROPFIND', 'MKCOL', 'TRACE', 'PURGE']
  const cookie = await signIn()
  for (const method of methods) {
    // Every page is dropped with it.
    await save('globals/footer', cookie, {})
    const first = await get('/us/size-guide', {}, { method })
    expect(first.status, method).toBeLessThan(500)
    const answer = await get('/us/size-guide')
    expect([answer.status, answer.headers['content-type']], method).toEqual([200, 'text/html; charset=utf-8'])
    expect(answer.html.length, method).toBeGreaterThan(10_000)
  }
})

test('the host that a visitor names is not where pages are asked for, nor in them', async () => {
  const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' }
  const answer = await get('/uk/size-guide', headers)
  expect([answer.status, answer.html.includes('evil.example')]).toEqual([200, false])
  const search = await get('/uk/search?q=derby', headers)
  expect([search.status, search.html.includes('evil.example')]).toEqual([200, false])
})

test('no file that browsers get holds the key of the build', () => {
  const { rewrites } = JSON.parse(
    readFileSync(inCheckout('.next-platform/routes-manifest.json'), 'utf8'),
  ) as {
    rewrites: { beforeFiles: { missing?: { key: string; value?: string }[] }[] }
  }
  const keys = rewrites.beforeFiles.flatMap(({ missing = [] }) => missing)
  const key = keys.find((one) => one.key === 'x-molini-page')?.value ?? ''
  expect(key).toMatch(/^[0-9a-f]{64}$/)
  const folder = inCheckout('.next-platform/static')
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(js|json|css|map)$/.test(file)) expect(readFileSync(join(folder, file)).includes(key)).toBe(false)
})

const json = {
  'Content-Type': 'application/json',
  Origin: publicUrl,
  'x-vercel-forwarded-for': '198.51.100.7',
}

async function signIn(): Promise<string> {
  const { email, password } = inject('owner')
  const login = await fetch(`${platform.url}/api/users/login`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email, password }),
  })
  expect(login.status).toBe(200)
  return login.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

async function save(path: string, cookie: string, data: object): Promise<void> {
  const saved = await fetch(`${platform.url}/api/${path}`, {
    method: path.startsWith('globals/') ? 'POST' : 'PATCH',
    headers: { ...json, Cookie: cookie },
    body: JSON.stringify(data),
  })
  expect(saved.status, await saved.text()).toBe(200)
}

test('what is saved is on its pages with the next request', async () => {
  const { rows } = await database.query<{ id: string; name: string }>(
    `SELECT b.id, b.name FROM products p JOIN styles s ON s.id = p.style_id JOIN brands b ON b.id = s.brand_id
     WHERE p.slug = 'albona-derby-cognac'`,
  )
  const [brand] = rows
  if (!brand) throw new Error('The demo shop has no such product')
  const cookie = await signIn()
  for (let round = 0; round < 3; round += 1) {
    const name = `Officina ${randomUUID().slice(0, 8)}`
    for (const path of [product, '/c/men']) await get(path)
    await save(`brands/${brand.id}`, cookie, { name })
    for (const path of [product, `/de${product}`, '/c/men'])
      expect((await get(path)).html.includes(name), path).toBe(true)
  }
  await save(`brands/${brand.id}`, cookie, { name: brand.name })
  const author = await database.query<{ id: string; name: string }>(
    "SELECT id, name FROM authors WHERE slug = 'livia-molini'",
  )
  const [livia] = author.rows
  if (!livia) throw new Error('The demo shop has no such author')
  const paths = ['/journal', '/journal/authors/livia-molini', '/journal/suede-and-rain']
  for (const path of paths) await get(path)
  await save(`authors/${livia.id}`, cookie, { name: 'Livia M.' })
  for (const path of paths) expect((await get(path)).html.includes('Livia M.'), path).toBe(true)
  await save(`authors/${livia.id}`, cookie, { name: livia.name })
})

test('no page violates its policy in a browser', async () => {
  const page = await (await newVisitor()).newPage()
  const complaints = complaintsOf(page)
  const violations = await violationsOf(page)
  for (const path of openPages) await page.goto(platform.url + path, { waitUntil: 'load' })
  expect(violations).toEqual([])
  expect(complaints.filter((text) => /content security|refused to/i.test(text))).toEqual([])
}, 240_000)
