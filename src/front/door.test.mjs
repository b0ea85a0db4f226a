import { createServer, request as ask } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultAtTheDoor, refuse } from './door.mjs'

const server = createServer((request, response) => {
  const fault = faultAtTheDoor(request)
  if (fault) refuse(request, response, fault)
  else response.end('in')
})
let port
beforeAll(
  () => new Promise((done) => server.listen(0, '127.0.0.1', () => done((port = server.address().port)))),
)
afterAll(() => server.close())

const answerOf = (method, path, headers = {}) =>
  new Promise((resolve, reject) => {
    const call = ask({ port, method, path, headers }, (answer) => {
      let text = ''
      answer.on('data', (part) => (text += part))
      answer.on('end', () =>
        resolve({ status: answer.statusCode, type: answer.headers['content-type'], text }),
      )
    })
    call.once('error', reject)
    call.end()
  })

const statusOf = async (...call) => (await answerOf(...call)).status

test.each(['TRACE', 'PROPFIND', 'SEARCH'])('no address takes %s', async (method) =>
  expect(await statusOf(method, '/')).toBe(405),
)

test.each(['/%', '/%E0%A4%A', '/p/%F0%9F', '/c/%ff', '/%00', '/it/a%00b', '/search?q=%00', '*', 'x'])(
  'the address %s is refused before any page',
  async (path) => expect(await statusOf('GET', path)).toBe(400),
)

test('a form with parts goes to an API or to a screen of the admin, and to no page', async () => {
  const form = { 'Content-Type': 'multipart/form-data; boundary=x' }
  for (const path of ['/', '/cart', '/admin', '/apix', '/administer'])
    expect(await statusOf('POST', path, form), path).toBe(415)
  expect(await statusOf('POST', '/api/media', form)).toBe(200)
  expect(await statusOf('POST', '/admin/account', { ...form, 'Next-Action': 'abc' })).toBe(200)
})

test.each([
  '/',
  '/p/a-shoe?colour=%20',
  '/c/women/42.5',
  '/search?q=100%',
  '/%E2%98%83',
  '/api/products?limit=1',
])('the address %s passes the door', async (path) => expect(await statusOf('GET', path)).toBe(200))

test('an API refuses in its own form', async () => {
  const inStore = await answerOf('GET', '/api/store/products/%E0%A4%A')
  expect(inStore.type).toBe('application/problem+json')
  expect(JSON.parse(inStore.text)).toMatchObject({ status: 400, code: 'request.malformed' })
  expect(JSON.parse((await answerOf('GET', '/api/products/%00')).text).errors).toHaveLength(1)
})
