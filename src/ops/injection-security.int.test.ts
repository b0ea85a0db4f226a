import { sql } from '@payloadcms/db-postgres'
import { beforeAll, expect, test } from 'vitest'
import { env } from '#env'
import { makeProduct } from '#services/testing/shop-rows'
import { inTransaction, rowsOf, sqlStateOf } from '#services/transaction'
import { callStore } from '../app/api/_http/testing/call-store'
import { anotherAddress, callGraphql, callRest, signedIn } from '../start/testing/http'
import { getTestRequest } from '../start/testing/payload'
import { sqlPayloads } from '../start/testing/sql-payloads'

/** Milliseconds: a payload that sleeps asks for three seconds. */
const slowest = 1_000

/** What no answer may hold: a statement, the words of a database, a hash, where the code lies. */
const leaks = [
  /\b(select|insert into|update|delete from)\b.{1,80}\b(from|where|values|returning|set)\b.{0,40}\$\d/i,
  /syntax error|unterminated|relation "|column "|PostgreSQL \d|pg_catalog|at character \d/i,
  /pbkdf2-sha256-v1:|injected@evil\.example|root:x:0/,
  /node_modules|\n\s+at \w/,
  new RegExp(env.PAYLOAD_SECRET),
]

interface Came {
  status: number
  text: string
}

/** A way in for a text, and whether it finds rows by it: then a payload may find none. */
interface Door {
  name: string
  ask: (payload: string) => Promise<Came>
  finds?: boolean
}

let owner = ''
const enc = encodeURIComponent
const rest =
  (path: (payload: string) => string, asOwner = false) =>
  (payload: string) =>
    callRest(path(payload), { from: anotherAddress(), ...(asOwner && { cookie: owner }) })
const post = (path: string, body: (payload: string) => object) => (payload: string) =>
  callRest(path, { method: 'POST', body: body(payload), from: anotherAddress() })

const restDoors: readonly Door[] = [
  { name: 'a filter', finds: true, ask: rest((text) => `products?where[slug][equals]=${enc(text)}`) },
  { name: 'a filter of many', finds: true, ask: rest((text) => `products?where[slug][in]=${enc(text)}`) },
  { name: 'a pattern', ask: rest((text) => `brands?where[name][like]=${enc(text)}`) },
  { name: 'the path of a filter', ask: rest((text) => `products?where[${enc(text)}][equals]=1`) },
  { name: 'an operator', ask: rest((text) => `products?where[slug][${enc(text)}]=1`) },
  { name: 'an order', ask: rest((text) => `products?sort=${enc(text)}`) },
  { name: 'an order of staff', ask: rest((text) => `orders?sort=${enc(text)}`, true) },
  { name: 'an id', ask: rest((text) => `products/${enc(text)}`) },
  { name: 'a file', ask: rest((text) => `media/file/${enc(text)}`) },
  { name: 'fields', ask: rest((text) => `products?select[${enc(text)}]=true`) },
  { name: 'a language', ask: rest((text) => `products?locale=${enc(text)}&where[title][like]=x`) },
  { name: 'an address', finds: true, ask: rest((text) => `users?where[email][equals]=${enc(text)}`, true) },
  { name: 'a word of staff', ask: rest((text) => `customers?where[email][contains]=${enc(text)}`, true) },
  { name: 'a key of staff', ask: rest((text) => `audit-entries?where[entityId][equals]=${enc(text)}`, true) },
  { name: 'a token of a reset', ask: post('users/reset-password', (token) => ({ token, password: 'x' })) },
  {
    name: 'the key of a machine',
    ask: (payload) =>
      callRest('orders', {
        headers: { Authorization: `users API-Key ${enc(payload)}` },
        origin: null,
        from: anotherAddress(),
      }),
  },
]

const graphql =
  (query: string, asOwner = false) =>
  (v: string) =>
    callGraphql(query, { variables: { v }, from: anotherAddress(), ...(asOwner && { cookie: owner }) })
const graphqlDoors: readonly Door[] = [
  {
    name: 'a filter',
    finds: true,
    ask: graphql('query ($v: String) { Products(where: { slug: { equals: $v } }) { docs { id } } }'),
  },
  {
    name: 'a filter of many',
    finds: true,
    ask: graphql('query ($v: String) { Brands(where: { slug: { in: [$v] } }) { docs { id } } }'),
  },
  {
    name: 'a pattern',
    ask: graphql('query ($v: String) { Brands(where: { name: { like: $v } }) { docs { id } } }'),
  },
  { name: 'an order', ask: graphql('query ($v: String) { Products(sort: $v) { docs { id } } }') },
  { name: 'an id', ask: graphql('query ($v: String!) { Product(id: $v) { id } }') },
  {
    name: 'a relation',
    ask: graphql('query ($v: JSON) { Products(where: { style: { equals: $v } }) { docs { id } } }'),
  },
  {
    name: 'a word in the query itself',
    finds: true,
    ask: (payload) =>
      callGraphql(`{ Products(where: { slug: { equals: ${JSON.stringify(payload)} } }) { docs { id } } }`, {
        from: anotherAddress(),
      }),
  },
  {
    name: 'an address',
    finds: true,
    ask: graphql(
      'query ($v: EmailAddress) { Users(where: { email: { equals: $v } }) { docs { id } } }',
      true,
    ),
  },
]

const store = (path: (payload: string) => string) => (payload: string) => callStore(path(payload))
const storePost = (path: string, body: (payload: string) => object) => (payload: string) =>
  callStore(path, { body: body(payload) })
