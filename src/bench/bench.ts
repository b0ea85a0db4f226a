import { request } from 'node:http'
import { startStripeDouble } from '../services/payments/testing/stripe-double'
import { startShop } from '../start/testing/shop.mjs'
import { buyer } from './buyer'
import { benchCatalogue } from './catalogue'
import { benchColdPages } from './cold-pages'
import { benchLoss } from './lost-seconds'
import { benchRecovery } from './recovery'
import { fillCart, measureBuying } from './buying'
import { httpClient, inParallel } from './http-client'
import { startNginx } from './nginx'
import { pricingCost } from './pricing'
import {
  compressed,
  connections,
  judge,
  measurePage,
  pageTargets,
  print,
  rowOf,
  shortOf,
  type Row,
} from './rows'
import { stockRoom } from './stock-room'

/**
 * `npm run bench`: a production server with the demo shop on data of its own, measured from the same machine.
 * Everything is a ratio to a static file of the same server in the same run; absolute figures depend on the machine.
 */
/** What a browser gets, as it comes over the wire. */
const fetchCompressed = (url: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const call = request(url, { headers: compressed }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve(Buffer.concat(parts)))
    })
    call.once('error', reject)
    call.end()
  })

/** Pages as a browser gets them, beside nginx with the same bytes where there is one, and where they fall short. */
async function measurePages(
  shop: string,
  paths: readonly string[],
): Promise<{ rows: Row[]; short: string[] }> {
  const files = new Map<string, Buffer>()
  for (const [at, path] of paths.entries()) files.set(`${at}.html`, await fetchCompressed(`${shop}${path}`))
  const nginx = await startNginx(files)
  const rows: Row[] = []
  const short: string[] = []
  try {
    for (const [at, path] of paths.entries()) {
      const row = await measurePage(shop, path, compressed)
      const kept = nginx && (await measurePage(nginx.url, `/${at}.html`))
      const share = kept && row.perSecond / kept.perSecond
      const beside = kept
        ? `${share?.toFixed(2)} x nginx (at least ${pageTargets.besideNginx}; ${kept.perSecond.toFixed(0)}/s, p99 ${kept.p99.toFixed(1)} ms)`
        : 'nginx is not installed'
      rows.push({
        ...row,
        note: [row.note, `p99 at most ${pageTargets.p99} ms`, beside].filter(Boolean).join('; '),
      })
      short.push(...shortOf(row, share))
    }
  } finally {
    nginx?.stop()
  }
  return { rows, short }
}

interface SizeFacet {
  facets: { size: { value: string }[] }
}

/** Searches that nobody has made before, each with a full page of shoes. */
async function measureFirstSearches(url: string): Promise<Row[]> {
  const { facets } = (await (await fetch(`${url}/api/store/products?q=derby`)).json()) as SizeFacet
  const sizes = facets.size.map(({ value }) => value)
  const triples = sizes.flatMap((one, at) =>
    sizes.slice(at + 1).flatMap((two, more) => sizes.slice(at + more + 2).map((three) => [one, two, three])),
  )
  const client = httpClient(url, connections)
  let refused = 0
  const ask = async () => {
    const path = `/search?${new URLSearchParams({ q: 'derby', size: (triples.shift() ?? []).join() })}`
    if ((await client({ method: 'GET', path, headers: compressed })).status !== 200) refused += 1
  }
  await inParallel(40, connections, ask)
  const rows: Row[] = []
  for (const [clients, times] of [
    [1, 100],
    [connections, 400],
  ] as const)
    rows.push(
      rowOf(
        `a search made for the first time, ${clients} at once`,
        times,
        await inParallel(times, clients, ask),
        refused,
      ),
    )
  return rows
}

/** The page of a bag with two pairs: made for one person each time. */
async function measureCartPage(url: string, variants: readonly string[]): Promise<Row> {
  const { token } = await fillCart(buyer(httpClient(url, 1)), variants, 0)
  const row = await measurePage(url, '/cart', { ...compressed, cookie: `molini-cart=${token}` })
  return { ...row, what: 'the page of a bag of two pairs' }
}

/** The target is on a quiet machine; this process has nothing else to do before the shop starts. */
function printPricing(): void {
  const target = 2
  const { cpuMs, applied } = pricingCost()
  console.log(
    `Price of a cart of 20 lines with 50 active promotions, ${applied} of them applied: ${cpuMs.toFixed(2)} ms of CPU (at most ${target}).`,
  )
  if (cpuMs > target) process.exitCode = 1
}

async function bench(): Promise<void> {
  printPricing()
  const double = await startStripeDouble()
  const shop = await startShop({ environment: double.environment })
  const room = await stockRoom(shop.databaseUrl)
  try {
    const [product] = await room.one<{ slug: string }>(
      "SELECT slug FROM products WHERE _status = 'published' ORDER BY popularity DESC LIMIT 1",
    )
    const [category] = await room.one<{ path: string }>(
      'SELECT path FROM categories WHERE parent_id IS NULL ORDER BY "order" LIMIT 1',
    )
    const variants = await room.variants(60)
    await room.deliver(variants, 100_000)
    const reference = await measurePage(shop.url, '/assets/islands.js')
    const rows = [{ ...reference, what: `static file ${reference.what}` }]
    const short: string[] = []
    if (isAsked('--bag'))
      return print([...rows, await measureCartPage(shop.url, variants)], reference.perSecond)
    if (!isAsked('--buying')) {
      const pages = await measurePages(shop.url, ['/', `/c/${category?.path}`, `/p/${product?.slug}`])
      rows.push(...pages.rows)
      short.push(...pages.short)
      rows.push(await measurePage(shop.url, '/api/store/products'))
      rows.push({
        ...(await measurePage(shop.url, '/search?q=derby', compressed)),
        what: 'a search that is known',
      })
      rows.push(...(await measureFirstSearches(shop.url)))
      rows.push(await measureCartPage(shop.url, variants))
    }
    if (!isAsked('--pages')) rows.push(...(await measureBuying(shop, variants)))
    print(rows, reference.perSecond)
    if (!isAsked('--buying')) judge(short)
    if (isAsked('--pages')) return
    const faults = await room.faults()
    console.log(
      faults.length === 0 ? 'Ledger, reservations, carts and orders agree.' : JSON.stringify(faults),
    )
    if (faults.length > 0) process.exitCode = 1
  } finally {
    await room.close()
    await shop.stop()
    await double.stop()
  }
}

process.send?.({ begun: true })
const isAsked = (flag: string) => process.argv.includes(flag)
if (isAsked('--catalogue') || isAsked('--feeds')) await benchCatalogue(process.argv)
else if (isAsked('--cold')) await benchColdPages()
else if (isAsked('--recovery')) await benchRecovery(process.argv)
else if (isAsked('--loss')) await benchLoss()
else await bench()
process.send?.({ done: true })
setImmediate(() => process.exit())
