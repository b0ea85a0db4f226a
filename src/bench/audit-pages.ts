import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import lighthouse, { type Result } from 'lighthouse'
import { ensureChromium, findChromium } from '../start/chromium.mjs'
import { anyFree } from '../start/ports.mjs'
import { startShop } from '../start/testing/shop.mjs'
import { buyer } from './buyer'
import { httpClient } from './http-client'
import { stockRoom } from './stock-room'

/**
 * `npm run audit:pages`: a production server with the demo shop, each page looked at by Lighthouse as a phone on slow 4G
 * sees it for the first time. Ends with 1 when a score is below its bar or a page carries more than its budget.
 */
const rounds = 3
const kB = 1000

interface Bars {
  /** Of 100. The other three categories are to have 100. */
  performance: number
  /** Bytes over the wire on a first visit. */
  script: number
  style: number
  /** All but pictures. */
  withoutPhotos?: number
}

interface Page extends Bars {
  what: string
  path: string
  cookie?: string
  /** Nobody is meant to find a bag or a search by searching. */
  isPrivate?: boolean
}

const shopPage: Bars = { performance: 100, script: 15 * kB, style: 20 * kB }
const privatePage = { performance: 90, script: 165 * kB, style: 20 * kB, isPrivate: true }

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const

interface Look {
  scores: number[]
  script: number
  style: number
  withoutPhotos: number
  largestPaintMs: number
  layoutShift: number
  /** Ids of the audits that cost points. */
  faults: string[]
}

interface Sent {
  resourceType?: string
  transferSize?: number
}

function lookOf(result: Result): Look {
  const sent = (result.audits['network-requests']?.details as { items?: Sent[] } | undefined)?.items ?? []
  const bytes = (isCounted: (type: string) => boolean): number =>
    sent.reduce((sum, one) => sum + (isCounted(one.resourceType ?? '') ? (one.transferSize ?? 0) : 0), 0)
  const costly = categories.flatMap(
    (id) => result.categories[id]?.auditRefs.filter(({ weight }) => weight > 0) ?? [],
  )
  return {
    scores: categories.map((id) => Math.round((result.categories[id]?.score ?? 0) * 100)),
    script: bytes((type) => type === 'Script'),
    style: bytes((type) => type === 'Stylesheet'),
    withoutPhotos: bytes((type) => type !== 'Image'),
    largestPaintMs: result.audits['largest-contentful-paint']?.numericValue ?? NaN,
    layoutShift: result.audits['cumulative-layout-shift']?.numericValue ?? NaN,
    faults: costly.map(({ id }) => id).filter((id) => (result.audits[id]?.score ?? 1) < 0.9),
  }
}

/** The middle one of several rounds by its performance, since a machine that is busy elsewhere makes some of them slow. */
async function look(url: string, page: Page, port: number): Promise<Look> {
  const looks: Look[] = []
  for (let round = 0; round < rounds; round += 1) {
    const run = await lighthouse(`${url}${page.path}`, {
      port,
      logLevel: 'error',
      onlyCategories: [...categories],
      ...(page.isPrivate && { skipAudits: ['is-crawlable'] }),
      ...(page.cookie && { extraHeaders: { Cookie: page.cookie } }),
    })
    if (!run || run.lhr.runtimeError)
      throw new Error(`${page.path}: ${run?.lhr.runtimeError?.message ?? 'no answer'}`)
    looks.push(lookOf(run.lhr))
  }
  looks.sort((one, other) => (one.scores[0] ?? 0) - (other.scores[0] ?? 0))
  return looks[Math.floor(rounds / 2)] as Look
}

function shortcomings(page: Page, seen: Look): string[] {
  const [performance = 0, ...others] = seen.scores
  return [
    performance < page.performance && `performance below ${page.performance}`,
    others.some((score) => score < 100) && 'a score below 100',
    seen.script > page.script && `scripts over ${page.script / kB} kB`,
    seen.style > page.style && `styles over ${page.style / kB} kB`,
    seen.withoutPhotos > (page.withoutPhotos ?? Infinity) &&
      `over ${(page.withoutPhotos ?? 0) / kB} kB without photos`,
    seen.layoutShift > 0 && `layout shift ${seen.layoutShift.toFixed(3)}`,
  ].filter((one): one is string => Boolean(one))
}

