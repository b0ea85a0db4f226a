import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { writeMail } from '#ops/write-mail'
import { adjustStock } from '#services/adjust-stock'
import { endDueHolds } from '#services/end-holds'
import { eraseCustomer } from '#services/erase-customer'
import { ledgerProblems } from '#services/ledger-problems'
import { alertToken } from '#services/stock-alerts'
import { tellBackInStock } from '#services/tell-back-in-stock'
import { rowsOf } from '#services/transaction'
import { atOnce } from '../../../services/testing/at-once'
import { makeProduct } from '../../../services/testing/shop-rows'
import { getTestPayload, getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

/** What this file tells of is a shop that holds no pairs, but where a test says so. */
const holdFor = async (minutes: number) => {
  const req = await getTestRequest()
  await rowsOf(
    req,
    sql`INSERT INTO shop_settings (holds_waiting_minutes) SELECT 120 WHERE NOT EXISTS (SELECT 1 FROM shop_settings)`,
  )
  await rowsOf(req, sql`UPDATE shop_settings SET holds_waiting_minutes = ${minutes}`)
}

beforeEach(async () => {
  await rowsOf(await getTestRequest(), sql`DELETE FROM stock_alerts WHERE status <> 'held'`)
  await holdFor(0)
})
afterAll(() => holdFor(120))

async function soldOut(wanted: { status?: 'draft' | 'published' } = {}) {
  const req = await getTestRequest()
  const { variants, slug } = await makeProduct(req, { stock: [0, 3], ...wanted })
  const [gone, there] = variants.map(({ id }) => id)
  const variantId = gone ?? ''
  await rowsOf(
    req,
    sql`INSERT INTO stock_levels (variant_id, location_id) SELECT ${variantId}, id FROM locations WHERE is_default ON CONFLICT DO NOTHING`,
  )
  const wait = (email: string, more: object = {}) =>
    callStore('/stock-alerts', { method: 'POST', body: { variantId, email, ...more } })
  const deliver = (pairs: number) => adjustStock(req, { variantId, delta: pairs, reason: 'delivery' })
  return { req, variantId, there: there ?? '', slug, wait, deliver }
}

interface Queued {
  template: string
  entity: string
  recipient: string
  locale: string
  data: Record<string, unknown> | null
}

const mailsTo = async (recipient: string) =>
  rowsOf<Queued>(
    await getTestRequest(),
    sql`SELECT template, entity, recipient, locale, data FROM emails WHERE template = 'back-in-stock' AND recipient = ${recipient}`,
  )

const waiting = async () =>
  (
    await rowsOf<{ email: string }>(
      await getTestRequest(),
      sql`SELECT email FROM stock_alerts WHERE status = 'waiting'`,
    )
  ).length

test('who waits is told once when the size is back, in the language of the shop they came from', async () => {
  const { req, wait, deliver, slug } = await soldOut()
  expect(await wait('Ada@Example.com', { market: 'it' })).toMatchObject({
    status: 202,
    body: { status: 'waiting' },
  })
  expect(await tellBackInStock(req)).toBe(0)
  await deliver(2)
  expect(await tellBackInStock(req)).toBe(1)
  expect(await tellBackInStock(req)).toBe(0)
  const [mail, ...more] = await mailsTo('ada@example.com')
  expect([more, mail?.locale]).toEqual([[], 'it'])
  if (!mail) throw new Error('no mail')
  const { subject, html, text } = await writeMail(req, mail)
  expect(subject).toContain('taglia 36, è di nuovo disponibile')
  expect(html).toContain(`/it/p/${slug}`)
  expect(text).toContain(`/it/stock-alert?alert=${mail.entity}&token=${alertToken(mail.entity)}`)
})

test('waiting twice, or twenty times at once, is waiting once; after being told one may wait again', async () => {
  const { req, wait, deliver, variantId } = await soldOut()
  const answers = await Promise.all(Array.from({ length: 20 }, () => wait('twice@example.com')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202, 429]))
  expect(await waiting()).toBe(1)
  await deliver(1)
  await tellBackInStock(req)
  await adjustStock(req, { variantId, setTo: 0, reason: 'sold' })
  await rowsOf(
    req,
    sql`INSERT INTO stock_alerts (variant_id, email, market, status) VALUES (${variantId}, 'twice@example.com', 'eu', 'waiting')`,
  )
  await deliver(1)
  expect(await tellBackInStock(req)).toBe(1)
  expect(await mailsTo('twice@example.com')).toHaveLength(2)
})

