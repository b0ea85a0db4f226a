import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { makeProduct } from '#services/testing/shop-rows'
import { rowsOf } from '#services/transaction'
import { getTestRequest } from '../../start/testing/payload'
import { freshStatistics } from './fresh-statistics'

test('a small table that has changed is counted again, once', async () => {
  const req = await getTestRequest()
  await makeProduct(req, { stock: [3] })
  const counted = async () => {
    const [row] = await rowsOf<{ times: number; rows: number }>(
      req,
      sql`SELECT s.analyze_count::float8 AS times, c.reltuples::float8 AS rows
        FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid WHERE s.relname = 'variants'`,
    )
    return row
  }
  // What a session has changed is told to the others within a second.
  await expect
    .poll(
      async () => {
        await freshStatistics(req)
        return (await counted())?.times
      },
      { timeout: 10_000 },
    )
    .toBe(1)
  expect((await counted())?.rows).toBeGreaterThan(0)
  await makeProduct(req, { stock: [3] })
  await rowsOf(req, sql`SELECT pg_stat_force_next_flush()`)
  await freshStatistics(req)
  expect((await counted())?.times).toBe(1)
})
