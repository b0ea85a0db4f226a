import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ask } from '#catalogue/catalogue'
import { follow } from '#catalogue/follow'
import type { Found } from '#catalogue/found'
import { noChoice } from '#domain/listing-path'
import { markets } from '#domain/markets'
import { listedEach, type ListingQuery } from '#domain/views'
import { currentCatalogue, loadCatalogue } from './catalogue'
import { getCards } from './cards'
import { catalogueSource } from './catalogue-source'
import { findCategory } from './categories'
import { listingSql } from './listing-sql'
import { memoryCards } from './memory-cards'
import { rowsOf, sql, type Sql } from './sql'
import {
  colours,
  makeCatalogue,
  materials,
  segments,
  sizes,
  widths,
  type NaiveCatalogue,
} from './testing/catalogue-rows'

let catalogue: NaiveCatalogue
beforeAll(async () => {
  catalogue = await makeCatalogue(24, 11, 3)
  await loadCatalogue()
})

const sorted = ({ facets, ids, ...rest }: Found) => ({
  ...rest,
  ids: ids ?? [],
  facets: (facets ?? []).toSorted((a, b) => `${a.facet} ${a.value}`.localeCompare(`${b.facet} ${b.value}`)),
})

/** The same question to memory and to the database. */
async function both(query: ListingQuery) {
  const market = markets[query.market]
  const category = query.category === undefined ? undefined : await findCategory(market, query.category)
  const [found] = await rowsOf<Found>(listingSql(market, query, category))
  const memory = await currentCatalogue(0)
  if (!found || !memory) throw new Error('There is nothing to compare')
  const asked = ask(memory, {
    currency: market.currency,
    query,
    now: Date.now(),
    ...(category && { category }),
  })
  const ids = found.ids ?? []
  return {
    memory: { ...sorted(asked), cards: memoryCards(memory, market, ids) },
    database: { ...sorted(found), cards: await getCards(market, ids) },
  }
}

const run = (statement: Sql) => rowsOf(statement)
const productAt = (at: number) => catalogue.products[at % catalogue.products.length]?.id ?? ''
const variantOf = (at: number) =>
  sql`(SELECT id FROM variants WHERE product_id = ${productAt(at)} ORDER BY id OFFSET ${at % 3} LIMIT 1)`

