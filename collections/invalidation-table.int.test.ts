import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { richText } from '#demo/seed/rich-text'
import { adjustStock } from '#services/adjust-stock'
import { answerReview, approveReview, rejectReview } from '#services/moderate-review'
import { rowsOf, sql } from '#queries/sql'
import { makeProduct } from '#services/testing/shop-rows'
import { brandData, makeStyle, productData } from '../src/start/testing/catalogue'
import { dropped } from '../src/start/testing/dropped-tags'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'
import { staleWith } from './invalidation'

const mark = () => randomBytes(5).toString('hex')
type Data = Record<string, unknown>

async function context() {
  const payload = await getTestPayload()
  return { payload, how: { overrideAccess: true, req: await getTestRequest() } as const }
}

async function make(collection: string, data: Data, file?: Buffer): Promise<{ id: string; slug: string }> {
  const { payload, how } = await context()
  const upload = file && { data: file, mimetype: 'image/png', name: `${mark()}.png`, size: file.length }
  const made = await payload.create({
    ...{ collection: collection as 'brands', data: data as never, depth: 0 },
    ...(upload && { file: upload }),
    ...how,
    overrideAccess: true,
  })
  return { id: made.id, slug: String(data.slug) }
}

const newProduct = (style: string) => make('products', productData(style, { _status: 'published' }))
const newScale = () => make('variantTypes', { label: 'EU', name: `scale-${mark()}`, kind: 'size' })
const point = (scale: string) => ({ label: '42', value: '42', eu: '42', rank: 1, variantType: scale })
const words = (text: string) => richText([{ kind: 'p', text: { en: text, it: text, de: text } }], 'en')
const picture = () =>
  sharp({ create: { width: 90, height: 60, channels: 3, background: '#84451f' } })
    .png()
    .toBuffer()

interface Entry {
  /** What one is made of that shows at once. */
  data: Data
  file?: Buffer
  /** A change of it. */
  change: Data
  /** What is dropped when it is made, changed, thrown away and deleted. */
  tags: readonly string[]
  /** What shows only with it, once it is there: further tags. */
  beside?: (id: string) => Promise<string[]>
}

