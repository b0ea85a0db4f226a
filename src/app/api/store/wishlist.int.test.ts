import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { registerCustomer } from '#services/customer-register'
import { rowsOf } from '#services/transaction'
import { addWish, forgetWishes } from '#services/wishlist'
import { atOnce } from '../../../services/testing/at-once'
import { makeProduct } from '../../../services/testing/shop-rows'
import { getTestPayload, getTestRequest } from '../../../start/testing/payload'
import { tampered } from '../../../services/testing/tampered'
import { callStore } from '../_http/testing/call-store'

interface Body {
  wishlist: { count: number; slugs: string[]; shareUrl?: string; products?: { slug: string }[] }
  token?: string
}

/** A shoe that is for sale: of a published style and a brand. */
async function shoe(): Promise<string> {
  const req = await getTestRequest()
  const { id, slug } = await makeProduct(req, { stock: [2, 0] })
  await rowsOf(
    req,
    sql`WITH b AS (INSERT INTO brands (name, slug, manufacturer_name, manufacturer_email, manufacturer_street, manufacturer_postal_code, manufacturer_city, manufacturer_country)
        VALUES ('Brand', ${randomUUID()}, 'B', 'b@example.com', 'B', '1', 'B', 'IT') RETURNING id),
      s AS (INSERT INTO styles (name, slug, brand_id, segment, _status) SELECT 'Shoe', ${randomUUID()}, b.id, 'men', 'published' FROM b RETURNING id)
      UPDATE products SET style_id = s.id FROM s WHERE products.id = ${id}`,
  )
  return slug
}

const keep = (slug: string, call: object = {}) =>
  callStore<Body>(`/wishlist/items/${slug}`, { method: 'PUT', ...call })
const withCookie = (token: string | undefined) => ({ cookie: `molini-wishlist=${token}` })

async function customer() {
  const req = await getTestRequest()
  const email = `${randomUUID()}@example.com`
  await registerCustomer(req, { email, password: 'a long enough pass phrase', market: 'eu' })
  const signIn = (cookie = '') =>
    callStore('/session', {
      body: { email, password: 'a long enough pass phrase' },
      ...(cookie && { cookie }),
    })
  return { email, signIn }
}

test('a guest keeps shoes under a token, finds them with what is in stock, and forgets them', async () => {
  const [one, two] = [await shoe(), await shoe()]
  const first = await keep(one)
  const token = first.cookies['molini-wishlist']
  expect([first.status, first.body.token, first.body.wishlist]).toEqual([
    200,
    token,
    { count: 1, slugs: [one] },
  ])
  await keep(two, withCookie(token))
  await keep(two, withCookie(token))
  const list = await callStore<Body>('/wishlist', withCookie(token))
  expect(list.body.wishlist.slugs).toEqual([two, one])
  expect(list.body.wishlist.products).toMatchObject([
    { slug: two, sizes: [{ available: true }, { available: false }] },
    { slug: one },
  ])
  const me = await callStore<Body>('/me', withCookie(token))
  expect(me.body.wishlist).toEqual({ count: 2, slugs: [two, one] })
  const gone = await callStore<Body>(`/wishlist/items/${one}`, { method: 'DELETE', ...withCookie(token) })
  expect(gone.body.wishlist.slugs).toEqual([two])
})

test('another token, a wrong one and none find nothing', async () => {
  await keep(await shoe())
  for (const call of [withCookie('a'.repeat(43)), withCookie('short'), {}])
    expect((await callStore<Body>('/wishlist', call)).body.wishlist).toEqual({
      count: 0,
      slugs: [],
      products: [],
    })
})

test('a shoe that is not there is refused and makes no list', async () => {
  const answer = await keep('no-such-shoe')
  expect(answer).toMatchObject({ status: 404, body: { code: 'product.not-found' } })
  expect(answer.cookies).toEqual({})
})

