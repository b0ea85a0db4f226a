import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fillShop, startShop } from '../start/testing/shop.mjs'
import { appMemory } from './app-processes'
import { measureFeeds } from './feeds'
import { httpClient, inParallel, percentile, type Client } from './http-client'
import { judge } from './rows'

/**
 * `npm run bench -- --catalogue [--products 100000]`: facets, by colour and by model, and suggestions of the load-test catalogue
 * over HTTP, each question another one, and of a hundredth of it. `--feeds`, alone or beside it: its feeds and sitemaps as they are streamed.
 * Exits non-zero where a figure falls short.
 */
const clients = 8
const questions = 2_000
const warm = 200
const targets = { facetsP95: 25, facetsPerSecond: 500, suggestP95: 10, growth: 10, rssMb: 500 }

interface Rate {
  perSecond: number
  p50: number
  p95: number
}

interface Figures {
  products: number
  loadSeconds: number
  facets: Rate
  /** The same questions by model, as the pages of the shop ask them. */
  models: Rate
  suggest: Rate
  rssMb: number
}

/** The same questions each time. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

interface Listing {
  total: number
  facets: Record<string, { value: string; count: number }[]>
  products: { title: string }[]
}

const read = async (client: Client, path: string): Promise<Listing> => {
  const { status, body } = await client({ method: 'GET', path })
  if (status !== 200) throw new Error(`${path} was answered ${status}`)
  return JSON.parse(body) as Listing
}

/** Three facets of three kinds each, with a category, a sort and a page: nothing that was asked before. */
function facetQuestions({ facets }: Listing, categories: readonly string[], count: number): string[] {
  const roll = dice(11)
  const names = Object.keys(facets).filter((name) => (facets[name]?.length ?? 0) > 1)
  const pick = <T>(list: readonly T[]): T | undefined => list[roll(list.length)]
  return Array.from({ length: count }, (_, at) => {
    const query = new URLSearchParams()
    const own = new Set<string>(['size'])
    while (own.size < 3) own.add(pick(names) ?? 'colour')
    for (const name of own) query.append(name, pick(facets[name] ?? [])?.value ?? '')
    if (roll(3) > 0) query.set('category', pick(categories) ?? '')
    query.set('sort', pick(['popular', 'newest', 'price', '-price']) ?? 'popular')
    query.set('page', String(1 + (roll(4) === 0 ? roll(5) : 0)))
    query.set('minPrice', String(at))
    return `/api/store/products?${query}`
  })
}

/** Beginnings of titles and words with an error in them, the first letter too. */
function suggestQuestions({ products }: Listing, count: number): string[] {
  const roll = dice(12)
  const words = [...new Set(products.flatMap(({ title }) => title.split(/\s+/)))].filter((word) =>
    /^\p{L}{4,}$/u.test(word),
  )
  return Array.from({ length: count }, (_, at) => {
    const word = words[roll(words.length)] ?? 'derby'
    const place = roll(word.length)
    const typed =
      at % 2 === 0
        ? word.slice(0, 2 + roll(word.length - 1))
        : word.slice(0, place) + 'x' + word.slice(place + 1)
    const more = roll(3) === 0 ? ` ${words[roll(words.length)]?.slice(0, 3) ?? ''}` : ''
    return `/api/store/suggest?q=${encodeURIComponent(typed + more)}`
  })
}

async function measure(client: Client, paths: readonly string[]) {
  const ask = async (path = '/') => {
    const { status } = await client({ method: 'GET', path })
    if (status !== 200) throw new Error(`${path} was answered ${status}`)
  }
  await inParallel(warm, clients, (at) => ask(paths[at]))
  const rest = paths.slice(warm)
  const { seconds, millis } = await inParallel(rest.length, clients, (at) => ask(rest[at]))
  return { perSecond: rest.length / seconds, p50: percentile(millis, 0.5), p95: percentile(millis, 0.95) }
}

type Shop = Awaited<ReturnType<typeof startShop>>

