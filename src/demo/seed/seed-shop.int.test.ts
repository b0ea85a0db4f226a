import { sql } from '@payloadcms/db-postgres'
import { beforeAll, expect, test } from 'vitest'
import { noChoice } from '#domain/listing-path'
import { loadCatalogue } from '#queries/catalogue'
import { getListing } from '#queries/listing'
import { rowsOf } from '#services/transaction'
import { pages } from '../catalogue/pages'
import { careGoods } from '../catalogue/goods'
import { styles } from '../catalogue/styles'
import { synonyms } from '../catalogue/synonyms'
import { getTestPayload, getTestRequest } from '../../start/testing/payload'
import { demoOrders } from './order-list'
import { seedShop } from './seed-shop'

const goods = careGoods.flatMap((good) => good.colourways)
const colourways = styles.flatMap((style) => style.colourways)

async function seed(): Promise<void> {
  await seedShop({ payload: await getTestPayload(), log: () => {} })
}

async function rows<Row>(query: ReturnType<typeof sql>): Promise<Row[]> {
  return rowsOf<Row>(await getTestRequest(), query)
}

/** How many rows each table has. */
async function counts(): Promise<Record<string, number>> {
  const tables = await rows<{ name: string }>(
    sql`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const found: Record<string, number> = {}
  for (const { name } of tables) {
    const [row] = await rows<{ many: number }>(sql`SELECT count(*)::int AS many FROM ${sql.identifier(name)}`)
    found[name] = row?.many ?? 0
  }
  return found
}

beforeAll(seed, 240_000)

test('a second seed adds nothing and leaves what a person changed', { timeout: 120_000 }, async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const slug = colourways[0]?.slug ?? ''
  const change = { title: 'Our best', priceInEUR: 19900 }
  await payload.update({
    collection: 'products',
    where: { slug: { equals: slug } },
    data: change,
    overrideAccess: true,
    req,
  })
  await payload.updateGlobal({ slug: 'footer', data: { smallPrint: 'Ours' }, overrideAccess: true, req })
  const before = await counts()
  await seed()
  expect(await counts()).toEqual(before)
  const { docs } = await payload.find({
    collection: 'products',
    where: { slug: { equals: slug } },
    overrideAccess: true,
    req,
  })
  expect(docs[0]).toMatchObject(change)
  expect(await payload.findGlobal({ slug: 'footer', overrideAccess: true, req })).toMatchObject({
    smallPrint: 'Ours',
  })
})

test('the ledger sums to what is on hand, and what is reserved to the open reservations', async () => {
  const wrong = await rows(sql`
    SELECT s.variant_id FROM stock_levels s
    FULL JOIN (SELECT variant_id, sum(quantity) AS q FROM stock_movements GROUP BY 1) m USING (variant_id)
    LEFT JOIN (SELECT variant_id, sum(quantity) AS q FROM reservations GROUP BY 1) r USING (variant_id)
    WHERE coalesce(s.on_hand, 0) <> coalesce(m.q, 0) OR s.reserved <> coalesce(r.q, 0)`)
  expect(wrong).toEqual([])
  const [stock] = await rows<{ pairs: number; out: number }>(
    sql`SELECT sum(on_hand)::int AS pairs, count(*) FILTER (WHERE on_hand = 0)::int AS out FROM stock_levels`,
  )
  expect(stock?.pairs).toBeGreaterThan(1000)
  expect(stock?.out).toBeGreaterThan(50)
})

test('every shoe has four pictures and a care product one, three languages and a price in every currency', async () => {
  const products = await rows<{
    slug: string
    pictures: number
    colours: number
    alts: number
    prices: boolean
  }>(sql`
    SELECT p.slug,
      (SELECT count(*)::int FROM products_pictures x WHERE x._parent_id = p.id) AS pictures,
      (SELECT count(colour)::int FROM products_locales x WHERE x._parent_id = p.id) AS colours,
      (SELECT count(alt)::int FROM products_pictures x JOIN media_locales m ON m._parent_id = x.image_id WHERE x._parent_id = p.id) AS alts,
      p.price_in_e_u_r_enabled AND p.price_in_g_b_p_enabled AND p.price_in_u_s_d_enabled AS prices
    FROM products p ORDER BY p.slug`)
  const whole = [
    ...colourways.map(({ slug }) => ({ slug, pictures: 4, colours: 3, alts: 12, prices: true })),
    ...goods.map(({ slug }) => ({ slug, pictures: 1, colours: 3, alts: 3, prices: true })),
  ].toSorted((a, b) => (a.slug < b.slug ? -1 : 1))
  expect(products.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))).toEqual(whole)
})

test('every variant for sale has a price record for each currency', async () => {
  const without = await rows(sql`
    SELECT v.sku FROM variants v LEFT JOIN price_records r ON r.variant_id = v.id
    GROUP BY v.sku HAVING count(DISTINCT r.currency) <> 3`)
  expect(without).toEqual([])
})

test('campaigns have left their records: reductions with the lowest price of 30 days, some of them below the regular one', async () => {
  const [found] = await rows<{ reduced: number; announced: number; smaller: number; ended: number }>(sql`
    SELECT count(*)::int AS reduced, (count(*) FILTER (WHERE price < lowest30))::int AS announced,
      (count(*) FILTER (WHERE lowest30 < regular))::int AS smaller,
      (SELECT count(DISTINCT campaign_id)::int FROM price_records r WHERE campaign_id NOT IN (SELECT campaign_id FROM reduced_prices)) AS ended
    FROM reduced_prices WHERE currency = 'EUR'`)
  expect(found?.ended).toBe(1)
  expect(found?.reduced).toBeGreaterThan(50)
  expect(found?.announced).toBeGreaterThan(50)
  expect(found?.smaller).toBeGreaterThan(10)
})

test('whatever shoppers call a kind of shoe finds some, in each language', async () => {
  await loadCatalogue()
  const nothing: string[] = []
  for (const market of ['eu', 'it', 'de'] as const)
    for (const q of [
      ...synonyms.flat(),
      'size 42',
      'derby schwarz',
      'scarpe nere',
      'sandals for wide feet',
    ]) {
      const found = await getListing({ ...noChoice, market, each: 'model', q, sort: 'relevance', limit: 1 })
      if (!found?.total) nothing.push(`${market}: ${q}`)
    }
  expect(nothing).toEqual([])
})

test('the admin lists every document as published', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  for (const [collection, many] of [
    ['styles', styles.length + careGoods.length],
    ['products', colourways.length + goods.length],
    ['pages', pages.length],
  ] as const) {
    const { docs } = await payload.find({
      collection,
      draft: true,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
    expect(docs).toHaveLength(many)
    expect(new Set(docs.map(({ _status }) => _status))).toEqual(new Set(['published']))
  }
})

test('a seeded version is what Payload itself writes when the document is saved', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  for (const collection of ['styles', 'products', 'pages'] as const) {
    const { docs } = await payload.find({
      collection,
      limit: 1,
      sort: '-slug',
      depth: 0,
      overrideAccess: true,
      req,
    })
    const id = docs[0]?.id ?? ''
    await payload.update({ collection, id, data: {}, depth: 0, overrideAccess: true, req })
    const { docs: versions } = await payload.findVersions({
      collection,
      where: { parent: { equals: id } },
      sort: 'createdAt',
      locale: 'all',
      depth: 0,
      overrideAccess: true,
      req,
    })
    const [seeded, saved] = versions.map(({ version }) => ({ ...version, updatedAt: '' }))
    expect(versions).toHaveLength(2)
    expect(seeded).toEqual(saved)
  }
})

test('the demo orders went through the shop, each as far as it should', async () => {
  const orders = await rows<{ email: string; payment: string; fulfilment: string }>(
    sql`SELECT email, payment_status AS payment, fulfilment_status AS fulfilment FROM orders`,
  )
  const states = {
    placed: ['pending', 'unfulfilled'],
    paid: ['paid', 'unfulfilled'],
    shipped: ['', 'fulfilled'],
    cancelled: ['', 'cancelled'],
  }
  expect(orders).toHaveLength(demoOrders.length)
  for (const { email, progress } of demoOrders) {
    const [payment, fulfilment] = states[progress]
    const order = orders.find((one) => one.email === email)
    expect(order?.fulfilment).toBe(fulfilment)
    expect([order?.payment, '']).toContain(payment)
  }
})
