import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { ClientBase } from 'pg'
import { beforeEach, expect, test, vi } from 'vitest'
import { env } from '#env'
import { rememberShelf } from '#ops/backup/memory'
import { rememberJobs } from '#ops/jobs/remember-jobs'
import { runDue } from '#ops/jobs/run-due'
import { rowsOf } from '#services/transaction'
import { showStatements } from '../start/postgres/statements.mjs'
import { straightUrl, withClient } from '../start/testing/database'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { getOperations, mailSql } from './admin-operations'

const payload = await getTestPayload()
const run = async (statement: ReturnType<typeof sql>) => rowsOf(await getTestRequest(), statement)

beforeEach(async () => {
  await run(sql`DELETE FROM shop_marks WHERE name IN ('jobs', 'shelf')`)
  await run(sql`DELETE FROM emails`)
  await run(sql`DELETE FROM payment_events`)
})

test('every job that runs is told of, with when and how long', async () => {
  expect((await getOperations(payload)).ranAt).toBeUndefined()
  const report = await runDue(await getTestRequest())
  const { jobs, ranAt } = await getOperations(payload)
  expect(jobs?.map(({ name }) => name).sort()).toEqual(Object.keys(report).sort())
  expect(jobs?.filter(({ fault }) => fault)).toEqual([])
  expect(Date.now() - Date.parse(ranAt ?? '')).toBeLessThan(60_000)
})

test('one part that cannot be read keeps no other from being shown', async () => {
  const said = vi.spyOn(payload.logger, 'error').mockImplementation(() => undefined)
  await run(sql`ALTER TABLE faults RENAME TO faults_away`)
  try {
    const shop = await getOperations(payload)
    expect(shop.unread).toEqual(['faults'])
    expect(shop.faults).toBeUndefined()
    expect(shop.mail).toMatchObject({ queued: 0, dead: 0 })
    expect(shop.database?.version).toMatch(/^\d/)
  } finally {
    await run(sql`ALTER TABLE faults_away RENAME TO faults`)
    said.mockRestore()
  }
  expect((await getOperations(payload)).unread).toEqual([])
})

test('how jobs ended is written seldom, but at once when one begins to fail and when it is well again', async () => {
  const req = await getTestRequest()
  const well = { a: { at: '2026-01-01T00:00:00Z', milliseconds: 1, done: 1 } }
  const failed = { a: { at: '2026-01-01T00:00:02Z', milliseconds: 1, fault: 'refused' } }
  const seen = async () => (await getOperations(payload)).jobs?.[0]
  await rememberJobs(req, well)
  await rememberJobs(req, { a: { ...well.a, done: 2 } })
  expect((await seen())?.done).toBe(1)
  await rememberJobs(req, failed)
  expect(await seen()).toMatchObject({ name: 'a', fault: 'refused' })
  await rememberJobs(req, { a: { ...well.a, done: 3 } })
  expect(await seen()).toEqual({ name: 'a', ...well.a, done: 3 })
})

test('mail that is due, given up and sent is counted; mail for later waits for nobody', async () => {
  const put = (status: string, { next, sent }: { next?: string; sent?: string } = {}) =>
    run(sql`INSERT INTO emails (recipient, template, locale, status, entity, data, next_attempt_at, sent_at)
      VALUES ('a@example.com', 'welcome', 'en', ${status}, ${randomUUID()}, '{}', now() + ${next ?? null}::interval, now() - ${sent ?? null}::interval)`)
  await put('queued', { next: '1 hour' })
  expect((await getOperations(payload)).mail).toEqual({ queued: 1, dead: 0, sentToday: 0 })
  await put('queued', { next: '-20 minutes' })
  await put('dead')
  await put('sent', { sent: '1 hour' })
  await put('sent', { sent: '2 days' })
  const { mail } = await getOperations(payload)
  expect(mail).toMatchObject({ queued: 2, dead: 1, sentToday: 1 })
  expect(Math.round((Date.now() - Date.parse(mail?.waitingSince ?? '')) / 60_000)).toBe(20)
})

test('notices of providers are counted by provider, with the last refusal', async () => {
  await run(sql`INSERT INTO payment_events (provider, event_id, type, payload, received_at, handled_at, error) VALUES
    ('stripe', 'a', 'x', '{}', now() - interval '2 days', now(), 'amount differs'),
    ('stripe', 'b', 'x', '{}', now(), NULL, NULL), ('manual', 'c', 'x', '{}', now() - interval '60 days', now(), NULL)`)
  expect((await getOperations(payload)).events).toMatchObject([
    { provider: 'stripe', received: 1, open: 1, error: 'amount differs' },
  ])
})

