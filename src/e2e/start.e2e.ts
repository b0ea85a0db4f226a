import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, onTestFinished, test, vi } from 'vitest'
import { sessionAt } from '../bench/staff-session'
import { anyFree } from '../start/ports.mjs'
import { startShop } from '../start/testing/shop.mjs'
import { ofShop } from '../start/testing/journey-shop'

const dataDir = ofShop('spareData')

/** One shop, from its start past a kill to its end. */
let shop: Awaited<ReturnType<typeof startShop>>
beforeAll(async () => {
  shop = await startShop({ dataDir })
})
afterAll(() => shop.stop())

async function refusesConnections(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 2000 })
  return client.connect().then(
    () => client.end().then(() => false),
    () => true,
  )
}

async function countProducts(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from products')
  await client.end()
  return rows[0]?.count ?? 0
}

test('the first start takes at most 120 seconds, a later one at most 20', () => {
  const { first, later } = inject('startTimes')
  console.log(`first start ${first.toFixed(1)} s, later start ${later.toFixed(1)} s`)
  expect(first).toBeLessThanOrEqual(120)
  expect(later).toBeLessThanOrEqual(20)
})

test('the shop starts stocked', async () =>
  expect(await countProducts(ofShop('databaseUrl'))).toBeGreaterThanOrEqual(120))

test('a second start on the same data is refused and says where the first one serves', () =>
  expect(startShop({ dataDir })).rejects.toThrow(`already running at ${shop.url}`))

test('the shop outlives a restart of its database connections', async () => {
  const client = new Client({ connectionString: shop.databaseUrl })
  await client.connect()
  const others =
    'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null'
  for (let round = 0; round < 5; round += 1) {
    await client.query(others)
    await pause(100)
  }
  await client.end()
  await expect
    .poll(async () => (await fetch(`${shop.url}/api/health/ready`)).status, { timeout: 10_000 })
    .toBe(200)
})

test('after kill -9 the server ends by itself and the next start goes on with the same data', async () => {
  const products = await countProducts(shop.databaseUrl)
  process.kill(shop.pid ?? 0, 'SIGKILL')
  await expect
    .poll(
      () =>
        fetch(shop.url).then(
          () => 'answers',
          () => 'gone',
        ),
      { timeout: 15_000 },
    )
    .toBe('gone')
  shop = await startShop({ dataDir })
  expect((await fetch(`${shop.url}/api/health/live`)).status).toBe(200)
  expect(await countProducts(shop.databaseUrl)).toBe(products)
})

test('stopping ends the server, the database and the lock', async () => {
  await shop.stop()
  await expect(fetch(shop.url)).rejects.toThrow()
  expect(await refusesConnections(shop.databaseUrl)).toBe(true)
  expect(existsSync(join(dataDir, 'running.json'))).toBe(false)
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8').trim()).toMatch(/database system is shut down$/)
})

test('what is secret in the data directory is for its owner alone', () => {
  for (const file of ['secrets.json', 'postgres-password'])
    expect(statSync(join(dataDir, file)).mode & 0o077, file).toBe(0)
})

test('no forged header gets a caller past a limit, nor uses up the tries of another', async () => {
  shop = await startShop({ dataDir, environment: { RATE_LIMITS: 'on' } })
  onTestFinished(() => shop.stop())
  const signIn = async (at: number) => {
    const headers = {
      'Content-Type': 'application/json',
      Origin: shop.url,
      'X-Forwarded-For': `203.0.113.${at}`,
      'X-Real-IP': `203.0.113.${at}`,
      Forwarded: `for=203.0.113.${at}`,
    }
    const body = JSON.stringify({ email: `nobody-${at}@example.com`, password: 'no such heron at dawn' })
    return (await fetch(`${shop.url}/api/store/session`, { method: 'POST', headers, body })).status
  }
  const answers = []
  for (let at = 0; at < 33; at += 1) answers.push(await signIn(at))
  expect(answers.filter((status) => status === 429)).toHaveLength(3)
  const client = new Client({ connectionString: shop.databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ key: string }>(
    "select key from rate_limits where key like 'sign-in:address:%'",
  )
  await client.end()
  expect(rows.map(({ key }) => key)).toEqual(['sign-in:address:127.0.0.1'])
})

test('a page that is asked for the moment a server listens leaves the admin the fields that are refused', async () => {
  const port = String(await anyFree())
  const page = vi.waitFor(async () => (await fetch(`http://127.0.0.1:${port}/`)).text(), {
    ...{ timeout: 60_000, interval: 10 },
  })
  shop = await startShop({ dataDir, environment: { PORT: port } })
  onTestFinished(() => shop.stop())
  await page
  const refused = await fetch(`${shop.url}/api/brands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: shop.url, cookie: await sessionAt(shop.url) },
    body: '{}',
  })
  expect(refused.status).toBe(400)
  const { errors } = (await refused.json()) as { errors: { data?: { errors: { path: string }[] } }[] }
  expect(errors[0]?.data?.errors.map(({ path }) => path)).toContain('slug')
})
