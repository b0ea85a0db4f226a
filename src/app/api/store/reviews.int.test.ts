import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { writeMail } from '#ops/write-mail'
import { deliverOrder } from '#services/deliver-order'
import { inviteReviews, stopReviewMails } from '#services/invite-reviews'
import { answerReview, approveReview, rejectReview } from '#services/moderate-review'
import { openPhoto } from '#services/review-photos'
import { requestReturn } from '#services/request-return'
import { openTyped } from '#services/typed-again'
import { cancelReturn } from '#services/move-return'
import type { ReviewsView } from '#domain/views'
import { rowsOf } from '#services/transaction'
import { atOnce } from '../../../services/testing/at-once'
import { deliveredWith } from '../../../services/testing/delivered'
import { failsAlone } from '../../../services/testing/failing-row'
import { getTestPayload, getTestRequest } from '../../../start/testing/payload'
import { callStore, shopOrigin } from '../_http/testing/call-store'
import { writeReview } from '#services/write-review'

const { delivered } = deliveredWith(getTestRequest)

/** A delivered order of one shoe whose style is published, as a shop's are. */
async function bought({ arrived = true, pairs = 1 } = {}) {
  const made = await delivered({ pairs })
  const { req, orderId, variants } = made
  const [row] = await rowsOf<{ slug: string; style: string; productId: string }>(
    req,
    sql`WITH s AS (INSERT INTO styles (name, slug, segment, _status) VALUES ('Shoe', ${randomUUID()}, 'men', 'published') RETURNING id)
      UPDATE products p SET style_id = s.id FROM s, variants v WHERE v.id = ${variants[0]?.id} AND p.id = v.product_id
      RETURNING p.slug, p.style_id AS style, p.id AS "productId"`,
  )
  if (!row) throw new Error('no product')
  if (arrived) await deliverOrder(req, { orderId })
  const write = (body: object, headers: Record<string, string> = { 'X-Order-Token': made.accessToken }) =>
    callStore(`/orders/${made.order.number}/reviews`, {
      body: { product: row.slug, rating: 5, name: 'Ada R.', ...body },
      headers,
    })
  const seen = () =>
    callStore<{ total: number; average?: number; reviews: { id: string }[] }>(`/products/${row.slug}/reviews`)
  return { ...made, ...row, write, seen }
}

const idOf = (answer: { body: unknown }): string =>
  (answer.body as { review?: { id?: string } }).review?.id ?? ''

const summaryOf = async (style: string) => {
  const [row] = await rowsOf<Record<string, number>>(
    await getTestRequest(),
    sql`SELECT stars_1, stars_4, stars_5, fit_small, fit_true, back_small FROM review_summaries WHERE style_id = ${style}`,
  )
  return row
}

test('only what staff approve is seen and counted, and what they take down is gone again', async () => {
  const { req, write, seen, style } = await bought()
  const written = await write({ title: 'Good', text: 'They fit.', fit: 'true' })
  expect([written.status, written.body]).toMatchObject([201, { review: { status: 'pending' } }])
  const before = await seen()
  expect([before.status, before.body.total, before.body.reviews]).toEqual([200, 0, []])
  await approveReview(req, idOf(written))
  expect((await seen()).body).toMatchObject({
    total: 1,
    average: 5,
    reviews: [
      {
        ...{ title: 'Good', name: 'Ada R.', isBought: true, fit: 'true' },
        ...{ size: '36', labels: { eu: '36' }, segment: 'men' },
      },
    ],
  })
  expect(await summaryOf(style)).toMatchObject({ stars_5: 1, fit_true: 1 })
  await rejectReview(req, idOf(written), 'Names a person')
  expect((await seen()).body).toMatchObject({ total: 0, reviews: [] })
  await expect(rejectReview(req, idOf(written), 'again')).rejects.toThrow('review.state')
  const [mail] = await rowsOf<never>(
    req,
    sql`SELECT template, entity, recipient, locale, data FROM emails WHERE template = 'review-rejected' AND entity LIKE ${`%${idOf(written)}`}`,
  )
  expect((await writeMail(req, mail as never)).text).toContain('Names a person')
})

