import { expect, test } from 'vitest'
import { bodyFault } from '#ops/request-body'
import { readBeforeFiles, readText } from './body'

/** What Node.js says of a caller who has gone away amid sending. */
const gone = Object.assign(new Error('aborted'), { code: 'ECONNRESET' })

function brokenOff(): Request {
  const body = new ReadableStream({
    start: (stream) => stream.enqueue(new TextEncoder().encode('{"market":')),
    pull: (stream) => stream.error(gone),
  })
  const headers = { 'content-type': 'application/json' }
  return new Request('http://shop.example/api', {
    method: 'POST',
    headers,
    body,
    duplex: 'half',
  } as RequestInit)
}

test('a body that breaks off is a request that cannot be read, for the Store API and for Payload', async () => {
  await expect(readText(brokenOff())).rejects.toMatchObject({ code: 'request.malformed', cause: gone })
  expect(await bodyFault(brokenOff())).toEqual({ status: 400, message: 'The body cannot be read.' })
})

const file = (bytes: number) => new File([new Uint8Array(bytes)], 'pair.jpg')

async function sent(fields: readonly (readonly [string, string | File])[]): Promise<Request> {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  const { headers, body } = new Response(form)
  const bytes = await new Response(body).arrayBuffer()
  return new Request('http://shop.example/api', {
    method: 'POST',
    headers: {
      'content-type': headers.get('content-type') ?? '',
      'content-length': String(bytes.byteLength),
    },
    body: bytes,
  })
}

test.each<[string, readonly (readonly [string, string | File])[], [string, string][]]>([
  [
    'what stands before its files',
    [
      ['text', 'Größe ⅓\n--'],
      ['photos', file(200_000)],
      ['name', 'Ada'],
    ],
    [['text', 'Größe ⅓\r\n--']],
  ],
  ['nothing where a file comes first', [['photos', file(200_000)]], []],
  [
    'no part of a field that has no end',
    [
      ['name', 'Ada'],
      ['text', 'x'.repeat(200_000)],
    ],
    [['name', 'Ada']],
  ],
])('of a form that is too large is read %s', async (_, fields, words) => {
  const request = await sent(fields)
  expect(await readBeforeFiles(request, 100_000)).toEqual(words)
  expect(request.bodyUsed).toBe(true)
})

test('a form that may be read is left to who reads it', async () => {
  const request = await sent([['name', 'Ada']])
  expect(await readBeforeFiles(request, 100_000)).toEqual([])
  expect(request.bodyUsed).toBe(false)
})
