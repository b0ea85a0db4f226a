import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { beforeEach, expect, test, vi } from 'vitest'
import { env } from '#env'
import { rememberShelf } from '#ops/backup/memory'
import { rememberJobs } from '#ops/jobs/remember-jobs'
import { runDue } from '#ops/jobs/run-due'
import { rowsOf } from '#services/transaction'
import { showStatements } from '../start/postgres/statements.mjs'
import { withClient } from '../start/testing/database'
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
      expect((await getOperations(payload)).database?.statements).toContainEqual({
        query: 'select sum(n) as "this is sought" from generate_series($1, $2) as n',
        calls: 1,
        total: expect.any(Number),
        mean: expect.any(Number),
      })
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
