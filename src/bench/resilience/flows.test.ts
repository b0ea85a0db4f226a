import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { httpClient } from '../http-client'
import { endings, flows, tried, type FlowName } from './flows'

interface Said {
  status: number
  location?: string
  body?: object
}

let shop: Server
afterEach(() => void shop.close())

/** What a flow ends with at a shop that says this, by method and path. */
async function endingAt(says: Readonly<Record<string, Said>>, flow: FlowName) {
  shop = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://shop').pathname
    const { status, location, body = {} } = says[`${request.method} ${path}`] ?? { status: 404 }
    response.writeHead(status, { ...(location && { Location: location }), 'Set-Cookie': 'carried=1; Path=/' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((done) => shop.listen(0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  const ground = {
    ...{ url, client: httpClient(url, 1), variant: 'one', pictures: [], cookie: '', cronSecret: '' },
    ...{ shopper: { email: '', password: '' }, provider: url, drawing: new Uint8Array() },
  }
  return (await tried(flows(ground)[flow])).ending
}

const bag = {
  'POST /api/store/carts': { status: 201, body: { token: 'bag' } },
  'POST /api/store/carts/current/lines': { status: 200 },
  'GET /api/store/carts/current/shipping-options': { status: 200, body: { options: [{ id: 'post' }] } },
}

test.each([
  ['whose payment has begun', { status: 201, body: { payment: { clientSecret: 'a' } } }, endings.begun],
  ['whose payment has not', { status: 201, body: { payment: { status: 'pending' } } }, endings.notBegun],
  ['that is refused', { status: 503 }, 503],
])('an order by card %s ends as that', async (_, said, ending) => {
  expect(await endingAt({ ...bag, 'POST /api/store/checkout': said }, 'an order by card')).toBe(ending)
})

const there = { status: 303, location: 'https://provider.example/authorize?state=a' }
const signIn = { status: 303, location: '/account/sign-in?problem=google.refused' }
const agreed = { status: 302, location: 'http://shop.example/api/store/google/callback?code=a&state=a' }

test.each<[string, Said, Said | undefined, number | string]>([
  [
    'who comes back to the account is signed in',
    there,
    { status: 303, location: '/account' },
    endings.signedIn,
  ],
  ['who is not led there is not', signIn, undefined, endings.notSignedIn],
  ['who is led back to the sign-in page is not', there, signIn, endings.notSignedIn],
  ['who is told to come again hears it', there, { status: 503 }, 503],
])('of Google: %s', async (_, sent, back = { status: 404 }, ending) => {
  const says = {
    'GET /api/store/google': sent,
    'GET /agree': agreed,
    'GET /api/store/google/callback': back,
  }
  expect(await endingAt(says, 'signing in with Google')).toBe(ending)
})
