import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { callGraphql, callRest, signedIn, type Answer, type Call } from '../start/testing/http'
import { makeStyle, productData } from '../start/testing/catalogue'

const deep = (levels: number): string => `where${'[and][0]'.repeat(levels)}[slug][equals]=x`

/** What Payload answers with 500, hangs on or hands to the database when nobody stands before it. */
const malformed: readonly [string, string][] = [
  ['limit=-1', 'a negative limit'],
  ['limit=1000000000', 'a limit beyond reason'],
  ['limit=abc', 'a limit that is no number'],
  ['limit=1e3', 'a limit in another notation'],
  ['limit[]=5', 'a list for a limit'],
  ['page=-1', 'a negative page'],
  ['page=0', 'page nought'],
  ['page=99999999999999999999', 'a page that fits no column'],
  ['depth=99999', 'a depth beyond reason'],
  ['depth=-1', 'a negative depth'],
  ['where={', 'a filter that is half a JSON'],
  ['where=x', 'a filter that is a word'],
  ['where[slug]=x', 'a filter without an operator'],
  ['where[slug][explode]=x', 'an operator that is none'],
  ['where[slug][near]=1,2,3', 'a place for a text'],
  ['where[slug][within]=x', 'an area for a text'],
  ['where[slug][equals][a]=b', 'an object for a value'],
  ['where[and]=x', 'a word for a list of filters'],
  ['where[or][0]=x', 'a word in a list of filters'],
  ['where[slug][like]=%00', 'a NUL in a filter'],
  ['where[style][equals]=not-an-id', 'a relation to what is no id'],
  ['where[style][like]=%25', 'a pattern for a relation'],
  ['where[launchedAt][greater_than]=tomorrow', 'a date that is none'],
  ['where[launchedAt][like]=x', 'a pattern for a date'],
  ['where[priceInEUR][equals]=dear', 'a price that is no number'],
  ['where[priceInEUR][greater_than]=1e400', 'a price beyond every number'],
  ['where[_status][equals]=hidden', 'a state that there is not'],
  ['where[slug;drop table users][equals]=x', 'SQL for a path'],
  ["where[slug'][equals]=x", 'a quote in a path'],
  [deep(30), 'a filter thirty levels deep'],
  [deep(6), 'a filter six levels deep'],
  ['sort=slug;drop', 'SQL for an order'],
  ['sort[]=a&sort[b]=c', 'an object for an order'],
  [`where[slug][equals]=${'x'.repeat(9000)}`, 'a query of nine thousand letters'],
  [Array.from({ length: 30 }, (_, at) => `where[or][${at}][slug][equals]=x`).join('&'), 'thirty clauses'],
  ['locale=xx&where[colour][equals]=x', 'a closed path in a language that there is not'],
]

const statusOf = async (path: string, call: Call = {}) => (await callRest(path, call)).status

const isRefusal = (status: number) => status >= 400 && status < 500

/** Values of the wrong kind may be refused or find nothing; they may not fall over. */
const findsNothing = (answer: Answer): boolean =>
  answer.status === 200 && (answer.json as { docs: unknown[] }).docs.length === 0

test.each(malformed.map(([query, what]) => [what, query] as const))('%s is refused', async (_, query) => {
  const answer = await callRest(`products?${query}`)
  expect(isRefusal(answer.status) || findsNothing(answer), `${answer.status} ${answer.text}`).toBe(true)
  expect(answer.text).not.toMatch(/select |syntax|node_modules|at async/i)
})

