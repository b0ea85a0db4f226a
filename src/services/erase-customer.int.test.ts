import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { env } from '#env'
import { sendMail } from '#ops/jobs/send-mail'
import { callStore } from '../app/api/_http/testing/call-store'
import { withClient } from '../start/testing/database'
import { callRest, signedIn } from '../start/testing/http'
import { getTestRequest } from '../start/testing/payload'
import { tampered } from './testing/tampered'
import { findAuditFaults } from './audit'
import { openCode } from './card-code'
import { deliverOrder } from './deliver-order'
import { eraseCustomer } from './erase-customer'
import { forgetOldBuyers } from './erase-rows'
import { exportCustomer } from './export-customer'
import { shipOrder } from './ship-order'
import { deliveredWith } from './testing/delivered'
import { fillLegal } from './testing/legal'
import { inTransaction, rowsOf } from './transaction'
import { writeReview } from './write-review'

const { delivered } = deliveredWith(getTestRequest)
const password = 'six quiet herons'

/** In letters that no hex has: it is looked for in every column, and some hold hashes. */
const newMark = () =>
  randomUUID()
    .slice(0, 8)
    .replace(/./g, (digit) => String.fromCharCode('g'.charCodeAt(0) + Number.parseInt(digit, 16)))

/** A shopper of a rare name with a row in everything the shop keeps about people. */
async function person(wanted: Parameters<typeof delivered>[0] = {}) {
  const mark = newMark()
  const [email, firstName, lastName] = [`zeno-${mark}@example.com`, `Zenobia${mark}`, `Quark${mark}`]
  await callStore('/customers', { body: { email, password, firstName, lastName } })
  const { cookies } = await callStore('/session', { body: { email, password } })
  const cookie = `molini-customer=${cookies['molini-customer']}`
  const made = await delivered(wanted)
  const { req, orderId } = made
  const [row] = await rowsOf<{ id: string }>(req, sql`SELECT id FROM customers WHERE email = ${email}`)
  const id = row?.id ?? ''
  await rowsOf(
    req,
    sql`UPDATE orders SET email = ${email}, customer_id = ${id}, customer_name = ${`${firstName} ${lastName}`}, shipping_address_first_name = ${firstName},
      shipping_address_last_name = ${lastName}, shipping_address_phone = '+39 011 555', billing_address_last_name = ${lastName} WHERE id = ${orderId}`,
  )
  const address = {
    firstName,
    lastName,
    line1: 'Via Po 1',
    postalCode: '10123',
    city: 'Torino',
    country: 'IT',
  }
  await callStore('/me/addresses', { body: address, cookie })
  await callStore('/me/children', {
    ...{ body: { name: `Pip ${mark}`, footMm: 173, measuredOn: '2026-01-02' }, cookie },
  })
  await callStore('/forms/newsletter', { form: { email, market: 'eu' } })
  await callStore('/forms/contact', {
    form: { name: `${firstName} ${lastName}`, email, text: `Where is it? ${lastName}`, market: 'eu' },
  })
  const [product] = await rowsOf<{ slug: string; variant: string }>(
    req,
    sql`SELECT p.slug, v.id AS variant FROM orders_lines l JOIN products p ON p.id = l.product_id JOIN variants v ON v.id = l.variant_id WHERE l._parent_id = ${orderId}`,
  )
  await rowsOf(
    req,
    sql`INSERT INTO stock_alerts (variant_id, email, market, status) VALUES (${product?.variant}, ${email}, 'eu', 'waiting')`,
  )
  await rowsOf(
    req,
    sql`INSERT INTO draw_entries (product_id, variant_id, email, market, status, confirmed_at)
      SELECT product_id, id, ${email}, 'eu', 'confirmed', now() FROM variants WHERE id = ${product?.variant}`,
  )
  await rowsOf(
    req,
    sql`INSERT INTO mail_suppressions (recipient, reason, since) VALUES (${email.toLowerCase()}, 'spam', now())`,
  )
  await rowsOf(
    req,
    sql`INSERT INTO order_notes (order_id, text, actor) VALUES (${orderId}, ${`${lastName} rang, write to ${email.toUpperCase()}`}, 'Desk')`,
  )
  await rowsOf(
    req,
    sql`INSERT INTO payment_events (provider, event_id, type, payload, handled_at)
      VALUES ('test', ${mark}, 'paid', ${JSON.stringify({ billing: { email, name: `${firstName} ${lastName}` } })}::jsonb, now())`,
  )
  return { ...made, id, email, firstName, lastName, mark, cookie, slug: product?.slug ?? '' }
}

