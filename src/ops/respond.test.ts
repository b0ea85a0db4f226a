import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { DomainError } from '#domain/errors'
import { respond, respondPlainly } from './respond'

const failing = (error: unknown) => () =>
  Promise.reject(error instanceof Error ? error : new Error(String(error)))
const withCode = (code: string, message = 'secret words of the database') =>
  Object.assign(new Error(message), { code })
const wrapped = (cause: Error) => new Error('Failed query: select 1', { cause })

test('a value is answered as JSON that nobody may cache', async () => {
  const response = await respond(async () => ({ fine: true }))
  expect(response.status).toBe(200)
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  expect(await response.json()).toEqual({ fine: true })
})

test('a refusal is a problem document with its details', async () => {
  const response = await respond(
    failing(new DomainError('stock.insufficient', { lines: [{ requested: 2 }] })),
  )
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(await response.json()).toMatchObject({
    status: 409,
    title: 'Conflict',
    code: 'stock.insufficient',
    lines: [{ requested: 2 }],
  })
})

test('details cannot pass themselves off as the code or the status', async () => {
  const response = await respond(
    failing(new DomainError('promotion.not-applicable', { code: 'X', status: 200 })),
  )
  expect(await response.json()).toMatchObject({ code: 'promotion.not-applicable', status: 422 })
})

test.each([
  ['22P02', 400],
  ['22021', 400],
  ['23505', 409],
  ['23514', 409],
  ['25006', 503],
  ['53100', 503],
  ['53300', 503],
  ['57P01', 503],
  ['57014', 503],
  ['55P03', 503],
  ['40001', 503],
  ['ECONNREFUSED', 503],
])('%s from below is %i and tells nothing', async (code, status) => {
  for (const error of [withCode(code), wrapped(withCode(code))]) {
    const response = await respond(failing(error))
    expect(response.status).toBe(status)
    expect(await response.text()).not.toMatch(/secret|select/)
  }
})

test('an outage says when to come back', async () => {
  const response = await respond(failing(new Error('timeout exceeded when trying to connect')))
  expect(response.status).toBe(503)
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('a socket that is not there while a server starts, and a connection that is gone, are outages', async () => {
  const missing = await new Promise<Error>((resolve) =>
    connect('/nonexistent/.s.PGSQL.5432').once('error', resolve),
  )
  expect(missing).toMatchObject({ code: 'ENOENT' })
  const atStart = new Error('Error: cannot connect to Postgres: connect ECONNREFUSED /run/.s.PGSQL.5432')
  for (const error of [missing, atStart, new Error('Client was closed and is not queryable')])
    expect((await respond(failing(new Error('Failed query', { cause: error })))).status).toBe(503)
  const noFile = Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' })
  expect((await respond(failing(noFile), () => undefined)).status).toBe(500)
})

test('a fault of ours is logged under the id that is answered, and nothing else is answered', async () => {
  const logged: string[] = []
  const response = await respond(failing(new Error('secret')), (id) => logged.push(id))
  const body = (await response.json()) as { id: string }
  expect(response.status).toBe(500)
  expect(logged).toEqual([body.id])
  expect(JSON.stringify(body)).not.toContain('secret')
})

const withCookies = () => {
  const response = Response.json(
    { words: 'größer' },
    { status: 201, headers: { 'Cache-Control': 'no-cache' } },
  )
  for (const cookie of ['a=1', 'b=2']) response.headers.append('Set-Cookie', cookie)
  return response
}

test.each([
  ['a value', async () => ({ fine: [1, 'größer'] })],
  ['an answer of its own', async () => withCookies()],
  ['a refusal', failing(new DomainError('rate.limited', { retryAfter: 7 }))],
  ['an outage', failing(withCode('57P01'))],
])('%s without a Response says what it says with one', async (_, work: () => Promise<unknown>) => {
  const [plain, response] = await Promise.all([respondPlainly(work), respond(work)])
  const cookies = response.headers.getSetCookie()
  expect(plain).toEqual({
    status: response.status,
    headers: {
      ...Object.fromEntries(response.headers),
      ...(cookies.length > 0 && { 'set-cookie': cookies }),
    },
    body: await response.text(),
  })
})

test('a fault without a Response is logged and tells its id alone', async () => {
  const logged: unknown[] = []
  const { status, body } = await respondPlainly(failing('secret'), (id) => logged.push(id))
  const [id] = logged
  expect([status, JSON.parse(body)]).toEqual([500, expect.objectContaining({ code: 'internal', id })])
  expect(body).not.toContain('secret')
})
