import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { richText } from '#demo/seed/rich-text'
import { env } from '#env'
import { recordAudit, findAuditFaults } from '#services/audit'
import { eraseSubject, unsealPersonal } from '#services/audit-privacy'
import { sendMessage } from '#services/contact'
import { inTransaction, rowsOf } from '#services/transaction'
import { brandData, makeStyle, productData } from '../src/start/testing/catalogue'
import { withClient } from '../src/start/testing/database'
import { callRest, goodPassword, makeShopper, signedIn } from '../src/start/testing/http'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'

interface Row {
  seq: number
  action: string
  actor_id: string
  entity: string
  entity_id: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

const owner = await signedIn('owner')
const payload = await getTestPayload()
let serial = 0
const next = () => String((serial += 1))

const rowsSince = async (seq: number): Promise<Row[]> =>
  rowsOf<Row>(
    await getTestRequest(),
    sql`SELECT seq::float8 AS seq, action, actor_id, entity, entity_id, before, after FROM audit_entries WHERE seq > ${seq} ORDER BY seq`,
  )
const lastSeq = async (): Promise<number> => (await rowsSince(0)).at(-1)?.seq ?? 0

/** Runs one request and returns what it left in the chain. */
async function trace(
  path: string,
  method: string,
  body?: unknown,
): Promise<{ status: number; id: string; rows: Row[] }> {
  const from = await lastSeq()
  const answer = await callRest(path, { method, cookie: owner.cookie, body })
  const json = answer.json as { doc?: { id: string }; result?: { id: string } } | undefined
  expect(answer.status, `${method} ${path}: ${answer.text}`).toBeLessThan(300)
  return { status: answer.status, id: String(json?.doc?.id ?? ''), rows: await rowsSince(from) }
}

const zoneId = async () => {
  const body = { name: 'Zone', code: `zone-${next()}`, countries: ['IT'] }
  return (await trace('shipping-zones', 'POST', body)).id
}

const sizePoint = async (scale: string) =>
  (
    await trace('variantOptions', 'POST', {
      label: '40',
      value: '40',
      eu: '40',
      rank: 1,
      footMm: 255,
      variantType: scale,
    })
  ).id

const authorData = () => ({ name: 'Ada Rossi', slug: `author-${next()}` })
const scaleData = () => ({ label: 'EU', name: `scale-${next()}-${Date.now()}`, kind: 'size' })
const promotionData = () => ({
  name: 'Welcome',
  applies: 'code',
  combines: 'with-others',
  priority: 100,
  effect: 'percent',
  percent: 10,
})
const promotionId = async () => (await trace('promotions', 'POST', promotionData())).id
const scaleId = async () => (await trace('variantTypes', 'POST', scaleData())).id

/** A row of each collection that staff write, a change of it, and whether it can be deleted. */
const written: Record<string, { data: () => Promise<object> | object; change: object; isKept?: boolean }> = {
  brands: { data: brandData, change: { name: 'Renamed' } },
  variantTypes: { data: scaleData, change: { label: 'Renamed' } },
  variantOptions: {
    data: async () => ({ label: '41', value: '41', rank: 2, footMm: 260, variantType: await scaleId() }),
    change: { label: '42' },
  },
  categories: { data: () => ({ name: 'Boots', slug: `boots-${next()}` }), change: { name: 'Shoes' } },
  styles: {
    data: async () => {
      const style = await payload.findByID({
        collection: 'styles',
        id: await makeStyle(),
        depth: 0,
        overrideAccess: true,
      })
      const { name, segment, brand, sizeScale, materials } = style
      return { name, segment, brand, sizeScale, materials, slug: `s-${next()}`, _status: 'published' }
    },
    change: { name: 'Renamed' },
  },
  products: {
    data: async () => productData(await makeStyle(), { _status: 'published' }),
    change: { colour: 'White' },
  },
  variants: {
    data: async () => {
      const scale = await scaleId()
      const product = await trace(
        'products',
        'POST',
        productData(await makeStyle(), { variantTypes: [scale] }),
      )
      return { product: product.id, options: [await sizePoint(scale)], sku: `SKU-${next()}` }
    },
    change: { weightG: 950 },
    isKept: true,
  },
  pages: {
    data: () => ({ title: 'Page', slug: `page-${next()}`, _status: 'published' }),
    change: { title: 'Renamed' },
  },
  authors: { data: authorData, change: { name: 'Renamed' } },
  articles: {
    data: async () => {
      const [picture] = await rowsOf<{ id: string }>(
        await getTestRequest(),
        sql`INSERT INTO media (filename, width, height) VALUES (${`article-${next()}.webp`}, 1600, 1200) RETURNING id`,
      )
      return {
        title: 'Article',
        slug: `article-${next()}`,
        author: (await trace('authors', 'POST', authorData())).id,
        publishedAt: '2026-11-27T00:00:00.000Z',
        lead: 'In short.',
        picture: picture?.id,
        body: richText([{ kind: 'p', text: { en: 'Words', it: 'Parole', de: 'Worte' } }], 'en'),
        _status: 'published',
      }
    },
    change: { title: 'Renamed' },
  },
  'mail-wordings': {
    data: () => ({ mail: 'order-placed', locale: 'en', subject: 'Order {number}' }),
    change: { subject: 'Thank you for {number}' },
  },
  'care-plans': {
    data: () => ({ title: 'Caring for suede', steps: [{ text: 'Brush it.' }] }),
    change: { title: 'Caring for nubuck' },
  },
  synonyms: { data: () => ({ words: `sneaker\nword ${next()}` }), change: { words: 'sneaker\ntrainer' } },
  redirects: { data: () => ({ from: `/from-${next()}`, to: '/to' }), change: { to: '/elsewhere' } },
  locations: {
    data: () => ({ name: 'Shop', code: `loc-${next()}` }),
    change: { name: 'Depot' },
    isKept: true,
  },
  'price-campaigns': {
    data: () => ({ name: 'Sale', startsAt: new Date().toISOString(), kind: 'percent', percent: 20 }),
    change: { percent: 30 },
  },
  promotions: {
    data: promotionData,
    change: { percent: 15 },
  },
  'promotion-codes': {
    data: async () => ({
      code: `C-${next()}`,
      promotion: await promotionId(),
    }),
    change: { active: false },
  },
  'customer-groups': { data: () => ({ name: `Group ${next()}` }), change: { note: 'They come often.' } },
  'shipping-zones': {
    data: () => ({ name: 'Zone', code: `z-${next()}`, countries: ['IT'] }),
    change: { name: 'Area' },
  },
  'shipping-methods': {
    data: async () => ({
      name: 'Post',
      code: `m-${next()}`,
      zone: await zoneId(),
      minDays: 1,
      maxDays: 3,
      rates: [{ currency: 'EUR', price: 500 }],
    }),
    change: { name: 'Courier' },
  },
  'tax-rates': {
    data: () => ({
      name: 'VAT',
      country: 'FR',
      taxClass: 'reduced',
      basisPoints: 2000,
      validFrom: new Date(Date.UTC(2001, 0, Number(next()))).toISOString(),
    }),
    change: { basisPoints: 2100 },
  },
  users: {
    data: () => ({
      name: 'New',
      email: `new-${next()}@staff.example`,
      role: 'analyst',
      password: goodPassword,
    }),
    change: { name: 'Renamed' },
  },
  addresses: {
    data: async () => ({
      customer: (await makeShopper()).id,
      firstName: 'Ada',
      lastName: 'Rossi',
      line1: 'Via Segreta 7',
      postalCode: '20121',
      city: 'Milano',
      country: 'IT',
    }),
    change: { line1: 'Via Nuova 8' },
  },
}

/** Their tests: the order desk and stock have verbs, media come as forms, customers and messages are only changed. */
const elsewhere = ['media', 'customers', 'messages']

const { default: built } = await import('#config')
const { collections, globals } = await built

test('every collection that staff may write over REST is tried', async () => {
  const req = Object.assign(await getTestRequest(), {
    user: { ...owner, collection: 'users', role: 'owner' },
  })
  const writable: string[] = []
  for (const { slug, access } of collections.filter((one) => !one.slug.startsWith('payload-')))
    if ((await access.create({ req, data: {} })) || (await access.update({ req }))) writable.push(slug)
  expect([...Object.keys(written), ...elsewhere].sort()).toEqual(writable.sort())
})

test.each(Object.entries(written))(
  '%s: each write leaves one entry: who, what, before, after',
  async (slug, sample) => {
    const data = await sample.data()
    const made = await trace(slug, 'POST', data)
    expect(made.rows, slug).toHaveLength(1)
    expect(made.rows[0]).toMatchObject({
      action: 'create',
      entity: slug,
      entity_id: made.id,
      actor_id: owner.id,
      before: null,
    })
    expect(Object.keys(made.rows[0]?.after ?? {}).length).toBeGreaterThan(1)

    const changed = await trace(`${slug}/${made.id}`, 'PATCH', sample.change)
    expect(changed.rows, slug).toHaveLength(1)
    expect(changed.rows[0]).toMatchObject({
      action: 'update',
      entity: slug,
      entity_id: made.id,
      actor_id: owner.id,
    })
    const names = Object.keys(sample.change)
    expect(Object.keys(changed.rows[0]?.after ?? {})).toEqual(expect.arrayContaining(names))
    const req = await getTestRequest()
    expect(await unsealIn(req, changed.rows[0]?.after)).toMatchObject(sample.change)
    for (const name of names)
      expect(changed.rows[0]?.before?.[name]).not.toEqual(changed.rows[0]?.after?.[name])

    const removal = sample.isKept ? undefined : await removed(slug, made.id)
    expect(removal === undefined || removal.length === 1, slug).toBe(true)
  },
)

const unsealIn = (
  req: Awaited<ReturnType<typeof getTestRequest>>,
  values: Record<string, unknown> | null | undefined,
) => inTransaction(req, (tx) => unsealPersonal(tx, values ?? {}))

/** Products and the like go to the bin, which is a change; the rest is deleted. */
async function removed(slug: string, id: string): Promise<Row[]> {
  const hasBin = collections.find((one) => one.slug === slug)?.trash
  const { rows } = hasBin
    ? await trace(`${slug}/${id}`, 'PATCH', { deletedAt: new Date().toISOString() })
    : await trace(`${slug}/${id}`, 'DELETE')
  expect(rows[0]).toMatchObject({ action: hasBin ? 'trash' : 'delete', entity: slug, entity_id: id })
  return rows
}

test('an entry holds ids of what is related, not the related rows, and names only what changed', async () => {
  const style = await makeStyle()
  const made = await trace('products', 'POST', productData(style, { _status: 'published' }))
  expect(made.rows[0]?.after).toMatchObject({ style })
  const changed = await trace(`products/${made.id}?depth=2`, 'PATCH', { popularity: 7 })
  expect(changed.rows[0]?.before).toEqual({ popularity: 0 })
  expect(changed.rows[0]?.after).toEqual({ popularity: 7 })
})

test('a message is marked as answered with one entry, and its words stay as they came', async () => {
  const req = await getTestRequest()
  await sendMessage(req, {
    name: 'Ada',
    email: `m-${next()}@example.com`,
    text: 'Where is it?',
    market: 'eu',
  })
  const { docs } = await req.payload.find({
    collection: 'messages',
    sort: '-createdAt',
    limit: 1,
    overrideAccess: true,
    req,
  })
  const id = docs[0]?.id ?? ''
  const { rows } = await trace(`messages/${id}`, 'PATCH', { isAnswered: true, text: 'Never mind' })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ action: 'update', entity: 'messages', entity_id: id, actor_id: owner.id })
  const kept = await req.payload.findByID({ collection: 'messages', id, overrideAccess: true, req })
  expect(kept).toMatchObject({ isAnswered: true, text: 'Where is it?' })
})