const storeDoors: readonly Door[] = [
  { name: 'a search', ask: store((text) => `/products?q=${enc(text)}`) },
  { name: 'a suggestion', ask: store((text) => `/suggest?q=${enc(text)}`) },
  { name: 'a category', ask: store((text) => `/products?category=${enc(text)}`) },
  { name: 'a size', ask: store((text) => `/products?size=${enc(text)}`) },
  { name: 'a colour', ask: store((text) => `/products?colour=${enc(text)}`) },
  { name: 'an order', ask: store((text) => `/products?sort=${enc(text)}`) },
  { name: 'a market', ask: store((text) => `/products?market=${enc(text)}`) },
  { name: 'a price', ask: store((text) => `/products?minPrice=${enc(text)}`) },
  { name: 'a product', ask: store((text) => `/products/${enc(text)}`) },
  { name: 'an order by its number', ask: store((text) => `/orders/${enc(text)}`) },
  { name: 'the key of a cart', ask: (payload) => callStore('/carts/current', { cart: enc(payload) }) },
  { name: 'a session', ask: (payload) => callStore('/me', { cookie: `molini-customer=${enc(payload)}` }) },
  { name: 'a list that was shared', ask: store((text) => `/wishlist/shared/${enc(text)}`) },
  {
    name: 'a size that is waited for',
    ask: storePost('/stock-alerts', (variantId) => ({ variantId, email: 'a@example.com', market: 'eu' })),
  },
  {
    name: 'a first step',
    ask: (payload) =>
      callStore('/session/second-step', { body: { code: payload }, cookie: `molini-step=${enc(payload)}` }),
  },
  { name: 'a mailed key', ask: storePost('/sign-in-link/confirm', (token) => ({ token })) },
  {
    name: 'a form',
    ask: (payload) =>
      callStore('/forms/find-order', { form: { number: payload, email: payload, market: payload } }),
  },
]

/** What a payload would change: rows, tables, roles, who may what. */
const fingerprint = async () =>
  rowsOf(
    await getTestRequest(),
    sql`SELECT (SELECT count(*)::int FROM pg_roles) AS roles, (SELECT count(*)::int FROM pg_tables WHERE schemaname = 'public') AS tables,
      (SELECT count(*)::int FROM pg_trigger WHERE tgenabled = 'D') AS "disabled", (SELECT md5(string_agg(u::text, '|' ORDER BY id)) FROM users u) AS users,
      (SELECT count(*)::int FROM customers) AS customers, (SELECT count(*)::int FROM products) AS products, (SELECT count(*)::int FROM orders) AS orders`,
  )

const rowsIn = ({ text }: Came): number => (text.match(/"id":/g) ?? []).length

async function faultsAt(api: string, { name, ask, finds }: Door, payload: string): Promise<string[]> {
  const begun = performance.now()
  const came = await ask(payload)
  const took = performance.now() - begun
  const where = `${api}, ${name}: ${payload}`
  return [
    ...(came.status >= 500 || /"statusCode":5\d\d/.test(came.text)
      ? [`${where} was answered ${came.status}: ${came.text.slice(0, 200)}`]
      : []),
    ...leaks
      .filter((leak) => leak.test(came.text.replaceAll(payload, '')))
      .map((leak) => `${where} leaks ${leak}`),
    ...(took > slowest ? [`${where} took ${Math.round(took)} ms`] : []),
    ...(finds && came.status === 200 && rowsIn(came) > 0 ? [`${where} found ${rowsIn(came)} rows`] : []),
  ]
}

beforeAll(async () => {
  owner = (await signedIn('owner')).cookie
  await makeProduct(await getTestRequest(), { stock: [3] })
  // What is read for the first time is read slowly.
  for (const door of [...restDoors, ...graphqlDoors, ...storeDoors]) await door.ask('warm')
}, 120_000)

test('there are two hundred payloads, each another', () => {
  expect(sqlPayloads).toHaveLength(200)
  expect(new Set(sqlPayloads).size).toBe(200)
})

test.each([
  ['REST', restDoors],
  ['GraphQL', graphqlDoors],
  ['the Store API', storeDoors],
])(
  'two hundred payloads of SQL at the doors of %s: no fault, no statement in an answer, no sleep, no row',
  async (api, doors) => {
    const before = await fingerprint()
    const faults: string[] = []
    // Each payload at one door, each door some of every kind: 13 is prime to all their numbers.
    for (const [index, payload] of sqlPayloads.entries()) {
      const door = doors[(index * 13 + Math.floor(index / doors.length)) % doors.length]
      if (door) faults.push(...(await faultsAt(api, door, payload)))
    }
    expect(faults).toEqual([])
    expect(await fingerprint()).toEqual(before)
  },
  120_000,
)

test('a door that writes what it is given into a statement would be found: most payloads fall over or find rows there', async () => {
  const harmless = sqlPayloads.filter((payload) => !/;|sleep|generate_series|pg_read_file/i.test(payload))
  const req = await getTestRequest()
  const unsafe = async (payload: string): Promise<'fell' | 'found' | 'quiet'> => {
    const statement = sql.raw(`SELECT slug FROM products WHERE slug = '${payload}'`)
    try {
      const found = await inTransaction(req, (tx) => rowsOf(tx, statement))
      return found.length > 0 ? 'found' : 'quiet'
    } catch (error) {
      return sqlStateOf(error) ? 'fell' : 'quiet'
    }
  }
  const ends = []
  for (const payload of harmless) ends.push(await unsafe(payload))
  expect(harmless.length).toBeGreaterThan(100)
  expect(ends.filter((end) => end === 'found').length).toBeGreaterThan(3)
  expect(ends.filter((end) => end !== 'quiet').length).toBeGreaterThan(harmless.length / 3)
})
