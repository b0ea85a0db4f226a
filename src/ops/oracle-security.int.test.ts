import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import { expect, test } from 'vitest'
import { openPaths } from '#collections/guarded'
import { callGraphql, callRest, makeShopper, signedIn, type Call } from '../start/testing/http'
import { makeStyle, productData } from '../start/testing/catalogue'
import { getTestPayload } from '../start/testing/payload'

const targets = (field: FlattenedField): string[] =>
  'relationTo' in field ? [field.relationTo].flat() : field.type === 'join' ? [field.collection].flat() : []

/** Every path a filter could name: own fields, groups, rows, and through relations two steps away. */
function pathsOf(
  fields: readonly FlattenedField[],
  collections: Record<string, { config: SanitizedCollectionConfig }>,
  steps: number,
): string[] {
  return fields.flatMap((field): string[] => {
    const inner = 'flattenedFields' in field ? pathsOf(field.flattenedFields, collections, steps) : []
    const beyond =
      steps > 0
        ? targets(field).flatMap((slug) => [
            'id',
            ...pathsOf(collections[slug]?.config.flattenedFields ?? [], collections, steps - 1),
          ])
        : []
    return [field.name, ...[...inner, ...beyond].map((path) => `${field.name}.${path}`)]
  })
}

const payload = await getTestPayload()
const collections = payload.collections as unknown as Record<string, { config: SanitizedCollectionConfig }>
const shopper = await makeShopper()
const people: readonly [string, Call][] = [
  ['a stranger', {}],
  ['a shopper', { cookie: shopper.cookie }],
]

const secret =
  /(^|\.)(hash|salt|password|sessions|resetPassword\w*|apiKey\w*|secretHash|loginAttempts|lockUntil|draft|googleSub|note)(\.|$)/

test('no open path names a secret, a hidden field, or one that is read by staff alone', () => {
  for (const [slug, paths] of Object.entries(openPaths)) {
    expect(
      paths.filter((path) => secret.test(path)),
      slug,
    ).toEqual([])
    const fields = collections[slug]?.config.flattenedFields ?? []
    for (const path of paths) {
      const field = fields.find(({ name }) => name === path)
      expect(field ?? ['createdAt', '_status'].includes(path), `${slug}.${path}`).toBeTruthy()
      expect(field && 'hidden' in field && field.hidden, `${slug}.${path}`).toBeFalsy()
    }
  }
})

const slugs = Object.keys(collections).filter((slug) => slug !== 'payload-migrations')

test.each(slugs)('%s: no filter, order or count on what is not listed, through no relation', async (slug) => {
  const fields = collections[slug]?.config.flattenedFields ?? []
  const open = new Set(['id', ...(openPaths[slug] ?? [])])
  const closed = pathsOf(fields, collections, 1).filter((path) => !open.has(path))
  // Session ids, hashes and keys have no field of their own in every list: they are asked for by name.
  const asked = new Set([...closed, 'hash', 'salt', 'sessions.id', 'resetPasswordToken', 'apiKey'])
  for (const [who, call] of people)
    for (const path of asked) {
      const filter = await callRest(`${slug}?where[${path}][like]=a`, call)
      expect([400, 403, 404], `${who}: filter ${path}: ${filter.status} ${filter.text}`).toContain(
        filter.status,
      )
      const order = await callRest(`${slug}?sort=-${path}`, call)
      expect([400, 403, 404], `${who}: order by ${path}: ${order.status}`).toContain(order.status)
    }
  const hidden = await callRest(`${slug}/count?where[or][0][and][0][hash][like]=a`)
  expect([400, 403, 404]).toContain(hidden.status)
})

test.each(Object.entries(openPaths))('%s: what is listed may be asked by', async (slug, paths) => {
  for (const path of paths) {
    const { status, text } = await callRest(`${slug}?where[${path}][exists]=true&sort=${path}`, {
      cookie: shopper.cookie,
    })
    expect(status, `${path}: ${text}`).toBe(200)
  }
})

test('joins and population are not a way round', async () => {
  await makeStyle()
  for (const query of [
    'joins[products][where][popularity][greater_than]=1',
    'joins[products][sort]=-style.brand.manufacturer.email',
    'joins[products][limit]=0',
    'populate[brands][manufacturer]=true',
  ]) {
    const { status, text } = await callRest(`styles?depth=3&${query}`)
    expect(status).toBeLessThan(500)
    expect(text).not.toContain('"products":{"docs":[{')
  }
})

