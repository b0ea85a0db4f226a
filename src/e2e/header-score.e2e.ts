import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { buyer } from '../bench/buyer'
import { judge, score, type Answer } from '../bench/header-score'
import { httpClient } from '../bench/http-client'
import { alarmsOf, hiddenFiles } from '../bench/passive-rules'
import { noteFigures } from '../bench/scoreboard/note-figure'
import { stockRoom } from '../bench/stock-room'
import { anyFree } from '../start/ports.mjs'
import { startShop } from '../start/testing/shop.mjs'
import { ofShop } from '../start/testing/journey-shop'
import { openPages } from './access'

/** Never spoken to: a proxy of ours would stand there, and this test speaks in its place. */
const address = 'https://localhost:8443'

let local = ''
let shop: Awaited<ReturnType<typeof startShop>>

beforeAll(async () => {
  const PORT = String(await anyFree())
  local = `http://localhost:${PORT}`
  shop = await startShop({
    environment: { DATABASE_URL: ofShop('databaseUrl'), NEXT_PUBLIC_APP_URL: address, PORT },
  })
  const guest = buyer(httpClient(local, 1))
  const room = await stockRoom(ofShop('databaseUrl'))
  const [variant = ''] = await room.variants(1)
  await room.deliver([variant], 1)
  await room.close()
  bag = await guest.openCart()
  await guest.add(bag, variant)
})
afterAll(() => shop.stop())

/** A bag with a pair in it, without which nobody comes to the checkout. */
let bag = ''

const ask = (path: string, proto: string, cookie = '') =>
  fetch(local + path, {
    redirect: 'manual',
    headers: {
      'x-forwarded-proto': proto,
      'x-forwarded-host': 'localhost:8443',
      'sec-fetch-site': 'same-origin',
      cookie: [`molini-cart=${bag}`, cookie].filter(Boolean).join('; '),
    },
  })

/** What a browser would see of a page behind a proxy that speaks TLS. */
async function seen(path: string, cookie = ''): Promise<Answer & { status: number }> {
  const [answer, inTheClear] = [await ask(path, 'https', cookie), await ask(path, 'http', cookie)]
  const location = inTheClear.headers.get('location') ?? ''
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    cookies: answer.headers.getSetCookie(),
    html: await answer.text(),
    redirect: { status: inTheClear.status, location },
  }
}

const post = (path: string, body: object) =>
  fetch(local + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: address,
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'localhost:8443',
    },
    body: JSON.stringify(body),
  })
const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

interface Stop {
  path: string
  cookie: string
  least: number
  isPersonal: boolean
}

/** Every open page, what a shopper has for themselves, and the admin before and after its door. */
async function allStops(): Promise<Stop[]> {
  const shopper = { email: 'headers@example.org', password: 'nine quiet herons at dawn' }
  await post('/api/store/customers', { ...shopper, firstName: 'Ada' })
  const own = cookieOf(await post('/api/store/session', shopper))
  const staff = cookieOf(await post('/api/users/login', inject('owner')))
  const stop = (least: number, cookie: string, isPersonal: boolean) => (path: string) => ({
    ...{ path, cookie, least, isPersonal },
  })
  return [
    ...openPages.map(stop(100, '', false)),
    ...['/account', '/account/addresses', '/cart', '/checkout'].map(stop(100, own, true)),
    ...['/admin/login'].map(stop(90, '', false)),
    ...['/admin', '/admin/collections/orders', '/admin/operations'].map(stop(90, staff, true)),
  ]
}

test('each of forty pages has what the HTTP Observatory asks for, and nothing that a passive scanner tells of', async (context) => {
  const stops = await allStops()
  const scores: number[] = []
  const faults: string[] = []
  for (const { path, cookie, least, isPersonal } of stops) {
    const answer = await seen(path, cookie)
    const points = score(answer)
    if (least === 100) scores.push(points)
    if (answer.status >= 500 || (isPersonal && answer.status !== 200))
      faults.push(`${path}: ${answer.status}`)
    if (points < least) faults.push(`${path}: ${points}: ${JSON.stringify(judge(answer))}`)
    if (answer.redirect?.location !== address + path)
      faults.push(`${path} leads to ${answer.redirect?.location}`)
    const { html: text, ...rest } = answer
    faults.push(...alarmsOf({ ...rest, path, text, isPersonal }).map((alarm) => `${path}: ${alarm}`))
  }
  expect(stops.length).toBeGreaterThanOrEqual(40)
  noteFigures(context, { leastScore: Math.min(...scores), alarms: faults.length })
  expect(faults).toEqual([])
}, 240_000)

test.each([
  '/api/store/products',
  '/api/store/me',
  '/api/store/nothing-here',
  '/api/products?limit=1',
  '/api/health/live',
  '/robots.txt',
  '/sitemap.xml',
  '/nothing-here',
])('%s tells a passive scanner nothing', async (path) => {
  const answer = await seen(path)
  const { html: text, ...rest } = answer
  expect(alarmsOf({ ...rest, path, text, isPersonal: path.endsWith('/me') })).toEqual([])
})

test.each(hiddenFiles)('%s is given to nobody', async (path) => {
  const answer = await ask(path, 'https')
  expect([400, 403, 404]).toContain(answer.status)
})

test('nobody is led to another site, and no other site reads what is one’s own', async () => {
  for (const path of ['//evil.example/', '/account/sign-in?next=https://evil.example/', '/%5Cevil.example']) {
    const answer = await ask(path, 'https')
    const location = new URL(answer.headers.get('location') ?? '/', address)
    expect(location.host, path).toBe(new URL(address).host)
  }
  const answer = await fetch(`${local}/api/store/me`, {
    headers: {
      origin: 'https://evil.example',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'localhost:8443',
    },
  })
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
})

test('the answer to whoever came in the clear names no host but the shop, and keeps method and path', async () => {
  const answer = await fetch(`${local}/api/store/carts?x=1`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'x-forwarded-proto': 'http', 'x-forwarded-host': 'evil.example' },
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([308, `${address}/api/store/carts?x=1`])
})
