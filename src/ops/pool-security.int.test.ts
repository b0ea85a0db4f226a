import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from '@payloadcms/db-postgres'
import { Pool } from 'pg'
import { expect, inject, test } from 'vitest'
import { env } from '#env'
import { addLine, createCart } from '#services/cart'
import { inTransaction, rowsOf } from '#services/transaction'
import { openDoor } from '../bench/resilience/door'
import { noteFigures } from '../bench/scoreboard/note-figure'
import { makeProduct } from '../services/testing/shop-rows'
import { makeStyle, productData } from '../start/testing/catalogue'
import { withClient } from '../start/testing/database'
import { callGraphql, callRest, signedIn, type Answer } from '../start/testing/http'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { callStore, storeRoutes } from '../start/testing/store'
import { runDue } from './jobs/run-due'
import { poolOptions, sessionLimits } from './pool'
import { guardLines } from './pool-lines'

const poolOf = async () => ((await getTestPayload()).db as unknown as { pool: Pool }).pool
const database = () => new URL(env.DATABASE_URL).pathname.slice(1)

/** Ends every other connection to this worker's database, as a restart or a failover does. */
const endConnections = () =>
  withClient(inject('clusterUrl'), (client) =>
    client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [database()]),
  )

/** Outside the pool, whose connections may just have been ended. */
const onItsOwn = (text: string) => withClient(env.DATABASE_URL, (client) => client.query(text))

test('every wait on the database has an end', async () => {
  const { max, connectionTimeoutMillis } = poolOptions()
  expect(max).toBeGreaterThanOrEqual(3)
  expect(connectionTimeoutMillis).toBeGreaterThanOrEqual(5_000)
  const { rows } = await (
    await poolOf()
  ).query<{ name: string; limit: number }>(
    'SELECT name, setting::int AS limit FROM pg_settings WHERE name = ANY($1)',
    [Object.keys(sessionLimits)],
  )
  expect(Object.fromEntries(rows.map(({ name, limit }) => [name, limit]))).toEqual(sessionLimits)
})

test('a connection that is lost while idle ends nothing: the next request works', async () => {
  const pool = await poolOf()
  await callRest('brands')
  const faults: unknown[] = []
  const heard = (error: unknown) => faults.push(error)
  process.on('uncaughtException', heard)
  for (let round = 0; round < 3; round += 1) {
    await Promise.all(Array.from({ length: 12 }, () => pool.query('SELECT pg_sleep(0.02)')))
    await endConnections()
    await new Promise((resolve) => setTimeout(resolve, 100))
    const answers = await Promise.all(Array.from({ length: 5 }, () => callRest('brands')))
    for (const { status } of answers) expect([200, 503]).toContain(status)
    expect((await callRest('brands')).status).toBe(200)
  }
  process.off('uncaughtException', heard)
  expect(faults).toEqual([])
})

test('a connection lost in the middle of a write is a 503 that says when again, and leaves nothing half done', async () => {
  const { cookie } = await signedIn('owner')
  await onItsOwn(`CREATE OR REPLACE FUNCTION test_slow() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(2); RETURN NEW; END $$;
    CREATE TRIGGER test_slow BEFORE INSERT ON redirects FOR EACH ROW EXECUTE FUNCTION test_slow()`)
  const body = { from: '/lost', to: '/new' }
  const answering = callRest('redirects', { method: 'POST', cookie, body })
  await new Promise((resolve) => setTimeout(resolve, 700))
  await endConnections()
  const answer = await answering
  expect(answer.status, answer.text).toBe(503)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  await onItsOwn('DROP TRIGGER test_slow ON redirects')
  await expect
    .poll(async () => (await callRest('redirects?where[from][equals]=/lost')).json)
    .toMatchObject({ totalDocs: 0 })
})

test('connections that are reset, as by a database that suspends, take none of the places in the pool for ever', async () => {
  const pool = await poolOf()
  const resets = async () => {
    const { _clients: clients } = pool as unknown as { _clients: { connection: { stream: Socket } }[] }
    for (const { connection } of [...clients])
      connection.stream.destroy(Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' }))
    await pause(30)
  }
  for (let round = 0; round < 12; round += 1) {
    await resets()
    await pool.query('SELECT 1')
  }
  await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0)
  await Promise.all(Array.from({ length: 10 }, () => pool.query('SELECT pg_sleep(0.05)')))
})

