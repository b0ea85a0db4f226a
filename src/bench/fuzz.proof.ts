import { configToSchema } from '@payloadcms/graphql'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { env } from '#env'
import { makeProduct } from '../services/testing/shop-rows'
import {
  anotherAddress,
  callGraphql,
  callRest,
  makeShopper,
  signedIn,
  type Answer,
} from '../start/testing/http'
import { getTestRequest } from '../start/testing/payload'
import { callStore, storeRoutes } from '../start/testing/store'
import { chance, picker } from './fuzz/bad-values'
import { badGraphql } from './fuzz/graphql-requests'
import { badRest } from './fuzz/payload-requests'
import { badStore } from './fuzz/store-requests'
import { percentile } from './http-client'
import { noteFigures } from './scoreboard/note-figure'

/** How many of each door; `npm test` runs a tenth from the same seed. `MOLINI_SEED` asks for other requests. */
const wanted =
  env.MOLINI_PROOF === 'tenth'
    ? { rest: 600, graphql: 200, store: 400 }
    : { rest: 6_000, graphql: 2_000, store: 4_000 }
const seed = env.MOLINI_SEED ?? 20_261_122
/** Milliseconds: what takes longer is a fault wherever it is, and of a hundred one may take a second. */
const slowest = 2_000

/** What no answer may hold: where the code lies, what the database was asked, how a password is kept, a secret. */
const leaks = [
  /node_modules|\.js:\d+:\d+|\n\s+at \w/,
  /\b(select|insert into|update|delete from)\b.{1,80}\b(from|where|values|returning|set)\b/i,
  /pbkdf2-sha256-v1:|"(hash|salt)"\s*:\s*"[0-9a-f]/,
  /postgres(ql)?:\/\//,
  new RegExp(env.PAYLOAD_SECRET),
]

interface Fault {
  what: string
  request: string
}
const faults: Fault[] = []
let sent = 0

/** Asks, and notes what is wrong with the answer. Milliseconds that it took. */
async function judge(request: string, ask: () => Promise<Answer>): Promise<number> {
  const note = (what: string) => faults.push({ what, request: request.slice(0, 600) })
  const started = performance.now()
  sent += 1
  const answer = await ask().catch((error: unknown) => void note(`threw ${String(error)}`))
  const took = performance.now() - started
  if (!answer) return took
  if (answer.status >= 500) note(`${answer.status}: ${answer.text.slice(0, 200)}`)
  if (/"statusCode":5\d\d/.test(answer.text)) note(`GraphQL: ${answer.text.slice(0, 200)}`)
  for (const leak of leaks) if (leak.test(answer.text)) note(`leaks ${leak}: ${answer.text.slice(0, 200)}`)
  if (took > slowest) note(`took ${Math.round(took)} ms`)
  return took
}

let people: (string | undefined)[] = []

beforeAll(async () => {
  const [owner, shopper] = [await signedIn('owner'), await makeShopper()]
  people = [undefined, shopper.cookie, owner.cookie]
  await makeProduct(await getTestRequest(), { stock: [3, 0, 1] })
  await Promise.all([callRest('products'), callGraphql('{ Products { docs { id } } }')])
})

/** Of a hundred requests the slowest but one. */
const p99 = (times: readonly number[]) =>
  percentile(
    [...times].sort((one, other) => one - other),
    0.99,
  )
const describeCall = (call: object) => JSON.stringify(call, (_, value: unknown) => value)

test('bad requests to REST, made from the fields there are, get a refusal and no more', async (context) => {
  const pick = picker(chance(seed))
  const times: number[] = []
  const { default: built } = await import('#config')
  const config = await built
  for (let count = 0; count < wanted.rest; count += 1) {
    const { path, ...bad } = badRest(config, pick)
    const call = { ...bad, cookie: pick(people), from: anotherAddress() }
    times.push(await judge(`${bad.method} ${path} ${describeCall(bad)}`, () => callRest(path, call)))
  }
  noteFigures(context, { restP99: p99(times) })
  expect(p99(times)).toBeLessThan(1_000)
})

test('bad GraphQL calls, made from the schema there is, get a refusal and no more', async (context) => {
  const pick = picker(chance(seed + 1))
  const times: number[] = []
  const { default: built } = await import('#config')
  const { schema } = configToSchema(await built)
  for (let count = 0; count < wanted.graphql; count += 1) {
    const { query, body } = badGraphql(schema, pick)
    const call = { body, cookie: pick(people), from: anotherAddress() }
    times.push(await judge(`${query} ${describeCall({ body })}`, () => callGraphql(query, call)))
  }
  noteFigures(context, { graphqlSlowest: Math.max(...times) })
})

test('bad calls of every route of the Store API get a refusal and no more', async (context) => {
  const pick = picker(chance(seed + 2))
  const times: number[] = []
  const routes = await storeRoutes()
  expect(routes.length).toBeGreaterThan(10)
  for (let count = 0; count < wanted.store; count += 1) {
    const found = pick(routes)
    const method = pick(['GET', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((name) => found.route[name]))
    const bad = { method, cookie: pick(people), ...badStore(pick, method) }
    times.push(await judge(`${method} ${found.pattern} ${describeCall(bad)}`, () => callStore(found, bad)))
  }
  noteFigures(context, { restP99: p99(times) })
  expect(p99(times)).toBeLessThan(1_000)
})

afterEach(() => {
  const kinds = faults.splice(0).map(({ what, request }) => `${what}\n    ${request}`)
  console.log(`${sent} bad requests from seed ${seed}, ${kinds.length} faults`)
  expect(kinds.join('\n')).toBe('')
})
