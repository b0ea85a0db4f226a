import { createServer, request, Server } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepDoor } from './door-keeper.mjs'

const { emit } = Server.prototype
let reached = []
const server = createServer((asked, response) => {
  reached.push(`${asked.method} ${asked.url}`)
  response.end('a page')
})
let port = 0

beforeAll(async () => {
  keepDoor()
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = server.address().port
})
afterAll(() => {
  Server.prototype.emit = emit
  server.close()
})

const ask = (method, path) =>
  new Promise((resolve, reject) => {
    reached = []
    const call = request({ port, host: '127.0.0.1', method, path, agent: false }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode))
    })
    call.once('error', reject)
    call.end()
  })

test('pages are asked for, and what takes more gets more', async () => {
  for (const method of ['GET', 'HEAD']) {
    expect(await ask(method, '/p/albona')).toBe(200)
    expect(reached).toEqual([`${method} /p/albona`])
  }
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
    for (const path of ['/api/store/carts', '/admin/login', '/api?a=/p/b'])
      expect(await ask(method, path)).toBe(200)
})

test('whoever wants something else of a page is refused, however he writes its address', async () => {
  const ways = ['/', '/p/albona', '/it?a=/api', '/apiary', '//api/a', '/api/../p/albona', '/api/%2e%2e/it']
  for (const path of [...ways, '/api/..\\it', '/api/./../it', '/admin/a/../../it', '/api/a/%2E./%2e./it'])
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])
      expect(await ask(method, path), `${method} ${path}`).toBe(405)
  expect(reached).toEqual([])
})

test('a method that no page has, and an address that nobody can read, are refused before it', async () => {
  for (const method of ['PROPFIND', 'MKCOL', 'TRACE', 'PURGE']) expect(await ask(method, '/')).toBe(405)
  for (const path of ['/p/%zz', '/p/%c3', '/p/a%00b']) expect(await ask('GET', path)).toBe(400)
  expect(reached).toEqual([])
})