test('nobody writes who was not delivered this shoe', async () => {
  const early = await bought({ arrived: false })
  expect(await early.write({})).toMatchObject({ status: 409, body: { code: 'review.not-delivered' } })
  const other = await bought()
  expect(await other.write({ product: early.slug })).toMatchObject({
    status: 409,
    body: { code: 'review.not-delivered' },
  })
  expect(await other.write({}, { 'X-Order-Token': early.accessToken })).toMatchObject({
    status: 404,
    body: { code: 'order.not-found' },
  })
  expect(await other.write({}, {})).toMatchObject({ status: 404 })
})

test.each([
  [{ rating: 0 }, 'rating'],
  [{ rating: 4.5 }, 'rating'],
  [{ name: ' ' }, 'name'],
  [{ fit: 'huge' }, 'fit'],
  [{ footMm: 40 }, 'footMm'],
  [{ text: 'a'.repeat(3001) }, 'text'],
  [{ text: 'a\u0000b' }, 'text'],
])('%j is refused at its field', async (body, path) => {
  const { write } = await bought()
  expect(await write(body)).toMatchObject({
    status: 422,
    body: { code: 'validation.failed', errors: [{ path }] },
  })
})

test('nobody says how what is no shoe fits, and no size is told of it', async () => {
  const { req, orderId, variants, write, seen } = await bought()
  await rowsOf(
    req,
    sql`UPDATE variants SET size_id = (SELECT id FROM variant_options WHERE value = 'one-size') WHERE id = ${variants[0]?.id}`,
  )
  await rowsOf(req, sql`UPDATE orders_lines SET size = NULL WHERE _parent_id = ${orderId}`)
  expect(await write({ fit: 'small', footMm: 262 })).toMatchObject({
    status: 422,
    body: { code: 'validation.failed', errors: [{ path: 'fit' }, { path: 'footMm' }] },
  })
  const written = await write({ text: 'It shines.' })
  expect(written.status).toBe(201)
  await approveReview(req, idOf(written))
  const { body } = await seen()
  expect(body).toMatchObject({ total: 1, sizes: [], reviews: [{ text: 'It shines.', isBought: true }] })
  expect(body.reviews[0]).not.toHaveProperty('size')
})

test('one voice for each shoe of an order, also of twenty at once', async () => {
  const { orderId, slug, write, style, req } = await bought({ pairs: 3 })
  const { done, refused, broken } = await atOnce(await getTestPayload(), 20, (one) =>
    writeReview(one, { orderId, product: slug, rating: 4, name: 'A' }),
  )
  expect([done.length, refused, broken]).toEqual([1, { 'review.exists': 19 }, []])
  expect(await write({})).toMatchObject({ status: 409, body: { code: 'review.exists' } })
  await approveReview(req, done[0]?.id ?? '')
  expect(await summaryOf(style)).toMatchObject({ stars_4: 1, stars_5: 0 })
})

test('the sums are right after many decisions at once', async () => {
  const { req, style, productId } = await bought()
  const ids = await rowsOf<{ id: string }>(
    req,
    sql`INSERT INTO reviews (product_id, rating, name, locale, origin, fit) SELECT ${productId}, 1 + 4 * (n % 2), 'A', 'en', 'demo', 'small' FROM generate_series(1, 12) n RETURNING id`,
  )
  const { broken } = await atOnce(await getTestPayload(), 12, (one, index) =>
    approveReview(one, ids[index]?.id ?? ''),
  )
  expect([broken, await summaryOf(style)]).toMatchObject([[], { stars_1: 6, stars_5: 6, fit_small: 12 }])
})

test('a pair that goes back because it is too small counts for the fit, until the buyer has said so or thinks again', async () => {
  const { req, orderId, line, style } = await bought({ pairs: 2 })
  const back = await requestReturn(req, {
    orderId,
    lines: [{ lineId: line, quantity: 1, reason: 'too-small' }],
  })
  expect(await summaryOf(style)).toMatchObject({ back_small: 1 })
  await cancelReturn(req, { returnId: back.id, ofOrderId: orderId })
  expect(await summaryOf(style)).toMatchObject({ back_small: 0 })
})