/** What happens to a catalogue, each by a statement of somebody who knows nothing of the index. */
const deeds: readonly ((at: number, value: number) => Promise<unknown>)[] = [
  (at, value) =>
    run(sql`INSERT INTO stock_movements (variant_id, location_id, quantity, kind)
      SELECT v, (SELECT id FROM locations WHERE is_default), ${1 + (value % 3)}, 'delivery' FROM (SELECT ${variantOf(at)} AS v) x WHERE v IS NOT NULL`),
  (at) =>
    run(sql`INSERT INTO stock_movements (variant_id, location_id, quantity, kind)
      SELECT variant_id, location_id, -on_hand, 'correction' FROM stock_levels WHERE variant_id = ${variantOf(at)} AND on_hand > 0 AND reserved = 0`),
  (at) =>
    run(
      sql`UPDATE stock_levels SET reserved = on_hand - reserved WHERE variant_id = ${variantOf(at)} AND reserved IN (0, on_hand)`,
    ),
  (at, value) =>
    run(sql`UPDATE products SET price_in_e_u_r = ${5_000 + (value % 40) * 250}, price_in_g_b_p_enabled = ${value % 3 === 0},
      price_in_g_b_p = ${4_000 + value} WHERE id = ${productAt(at)}`),
  (at, value) =>
    run(sql`UPDATE variants SET price_in_e_u_r_enabled = ${value % 2 === 0}, price_in_e_u_r = ${6_000 + (value % 30) * 250}
      WHERE id = ${variantOf(at)}`),
  (at) =>
    run(
      sql`UPDATE products SET _status = CASE _status WHEN 'published' THEN 'draft' ELSE 'published' END::text::enum_products_status WHERE id = ${productAt(at)}`,
    ),
  (at) =>
    run(
      sql`UPDATE styles SET deleted_at = CASE WHEN deleted_at IS NULL THEN now() END WHERE id = (SELECT style_id FROM products WHERE id = ${productAt(at)})`,
    ),
  (at) =>
    run(
      sql`UPDATE variants SET deleted_at = CASE WHEN deleted_at IS NULL THEN now() END WHERE id = ${variantOf(at)}`,
    ),
  (at, value) =>
    run(
      sql`UPDATE products SET popularity = ${value % 20}, launched_at = now() - make_interval(days => ${value % 60}) WHERE id = ${productAt(at)}`,
    ),
  (at, value) =>
    run(sql`UPDATE styles SET attributes_closure = ${['lace', 'zip', null][value % 3]}, attributes_vegan = ${value % 2 === 0},
      attributes_heel_height_mm = ${value % 4 === 0 ? null : value % 100}, segment = ${segments[value % 3]}
      WHERE id = (SELECT style_id FROM products WHERE id = ${productAt(at)})`),
  (at, value) =>
    run(
      sql`UPDATE products SET colour_group = ${[...colours.slice(0, 3), null][value % 4]}, popularity = NULL WHERE id = ${productAt(at)}`,
    ),
  (at) =>
    run(
      sql`UPDATE styles SET segment = NULL WHERE id = (SELECT style_id FROM products WHERE id = ${productAt(at)})`,
    ),
  (at) =>
    run(sql`WITH gone AS (DELETE FROM styles_rels WHERE parent_id = (SELECT style_id FROM products WHERE id = ${productAt(at)}) RETURNING parent_id)
      INSERT INTO styles_rels ("order", parent_id, path, categories_id)
      SELECT 1, p.style_id, 'categories', c.id FROM products p, categories c
      WHERE p.id = ${productAt(at)} AND c.slug = ${catalogue.category} AND NOT EXISTS (SELECT FROM gone)`),
  (at, value) =>
    run(
      sql`WITH style AS (SELECT style_id AS id FROM products WHERE id = ${productAt(at)})
        UPDATE styles_materials_upper SET value = ${materials[value % 2]} WHERE parent_id = (SELECT id FROM style)`,
    ),
  (at) =>
    run(sql`WITH gone AS (DELETE FROM categories_rels WHERE products_id = ${productAt(at)} RETURNING 1)
      INSERT INTO categories_rels ("order", parent_id, path, products_id)
      SELECT ${at}, c.id, 'pinned', ${productAt(at)}::uuid FROM categories c WHERE c.slug = ${catalogue.category} AND NOT EXISTS (SELECT FROM gone)`),
  (at) =>
    run(sql`UPDATE brands SET name = ${`Name ${at}`} WHERE slug = ${catalogue.products[0]?.brand ?? ''}`),
  (at, value) =>
    run(sql`INSERT INTO reduced_prices (variant_id, currency, price, regular, lowest30, campaign_id, since)
      SELECT v.id, 'EUR', ${1_000 + (value % 5) * 500}, 20000, ${value % 2 === 0 ? 2_000 : null}, ${campaign()}, now()
      FROM variants v WHERE v.product_id = ${productAt(at)} ON CONFLICT (variant_id, currency) DO UPDATE SET price = excluded.price, lowest30 = excluded.lowest30`),
  (at, value) =>
    run(sql`WITH media AS (INSERT INTO media (filename, width, height) VALUES (${`${randomUUID()}.webp`}, 1600, ${1_000 + value}) RETURNING id),
      words AS (INSERT INTO media_locales (_parent_id, _locale, alt) SELECT id, 'en', ${`A shoe ${value}`} FROM media)
      INSERT INTO products_pictures (_order, _parent_id, id, image_id, view) SELECT ${-value}, ${productAt(at)}, ${randomUUID()}, id, 'side' FROM media`),
  (at, value) =>
    run(sql`UPDATE media SET updated_at = now(), height = ${value} WHERE id = (
      SELECT image_id FROM products_pictures WHERE _parent_id = ${productAt(at)} ORDER BY _order LIMIT 1)`),
  (at, value) =>
    run(sql`INSERT INTO brands_size_overrides (_order, _parent_id, id, size_id, eu, uk)
      SELECT ${value}, b.id, ${randomUUID()}, o.id, ${`E${value % 3}`}, ${value % 2 ? 'U1' : null} FROM brands b, variant_options o
      WHERE b.slug = ${catalogue.products[at % 24]?.brand ?? ''} AND o.value = ${sizes[value % 4]} AND NOT EXISTS (
        SELECT FROM brands_size_overrides x WHERE x._parent_id = b.id AND x.size_id = o.id) LIMIT 1`),
  (at) =>
    run(sql`UPDATE products SET style_id = (SELECT style_id FROM products WHERE id = ${productAt(at + 1)}), swatch = '#112233'
      WHERE id = ${productAt(at)}`),
  (at, value) =>
    run(sql`INSERT INTO products_locales (_parent_id, _locale, colour) VALUES (${productAt(at)}, 'en', ${`colour ${value}`})
      ON CONFLICT (_locale, _parent_id) DO UPDATE SET colour = excluded.colour`),
  (at) =>
    run(
      sql`DELETE FROM reduced_prices USING variants v WHERE v.id = variant_id AND v.product_id = ${productAt(at)}`,
    ),
  (at, value) =>
    run(sql`UPDATE styles SET lead_product_id = ${value % 3 === 0 ? null : productAt(at)}::uuid
      WHERE id = (SELECT style_id FROM products WHERE id = ${productAt(at)})`),
]
let campaignId = ''

const campaign = () => sql`${campaignId}::uuid`