test('five are told for each pair in a day, who has waited longest first, also when ten look at once', async () => {
  const { req, deliver, variantId } = await soldOut()
  await rowsOf(
    req,
    sql`INSERT INTO stock_alerts (variant_id, email, market, status, created_at)
      SELECT ${variantId}, 'crowd-' || n || '@example.com', 'eu', 'waiting', now() - make_interval(mins => 500 - n) FROM generate_series(1, 300) n`,
  )
  await deliver(2)
  const { done, broken } = await atOnce(await getTestPayload(), 10, (own) => tellBackInStock(own))
  expect([broken, done.reduce((sum, told) => sum + told, 0)]).toEqual([[], 10])
  expect(await mailsTo('crowd-1@example.com')).toHaveLength(1)
  expect(await mailsTo('crowd-11@example.com')).toHaveLength(0)
  await deliver(100)
  expect(await tellBackInStock(req)).toBe(100)
  expect(await waiting()).toBe(190)
})

test('nobody is told of a shoe that is not for sale, or of pairs that are all reserved', async () => {
  const { req, wait, deliver, variantId } = await soldOut()
  await wait('patient@example.com')
  await rowsOf(
    req,
    sql`UPDATE products SET _status = 'draft' WHERE id = (SELECT product_id FROM variants WHERE id = ${variantId})`,
  )
  await deliver(1)
  expect(await tellBackInStock(req)).toBe(0)
  await rowsOf(
    req,
    sql`UPDATE products SET _status = 'published' WHERE id = (SELECT product_id FROM variants WHERE id = ${variantId})`,
  )
  await rowsOf(req, sql`UPDATE stock_levels SET reserved = on_hand WHERE variant_id = ${variantId}`)
  expect(await tellBackInStock(req)).toBe(0)
  await rowsOf(req, sql`UPDATE stock_levels SET reserved = 0 WHERE variant_id = ${variantId}`)
  expect(await tellBackInStock(req)).toBe(1)
})

test('the link in the mail stops all that the address waits for, and no other key does', async () => {
  const one = await soldOut()
  const other = await soldOut()
  await one.wait('ada@example.org')
  await other.wait('ada@example.org')
  await other.wait('bob@example.org')
  await one.deliver(1)
  await tellBackInStock(one.req)
  const [mail] = await mailsTo('ada@example.org')
  const alert = mail?.entity ?? ''
  const stop = async (token: string) => {
    const { headers } = await callStore('/forms/stop-stock-alert', { form: { alert, token } })
    return new URL(headers.get('location') ?? '', 'http://x.invalid').searchParams
  }
  expect((await stop('wrong')).get('problem')).toBe('resource.not-found')
  expect((await stop(alertToken('11111111-1111-4111-8111-111111111111'))).get('problem')).toBe(
    'resource.not-found',
  )
  expect(await waiting()).toBe(2)
  expect((await stop(alertToken(alert))).get('done')).toBe('stopped')
  expect((await stop(alertToken(alert))).get('done')).toBe('stopped')
  expect(await waiting()).toBe(1)
})