test('at sign-in what was kept becomes the customer’s, and the guest’s list ends', async () => {
  const [one, two] = [await shoe(), await shoe()]
  const { signIn } = await customer()
  const session = (await signIn()).cookies['molini-customer']
  await keep(one, { cookie: `molini-customer=${session}` })
  const token = (await keep(two)).cookies['molini-wishlist']
  await keep(one, withCookie(token))
  const again = await signIn(`molini-wishlist=${token}`)
  expect(again.status).toBe(200)
  const list = await callStore<Body>('/wishlist', {
    cookie: `molini-customer=${again.cookies['molini-customer']}`,
  })
  expect(list.body.wishlist.slugs.toSorted()).toEqual([one, two].toSorted())
  expect((await callStore<Body>('/wishlist', withCookie(token))).body.wishlist.count).toBe(0)
})

test('a link lets others look until it is taken back, and then never again', async () => {
  const one = await shoe()
  const token = (await keep(one)).cookies['molini-wishlist']
  const shared = await callStore<Body>('/wishlist/share', { method: 'PUT', ...withCookie(token) })
  const key = shared.body.wishlist.shareUrl?.split('/').at(-1) ?? ''
  const look = (which: string) => callStore<Body>(`/wishlist/shared/${which}`)
  expect((await look(key)).body.wishlist).toMatchObject({ count: 1, slugs: [one] })
  expect((await look(key)).body.wishlist).not.toHaveProperty('shareUrl')
  expect((await look(tampered(key))).status).toBe(404)
  await callStore('/wishlist/share', { method: 'DELETE', ...withCookie(token) })
  expect(await look(key)).toMatchObject({ status: 404, body: { code: 'wishlist.not-found' } })
  await callStore('/wishlist/share', { method: 'PUT', ...withCookie(token) })
  expect((await look(key)).status).toBe(404)
  expect((await callStore('/wishlist/share', { method: 'PUT' })).status).toBe(404)
})

test('twenty hearts at once are one shoe on one list', async () => {
  const slug = await shoe()
  const { email } = await customer()
  const [row] = await rowsOf<{ id: string }>(
    await getTestRequest(),
    sql`SELECT id FROM customers WHERE email = ${email}`,
  )
  const { broken, done } = await atOnce(await getTestPayload(), 20, (req) =>
    addWish(req, { customerId: row?.id }, slug),
  )
  expect([broken, done.length, done.at(-1)?.wishes.slugs]).toEqual([[], 20, [slug]])
})

test('a list holds two hundred shoes and no more', async () => {
  const req = await getTestRequest()
  const token = (await keep(await shoe())).cookies['molini-wishlist']
  await rowsOf(
    req,
    sql`WITH list AS (SELECT id FROM wishlists ORDER BY created_at DESC LIMIT 1),
      p AS (INSERT INTO products (title, slug, _status) SELECT 'A', 'wish-' || gen_random_uuid(), 'published' FROM generate_series(1, 199) RETURNING id)
      INSERT INTO wishlists_items (id, _parent_id, _order, product_id, added_at)
      SELECT substr(md5(p.id::text), 1, 24), list.id, 1 + row_number() OVER (), p.id, now() FROM p, list`,
  )
  expect(await keep(await shoe(), withCookie(token))).toMatchObject({
    status: 409,
    body: { code: 'wishlist.full' },
  })
})

test('the heart works as a plain form, and moving a pair into the bag takes it off the list', async () => {
  const slug = await shoe()
  const kept = await callStore('/forms/wish', { form: { market: 'it', product: slug } })
  expect([kept.status, kept.headers.get('location')]).toEqual([303, '/it/wishlist?done=kept'])
  const cookie = withCookie(kept.cookies['molini-wishlist'])
  const moved = await callStore('/forms/add', {
    form: { market: 'it', product: slug, size: '36', wish: '1' },
    ...cookie,
  })
  expect(moved.headers.get('location')).toBe('/it/cart?done=added')
  expect((await callStore<Body>('/wishlist', cookie)).body.wishlist.count).toBe(0)
})

test('a list of nobody in particular ends half a year after its last change', async () => {
  const req = await getTestRequest()
  const token = (await keep(await shoe())).cookies['molini-wishlist']
  await rowsOf(
    req,
    sql`UPDATE wishlists SET updated_at = now() - interval '181 days' WHERE id = (SELECT id FROM wishlists ORDER BY created_at DESC LIMIT 1)`,
  )
  expect(await forgetWishes(req)).toBe(1)
  expect((await callStore<Body>('/wishlist', withCookie(token))).body.wishlist.count).toBe(0)
})