type Person = Awaited<ReturnType<typeof person>>

async function reviewed({ req, orderId, slug, firstName, lastName }: Person): Promise<string> {
  await rowsOf(
    req,
    sql`WITH made AS (INSERT INTO styles (name, slug) VALUES (${slug}, ${slug}) RETURNING id)
      UPDATE products SET style_id = made.id FROM made WHERE products.slug = ${slug}`,
  )
  const photo = { bytes: Buffer.from('x'), width: 1, height: 1 }
  const review = await writeReview(req, {
    ...{ orderId, product: slug, rating: 5, name: `${firstName} ${lastName}`, text: `Yours, ${lastName}` },
    photos: [photo],
  })
  return review.id
}

/** Every table and column of text in which a word stands, whatever its case. */
async function placesOf(word: string): Promise<string[]> {
  const req = await getTestRequest()
  const columns = await rowsOf<{ table: string; column: string }>(
    req,
    sql`SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
      JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.table_type = 'BASE TABLE'
      WHERE c.table_schema = 'public' AND c.data_type IN ('text', 'character varying', 'jsonb', 'json', 'character', 'ARRAY')`,
  )
  const questions = columns.map(
    ({ table, column }) =>
      `SELECT '${table}.${column}' AS place WHERE EXISTS (SELECT 1 FROM "${table}" WHERE strpos(lower("${column}"::text), lower('${word}')) > 0)`,
  )
  const rows = await rowsOf<{ place: string }>(req, sql.raw(questions.join(' UNION ALL ')))
  return rows.map(({ place }) => place).sort()
}

/** Where name and address of a paid order stay, because tax law asks for them. */
const forTheTaxOffice = [
  'invoices.content',
  'orders.billing_address_first_name',
  'orders.billing_address_last_name',
  'orders.customer_name',
  'orders.shipping_address_first_name',
  'orders.shipping_address_last_name',
]

test('after an erasure no column of the database knows the address, and the name stands on tax records alone', async () => {
  const shopper = await person()
  const { req, orderId, id, email, mark } = shopper
  await deliverOrder(req, { orderId })
  const review = await reviewed(shopper)
  const before = await placesOf(mark)
  for (const place of [
    'customers.email',
    'addresses.last_name',
    'child_feet.name',
    'messages.text',
    'order_notes.text',
    'reviews.name',
  ])
    expect(before).toContain(place)
  expect(await eraseCustomer(req, { customerId: id })).toEqual({ id, orders: 1, reviews: 1 })
  await rowsOf(
    req,
    sql`UPDATE emails SET next_attempt_at = now() + interval '1 hour' WHERE recipient <> ${email} AND status = 'queued'`,
  )
  const mails: string[] = []
  await sendMail(req, async ({ to, subject }) => {
    mails.push(`${to}: ${subject}`)
    return { status: 'sent' }
  })
  expect(mails).toEqual([`${email}: Your account is closed`])
  expect(await placesOf(email)).toEqual([])
  for (const place of await placesOf(mark)) {
    if (place === 'payment_events.event_id') continue
    expect(forTheTaxOffice).toContain(place)
  }
  const [kept] = await rowsOf(
    req,
    sql`SELECT r.name, r.customer_id, r.order_id, r.rating::int AS rating, (SELECT count(*)::int FROM review_photos p WHERE p.review_id = r.id) AS photos
      FROM reviews r WHERE r.id = ${review}`,
  )
  expect(kept).toEqual({ name: 'A buyer', customer_id: null, order_id: null, rating: 5, photos: 0 })
  expect(await findAuditFaults(req)).toEqual([])
})

