import autocannon from 'autocannon'
import { startShop } from '../start/testing/shop.mjs'
import { httpClient, inParallel, percentile } from './http-client'
import { stockRoom } from './stock-room'

/**
 * `npm run bench -- --cold`: pages that nobody has asked for yet, one after the other, and pages without the page store
 * beside a static page of Next.js. Exits non-zero where a figure falls short.
 */
const targets = { coldP95: 100, besideStatic: 0.8 }
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
      `Cold pages (${paths.length}, ${bad} not 200): p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)}, p99 ${p99.toFixed(0)} (p95 at most ${targets.coldP95}).`,
    )
    return bad === 0 && p95 <= targets.coldP95
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

/** Between two measurements of the static page, so that a machine that slows down is seen. */
async function withoutStore(): Promise<boolean> {
  const shop = await startShop({ environment: { PAGE_FRONT: 'off' } })
  try {
    const paths = await addresses(shop.databaseUrl)
    const product = paths.find((path) => path.startsWith('/p/')) ?? '/'
    const category = paths.find((path) => path.startsWith('/c/')) ?? '/'
    const before = await perSecond(`${shop.url}/offline`)
    const found: [string, number][] = []
    for (const path of ['/', category, product]) found.push([path, await perSecond(shop.url + path)])
    const beside = (before + (await perSecond(`${shop.url}/offline`))) / 2
    for (const [path, rate] of found)
      console.log(
        `Without the page store ${path}: ${rate.toFixed(0)}/s, ${(rate / beside).toFixed(2)} x a static page of Next.js (${beside.toFixed(0)}/s; at least ${targets.besideStatic}).`,
      )
    return found.every(([, rate]) => rate >= targets.besideStatic * beside)
  } finally {
    await shop.stop()
  }
}

export async function benchColdPages(): Promise<void> {
  const isMet = [await coldPages(), await withoutStore()]
  if (isMet.includes(false)) process.exitCode = 1
}
