import { configToSchema } from '@payloadcms/graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

/** The whole is 2,000; `npm test` runs a tenth from the same seed. `MOLINI_SEED` asks for other requests. */
const requests = env.MOLINI_PROOF === 'tenth' ? 200 : 2_000
const seed = env.MOLINI_SEED ?? 20_261_122
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

async function judge(request: string, ask: () => Promise<Answer>): Promise<void> {
  const note = (what: string) => faults.push({ what, request: request.slice(0, 600) })
  const started = performance.now()
  sent += 1
  const answer = await ask().catch((error: unknown) => void note(`threw ${String(error)}`))
  const took = performance.now() - started
  if (!answer) return
  if (answer.status >= 500) note(`${answer.status}: ${answer.text.slice(0, 200)}`)
  if (/"statusCode":5\d\d/.test(answer.text)) note(`GraphQL: ${answer.text.slice(0, 200)}`)
  for (const leak of leaks) if (leak.test(answer.text)) note(`leaks ${leak}: ${answer.text.slice(0, 200)}`)
  if (took > slowest) note(`took ${Math.round(took)} ms`)
}

let people: (string | undefined)[] = []

beforeAll(async () => {
  const [owner, shopper] = [await signedIn('owner'), await makeShopper()]
  people = [undefined, shopper.cookie, owner.cookie]
  await makeProduct(await getTestRequest(), { stock: [3, 0, 1] })
  await Promise.all([callRest('products'), callGraphql('{ Products { docs { id } } }')])
})

const share = (part: number) => Math.round(requests * part)
const describeCall = (call: object) => JSON.stringify(call, (_, value: unknown) => value)

test('bad requests to REST, made from the fields there are, get a refusal and no more', async () => {
  const pick = picker(chance(seed))
  const { default: built } = await import('#config')
  const config = await built
  for (let count = 0; count < share(0.4); count += 1) {
    const { path, ...bad } = badRest(config, pick)
    const call = { ...bad, cookie: pick(people), from: anotherAddress() }
    await judge(`${bad.method} ${path} ${describeCall(bad)}`, () => callRest(path, call))
  }
})

test('bad GraphQL calls, made from the schema there is, get a refusal and no more', async () => {
  const pick = picker(chance(seed + 1))
  const { default: built } = await import('#config')
  const { schema } = configToSchema(await built)
  for (let count = 0; count < share(0.3); count += 1) {
    const { query, body } = badGraphql(schema, pick)
    const call = { body, cookie: pick(people), from: anotherAddress() }
    await judge(`${query} ${describeCall({ body })}`, () => callGraphql(query, call))
  }
})

test('bad calls of every route of the Store API get a refusal and no more', async () => {
  const pick = picker(chance(seed + 2))
  const routes = await storeRoutes()
  expect(routes.length).toBeGreaterThan(10)
  for (let count = 0; count < share(0.3); count += 1) {
    const found = pick(routes)
    const method = pick(['GET', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((name) => found.route[name]))
    const bad = { method, cookie: pick(people), ...badStore(pick, method) }
    await judge(`${method} ${found.pattern} ${describeCall(bad)}`, () => callStore(found, bad))
  }
})

afterAll(() => {
  const kinds = faults.map(({ what, request }) => `${what}\n    ${request}`)
  console.log(`${sent} bad requests from seed ${seed}, ${faults.length} faults`)
  expect(kinds.join('\n')).toBe('')
  expect(sent).toBe(share(0.4) + share(0.3) + share(0.3))
})