test('the form on the product page does the same without JavaScript', async () => {
  const { variantId, there, slug } = await soldOut()
  const send = async (fields: Record<string, string>) => {
    const { status, headers } = await callStore('/forms/stock-alert', {
      form: { market: 'de', product: slug, ...fields },
    })
    const to = new URL(headers.get('location') ?? '', 'http://x.invalid')
    return [status, to.pathname, Object.fromEntries(to.searchParams)]
  }
  const page = '/de/stock-alert'
  expect(await send({ variantId, email: 'form@example.com' })).toEqual([
    303,
    page,
    { done: 'waiting', product: slug },
  ])
  expect(await send({ variantId: there, email: 'form@example.com' })).toEqual([
    ...[303, page],
    { problem: 'stock.available', product: slug },
  ])
  expect(await send({ variantId, email: 'nobody' })).toMatchObject([
    303,
    page,
    { problem: 'validation.failed' },
  ])
  expect(await waiting()).toBe(1)
})

test('what is unknown, unpublished, in stock or malformed is refused plainly; an address may ask ten times an hour', async () => {
  const { there, wait, variantId } = await soldOut()
  const hidden = await soldOut({ status: 'draft' })
  expect(await hidden.wait('a@example.com')).toMatchObject({
    status: 404,
    body: { code: 'variant.not-found' },
  })
  expect(await wait('a@example.com', { variantId: '11111111-1111-4111-8111-111111111111' })).toMatchObject({
    status: 404,
  })
  expect(await wait('a@example.com', { variantId: there })).toMatchObject({
    status: 409,
    body: { code: 'stock.available' },
  })
  for (const body of [{ variantId: 'x' }, { email: 'nobody' }, { email: 7 }, { market: 'fr' }])
    expect(await wait('b@example.com', body)).toMatchObject({
      status: 422,
      body: { code: 'validation.failed' },
    })
  const statuses: number[] = []
  for (let turn = 0; turn < 12; turn += 1)
    statuses.push((await wait('often@example.com', { variantId })).status)
  expect(statuses.filter((status) => status === 202)).toHaveLength(10)
  expect(statuses.slice(10)).toEqual([429, 429])
})

test('who has waited for half a year, or was told a month ago, is forgotten', async () => {
  const { req, variantId } = await soldOut()
  await rowsOf(
    req,
    sql`INSERT INTO stock_alerts (variant_id, email, market, status, created_at, sent_at) VALUES
      (${variantId}, 'old@example.com', 'eu', 'waiting', now() - interval '181 days', NULL),
      (${variantId}, 'told@example.com', 'eu', 'sent', now() - interval '40 days', now() - interval '31 days'),
      (${variantId}, 'new@example.com', 'eu', 'waiting', now() - interval '179 days', NULL)`,
  )
  await tellBackInStock(req)
  expect(await rowsOf(req, sql`SELECT email FROM stock_alerts`)).toEqual([{ email: 'new@example.com' }])
})

/** An account, whose address is shown to be theirs or not yet. */
async function shopper({ isProven = true } = {}) {
  const email = `waits-${randomUUID()}@example.com`
  const account = { email, password: 'six quiet herons' }
  await callStore('/customers', { body: account })
  if (isProven)
    await rowsOf(await getTestRequest(), sql`UPDATE customers SET verified_at = now() WHERE email = ${email}`)
  const { cookies } = await callStore('/session', { body: account })
  const cookie = `molini-customer=${cookies['molini-customer']}`
  const alerts = async () =>
    (
      await callStore<{ alerts: { id: string; size: string; slug: string }[] }>('/me/stock-alerts', {
        cookie,
      })
    ).body.alerts
  const stop = (id: string) => callStore(`/me/stock-alerts/${id}`, { method: 'DELETE', cookie })
  return { email, cookie, alerts, stop }
}

