import { randomBytes } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import config from '#config'
import { PriceCampaigns } from '#collections/price-campaigns'
import type { Role } from '#domain/permissions'
import { dropped } from '../src/start/testing/dropped-tags'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'
import { brandData, makeStyle, productData } from '../src/start/testing/catalogue'
import { refreshPrices } from '#services/refresh-prices'
import { happensNow } from '#services/testing/campaign-rows'
import { rowsOf } from '#services/transaction'

const mark = () => randomBytes(5).toString('hex')

async function context() {
  return {
    payload: await getTestPayload(),
    how: { overrideAccess: true as const, req: await getTestRequest() },
  }
}

/** A product with one size, made as the admin makes them. */
async function sold(style?: string) {
  const { payload, how } = await context()
  const styleId = style ?? (await makeStyle())
  const { sizeScale } = await payload.findByID({
    collection: 'styles',
    id: styleId,
    depth: 0,
    ...how,
    overrideAccess: true,
  })
  const scale = String(sizeScale)
  const size = await payload.create({
    collection: 'variantOptions',
    data: { label: '40', value: `40-${mark()}`, eu: '40', rank: 1, footMm: 255, variantType: scale },
    ...how,
    overrideAccess: true,
  })
  const { id, slug } = await payload.create({
    collection: 'products',
    data: productData(styleId, { variantTypes: [scale], _status: 'published' }) as never,
    ...how,
    overrideAccess: true,
  })
  const variant = await payload.create({
    collection: 'variants',
    data: { product: id, options: [size.id], sku: `C-${mark().toUpperCase()}` } as never,
    ...how,
    overrideAccess: true,
  })
  return { style: styleId, id, slug, variant: variant.id }
}

const soon = (ms: number) => new Date(Date.now() + ms).toISOString()
const day = 86_400_000

async function campaign(data: Record<string, unknown>): Promise<string> {
  const { payload, how } = await context()
  const whole = { name: 'Sale', active: true, startsAt: soon(-1000), kind: 'percent', percent: 20, ...data }
  return (
    await payload.create({
      collection: 'price-campaigns',
      data: whole as never,
      ...how,
      overrideAccess: true,
    })
  ).id
}
async function change(
  collection: 'price-campaigns' | 'products' | 'styles' | 'categories',
  id: string,
  data: object,
) {
  const { payload, how } = await context()
  await payload.update({ collection, id, data: data as never, ...how, overrideAccess: true })
}
async function priceOf(variant: string): Promise<number | undefined> {
  const [row] = await rowsOf<{ price: number }>(
    await getTestRequest(),
    sql`SELECT price::float8 AS price FROM reduced_prices WHERE variant_id = ${variant} AND currency = 'EUR'`,
  )
  return row?.price
}

test('what is saved in the admin counts when the answer arrives, and its page is dropped', async () => {
  const { id, slug, variant } = await sold()
  dropped.clear()
  const sale = await campaign({ products: [id] })
  expect(await priceOf(variant)).toBe(10_320)
  expect([...dropped].toSorted()).toEqual(['catalogue', `product:${slug}`])
  await change('price-campaigns', sale, { percent: 50 })
  expect(await priceOf(variant)).toBe(6_450)
  await change('products', id, { priceInEUR: 20_000 })
  expect(await priceOf(variant)).toBe(10_000)
  await change('price-campaigns', sale, { active: false })
  expect(await priceOf(variant)).toBeUndefined()
})

test('a draft of a campaign changes nothing and drops nothing', async () => {
  const { id, variant } = await sold()
  dropped.clear()
  await campaign({ products: [id], active: false })
  await campaign({ products: [id], startsAt: soon(day) })
  expect(await priceOf(variant)).toBeUndefined()
  expect([...dropped]).toEqual([])
})

test('a window that opens changes pages without anybody editing', async () => {
  const { id, slug, variant } = await sold()
  const sale = await campaign({ products: [id], startsAt: soon(day), endsAt: soon(2 * day) })
  dropped.clear()
  await refreshPrices(await getTestRequest())
  expect([...dropped]).toEqual([])
  await happensNow(await getTestRequest(), sale, 'starts_at')
  await refreshPrices(await getTestRequest())
  expect(await priceOf(variant)).toBe(10_320)
  expect([...dropped]).toContain(`product:${slug}`)
  dropped.clear()
  await happensNow(await getTestRequest(), sale, 'ends_at')
  await refreshPrices(await getTestRequest())
  expect(await priceOf(variant)).toBeUndefined()
  expect([...dropped]).toContain(`product:${slug}`)
})

