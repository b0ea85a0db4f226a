import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { getPage } from '#queries/pages'
import { getProduct } from '#queries/products'
import { readWithin } from '#queries/sql'
import { makeStyle, productData } from '../start/testing/catalogue'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { asIfPublished } from './as-if-published'
import { rowsOf } from './transaction'

const payload = await getTestPayload()
const how = async () => ({ overrideAccess: true, req: await getTestRequest() }) as const

/** A product with one size, and the id of its style. */
async function makeShoe(status: 'draft' | 'published') {
  const style = await makeStyle(status)
  const data = productData(style, { _status: status }) as never
  const product = await payload.create({
    collection: 'products',
    data,
    ...(await how()),
    overrideAccess: true,
  })
  await rowsOf(
    await getTestRequest(),
    sql`WITH size AS (INSERT INTO variant_options (variant_type_id, label, value, eu, foot_mm, rank)
        SELECT size_scale_id, '42', '42', '42', 265, 1 FROM styles WHERE id = ${style}::uuid RETURNING id)
      INSERT INTO variants (product_id, sku, size_id) SELECT ${product.id}::uuid, ${`SKU-${product.id}`}, id FROM size`,
  )
  return { id: product.id, slug: product.slug ?? '', style }
}

async function preview(id: string, market: 'eu' | 'it' = 'eu') {
  const req = await getTestRequest()
  return asIfPublished(req, { collection: 'products', id }, (doc) =>
    readWithin(req, () => getProduct(market, String(doc.slug))),
  )
}

const count = async (table: string): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>(
    await getTestRequest(),
    sql`SELECT count(*)::float8 AS count FROM ${sql.identifier(table)}`,
  )
  return row?.count ?? -1
}

test('a draft of a published product is previewed, while the shop shows what is published', async () => {
  const { id, slug } = await makeShoe('published')
  const data = { colour: 'Not yet', pictures: [], _status: 'draft' as const }
  await payload.update({
    collection: 'products',
    id,
    data,
    draft: true,
    ...(await how()),
    overrideAccess: true,
  })
  expect((await preview(id))?.colour).toBe('Not yet')
  expect((await getProduct('eu', slug))?.colour).toBe('Black')
})

test('a product that was never published is previewed with its style, and stays unknown to the shop', async () => {
  const { id, slug } = await makeShoe('draft')
  expect(await preview(id)).toMatchObject({ slug, style: { name: 'A style' } })
  expect(await getProduct('eu', slug)).toBeUndefined()
})

test('a draft in another language is previewed in that language', async () => {
  const { id } = await makeShoe('published')
  const write = { collection: 'products', id, draft: true, ...(await how()) } as const
  await payload.update({ ...write, locale: 'it', data: { colour: 'Non ancora' }, overrideAccess: true })
  expect((await preview(id, 'it'))?.colour).toBe('Non ancora')
  expect((await preview(id))?.colour).toBe('Black')
})

test('nothing of a preview stays: no price record, no audit entry, no changed row', async () => {
  const { id } = await makeShoe('draft')
  const before = [await count('price_records'), await count('audit_entries')]
  await preview(id)
  expect([await count('price_records'), await count('audit_entries')]).toEqual(before)
  const [row] = await rowsOf<{ status: string }>(
    await getTestRequest(),
    sql`SELECT _status AS status FROM products WHERE id = ${id}::uuid`,
  )
  expect(row?.status).toBe('draft')
})

test('a page is previewed with its blocks; what does not exist is undefined', async () => {
  const slug = `page-${Date.now()}`
  const page = await payload.create({
    collection: 'pages',
    data: { title: 'Soon', slug, _status: 'draft' },
    draft: true,
    ...(await how()),
    overrideAccess: true,
  })
  const req = await getTestRequest()
  const shown = await asIfPublished(req, { collection: 'pages', id: page.id }, (doc) =>
    readWithin(req, () => getPage('eu', String(doc.slug))),
  )
  expect(shown?.title).toBe('Soon')
  expect(await getPage('eu', slug)).toBeUndefined()
  const nothing = { collection: 'pages', id: '00000000-0000-4000-8000-000000000000' } as const
  expect(await asIfPublished(await getTestRequest(), nothing, async () => 1)).toBeUndefined()
})