test.each(malformed.map(([query, what]) => [what, query] as const))(
  '%s of staff is no 500 either',
  async (_, query) => {
    const staff = await owner()
    const answer = await callRest(`products?${query}`, { cookie: staff.cookie })
    expect(answer.status, answer.text).toBeLessThan(500)
    const posted = await callRest('products', {
      method: 'POST',
      raw: query,
      cookie: staff.cookie,
      headers: {
        'X-Payload-HTTP-Method-Override': 'GET',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
    })
    expect(posted.status, posted.text).toBeLessThan(500)
  },
)

let ownerOnce: ReturnType<typeof signedIn> | undefined
const owner = () => (ownerOnce ??= signedIn('owner'))

test.each([
  'products/1',
  'products/not-an-id',
  'products/%27%20OR%201=1',
  'products/%00',
  'products/a%00b',
  'products/%E0%A4%A',
  'products/00000000-0000-0000-0000-000000000000',
  `products/${'9'.repeat(300)}`,
  'products/versions/not-an-id',
  'globals/no-such-global',
  'no-such-collection',
  'media/file/no-such-file.webp',
  'media/file/..%2f..%2f..%2fetc%2fpasswd',
  'media/file/%2e%2e/%2e%2e/package.json',
  '__proto__',
  'constructor/x',
  'toString',
  'globals/__proto__',
  '%5f_proto__',
])('GET %s is refused', async (path) => {
  const answer = await callRest(path)
  expect(isRefusal(answer.status), `${answer.status} ${answer.text}`).toBe(true)
})

test('no limit means a hundred rows to a stranger at the most, and paging cannot be switched off', async () => {
  const { cookie } = await owner()
  const style = await makeStyle()
  for (let at = 0; at < 105; at += 1) {
    const body = { label: String(at), variantType: undefined, from: `/old-${at}`, to: '/new' }
    const made = await callRest('redirects', { method: 'POST', cookie, body })
    expect(made.status, made.text).toBe(201)
  }
  expect(style).toBeTruthy()
  for (const query of [
    'limit=0',
    'limit=10000',
    'pagination=false',
    'limit=0&pagination=false',
    'depth=10&limit=500',
  ]) {
    const { json } = await callRest(`redirects?${query}`)
    expect((json as { docs: unknown[] }).docs.length, query).toBeLessThanOrEqual(100)
  }
  const overGraphql = await callGraphql('{ Redirects(limit: 0, pagination: false) { docs { id } } }')
  const { data } = overGraphql.json as { data: { Redirects: { docs: unknown[] } } }
  expect(data.Redirects.docs.length).toBeLessThanOrEqual(100)
}, 120_000)

const bodies: readonly [string, string][] = [
  ['{"name":', 'half a JSON'],
  ['[]', 'a list'],
  ['"text"', 'a word'],
  ['null', 'null'],
  ['{"slug":"a\\u0000b"}', 'a NUL'],
  [`{"name":"${'x'.repeat(1_100_000)}"}`, 'more than a megabyte'],
  [`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 'five thousand levels'],
]

test.each(bodies.map(([raw, what]) => [what, raw] as const))('a body of %s is refused', async (_, raw) => {
  const { cookie } = await owner()
  const answer = await callRest('brands', { method: 'POST', raw, cookie })
  expect(isRefusal(answer.status), `${answer.status} ${answer.text.slice(0, 200)}`).toBe(true)
})

const oddities: readonly [Record<string, unknown>, string][] = [
  [{ style: 'not-an-id' }, 'a relation to what is no id'],
  [{ style: { id: 5 } }, 'an object for a relation'],
  [{ style: ['a'] }, 'a list for a relation'],
  [{ priceInEUR: 'dear' }, 'a word for a price'],
  [{ priceInEUR: 1.5 }, 'half a cent'],
  [{ priceInEUR: -1 }, 'a negative price'],
  [{ priceInEUR: 1e300 }, 'a price beyond every number'],
  [{ launchedAt: 'tomorrow' }, 'a date that is none'],
  [{ launchedAt: 99999999999999999 }, 'a date beyond every calendar'],
  [{ colourGroup: 'plaid' }, 'a choice that there is not'],
  [{ colour: { en: 'x' } }, 'an object for a word'],
  [{ pictures: 'x' }, 'a word for a list'],
  [{ pictures: [{ image: 'x' }] }, 'a row of nonsense'],
  [{ pictures: [null] }, 'a row that is null'],
  [{ seo: 'x' }, 'a word for a group'],
  [{ id: 'not-an-id' }, 'an id of one’s own'],
  [{ _status: 'hidden' }, 'a state that there is not'],
  [{ constructor: { prototype: { isAdmin: true } } }, 'a prototype'],
]

test.each(oddities.map(([changes, what]) => [what, changes] as const))(
  'a product with %s is no 500',
  async (_, changes) => {
    const { cookie } = await owner()
    const body = productData(await makeStyle(), changes)
    const answer = await callRest('products', { method: 'POST', cookie, body })
    expect(answer.status, answer.text).toBeLessThan(500)
    expect(answer.text).not.toMatch(/select |insert into|node_modules/i)
  },
)

test('a slug that is taken is refused as such', async () => {
  const { cookie } = await owner()
  const body = productData(await makeStyle())
  expect((await callRest('products', { method: 'POST', cookie, body })).status).toBe(201)
  expect(isRefusal(await statusOf('products', { method: 'POST', cookie, body }))).toBe(true)
})

/** Small, flat, without an alias: each relation costs eleven of the three hundred that a query may. */
const relations = (times: number): string =>
  `{ Products(limit: 1) { docs { ${'style { id } '.repeat(times)} } } }`

const tooMuch: readonly [string, string][] = [
  [`{ Products { docs ${'{ style { products { docs '.repeat(4)} { id } ${'} } }'.repeat(4)} } }`, 'depth'],
  [
    `query { Products { docs { ...A } } } fragment A on Product { style { products { docs { ...B } } } } fragment B on Product { style { products { docs { id } } } }`,
    'depth hidden in fragments',
  ],
  [`{ ${Array.from({ length: 40 }, (_, at) => `a${at}: Brands { totalDocs }`).join(' ')} }`, 'aliases'],
  [`{ Brands { docs { ${'id '.repeat(300)} } } }`, 'fields'],
  [relations(40), 'what costs too much, however small, flat and without aliases'],
  ['query { Brands { ...A } } fragment A on Brands { ...A }', 'a fragment that names itself'],
  ['{ Nothing { id } }', 'a field that there is not'],
  ['{ Brands(limit: "x") { totalDocs } }', 'a word for a number'],
  ['{ Brand(id: 5) { id } }', 'a number for an id'],
  ['{', 'half a query'],
  ['', 'nothing'],
]

test.each(tooMuch.map(([query, what]) => [what, query] as const))('GraphQL refuses %s', async (_, query) => {
  const started = performance.now()
  const answer = await callGraphql(query)
  expect(answer.status, answer.text).toBeLessThan(500)
  expect(answer.text).toContain('"message"')
  expect(answer.text).not.toMatch(/node_modules|"totalDocs":|select /i)
  expect(performance.now() - started).toBeLessThan(2_000)
})

test('GraphQL counts what a query costs: below three hundred it is answered, above it is refused for that alone', async () => {
  const within = await callGraphql(relations(20))
  expect(within.json).toMatchObject({ data: { Products: { docs: expect.any(Array) as unknown } } })
  expect(within.text).not.toContain('"errors"')
  const { json } = await callGraphql(relations(40))
  const messages = (json as { errors: { message: string }[] }).errors.map(({ message }) => message)
  expect(messages).toEqual([
    expect.stringMatching(/^The query exceeds the maximum complexity of 300\. Actual complexity is 4\d\d$/),
  ])
})

test('GraphQL takes one query at a time, and no GET', async () => {
  const batch = await callGraphql('', {
    body: [{ query: '{ Brands { totalDocs } }' }, { query: '{ Pages { totalDocs } }' }],
  })
  expect(isRefusal(batch.status), batch.text).toBe(true)
  const route = await import('../app/(payload)/api/graphql/route')
  expect(Object.keys(route).sort()).toEqual(['OPTIONS', 'POST'])
})

test('GraphQL answers wrong variables and ids with a refusal', async () => {
  const query = 'query ($id: String!) { Product(id: $id) { id } }'
  for (const variables of [{}, { id: 5 }, { id: null }, { id: 'not-an-id' }, { id: ['x'] }, 'x']) {
    const answer = await callGraphql(query, { variables })
    expect(answer.status, answer.text).toBeLessThan(500)
    expect(answer.text).not.toMatch(/"statusCode":5|Something went wrong/)
  }
})

test('GraphQL tells nobody its schema in production', async () => {
  const { default: built } = await import('#config')
  const { graphQL } = await built
  expect(graphQL.disableIntrospectionInProduction).toBe(true)
  expect(graphQL.disablePlaygroundInProduction).toBe(true)
  vi.stubEnv('NODE_ENV', 'production')
  const answer = await callGraphql('{ __schema { types { name } } }')
  vi.unstubAllEnvs()
  expect(answer.text).toContain('errors')
  expect(answer.text).not.toContain('"types"')
})

test('staff ask by POST for many rows by their ids, as the admin does', async () => {
  const { cookie } = await owner()
  const ids = Array.from({ length: 300 }, () => randomUUID())
  const answer = await callRest('brands', {
    method: 'POST',
    raw: ids.map((id, at) => `where[id][in][${at}]=${id}`).join('&') + '&limit=300&depth=0',
    cookie,
    headers: {
      'X-Payload-HTTP-Method-Override': 'GET',
      'Content-Type': 'application/x-www-form-urlencoded',
    },
  })
  expect(answer.json).toMatchObject({ docs: [] })
})

test('a name that every object inherits is no collection, whatever is done to it', async () => {
  for (const method of ['GET', 'POST', 'PATCH', 'DELETE'])
    for (const path of ['__proto__', 'constructor', 'hasOwnProperty/x', 'globals/toString'])
      expect(await statusOf(path, { method }), `${method} ${path}`).toBe(404)
})

test('addresses of staff are not verified by mail: the question is answered 404', async () => {
  for (const path of ['users/verify/x', 'users//verify/x', 'users/%76erify/x'])
    expect(await statusOf(path, { method: 'POST', body: {} }), path).toBe(404)
})

test('a part of a word in a date is refused, over REST and GraphQL', async () => {
  const { cookie } = await owner()
  for (const path of ['products?where[launchedAt][contains]=x', 'products?where[launchedAt][contains]=2026'])
    expect(await statusOf(path, { cookie }), path).toBe(400)
  const asked = '{ Products(where: { launchedAt: { like: "2026-01-01T00:00:00Z" } }) { totalDocs } }'
  expect((await callGraphql(asked, { cookie })).text).toContain('"statusCode":400')
})

test('a document in a form that is not read is refused, and so is none', async () => {
  const { cookie } = await owner()
  const types = ['text/plain', 'application/xml', 'application/ld+json', 'APPLICATION/JSON', '']
  for (const type of types) {
    const call = { method: 'POST', raw: '{"name":"x"}', cookie, headers: { 'Content-Type': type } }
    expect(await statusOf('variantTypes', call), type).toBe(415)
    expect(await statusOf('globals/footer', call), type).toBe(415)
  }
  for (const path of ['variantTypes', 'products', 'globals/footer'])
    expect(await statusOf(path, { method: 'POST', cookie }), path).toBe(400)
})

test.each([
  ['{ Access { canAccessAdmin brands { read { where } } } }', 'what one may do'],
  ['{ docAccessFooter { read { where } } }', 'what one may do with a global'],
  ['subscription { x }', 'a subscription'],
  ['{ countRedirects(where: { id: { all: ["x"] } }) { totalDocs } }', 'all of one value'],
  ['{ TaxRates(page: 2147483647) { pagingCounter } }', 'a page beyond what it can count'],
])('GraphQL answers %s with a refusal: %s', async (query) => {
  const { cookie } = await owner()
  const answer = await callGraphql(query, { cookie })
  expect(answer.status, answer.text).toBeLessThan(500)
  expect(answer.text).toContain('"message"')
  expect(answer.text).not.toMatch(/"statusCode":5|Something went wrong/)
})

test('GraphQL reads JSON alone: a form that it cannot read is refused', async () => {
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'text/plain', ''])
    expect(
      (
        await callGraphql('', {
          raw: '{"query":"{ __typename }"}',
          headers: { 'Content-Type': type, 'Content-Length': '26' },
        })
      ).status,
      type,
    ).toBe(415)
})
