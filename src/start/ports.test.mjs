import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { localUrl } from './address.mjs'
import { anyFree, isFree, nextFree } from './ports.mjs'

async function occupy(host) {
  const server = createServer().listen(await anyFree(), host)
  await once(server, 'listening')
  onTestFinished(() => server.close())
  return server.address().port
}

test.each(['127.0.0.1', '0.0.0.0'])('a port that somebody listens on at %s is taken', async (host) =>
  expect(await isFree(await occupy(host))).toBe(false),
)

test('the next free port lies above a taken one', async () => {
  const port = await occupy('127.0.0.1')
  const next = await nextFree(port)
  expect(next).toBeGreaterThan(port)
  expect(await isFree(next)).toBe(true)
})

test.each([
  ['127.0.0.1,::1', 'http://127.0.0.1:3000'],
  ['0.0.0.0', 'http://127.0.0.1:3000'],
  ['::1', 'http://[::1]:3000'],
  ['192.168.1.5', 'http://192.168.1.5:3000'],
])('a server that listens on %s is reached at %s', (listen, url) => expect(localUrl(listen, 3000)).toBe(url))
