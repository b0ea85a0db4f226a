import { sql, type PostgresAdapter } from '@payloadcms/db-postgres'
import type { Pool } from 'pg'
import { expect, test } from 'vitest'
import { callGraphql, callRest, signedIn, type Call } from '../start/testing/http'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { makeCounter, type Counter } from './limit-counter'
import { tableIn } from './limit-table'
import { sweepLimits } from './rate-limit'
import { rowsOf } from './transaction'

const aHundred = { points: 100, duration: 60 }
const patience = 30_000

async function counters(count: number): Promise<Counter[]> {
  const { pool } = (await getTestPayload()).db as unknown as PostgresAdapter & { pool: Pool }
  return Array.from({ length: count }, () => makeCounter({ table: tableIn(pool), patience }))
}

const isAccepted = async (answer: ReturnType<Counter['take']>) => (await answer).wait === 0
const countTrue = (list: readonly boolean[]) => list.filter(Boolean).length

test('of three processes that race for many keys at once each key has exactly its limit', async () => {
  const processes = await counters(3)
  const keys = Array.from({ length: 20 }, (_, at) => `race:${at}`)
  const accepted = await Promise.all(
    keys.map(async (key, at) => {
      const calls = Array.from({ length: 180 }, (_, call) =>
        isAccepted((processes[(call + at) % 3] as Counter).take(key, aHundred)),
      )
      return countTrue(await Promise.all(calls))
    }),
  )
  expect(accepted).toEqual(keys.map(() => 100))
  const [row] = await rowsOf<{ points: number }>(
    await getTestRequest(),
    sql`SELECT max(points)::int AS points FROM rate_limits WHERE key LIKE 'race:%'`,
  )
  expect(row?.points).toBeLessThan(1_000)
})

test('a window ends by the clock of Postgres, for every process, and what is over is swept', async () => {
  const [here, there] = (await counters(2)) as [Counter, Counter]
  const req = await getTestRequest()
  const two = { points: 2, duration: 60 }
  const ask = async (counter: Counter) => (await counter.take('turn', two)).wait
  expect([await ask(here), await ask(there)]).toEqual([0, 0])
  expect(await ask(here)).toBeGreaterThan(50_000)
  await rowsOf(req, sql`UPDATE rate_limits SET expire = 1 WHERE key = 'turn'`)
  expect(await ask(there)).toBe(0)
  await rowsOf(req, sql`UPDATE rate_limits SET expire = 1 WHERE key = 'turn'`)
  expect(await sweepLimits(req)).toBeGreaterThanOrEqual(1)
  const left = await rowsOf(req, sql`SELECT key FROM rate_limits WHERE key = 'turn'`)
  expect(left).toEqual([])
})

const from = '203.0.113.77'

/** As if so many had been counted, of which this process knows nothing. */
const countedBefore = async (action: string, points: number) =>
  rowsOf(
    await getTestRequest(),
    sql`INSERT INTO rate_limits VALUES (${`${action}:address:${from}`}, ${points}, (extract(epoch FROM now()) * 1000)::bigint + 50000)`,
  )

const statusOf = async (answer: Promise<{ status: number; headers: Headers }>) => {
  const { status, headers } = await answer
  return [status, Number(headers.get('retry-after')) > 0]
}

test('strangers are counted by address over REST and GraphQL, staff and their keys by themselves', async () => {
  await countedBefore('rest', 599)
  await countedBefore('graphql', 239)
  const { cookie, id } = await signedIn('owner')
  const apiKey = '3f0b8a52-0c1e-4c57-9d8e-2f6f3b7a9d11'
  const changed = { method: 'PATCH', cookie, body: { enableAPIKey: true, apiKey } }
  expect((await callRest(`users/${id}`, changed)).status).toBe(200)
  const headers = (key: string): Call => ({
    headers: { Authorization: `users API-Key ${key}` },
    origin: null,
  })
  const rest = (call: Call = {}) => statusOf(callRest('brands', { query: '?limit=1', from, ...call }))
  const graphql = (call: Call = {}) =>
    statusOf(callGraphql('{ Brands(limit: 1) { totalDocs } }', { from, ...call }))
  for (const ask of [rest, graphql]) {
    expect(await ask()).toEqual([200, false])
    expect(await ask()).toEqual([429, true])
    expect(await ask({ cookie: 'molini-token=eyJhbGciOiJIUzI1NiJ9.eyJpZCI6IjEifQ.c2lnbmF0dXJl' })).toEqual([
      429,
      true,
    ])
    expect(await ask(headers('no such key'))).toEqual([429, true])
    expect(await ask({ cookie })).toEqual([200, false])
    expect(await ask(headers(apiKey))).toEqual([200, false])
  }
})