test('what the shop answers stands beneath the review, and an empty answer takes it back', async () => {
  const { req, write, seen } = await bought()
  const id = idOf(await write({}))
  await approveReview(req, id)
  await answerReview(req, id, 'Thank you.')
  expect((await seen()).body.reviews).toMatchObject([{ answer: { text: 'Thank you.' } }])
  await answerReview(req, id, '')
  expect((await seen()).body.reviews[0]).not.toHaveProperty('answer')
})

const picture = (side = 400) =>
  sharp({ create: { width: side, height: side, channels: 3, background: '#8a4b21' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'home address' } })
    .toBuffer()

function formWith(product: string, files: (Buffer | string)[]) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ product, rating: '4', name: 'Ada R.', text: 'With pictures' }))
    form.set(name, value)
  for (const file of files) form.append('photos', new Blob([file as never], { type: 'image/jpeg' }), 'a.jpg')
  return form
}

test('pictures are drawn anew, without what came with the file, and open only once the review is approved', async () => {
  const { req, order, accessToken, slug, seen } = await bought()
  const written = await callStore(`/orders/${order.number}/reviews`, {
    raw: formWith(slug, [await picture()]),
    headers: { 'X-Order-Token': accessToken },
  })
  expect(written.status).toBe(201)
  const [photo] = await rowsOf<{ id: string; bytes: Buffer }>(
    req,
    sql`SELECT id, bytes FROM review_photos WHERE review_id = ${idOf(written)}`,
  )
  if (!photo) throw new Error('no photo')
  const { format, exif } = await sharp(photo.bytes).metadata()
  expect([format, exif]).toEqual(['webp', undefined])
  expect(await openPhoto(req, photo.id)).toBeUndefined()
  await approveReview(req, idOf(written))
  expect((await openPhoto(req, photo.id))?.bytes.length).toBe(photo.bytes.length)
  expect((await seen()).body.reviews).toMatchObject([
    { photos: [{ url: `/media/reviews/${photo.id}.webp` }] },
  ])
})

test.each<[string, () => Promise<(Buffer | string)[]>, string]>([
  ['no picture', async () => ['<svg onload=alert(1)>'], 'photos.0'],
  ['a broken picture', async () => [(await picture()).subarray(0, 400)], 'photos.0'],
  ['a tiny picture', async () => [await picture(40)], 'photos.0'],
  ['a fourth picture', async () => Promise.all([picture(), picture(), picture(), picture()]), 'photos'],
])('%s is refused and nothing is kept', async (_, files, path) => {
  const { req, order, accessToken, slug, orderId } = await bought()
  const answer = await callStore(`/orders/${order.number}/reviews`, {
    raw: formWith(slug, await files()),
    headers: { 'X-Order-Token': accessToken },
  })
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ path }] } })
  expect(await rowsOf(req, sql`SELECT 1 FROM reviews WHERE order_id = ${orderId}`)).toEqual([])
})

test('a stranger’s pictures are not even read, and no body grows beyond its bound', async () => {
  const { order, slug, accessToken } = await bought()
  const path = `/orders/${order.number}/reviews`
  const large = { 'Content-Length': String(26 * 1024 * 1024) }
  expect(await callStore(path, { raw: formWith(slug, []), headers: large })).toMatchObject({ status: 404 })
  expect(
    await callStore(path, { raw: formWith(slug, []), headers: { ...large, 'X-Order-Token': accessToken } }),
  ).toMatchObject({ status: 413, body: { code: 'body.too-large' } })
})

