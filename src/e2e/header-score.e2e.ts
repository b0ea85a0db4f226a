import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { buyer } from '../bench/buyer'
import { judge, score, type Answer } from '../bench/header-score'
import { httpClient } from '../bench/http-client'
import { stockRoom } from '../bench/stock-room'
import { anyFree } from '../start/ports.mjs'
import { startShop } from '../start/testing/shop.mjs'

/** Never spoken to: a proxy of ours would stand there, and this test speaks in its place. */
const address = 'https://localhost:8443'

let local = ''
let shop: Awaited<ReturnType<typeof startShop>>

beforeAll(async () => {
  const PORT = String(await anyFree())
  local = `http://localhost:${PORT}`
  shop = await startShop({
    environment: { DATABASE_URL: inject('databaseUrl'), NEXT_PUBLIC_APP_URL: address, PORT },
  })
  const guest = buyer(httpClient(local, 1))
  const room = await stockRoom(inject('databaseUrl'))
  const [variant = ''] = await room.variants(1)
  await room.deliver([variant], 1)
  await room.close()
  bag = await guest.openCart()
  await guest.add(bag, variant)
})
afterAll(() => shop.stop())

/** A bag with a pair in it, without which nobody comes to the checkout. */
let bag = ''

const ask = (path: string, proto: string) =>
  fetch(local + path, {
    redirect: 'manual',
    headers: {
      'x-forwarded-proto': proto,
      'x-forwarded-host': 'localhost:8443',
      cookie: `molini-cart=${bag}`,
    },
  })

/** What a browser would see of a page behind a proxy that speaks TLS. */
async function seen(path: string): Promise<Answer> {
  const [answer, inTheClear] = [await ask(path, 'https'), await ask(path, 'http')]
  expect(answer.status, path).toBe(200)
  const location = inTheClear.headers.get('location') ?? ''
  return {
    headers: Object.fromEntries(answer.headers),
    cookies: answer.headers.getSetCookie(),
    html: await answer.text(),
    redirect: { status: inTheClear.status, location },
  }
}

test.each([
  ['/', 100],
  ['/c/women', 100],
  ['/p/albona-derby-cognac', 100],
  ['/cart', 100],
  ['/checkout', 100],
  ['/account/sign-in', 100],
  ['/account/register', 100],
  ['/admin/login', 90],
])('%s scores at least %i by the rules of the HTTP Observatory', async (path, least) => {
  const answer = await seen(path)
  expect(score(answer), JSON.stringify(judge(answer))).toBeGreaterThanOrEqual(least)
  expect(answer.redirect?.location).toBe(address + path)
})

test('the answer to whoever came in the clear names no host but the shop, and keeps method and path', async () => {
  const answer = await fetch(`${local}/api/store/carts?x=1`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'x-forwarded-proto': 'http', 'x-forwarded-host': 'evil.example' },
  })
  expect([answer.status, answer.headers.get('location')]).toEqual([308, `${address}/api/store/carts?x=1`])
})
