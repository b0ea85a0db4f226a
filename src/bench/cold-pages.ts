import { readFileSync, writeFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { inCheckout } from '../start/checkout.mjs'
import { startShop } from '../start/testing/shop.mjs'
import { httpClient, inParallel, percentile } from './http-client'
import { stockRoom } from './stock-room'

/**
 * `npm run bench -- --cold`: pages that nobody has asked for yet, one after the other, and pages without the page store
 * beside a static page of Next.js. Exits non-zero where a figure falls short.
 */
/** Milliseconds within which 99 of 100 are there, and times a static page. */
const targets = { coldP99: 100, besideStatic: 0.8 }
const markets = ['', '/it', '/de', '/uk', '/us'] as const
const seconds = 6
const connections = 8

/** All products, categories and content pages of the demo shop, in all markets. */
async function addresses(databaseUrl: string): Promise<string[]> {
  const room = await stockRoom(databaseUrl)
  try {
    const products = await room.one<{ slug: string }>("SELECT slug FROM products WHERE _status = 'published'")
    const categories = await room.one<{ path: string }>('SELECT path FROM categories ORDER BY path')
    const paths = [...products.map(({ slug }) => `/p/${slug}`), ...categories.map(({ path }) => `/c/${path}`)]
    return markets.flatMap((market) => paths.map((path) => market + path))
  } finally {
    await room.close()
  }
}

async function coldPages(): Promise<boolean> {
  const shop = await startShop({})
  try {
    const client = httpClient(shop.url, 1)
    // The first renders compile what all of them share.
    for (const market of markets) await client({ method: 'GET', path: market || '/' })
    const paths = await addresses(shop.databaseUrl)
    let bad = 0
    const { millis } = await inParallel(paths.length, 1, async (at) => {
      const { status } = await client({ method: 'GET', path: paths[at] ?? '/' })
      if (status !== 200) bad += 1
    })
    const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(millis, share)) as [
      number,
      number,
      number,
    ]
    console.log(
      `Cold pages (${paths.length}, ${bad} not 200): p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)}, p99 ${p99.toFixed(0)} (at most ${targets.coldP99}).`,
    )
    return bad === 0 && p99 <= targets.coldP99
  } finally {
    await shop.stop()
  }
}

async function perSecond(url: string): Promise<number> {
  await (await fetch(url)).arrayBuffer()
  const { requests, non2xx, errors } = await autocannon({ url, connections, duration: seconds })
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx + errors} were not 2xx`)
  return requests.average
}

/** The pages that Next.js has made while it was built, and the market that each is of. */
const prerendered = ['eu', 'it', 'de'] as const
const small = (market: string): string => inCheckout(`.next/server/app/${market}/offline.html`)

/** What a page weighs decides how many of it there can be in a second: for the time of `work` the static pages hold what these hold. */
async function withStaticPages<T>(pages: string[], work: () => Promise<T>): Promise<T> {
  const before = prerendered.map((market) => readFileSync(small(market)))
  try {
    for (const [at, market] of prerendered.entries()) writeFileSync(small(market), pages[at] ?? '')
    return await work()
  } finally {
    for (const [at, market] of prerendered.entries()) writeFileSync(small(market), before[at] ?? '')
  }
}

async function withPages<T>(work: (url: string, paths: string[]) => Promise<T>): Promise<T> {
  const shop = await startShop({ environment: { PAGE_FRONT: 'off' } })
  try {
    const paths = await addresses(shop.databaseUrl)
    const first = (beginning: string) => paths.find((path) => path.startsWith(beginning)) ?? '/'
    return await work(shop.url, ['/', first('/c/'), first('/p/')])
  } finally {
    await shop.stop()
  }
}

const textOf = async (url: string): Promise<string> => (await fetch(url)).text()

/** Each between two measurements of a static page of its size, so that a machine that slows down is seen. */
async function withoutStore(): Promise<boolean> {
  const pages = await withPages((url, paths) => Promise.all(paths.map((path) => textOf(url + path))))
  const shares = await withStaticPages(pages, () =>
    withPages(async (url, paths) => {
      const found: number[] = []
      for (const [at, path] of paths.entries()) {
        const still = `${url}${at === 0 ? '' : `/${prerendered[at]}`}/offline`
        const before = await perSecond(still)
        const rate = await perSecond(url + path)
        const beside = (before + (await perSecond(still))) / 2
        found.push(rate / beside)
        console.log(
          `Without the page store ${path}: ${rate.toFixed(0)}/s, ${(rate / beside).toFixed(2)} x its own bytes as a static page of Next.js (${beside.toFixed(0)}/s; at least ${targets.besideStatic}).`,
        )
      }
      return found
    }),
  )
  return shares.every((share) => share >= targets.besideStatic)
}

export async function benchColdPages(): Promise<void> {
  const isMet = [await coldPages(), await withoutStore()]
  if (isMet.includes(false)) process.exitCode = 1
}