test('the form of the page keeps the words when a picture is none, and says so', async () => {
  const { req, order, accessToken, slug, orderId } = await bought()
  const cookie = `molini-order-${order.number}=${accessToken}`
  const send = (origin: string | null) =>
    callStore(`/forms/review?market=it&number=${order.number}`, {
      raw: formWith(slug, ['no picture']),
      cookie,
      origin,
    })
  expect((await send('https://elsewhere.example')).status).toBe(403)
  const answer = await send(shopOrigin)
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/it/orders/${order.number}/review?done=review&left=1`,
  ])
  expect(await rowsOf(req, sql`SELECT text, locale FROM reviews WHERE order_id = ${orderId}`)).toEqual([
    { text: 'With pictures', locale: 'it' },
  ])
})

test('pictures that are too large together leave the words of the form to be sent again', async () => {
  const { req, order, accessToken, slug, orderId } = await bought()
  const body = new Response(formWith(slug, [Buffer.alloc(26 * 1024 * 1024)]))
  const raw = await body.arrayBuffer()
  const answer = await callStore(`/forms/review?market=it&number=${order.number}`, {
    raw,
    cookie: `molini-order-${order.number}=${accessToken}`,
    headers: {
      'Content-Type': body.headers.get('content-type') ?? '',
      'Content-Length': String(raw.byteLength),
    },
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/it/orders/${order.number}/review?problem=body.too-large`,
  ])
  const words = { product: slug, rating: '4', name: 'Ada R.', text: 'With pictures' }
  expect(await openTyped(req, answer.cookies['molini-typed'], 'review')).toEqual(words)
  expect(await rowsOf(req, sql`SELECT 1 FROM reviews WHERE order_id = ${orderId}`)).toEqual([])
})

async function ask(orderId: string, days: number) {
  const req = await getTestRequest()
  await rowsOf(req, sql`DELETE FROM review_invitations`)
  await rowsOf(
    req,
    sql`INSERT INTO review_invitations (order_id) SELECT id FROM orders WHERE id <> ${orderId} ON CONFLICT DO NOTHING`,
  )
  await rowsOf(
    req,
    sql`UPDATE orders SET delivered_at = now() - make_interval(days => ${days}) WHERE id = ${orderId}`,
  )
  return inviteReviews(req)
}

test('a buyer is asked once, some days after the parcel, with a link that opens the form', async () => {
  const { req, orderId, order } = await bought()
  expect(await ask(orderId, 2)).toBe(0)
  expect(await ask(orderId, 11)).toBe(1)
  expect(await inviteReviews(req)).toBe(0)
  const [mail] = await rowsOf<never>(
    req,
    sql`SELECT template, entity, recipient, locale, data FROM emails WHERE template = 'review-invitation' AND entity = ${order.number}`,
  )
  const { text } = await writeMail(req, mail as never)
  expect(text).toMatch(new RegExp(`/o/${order.number}/[\\w-]+\\?to=review`))
  expect(text).toMatch(new RegExp(`/o/${order.number}/[\\w-]+\\?to=no-review`))
})

test('one order that cannot be asked about holds up no other, and is asked about once it can be', async () => {
  const [late, fine] = [await bought(), await bought()]
  const { req } = late
  await rowsOf(
    req,
    sql`INSERT INTO review_invitations (order_id) SELECT id FROM orders ON CONFLICT DO NOTHING`,
  )
  await rowsOf(req, sql`DELETE FROM review_invitations WHERE order_id IN (${late.orderId}, ${fine.orderId})`)
  await rowsOf(
    req,
    sql`UPDATE orders SET delivered_at = now() - make_interval(days => CASE WHEN id = ${late.orderId} THEN 12 ELSE 11 END)
      WHERE id IN (${late.orderId}, ${fine.orderId})`,
  )
  const asked = async ({ order }: typeof late) =>
    rowsOf(req, sql`SELECT 1 FROM emails WHERE template = 'review-invitation' AND entity = ${order.number}`)
  const rows = `NEW.template = 'review-invitation' AND NEW.entity = '${late.order.number}'`
  await failsAlone(req, { table: 'emails', on: 'INSERT', rows }, inviteReviews)
  expect([(await asked(late)).length, (await asked(fine)).length]).toEqual([0, 1])
  expect(await inviteReviews(req)).toBe(1)
  expect([(await asked(late)).length, (await asked(fine)).length]).toEqual([1, 1])
})

