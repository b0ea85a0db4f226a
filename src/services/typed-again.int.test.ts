import { sql } from '@payloadcms/db-postgres'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { PayloadRequest } from 'payload'
import { runDue } from '#ops/jobs/run-due'
import { getTestRequest } from '../start/testing/payload'
import { messageLengths } from './contact'
import { rowsOf } from './transaction'
import { openTyped, sealTyped, sweepTyped } from './typed-again'
import { sealCarried, type TypedWords } from './typed-words'

let req: PayloadRequest
beforeAll(async () => {
  req = await getTestRequest()
})
beforeEach(() => rowsOf(req, sql`DELETE FROM typed_words`))

/** Text that no packing makes smaller, in characters of three bytes: the largest that a field can be sent with. */
const dense = (length: number): string =>
  Array.from({ length }, () => String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 20_000))).join('')

const letter = (): TypedWords =>
  Object.fromEntries(Object.entries(messageLengths).map(([name, length]) => [name, dense(length)]))

const sealLetter = (words: TypedWords, mayKeep = true) =>
  sealTyped(req, { form: 'contact', words, mayKeep: async () => mayKeep })

const rows = () => rowsOf<{ hash: string; sealed: string }>(req, sql`SELECT hash, sealed FROM typed_words`)

test('the largest letter comes back whole, and its cookie is small', async () => {
  const words = letter()
  const cookie = await sealLetter(words)
  expect(cookie.length).toBeLessThan(400)
  expect(await openTyped(req, cookie, 'contact')).toEqual(words)
})

test('what fits into the cookie is kept nowhere else', async () => {
  const words = { name: 'Ada', text: 'Grüße' }
  expect(await openTyped(req, await sealLetter(words), 'contact')).toEqual(words)
  expect(await rows()).toEqual([])
})

test('the shop cannot read what it keeps, and another form or another key opens none of it', async () => {
  const words = { ...letter(), name: 'Ada Rossi' }
  const cookie = await sealLetter(words)
  const [row] = await rows()
  const bytes = Buffer.from(row?.sealed ?? '', 'base64url')
  expect(bytes.length).toBeGreaterThan(5_000)
  for (const kept of [JSON.stringify(row), bytes.toString('latin1')]) expect(kept).not.toContain('Ada Rossi')
  expect(cookie).not.toContain(row?.hash)
  expect(await openTyped(req, cookie, 'review')).toBeUndefined()
  const guessed = sealCarried('contact', { key: row?.hash ?? '' })
  expect(await openTyped(req, guessed, 'contact')).toBeUndefined()
})

test('each opens their own', async () => {
  const [one, other] = [letter(), letter()]
  const cookies = [await sealLetter(one), await sealLetter(other)]
  const opened = await Promise.all(cookies.map((cookie) => openTyped(req, cookie, 'contact')))
  expect(opened).toEqual([one, other])
})

test('it is gone after five minutes, and a job lets go of it', async () => {
  const cookie = await sealLetter(letter())
  const left = await rowsOf<{ seconds: number }>(
    req,
    sql`SELECT extract(epoch FROM expires_at - now())::int AS seconds FROM typed_words`,
  )
  expect(left[0]?.seconds).toBeGreaterThan(290)
  expect(left[0]?.seconds).toBeLessThanOrEqual(300)
  expect(await sweepTyped(req)).toBe(0)
  await rowsOf(req, sql`UPDATE typed_words SET expires_at = now() - interval '1 second'`)
  expect(await openTyped(req, cookie, 'contact')).toBeUndefined()
  await rowsOf(req, sql`DELETE FROM shop_marks WHERE name = 'turn:forget-typed-words'`)
  expect((await runDue(req))['forget-typed-words']).toBe(1)
  expect(await rows()).toEqual([])
})

test('where there are a thousand, or the caller may keep none, the longest is left out as before', async () => {
  const words = { ...letter(), name: 'Ada', email: 'ada@example.org', number: '' }
  const rest = { name: 'Ada', email: 'ada@example.org', number: '' }
  expect(await openTyped(req, await sealLetter(words, false), 'contact')).toEqual(rest)
  await rowsOf(req, sql`INSERT INTO typed_words SELECT i::text, '', now() FROM generate_series(1, 999) AS i`)
  expect(await openTyped(req, await sealLetter(words), 'contact')).toEqual(words)
  expect(await openTyped(req, await sealLetter(words), 'contact')).toEqual(rest)
  expect(await rows()).toHaveLength(1_000)
})

test('what is larger than any form of ours is not kept', async () => {
  const words = { name: 'Ada', text: dense(20_000) }
  expect(await openTyped(req, await sealLetter(words), 'contact')).toEqual({ name: 'Ada' })
  expect(await rows()).toEqual([])
})
