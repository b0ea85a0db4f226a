import { APIError, type PayloadRequest } from 'payload'
import { expect, test } from 'vitest'
import { answerError, answerFor } from './error-answers'
import { refusalOf } from './respond'

const failed = (code: string, message = 'words of the database') =>
  new Error('Failed query: select 1', { cause: Object.assign(new Error(message), { code }) })

const asked = (type = 'application/json') =>
  ({
    method: 'POST',
    pathname: '/api/media',
    payloadAPI: 'REST',
    data: {},
    query: {},
    headers: new Headers({ 'Content-Type': type }),
  }) as unknown as PayloadRequest

const full = failed('XX000', 'could not extend file "base/1/2": wrote only 4096 of 8192 bytes at block 3')

test.each([
  ['08006', 503],
  ['22P02', 400],
  ['23505', 409],
  ['25006', 503],
  ['25P03', 503],
  ['40001', 503],
  ['53100', 503],
  ['53200', 503],
  ['53300', 503],
  ['54001', 400],
  ['55P03', 503],
  ['57014', 503],
  ['57P01', 503],
  ['ECONNREFUSED', 503],
])('%s is %i at REST, GraphQL, the admin and the Store API', (code, status) => {
  expect([answerFor(failed(code), asked())?.status, refusalOf(failed(code))?.status]).toEqual([
    status,
    status,
  ])
})

test('a disk without room, and a fault of ours, are the same at all of them', () => {
  expect([answerFor(full, asked())?.status, refusalOf(full)?.status]).toEqual([503, 503])
  const bug = failed('42703')
  expect([answerFor(bug, asked()), refusalOf(bug)]).toEqual([undefined, undefined])
})

test('what is for another time says when, over GraphQL too, and nothing of the database', async () => {
  const req = asked()
  const answer = await answerError({
    error: Object.assign(new Error('wrapped'), { originalError: full }),
    graphqlResult: { message: 'could not extend file', extensions: {} },
    context: {},
    req,
  } as unknown as Parameters<typeof answerError>[0])
  expect(answer).toMatchObject({ status: 503, graphqlResult: { extensions: { statusCode: 503 } } })
  expect(JSON.stringify(answer)).not.toMatch(/extend|base|wrote/)
  expect(req.responseHeaders?.get('Retry-After')).toBe('5')
})

test('a form that breaks off is of whoever sent it, though its code is that of a lost connection', () => {
  const gone = Object.assign(new Error('aborted'), { code: 'ECONNRESET' })
  expect(answerFor(gone, asked('multipart/form-data; boundary=x'))?.status).toBe(400)
  expect(answerFor(gone, asked())?.status).toBe(503)
  expect(answerFor(new APIError('no'), asked('multipart/form-data; boundary=x'))?.status).toBe(400)
})
