import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { beforeAll, describe, expect, test } from 'vitest'
import { sizeScales } from '#demo/catalogue/size-scales'
import { rowsOf } from '#services/transaction'
import { callRest, signedIn } from '../../../start/testing/http'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

const password = 'six quiet herons'

/** The scales of the demo shop, and a style for each that is made in it. */
async function withScales(): Promise<void> {
  const req = await getTestRequest()
  const segments = { adult: ['women', 'men'], 'adult-thirds': ['unisex'], kids: ['kids'] } as const
  for (const { slug, points } of sizeScales) {
    const [scale] = await rowsOf<{ id: string }>(
      req,
      sql`INSERT INTO variant_types (label, name, kind) VALUES (${slug}, ${`sizes-${slug}`}, 'size') RETURNING id`,
    )
    for (const { eu, value, uk, usM, usW, cm, footMm, rank } of points)
      await rowsOf(
        req,
        sql`INSERT INTO variant_options (variant_type_id, label, value, eu, uk, us_m, us_w, cm, foot_mm, rank)
          VALUES (${scale?.id}, ${eu}, ${value}, ${eu}, ${uk}, ${usM}, ${usW}, ${cm}, ${footMm}, ${rank})`,
      )
    for (const segment of segments[slug as keyof typeof segments])
      await rowsOf(
        req,
        sql`INSERT INTO styles (name, slug, segment, size_scale_id) VALUES (${segment}, ${`sizes-${segment}`}, ${segment}, ${scale?.id})`,
      )
  }
}
beforeAll(withScales)

async function shopper() {
  const email = `feet-${randomUUID()}@example.com`
  await callStore('/customers', { body: { email, password } })
  const { cookies } = await callStore('/session', { body: { email, password } })
  const [row] = await rowsOf<{ id: string }>(
    await getTestRequest(),
    sql`SELECT id FROM customers WHERE email = ${email}`,
  )
  return { email, id: row?.id ?? '', cookie: `molini-customer=${cookies['molini-customer']}` }
}

const keep = (cookie: string, segment: string, body: object) =>
  callStore(`/me/sizes/${segment}`, { method: 'PUT', cookie, body })
const sizesOf = async (cookie: string) =>
  (await callStore<{ own: object[]; children: { id: string; name: string }[] }>('/me/sizes', { cookie })).body
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
const mia = () => ({ name: 'Mia', footMm: 173, measuredOn: daysAgo(10) })
const addChild = (cookie: string, body: object) =>
  callStore<{ child: { id: string } }>('/me/children', { cookie, body })

describe('an own size', () => {
  test('is said in any system, kept as a foot, and answered with its labels and width', async () => {
    const { cookie } = await shopper()
    const answer = await keep(cookie, 'women', { size: '37⅓', system: 'eu', width: 'wide' })
    expect(answer).toMatchObject({
      ...{ status: 200 },
      body: { size: { segment: 'women', footMm: 236, width: 'wide', labels: { eu: '37 1/3', usW: '7' } } },
    })
    await keep(cookie, 'men', { size: '8,5', system: 'uk' })
    expect((await sizesOf(cookie)).own).toMatchObject([
      { segment: 'women', footMm: 236 },
      { segment: 'men', footMm: 270, labels: { eu: '42.5' } },
    ])
    await keep(cookie, 'women', { size: '25.0', system: 'cm' })
    expect((await sizesOf(cookie)).own[0]).toEqual({
      ...{ segment: 'women', footMm: 250 },
      labels: expect.objectContaining({ eu: '39.5', cm: '25.0' }) as unknown,
    })
  })

  test('that the shop does not know is refused, with the field that is wrong', async () => {
    const { cookie } = await shopper()
    for (const body of [
      { size: '42.25', system: 'eu' },
      { size: '24', system: 'eu' },
      { size: '150', system: 'mm' },
      { size: '', system: 'eu' },
    ])
      expect(await keep(cookie, 'men', body)).toMatchObject({
        ...{ status: 422, body: { code: 'validation.failed', errors: [{ path: 'size' }] } },
      })
    for (const body of [
      { size: '42', system: 'jp' },
      { size: '42', system: 'eu', width: 'vast' },
      { size: 42, system: 'eu' },
      {},
    ])
      expect((await keep(cookie, 'men', body)).status).toBe(422)
    for (const segment of ['kids', 'unisex', 'constructor'])
      expect((await keep(cookie, segment, { size: '42', system: 'eu' })).body.code).toBe('size.not-found')
    expect((await sizesOf(cookie)).own).toEqual([])
  })

  test('is forgotten, once', async () => {
    const { cookie } = await shopper()
    await keep(cookie, 'men', { size: '267', system: 'mm' })
    const forget = () => callStore('/me/sizes/men', { method: 'DELETE', cookie })
    expect((await forget()).status).toBe(204)
    expect(await forget()).toMatchObject({ status: 404, body: { code: 'size.not-found' } })
  })
})

