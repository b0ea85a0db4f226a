import { Pool } from 'pg'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { env } from '#env'
import { getOperations } from '#queries/admin-operations'
import { rowsOf } from '#services/transaction'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { notePools } from './jobs/note-pools'
import { readWaits } from './pool'
import { guardLines } from './pool-lines'
import { measureWaits } from './pool-waits'

const payload = await getTestPayload()

test('who finds all connections taken is counted, with how long it waited; who finds one free is not', async () => {
  const pool = new Pool({ connectionString: env.DATABASE_URL, max: 2, connectionTimeoutMillis: 600 })
  guardLines(pool, { isUnlimited: false, heard: () => undefined })
  const read = measureWaits(pool)
  try {
    await pool.query('SELECT 1')
    await pool.query('SELECT 1')
    expect(read()).toMatchObject({ size: 2, asked: 2, waited: 0, inVain: 0, longest: 0, taken: 0 })
    const holders = [await pool.connect(), await pool.connect()]
    expect(read()).toMatchObject({ taken: 2, waiting: 0, waited: 0 })
    const waiter = pool.query('SELECT 1')
    expect(read()).toMatchObject({ waiting: 1, waited: 1 })
    setTimeout(() => holders[0]?.release(), 200)
    await waiter
    const { spent, longest, ...once } = read()
    expect(once).toMatchObject({ asked: 5, waited: 1, inVain: 0 })
    expect(longest).toBeGreaterThanOrEqual(150)
    expect(spent).toBe(longest)
    const again = await pool.connect()
    await expect(pool.connect()).rejects.toThrow()
    expect(read()).toMatchObject({ waited: 2, inVain: 1 })
    again.release()
    holders[1]?.release()
  } finally {
    await pool.end()
  }
})

test('the page tells both pools of this process as of now, and the others as they last said', async () => {
  const req = await getTestRequest()
  const { pool } = payload.db as unknown as { pool: Pool }
  const own = async () =>
    (await getOperations(payload)).database?.pools.filter((one) => one.process === readWaits().process)
  expect((await own())?.map((one) => one.pool).sort()).toEqual(env.isPooled ? ['shop'] : ['pages', 'shop'])
  const before = (await own())?.find((one) => one.pool === 'shop')
  const most = pool.options.max
  await Promise.all(Array.from({ length: most + 3 }, () => pool.query('SELECT pg_sleep(0.1)')))
  const after = (await own())?.find((one) => one.pool === 'shop')
  expect((after?.waited ?? 0) - (before?.waited ?? 0)).toBeGreaterThanOrEqual(3)
  expect(after?.longest).toBeGreaterThanOrEqual(50)
  await rowsOf(
    req,
    sql`INSERT INTO shop_marks (name, value, at) VALUES
      ('pool:other:7', '{"shop": {"size": 10, "asked": 90, "waited": 4, "inVain": 1, "spent": 50, "longest": 30}}', now()),
      ('pool:gone:8', '{"shop": {"size": 10, "asked": 90, "waited": 4, "inVain": 1, "spent": 50, "longest": 30}}', now() - interval '1 hour')`,
  )
  const others = (await getOperations(payload)).database?.pools.filter(({ process }) =>
    /^(other|gone):/.test(process),
  )
  expect(others).toEqual([
    { process: 'other:7', pool: 'shop', size: 10, asked: 90, waited: 4, inVain: 1, mean: 12.5, longest: 30 },
  ])
})

test('each process keeps its own every five minutes, and what is silent goes', async () => {
  const req = await getTestRequest()
  const now = performance.now() + 3_600_000
  expect(await notePools(req, now)).toBe(1)
  expect(await notePools(req, now + 299_000)).toBe(0)
  expect(await notePools(req, now + 300_000)).toBe(1)
  const kept = await rowsOf<{ name: string; asked: number }>(
    req,
    sql`SELECT name, (value->'shop'->>'asked')::float8 AS asked FROM shop_marks WHERE name LIKE 'pool:%' ORDER BY name`,
  )
  expect(kept.map(({ name }) => name)).not.toContain('pool:gone:8')
  expect(kept.find(({ name }) => name === `pool:${readWaits().process}`)?.asked).toBeGreaterThan(10)
})
