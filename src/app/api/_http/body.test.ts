import { expect, test } from 'vitest'
import { bodyFault } from '#ops/request-body'
import { readText } from './body'

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