test('what is still open refuses, says what it is and changes nothing; done, it goes, and again changes nothing', async () => {
  const { req, orderId, order, id, cookie } = await person({ ship: 0 })
  await expect(eraseCustomer(req, { customerId: id })).rejects.toMatchObject({
    code: 'customer.not-erasable',
    details: { open: [{ number: order.number, matters: ['delivery'] }] },
  })
  expect((await callStore('/me', { cookie })).body).toMatchObject({ customer: { id } })
  await rowsOf(
    req,
    sql`UPDATE orders SET fulfilment_status = 'delivered', delivered_at = now() WHERE id = ${orderId}`,
  )
  const both = await Promise.all([
    eraseCustomer(await getTestRequest(), { customerId: id }),
    eraseCustomer(await getTestRequest(), { customerId: id }),
  ])
  expect(both.map(({ orders }) => orders).sort()).toEqual([0, 1])
  expect((await callStore('/me', { cookie })).body).not.toHaveProperty('customer')
  const mails = await rowsOf(
    req,
    sql`SELECT 1 FROM emails WHERE template = 'erasure-done' AND entity = ${`erased:${id}`}`,
  )
  expect(mails).toHaveLength(1)
})

test('a shopper closes the account by password and mailed link; a wrong password and a made-up link do nothing', async () => {
  const { req, orderId, email, cookie } = await person()
  await deliverOrder(req, { orderId })
  const form = { market: 'eu', password: 'quite another' }
  const wrong = await callStore('/forms/erase-account', { form, cookie })
  expect(wrong.headers.get('location')).toContain('problem=session.bad-credentials')
  const asked = await callStore('/forms/erase-account', { form: { ...form, password }, cookie })
  expect(asked.headers.get('location')).toContain('done=asked')
  const token = await mailedToken(email)
  expect(await callStore('/me/erasure/confirm', { body: { token: tampered(token) } })).toMatchObject({
    status: 422,
  })
  expect((await callStore('/me', { cookie })).body).toMatchObject({ customer: { email } })
  const done = await callStore('/forms/confirm-erasure', { form: { market: 'eu', token } })
  expect(done.headers.get('location')).toContain('done=erased')
  expect((await callStore('/session', { body: { email, password } })).status).toBe(401)
  expect(await callStore('/me/erasure/confirm', { body: { token } })).toMatchObject({ status: 422 })
})

async function mailedToken(email: string): Promise<string> {
  const [mail] = await rowsOf<{ data: { code: string } }>(
    await getTestRequest(),
    sql`SELECT data FROM emails WHERE recipient = ${email} AND template = 'erasure-confirm' ORDER BY created_at DESC`,
  )
  return openCode(mail?.data.code ?? '')
}
const confirm = (token: string) => callStore('/me/erasure/confirm', { body: { token } })

async function asking() {
  const email = `asks-${randomUUID()}@example.com`
  await callStore('/customers', { body: { email, password } })
  const { cookies } = await callStore('/session', { body: { email, password } })
  const cookie = `molini-customer=${cookies['molini-customer']}`
  await callStore('/me/erasure', { body: { password }, cookie, from: '203.0.113.9' })
  const req = await getTestRequest()
  const [row] = await rowsOf<{ id: string }>(req, sql`SELECT id FROM customers WHERE email = ${email}`)
  return { req, email, cookie, id: row?.id ?? '', token: await mailedToken(email) }
}

test('the link that closes an account stands nowhere in the database, and is of use for that alone', async () => {
  const { req, token, id } = await asking()
  const rows = await rowsOf<{ text: string }>(
    req,
    sql`SELECT row_to_json(e)::text AS text FROM emails e WHERE template = 'erasure-confirm'
      UNION ALL SELECT row_to_json(k)::text FROM account_keys k`,
  )
  expect(rows.some(({ text }) => text.includes(token))).toBe(false)
  expect((await callStore('/sign-in-link/confirm', { body: { token } })).status).toBe(422)
  const audited = await rowsOf<{ action: string; ip: string }>(
    req,
    sql`SELECT action, ip FROM audit_entries WHERE entity_id = ${id} AND action = 'customer.erase-asked'`,
  )
  expect(audited).toEqual([{ action: 'customer.erase-asked', ip: '203.0.113.9' }])
})