function print(page: Page, seen: Look, short: readonly string[]): void {
  const size = (bytes: number) => `${(bytes / kB).toFixed(1)} kB`
  console.log(
    [
      `${short.length > 0 ? 'SHORT' : 'ok   '}  ${page.what.padEnd(10)} ${seen.scores.join(', ').padEnd(20)}`,
      `scripts ${size(seen.script)}, styles ${size(seen.style)}, without photos ${size(seen.withoutPhotos)},`,
      `largest paint ${(seen.largestPaintMs / 1000).toFixed(2)} s`,
      short.length > 0 ? `: ${short.join('; ')} (${seen.faults.join(', ')})` : '',
    ].join(' '),
  )
}

async function startChromium() {
  ensureChromium()
  const port = await anyFree()
  const profile = mkdtempSync(join(tmpdir(), 'molini-audit-'))
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  const child = spawn(
    findChromium() ?? '',
    [...flags, ...quiet, `--remote-debugging-port=${port}`, `--user-data-dir=${profile}`],
    { stdio: 'ignore' },
  )
  for (let tries = 0; tries < 100; tries += 1) {
    if (await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => undefined)) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    port,
    stop: async () => {
      const gone = once(child, 'exit')
      child.kill()
      await gone
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** Somebody who has just registered, as the cookie of the session. */
async function signIn(url: string): Promise<string> {
  const [email, password] = [`ada-${randomUUID()}@example.org`, 'a quiet heron at dawn']
  const send = (path: string, body: Record<string, string>) =>
    fetch(`${url}/api/store/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url },
      body: JSON.stringify(body),
    })
  await send('customers', { email, password, firstName: 'Ada', lastName: 'Rossi' })
  const session = await send('session', { email, password })
  if (!session.ok) throw new Error(`Nobody could sign in: ${session.status}`)
  return session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

async function pagesOf(shop: { url: string; databaseUrl: string }): Promise<Page[]> {
  const room = await stockRoom(shop.databaseUrl)
  try {
    const [product] = await room.one<{ slug: string }>(
      "SELECT slug FROM products WHERE _status = 'published' ORDER BY popularity DESC LIMIT 1",
    )
    const [category] = await room.one<{ path: string }>(
      'SELECT path FROM categories WHERE parent_id IS NULL ORDER BY "order" LIMIT 1',
    )
    const guest = buyer(httpClient(shop.url, 1))
    const cart = await guest.openCart()
    const [variant = ''] = await room.variants(1)
    await room.deliver([variant], 10)
    await guest.add(cart, variant)
    const cookie = `molini-cart=${cart}`
    const member = await signIn(shop.url)
    return [
      { what: 'home', path: '/', ...shopPage },
      { what: 'listing', path: `/c/${category?.path}`, ...shopPage },
      { what: 'content', path: '/size-guide', ...shopPage },
      { what: 'product', path: `/p/${product?.slug}`, ...shopPage, script: 25 * kB, withoutPhotos: 60 * kB },
      { what: 'search', path: '/search?q=derby', ...shopPage, isPrivate: true },
      { what: 'cart', path: '/cart', cookie, ...privatePage },
      { what: 'checkout', path: '/checkout', cookie, ...privatePage },
      { what: 'sign-in', path: '/account/sign-in', ...privatePage },
      { what: 'account', path: '/account', cookie: member, ...privatePage },
      { what: 'security', path: '/account/security', cookie: member, ...privatePage },
    ]
  } finally {
    await room.close()
  }
}

async function audit(): Promise<void> {
  const shop = await startShop()
  const chromium = await startChromium()
  try {
    for (const page of await pagesOf(shop)) {
      await (await fetch(`${shop.url}${page.path}`)).arrayBuffer()
      const seen = await look(shop.url, page, chromium.port)
      const short = shortcomings(page, seen)
      print(page, seen, short)
      if (short.length > 0) process.exitCode = 1
    }
  } finally {
    await chromium.stop()
    await shop.stop()
  }
}

process.send?.({ begun: true })
await audit()
process.send?.({ done: true })
setImmediate(() => process.exit())
