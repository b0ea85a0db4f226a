import { sql } from '@payloadcms/db-postgres'
import type { PoolClient } from 'pg'
import { expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { together } from './own-line'
import { inOpenedTransaction, inTransaction, rowsOf, sqlStateOf } from './transaction'

test('what throws inside is rolled back and comes out as it was', async () => {
  const req = await getTestRequest()
  const work = inTransaction(req, async (tx) => {
    await rowsOf(tx, sql`INSERT INTO shop_marks (name, value) VALUES ('rolled-back', '1')`)
    throw new RangeError('no')
  })
  await expect(work).rejects.toThrow(RangeError)
  expect(await rowsOf(req, sql`SELECT 1 FROM shop_marks WHERE name = 'rolled-back'`)).toEqual([])
  expect(req.transactionID).toBeUndefined()
})

test('a failed COMMIT is an error, not silence', async () => {
  const req = await getTestRequest()
  await rowsOf(
    req,
    sql`CREATE TABLE commit_test (id int PRIMARY KEY, parent int REFERENCES commit_test DEFERRABLE INITIALLY DEFERRED)`,
  )
  const work = inTransaction(req, (tx) => rowsOf(tx, sql`INSERT INTO commit_test VALUES (1, 99)`))
  const error = await work.catch((thrown: unknown) => thrown)
  expect(sqlStateOf(error)).toBe('23503')
  expect(await rowsOf(req, sql`SELECT * FROM commit_test`)).toEqual([])
})

test('a failed statement that somebody passed over is an error, and leaves nothing', async () => {
  const req = await getTestRequest()
  const work = inTransaction(req, async (tx) => {
    await rowsOf(tx, sql`INSERT INTO shop_marks (name, value) VALUES ('passed-over', '1')`)
    await rowsOf(tx, sql`SELECT 1 / 0`).catch(() => undefined)
  })
  await expect(work).rejects.toThrow('passed over')
  expect(await rowsOf(req, sql`SELECT 1 FROM shop_marks WHERE name = 'passed-over'`)).toEqual([])
})

test('what opens a transaction is sent with its beginning, and what writes once that has come about', async () => {
  const req = await getTestRequest()
  const { pool } = req.payload.db
  const happened: string[] = []
  pool.once('acquire', (line: PoolClient) => {
    const ask = line.query.bind(line) as (...asked: unknown[]) => Promise<unknown>
    line.query = ((...asked: unknown[]) => {
      const what = JSON.stringify(asked[0])
      const name = ['START', 'SELECT', 'INSERT', 'COMMIT'].find((word) => what.includes(word)) ?? what
      happened.push(`${name} sent`)
      return ask(...asked).finally(() => happened.push(`${name} answered`))
    }) as PoolClient['query']
    pool.once('release', () => (line.query = ask as PoolClient['query']))
  })
  const written = await inOpenedTransaction(
    req,
    (tx) => rowsOf<{ one: number }>(tx, sql`SELECT 1 AS one`),
    (tx, [row]) =>
      rowsOf(tx, sql`INSERT INTO shop_marks (name, value) VALUES ('opened', ${row?.one}::text::jsonb)`),
  )
  expect(written).toEqual([])
  expect(happened).toEqual([
    ...['START sent', 'SELECT sent', 'START answered', 'SELECT answered'],
    ...['INSERT sent', 'INSERT answered', 'COMMIT sent', 'COMMIT answered'],
  ])
})

test('of two that were sent together the first one that failed is told, and both are undone', async () => {
  const req = await getTestRequest()
  const work = inTransaction(req, (tx) =>
    together(
      rowsOf(tx, sql`INSERT INTO shop_marks (name, value) SELECT 'together', to_jsonb(1 / 0)`),
      rowsOf(tx, sql`SELECT 1`),
    ),
  )
  const error = await work.catch((thrown: unknown) => thrown)
  expect(sqlStateOf(error)).toBe('22012')
  expect(await rowsOf(req, sql`SELECT 1 FROM shop_marks WHERE name = 'together'`)).toEqual([])
})

test('a connection that was lost amid the work is given to nobody else', async () => {
  const req = await getTestRequest()
  const work = inTransaction(req, (tx) => rowsOf(tx, sql`SELECT pg_terminate_backend(pg_backend_pid())`))
  await expect(work).rejects.toThrow()
  const after = await Promise.all(Array.from({ length: 20 }, () => rowsOf(req, sql`SELECT 1 AS one`)))
  expect(after).toEqual(Array.from({ length: 20 }, () => [{ one: 1 }]))
})

test('an error of Payload that somebody swallowed ends the transaction all the same', async () => {
  const req = await getTestRequest()
  const payload = await getTestPayload()
  const work = inTransaction(req, async (tx) => {
    await rowsOf(tx, sql`INSERT INTO shop_marks (name, value) VALUES ('swallowed', '1')`)
    await payload
      .create({ collection: 'redirects', data: {} as never, overrideAccess: true, req })
      .catch(() => undefined)
  })
  await expect(work).rejects.toThrow()
  expect(await rowsOf(req, sql`SELECT 1 FROM shop_marks WHERE name = 'swallowed'`)).toEqual([])
})

test('an inner call joins the outer one', async () => {
  const req = await getTestRequest()
  const work = inTransaction(req, async () => {
    await inTransaction(req, (inner) =>
      rowsOf(inner, sql`INSERT INTO shop_marks (name, value) VALUES ('inner', '1')`),
    )
    throw new Error('outer')
  })
  await expect(work).rejects.toThrow('outer')
  expect(await rowsOf(req, sql`SELECT 1 FROM shop_marks WHERE name = 'inner'`)).toEqual([])
})

test('a transaction of Payload is not joined, since it hides a failed COMMIT', async () => {
  const req = await getTestRequest()
  const payload = await getTestPayload()
  const id = await payload.db.beginTransaction()
  if (id === null) throw new Error('There is no transaction')
  req.transactionID = id
  await expect(inTransaction(req, async () => 1)).rejects.toThrow('inside a transaction of Payload')
  await payload.db.rollbackTransaction(id)
})

test('a deadlock is tried again, and both get through', async () => {
  const base = await getTestRequest()
  await rowsOf(base, sql`INSERT INTO shop_marks (name, value) VALUES ('a', '0'), ('b', '0')`)
  let arrived = 0
  const bothHere = async () => {
    arrived += 1
    for (let wait = 0; arrived < 2 && wait < 100; wait += 1)
      await new Promise((resolve) => setTimeout(resolve, 10))
  }
  const bump = async (first: string, second: string) =>
    inTransaction(await getTestRequest(), async (tx) => {
      await rowsOf(tx, sql`UPDATE shop_marks SET value = to_jsonb(value::int + 1) WHERE name = ${first}`)
      await bothHere()
      await rowsOf(tx, sql`UPDATE shop_marks SET value = to_jsonb(value::int + 1) WHERE name = ${second}`)
    })
  await Promise.all([bump('a', 'b'), bump('b', 'a')])
  expect(
    await rowsOf(
      base,
      sql`SELECT name, value::int AS value FROM shop_marks WHERE name IN ('a', 'b') ORDER BY 1`,
    ),
  ).toEqual([
    { name: 'a', value: 2 },
    { name: 'b', value: 2 },
  ])
})