test('backups are those that were kept when one was last made; the database says its size and largest tables', async () => {
  const at = new Date('2026-11-26T02:30:00Z')
  await withClient(env.DATABASE_URL, (client) =>
    rememberShelf(client, [{ id: 'x', at, isProved: true, isUndo: false }]),
  )
  const { backups, database, server } = await getOperations(payload)
  expect(backups?.kept).toEqual([{ id: 'x', at: at.toISOString(), isProved: true, isUndo: false }])
  expect(database?.bytes).toBeGreaterThan(1_000_000)
  expect(database?.connections).toBeGreaterThan(0)
  expect(database?.version).toMatch(/^17\.\d+$/)
  expect(database?.tables).toHaveLength(8)
  expect(server.memory).toBeGreaterThan(1_000_000)
})

test('statements are listed by what they cost, whole but for their blanks', async () => {
  expect((await getOperations(payload)).database?.statements).toBeUndefined()
  await withClient(env.DATABASE_URL, async (client) => {
    await showStatements(client)
    try {
      await client.query(`select sum(n) as "this is sought"\n\n  from generate_series(1, 300000) as n`)
      const noted = (calls: number) => ({
        query: 'select sum(n) as "this is sought" from generate_series($1, $2) as n',
        calls,
        total: expect.any(Number),
        mean: expect.any(Number),
      })
      const statements = async () => (await getOperations(payload)).database?.statements
      const once = await statements()
      expect(once?.byTotal).toContainEqual(noted(1))
      expect(once?.byMean).not.toContainEqual(noted(1))
      for (let times = 0; times < 2; times += 1)
        await client.query(`select sum(n) as "this is sought" from generate_series(1, 300000) as n`)
      expect((await statements())?.byMean).toContainEqual(noted(3))
    } finally {
      await client.query('drop schema statements cascade')
    }
  })
})

test('a session that waits for another is seen, and the page does not wait for it', async () => {
  const blocked = async () => (await getOperations(payload)).database?.blocked
  await withClient(env.DATABASE_URL, async (holder) => {
    await holder.query('BEGIN; LOCK TABLE redirects IN ACCESS EXCLUSIVE MODE')
    await withClient(env.DATABASE_URL, async (waiter) => {
      const waiting = waiter.query('SELECT 1 FROM redirects LIMIT 1')
      await expect.poll(blocked, { timeout: 10_000 }).toBe(1)
      expect((await getOperations(payload)).database?.locks).toMatchObject([
        {
          ...{ query: 'SELECT 1 FROM redirects LIMIT 1', relation: 'redirects' },
          ...{
            byState: 'idle in transaction',
            byQuery: 'BEGIN; LOCK TABLE redirects IN ACCESS EXCLUSIVE MODE',
          },
        },
      ])
      await holder.query('ROLLBACK')
      await waiting
    })
  })
  expect(await blocked()).toBe(0)
})

test('how the mail stands is read without what left long ago', async () => {
  await run(sql`INSERT INTO emails (template, entity, recipient, locale, status, sent_at, created_at)
    SELECT 'order-placed', 'M-' || i, 'ada@example.org', 'en', 'sent', at, at
    FROM generate_series(1, 20000) i CROSS JOIN LATERAL (SELECT now() - i * interval '1 hour' AS at) hours`)
  await run(sql`ANALYZE emails`)
  const plan = JSON.stringify(await run(sql`EXPLAIN ${mailSql}`))
  expect(plan).toContain('emails_sent')
  expect(plan).not.toContain('Seq Scan')
  expect((await getOperations(payload)).mail).toMatchObject({ queued: 0, dead: 0, sentToday: 23 })
})

test('growth is told of the database and its tables, from what was kept once a day', async () => {
  const keep = (days: number) =>
    run(sql`INSERT INTO database_sizes (day, bytes, tables)
      SELECT current_date - ago, 5000000000 - ago * 1000000, jsonb_build_object('redirects', 1000 - ago)
      FROM generate_series(0, ${days}::integer) AS ago ON CONFLICT (day) DO UPDATE SET bytes = excluded.bytes, tables = excluded.tables`)
  await run(sql`DELETE FROM database_sizes`)
  await keep(6)
  expect((await getOperations(payload)).database?.perDay).toBeUndefined()
  await keep(40)
  const { database } = await getOperations(payload)
  expect(database?.perDay).toBeCloseTo(1_000_000)
  expect(database?.sizes).toHaveLength(41)
  expect(database?.sizes.at(-1)?.bytes).toBe(5_000_000_000)
  await run(sql`DELETE FROM database_sizes`)
})