test('a connection on which no transaction could begin takes no place in the pool for ever', async () => {
  const pool = await poolOf()
  const inside = pool as unknown as { _idle: { client: { connection: { stream: Socket } } }[] }
  for (let round = 0; round < 12; round += 1) {
    await pool.query('SELECT 1')
    const stream = inside._idle.at(-1)?.client.connection.stream
    if (!stream) throw new Error('No connection is idle')
    // Dead, and nobody has noticed: it is when something is written.
    stream.write = () => Boolean(stream.destroy(new Error('write EPIPE')))
    await expect(inTransaction(await getTestRequest(), (tx) => rowsOf(tx, sql`SELECT 1`))).rejects.toThrow()
  }
  await expect.poll(() => pool.totalCount - pool.idleCount).toBe(0)
  await Promise.all(Array.from({ length: 10 }, () => pool.query('SELECT pg_sleep(0.05)')))
})

test('a connection from before the guard, lost in the middle of a transaction, ends nothing', async () => {
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: 1 })
  // As Payload takes one at its start.
  const first = await pool.connect()
  first.on('error', ({ message }) => message === 'ECONNRESET')
  const heard: string[] = []
  guardLines(pool, { isUnlimited: false, heard: ({ message }) => heard.push(message) })
  const again = await pool.connect()
  expect(again).toBe(first)
  const { connection } = again as unknown as { connection: { stream: Socket } }
  connection.stream.destroy()
  await expect.poll(() => heard).toEqual(['Connection terminated unexpectedly'])
  again.release(true)
  await pool.query('SELECT 1')
  await pool.end()
})

test('while the database is away nobody waits for it as long as at first, and as ever once it is back', async () => {
  const address = new URL(env.DATABASE_URL)
  const { port } = address
  const door = await openDoor(() => Number(port))
  address.searchParams.delete('host')
  address.port = String(door.port)
  const pool = new Pool({ connectionString: address.href, connectionTimeoutMillis: 800 })
  pool.on('error', () => undefined)
  guardLines(pool, { isUnlimited: false, heard: () => undefined })
  door.set('silent')
  await expect(pool.query('SELECT 1')).rejects.toThrow('connection timeout')
  expect(pool.options.connectionTimeoutMillis).toBe(200)
  await expect(pool.connect()).rejects.toThrow('connection timeout')
  door.set('well')
  await pool.query('SELECT 1')
  expect(pool.options.connectionTimeoutMillis).toBe(800)
  await pool.end()
  await door.close()
})

test('whoever asks while others wait in vain is refused with them; where a connection comes back each has the whole time', async () => {
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: 1, connectionTimeoutMillis: 2_000 })
  guardLines(pool, { isUnlimited: false, heard: () => undefined })
  const held = await pool.connect()
  const refused = (asked: Promise<unknown>) =>
    asked.then(
      () => 'let in',
      ({ message }: Error) => message,
    )
  const first = refused(pool.connect())
  await pause(1_000)
  const second = refused(pool.connect())
  expect(await first).toMatch('timeout exceeded')
  expect(await Promise.race([second, pause(500, 'still waits')])).toMatch('timeout exceeded')

  const waits = pool.connect()
  held.release()
  const next = await waits
  const last = pool.connect()
  expect(pool.options.connectionTimeoutMillis).toBeGreaterThan(1_900)
  next.release()
  const client = await last
  client.release()
  await pool.end()
})

type Ask = () => Promise<Answer>

