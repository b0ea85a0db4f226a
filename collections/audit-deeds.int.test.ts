import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { addLine, createCart } from '#services/cart'
import { placeOrder } from '#services/place-order'
import { rowsOf } from '#services/transaction'
import { checkoutOf, makeProduct } from '../src/services/testing/shop-rows'
import { makeStyle, productData } from '../src/start/testing/catalogue'
import { callRest, signedIn } from '../src/start/testing/http'
import { getTestRequest } from '../src/start/testing/payload'

const owner = await signedIn('owner')

interface Entry {
  action: string
  entity: string
  entity_id: string
  actor_id: string
  reason: string | null
}

const entriesSince = async (seq: number) =>
  rowsOf<Entry & { seq: number }>(
    await getTestRequest(),
    sql`SELECT seq::float8 AS seq, action, entity, entity_id, actor_id, reason FROM audit_entries WHERE seq > ${seq} ORDER BY seq`,
  )

/** What one call left in the trail, as `action entity`, and the id it was about. */
async function deeds(path: string, method: string, body?: unknown): Promise<{ id: string; done: string[] }> {
  const from = (await entriesSince(0)).at(-1)?.seq ?? 0
  const headers = { 'Idempotency-Key': randomUUID() }
  const { status, json, text } = await callRest(path, { method, cookie: owner.cookie, body, headers })
  expect(status, `${method} ${path}: ${text}`).toBeLessThan(300)
  const entries = await entriesSince(from)
  expect(entries.every(({ actor_id }) => actor_id === owner.id)).toBe(true)
  return {
    id: (json as { doc?: { id: string } }).doc?.id ?? '',
    done: entries.map(({ action, entity }) => `${action} ${entity}`),
  }
}

const draftProduct = async () =>
  (await deeds('products?draft=true', 'POST', productData(await makeStyle(), { _status: 'draft' }))).id

test('the life of a product reads as it was: published, changed in a draft, unpublished, thrown away, taken back', async () => {
  const id = await draftProduct()
  const step = async (query: string, body: object) =>
    (await deeds(`products/${id}${query}`, 'PATCH', body)).done
  expect(await step('', { _status: 'published' })).toEqual(['publish products'])
  expect(await step('', { popularity: 3, _status: 'published' })).toEqual(['update products'])
  // A draft beside the published product leaves it in the shop.
  expect(await step('?draft=true', { popularity: 4, _status: 'draft' })).toEqual(['update products'])
  expect((await callRest(`products/${id}`)).status).toBe(200)
  expect(await step('?draft=true', { popularity: 5, _status: 'draft' })).toEqual(['update products'])
  expect(await step('', { _status: 'published' })).toEqual(['publish products'])
  expect(await step('?draft=true', { popularity: 6, _status: 'draft' })).toEqual(['update products'])
  expect(await step('', { _status: 'draft' })).toEqual(['unpublish products'])
  expect((await callRest(`products/${id}`)).status).toBe(404)
  expect(await step('', { deletedAt: new Date().toISOString() })).toEqual(['trash products'])
  expect(await step('?trash=true', { deletedAt: null, _status: 'draft' })).toEqual(['restore products'])
})

test('a published product is thrown away and taken back as published in one entry each', async () => {
  const id = await draftProduct()
  await deeds(`products/${id}`, 'PATCH', { _status: 'published' })
  const away = await deeds(`products/${id}`, 'PATCH', { deletedAt: new Date().toISOString() })
  expect(away.done).toEqual(['trash products'])
  const back = { deletedAt: null, _status: 'published' }
  expect((await deeds(`products/${id}?trash=true`, 'PATCH', back)).done).toEqual(['restore products'])
  expect((await callRest(`products/${id}`)).status).toBe(200)
})