const globalChanges: Record<string, object> = {
  navigation: {},
  footer: {},
  'shop-settings': {},
}

test('every global is tried', () => {
  expect(Object.keys(globalChanges).sort()).toEqual(globals.map(({ slug }) => slug).sort())
})

test.each(Object.keys(globalChanges))('global %s: a save leaves one entry', async (slug) => {
  const { json } = await callRest(`globals/${slug}?depth=0`, { cookie: owner.cookie })
  const { rows } = await trace(`globals/${slug}`, 'POST', json)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ action: 'update', entity: slug, actor_id: owner.id })
})

test('changing many rows at once leaves one entry for each', async () => {
  const ids = [await trace('brands', 'POST', brandData()), await trace('brands', 'POST', brandData())].map(
    ({ id }) => id,
  )
  const { rows } = await trace(`brands?where[id][in]=${ids.join(',')}`, 'PATCH', { name: 'Both' })
  expect(rows.map(({ entity_id }) => entity_id).sort()).toEqual(ids.sort())
})

test('what is refused leaves no entry', async () => {
  const from = await lastSeq()
  const answer = await callRest('brands', { method: 'POST', cookie: owner.cookie, body: { name: 'No slug' } })
  expect(answer.status).toBe(400)
  expect(await rowsSince(from)).toEqual([])
})

