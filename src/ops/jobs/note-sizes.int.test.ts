import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { rowsOf } from '#services/transaction'
import { keepAwayFromTheHour } from '../../start/testing/away-from-the-hour'
import { getTestRequest } from '../../start/testing/payload'
import { noteSizes } from './note-sizes'
import { runDue } from './run-due'

keepAwayFromTheHour()

interface Sample {
  day: string
  bytes: number
  tables: Record<string, number>
}

const run = async (statement: ReturnType<typeof sql>) => rowsOf<Sample>(await getTestRequest(), statement)
const samples = () =>
  run(sql`SELECT day::text, bytes::float8 AS bytes, tables FROM database_sizes ORDER BY day`)

test('the jobs keep the size of the database and its twenty largest tables, once a day', async () => {
  await run(sql`ANALYZE`)
  await run(sql`DELETE FROM database_sizes`)
  expect(await runDue(await getTestRequest())).toMatchObject({ 'note-sizes': 1 })
  const [sample, ...more] = await samples()
  expect(more).toEqual([])
  expect(sample?.day).toBe(new Date().toISOString().slice(0, 10))
  expect(sample?.bytes).toBeGreaterThan(5_000_000)
  expect(Object.keys(sample?.tables ?? {})).toHaveLength(20)
  expect(Math.max(...Object.values(sample?.tables ?? {}))).toBeGreaterThan(8_192)
  expect(await noteSizes(await getTestRequest())).toBe(0)
})

test('several processes keep one, and what is older than 400 days goes', async () => {
  await run(sql`DELETE FROM database_sizes`)
  await run(sql`INSERT INTO database_sizes (day, bytes, tables)
    SELECT (now() AT TIME ZONE 'UTC')::date - ago, 1, '{}' FROM unnest(ARRAY[1, 400, 401, 500]) AS ago`)
  const req = await Promise.all(Array.from({ length: 4 }, () => getTestRequest()))
  const kept = await Promise.all(req.map((one) => noteSizes(one)))
  expect(kept.reduce((sum, one) => sum + one, 0)).toBe(1)
  const ages = (await samples()).map(({ day }) =>
    Math.round((Date.parse(new Date().toISOString().slice(0, 10)) - Date.parse(day)) / 86_400_000),
  )
  expect(ages).toEqual([400, 1, 0])
})
