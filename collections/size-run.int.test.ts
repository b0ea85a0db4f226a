import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { getProduct } from '#queries/products'
import { ledgerProblems } from '#services/ledger-problems'
import { rowsOf } from '#services/transaction'
import { makeStyle, productData } from '../src/start/testing/catalogue'
import { callRest, signedIn } from '../src/start/testing/http'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'

const { cookie } = await signedIn('merchandiser')
const payload = await getTestPayload()
const mark = () => randomBytes(4).toString('hex').toUpperCase()

interface Run {
  product: { id: string; slug: string }
  sizes: string[]
  scale: string
}

/** A published product of a style whose scale has `count` sizes. */
async function makeRun(count = 12): Promise<Run> {
  const how = { overrideAccess: true, req: await getTestRequest() } as const
  await rowsOf(
    how.req,
    sql`INSERT INTO locations (name, code, is_default) SELECT 'Warehouse', 'main', true WHERE NOT EXISTS (SELECT 1 FROM locations WHERE is_default)`,
  )
  const style = await makeStyle()
  const { sizeScale } = await payload.findByID({
    collection: 'styles',
    id: style,
    depth: 0,
    ...how,
    overrideAccess: true,
  })
  const scale = String(sizeScale)
  const rows = await rowsOf<{ id: string }>(
    how.req,
    sql`INSERT INTO variant_options (variant_type_id, label, value, eu, foot_mm, rank)
      SELECT ${scale}::uuid, n::text, n::text, n::text, 200 + n, n FROM generate_series(36, ${35 + count}::int) n RETURNING id`,
  )
  const data = productData(style, { _status: 'published' }) as never
  const product = await payload.create({ collection: 'products', data, ...how, overrideAccess: true })
  return { product: { id: product.id, slug: product.slug ?? '' }, sizes: rows.map(({ id }) => id), scale }
}

interface Body {
  variants?: { id: string; sku: string; size: string }[]
  code?: string
  errors?: { path: string; message: string }[]
}
async function add(product: string, body: object, key: string = randomUUID(), as = cookie) {
  const headers = { 'Idempotency-Key': key }
  const { status, json } = await callRest(`products/${product}/sizes`, {
    method: 'POST',
    body,
    cookie: as,
    headers,
  })
  return { status, ...(json as Body) }
}