test('what an address waits for is listed in its account, and each ends by itself', async () => {
  const { email, alerts, stop } = await shopper()
  const [one, other] = [await soldOut(), await soldOut()]
  await one.wait(email.toUpperCase())
  await other.wait(email)
  await other.wait('somebody-else@example.com')
  const listed = await alerts()
  expect(listed.map(({ slug }) => slug)).toEqual([other.slug, one.slug])
  expect(await stop(listed[0]?.id ?? '')).toMatchObject({ status: 204 })
  expect((await alerts()).map(({ slug }) => slug)).toEqual([one.slug])
  expect(await stop(listed[0]?.id ?? '')).toMatchObject({
    status: 404,
    body: { code: 'resource.not-found' },
  })
  expect(await waiting()).toBe(2)
})

test('an address that nobody has shown to be theirs lists nothing and stops nothing, nor does anybody else', async () => {
  const squatter = await shopper({ isProven: false })
  const { wait } = await soldOut()
  await wait(squatter.email)
  const [alert] = await rowsOf<{ id: string }>(await getTestRequest(), sql`SELECT id FROM stock_alerts`)
  expect(await squatter.alerts()).toEqual([])
  for (const { stop } of [squatter, await shopper()]) expect((await stop(alert?.id ?? '')).status).toBe(404)
  expect((await squatter.stop('x')).status).toBe(404)
  expect((await callStore('/me/stock-alerts', {})).status).toBe(401)
  expect(await waiting()).toBe(1)
})

test('the form of the account stops one without script', async () => {
  const { email, cookie, alerts } = await shopper()
  const { wait } = await soldOut()
  await wait(email)
  const [alert] = await alerts()
  const answer = await callStore('/forms/stop-own-alert', { form: { id: alert?.id ?? '' }, cookie })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/alerts?done=removed'])
  expect(await alerts()).toEqual([])
})

interface Bag {
  cart: { count: number; lines: { heldUntil?: string; problem?: object }[] }
}

/** A size that comes back while one person waits for it; where the link of their mail leads. */
async function heldPair(email: string) {
  await holdFor(120)
  const size = await soldOut()
  await size.wait(email, { market: 'de' })
  await size.deliver(1)
  const [mail] = (await mailsTo(email)).slice(-1)
  if (!mail) throw new Error('no mail')
  const { subject, text } = await writeMail(size.req, mail)
  const link = /https?:\/\/\S+\/stock-alert\/held\?alert=([\w-]+)&token=([\w-]+)/.exec(text)
  const key = { alertId: link?.[1] ?? '', token: link?.[2] ?? '' }
  const send = async (form: string, fields: Record<string, string> = {}, cart?: string) => {
    const answer = await callStore(`/forms/${form}`, {
      form: { market: 'de', alert: key.alertId, token: key.token, ...fields },
      ...(cart && { cookie: `molini-cart=${cart}` }),
    })
    const to = new URL(answer.headers.get('location') ?? '', 'http://x.invalid')
    return {
      at: `${answer.status} ${to.pathname}`,
      query: Object.fromEntries(to.searchParams),
      cart: answer.cookies['molini-cart'],
    }
  }
  return { ...size, key, subject, text, mail, send }
}

const bagOf = async (cart: string) =>
  (await callStore<Bag>('/carts/current', { headers: { 'x-cart-token': cart } })).body.cart

test('the mail says until when a pair is held, and its link puts it into a bag, the same again on another device', async () => {
  const { key, subject, text, mail, send } = await heldPair('held@example.com')
  expect(subject).toContain('Ein Paar ist für Sie zurückgelegt')
  expect(text).toMatch(/Bis \S+ \d+\. \S+ \d\d:\d\d ist ein Paar für Sie zurückgelegt/)
  expect(text).toContain(`/de/stock-alert?alert=${key.alertId}&token=${alertToken(key.alertId)}`)
  expect(JSON.stringify(mail)).not.toContain(key.token)
  const phone = await send('open-hold')
  expect([phone.at, phone.query]).toEqual(['303 /de/cart', { done: 'held' }])
  const again = await send('open-hold', {}, phone.cart)
  expect(again.cart).toBeUndefined()
  expect(await bagOf(phone.cart ?? '')).toMatchObject({
    count: 1,
    lines: [{ heldUntil: expect.any(String) }],
  })
  const desk = await callStore<{ token: string }>('/carts', { body: { market: 'eu' } })
  const headers = { 'x-cart-token': desk.body.token }
  expect(await callStore('/carts/current/holds', { method: 'POST', body: key, headers })).toMatchObject({
    status: 200,
    body: { cart: { count: 1, lines: [{ heldUntil: expect.any(String) }] } },
  })
  expect((await bagOf(phone.cart ?? '')).lines[0]?.problem).toEqual({ code: 'sold-out', available: 0 })
})

