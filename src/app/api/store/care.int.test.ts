import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { productData } from '#components/product-data'
import { oneSize } from '#domain/care'
import { markets } from '#domain/markets'
import type { CartView, CheckoutAnswer, ListingView, ProductView } from '#domain/views'
import type { Beside } from '#queries/beside'
import { loadCatalogue } from '#queries/catalogue'
import { readFeed, type FeedItem } from '#queries/feed'
import { rowsOf, sql } from '#queries/sql'
import { writeMail } from '#ops/write-mail'
import { readHold } from '#services/open-hold'
import { tellBackInStock } from '#services/tell-back-in-stock'
import { checkoutOf, makeProduct } from '../../../services/testing/shop-rows'
import { brandData, makeStyle, productData as productFields } from '../../../start/testing/catalogue'
import { getTestPayload, getTestRequest } from '../../../start/testing/payload'
import { googleClose, googleItem, googleOpen } from '../../_being-found/feed'
import { readXml } from '../../_being-found/testing/read-xml'
import { checkMerchantFeed, singleProduct, wholePiece } from '../../_being-found/testing/rules'
import { wordsOf } from '../../words'
import { callStore } from '../_http/testing/call-store'

const mark = () => randomBytes(5).toString('hex')
const make = async (collection: string, data: Record<string, unknown>): Promise<string> => {
  const payload = await getTestPayload()
  const made = await payload.create({
    collection: collection as never,
    data: data as never,
    overrideAccess: true,
    req: await getTestRequest(),
  })
  return String((made as { id: string }).id)
}

/** A care product as a merchandiser makes it, in these colours, each with five in stock. */
async function makeCare(colours: readonly string[]) {
  const category = await make('categories', { name: 'Care', slug: `care-${mark()}` })
  const style = await make('styles', {
    name: 'Balsamo',
    slug: `balsamo-${mark()}`,
    kind: 'care',
    // What somebody typed before it became a care product is not kept.
    segment: 'men',
    materials: { upper: ['leather'], lining: [], sole: [] },
    brand: await make('brands', brandData()),
    categories: [category],
    _status: 'published',
  })
  const [size] = await rowsOf<{ id: string }>(sql`SELECT id FROM variant_options WHERE value = ${oneSize}`)
  const products = []
  for (const colourGroup of colours) {
    const fields = productFields(style, {
      colour: colourGroup,
      colourGroup,
      _status: 'published',
      priceInEUR: 1_250,
    })
    const product = await make('products', fields)
    const sku = `CARE-${mark().toUpperCase()}`
    const variant = await make('variants', { product, options: [size?.id], sku, gtin: '4006381333931' })
    await rowsOf(sql`INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason)
      SELECT ${variant}, id, 5, 'delivery', 'test' FROM locations WHERE is_default`)
    products.push({ id: product, slug: fields.slug, variant, sku })
  }
  const [slug] = await rowsOf<{ slug: string }>(sql`SELECT slug FROM categories WHERE id = ${category}`)
  return { style, products, category: slug?.slug ?? '' }
}

const place = { origin: 'https://shop.example', market: markets.eu, t: wordsOf('eu'), delivery: [] }

test('a care product is bought with a pair, and nowhere has a size', async () => {
  const shoe = await makeProduct(await getTestRequest(), { stock: [2] })
  const [tin] = (await makeCare(['beige'])).products
  const { body: made } = await callStore<{ token: string }>('/carts', { body: {} })
  const cart = made.token
  const add = (variantId: string | undefined, quantity: number) =>
    callStore<{ cart: CartView }>('/carts/current/lines', { cart, body: { variantId, quantity } })
  await add(shoe.variants[0]?.id, 1)
  const { body } = await add(tin?.variant, 2)
  expect(body.cart.lines.map(({ size, labels }) => [size, labels.eu])).toEqual([
    ['36', '36'],
    ['', ''],
  ])
  const { status, body: answer } = await callStore<CheckoutAnswer>('/checkout', {
    cart,
    headers: { 'Idempotency-Key': randomUUID() },
    body: checkoutOf(),
  })
  expect(status).toBe(201)
  expect(answer.order.lines.map(({ size, quantity, total }) => [size, quantity, total.amount])).toEqual([
    ['36', 1, 12_900],
    [undefined, 2, 2_500],
  ])
  expect(answer.order.taxes.map(({ rate }) => rate)).toEqual([2200])
  const levels = await rowsOf(
    sql`SELECT reserved::float8 AS reserved FROM stock_levels WHERE variant_id = ${tin?.variant ?? ''}`,
  )
  expect(levels).toEqual([{ reserved: 2 }])
})