test('of many who close an account by one link at once, one does', async () => {
  const { token } = await asking()
  const answers = await Promise.all(Array.from({ length: 6 }, () => confirm(token)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 422, 422, 422, 422, 422])
})

test('the link is bound to its address, and to an hour', async () => {
  const [moved, late] = [await asking(), await asking()]
  const { req } = moved
  await rowsOf(
    req,
    sql`UPDATE customers SET email = ${`new-${randomUUID()}@example.com`} WHERE id = ${moved.id}`,
  )
  await rowsOf(
    req,
    sql`UPDATE account_keys SET expires_at = now() - interval '1 second' WHERE customer_id = ${late.id}`,
  )
  for (const { token } of [moved, late]) expect((await confirm(token)).body.code).toBe('validation.failed')
  const kept = await rowsOf(
    req,
    sql`SELECT 1 FROM customers WHERE id IN (${moved.id}, ${late.id}) AND email NOT LIKE 'erased-%'`,
  )
  expect(kept).toHaveLength(2)
})

test('while something is open the link stays good, and is used up by the erasure', async () => {
  const { email, cookie, orderId, req } = await person()
  await callStore('/me/erasure', { body: { password }, cookie })
  const token = await mailedToken(email)
  expect((await confirm(token)).body.code).toBe('customer.not-erasable')
  await deliverOrder(req, { orderId })
  expect((await confirm(token)).status).toBe(200)
  expect((await confirm(token)).status).toBe(422)
})

test('a new password calls an erasure off that somebody else has asked for', async () => {
  const { email, token, req } = await asking()
  await callStore('/password-reset', { body: { email } })
  const [mail] = await rowsOf<{ data: { code: string } }>(
    req,
    sql`SELECT data FROM emails WHERE recipient = ${email} AND template = 'password-reset'`,
  )
  const body = { token: openCode(mail?.data.code ?? ''), password: 'seven loud geese' }
  expect((await callStore('/password-reset/confirm', { body })).status).toBe(200)
  expect((await confirm(token)).status).toBe(422)
})

test('the export holds all of it; rows known by the address alone only once it was shown to be theirs', async () => {
  const { req, order, id, email, lastName, cookie } = await person()
  const file = await callStore('/me/export', { cookie })
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="my-data-/)
  expect(file.body).toMatchObject({
    includesRowsOfAddress: false,
    account: { id, email, lastName },
    addresses: [{ line1: 'Via Po 1', lastName }],
    orders: [
      {
        number: order.number,
        total: order.totals.total.amount,
        lines: [{ quantity: 1 }],
        payments: [{ status: 'captured' }],
      },
    ],
    messages: [],
    newsletter: [],
  })
  expect(file.text).not.toMatch(/"(hash|salt|googleSub)"/)
  await rowsOf(req, sql`UPDATE customers SET verified_at = now() WHERE id = ${id}`)
  expect(await exportCustomer(req, { customerId: id })).toMatchObject({
    includesRowsOfAddress: true,
    messages: [{ email }],
    newsletter: [{ status: 'asked' }],
    stockAlerts: [{ status: 'waiting' }],
  })
  expect((await callStore('/me/export', {})).status).toBe(401)
})

