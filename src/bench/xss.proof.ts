import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test, type TestContext } from 'vitest'
import { mailKindNames } from '#domain/mail-wording'
import { locales } from '#domain/markets'
import { env } from '#env'
import { sampleMail } from '#mail/samples'
import { renderMail } from '#ops/render-mail'
import { filledData, owner, startShop } from '../start/testing/shop.mjs'
import { allPayloads, xssPayloads } from '../start/testing/xss-payloads'
import { buyer } from './buyer'
import { httpClient } from './http-client'
import { noteFigures } from './scoreboard/note-figure'
import { stockRoom } from './stock-room'
import { poison } from './xss/poison'
import { openBrowser, watch, type Watch } from './xss/watch'

const isFull = env.MOLINI_PROOF === 'full'

const { dataDir, remove } = await filledData(inject('dataRoot'))
let shop: Awaited<ReturnType<typeof startShop>>
let browser: Browser
let written: string[] = []

async function withDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: shop.databaseUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** What shoppers write, so that staff have it before them: an order, and a message. */
async function leaveTraces(): Promise<string> {
  const room = await stockRoom(shop.databaseUrl)
  try {
    const [variant = ''] = await room.variants(1)
    await room.deliver([variant], 10)
    const guest = buyer(httpClient(shop.url, 2))
    const token = await guest.openCart()
    await guest.add(token, variant)
    const { status, json } = await guest.checkout(token, await guest.shippingOption(token))
    expect(status).toBe(201)
    await room
      .one(
        `INSERT INTO messages (name, email, text, locale) VALUES ('Ada', 'ada@example.org', 'Where is it?', 'en') ON CONFLICT DO NOTHING`,
      )
      .catch(() => undefined)
    return String((json.order as { number?: string } | undefined)?.number ?? json.number ?? '')
  } finally {
    await room.close()
  }
}

/** The shop reads what it has kept of its pages anew. */
async function again(): Promise<void> {
  await shop.stop()
  shop = await startShop({ dataDir })
}

beforeAll(async () => {
  shop = await startShop({ dataDir })
  browser = await openBrowser()
  await leaveTraces()
}, 300_000)
afterAll(async () => {
  await browser.close()
  await shop.stop()
  remove()
})

function nothing({ runs, traps }: Watch, context: TestContext): void {
  noteFigures(context, { executions: runs.length + traps.length })
  expect({ runs, traps }).toEqual({ runs: [], traps: [] })
}

test('there are sixty payloads, and a page that does not escape is found out by most of them', async () => {
  expect(xssPayloads).toHaveLength(60)
  expect(new Set(xssPayloads).size).toBe(60)
  const seen = await watch(browser, shop.url)
  const caught = new Set<string>()
  for (const payload of xssPayloads) {
    await seen.show(`<!doctype html><title>x</title><div title="${payload}">${payload}</div>`, payload)
    if (seen.runs.length + seen.traps.length > 0) caught.add(payload)
    seen.runs.length = seen.traps.length = 0
  }
  expect(caught.size).toBeGreaterThan(40)
  await seen.context.close()
}, 120_000)

/** Kept by name, so that a column that is no longer written over is noticed. */
const mustBeWritten = [
  'products_locales.colour',
  'products_locales.seo_title',
  'styles_locales.summary',
  'styles_locales.care',
  'brands.name',
  'categories_locales.name',
  'articles_locales.title',
  'authors.name',
  'media_locales.alt',
  'shop_settings.name',
  'shop_settings_locales.announcement',
  'orders_lines.title',
  'orders.shipping_address_first_name',
  'orders.shipping_address_line1',
  'reviews.text',
  'users.name',
]

const shopPages = async (): Promise<string[]> =>
  withDatabase(async (client) => {
    const one = async (query: string) => (await client.query<{ slug: string }>(query)).rows[0]?.slug ?? ''
    const product = await one(
      "SELECT slug FROM products WHERE _status = 'published' ORDER BY popularity DESC LIMIT 1",
    )
    const article = await one("SELECT slug FROM articles WHERE _status = 'published' LIMIT 1")
    const author = await one('SELECT slug FROM authors LIMIT 1')
    const page = await one("SELECT slug FROM pages WHERE _status = 'published' LIMIT 1")
    const everywhere = [
      '/',
      '/c/men',
      `/p/${product}`,
      '/search?q=xss',
      '/journal',
      `/journal/${article}`,
      `/journal/authors/${author}`,
    ]
    const alone = [
      `/${page}`,
      '/cart',
      '/checkout',
      '/account/sign-in',
      '/account/register',
      '/contact',
      '/cookies',
      '/wishlist',
      '/size-guide',
      '/find-order',
      '/newsletter',
    ]
    return [
      ...everywhere,
      ...everywhere.map((path) => `/de${path === '/' ? '' : path}`),
      ...everywhere.map((path) => `/it${path === '/' ? '' : path}`),
      ...alone,
    ]
  })