test('no secret is in an entry, only that there is a new one', async () => {
  const password = 'seven loud geese at noon'
  const apiKey = 'b1946ac9-2c5e-4d0b-8a5f-0e1b6a6f4f00'
  const made = await trace('users', 'POST', {
    name: 'Keyed',
    email: `keyed-${next()}@staff.example`,
    role: 'analyst',
    password,
    enableAPIKey: true,
    apiKey,
  })
  const changed = await trace(`users/${made.id}`, 'PATCH', { password: `${password} again` })
  const text = JSON.stringify([...made.rows, ...changed.rows])
  expect(text).not.toContain(password)
  expect(text).not.toContain(apiKey)
  expect(text).not.toMatch(/"(hash|salt|apiKey|apiKeyIndex|sessions|resetPasswordToken)"/)
  expect(changed.rows[0]?.after).toMatchObject({ password: 'changed' })
})

test('a key of the API that is another one, or none any more, is said in its entry; a save that leaves it is not', async () => {
  const person = { name: 'Keyed', email: `keyed-${next()}@staff.example`, role: 'analyst' }
  const { id } = await trace('users', 'POST', { ...person, password: goodPassword })
  const [first, second] = [randomUUID(), randomUUID()]
  const steps = [
    { apiKey: first, enableAPIKey: true },
    { apiKey: second },
    { name: 'Renamed' },
    { apiKey: null },
  ]
  const said: unknown[] = []
  for (const step of steps) {
    const { rows } = await trace(`users/${id}`, 'PATCH', step)
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`${first}|${second}`))
    said.push(...rows.map(({ action, after }) => [action, after?.apiKey]))
  }
  expect(said).toEqual([
    ['update', 'changed'],
    ['update', 'changed'],
    ['update', undefined],
    ['update', 'changed'],
  ])
})