test('staff need the right for it, and both deeds are in the audit trail', async () => {
  const { req, orderId, id } = await person()
  await deliverOrder(req, { orderId })
  const desk = await signedIn('order-desk')
  const owner = await signedIn('owner')
  const body = { reason: 'Asked by letter' }
  expect((await callRest(`customers/${id}/export`, { cookie: desk.cookie })).status).toBe(403)
  expect(
    (await callRest(`customers/${id}/erase`, { method: 'POST', body, cookie: desk.cookie })).status,
  ).toBe(403)
  expect(await callRest(`customers/${id}/export`, { cookie: owner.cookie })).toMatchObject({
    status: 200,
    json: { account: { id }, includesRowsOfAddress: true },
  })
  expect(
    (await callRest(`customers/${id}/erase`, { method: 'POST', body: {}, cookie: owner.cookie })).status,
  ).toBe(422)
  expect(
    await callRest(`customers/${id}/erase`, { method: 'POST', body, cookie: owner.cookie }),
  ).toMatchObject({
    status: 200,
    json: { id, orders: 1 },
  })
  const deeds = await rowsOf<{ action: string }>(
    req,
    sql`SELECT action FROM audit_entries WHERE entity = 'customers' AND entity_id = ${id} AND action LIKE 'customer.%' ORDER BY seq`,
  )
  expect(deeds.map(({ action }) => action)).toEqual(['customer.export', 'customer.erase'])
  expect(
    (await callRest(`customers/${randomUUID()}/erase`, { method: 'POST', body, cookie: owner.cookie }))
      .status,
  ).toBe(404)
})

test('whoever has an address after somebody else keeps what is theirs when the other is forgotten', async () => {
  const { req, id, email, mark, orderId } = await person()
  await deliverOrder(req, { orderId })
  await rowsOf(req, sql`UPDATE customers SET email = ${`away-${mark}@example.com`} WHERE id = ${id}`)
  await rowsOf(req, sql`INSERT INTO account_former_emails (customer_id, email) VALUES (${id}, ${email})`)
  expect((await callStore('/customers', { body: { email, password } })).status).toBe(201)
  await eraseCustomer(req, { customerId: id })
  const [left] = await rowsOf<{ accounts: number; alerts: number; mails: number }>(
    req,
    sql`SELECT (SELECT count(*)::int FROM customers WHERE email = ${email}) AS accounts,
      (SELECT count(*)::int FROM stock_alerts WHERE email = ${email}) AS alerts,
      (SELECT count(*)::int FROM emails WHERE recipient = ${email} AND template = 'welcome') AS mails`,
  )
  expect(left).toEqual({ accounts: 1, alerts: 1, mails: 2 })
})

test('what came under an address after it was somebody’s is neither shown to them nor forgotten with them', async () => {
  const { req, id, email, mark, orderId } = await person()
  await deliverOrder(req, { orderId })
  await rowsOf(
    req,
    sql`UPDATE customers SET email = ${`gone-${mark}@example.com`}, verified_at = now() WHERE id = ${id}`,
  )
  await rowsOf(
    req,
    sql`INSERT INTO account_former_emails (customer_id, email, until) VALUES (${id}, ${email}, now() - interval '1 hour')`,
  )
  await rowsOf(
    req,
    sql`UPDATE messages SET created_at = now() - interval '2 hours' WHERE lower(email) = ${email}`,
  )
  expect(await exportCustomer(req, { customerId: id })).toMatchObject({
    ...{ stockAlerts: [], newsletter: [], stoppedAddresses: [], messages: [{ email }] },
    ...{ orders: [{ email }] },
  })
  await eraseCustomer(req, { customerId: id })
  const [left] = await rowsOf(
    req,
    sql`SELECT (SELECT count(*)::int FROM stock_alerts WHERE email = ${email}) AS alerts, (SELECT count(*)::int FROM messages WHERE email = ${email}) AS messages,
      (SELECT count(*)::int FROM subscribers WHERE email = ${email}) AS letters, (SELECT count(*)::int FROM orders WHERE email = ${email}) AS orders`,
  )
  expect(left).toEqual({ alerts: 1, messages: 0, letters: 1, orders: 0 })
})