const some = (values: readonly string[]) => fc.subarray([...values], { maxLength: 2 })
const asked = fc.record({
  market: fc.constantFrom('eu' as const, 'eu' as const, 'uk' as const, 'us' as const),
  inCategory: fc.boolean(),
  size: some(sizes),
  width: some(widths),
  colour: some([...colours, 'no-such-colour']),
  segment: some(segments),
  material: some(materials),
  closure: some(['lace', 'zip']),
  heel: some(['flat', 'mid', 'high']),
  feature: some(['vegan', 'nothing']),
  offer: some(['new', 'reduced']),
  withBrand: fc.boolean(),
  minPrice: fc.option(fc.integer({ min: 1_000, max: 9_000 }), { nil: undefined }),
  maxPrice: fc.option(fc.integer({ min: 2_000, max: 16_000 }), { nil: undefined }),
  inStock: fc.option(fc.boolean(), { nil: undefined }),
  sort: fc.constantFrom('popular' as const, 'newest' as const, 'price' as const, '-price' as const),
  page: fc.integer({ min: 1, max: 3 }),
  limit: fc.constantFrom(5, 24),
})
/** Most filters are off in most questions, or there would be nothing left to count. */
const sparse = asked.chain((query) =>
  fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }).map((off) => ({
    ...query,
    ...Object.fromEntries(
      (
        ['size', 'width', 'colour', 'segment', 'material', 'closure', 'heel', 'feature', 'offer'] as const
      ).map((facet, at) => [facet, off[at] ? [] : query[facet]]),
    ),
  })),
)
const history = fc.array(fc.tuple(fc.nat(deeds.length - 1), fc.nat(200), fc.nat(1_000)), {
  minLength: 1,
  maxLength: 5,
})

test.each(listedEach)(
  'memory and database give the same answers, whatever has happened: %s',
  async (each) => {
    await loadCatalogue()
    campaignId = randomUUID()
    await run(
      sql`INSERT INTO price_campaigns (id, name, active, starts_at, kind) VALUES (${campaignId}, 'A campaign', false, now(), 'percent')`,
    )
    await fc.assert(
      fc.asyncProperty(history, sparse, async (happened, { inCategory, withBrand, ...filters }) => {
        for (const [deed, at, value] of happened) await deeds[deed]?.(at, value)
        const { memory, database } = await both({
          ...noChoice,
          ...filters,
          each,
          ...(inCategory ? { category: catalogue.category } : {}),
          brand: withBrand ? [catalogue.products[0]?.brand ?? ''] : [],
        })
        expect(memory).toEqual(database)
      }),
      { numRuns: 300, seed: 7 },
    )
  },
)

test('a change of a transaction that is still open shows when it is committed, though later ones were read', async () => {
  const listed = async () =>
    (await both({ ...noChoice, market: 'eu', each: 'colour', category: catalogue.category, limit: 24 }))
      .memory
  await run(sql`UPDATE products SET _status = 'published'`)
  await run(sql`UPDATE styles SET deleted_at = NULL`)
  const { total: before, ids } = await listed()
  const [first, second] = ids
  const { getTestPayload } = await import('../start/testing/payload')
  const payload = await getTestPayload()
  const slow = await payload.db.pool.connect()
  try {
    await slow.query('BEGIN')
    await slow.query(`UPDATE products SET _status = 'draft' WHERE id = $1`, [first])
    await run(sql`UPDATE products SET _status = 'draft' WHERE id = ${second}`)
    expect((await listed()).total).toBe(before - 1)
    await slow.query('COMMIT')
  } finally {
    slow.release()
  }
  expect((await listed()).total).toBe(before - 2)
})

test('a size of a scale made this moment is understood', async () => {
  const [option] = await rowsOf<{
    id: string
  }>(sql`INSERT INTO variant_options (variant_type_id, label, value, eu, rank)
    SELECT variant_type_id, '51', '51', '51', 99 FROM variant_options WHERE value = '40' LIMIT 1 RETURNING id`)
  await run(sql`UPDATE products SET _status = 'published' WHERE id = ${productAt(3)}`)
  await run(
    sql`INSERT INTO variants (product_id, sku, size_id) VALUES (${productAt(3)}, ${`NEW-${randomUUID()}`}, ${option?.id})`,
  )
  const { memory, database } = await both({ ...noChoice, market: 'eu', each: 'colour', limit: 24 })
  expect(memory.facets.some(({ value }) => value === '51')).toBe(true)
  expect(memory).toEqual(database)
})

test('who begins to read while a transaction is open for long is not kept from it by what was committed since', async () => {
  const { getTestPayload } = await import('../start/testing/payload')
  const slow = await (await getTestPayload()).db.pool.connect()
  const faults: unknown[] = []
  try {
    await slow.query('BEGIN')
    await slow.query('SELECT pg_current_xact_id()')
    await run(sql`INSERT INTO catalogue_changes (everything) VALUES (true)`)
    const follower = follow(catalogueSource, { onFault: (fault) => faults.push(fault) })
    await follower.loaded()
    expect(await follower.current(0)).toBeDefined()
  } finally {
    await slow.query('ROLLBACK')
    slow.release()
  }
  expect(faults).toEqual([])
})