describe('a child’s foot', () => {
  test('means the smallest size with room to grow, and says how much', async () => {
    const { cookie } = await shopper()
    expect(await addChild(cookie, mia())).toMatchObject({
      status: 201,
      body: { child: { name: 'Mia', footMm: 173, labels: { eu: '28' }, roomMm: 13, measureAgain: false } },
    })
  })

  test('that was measured more than three months ago wants to be measured again', async () => {
    const { cookie } = await shopper()
    const { child } = (await addChild(cookie, { ...mia(), measuredOn: daysAgo(93) })).body
    expect(child).toMatchObject({ measureAgain: true })
    const again = { name: 'Mia', footMm: 177, measuredOn: daysAgo(0) }
    expect(await callStore(`/me/children/${child.id}`, { method: 'PUT', cookie, body: again })).toMatchObject(
      {
        body: { child: { id: child.id, labels: { eu: '29' }, measureAgain: false } },
      },
    )
    expect((await sizesOf(cookie)).children).toHaveLength(1)
  })

  test('has no size where the shop has none so small, and is kept all the same', async () => {
    const { cookie } = await shopper()
    const { child } = (await addChild(cookie, { ...mia(), footMm: 110 })).body
    expect(child).not.toHaveProperty('labels')
    expect(child).not.toHaveProperty('roomMm')
  })

  test('is refused with the fields that are wrong', async () => {
    const { cookie } = await shopper()
    const wrong: [string, unknown][] = [
      ...(['', ' ', 'x'.repeat(41), 'a\u0000b', 7] as const).map((name): [string, unknown] => ['name', name]),
      ...[69, 281, 173.5, '173', null].map((mm): [string, unknown] => ['footMm', mm]),
      ...(['2026-13-01', '2026-02-30', 'today', '1999-12-31', daysAgo(-3)] as const).map(
        (day): [string, unknown] => ['measuredOn', day],
      ),
    ]
    for (const [path, value] of wrong)
      expect(await addChild(cookie, { ...mia(), [path]: value })).toMatchObject({
        status: 422,
        body: { code: 'validation.failed', errors: [{ path }] },
      })
    expect((await sizesOf(cookie)).children).toEqual([])
  })

  test('has place beside nine others, also when twelve come at once', async () => {
    const { cookie } = await shopper()
    const answers = await Promise.all(Array.from({ length: 12 }, () => addChild(cookie, mia())))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10)
    for (const answer of answers.filter(({ status }) => status !== 201))
      expect(answer).toMatchObject({ status: 409, body: { code: 'conflict', reason: 'children-full' } })
    const { children } = await sizesOf(cookie)
    expect(children).toHaveLength(10)
    const [first] = children
    expect((await callStore(`/me/children/${first?.id}`, { method: 'DELETE', cookie })).status).toBe(204)
    expect((await addChild(cookie, mia())).status).toBe(201)
  })
})

test('sizes are their owner’s alone: no stranger, no other shopper, and no member of staff reaches them', async () => {
  const [owner, other] = [await shopper(), await shopper()]
  await keep(owner.cookie, 'men', { size: '42', system: 'eu' })
  const { child } = (await addChild(owner.cookie, mia())).body
  for (const [method, path, body] of [
    ['GET', '/me/sizes', undefined],
    ['PUT', '/me/sizes/men', { size: '42', system: 'eu' }],
    ['DELETE', '/me/sizes/men', undefined],
    ['POST', '/me/children', mia()],
    ['PUT', `/me/children/${child.id}`, mia()],
    ['DELETE', `/me/children/${child.id}`, undefined],
  ] as const)
    expect(await callStore(path, { method, body })).toMatchObject({
      ...{ status: 401, body: { code: 'customer.required' } },
    })
  for (const id of [child.id, randomUUID(), 'x', '%27'])
    for (const [method, body] of [
      ['PUT', mia()],
      ['DELETE', undefined],
    ] as const)
      expect(await callStore(`/me/children/${id}`, { method, body, cookie: other.cookie })).toMatchObject({
        ...{ status: 404, body: { code: 'child.not-found' } },
      })
  expect(await sizesOf(other.cookie)).toEqual({ own: [], children: [] })
  expect((await sizesOf(owner.cookie)).children).toHaveLength(1)
  const { cookie } = await signedIn('owner')
  for (const path of [`customers/${owner.id}?depth=2`, 'customers?depth=2&limit=100'])
    expect(JSON.stringify((await callRest(path, { cookie })).json)).not.toContain('Mia')
})

