import { Pool } from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { straightUrl } from '../start/testing/database'
import { PooledClient } from './pooled-client'

/** As behind a pooler: whoever asks next is another client on the same server connection. */
const pool = new Pool({ connectionString: straightUrl(), max: 1, Client: PooledClient })
afterAll(() => pool.end())

const padded = (text: string) => `${text} /* ${'-'.repeat(1_000)} */`
const preparedCount = async () => {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_prepared_statements WHERE name LIKE 'molini_%'`,
  )
  return rows[0]?.count
}

beforeEach(() => pool.query('DEALLOCATE ALL'))

test('a long statement is made once, whatever its values, and asked for under its text', async () => {
  const query = {
    name: 'x',
    text: padded('SELECT $1::text AS word, $2::int AS number, $3::boolean AS flag, $4::uuid AS none'),
  }
  for (const word of [`it's`, 'back\\slash', '$1', '"; DROP TABLE x; --', '$molini_do$', 'größer 👞'])
    expect((await pool.query(query, [word, 7, true, null])).rows).toEqual([
      { word, number: 7, flag: true, none: null },
    ])
  expect(await preparedCount()).toBe(1)
  expect((await pool.query({ ...query, text: padded('SELECT 1 AS one') })).rows).toEqual([{ one: 1 }])
  expect(await preparedCount()).toBe(2)
})

test('in a transaction that is taken back it is asked for as before', async () => {
  const query = { name: 'x', text: padded('SELECT $1::int AS number') }
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query(query, [1])
  await client.query('ROLLBACK')
  expect((await client.query(query, [2])).rows).toEqual([{ number: 2 }])
  client.release()
})

test('short ones, and those with values of other kinds, have no name', async () => {
  expect((await pool.query({ name: 'x', text: 'SELECT $1::int AS one' }, [1])).rows).toEqual([{ one: 1 }])
  const days = [new Date(0), new Date(1)]
  const several = { name: 'x', text: padded('SELECT cardinality($1::timestamptz[]) AS days') }
  expect((await pool.query(several, [days])).rows).toEqual([{ days: 2 }])
  expect(await preparedCount()).toBe(0)
})

test('what the server refuses is refused with its code', async () => {
  const query = { name: 'x', text: padded('SELECT $1::int AS number') }
  await expect(pool.query(query, ['seven'])).rejects.toMatchObject({ code: '22P02' })
  await expect(
    pool.query({ name: 'x', text: padded('SELECT missing FROM nowhere') }, []),
  ).rejects.toMatchObject({
    code: '42P01',
  })
  expect((await pool.query(query, [7])).rows).toEqual([{ number: 7 }])
})

test('a plan that a change of the columns has spoiled is made anew', async () => {
  await pool.query('CREATE TABLE changing (value int)')
  await pool.query('INSERT INTO changing VALUES (7)')
  const query = { name: 'x', text: padded('SELECT value FROM changing') }
  await pool.query(query, [])
  await pool.query('ALTER TABLE changing ALTER value TYPE text')
  await expect(pool.query(query, [])).rejects.toMatchObject({ code: '0A000' })
  expect((await pool.query(query, [])).rows).toEqual([{ value: '7' }])
})