/** One of each collection that pages show, as simple as can be. */
const entries: Readonly<Record<string, () => Promise<Entry>>> = {
  products: async () => {
    const style = await makeStyle()
    const other = await newProduct(style)
    const data = productData(style, { _status: 'published' })
    const tags = ['catalogue', `product:${data.slug}`, `product:${other.slug}`]
    return { data, change: { popularity: 5 }, tags }
  },
  variants: async () => {
    // One that had a price cannot be deleted any more: its price records keep it.
    const unpriced = productData(await makeStyle(), { _status: 'published', priceInEUREnabled: false })
    const [product, scale] = [await make('products', unpriced), await newScale()]
    const { id } = await make('variantOptions', point(scale.id))
    const data = { product: product.id, options: [id], sku: `T-${mark().toUpperCase()}` }
    return { data, change: { weightG: 800 }, tags: ['catalogue', `product:${product.slug}`] }
  },
  styles: async () => {
    const { payload, how } = await context()
    const like = await payload.findByID({
      collection: 'styles',
      id: await makeStyle(),
      depth: 0,
      ...how,
      overrideAccess: true,
    })
    const { name, brand, sizeScale, segment, materials } = like
    const data = { name, brand, sizeScale, segment, materials, slug: `style-${mark()}`, _status: 'published' }
    return {
      ...{ data, change: { fitNote: 'Runs small.' }, tags: ['catalogue'] },
      beside: async (id) => [`product:${(await newProduct(id)).slug}`],
    }
  },
  'care-plans': async () => ({
    data: { title: 'Suede', surfaces: ['suede'], steps: [{ text: 'Brush it.' }] },
    ...{ change: { title: 'Caring for suede' }, tags: ['products'] },
  }),
  brands: async () => ({
    ...{ data: brandData(), change: { name: 'Another' }, tags: ['catalogue', 'products'] },
  }),
  categories: async () => ({
    data: { name: 'Boots', slug: `boots-${mark()}` },
    ...{ change: { name: 'High boots' }, tags: ['catalogue', 'categories', 'products'] },
  }),
  synonyms: async () => ({
    data: { words: `trainer\n${mark().replace(/\d/g, 'x')}` },
    ...{ change: { words: 'trainer\nsneaker' }, tags: ['catalogue'] },
  }),
  media: async () => ({
    ...{ data: { alt: 'A derby' }, file: await picture(), change: { alt: 'A brown derby' } },
    tags: ['catalogue', 'categories', 'products', 'pages'],
  }),
  variantTypes: async () => ({
    data: { label: 'EU', name: `scale-${mark()}`, kind: 'size' },
    ...{ change: { label: 'EU, children' }, tags: ['catalogue', 'products', 'pages'] },
  }),
  variantOptions: async () => ({
    data: point((await newScale()).id),
    ...{ change: { uk: '8' }, tags: ['catalogue', 'products', 'pages'] },
  }),
  pages: async () => ({
    data: { title: 'About', slug: `about-${mark()}`, _status: 'published' },
    ...{ change: { title: 'About us' }, tags: ['pages'] },
  }),
  articles: async () => {
    const author = await make('authors', { name: 'Livia', slug: `author-${mark()}` })
    const { id } = await make('media', { alt: 'Suede' }, await picture())
    const data = {
      ...{ title: 'Suede', slug: `article-${mark()}`, author: author.id, lead: 'On rain.', picture: id },
      ...{ body: words('It dries.'), publishedAt: '2026-11-01T00:00:00.000Z', _status: 'published' },
    }
    return { data, change: { lead: 'On snow.' }, tags: ['pages'] }
  },
  authors: async () => ({
    data: { name: 'Livia', slug: `author-${mark()}` },
    ...{ change: { name: 'Livia R.' }, tags: ['pages'] },
  }),
  redirects: async () => ({
    data: { from: `/old-${mark()}`, to: '/c/women' },
    ...{ change: { to: '/c/men' }, tags: ['site'] },
  }),
  'shipping-zones': async () => ({
    data: { name: 'Europe', code: `zone-${mark()}` },
    ...{ change: { countries: ['IT'] }, tags: ['site'] },
  }),
  'shipping-methods': async () => {
    const zone = await make('shipping-zones', { name: 'Europe', code: `zone-${mark()}` })
    const data = {
      ...{ name: 'Standard', code: `way-${mark()}`, kind: 'delivery', zone: zone.id, minDays: 2, maxDays: 4 },
      rates: [{ currency: 'EUR', price: 590 }],
    }
    return { data, change: { maxDays: 5 }, tags: ['site'] }
  },
  locations: async () => ({
    data: { name: 'A store', code: `store-${mark()}`.slice(0, 20) },
    ...{ change: { hours: 'Daily' }, tags: ['catalogue', 'products', 'site', 'pages'] },
  }),
}

/** Those that no page shows, or whose verbs drop what shows them. */
const without: Readonly<Record<string, string>> = {
  'search-terms': 'written by searches; the help of a search that found nothing may be as old as its page',
  'price-campaigns':
    'what they reduce is settled and dropped by refresh-prices (price-campaigns.int.test.ts)',
  'price-records': 'written by refresh-prices, which drops',
  'stock-levels': 'written by the verbs of stock, which drop (below)',
  'stock-movements': 'written by the verbs of stock, which drop (below)',
  reservations: 'written by the verbs of stock, which drop (below)',
  reviews: 'written and decided by services, which drop (below)',
  'tax-rates': 'pages show the prices of their market; what tax is in it is worked out in the bag',
  promotions: 'worked out in the bag',
  'promotion-codes': 'worked out in the bag',
  redemptions: 'worked out in the bag',
  'customer-groups': 'prices of a group are asked for by its members, past what is kept',
  'draw-entries': 'of one person; who was drawn is asked for past what is kept, and make-draws drops',
  'stock-alerts': 'of one person',
  subscribers: 'of one person',
  wishlists: 'of one person',
  customers: 'of one person',
  addresses: 'of one person',
  carts: 'of one person',
  orders: 'of one person',
  payments: 'of one person',
  refunds: 'of one person',
  returns: 'of one person; what a return says of how a pair fits is recounted with it',
  withdrawals: 'of one person',
  shipments: 'of one person',
  invoices: 'of one person',
  credits: 'of one person',
  'credit-entries': 'of one person',
  messages: 'of one person',
  consents: 'of one person',
  emails: 'of one person',
  'mail-suppressions': 'of one person',
  'mail-wordings': 'in mails alone',
  'order-notes': 'of staff',
  'audit-entries': 'of staff',
  users: 'of staff',
}