test('an entry exists only if its change does: both are rolled back together', async () => {
  const from = await lastSeq()
  const req = await getTestRequest()
  await expect(
    inTransaction(req, async () => {
      await recordAudit(req, { action: 'test', entity: 'none' })
      throw new Error('and then it failed')
    }),
  ).rejects.toThrow('and then it failed')
  expect(await rowsSince(from)).toEqual([])
})

test('personal values are sealed, readable by the shop, and gone with the key of the person; the chain still verifies', async () => {
  const shopper = await makeShopper()
  const note = 'prefers to be called in the evening'
  const { rows } = await trace(`customers/${shopper.id}`, 'PATCH', { firstName: 'Gwendoline', note })
  const after = rows[0]?.after ?? {}
  expect(JSON.stringify(rows)).not.toMatch(/Gwendoline|evening/)
  const req = await getTestRequest()
  expect(await unsealIn(req, after)).toMatchObject({ firstName: 'Gwendoline', note })
  await inTransaction(req, (tx) => eraseSubject(tx, `customer:${shopper.id}`))
  expect(await unsealIn(req, after)).toMatchObject({ firstName: 'erased', note: 'erased' })
  expect(await findAuditFaults(req)).toEqual([])
})

test('twenty writers at once make one chain without a gap', async () => {
  const from = await lastSeq()
  await Promise.all(
    Array.from({ length: 20 }, () =>
      callRest('brands', { method: 'POST', cookie: owner.cookie, body: brandData() }),
    ),
  )
  const rows = await rowsSince(from)
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, at) => from + at + 1))
  expect(await findAuditFaults(await getTestRequest())).toEqual([])
})

test('nobody changes or deletes an entry, not even in SQL', async () => {
  const req = await getTestRequest()
  for (const statement of [
    sql`UPDATE audit_entries SET actor = 'x'`,
    sql`DELETE FROM audit_entries`,
    sql`TRUNCATE audit_entries CASCADE`,
  ])
    await expect(rowsOf(req, statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append-only') },
    })
})

/** As somebody with the whole database in hand: the triggers are off. */
const tamper = (statement: string) =>
  withClient(env.DATABASE_URL, (client) =>
    client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`),
  )

test('who switches the triggers off and changes, removes or slips in an entry is found out', async () => {
  const req = await getTestRequest()
  expect(await findAuditFaults(req)).toEqual([])
  await tamper(`UPDATE audit_entries SET actor = 'somebody else' WHERE seq = 3`)
  expect(await findAuditFaults(req)).toEqual([{ seq: 3, fault: 'hash' }])
  await tamper(`UPDATE audit_entries e SET hash = molini_audit_hash(e) WHERE seq = 3`)
  expect(await findAuditFaults(req)).toEqual([{ seq: 4, fault: 'link' }])
  await tamper(`DELETE FROM audit_entries WHERE seq = 3`)
  expect(await findAuditFaults(req)).toEqual([{ seq: 4, fault: 'link' }])
})