async function withShop<T>(products: number, work: (shop: Shop, began: number) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'molini-catalogue-'))
  await fillShop(folder, { products })
  const began = performance.now()
  const shop = await startShop({ dataDir: folder })
  try {
    return await work(shop, began)
  } finally {
    await shop.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Suggestions come from memory alone: there are none while it is being filled. */
async function isInMemory(client: Client): Promise<boolean> {
  const { status, body } = await client({ method: 'GET', path: '/api/store/suggest?q=derby' })
  return status === 200 && (JSON.parse(body) as Listing).products.length > 0
}

async function figuresOf(products: number, shop: Shop, began: number): Promise<Figures> {
  const client = httpClient(shop.url, clients)
  while (!(await isInMemory(client))) await pause(500)
  const listing = await read(client, '/api/store/products?limit=100')
  const loadSeconds = (performance.now() - began) / 1000
  const categories = ['women', 'men', 'women-shoes', 'men-shoes', 'men-boots', 'women-boots', 'kids']
  const known: string[] = []
  for (const one of categories)
    if ((await client({ method: 'GET', path: `/api/store/products?category=${one}&limit=1` })).status === 200)
      known.push(one)
  const asked = facetQuestions(listing, known, questions)
  const byModel = asked.map((path) => `${path}&each=model`)
  return {
    products,
    loadSeconds,
    facets: await measure(client, asked),
    models: await measure(client, byModel),
    suggest: await measure(client, suggestQuestions(listing, questions)),
    rssMb: appMemory(shop.pid ?? process.pid),
  }
}

const told = ({ products, facets, models, suggest, rssMb, loadSeconds }: Figures): string =>
  [
    `${products} products: there ${loadSeconds.toFixed(1)} s after the start, ${rssMb.toFixed(0)} MB`,
    ...Object.entries({ facets, models, suggest }).map(
      ([name, row]) =>
        `  ${name.padEnd(8)} ${row.perSecond.toFixed(0)}/s, p50 ${row.p50.toFixed(1)} ms, p95 ${row.p95.toFixed(1)} ms at ${clients} clients`,
    ),
  ].join('\n')

function shortOf(large: Figures, small: Figures): string[] {
  const growth = large.facets.p95 / small.facets.p95
  console.log(`100 times the products cost ${growth.toFixed(1)} times the time.`)
  return [
    large.facets.p95 > targets.facetsP95 && `facets p95 > ${targets.facetsP95} ms`,
    large.facets.perSecond < targets.facetsPerSecond && `facets < ${targets.facetsPerSecond}/s`,
    large.models.p95 > targets.facetsP95 && `models p95 > ${targets.facetsP95} ms`,
    large.models.perSecond < targets.facetsPerSecond && `models < ${targets.facetsPerSecond}/s`,
    large.suggest.p95 > targets.suggestP95 && `suggestions p95 > ${targets.suggestP95} ms`,
    growth > targets.growth && `growth > ${targets.growth}`,
    large.rssMb > targets.rssMb && `memory > ${targets.rssMb} MB`,
  ].flatMap((one) => one || [])
}

/** Prints the figures that `args` ask for and says which are short. */
export async function benchCatalogue(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--products')
  const products = at < 0 ? 100_000 : Number(args[at + 1])
  const [isAsked, withFeeds] = [args.includes('--catalogue'), args.includes('--feeds')]
  const hundredth = Math.max(1, Math.round(products / 100))
  const small = isAsked
    ? await withShop(hundredth, (shop, began) => figuresOf(hundredth, shop, began))
    : undefined
  if (small) console.log(told(small))
  const short = await withShop(products, async (shop, began) => {
    const large = small && (await figuresOf(products, shop, began))
    if (large) console.log(told(large))
    return [
      ...(large ? shortOf(large, small) : []),
      ...(withFeeds ? await measureFeeds(shop.url, shop.pid ?? process.pid) : []),
    ]
  })
  judge(short)
}