test('a hundred simultaneous reads and writes on a pool of ten all get an answer, and the shop goes on', async () => {
  const { cookie } = await signedIn('owner')
  const { variants } = await makeProduct(await getTestRequest(), { stock: [500] })
  const carts = (await storeRoutes()).find(({ pattern }) => pattern === 'carts')
  if (!carts) throw new Error('There is no way to make a cart')
  const kinds: Ask[] = [
    () => callRest('products?limit=10&depth=2'),
    () => callGraphql('{ Products { docs { id } } }'),
    () =>
      callRest('redirects', { method: 'POST', cookie, body: { from: `/storm-${randomUUID()}`, to: '/new' } }),
    () => callStore(carts, { method: 'POST', body: {} }),
  ]
  const answers = await Promise.all(
    Array.from({ length: 25 }, () => kinds).flatMap((four) => four.map((ask) => ask())),
  )
  const refused = answers.filter(({ status }) => status >= 400)
  for (const answer of refused) expect([answer.status, answer.text]).toEqual([503, expect.any(String)])
  expect(refused.length).toBeLessThan(20)
  for (const kind of kinds) expect((await kind()).status).toBeLessThan(300)
  const req = await getTestRequest()
  const { token } = await createCart(req, { market: 'eu' })
  const cart = await addLine(req, token, { variantId: variants[0]?.id ?? '', quantity: 1 })
  expect(cart.lines).toHaveLength(1)
})

test('when every connection is taken each door says 503 and when again within its time, and afterwards all is well', async (context) => {
  const pool = await poolOf()
  const carts = (await storeRoutes()).find(({ pattern }) => pattern === 'carts')
  if (!carts) throw new Error('There is no way to make a cart')
  const asks: Ask[] = [
    () => callRest('brands'),
    () => callStore(carts, { method: 'POST', body: {} }),
    () => callGraphql('{ Brands { docs { id } } }'),
  ]
  for (const ask of asks) expect((await ask()).status).toBeLessThan(300)
  const held = await Promise.all(Array.from({ length: poolOptions().max ?? 10 }, () => pool.connect()))
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1_000
  const answers = await Promise.all(asks.map((ask) => ask()))
  const refusedAfter = seconds()
  if (env.MOLINI_PROOF === 'full') await pause(10_000 - 1_000 * refusedAfter)
  held.forEach((client) => client.release())
  const free = performance.now()
  for (const ask of asks) expect((await ask()).status).toBeLessThan(300)
  noteFigures(context, { refusedAfter, poolRecovery: (performance.now() - free) / 1_000 })
  const [rest, store, graphql] = answers
  for (const answer of [rest, store]) {
    expect(answer?.status, answer?.text).toBe(503)
    expect(Number(answer?.headers.get('Retry-After'))).toBeGreaterThan(0)
  }
  // GraphQL says it beside the field that it is about.
  expect(graphql?.text).toContain('"statusCode":503')
  // The scoreboard holds it to six; here the machine is busy with everything else.
  expect(refusedAfter).toBeLessThan(8)
})

test('two job runners at once publish what was scheduled once', async () => {
  const payload = await getTestPayload()
  const { cookie } = await signedIn('owner')
  const ids: string[] = []
  for (let at = 0; at < 3; at += 1) {
    const body = productData(await makeStyle(), { _status: 'draft' })
    const made = await callRest('products?draft=true', { method: 'POST', cookie, body })
    const id = (made.json as { doc: { id: string } }).doc.id
    ids.push(id)
    await payload.jobs.queue({
      task: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: 'products', value: id }, locale: 'all' },
      waitUntil: new Date(Date.now() - 1_000),
    } as unknown as Parameters<typeof payload.jobs.queue>[0])
  }
  const count = () =>
    rowsOf<{ id: string; versions: number }>(
      payloadRequest,
      sql`SELECT parent_id AS id, count(*)::int AS versions FROM _products_v WHERE parent_id IN ${sql.raw(`('${ids.join("','")}')`)} GROUP BY 1`,
    )
  const payloadRequest = await getTestRequest()
  const before = await count()
  await Promise.all(Array.from({ length: 4 }, async () => runDue(await getTestRequest())))
  const after = await count()
  for (const { id, versions } of after)
    expect(versions - (before.find((one) => one.id === id)?.versions ?? 0)).toBe(1)
  for (const id of ids) expect((await callRest(`products/${id}`)).status).toBe(200)
})