test('a wrong key opens no hold and ends none; a link whose time is over makes no bag, and lets one wait again', async () => {
  const { key, send, req } = await heldPair('late@example.com')
  for (const form of ['open-hold', 'drop-hold', 'wait-again'])
    expect(await send(form, { token: alertToken(key.alertId) })).toMatchObject({
      at: '303 /de/stock-alert/held',
      query: { problem: 'resource.not-found' },
      cart: undefined,
    })
  const { body } = await callStore<{ token: string }>('/carts', { body: { market: 'eu' } })
  const headers = { 'x-cart-token': body.token }
  const post = (given: object) => callStore('/carts/current/holds', { method: 'POST', body: given, headers })
  expect(await post({ ...key, token: 'wrong' })).toMatchObject({ status: 404 })
  expect(await post({ ...key, alertId: 'x' })).toMatchObject({ status: 422 })
  expect(await callStore('/carts/current/holds', { method: 'POST', body: key })).toMatchObject({
    status: 404,
  })
  await rowsOf(req, sql`UPDATE reservations SET expires_at = now() WHERE alert_id = ${key.alertId}`)
  expect(await send('open-hold')).toMatchObject({
    at: '303 /de/stock-alert/held',
    query: { problem: 'hold.over' },
    cart: undefined,
  })
  expect(await post(key)).toMatchObject({ status: 410, body: { code: 'hold.over' } })
  expect((await send('wait-again')).query.done).toBe('waiting')
  expect(await waiting()).toBe(0)
  await endDueHolds(req)
  expect(await send('wait-again')).toMatchObject({ query: { problem: 'stock.available' } })
})

test('the account shows until when a pair is held, and lets it go to whoever is next', async () => {
  const { email, alerts, stop } = await shopper()
  const { wait, variantId } = await heldPair(email)
  await wait('next@example.com')
  const [alert] = (await alerts()) as { id: string; held?: { until: string; token: string } }[]
  expect(Date.parse(alert?.held?.until ?? '') - Date.now()).toBeGreaterThan(119 * 60_000)
  expect(await stop(alert?.id ?? '')).toMatchObject({ status: 204 })
  expect(await alerts()).toEqual([])
  expect(
    await rowsOf(
      await getTestRequest(),
      sql`SELECT email FROM stock_alerts WHERE variant_id = ${variantId} AND status = 'held'`,
    ),
  ).toEqual([{ email: 'next@example.com' }])
})

test('a shopper who is forgotten leaves no hold: the pair is the next one’s, and what is kept of holds is handed out before', async () => {
  const { email, cookie } = await shopper()
  const { wait, variantId, req } = await heldPair(email)
  await wait('patient@example.net')
  const { body } = await callStore<{ stockAlerts: object[] }>('/me/export', { cookie })
  expect(body.stockAlerts).toMatchObject([{ status: 'held', heldUntil: expect.any(String) }])
  const [customer] = await rowsOf<{ id: string }>(req, sql`SELECT id FROM customers WHERE email = ${email}`)
  await eraseCustomer(req, { customerId: customer?.id ?? '' })
  expect(
    await rowsOf(
      req,
      sql`SELECT email, status FROM stock_alerts WHERE variant_id = ${variantId} ORDER BY email`,
    ),
  ).toEqual([{ email: 'patient@example.net', status: 'held' }])
  expect(await ledgerProblems(req)).toEqual([])
})
