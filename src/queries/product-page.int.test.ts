import { beforeAll, expect, test, vi } from 'vitest'

vi.hoisted(() => vi.stubEnv('NEXT_RUNTIME', 'nodejs'))
vi.mock('next/cache', () => import('../start/testing/kept-reads'))

const { env } = await import('#env')
const { countStatements, pagePool } = await import('../start/testing/count-statements')
const { getBeside } = await import('./beside')
const { currentCatalogue, loadCatalogue } = await import('./catalogue')
const { getDeliveryFacts } = await import('./delivery-facts')
const { getDeliveryPromise } = await import('./delivery-promise')
const { getPickupStock } = await import('./pickup-stock')
const { getProductMarkets } = await import('./product-markets')
const { getProduct } = await import('./products')
const { getReviews } = await import('./reviews')
const { getShopSettings } = await import('./site')
const { rowsOf, sql } = await import('./sql')
const { makeCatalogue } = await import('./testing/catalogue-rows')

let slugs: string[]
beforeAll(async () => {
  const { products } = await makeCatalogue(8, 3)
  slugs = products.map(({ slug }) => slug)
  await rowsOf(sql`WITH own AS (SELECT style_id, row_number() OVER (ORDER BY slug) AS nth FROM products WHERE slug = ANY (${sql.param(slugs)}::text[]))
    INSERT INTO styles_rels ("order", parent_id, path, styles_id)
    SELECT other.nth, own.style_id, 'completes', other.style_id FROM own JOIN own other ON other.nth BETWEEN own.nth + 1 AND own.nth + 4`)
  await rowsOf(sql`WITH plan AS (INSERT INTO care_plans ("order") VALUES (-1) RETURNING id),
    materials AS (INSERT INTO care_plans_materials ("order", parent_id, value)
      SELECT place, plan.id, value FROM plan, (VALUES (1, 'leather'::enum_care_plans_materials), (2, 'textile')) m (place, value))
    INSERT INTO care_plans_rels ("order", parent_id, path, styles_id)
    SELECT 1, plan.id, 'goods', (SELECT p.style_id FROM products p JOIN variants v ON v.product_id = p.id
      JOIN stock_levels l ON l.variant_id = v.id AND l.on_hand > 0 WHERE p.slug = ANY (${sql.param(slugs)}::text[]) LIMIT 1) FROM plan`)
})

/** All that the page of a product reads, as the page asks for it. */
async function readPage(slug: string) {
  const product = await getProduct('eu', slug)
  if (!product) throw new Error(`There is no ${slug}`)
  await getProductMarkets(slug)
  const [, , , beside, reviews] = await Promise.all([
    getDeliveryFacts('eu'),
    getShopSettings('eu'),
    getDeliveryPromise('eu'),
    getBeside('eu', product),
    getReviews({ market: 'eu', slug, page: 1, limit: 4 }),
    getPickupStock('eu', slug),
  ])
  return { product, beside, reviews }
}

test('a product page that nobody has asked for yet is read with eight statements, however many shoes stand beside it', async () => {
  const [first = '', second = ''] = slugs
  await vi.waitFor(async () => {
    await loadCatalogue()
    expect(await currentCatalogue(0)).toBeDefined()
  }, 20_000)
  await readPage(first)
  const { made, statements } = await countStatements(() => readPage(second))
  const { product, beside, reviews } = made
  expect(product.completes).toHaveLength(4)
  expect(beside.look.length + beside.related.length).toBeGreaterThan(3)
  expect(reviews?.total).toBe(0)
  expect(beside.care?.goods).toHaveLength(1)
  expect(statements).toBeGreaterThan(3)
  expect(statements).toBeLessThanOrEqual(8)
})

// Behind a pooler pages have no connections of their own, and nothing has a name in the protocol.
test.skipIf(env.isPooled)(
  'what a page reads is planned once on each of the few connections that pages have, whatever it is asked with',
  async () => {
    for (const slug of slugs.slice(2)) await readPage(slug)
    const pool = pagePool()
    expect(pool.totalCount).toBeLessThanOrEqual(3)
    const lines = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()))
    const known = await Promise.all(
      lines.map(async (line) => {
        const { rows } = await line.query<{ name: string; generic: number; custom: number }>(
          `SELECT name, generic_plans::int AS generic, custom_plans::int AS custom FROM pg_prepared_statements`,
        )
        line.release()
        return rows
      }),
    )
    const names = new Set(known.flat().map(({ name }) => name.replace(/-[0-9a-f]{12}$/, '')))
    for (const name of ['product', 'variants', 'reviews', 'cards', 'siblings', 'pickup-stock'])
      expect(names).toContain(name)
    expect(known.flat().filter(({ custom }) => custom > 0)).toEqual([])
    expect(known.flat().some(({ generic }) => generic > 1)).toBe(true)
  },
)
