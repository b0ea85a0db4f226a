import { sql } from '@payloadcms/db-postgres'
import { beforeAll, expect, test } from 'vitest'
import { refreshPrices } from '#services/refresh-prices'
import { rowsOf } from '#services/transaction'
import { straightUrl } from '../../start/testing/database'
import { getTestPayload, getTestRequest } from '../../start/testing/payload'
import { seedShop } from '../seed/seed-shop'
import { isLoaded } from './ids'
import { loadCatalogue } from './grow-catalogue'

async function rows<Row>(query: ReturnType<typeof sql>): Promise<Row[]> {
  return rowsOf<Row>(await getTestRequest(), query)
}

const countLoaded = async (table: string): Promise<number> => {
  const [row] = await rows<{ many: number }>(
    sql`SELECT count(*)::int AS many FROM ${sql.identifier(table)} WHERE ${sql.raw(isLoaded('id'))}`,
  )
  return row?.many ?? 0
}

/** All that guards the tables: constraints, indexes and triggers that are on. */
const guards = () =>
  rows(sql`
    SELECT conrelid::regclass::text AS of, conname AS name, pg_get_constraintdef(oid) AS what FROM pg_constraint
    UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT tgrelid::regclass::text, tgname, tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
    ORDER BY 1, 2, 3`)

beforeAll(async () => {
  await seedShop({ payload: await getTestPayload(), log: () => {} })
}, 240_000)

test(
  'a catalogue grows to the number asked for, keeps every guard, and a repeat adds nothing',
  { timeout: 180_000 },
  async () => {
    const before = await guards()
    expect(await loadCatalogue(straightUrl(), 25)).toContain('25 products were added')
    expect(await loadCatalogue(straightUrl(), 40)).toContain('15 products were added')
    expect(await loadCatalogue(straightUrl(), 40)).toContain('nothing was added')
    expect(await guards()).toEqual(before)
    expect(await Promise.all(['styles', 'products', 'variants'].map(countLoaded))).toEqual([14, 40, 480])
  },
)

test('stock is the sum of its movements and every variant has its prices on record', async () => {
  const wrong = await rows(sql`
    SELECT v.sku FROM variants v
    LEFT JOIN stock_levels s ON s.variant_id = v.id
    LEFT JOIN (SELECT variant_id, sum(quantity) AS q FROM stock_movements GROUP BY 1) m ON m.variant_id = v.id
    LEFT JOIN (SELECT variant_id, count(*) AS many FROM price_records GROUP BY 1) r ON r.variant_id = v.id
    WHERE ${sql.raw(isLoaded('v.id'))} AND (s.on_hand IS DISTINCT FROM coalesce(m.q, 0) OR r.many IS DISTINCT FROM 3)`)
  expect(wrong).toEqual([])
})

test('a loaded product opens in the admin whole: words, pictures, sizes, and can be saved', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const where = { slug: { like: '-100017' } }
  const find = () =>
    payload.find({
      collection: 'products',
      where,
      draft: true,
      depth: 0,
      locale: 'all',
      overrideAccess: true,
      req,
    })
  const [product] = (await find()).docs
  expect(product?.pictures).toHaveLength(4)
  expect(Object.keys(product?.colour ?? {}).toSorted()).toEqual(['de', 'en', 'it'])
  expect(product?.variants?.docs).toHaveLength(12)
  await payload.update({
    collection: 'products',
    id: product?.id ?? '',
    data: { popularity: 3 },
    overrideAccess: true,
    req,
  })
  expect((await find()).docs[0]).toMatchObject({ popularity: 3, pictures: product?.pictures })
})

test('what a running campaign covers is reduced by the next tick', async () => {
  const req = await getTestRequest()
  await rows(sql`WITH made AS (INSERT INTO price_campaigns (name, starts_at, percent, active) VALUES ('All', now() - interval '1 hour', 10, true) RETURNING id)
    INSERT INTO price_campaigns_segments ("order", parent_id, value)
    SELECT 1, id, s::enum_price_campaigns_segments FROM made, unnest(ARRAY['men', 'women', 'unisex', 'kids']) s`)
  expect(await loadCatalogue(straightUrl(), 46)).toContain('6 products were added')
  await refreshPrices(req)
  const [found] = await rows<{ reduced: number }>(
    sql`SELECT count(*)::int AS reduced FROM reduced_prices r WHERE ${sql.raw(isLoaded('r.variant_id'))} AND r.price < r.regular`,
  )
  expect(found?.reduced).toBe(6 * 12 * 3)
})