test('over GraphQL the same paths are closed', async () => {
  for (const query of [
    '{ Products(sort: "style.brand.name") { docs { id } } }',
    '{ Products(where: { seo__title: { like: "a" } }) { docs { id } } }',
    '{ countProducts(where: { swatch: { like: "a" } }) { totalDocs } }',
    '{ Users(sort: "hash") { docs { id } } }',
    '{ Customers(where: { note: { like: "a" } }) { docs { id } } }',
    '{ Styles { docs { products(sort: "swatch") { docs { id } } } } }',
  ]) {
    const { text, json } = await callGraphql(query, { cookie: shopper.cookie })
    expect(text, query).toContain('errors')
    expect(JSON.stringify((json as { data?: unknown }).data ?? null), query).not.toContain('"id"')
  }
})

test('a draft, an older version and what lies in the bin are staff’s', async () => {
  const { cookie } = await signedIn('merchandiser')
  const style = await makeStyle()
  const post = (changes: object) =>
    callRest('products', { method: 'POST', cookie, body: { ...productData(style), ...changes } })
  const idOf = (json: unknown) => (json as { doc: { id: string } }).doc.id
  const [draft, live, binned] = [
    idOf((await post({ title: 'Unseen', _status: 'draft' })).json),
    idOf((await post({ title: 'Seen', _status: 'published' })).json),
    idOf((await post({ title: 'Binned', _status: 'published' })).json),
  ]
  const change = (id: string, body: object, query = '') =>
    callRest(`products/${id}${query}`, { method: 'PATCH', cookie, body })
  expect((await change(live, { title: 'Secret plan' }, '?draft=true')).status).toBe(200)
  expect((await change(binned, { deletedAt: new Date().toISOString() })).status).toBe(200)
  const versions = (await callRest(`products/versions?where[parent][equals]=${live}`, { cookie })).json as {
    docs: { id: string }[]
  }
  expect(versions.docs.length).toBeGreaterThan(1)

  for (const [who, call] of people) {
    for (const path of [
      'products?draft=true&limit=100',
      'products?trash=true&draft=true&limit=100',
      `products/${live}?draft=true`,
      `products/${draft}`,
      `products/${draft}?draft=true`,
      `products/${binned}`,
      `products/${binned}?trash=true`,
      'products?where[_status][equals]=draft&draft=true',
      'products/versions',
      `products/versions/${versions.docs[0]?.id}`,
      `styles/${style}?depth=3&draft=true&trash=true`,
    ]) {
      const { text } = await callRest(path, call)
      expect(text, `${who}: ${path}`).not.toMatch(/Unseen|Secret plan|Binned/)
    }
    const overGraphql = await callGraphql(
      `{ a: Products(draft: true, trash: true) { docs { title } } b: Product(id: "${live}", draft: true) { title }
         c: versionsProducts { docs { version { title } } } d: countProducts(trash: true) { totalDocs } }`,
      call,
    )
    expect(overGraphql.text, who).not.toMatch(/Unseen|Secret plan|Binned/)
  }
  expect((await callRest(`products/${live}`)).text).toContain('Seen')
  const restored = await callRest(`products/versions/${versions.docs.at(-1)?.id}`, {
    method: 'POST',
    cookie: shopper.cookie,
  })
  expect([401, 403, 404]).toContain(restored.status)
})

test('the sizes of a product that is not published, or lies in the bin, are nobody’s to read', async () => {
  const { cookie } = await signedIn('merchandiser')
  const { makeProduct } = await import('../services/testing/shop-rows')
  const { getTestRequest } = await import('../start/testing/payload')
  const req = await getTestRequest()
  const hidden = await makeProduct(req, { stock: [1], status: 'draft' })
  const shown = await makeProduct(req, { stock: [1] })
  const binned = await makeProduct(req, { stock: [1] })
  const { inTransaction, rowsOf } = await import('#services/transaction')
  const { sql } = await import('@payloadcms/db-postgres')
  await inTransaction(req, (tx) =>
    rowsOf(tx, sql`UPDATE products SET deleted_at = now() WHERE id = ${binned.id}`),
  )
  const variantOf = (product: typeof shown) => product.variants[0]?.id ?? ''
  expect((await callRest(`variants/${variantOf(hidden)}`, { cookie })).status).toBe(200)
  expect((await callRest(`variants/${variantOf(shown)}`)).status).toBe(200)
  for (const [who, call] of people)
    for (const product of [hidden, binned]) {
      expect((await callRest(`variants/${variantOf(product)}`, call)).status, who).toBe(404)
      const list = await callRest(`variants?where[product][equals]=${product.id}&trash=true`, call)
      expect((list.json as { totalDocs: number }).totalDocs, who).toBe(0)
    }
})