test('of care products alone, or where the shoe went back, nobody is asked how it fits', async () => {
  const { req, orderId, order, style } = await bought()
  await rowsOf(req, sql`UPDATE styles SET kind = 'care' WHERE id = ${style}`)
  expect(await ask(orderId, 11)).toBe(1)
  const [mail] = await rowsOf<never>(
    req,
    sql`SELECT template, entity, recipient, locale, data FROM emails WHERE template = 'review-invitation' AND entity = ${order.number}`,
  )
  const { subject, text } = await writeMail(req, mail as never)
  expect(subject).toBe(`How do you like what came with order ${order.number}?`)
  expect(text).toContain('what you use it for and how it does')
  // The keys in its links are drawn by chance: they are no words.
  const words = text.replace(/https?:\/\/\S+/g, '')
  expect(words).not.toMatch(/\bfit\b|\bpairs?\b/)
})

test('who sent all back, has written, or asked never to be asked is not asked', async () => {
  const gone = await bought()
  await requestReturn(gone.req, {
    orderId: gone.orderId,
    lines: [{ lineId: gone.line, quantity: 1, reason: 'changed-mind' }],
  })
  expect(await ask(gone.orderId, 11)).toBe(0)
  const wrote = await bought()
  await wrote.write({})
  expect(await ask(wrote.orderId, 11)).toBe(0)
  const tired = await bought()
  await stopReviewMails(tired.req, tired.order.email)
  expect(await ask(tired.orderId, 11)).toBe(0)
  await rowsOf(tired.req, sql`DELETE FROM mail_stops`)
})

test('reviews are found by size and by fit, counted apart from all of them; what nobody has is empty, what is none is refused', async () => {
  const { slug } = await bought()
  const [row] = await rowsOf<{ product: string; style: string; variant: string; value: string }>(
    await getTestRequest(),
    sql`SELECT p.id AS product, p.style_id AS style, v.id AS variant, z.value FROM products p JOIN variants v ON v.product_id = p.id
      JOIN variant_options z ON z.id = v.size_id WHERE p.slug = ${slug} ORDER BY z.rank LIMIT 1`,
  )
  await rowsOf(
    await getTestRequest(),
    sql`INSERT INTO reviews (product_id, variant_id, rating, name, locale, status, origin, fit, decided_at)
      SELECT ${row?.product}::uuid, CASE WHEN n < 3 THEN ${row?.variant}::uuid END, 4, 'Ada', 'en', 'approved', 'demo', (ARRAY['small', 'true', 'small', 'large'])[n], now()
      FROM generate_series(1, 4) n`,
  )
  const ask = async (query: string) =>
    (await callStore<ReviewsView>(`/products/${slug}/reviews${query}`)).body
  const all = await ask('')
  expect([all.found, all.fits]).toEqual([
    4,
    [
      { value: 'small', count: 2 },
      { value: 'true', count: 1 },
      { value: 'large', count: 1 },
    ],
  ])
  expect(all.sizes).toMatchObject([{ value: row?.value, count: 2 }])
  const small = await ask('?fit=small')
  expect([small.found, small.reviews.map(({ fit }) => fit)]).toEqual([2, ['small', 'small']])
  expect(small.fits).toEqual(all.fits)
  expect((await ask(`?size=${row?.value}`)).found).toBe(2)
  expect((await ask(`?size=${row?.value}&fit=small`)).reviews).toHaveLength(1)
  expect((await ask('?size=99')).reviews).toEqual([])
  expect(await callStore(`/products/${slug}/reviews?fit=huge`)).toMatchObject({ status: 422 })
})

test('pages past the end are empty, odd numbers are refused', async () => {
  const { slug } = await bought()
  expect(await callStore(`/products/${slug}/reviews?page=50`)).toMatchObject({
    status: 200,
    body: { reviews: [] },
  })
  expect(await callStore(`/products/${slug}/reviews?page=${'9'.repeat(30)}`)).toMatchObject({
    status: 200,
    body: { total: 0, reviews: [] },
  })
  expect(await callStore(`/products/${slug}/reviews?page=1e3`)).toMatchObject({ status: 422 })
  expect(await callStore(`/products/${slug}/reviews?page=0`)).toMatchObject({ status: 422 })
  expect(await callStore(`/products/${slug}/reviews?limit=1000`)).toMatchObject({ status: 422 })
  expect(await callStore('/products/nowhere/reviews')).toMatchObject({
    status: 404,
    body: { code: 'product.not-found' },
  })
})