test('its page, its listing and its feed say nothing of feet and sizes, and it stays what it is', async () => {
  const { products, category, style } = await makeCare(['beige'])
  const [tin] = products
  const kept =
    await rowsOf(sql`SELECT segment, (SELECT name FROM variant_types t WHERE t.id = size_scale_id) AS scale,
    (SELECT count(*)::int FROM styles_materials_upper m WHERE m.parent_id = s.id) AS materials FROM styles s WHERE id = ${style}`)
  expect(kept).toEqual([{ segment: null, scale: oneSize, materials: 0 }])
  const { body } = await callStore<{ product: ProductView }>(`/products/${tin?.slug}`)
  expect(body.product).toMatchObject({ kind: 'care', sizes: [{ value: oneSize, available: true }] })
  expect(body.product.segment).toBeUndefined()
  const data = productData(body.product, {
    ...{
      ...place,
      url: `${place.origin}/p/${tin?.slug}`,
      urlOf: (slug: string) => `${place.origin}/p/${slug}`,
    },
    ...{ returnDays: 30, handling: 0, reviews: [] },
  })
  expect(singleProduct.parse(wholePiece(data))).toMatchObject({ sku: tin?.sku, gtin13: '4006381333931' })
  await loadCatalogue()
  const { body: listing } = await callStore<ListingView>(`/products?category=${category}`)
  expect(listing.products.map(({ slug, kind }) => [slug, kind])).toEqual([[tin?.slug, 'care']])
  expect([listing.facets.size, listing.facets.segment, listing.facets.material]).toEqual([[], [], []])
  const items: FeedItem[] = []
  for await (const batch of readFeed(markets.eu))
    items.push(...batch.filter(({ slug }) => slug === tin?.slug))
  const pictured = items.map((item) => ({ ...item, pictures: ['/media/a/1600.jpg'], description: 'Cream' }))
  const [read] = checkMerchantFeed(
    readXml(googleOpen(place) + pictured.map((item) => googleItem(item, place)).join('') + googleClose),
  )
  expect(read).toMatchObject({
    'g:id': tin?.sku,
    'g:price': '12.50 EUR',
    'g:title': expect.not.stringContaining('EU'),
  })
  const payload = await getTestPayload()
  const other = { data: { kind: 'shoe' as const }, overrideAccess: true, req: await getTestRequest() }
  await expect(
    payload.update({ collection: 'styles', id: style, ...other, overrideAccess: true }),
  ).rejects.toThrow('invalid: kind')
})

test('a button of a page that is too old says that it is no longer for sale, and asks for no size', async () => {
  const add = (form: Record<string, string>) => callStore('/forms/add', { form: { market: 'eu', ...form } })
  const [tin] = (await makeCare(['beige'])).products
  expect((await add({ product: tin?.slug ?? '', size: oneSize })).headers.get('location')).toContain(
    '/cart?done=added',
  )
  await rowsOf(sql`UPDATE products SET _status = 'draft' WHERE id = ${tin?.id ?? ''}::uuid`)
  for (const slug of [tin?.slug ?? '', `gone-${mark()}`])
    expect((await add({ product: slug, size: oneSize })).headers.get('location')).toContain(
      '/cart?problem=product.not-found',
    )
})

interface Waiting {
  alerts: { id: string; size: string | null; held?: object }[]
}

/** Nothing is left of a care product that somebody waits for, with an account under a proven address. */
async function awaited() {
  const [tin] = (await makeCare(['beige'])).products
  const variant = tin?.variant ?? ''
  const move = (quantity: number) =>
    rowsOf(sql`INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason)
      SELECT ${variant}::uuid, id, ${quantity}, 'correction', 'test' FROM locations WHERE is_default`)
  const wait = (email: string) =>
    callStore('/stock-alerts', { body: { variantId: variant, email, market: 'eu' } })
  const account = { email: `${mark()}@example.com`, password: 'six quiet herons' }
  await callStore('/customers', { body: account })
  await rowsOf(sql`UPDATE customers SET verified_at = now() WHERE email = ${account.email}`)
  const { cookies } = await callStore('/session', { body: account })
  const alerts = async () =>
    (
      await callStore<Waiting>('/me/stock-alerts', {
        cookie: `molini-customer=${cookies['molini-customer']}`,
      })
    ).body.alerts
  return { tin, move, wait, alerts, email: account.email }
}