test('an earlier version that is brought back leaves one entry', async () => {
  const id = await draftProduct()
  await deeds(`products/${id}`, 'PATCH', { _status: 'published', popularity: 1 })
  await deeds(`products/${id}`, 'PATCH', { popularity: 2 })
  const { json } = await callRest(`products/versions?where[parent][equals]=${id}&sort=-updatedAt&depth=0`, {
    cookie: owner.cookie,
  })
  const { docs } = json as { docs: { id: string; version: { popularity: number } }[] }
  const earlier = docs.find(({ version }) => version.popularity === 1)
  expect((await deeds(`products/versions/${earlier?.id}`, 'POST')).done).toEqual(['update products'])
})

test('many published, unpublished, thrown away or deleted at once leave one entry each', async () => {
  const ids = [await draftProduct(), await draftProduct()]
  const all = `where[id][in]=${ids.join(',')}`
  const patch = async (query: string, body: object) =>
    (await deeds(`products?${all}${query}`, 'PATCH', body)).done
  const twice = (deed: string) => [deed, deed]
  expect(await patch('', { _status: 'published' })).toEqual(twice('publish products'))
  expect(await patch('', { _status: 'draft' })).toEqual(twice('unpublish products'))
  expect(await patch('', { deletedAt: new Date().toISOString() })).toEqual(twice('trash products'))
  expect(await patch('&trash=true', { deletedAt: null })).toEqual(twice('restore products'))
  expect((await deeds(`products?${all}`, 'DELETE')).done).toEqual(twice('delete products'))
})

const picture = async (colour: string): Promise<FormData> => {
  const image = sharp({ create: { width: 60, height: 40, channels: 3, background: colour } })
  const form = new FormData()
  form.append('_payload', JSON.stringify({ alt: `A shoe in ${colour}` }))
  form.append(
    'file',
    new File([new Uint8Array(await image.png().toBuffer())], 'shoe.png', { type: 'image/png' }),
  )
  return form
}

test('a picture that is uploaded, replaced and deleted leaves one entry each', async () => {
  const { id, done } = await deeds('media', 'POST', await picture('#84451f'))
  expect(done).toEqual(['create media'])
  expect((await deeds(`media/${id}`, 'PATCH', await picture('#1f4584'))).done).toEqual(['update media'])
  expect((await deeds(`media/${id}`, 'DELETE')).done).toEqual(['delete media'])
})

async function placed(): Promise<{ orderId: string; variantId: string }> {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [9] })
  const variantId = variants[0]?.id ?? ''
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId, quantity: 2 })
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  return { orderId: order.id, variantId }
}

test('each verb of the order desk and of the stock room leaves one entry', async () => {
  const { orderId, variantId } = await placed()
  const verb = async (name: string, body: object = {}) =>
    (await deeds(`orders/${orderId}/${name}`, 'POST', body)).done
  expect(await verb('capture')).toEqual(['order.capture orders'])
  expect(await verb('ship', { trackingNumber: 'T-1' })).toEqual(['order.ship orders'])
  expect(await verb('refund', { amount: 100, reason: 'A scratch' })).toEqual(['order.refund orders'])
  const other = await placed()
  const cancelled = await deeds(`orders/${other.orderId}/cancel`, 'POST', { reason: 'Called off' })
  expect(cancelled.done).toEqual(['order.cancel orders'])
  const counted = { variantId, setTo: 12, reason: 'Counted' }
  expect((await deeds('stock-levels/adjust', 'POST', counted)).done).toEqual(['stock.adjust stock-levels'])
})

test('a verb that is repeated with its key leaves no second entry', async () => {
  const { orderId } = await placed()
  const call = {
    method: 'POST',
    cookie: owner.cookie,
    body: {},
    headers: { 'Idempotency-Key': randomUUID() },
  }
  await callRest(`orders/${orderId}/capture`, call)
  const from = (await entriesSince(0)).at(-1)?.seq ?? 0
  expect((await callRest(`orders/${orderId}/capture`, call)).status).toBe(200)
  expect(await entriesSince(from)).toEqual([])
})