test('a run of twelve sizes is added in one call, with its stock, and is for sale', async () => {
  const { product, sizes } = await makeRun()
  const skuPattern = `RUN-${mark()}-{size}`
  const { status, variants } = await add(product.id, { sizes, skuPattern, stock: 3 })
  expect(status).toBe(200)
  expect(variants?.map(({ size }) => size)).toEqual(Array.from({ length: 12 }, (_, at) => String(36 + at)))
  const shown = await getProduct('eu', product.slug)
  expect(shown?.variants.map(({ sku, available }) => [sku, available])).toEqual(
    Array.from({ length: 12 }, (_, at) => [skuPattern.replace('{size}', String(36 + at)), 3]),
  )
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

test('the form of a single variant knows what the run made: options, title and scales', async () => {
  const { product, sizes, scale } = await makeRun(2)
  const { variants } = await add(product.id, { sizes, skuPattern: `RUN-${mark()}-{size}` })
  const how = { overrideAccess: true, req: await getTestRequest(), depth: 0 } as const
  const [first] = variants ?? []
  const variant = await payload.findByID({
    collection: 'variants',
    id: first?.id ?? '',
    ...how,
    overrideAccess: true,
  })
  expect(variant).toMatchObject({ options: [sizes[0]], size: sizes[0], title: 'A style Black — 36' })
  for (const draft of [true, false]) {
    const found = await payload.findByID({
      collection: 'products',
      id: product.id,
      draft,
      ...how,
      overrideAccess: true,
    })
    expect(found.variantTypes).toEqual([scale])
  }
  const saved = await callRest(`variants/${variant.id}`, { method: 'PATCH', cookie, body: { weightG: 900 } })
  expect(saved.status).toBe(200)
})

test('a repeat with the same key answers the same; without it the sizes are there already', async () => {
  const { product, sizes } = await makeRun(3)
  const body = { sizes, skuPattern: `RUN-${mark()}-{size}` }
  const key = randomUUID()
  const [first, again] = [await add(product.id, body, key), await add(product.id, body, key)]
  expect(again).toEqual(first)
  const twice = await add(product.id, body)
  expect(twice).toMatchObject({
    status: 422,
    errors: [{ path: 'sizes', message: 'There already: 36, 37, 38.' }],
  })
})

test('a SKU that was ever used is refused in words, and nothing is half done', async () => {
  const [one, other] = [await makeRun(3), await makeRun(3)]
  const skuPattern = `RUN-${mark()}-{size}`
  await add(one.product.id, { sizes: one.sizes.slice(2), skuPattern })
  const answer = await add(other.product.id, { sizes: other.sizes, skuPattern })
  expect(answer).toMatchObject({ status: 422, errors: [{ path: 'skuPattern' }] })
  expect(answer.errors?.[0]?.message).toContain('was used before')
  const { totalDocs } = await payload.count({
    collection: 'variants',
    where: { product: { equals: other.product.id } },
    overrideAccess: true,
    req: await getTestRequest(),
  })
  expect(totalDocs).toBe(0)
})

test('what cannot be is refused at its field', async () => {
  const [{ product, sizes }, stranger] = [await makeRun(2), await makeRun(1)]
  const skuPattern = `RUN-${mark()}-{size}`
  const path = async (body: object) => (await add(product.id, body)).errors?.[0]?.path
  expect(await path({ sizes: [], skuPattern })).toBe('sizes')
  expect(await path({ sizes: stranger.sizes, skuPattern })).toBe('sizes')
  expect(await path({ sizes, widths: sizes, skuPattern })).toBe('widths')
  expect(await path({ sizes, skuPattern: 'NO-PLACE' })).toBe('skuPattern')
  expect(await path({ sizes, skuPattern, prices: { EUR: 1.5 } })).toBe('prices.EUR')
  expect((await add(randomUUID(), { sizes, skuPattern })).status).toBe(404)
  const { cookie: desk } = await signedIn('order-desk')
  expect((await add(product.id, { sizes, skuPattern }, randomUUID(), desk)).status).toBe(403)
})

test('a scale of widths is no scale of sizes: a style refuses it at the field', async () => {
  const how = { overrideAccess: true, req: await getTestRequest() } as const
  const data = { label: 'Width', name: `width-${mark()}`, kind: 'width' } as const
  const widths = await payload.create({ collection: 'variantTypes', data, ...how, overrideAccess: true })
  const body = { sizeScale: widths.id }
  const { status, json } = await callRest(`styles/${await makeStyle()}`, { method: 'PATCH', body, cookie })
  const { errors } = json as { errors: { data: { errors: { path: string }[] } }[] }
  expect([status, errors[0]?.data.errors[0]?.path]).toEqual([400, 'sizeScale'])
})

test('the run leaves one audit entry with its SKUs', async () => {
  const { product, sizes } = await makeRun(2)
  const skuPattern = `RUN-${mark()}-{size}`
  await add(product.id, { sizes, skuPattern, prices: { EUR: 9900 } })
  const entries = await rowsOf<{ after: object }>(
    await getTestRequest(),
    sql`SELECT after FROM audit_entries WHERE action = 'product.add-sizes' AND entity_id = ${product.id}`,
  )
  expect(entries).toMatchObject([
    {
      after: {
        skuPattern,
        prices: { EUR: 9900 },
        skus: ['36', '37'].map((size) => skuPattern.replace('{size}', size)),
      },
    },
  ])
})

test('twelve sizes take hardly longer than one: at most three times as long and 60 ms', async () => {
  const fastest = async (count: number): Promise<number> => {
    const took: number[] = []
    for (let round = 0; round < 5; round += 1) {
      const { product, sizes } = await makeRun(count)
      const from = performance.now()
      const { status } = await add(product.id, { sizes, skuPattern: `RUN-${mark()}-{size}`, stock: 2 })
      took.push(performance.now() - from)
      expect(status).toBe(200)
    }
    return Math.min(...took)
  }
  const [twelve, one] = [await fastest(12), await fastest(1)]
  console.log(`twelve sizes ${twelve.toFixed(0)} ms, one size ${one.toFixed(0)} ms (fastest of five)`)
  expect(twelve).toBeLessThan(3 * one + 60)
})