const mailTo = async (recipient: string) => {
  const [mail] = await rowsOf<Parameters<typeof writeMail>[1]>(
    sql`SELECT template, entity, recipient, locale, data FROM emails WHERE template = 'back-in-stock' AND recipient = ${recipient}`,
  )
  if (!mail) throw new Error('no mail')
  return writeMail(await getTestRequest(), mail)
}

test.each([
  [0, /is back$/, /goes to whoever is first/],
  [120, /is held for you$/, /one is held for you until/],
])(
  'who waits for a care product that is sold out hears that it is back, in no size, held for %i minutes',
  async (minutes, subjects, texts) => {
    const req = await getTestRequest()
    const { tin, move, wait, alerts, email } = await awaited()
    expect(await wait(email)).toMatchObject({ status: 409, body: { code: 'stock.available' } })
    await move(-5)
    expect(await wait(email)).toMatchObject({ status: 202, body: { status: 'waiting' } })
    expect((await alerts()).map(({ size }) => size)).toEqual([null])
    await rowsOf(
      sql`INSERT INTO shop_settings (holds_waiting_minutes) SELECT 120 WHERE NOT EXISTS (SELECT 1 FROM shop_settings)`,
    )
    await rowsOf(sql`UPDATE shop_settings SET holds_waiting_minutes = ${minutes}`)
    await move(2)
    await tellBackInStock(req)
    await rowsOf(sql`UPDATE shop_settings SET holds_waiting_minutes = 120`)
    const { subject, text } = await mailTo(email)
    expect(subject).toMatch(subjects)
    expect(text).toMatch(texts)
    expect(`${subject} ${text}`).not.toMatch(/one.size|\bsize\b|\bpair\b/i)
    const token = /stock-alert\/held\?alert=([\w-]+)&token=([\w-]+)/.exec(text)
    const held = token && (await readHold(req, { alertId: token[1] ?? '', token: token[2] ?? '' }))
    expect(held ?? { state: 'told' }).toMatchObject(
      minutes > 0 ? { state: 'held', slug: tin?.slug, size: null } : { state: 'told' },
    )
  },
)

test('a shoe shows the plan for its surface, with what is in stock for it in its own colour', async () => {
  const { style: tin, products } = await makeCare(['beige', 'black'])
  const [gone] = (await makeCare(['beige'])).products
  const [goneStyle] = await rowsOf<{ id: string }>(
    sql`SELECT style_id AS id FROM products WHERE id = ${gone?.id ?? ''}`,
  )
  await rowsOf(sql`INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason)
    SELECT ${gone?.variant ?? ''}::uuid, id, -5, 'correction', 'test' FROM locations WHERE is_default`)
  const plan = {
    title: 'Caring for nubuck',
    surfaces: ['nubuck'],
    steps: [{ text: 'Brush it.' }, { text: 'Spray it.' }],
  }
  await make('care-plans', { ...plan, goods: [goneStyle?.id, tin], order: -1 })
  const shoe = productFields(await makeStyle(), { surface: 'nubuck', _status: 'published' })
  const product = await make('products', shoe)
  await rowsOf(sql`INSERT INTO variants (product_id, sku, size_id) SELECT ${product}::uuid, ${`S-${mark().toUpperCase()}`}, id
    FROM variant_options WHERE value = ${oneSize} LIMIT 1`)
  await loadCatalogue()
  const besideOf = async (slug = '') => (await callStore<Beside>(`/products/${slug}/beside`)).body
  const { care } = await besideOf(shoe.slug)
  expect(care).toMatchObject({ title: 'Caring for nubuck', steps: ['Brush it.', 'Spray it.'] })
  expect(care?.goods.map(({ slug }) => slug)).toEqual([products[1]?.slug])
  expect((await besideOf(products[0]?.slug)).care).toBeUndefined()
  expect(await callStore('/products/none/beside')).toMatchObject({ status: 404 })
})