test('brands, categories with all below them and segments narrow each other; left out goes before named', async () => {
  const { payload, how } = await context()
  const { style, id, variant } = await sold()
  const root = await payload.create({
    collection: 'categories',
    data: { name: 'Root', slug: `r-${mark()}` },
    ...how,
    overrideAccess: true,
  })
  const leaf = await payload.create({
    collection: 'categories',
    data: { name: 'Leaf', slug: `l-${mark()}`, parent: root.id },
    ...how,
    overrideAccess: true,
  })
  await change('styles', style, { categories: [leaf.id] })
  const sale = await campaign({ categories: [root.id], segments: ['women'] })
  expect(await priceOf(variant)).toBe(10_320)
  await change('styles', style, { segment: 'men' })
  expect(await priceOf(variant)).toBeUndefined()
  await change('price-campaigns', sale, { segments: [] })
  expect(await priceOf(variant)).toBe(10_320)
  await change('categories', leaf.id, { parent: null })
  expect(await priceOf(variant)).toBeUndefined()
  await change('price-campaigns', sale, { products: [id] })
  expect(await priceOf(variant)).toBe(10_320)
  await change('price-campaigns', sale, { leftOut: [id] })
  expect(await priceOf(variant)).toBeUndefined()
  const brand = await payload.create({
    collection: 'brands',
    data: brandData(),
    ...how,
    overrideAccess: true,
  })
  await change('price-campaigns', sale, { products: [], leftOut: [], categories: [], brands: [brand.id] })
  expect(await priceOf(variant)).toBeUndefined()
  await change('styles', style, { brand: brand.id })
  expect(await priceOf(variant)).toBe(10_320)
})

test('a campaign that has changed prices is kept', async () => {
  const { payload, how } = await context()
  const { id } = await sold()
  const sale = await campaign({ products: [id] })
  await change('price-campaigns', sale, { active: false })
  await expect(
    payload.delete({ collection: 'price-campaigns', id: sale, ...how, overrideAccess: true }),
  ).rejects.toMatchObject({
    status: 409,
  })
  const unused = await campaign({ active: false })
  await payload.delete({ collection: 'price-campaigns', id: unused, ...how, overrideAccess: true })
})

test.each([
  ['an end before its start', { endsAt: soon(-day) }],
  ['a hundred percent', { percent: 100 }],
  ['no percentage', { percent: null }],
  ['half a cent', { kind: 'amount', amounts: { eur: 0.5 } }],
])('%s is refused', async (_, data) => {
  await expect(campaign(data)).rejects.toMatchObject({ status: 400 })
})

async function preview(body: unknown, role: Role = 'merchandiser') {
  const endpoint = (PriceCampaigns.endpoints || []).find(({ path }) => path === '/preview')
  const text = JSON.stringify(body)
  const req = Object.assign(await getTestRequest(), {
    user: { id: '1', collection: 'users', role },
    text: async () => text,
    headers: new Headers(),
    routeParams: {},
  })
  expect((await config).collections.some(({ slug }) => slug === 'price-campaigns')).toBe(true)
  const response = await endpoint?.handler(req as never)
  return { status: response?.status, json: (await response?.json()) as Record<string, unknown> }
}

const plan = (products: string[], changes: object = {}) => ({
  startsAt: soon(day),
  kind: 'percent',
  percent: 20,
  products,
  currency: 'EUR',
  ...changes,
})

test('the preview says what would happen and changes nothing', async () => {
  const { id, variant } = await sold()
  const count = async () => (await rowsOf(await getTestRequest(), sql`SELECT id FROM price_campaigns`)).length
  const before = await count()
  const { status, json } = await preview(plan([id]))
  expect(status).toBe(200)
  expect(json).toMatchObject({
    total: 1,
    checked: 1,
    counts: { new: 1 },
    products: [{ id, verdict: 'new', before: { amount: 12_900 }, after: { amount: 10_320 } }],
  })
  expect(await count()).toBe(before)
  expect(await priceOf(variant)).toBeUndefined()
})

test('the preview is for those who write the catalogue, and a bad plan is refused in words', async () => {
  expect((await preview(plan([]), 'order-desk')).status).toBe(403)
  expect((await preview(plan([], { percent: 0 }))).json).toMatchObject({ code: 'validation.failed' })
  expect((await preview(plan(['not-an-id']))).status).toBe(422)
  expect((await preview(plan([], { startsAt: 'soon' }))).status).toBe(422)
})
