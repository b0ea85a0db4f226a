import { randomBytes } from 'node:crypto'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { buyer } from '../bench/buyer'
import { httpClient } from '../bench/http-client'
import { noteFigures } from '../bench/scoreboard/note-figure'
import { inCheckout } from '../start/checkout.mjs'
import { anyFree } from '../start/ports.mjs'
import { secretsInBuild } from '../start/secrets-in-build.mjs'
import { startShop } from '../start/testing/shop.mjs'
import { ofShop } from '../start/testing/journey-shop'
import { openPages } from './access'

const secret = (before = ''): string => before + randomBytes(20).toString('hex')

/** What nobody may ever read: each is found again by its letters, wherever it comes out. */
const secrets = {
  PAYLOAD_SECRET: secret(),
  CRON_SECRET: secret(),
  BREVO_WEBHOOK_SECRET: secret(),
  BACKUP_KEY: secret(),
  EMAIL_PASS: secret(),
  GOOGLE_CLIENT_SECRET: secret(),
  STRIPE_SECRET_KEY: secret('sk_test_'),
  STRIPE_WEBHOOK_SECRET: secret('whsec_'),
}
const typed = { password: secret('typed '), key: secret('code-') }
const databasePassword = decodeURIComponent(new URL(ofShop('databaseUrl')).password)
const all = [...Object.values(secrets), ...Object.values(typed), databasePassword, inject('owner').password]

let shop: Awaited<ReturnType<typeof startShop>>
let scanned = 0
const hits: string[] = []
const scan = (where: string, text: string): void => {
  scanned += 1
  hits.push(...all.flatMap((one, index) => (text.includes(one) ? [`secret ${index} in ${where}`] : [])))
}

beforeAll(async () => {
  const nowhere = String(await anyFree())
  shop = await startShop({
    environment: {
      ...secrets,
      DATABASE_URL: ofShop('databaseUrl'),
      STRIPE_PUBLISHABLE_KEY: 'pk_test_of_nobody',
      STRIPE_API_BASE: `http://127.0.0.1:${nowhere}`,
      GOOGLE_CLIENT_ID: 'molini',
      GOOGLE_ISSUER: `http://127.0.0.1:${nowhere}`,
      EMAIL_HOST: '127.0.0.1',
      EMAIL_PORT: nowhere,
      EMAIL_USER: 'molini',
      EMAIL_FROM: 'shop@molini.example',
    },
  })
})
afterAll(() => shop.stop())

async function ask(path: string, { method = 'GET', body, cookie = '', headers = {} }: Ask = {}) {
  const answer = await fetch(shop.url + path, {
    method,
    redirect: 'manual',
    headers: {
      origin: shop.url,
      cookie,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const head = [...answer.headers].map((pair) => pair.join(': ')).join('\n')
  scan(`${method} ${path}`, `${head}\n\n${await answer.text()}`)
  return answer
}
interface Ask {
  method?: string
  body?: unknown
  cookie?: string
  headers?: Record<string, string>
}

/** What a visitor can make the shop stumble over, secrets of their own in hand. */
async function stumble(): Promise<void> {
  const { email } = inject('owner')
  const tries: [string, Ask][] = [
    ['/api/users/login', { method: 'POST', body: { email, password: typed.password } }],
    ['/api/users/login', { method: 'POST', body: `{"email":"${email}","password":"${typed.password}"` }],
    ['/api/store/session', { method: 'POST', body: { email: 'ada@example.org', password: typed.password } }],
    ['/api/store/customers', { method: 'POST', body: { email: 'ada', password: typed.password } }],
    [
      '/api/graphql',
      {
        method: 'POST',
        body: { query: `mutation { loginUser(email: "${email}", password: "${typed.password}") { exp } }` },
      },
    ],
    ['/api/graphql', { method: 'POST', body: { query: '{ __schema { types { name } } }' } }],
    ['/api/cron/tick', { method: 'POST', headers: { authorization: `Bearer ${typed.key}` } }],
    ['/api/webhooks/brevo', { method: 'POST', body: {}, headers: { authorization: `Bearer ${typed.key}` } }],
    [
      '/api/store/payments/stripe/webhook',
      { method: 'POST', body: '{}', headers: { 'stripe-signature': 't=1,v1=0' } },
    ],
    ['/api/store/google', {}],
    ['/api/products?where[hash][like]=a', {}],
    ['/api/products/%00', {}],
    ['/api/users?limit=abc', {}],
    ['/api/health/ready', {}],
    ['/%c0%ae', {}],
  ]
  for (const [path, call] of tries) await ask(path, call)
  const guest = buyer(httpClient(shop.url, 1))
  const token = await guest.openCart()
  await ask('/api/store/carts/current/gift-cards', {
    ...{ method: 'POST', body: { code: typed.key } },
    headers: { 'x-cart-token': token },
  })
}

/** What an owner sees of the shop, mail, payments and storage being away. */
async function lookAsOwner(): Promise<void> {
  const login = await fetch(`${shop.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: shop.url },
    body: JSON.stringify(inject('owner')),
  })
  const cookie = login.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  for (const path of [
    '/admin',
    '/admin/operations',
    '/admin/globals/shop-settings',
    '/api/globals/shop-settings?depth=2',
    '/api/users?depth=2',
    '/api/audit-entries?limit=100',
    '/api/emails?limit=100',
    '/api/customers?limit=20',
  ])
    await ask(path, { cookie })
}

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('no secret of the shop, nor one that somebody types, is in a page, an answer, an error, a script or the log', async (context) => {
  for (const path of openPages) await ask(path)
  await stumble()
  await lookAsOwner()
  for (const file of files(inCheckout('.next/static'))) scan(file, readFileSync(file, 'utf8'))
  const log = shop.log()
  expect(log.length).toBeGreaterThan(0)
  scan('the log', log)
  noteFigures(context, { secretsFound: hits.length })
  console.log(`${all.length} secrets looked for in ${scanned} places`)
  expect(hits).toEqual([])
}, 180_000)

test('no script of the shop names a secret, and none has a map of its source beside it', () => {
  const own = files(inCheckout('.next/static'))
  expect(own.length).toBeGreaterThan(10)
  expect(own.filter((file) => file.endsWith('.map'))).toEqual([])
  const names = new RegExp(Object.keys(secrets).join('|'))
  expect(own.filter((file) => file.endsWith('.js') && names.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('the build has looked for a value of each secret in what it made for browsers; one that is planted in a script is found', () => {
  const looked = JSON.parse(readFileSync(inCheckout('.next/secrets-looked-for.json'), 'utf8')) as {
    names: string[]
    files: number
  }
  expect(looked.names).toEqual(expect.arrayContaining([...Object.keys(secrets), 'DATABASE_URL']))
  expect(looked.files).toBeGreaterThan(50)
  const dist = mkdtempSync(join(tmpdir(), 'molini-planted-'))
  onTestFinished(() => rmSync(dist, { recursive: true, force: true }))
  cpSync(inCheckout('.next/static'), join(dist, 'static'), { recursive: true })
  const found = () => secretsInBuild({ dist, environment: secrets }).found
  expect(found()).toEqual([])
  const [script = ''] = files(join(dist, 'static')).filter((file) => file.endsWith('.js'))
  appendFileSync(script, `;"${secrets.STRIPE_SECRET_KEY}"`)
  expect(found()).toEqual([`STRIPE_SECRET_KEY in ${relative(dist, script)}`])
})