test('a database with a limit says what is left of it and that it is short', async () => {
  const before = env.DATABASE_SIZE_LIMIT
  expect((await getOperations(payload)).database?.storage).toBeUndefined()
  const { bytes = 0 } = (await getOperations(payload)).database ?? {}
  try {
    env.DATABASE_SIZE_LIMIT = bytes * 10
    expect((await getOperations(payload)).database?.storage).toMatchObject({
      bounds: 'limit',
      isShort: false,
    })
    env.DATABASE_SIZE_LIMIT = Math.round(bytes * 1.1)
    expect((await getOperations(payload)).database?.storage).toMatchObject({ bounds: 'limit', isShort: true })
  } finally {
    env.DATABASE_SIZE_LIMIT = before
  }
})

test('an index without a reader, a key without an index, dead rows and slack are named, until they are mended', async () => {
  await withClient(straightUrl(), async (client) => {
    await client.query(`
      CREATE TABLE shelves (id integer PRIMARY KEY);
      INSERT INTO shelves SELECT generate_series(1, 100);
      CREATE TABLE boxes (id integer PRIMARY KEY, shelf integer REFERENCES shelves, old_shelf integer REFERENCES shelves,
        label text, words text) WITH (autovacuum_enabled = off);
      INSERT INTO boxes SELECT n, n % 100 + 1, NULL, 'box ' || n, repeat('x', 60) FROM generate_series(1, 60000) n;
      CREATE INDEX boxes_of_label ON boxes (label, words);
      CREATE INDEX boxes_of_old_shelf ON boxes (old_shelf) WHERE old_shelf IS NOT NULL;
      DELETE FROM boxes WHERE id % 2 = 0`)
    const seen = async () => {
      // What this connection has counted comes before what a look at the table finds, else it is added to it.
      await client.query('SELECT pg_stat_force_next_flush()')
      await client.query('ANALYZE boxes')
      await client.query('SELECT pg_stat_force_next_flush()')
      const { database } = await getOperations(payload)
      return {
        bareKeys: database?.bareKeys.filter(({ table }) => table === 'boxes'),
        unused: database?.unused.filter(({ table }) => table === 'boxes').map(({ index }) => index),
        looseTables: database?.looseTables.filter(({ table }) => table === 'boxes'),
        looseIndexes: database?.looseIndexes
          .filter(({ table }) => table === 'boxes')
          .map(({ index }) => index),
      }
    }
    try {
      const faults = await seen()
      expect(faults).toMatchObject({
        bareKeys: [{ columns: 'shelf', of: 'shelves', rows: 30_000 }],
        unused: ['boxes_of_label'],
        looseTables: [{ live: 30_000, dead: 30_000, deadShare: 0.5, vacuumedAt: null }],
      })
      expect(faults.looseIndexes).toContain('boxes_of_label')
      const [loose] = faults.looseTables ?? []
      // Half of the rows are gone, so about half of the file is slack.
      expect((loose?.slack ?? 0) / (loose?.bytes ?? 1)).toBeGreaterThan(0.4)
      expect((loose?.slack ?? 0) / (loose?.bytes ?? 1)).toBeLessThan(0.6)
      await untilNobodySeesWhatWas(client)
      await client.query('VACUUM FULL boxes')
      await client.query('CREATE INDEX boxes_of_shelf ON boxes (shelf)')
      await client.query('SET enable_seqscan = off')
      await client.query(`SELECT id FROM boxes WHERE label = 'box 1' AND words = 'x'`)
      await client.query('RESET enable_seqscan')
      const mended = await seen()
      expect(mended).toEqual({ bareKeys: [], unused: [], looseTables: [], looseIndexes: [] })
    } finally {
      await client.query('DROP TABLE boxes, shelves')
    }
  })
})

/** Rows that are gone stay in a table for as long as somebody, of another database too, began before they went. */
async function untilNobodySeesWhatWas(client: ClientBase) {
  const { rows } = await client.query<{ now: string }>('SELECT pg_current_xact_id() AS now')
  const sees = async () => {
    const seen = await client.query(
      `SELECT 1 WHERE pg_snapshot_xmin(pg_current_snapshot()) <= $1::xid8 OR EXISTS (
        SELECT FROM pg_stat_activity WHERE age(backend_xmin) >= age($1::xid8::xid) AND pid <> pg_backend_pid())`,
      [rows[0]?.now],
    )
    return seen.rowCount
  }
  await expect.poll(sees, { timeout: 20_000, interval: 50 }).toBe(0)
}