/** Payloads come back to whoever sends them: in a search, in what an address says went wrong. */
const reflected = (payload: string): string[] => {
  const said = encodeURIComponent(payload)
  return [
    `/search?q=${said}`,
    `/account/sign-in?problem=${said}&next=${said}`,
    `/contact?problem=${said}&fields=${said}`,
    `/admin/login?problem=${said}&redirect=${said}`,
  ]
}

interface Rights {
  collections: Record<string, { read?: boolean; create?: boolean }>
  globals: Record<string, { read?: boolean }>
}

async function adminScreens({ context }: Watch): Promise<string[]> {
  const headers = { origin: shop.url }
  const signIn = await context.request.post('/api/users/login', { data: owner, headers })
  expect(signIn.status()).toBe(200)
  const get = async <T>(path: string) =>
    (await (await context.request.get(`/api${path}`, { headers })).json()) as T
  const { collections, globals } = await get<Rights>('/access')
  const screens = ['/admin', '/admin/account', '/admin/operations']
  for (const [slug, can] of Object.entries(collections)) {
    if (!can.read || /^payload-|^order-notes$/.test(slug)) continue
    screens.push(`/admin/collections/${slug}`)
    const { docs = [] } = await get<{ docs?: { id: string }[] }>(`/${slug}?limit=1&depth=0`)
    if (docs[0]) screens.push(`/admin/collections/${slug}/${docs[0].id}`)
  }
  for (const [slug, can] of Object.entries(globals)) if (can.read) screens.push(`/admin/globals/${slug}`)
  return screens
}

test.for(isFull ? [false, true] : [false])(
  'sixty payloads in every text that somebody wrote run nowhere in the shop and in the admin (from the end: %s)',
  { timeout: 900_000 },
  async (isReversed, context) => {
    written = await withDatabase((client) => poison(client, allPayloads(isReversed)))
    expect(written.length).toBeGreaterThan(100)
    expect(written).toEqual(expect.arrayContaining(mustBeWritten))
    await again()
    const seen = await watch(browser, shop.url)
    const statuses: string[] = []
    const visit = async (path: string) => {
      const status = await seen.visit(path)
      if (status >= 500) statuses.push(`${path} was answered ${status}`)
    }
    for (const path of await shopPages()) await visit(path)
    expect(seen.shown.length).toBeGreaterThan(20)
    const screens = await adminScreens(seen)
    expect(screens.length).toBeGreaterThan(60)
    const share = isFull ? 1 : 8
    seen.shown.length = 0
    for (const [index, screen] of screens.entries()) if (index % share === 0) await visit(screen)
    expect(seen.shown.length).toBeGreaterThan(5)
    expect(statuses).toEqual([])
    nothing(seen, context)
    await seen.context.close()
  },
)

test('what an address says comes back as text', async (context) => {
  const seen = await watch(browser, shop.url)
  const share = isFull ? 1 : 10
  for (const [index, payload] of xssPayloads.entries()) {
    if (index % share !== 0) continue
    for (const path of reflected(payload.replaceAll('\u0000', '%00'))) await seen.visit(path)
  }
  nothing(seen, context)
  await seen.context.close()
}, 600_000)

/** Names and numbers that a mail is told, whatever it is about. */
const spoken =
  /^(title|colour|firstName|lastName|line1|line2|city|postalCode|company|name|note|message|product|size|number|carrier|trackingNumber|accountHolder|iban|bic|returnNumber|email)$/

function putInto<Value>(value: Value, text: string): Value {
  if (Array.isArray(value)) return value.map((one: unknown) => putInto(one, text)) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' && spoken.test(name) ? text : putInto(inner, text),
    ]),
  ) as Value
}

test('sixty payloads in the words of the shop and of shoppers run in no mail, in no language', async (context) => {
  const seen = await watch(browser, shop.url)
  const text = allPayloads()
  const wording = { subject: text, heading: text, body: text }
  const kinds = mailKindNames.filter((_, index) => isFull || index % 3 === 0)
  for (const kind of kinds)
    for (const locale of isFull ? locales : locales.slice(0, 1)) {
      const { subject, body } = sampleMail(kind, locale, wording, (value) => putInto(value, text))
      const { html } = await renderMail(body)
      expect(subject).not.toMatch(/[\r\n]/)
      await seen.show(html, `${kind} in ${locale}`)
    }
  expect(seen.shown).toHaveLength(kinds.length * (isFull ? locales.length : 1))
  nothing(seen, context)
  await seen.context.close()
}, 300_000)