describe('what a shoe chooses beforehand', () => {
  const meOf = async (cookie: string) => (await callStore('/me', { cookie })).body
  test('is the foot that is kept for its segment, and that of an only child with its room', async () => {
    const { cookie } = await shopper()
    expect(await meOf(cookie)).not.toHaveProperty('sizes')
    await keep(cookie, 'women', { size: '38', system: 'eu', width: 'narrow' })
    await addChild(cookie, mia())
    expect((await meOf(cookie)).sizes).toEqual({
      women: { footMm: 240, width: 'narrow' },
      kids: { leastMm: 172 },
    })
    await addChild(cookie, { ...mia(), name: 'Leo' })
    expect((await meOf(cookie)).sizes).toEqual({ women: { footMm: 240, width: 'narrow' } })
  })

  test('names no child', async () => {
    const { cookie } = await shopper()
    await addChild(cookie, { ...mia(), name: 'Ottilie' })
    expect(JSON.stringify(await meOf(cookie))).not.toContain('Ottilie')
  })
})

test('a child stands in the export, in no log and no trail, and is gone with the account', async () => {
  const { cookie, id } = await shopper()
  const name = `Kind${randomUUID().slice(0, 8)}`
  await keep(cookie, 'men', { size: '42', system: 'eu', width: 'wide' })
  const { child } = (await addChild(cookie, { ...mia(), name })).body
  await callStore(`/me/children/${child.id}`, {
    method: 'PUT',
    cookie,
    body: { ...mia(), name, footMm: 180 },
  })
  const { body } = await callStore('/me/export', { cookie })
  expect(body).toMatchObject({
    ownSizes: [{ segment: 'men', footMm: 267, width: 'wide' }],
    children: [{ name, footMm: 180, measuredOn: daysAgo(10) }],
  })
  const req = await getTestRequest()
  const said = async (table: string) =>
    rowsOf(req, sql.raw(`SELECT 1 FROM ${table} t WHERE row_to_json(t)::text LIKE '%${name}%'`))
  for (const table of ['audit_entries', 'faults', 'emails', 'payload_jobs'])
    expect(await said(table)).toEqual([])
  expect(await said('child_feet')).toHaveLength(1)
  await callRest(`customers/${id}/erase`, {
    ...{ method: 'POST', cookie: (await signedIn('owner')).cookie, body: { reason: 'asked for it' } },
  })
  const left = await rowsOf(
    req,
    sql`SELECT customer_id FROM child_feet WHERE customer_id = ${id} UNION ALL SELECT customer_id FROM own_sizes WHERE customer_id = ${id}`,
  )
  expect(left).toEqual([])
})

describe('the forms without script', () => {
  const send = (form: string, fields: Record<string, string>, cookie: string) =>
    callStore(`/forms/${form}`, { form: { market: 'de', ...fields }, cookie })
  const goesTo = (answer: { headers: Headers }) => answer.headers.get('location')
  const here = '/de/account/sizes'

  test('keep, change, forget and remove', async () => {
    const { cookie } = await shopper()
    const size = { segment: 'women', size: '7', system: 'us', width: '' }
    expect(goesTo(await send('own-size', size, cookie))).toBe(`${here}?done=saved`)
    const child = { name: 'Mia', footMm: '173', measuredOn: daysAgo(10) }
    expect(goesTo(await send('child', child, cookie))).toBe(`${here}?done=saved`)
    const kept = await sizesOf(cookie)
    expect(kept).toMatchObject({ own: [{ segment: 'women', footMm: 237 }], children: [{ name: 'Mia' }] })
    const id = kept.children[0]?.id ?? ''
    expect(goesTo(await send('child', { ...child, id, footMm: '175' }, cookie))).toBe(`${here}?done=saved`)
    expect((await sizesOf(cookie)).children).toMatchObject([{ id, footMm: 175 }])
    expect(goesTo(await send('remove-child', { id }, cookie))).toBe(`${here}?done=removed`)
    expect(goesTo(await send('forget-size', { segment: 'women' }, cookie))).toBe(`${here}?done=removed`)
    expect(await sizesOf(cookie)).toEqual({ own: [], children: [] })
  })

  test('say which form and which field is wrong, and name nobody in the address', async () => {
    const { cookie } = await shopper()
    const size = await send('own-size', { segment: 'men', size: '99', system: 'eu' }, cookie)
    expect(goesTo(size)).toBe(`${here}?at=men&problem=validation.failed&fields=size`)
    const child = { name: 'Ottilie', footMm: 'long', measuredOn: '' }
    expect(goesTo(await send('child', child, cookie))).toBe(
      `${here}?at=child&problem=validation.failed&fields=footMm%2CmeasuredOn`,
    )
    const id = randomUUID()
    const gone = await send('child', { name: 'Ottilie', footMm: '173', measuredOn: daysAgo(1), id }, cookie)
    expect(goesTo(gone)).toBe(`${here}?at=${id}&problem=child.not-found`)
  })
})
