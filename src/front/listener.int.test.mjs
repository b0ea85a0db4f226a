import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { fromPayload, openListener, toPayloads } from './listener.mjs'

/** As the server of the shop: no pooler lets anybody listen. */
const connectionString = () => process.env.DATABASE_URL_UNPOOLED || process.env.DATABASE_URL
const open = []
afterEach(() => {
  for (const { listener } of open.splice(0)) listener.close()
})

async function openProcess() {
  const heard = []
  const states = []
  const listener = openListener({
    connectionString: connectionString(),
    onTags: (tags) => heard.push(...tags),
    onListening: () => states.push('listening'),
    onLost: () => states.push('lost'),
    log: () => {},
  })
  const one = { heard, states, listener }
  open.push(one)
  await expect.poll(() => states, { timeout: 10_000 }).toContain('listening')
  return one
}

async function query(text, values) {
  const client = new pg.Client({ connectionString: connectionString() })
  await client.connect()
  try {
    return await client.query(text, values)
  } finally {
    await client.end()
  }
}

const loseConnections = () =>
  query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'molini pages' AND datname = current_database()`,
  )

test('what one process says every other hears, and itself not twice', async () => {
  const [one, other, third] = [await openProcess(), await openProcess(), await openProcess()]
  await one.listener.announce(['catalogue', 'product:albona'])
  for (const process of [other, third])
    await expect.poll(() => process.heard, { timeout: 1_000 }).toEqual(['catalogue', 'product:albona'])
  expect(one.heard).toEqual([])
})

test('a person at the database is heard by all', async () => {
  const one = await openProcess()
  await query("SELECT pg_notify('molini_pages', 'catalogue')")
  await expect.poll(() => one.heard, { timeout: 1_000 }).toEqual(['catalogue'])
})

test('a lost connection is said, and so is that it is back', async () => {
  const one = await openProcess()
  await loseConnections()
  await expect.poll(() => one.states, { timeout: 5_000 }).toEqual(['listening', 'lost', 'listening'])
})

test('what was said while the connection was away is said when it is back', async () => {
  const [one, other] = [await openProcess(), await openProcess()]
  await loseConnections()
  await expect.poll(() => one.states, { timeout: 5_000 }).toContain('lost')
  await one.listener.announce(['catalogue'])
  await expect.poll(() => one.states.length, { timeout: 5_000 }).toBe(3)
  await expect.poll(() => other.states.length, { timeout: 5_000 }).toBe(3)
  await pause(200)
  // Who was away when it was said has dropped everything on coming back; who was there has heard it.
  expect(other.heard.length === 0 || other.heard[0] === 'catalogue').toBe(true)
})

test('any number of tags fits, in payloads that Postgres takes', () => {
  const tags = Array.from({ length: 2_000 }, (_, at) => `product:a-rather-long-slug-of-a-shoe-${at}`)
  const payloads = toPayloads('me', tags)
  expect(payloads.length).toBeGreaterThan(1)
  for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000)
  expect(payloads.flatMap((payload) => fromPayload(payload).tags)).toEqual(tags)
})