test('every collection is in the table of what goes stale, or it is said why no page shows it', async () => {
  const { payload } = await context()
  const all = payload.config.collections
    .map(({ slug }) => slug)
    .filter((slug) => !slug.startsWith('payload-'))
  const known = [...Object.keys(staleWith), ...Object.keys(without)]
  expect(all.toSorted()).toEqual(known.toSorted())
  expect(Object.keys(entries).toSorted()).toEqual(Object.keys(staleWith).toSorted())
})

const sinceThen = async (work: () => Promise<unknown>): Promise<string[]> => {
  dropped.clear()
  await work()
  return [...dropped].toSorted()
}

test.each(Object.keys(entries))(
  '%s: what shows one is dropped when it is made, changed, thrown away and deleted',
  async (collection) => {
    const { payload, how } = await context()
    const slug = collection as 'brands'
    const { data, file, change, tags, beside } = (await entries[collection]?.()) ?? fail(collection)
    let id = ''
    const made = await sinceThen(async () => ({ id } = await make(collection, data, file)))
    expect(made).toEqual([...tags].toSorted())
    const all = [...tags, ...((await beside?.(id)) ?? [])].toSorted()
    const update = (given: Data) =>
      payload.update({ collection: slug, id, data: given as never, ...how, overrideAccess: true })
    expect(await sinceThen(() => update(change))).toEqual(all)
    const hasBin = payload.collections[slug].config.trash
    if (hasBin) {
      expect(await sinceThen(() => update({ deletedAt: new Date().toISOString() }))).toEqual(all)
      await payload.update({
        ...{ collection: slug, id, data: { deletedAt: null } as never, trash: true },
        ...how,
        overrideAccess: true,
      })
    }
    const deleted = () => payload.delete({ collection: slug, id, ...how, overrideAccess: true })
    expect(await sinceThen(deleted)).toEqual(all)
  },
)

function fail(collection: string): never {
  throw new Error(`There is no entry for ${collection}`)
}

test('a size that sells out by a count, becomes the last pair or comes again drops its page and listings, any other count nothing', async () => {
  const req = await getTestRequest()
  const { slug, variants } = await makeProduct(req, { stock: [9] })
  const variantId = variants[0]?.id ?? ''
  const count = (setTo: number) => sinceThen(() => adjustStock(req, { variantId, setTo, reason: 'Counted' }))
  const all = ['catalogue', `product:${slug}`]
  expect(await count(0)).toEqual(all)
  expect(await count(1)).toEqual(all)
  expect(await count(9)).toEqual(all)
  expect(await count(10)).toEqual([])
})

test('a review that is shown, answered or taken down drops the pages of every colour, and listings', async () => {
  const req = await getTestRequest()
  const [one, other] = [await makeProduct(req, { stock: [1] }), await makeProduct(req, { stock: [1] })]
  const style = await makeStyle()
  await rowsOf(sql`UPDATE products SET style_id = ${style}::uuid WHERE slug IN (${one.slug}, ${other.slug})`)
  const [review] = await rowsOf<{ id: string }>(
    sql`INSERT INTO reviews (product_id, rating, name, locale, origin) VALUES (${one.id}::uuid, 4, 'Ada', 'en', 'demo') RETURNING id`,
  )
  const id = review?.id ?? ''
  const all = ['catalogue', `product:${one.slug}`, `product:${other.slug}`].toSorted()
  expect(await sinceThen(() => approveReview(req, id))).toEqual(all)
  expect(await sinceThen(() => answerReview(req, id, 'Thank you.'))).toEqual(all)
  expect(await sinceThen(() => rejectReview(req, id, 'Not about the shoe.'))).toEqual(all)
})
