import type { ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test, vi } from 'vitest'

vi.hoisted(() => vi.stubEnv('NEXT_RUNTIME', 'nodejs'))
vi.mock('next/cache', () => import('../start/testing/kept-reads'))

const { countStatements } = await import('../start/testing/count-statements')
const { forgetReads } = await import('../start/testing/kept-reads')
const { getTestPayload } = await import('../start/testing/payload')
const { seedShop } = await import('../demo/seed/seed-shop')
const { currentCatalogue, loadCatalogue } = await import('#queries/catalogue')
const { getFooter, getNavigation, getShopSettings } = await import('#queries/site')
const { rowsOf, sql } = await import('#queries/sql')
const { GET: sitemapIndex } = await import('./sitemap.xml/route')
const { GET: sitemap } = await import('./sitemaps/[file]/route')
const { GET: feed } = await import('./feeds/[file]/route')

const most = 8

/** What the address says, and what a search asks. */
type Said = Record<string, string | string[]>
type Props = { params: Promise<never>; searchParams: Promise<never> }
type PageModule = {
  default: (props: Props) => Promise<ReactNode>
  generateMetadata: (props: Props) => Promise<unknown>
}

/** The page of a route, head and body, drawn as HTML. */
async function draw(load: () => Promise<unknown>, said: Said): Promise<string> {
  const page = (await load()) as PageModule
  const { q, ...params } = { market: 'eu', ...said } as Said
  const props = () => ({
    params: Promise.resolve(params as never),
    searchParams: Promise.resolve((q ? { q } : {}) as never),
  })
  await page.generateMetadata(props())
  const { prelude } = await prerender(await page.default(props()))
  return new Response(prelude).text()
}

/** What stands around every page of a market, as the layout reads it. */
const readFrame = () => Promise.all([getNavigation('eu'), getFooter('eu'), getShopSettings('eu')])

const content = () => import('./(shop)/[market]/[...path]/page')
const listing = () => import('./(shop)/[market]/c/[...path]/page')
const search = () => import('./(shop)/[market]/search/page')
const product = () => import('./(shop)/[market]/p/[slug]/page')
const reviews = () => import('./(shop)/[market]/p/[slug]/reviews/page')
const wear = () => import('./(shop)/[market]/p/[slug]/wear/page')
const worn = () => import('./(shop)/[market]/p/[slug]/wear/[...said]/page')
const journal = () => import('./(shop)/[market]/journal/page')
const article = () => import('./(shop)/[market]/journal/[slug]/page')
const author = () => import('./(shop)/[market]/journal/authors/[slug]/page')
const ruler = () => import('./(shop)/[market]/foot-ruler/page')
const home = () => import('./(shop)/[market]/page')

let contentPages: string[]
let articles: string[]
let authors: string[]
beforeAll(async () => {
  await seedShop({ payload: await getTestPayload(), log: () => {} })
  await vi.waitFor(async () => {
    await loadCatalogue()
    expect(await currentCatalogue(0)).toBeDefined()
  }, 30_000)
  const slugs = async (rows: Promise<{ slug: string }[]>) => (await rows).map(({ slug }) => slug)
  contentPages = await slugs(
    rowsOf(sql`SELECT slug FROM pages WHERE _status = 'published' AND slug <> 'home'`),
  )
  articles = await slugs(rowsOf(sql`SELECT slug FROM articles WHERE _status = 'published' ORDER BY slug`))
  authors = await slugs(rowsOf(sql`SELECT slug FROM authors ORDER BY slug`))
})

const derby = 'albona-derby-cognac'

test.each<[string, () => Promise<unknown>, Said, RegExp]>([
  ['the home page', home, {}, /class="hero/],
  ['a department', listing, { path: ['men'] }, /<shoe-card/],
  [
    'a listing by three facets',
    listing,
    { path: ['women', 'f', 'size-38,39', 'colour-black', 'sort-price'] },
    /class="chip/,
  ],
  ['a search', search, { q: 'derby' }, /<shoe-card/],
  ['a search that may be a code', search, { q: 'ALBONA1' }, /<form/],
  ['a search for a brand', search, { q: 'Molini' }, /<shoe-card/],
  ['a search that finds nothing', search, { q: 'zeppelin' }, /class="subcategories search-help"/],
  ['the journal', journal, {}, /<article|<li/],
  ['the ruler', ruler, {}, /class="ruler-steps/],
])('%s is read with at most eight statements', async (_, load, said, shows) => {
  forgetReads()
  await readFrame()
  const { made, statements } = await countStatements(() => draw(load, said))
  expect(made).toMatch(shows)
  expect(statements).toBeLessThanOrEqual(most)
})

test.each<[string, () => Promise<unknown>, Said, RegExp]>([
  ['a product', product, { slug: derby }, /<h1[^>]*>[^<]*Albona/],
  ['what buyers say of a product', reviews, { slug: derby }, /class="review-columns/],
  ['the question for a size by another brand', wear, { slug: derby }, /<h1/],
  ['a size by another brand', worn, { slug: derby, said: ['other', 'eu-42'] }, /<h1/],
])('%s is, beside what all products share', async (_, load, said, shows) => {
  forgetReads()
  await readFrame()
  await draw(product, { slug: 'albona-derby-black' })
  const { made, statements } = await countStatements(() => draw(load, said))
  expect(made).toMatch(shows)
  expect(statements).toBeLessThanOrEqual(most)
})

test('so is every page that editors have written, every article and every author', async () => {
  const written: [() => Promise<unknown>, Said][] = [
    ...contentPages.map((slug): [typeof content, Said] => [content, { path: [slug] }]),
    ...articles.map((slug): [typeof article, Said] => [article, { slug }]),
    ...authors.map((slug): [typeof author, Said] => [author, { slug }]),
  ]
  expect(contentPages).toEqual(expect.arrayContaining(['about', 'care', 'size-guide', 'stores']))
  expect(Math.min(articles.length, authors.length)).toBeGreaterThan(0)
  const over: string[] = []
  for (const [load, said] of written) {
    forgetReads()
    await readFrame()
    const { made, statements } = await countStatements(() => draw(load, said))
    expect(made, JSON.stringify(said)).toMatch(/<h1/)
    if (statements > most) over.push(`${JSON.stringify(said)}: ${statements}`)
  }
  expect(over).toEqual([])
})

const file = (name: string) => ({ params: Promise.resolve({ file: name }) })
const asked = new Request('http://localhost/')

test.each([
  ['the sitemap', () => sitemapIndex(), /products-1\.xml/],
  ['the sitemap of pages', () => sitemap(asked, file('pages.xml')), /\/c\/men</],
  ['a sitemap of products', () => sitemap(asked, file('products-1.xml')), /\/p\/albona-derby-cognac</],
])('%s of the demo shop is read with at most eight statements', async (_, ask, shows) => {
  forgetReads()
  const { made, statements } = await countStatements(async () => (await ask()).text())
  expect(made).toMatch(shows)
  expect(statements).toBeLessThanOrEqual(most)
})

test('a feed is read with at most eight statements beside one for each two hundred items', async () => {
  forgetReads()
  const { made, statements } = await countStatements(async () =>
    (await feed(asked, file('eu-google.xml'))).text(),
  )
  const batches = Math.ceil((made.match(/<item>/g) ?? []).length / 200)
  expect(batches).toBeGreaterThan(1)
  expect(statements - batches).toBeLessThanOrEqual(most)
})
