import { randomBytes } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { keepAwayFromTheHour } from '../start/testing/away-from-the-hour'
import { getTestRequest } from '../start/testing/payload'
import { forgetSearches, noteSearch, writeSearches } from './note-search'
import { rowsOf } from './transaction'

keepAwayFromTheHour()

const word = () => randomBytes(6).toString('hex').replace(/\d/g, 'x')

test('searches of a day are added up by term and language, and say nothing of whose they were', async () => {
  const req = await getTestRequest()
  const term = word()
  noteSearch(req, 'en', { q: `  ${term.toUpperCase()} `, found: 3 })
  noteSearch(req, 'en', { q: term, found: 3 })
  noteSearch(req, 'it', { q: term, found: 0 })
  expect(await writeSearches(req)).toBe(2)
  noteSearch(req, 'en', { q: term, found: 4 })
  await writeSearches(req)
  const rows = await rowsOf<Record<string, unknown>>(
    req,
    sql`SELECT * FROM search_terms WHERE term = ${term} ORDER BY locale`,
  )
  expect(rows).toMatchObject([
    { locale: 'en', searches: '3', found: '4' },
    { locale: 'it', searches: '1', found: '0' },
  ])
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(
    ['created_at', 'day', 'found', 'id', 'locale', 'searches', 'term', 'updated_at'].toSorted(),
  )
})

test.each(['ada@example.com', '+39 333 1234567', '4111 1111 1111 1111', 'x', 'y'.repeat(61), 'ab\uD83D'])(
  '%s is not kept',
  async (q) => {
    const req = await getTestRequest()
    noteSearch(req, 'en', { q, found: 0 })
    expect(await writeSearches(req)).toBe(0)
  },
)

test('days long gone are forgotten', async () => {
  const req = await getTestRequest()
  const term = word()
  await rowsOf(
    req,
    sql`INSERT INTO search_terms (day, locale, term, searches, found) VALUES ('2020-01-01', 'en', ${term}, 1, 0), ('2999-01-01', 'en', ${term}, 1, 0)`,
  )
  expect(await forgetSearches(req)).toBeGreaterThanOrEqual(1)
  expect(await rowsOf(req, sql`SELECT day FROM search_terms WHERE term = ${term}`)).toEqual([
    { day: '2999-01-01' },
  ])
})