test('an address that somebody had before is forgotten with the account, and what stands under it', async () => {
  const { req, id, email, mark, cookie, orderId } = await person()
  await deliverOrder(req, { orderId })
  const wanted = `nova-${mark}@example.com`
  await rowsOf(req, sql`UPDATE customers SET verified_at = now() WHERE id = ${id}`)
  await callStore('/me/email', { cookie, body: { email: wanted, password } })
  const [mail] = await rowsOf<{ data: { code: string } }>(
    req,
    sql`SELECT data FROM emails WHERE recipient = ${wanted} AND template = 'email-change'`,
  )
  const body = { token: openCode(mail?.data.code ?? '') }
  expect((await callStore('/me/email/confirm', { body, cookie })).status).toBe(200)
  const found = await exportCustomer(req, { customerId: id })
  expect(found.account).toMatchObject({ email: wanted, formerEmails: [{ email }] })
  expect(found).toMatchObject({
    ...{ stockAlerts: [{ email }], messages: [{ email }], newsletter: [{ email }] },
    ...{ stoppedAddresses: [{ email }], orders: [{ email }] },
  })
  await eraseCustomer(req, { customerId: id })
  await rowsOf(req, sql`DELETE FROM emails WHERE recipient = ${wanted}`)
  expect(await placesOf(email)).toEqual([])
  expect(await placesOf(wanted)).toEqual([])
})

/** As if the order had been placed and invoiced in the last hour of the year so many years before the last one. */
const soldBefore = (orderId: string, years: number) =>
  withClient(env.DATABASE_URL, (client) =>
    client.query(`ALTER TABLE invoices DISABLE TRIGGER invoices_kept;
      UPDATE orders SET placed_at = date_trunc('year', now()) - interval '${years} years 1 hour' WHERE id = '${orderId}';
      UPDATE invoices SET issued_at = date_trunc('year', now()) - interval '${years} years 1 hour' WHERE order_id = '${orderId}';
      ALTER TABLE invoices ENABLE TRIGGER invoices_kept`),
  )

/** A shopper with an invoice in their name. */
async function invoiced() {
  await fillLegal(await getTestRequest())
  const shopper = await person({ ship: 0 })
  const { req, orderId, line } = shopper
  await shipOrder(req, { orderId, lines: [{ lineId: line, quantity: 1 }] })
  await deliverOrder(req, { orderId })
  return shopper
}

test('ten years after the year of a sale, name and address leave order and invoice, and not a day before', async () => {
  const { req, orderId, id, mark } = await invoiced()
  await eraseCustomer(req, { customerId: id })
  const forget = () => inTransaction(req, forgetOldBuyers)
  const ofTax = async () => (await placesOf(mark)).filter((place) => forTheTaxOffice.includes(place))
  const money = () =>
    rowsOf(
      req,
      sql`SELECT number, total, content->'lines' AS lines FROM invoices WHERE order_id = ${orderId}`,
    )
  const before = await money()
  await soldBefore(orderId, 9)
  expect(await forget()).toBe(0)
  expect(await ofTax()).toContain('invoices.content')
  await soldBefore(orderId, 10)
  expect(await forget()).toBe(2)
  expect(await ofTax()).toEqual([])
  expect(await money()).toEqual(before)
  expect(await forget()).toBe(0)
})

test('nobody else’s order is forgotten, however old it is, and nothing else of an old invoice is changed', async () => {
  const { req, orderId } = await invoiced()
  await soldBefore(orderId, 12)
  expect(await inTransaction(req, forgetOldBuyers)).toBe(0)
  await expect(
    rowsOf(
      req,
      sql`UPDATE invoices SET content = jsonb_set(content, '{total}', '1') WHERE order_id = ${orderId}`,
    ),
  ).rejects.toThrow()
})

test('a copy of what is kept and an erasure look for mails by index, however many there are of others', async () => {
  const { req, orderId, id } = await person()
  await deliverOrder(req, { orderId })
  await rowsOf(
    req,
    sql`INSERT INTO emails (template, entity, recipient, locale, status) SELECT 'order-placed', 'M-' || i, i || '@example.org', 'en', 'sent'
      FROM generate_series(1, 20000) i`,
  )
  await rowsOf(req, sql`ANALYZE emails`)
  const found = await inTransaction(req, async (tx) => {
    await exportCustomer(req, { customerId: id, byStaff: true })
    await eraseCustomer(req, { customerId: id })
    return rowsOf(
      tx,
      sql`SELECT seq_scan::int AS scans FROM pg_stat_xact_user_tables WHERE relname = 'emails'`,
    )
  })
  expect(found).toEqual([{ scans: 0 }])
})
