import { randomUUID } from 'node:crypto'
import autocannon from 'autocannon'
import { request } from 'node:http'
import { startStripeDouble } from '../services/payments/testing/stripe-double'
import { startShop } from '../start/testing/shop.mjs'
import { buyer } from './buyer'
import { benchCatalogue } from './catalogue'
import { benchColdPages } from './cold-pages'
import { benchLoss } from './lost-seconds'
import { benchRecovery } from './recovery'
import { httpClient, inParallel, percentile } from './http-client'
import { startNginx } from './nginx'
import { pricingCost } from './pricing'
import { stockRoom } from './stock-room'

/**
 * `npm run bench`: a production server with the demo shop on data of its own, measured from the same machine.
 * Everything is a ratio to a static file of the same server in the same run; absolute figures depend on the machine.
 */
const seconds = 8
const connections = 8
const compressed = { 'Accept-Encoding': 'br' }

interface Row {
  what: string
  perSecond: number
  p50: number
  p99: number
  note: string
}

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

/** Pages as a browser gets them, beside nginx with the same bytes where there is one. */
async function measurePages(shop: string, paths: readonly string[]): Promise<Row[]> {
  const files = new Map<string, Buffer>()
  for (const [at, path] of paths.entries()) files.set(`${at}.html`, await fetchCompressed(`${shop}${path}`))
  const nginx = await startNginx(files)
  const rows: Row[] = []
  try {
    for (const [at, path] of paths.entries()) {
      const row = await measurePage(shop, path, compressed)
      const kept = nginx && (await measurePage(nginx.url, `/${at}.html`))
      const beside = kept
        ? `${(row.perSecond / kept.perSecond).toFixed(2)} x nginx (${kept.perSecond.toFixed(0)}/s, p99 ${kept.p99.toFixed(1)} ms)`
        : 'nginx is not installed'
      rows.push({ ...row, note: [row.note, beside].filter(Boolean).join('; ') })
    }
  } finally {
    nginx?.stop()
  }
  return rows
}

async function measurePage(url: string, path: string, headers: Record<string, string> = {}): Promise<Row> {
  await (await fetch(`${url}${path}`)).arrayBuffer()
  const { requests, latency, non2xx, errors } = await autocannon({
    url: `${url}${path}`,
    connections,
    duration: seconds,
    headers,
  })
  const bad = non2xx + errors
  return {
    what: path,
    perSecond: requests.average,
    p50: latency.p50,
    p99: latency.p99,
    note: bad ? `${bad} were not 2xx` : '',
  }
}

interface Cart {
  token: string
  option: string
}

type Guest = ReturnType<typeof buyer>

async function fillCart(guest: Guest, variants: readonly string[], index: number): Promise<Cart> {
  const token = await guest.openCart()
  await guest.add(token, variants[index % variants.length] ?? '')
  await guest.add(token, variants[(index * 7 + 3) % variants.length] ?? '')
  return { token, option: await guest.shippingOption(token) }
}

const rowOf = (
  what: string,
  times: number,
  took: { seconds: number; millis: number[] },
  refused: number,
): Row => ({
  what,
  perSecond: times / took.seconds,
  p50: percentile(took.millis, 0.5),
  p99: percentile(took.millis, 0.99),
  note: refused ? `${refused} were refused` : '',
})

/** `POST /checkout` alone, on carts that were filled before. */
async function measureCheckout(
  url: string,
  variants: readonly string[],
  clients: number,
  paymentMethod = 'manual',
): Promise<Row> {
  const times = clients === 1 ? 400 : 1_200
  const guest = buyer(httpClient(url, clients))
  const carts: Cart[] = []
  await inParallel(times, 8, async (index) => {
    carts.push(await fillCart(guest, variants, index))
  })
  let refused = 0
  const took = await inParallel(times, clients, async (index) => {
    const cart = carts[index]
    if (!cart) refused += 1
    else if ((await guest.checkout(cart.token, cart.option, randomUUID(), paymentMethod)).status !== 201)
      refused += 1
  })
  const by = paymentMethod === 'stripe' ? ' by card, against a double of Stripe' : ''
  return rowOf(`POST /checkout${by}, ${clients} at once`, times, took, refused)
}

/** The whole way of a guest: cart, two pairs, delivery, order. */
async function measureBuyers(url: string, variants: readonly string[], clients: number): Promise<Row> {
  const times = 400
  const guest = buyer(httpClient(url, clients))
  let refused = 0
  const took = await inParallel(times, clients, async (index) => {
    const { token, option } = await fillCart(guest, variants, index)
    if ((await guest.checkout(token, option)).status !== 201) refused += 1
  })
  return rowOf(`a guest buys two pairs (5 calls), ${clients} at once`, times, took, refused)
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

function print(rows: readonly Row[], reference: number): void {
  const cells = rows.map(({ what, perSecond, p50, p99, note }) => [
    what,
    perSecond.toFixed(0),
    (perSecond / reference).toFixed(2),
    p50.toFixed(1),
    p99.toFixed(1),
    note,
  ])
  const table = [['what', 'per second', 'x static file', 'p50 ms', 'p99 ms', ''], ...cells]
  const widths = (table[0] ?? []).map((_, column) =>
    Math.max(...table.map((row) => row[column]?.length ?? 0)),
  )
  for (const row of table)
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
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
    if (!isAsked('--buying')) {
      rows.push(...(await measurePages(shop.url, ['/', `/c/${category?.path}`, `/p/${product?.slug}`])))
      rows.push(await measurePage(shop.url, '/api/store/products'))
      rows.push({
        ...(await measurePage(shop.url, '/search?q=derby', compressed)),
        what: 'a search that is known',
      })
      rows.push(...(await measureFirstSearches(shop.url)))
      rows.push(await measureCartPage(shop.url, variants))
    }
    if (isAsked('--pages')) return print(rows, reference.perSecond)
    for (const clients of [1, 8, 32]) rows.push(await measureCheckout(shop.url, variants, clients))
    for (const clients of [1, 8]) rows.push(await measureCheckout(shop.url, variants, clients, 'stripe'))
    for (const clients of [1, 8]) rows.push(await measureBuyers(shop.url, variants, clients))
    print(rows, reference.perSecond)
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
