import { sql } from '@payloadcms/db-postgres'
import { beforeEach, expect, test } from 'vitest'
import { rowsOf } from '#services/transaction'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { forgetFaults, keepFaults } from './faults'
import { noteFault } from './note-fault'

const payload = await getTestPayload()
const read = async () =>
  rowsOf<{ place: string; words: string; times: number }>(
    await getTestRequest(),
    sql`SELECT place, words, times FROM faults ORDER BY place, words`,
  )

beforeEach(async () => {
  keepFaults(payload)
  await rowsOf(await getTestRequest(), sql`DELETE FROM faults`)
})

test('a fault is written once for its kind, with how often, and without what was typed', async () => {
  for (const number of [4, 17, 4])
    noteFault('Job: a', new Error(`line ${number} of anna@example.com is wrong`))
  noteFault('Job: b', new Error('gone'))
  await expect.poll(read, { timeout: 5_000 }).toEqual([
    { place: 'Job: a', words: 'line 4 of [address] is wrong', times: 3 },
    { place: 'Job: b', words: 'gone', times: 1 },
  ])
  noteFault('Job: b', new Error('gone'))
  await expect.poll(async () => (await read())[1]?.times, { timeout: 5_000 }).toBe(2)
})

test('while the database is away faults wait, and are then all counted', async () => {
  const { drizzle } = payload.db as unknown as { drizzle: { execute: (query: unknown) => Promise<unknown> } }
  let isAway = true
  const away = {
    db: {
      drizzle: {
        execute: (query: unknown) =>
          isAway ? Promise.reject(new Error('ECONNREFUSED')) : drizzle.execute(query),
      },
    },
  }
  keepFaults(away as never)
  try {
    noteFault('Pages', new Error('the database is away'))
    await new Promise((resolve) => setTimeout(resolve, 1_300))
    noteFault('Pages', new Error('the database is away'))
    expect(await read()).toEqual([])
    isAway = false
    await expect
      .poll(read, { timeout: 8_000 })
      .toEqual([{ place: 'Pages', words: 'the database is away', times: 2 }])
  } finally {
    keepFaults(payload)
  }
})

test('faults of more than 30 days ago are forgotten', async () => {
  const req = await getTestRequest()
  await rowsOf(
    req,
    sql`INSERT INTO faults (mark, place, words, times, last_at) VALUES ('old', 'a', 'old', 1, now() - interval '31 days'),
      ('new', 'a', 'new', 1, now() - interval '29 days')`,
  )
  expect(await forgetFaults(req)).toBe(1)
  expect((await read()).map(({ words }) => words)).toEqual(['new'])
})
