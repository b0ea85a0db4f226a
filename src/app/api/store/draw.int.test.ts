import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterEach, expect, test } from 'vitest'
import type { ProductView } from '#domain/views'
import { writeMail } from '#ops/write-mail'
import { getProduct } from '#queries/products'
import { getDraw } from '#queries/admin-draw'
import { eraseCustomer } from '#services/erase-customer'
import { exportCustomer } from '#services/export-customer'
import { ledgerProblems } from '#services/ledger-problems'
import { makeDraws } from '#services/make-draws'
import { rowsOf } from '#services/transaction'
import { drawnProduct } from '../../../services/testing/drawing'
import { makeStyle } from '../../../start/testing/catalogue'
import { callRest, signedIn } from '../../../start/testing/http'
import { getTestPayload, getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

afterEach(async () => {
  const req = await getTestRequest()
  expect(await ledgerProblems(req)).toEqual([])
  await rowsOf(req, sql`DELETE FROM draws WHERE drawn_at IS NULL`)
})

const address = () => `${randomUUID().slice(0, 8)}@example.com`

/** With a style, as its page needs it. */
async function shownProduct(stock: readonly number[] = [2, 2]) {
  const req = await getTestRequest()
  const product = await drawnProduct(req, stock)
  await rowsOf(
    req,
    sql`UPDATE products SET style_id = ${await makeStyle()}, colour_group = 'black' WHERE id = ${product.id}`,
  )
  return product
}
type Product = Awaited<ReturnType<typeof shownProduct>>

const enter = (
  product: Product,
  email: string,
  more: { cookie?: string; from?: string; market?: string } = {},
) => {
  const { market, ...call } = more
  return callStore('/draw-entries', {
    body: { variantId: product.variantId, email, ...(market && { market }) },
    ...call,
  })
}

/** What the button of the latest mail to an address leads to, and the way out below it. */
async function linksIn(product: Product, template: string, email: string) {
  const [mail] = (await product.mails(template)).filter(({ recipient }) => recipient === email).slice(-1)
  if (!mail) throw new Error(`no ${template} to ${email}`)
  const written = await writeMail(await getTestRequest(), mail)
  const [button, out] = [...written.text.matchAll(/https?:\/\/\S+\/draw\?\S+/g)].map(
    ([link]) => new URL(link),
  )
  return { ...written, button, out }
}

const formOf = (link: URL | undefined, market = 'eu') => ({
  market,
  ...Object.fromEntries(link?.searchParams ?? []),
})

async function shopper({ isProven = true } = {}) {
  const email = address()
  const account = { email, password: 'six quiet herons' }
  await callStore('/customers', { body: account })
  if (isProven)
    await rowsOf(await getTestRequest(), sql`UPDATE customers SET verified_at = now() WHERE email = ${email}`)
  const { cookies } = await callStore('/session', { body: account })
  const [row] = await rowsOf<{ id: string }>(
    await getTestRequest(),
    sql`SELECT id FROM customers WHERE email = ${email}`,
  )
  return { email, id: row?.id ?? '', cookie: `molini-customer=${cookies['molini-customer']}` }
}

test('a guest enters by the form, says yes by the link of the mail, and is in; the answer is the same for an address that is', async () => {
  const product = await shownProduct()
  const email = address()
  const send = async (form: string, fields: Record<string, string>) => {
    const { status, headers } = await callStore(`/forms/${form}`, { form: fields })
    const to = new URL(headers.get('location') ?? '', 'http://x.invalid')
    return [status, to.pathname, Object.fromEntries(to.searchParams)]
  }
  const fields = {
    market: 'de',
    product: product.slug,
    variantId: product.variantId,
    email: email.toUpperCase(),
  }
  const asked = [303, '/de/draw', { done: 'asked', product: product.slug }]
  expect(await send('enter-draw', fields)).toEqual(asked)
  expect(await product.entries()).toMatchObject([{ status: 'asked' }])
  const { subject, text, button } = await linksIn(product, 'draw-confirm', email)
  expect(subject).toContain('Bestätigen Sie Ihre Teilnahme')
  expect(text).toMatch(/bis \S+ \d+\. \S+ \d\d:\d\d/)
  expect(button?.pathname).toBe('/de/draw')
  expect(await send('confirm-draw', { ...formOf(button, 'de'), product: product.slug })).toEqual([
    ...[303, '/de/draw'],
    { done: 'entered', product: product.slug },
  ])
  expect(await product.entries()).toMatchObject([{ status: 'confirmed' }])
  expect(await send('enter-draw', fields)).toEqual(asked)
  const entered = await linksIn(product, 'draw-entered', email)
  const [{ id = '' } = {}] = await product.entries()
  expect(entered.text).toContain(id)
  expect(entered.text).toContain((await product.draw())?.fingerprint)
  expect(await send('leave-draw', { ...formOf(entered.button, 'de'), product: product.slug })).toEqual([
    ...[303, '/de/draw'],
    { done: 'left', product: product.slug },
  ])
  expect(await product.entries()).toEqual([])
  expect(await send('enter-draw', { ...fields, email: 'nobody' })).toMatchObject([
    303,
    '/de/draw',
    { problem: 'validation.failed' },
  ])
})

test('the same by JSON: entering, confirming, leaving; wrong keys and late calls are refused by their codes', async () => {
  const product = await shownProduct()
  const email = address()
  expect(await enter(product, email)).toMatchObject({ status: 202, body: { status: 'asked' } })
  const key = await product.keyOf(email)
  const confirm = (more: object = {}) =>
    callStore('/draw-entries/confirm', { body: { ...key, variantId: product.variantId, ...more } })
  expect(await confirm({ token: 'x' })).toMatchObject({ status: 404, body: { code: 'resource.not-found' } })
  expect(await confirm({ variantId: product.variants[1] })).toMatchObject({ status: 404 })
  expect(await confirm()).toMatchObject({ status: 200, body: { status: 'entered' } })
  expect(await confirm()).toMatchObject({ status: 200 })
  const { button } = await linksIn(product, 'draw-entered', email)
  const token = button?.searchParams.get('token')
  const leave = (body: object) => callStore('/draw-entries/leave', { body })
  expect(await leave({ entryId: key.entryId, token: key.token })).toMatchObject({ status: 404 })
  expect(await leave({ entryId: key.entryId, token })).toMatchObject({ status: 204 })
  expect(await confirm()).toMatchObject({ status: 404 })
  await product.drawIn(-1)
  for (const answer of [await enter(product, email), await confirm()])
    expect(answer).toMatchObject({ status: 409, body: { code: 'draw.closed' } })
  await rowsOf(await getTestRequest(), sql`UPDATE products SET launch_by = 'first' WHERE id = ${product.id}`)
  expect(await enter(product, email)).toMatchObject({ status: 409, body: { code: 'draw.closed' } })
})

test('who is signed in with an address that is theirs is in at once; an address nobody has proven, or another, is asked', async () => {
  const product = await shownProduct()
  const [known, unproven] = [await shopper(), await shopper({ isProven: false })]
  expect(await enter(product, known.email.toUpperCase(), known)).toMatchObject({
    body: { status: 'entered' },
  })
  expect(await enter(product, known.email, { cookie: known.cookie })).toMatchObject({
    body: { status: 'entered' },
  })
  expect(await enter(product, unproven.email, { cookie: unproven.cookie })).toMatchObject({
    body: { status: 'asked' },
  })
  expect(await enter(product, address(), { cookie: known.cookie })).toMatchObject({
    body: { status: 'asked' },
  })
  expect((await product.entries()).map(({ status }) => status).sort()).toEqual([
    'asked',
    'asked',
    'confirmed',
  ])
  expect(await product.mails('draw-entered')).toHaveLength(1)
})

test('a caller may enter twenty times an hour, and an address five', async () => {
  const product = await shownProduct()
  const email = address()
  const statuses: number[] = []
  for (let turn = 0; turn < 6; turn += 1) statuses.push((await enter(product, email)).status)
  expect(statuses).toEqual([202, 202, 202, 202, 202, 429])
  const from = '2001:db8:77:77::1'
  const many: number[] = []
  for (let turn = 0; turn < 21; turn += 1) many.push((await enter(product, address(), { from })).status)
  expect(many.slice(19)).toEqual([202, 429])
})

test('before the draw the product shows its fingerprint and no seed; after it seed, number and places can be checked', async () => {
  const product = await shownProduct([2])
  await product.entered(['ada', 'bob', 'eve'])
  const shown = async () =>
    (await callStore<{ product: ProductView }>(`/products/${product.slug}`)).body.product
  const before = await shown()
  expect(before).toMatchObject({
    launchBy: 'draw',
    draw: { fingerprint: (await product.draw())?.fingerprint, holdHours: 24 },
  })
  expect(JSON.stringify(before)).not.toContain((await product.draw())?.seed)
  const places = (query = '') =>
    callStore<{ draw: object; total: number; places: object[] }>(`/products/${product.slug}/draw${query}`)
  expect((await places()).body).toMatchObject({ total: 0, places: [] })
  expect((await places()).text).not.toContain((await product.draw())?.seed)
  await product.drawIn(-1)
  await makeDraws(await getTestRequest())
  const after = await getProduct('eu', product.slug)
  expect(after?.launchesAt).toBeUndefined()
  expect(after?.draw).toMatchObject({ seed: (await product.draw())?.seed, entries: 3 })
  const entries = await product.entries()
  expect((await places('?limit=2&page=2')).body).toMatchObject({
    ...{ total: 3, page: 2, limit: 2 },
    places: [{ place: 3, entryId: entries[2]?.id }],
  })
  expect(await places('?page=0')).toMatchObject({ status: 422 })
  expect(await callStore('/products/no-such-shoe/draw')).toMatchObject({ status: 404 })
})

test('whoever is drawn is told so in their language, with the place; whoever is not, with the place in the queue', async () => {
  const product = await shownProduct([1])
  await product.entered(['ada', 'bob'])
  await rowsOf(
    await getTestRequest(),
    sql`UPDATE draw_entries SET market = 'it' WHERE product_id = ${product.id}`,
  )
  await product.drawIn(-1)
  await makeDraws(await getTestRequest())
  const [won] = await product.mails('back-in-stock')
  const [lost] = await product.mails('draw-waiting')
  if (!won || !lost) throw new Error('no mails')
  const [first, second] = [
    await writeMail(await getTestRequest(), won),
    await writeMail(await getTestRequest(), lost),
  ]
  expect([won.locale, first.subject]).toEqual(['it', expect.stringContaining('Sorteggio vinto')])
  expect(first.text).toMatch(/Posto 1 nel sorteggio/)
  expect(first.text).toContain(`/it/stock-alert/held?alert=${won.entity.split(':')[0]}&token=`)
  expect(second.text).toMatch(/Posto 2 nel sorteggio .*, 1 nella coda/s)
})

test('staff see how many have entered by size, and nobody else does', async () => {
  const product = await shownProduct([2, 2])
  await product.entered(['ada', 'bob', 'eve'])
  await enter(product, address())
  const payload = await getTestPayload()
  expect((await getDraw(payload, product.id))?.sizes).toMatchObject([
    { free: 2, confirmed: 3, asked: 1, drawn: 0 },
    { free: 2, confirmed: 0, asked: 0 },
  ])
  expect(await getDraw(payload, product.id)).toMatchObject({ seed: null, drawnAt: null })
  await product.drawIn(-1)
  await makeDraws(await getTestRequest())
  expect((await getDraw(payload, product.id))?.sizes[0]).toMatchObject({
    ...{ free: 0, confirmed: 0, asked: 0, drawn: 3, held: 2, waiting: 1 },
  })
  expect(await getDraw(payload, randomUUID())).toBeUndefined()
})

test('way and moment are refused at their fields once it was drawn, and a draw needs a moment to come', async () => {
  const product = await shownProduct()
  const { cookie } = await signedIn('merchandiser')
  const save = async (body: object) => {
    const answer = await callRest(`products/${product.id}`, { method: 'PATCH', cookie, body })
    const { errors = [] } = answer.json as { errors?: { data?: { errors?: { path: string }[] } }[] }
    return [answer.status, errors[0]?.data?.errors?.map(({ path }) => path)]
  }
  const soon = new Date(Date.now() + 7_200_000).toISOString()
  const past = new Date(Date.now() - 60_000).toISOString()
  expect(await save({ launchedAt: soon, drawHours: 12 })).toEqual([200, undefined])
  expect(await save({ launchedAt: past })).toEqual([400, ['launchedAt']])
  expect(await save({ drawHours: 200 })).toEqual([400, ['drawHours']])
  const draft = { method: 'PATCH', cookie, body: { launchedAt: soon, _status: 'draft' } }
  await product.drawIn(-1)
  expect((await callRest(`products/${product.id}?draft=true`, draft)).status).toBe(200)
  await makeDraws(await getTestRequest())
  const [drawn] = await rowsOf<{ at: Date }>(
    await getTestRequest(),
    sql`SELECT launched_at AS at FROM products WHERE id = ${product.id}`,
  )
  const launchedAt = new Date(drawn?.at ?? 0).toISOString()
  // The draft from before says another moment.
  expect(await save({ _status: 'published' })).toEqual([400, ['launchedAt']])
  expect(await save({ launchedAt, launchBy: 'first', _status: 'published' })).toEqual([400, ['launchBy']])
  expect(await save({ launchedAt: null, _status: 'published' })).toEqual([400, ['launchedAt']])
  expect(await save({ launchedAt, drawHours: 48, _status: 'published' })).toEqual([200, undefined])
})

test('what is kept of a customer tells of their entries, and who is forgotten is out of the draw, with their pair for the next', async () => {
  const req = await getTestRequest()
  const product = await shownProduct([1])
  const [one, other] = [await shopper(), await shopper()]
  for (const { email, cookie } of [one, other]) await enter(product, email, { cookie })
  expect(await exportCustomer(req, { customerId: one.id })).toMatchObject({
    drawEntries: [{ email: one.email, status: 'confirmed' }],
  })
  await product.drawIn(-1)
  await makeDraws(req)
  const [first] = await product.entries()
  const [winner, next] = one.email.startsWith(first?.name ?? '') ? [one, other] : [other, one]
  await eraseCustomer(req, { customerId: winner.id })
  expect(await product.states()).toEqual([`${next.email.split('@')[0]} held`])
  expect((await product.entries()).map(({ place }) => place)).toEqual([2])
})

test('a size that was drawn for stands among those one waits for, with the pair that is held', async () => {
  const product = await shownProduct([1])
  const { email, cookie } = await shopper()
  await enter(product, email, { cookie })
  const alerts = async () =>
    (await callStore<{ alerts: { id: string; held?: object }[] }>('/me/stock-alerts', { cookie })).body.alerts
  expect(await alerts()).toEqual([])
  await product.drawIn(-1)
  await makeDraws(await getTestRequest())
  const [{ id = '' } = {}] = await product.entries()
  expect(await alerts()).toMatchObject([{ id, held: { until: expect.any(String) } }])
})

interface Entries {
  entries: { id: string; state: string; slug: string; size: string; at: string }[]
}

const entriesOf = async (cookie: string) =>
  (await callStore<Entries>('/me/draw-entries', { cookie })).body.entries

test('an account lists what it has entered and what it has yet to confirm, by moment, until the draw; then it is an alert and no entry', async () => {
  const [later, next] = [await shownProduct([1]), await shownProduct([1])]
  await later.drawIn(7_200)
  const { email, cookie } = await shopper()
  const other = await shopper()
  await enter(later, email, { cookie })
  await enter(next, email.toUpperCase())
  await enter(next, other.email, { cookie: other.cookie })
  const listed = await entriesOf(cookie)
  expect(listed).toMatchObject([
    { state: 'asked', slug: next.slug },
    { state: 'confirmed', slug: later.slug },
  ])
  const [row] = await rowsOf<{ at: string | Date }>(
    await getTestRequest(),
    sql`SELECT launched_at AS at FROM products WHERE id = ${next.id}`,
  )
  expect(listed[0]?.at).toBe(new Date(row?.at ?? NaN).toISOString())
  expect((await entriesOf(other.cookie)).map(({ slug }) => slug)).toEqual([next.slug])
  await later.drawIn(-1)
  await makeDraws(await getTestRequest())
  expect((await entriesOf(cookie)).map(({ slug }) => slug)).toEqual([next.slug])
  const { body } = await callStore<{ alerts: { id: string }[] }>('/me/stock-alerts', { cookie })
  expect(body.alerts.map(({ id }) => id)).toEqual([listed[1]?.id])
})

test('an entry is left from the account, by JSON and by the form without script, once; the draw is then without it', async () => {
  const [one, two] = [await shownProduct([1]), await shownProduct([1])]
  const { email, cookie } = await shopper()
  for (const product of [one, two]) await enter(product, email, { cookie })
  const [first, second] = await entriesOf(cookie)
  const leave = (id = '') => callStore(`/me/draw-entries/${id}`, { method: 'DELETE', cookie })
  expect((await leave(first?.id)).status).toBe(204)
  expect(await leave(first?.id)).toMatchObject({ status: 404, body: { code: 'resource.not-found' } })
  const answer = await callStore('/forms/leave-own-draw', {
    form: { id: second?.id ?? '', market: 'de' },
    cookie,
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/de/account/alerts?done=left'])
  expect(await entriesOf(cookie)).toEqual([])
  expect([await one.entries(), await two.entries()]).toEqual([[], []])
})

test('whoever leaves from a page of before the draw keeps the pair that they have drawn meanwhile', async () => {
  const product = await shownProduct([1])
  const { email, cookie } = await shopper()
  await enter(product, email, { cookie })
  const [entry] = await entriesOf(cookie)
  await product.drawIn(-1)
  await makeDraws(await getTestRequest())
  expect(await callStore(`/me/draw-entries/${entry?.id}`, { method: 'DELETE', cookie })).toMatchObject({
    status: 409,
    body: { code: 'draw.closed' },
  })
  const answer = await callStore('/forms/leave-own-draw', { form: { id: entry?.id ?? '' }, cookie })
  expect(answer.headers.get('location')).toBe('/account/alerts?problem=draw.closed')
  expect(await product.states()).toEqual([`${email.split('@')[0]} held`])
})

test('nobody lists or ends the entry of somebody else, nor of an address that was not shown to be theirs', async () => {
  const product = await shownProduct([1])
  const squatter = await shopper({ isProven: false })
  const other = await shopper()
  await product.entered([squatter.email.split('@')[0] ?? ''])
  const [entry] = await product.entries()
  for (const { cookie } of [squatter, other]) {
    expect(await entriesOf(cookie)).toEqual([])
    expect((await callStore(`/me/draw-entries/${entry?.id}`, { method: 'DELETE', cookie })).status).toBe(404)
  }
  expect((await callStore('/me/draw-entries/x', { method: 'DELETE', cookie: other.cookie })).status).toBe(404)
  expect((await callStore('/me/draw-entries', {})).status).toBe(401)
  expect(await product.entries()).toHaveLength(1)
})
