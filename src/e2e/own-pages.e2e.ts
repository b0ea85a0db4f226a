import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, inject, onTestFinished, test } from 'vitest'
import { stockRoom } from '../bench/stock-room'
import { newVisitor } from '../start/testing/browser'
import { complaintsOf, faultsOf, openPages, overflowOf, violationsOf } from './access'
import { password } from './member'
import { findSizes, orderByApi } from './shopper'
import { staffRest } from './staff'

/** Milliseconds for a walk on a busy machine. */
const manyPages = 240_000
const refused = 'problem=validation.failed&fields'

/** The pages of somebody who is signed in, with something on each of them. */
const pagesOfShopper = ({ number, share }: { number: string; share: string }) => [
  '/account',
  '/account/addresses',
  `/account/addresses?${refused}=line1,city`,
  '/account/alerts',
  '/account/sizes',
  '/account/security',
  `/account/security?${refused}=email`,
  '/account/second-factor',
  '/account/second-factor?problem=second-factor.wrong',
  '/account/privacy',
  '/account/privacy?done=asked',
  '/wishlist',
  share,
  '/cart',
  '/checkout',
  `/orders/${number}`,
  `/orders/${number}/return`,
  `/orders/${number}/review`,
  '/withdraw',
]

/** Those of a guest who has ordered, and where mails and refused forms lead. */
const pagesOfGuest = ({ number, unpaid }: { number: string; unpaid: string }) => [
  `/orders/${number}`,
  `/orders/${number}/return?problem=validation.failed`,
  `/orders/${unpaid}/pay`,
  `/withdraw?order=${number}`,
  `/withdraw?order=${number}&step=confirm`,
  '/find-order?problem=order.not-found',
  '/account/register?problem=validation.failed&fields=email,password',
  '/account/sign-in?problem=session.bad-credentials',
  '/account/sign-in-link?done=sent',
  '/account/second-step?problem=second-factor.wrong',
  '/account/forgot?done=sent',
  `/account/reset?token=none&${refused}=password`,
  '/account/link?token=none',
  '/account/confirm-email?token=none',
  '/account/erase?token=none',
  '/account/measuring?customer=none&token=none',
  `/contact?${refused}=name,text`,
  `/newsletter?${refused}=email`,
  '/newsletter?subscriber=none&token=none',
  '/stock-alert?alert=none&token=none',
  '/stock-alert/held?alert=none&token=none',
  '/draw?entry=none&token=none',
]

/** Faults by axe in light on a wide screen and in dark on a narrow one, what is too wide there and at 200 %, errors, and what the policy kept out. */
async function walk(page: Page, paths: readonly string[]): Promise<string[]> {
  const found = [complaintsOf(page), await violationsOf(page)]
  const faults: string[] = []
  const at = async (width: number, colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 800 })
  }
  for (const path of paths) {
    await at(1280, 'light')
    const answer = await page.goto(path)
    const { pathname } = new URL(page.url())
    if (answer?.status() !== 200 || pathname !== path.split('?')[0])
      faults.push(`${path} led to ${answer?.status()} ${pathname}`)
    faults.push(...(await faultsOf(page)))
    for (const width of [640, 320]) {
      await at(width, 'dark')
      const pixels = await overflowOf(page)
      if (pixels > 0) faults.push(`${path} is ${pixels} wider than ${width}`)
    }
    faults.push(...(await faultsOf(page)))
  }
  return [...faults, ...found.flat()]
}

/** Sends to the Store API as the page would. */
async function send<T>(page: Page, [method, path]: [string, string], data?: object): Promise<T> {
  const headers = { origin: inject('shopUrl') }
  const answer = await page.request.fetch(`/api/store${path}`, { method, data, headers })
  const text = await answer.text()
  if (!answer.ok()) throw new Error(`${method} ${path} was answered ${answer.status()}: ${text}`)
  return JSON.parse(text) as T
}

async function openRoom() {
  const room = await stockRoom(inject('databaseUrl'))
  onTestFinished(() => room.close())
  return room
}

/** An account that has used everything: orders, returns, addresses, sizes, children, alerts, a list and a bag. */
async function settle(page: Page): Promise<{ number: string; share: string }> {
  const room = await openRoom()
  const [size] = await findSizes(1, 6)
  if (!size) throw new Error('nothing to buy')
  const email = `${randomUUID()}@example.org`
  await send(page, ['POST', '/customers'], { email, password, firstName: 'Ada' })
  await send(page, ['POST', '/session'], { email, password })
  const order = await orderByApi(size.variant.id, 2, { email })
  await room.one(
    `WITH c AS (UPDATE customers SET verified_at = now() WHERE email = $1 RETURNING id)
     UPDATE orders SET customer_id = c.id FROM c WHERE orders.id = $2`,
    [email, order.id],
  )
  const rest = await staffRest()
  for (const step of ['capture', 'ship', 'deliver']) await rest(`/orders/${order.id}/${step}`)
  await send(page, ['POST', `/orders/${order.number}/returns`], {
    lines: [{ lineId: order.lines[0]?.id, quantity: 1, reason: 'too-small' }],
  })
  const address = { firstName: 'Ada', lastName: 'Rossi', line1: 'Via Po 12', postalCode: '10123' }
  await send(page, ['POST', '/me/addresses'], { ...address, city: 'Torino', country: 'IT' })
  await send(page, ['PUT', '/me/sizes/women'], { size: '39', system: 'eu' })
  await send(page, ['POST', '/me/children'], { name: 'Ugo', footMm: 180, measuredOn: '2025-01-10' })
  await send(page, ['POST', '/me/second-factor'], { password })
  await room.one(
    `INSERT INTO stock_alerts (variant_id, email, market, status)
     SELECT v.id, $1, 'eu', 'waiting' FROM variants v JOIN products p ON p.id = v.product_id
     WHERE p._status = 'published' AND v.deleted_at IS NULL
       AND NOT EXISTS (SELECT FROM stock_levels l WHERE l.variant_id = v.id AND l.on_hand > 0) ORDER BY v.sku LIMIT 1`,
    [email],
  )
  await send(page, ['PUT', `/wishlist/items/${size.slug}`])
  const { wishlist } = await send<{ wishlist: { shareUrl: string } }>(page, ['PUT', '/wishlist/share'])
  await send(page, ['POST', '/carts'], { market: 'eu' })
  await send(page, ['POST', '/carts/current/lines'], { variantId: size.variant.id, quantity: 1 })
  await send(page, ['POST', '/carts/current/gift-cards'], { code: await room.giftCard(500) })
  return { number: order.number, share: new URL(wishlist.shareUrl).pathname }
}

test('every page for one person is walked, here or among those that are open to all', () => {
  const folder = join(import.meta.dirname, '../app/(buy)/[market]')
  const routes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.tsx'))
    .map((file) => dirname(file))
  const walked = [
    ...openPages,
    ...pagesOfShopper({ number: 'M-1', share: '/wishlist/key' }),
    ...pagesOfGuest({ number: 'M-1', unpaid: 'M-2' }),
  ].map((path) => path.split('?')[0] ?? '')
  const missing = routes.filter((route) => {
    const pattern = new RegExp(`^/${route.replaceAll(/\[\w+\]/g, '[^/]+')}$`)
    return !walked.some((path) => pattern.test(path))
  })
  expect(routes.length).toBeGreaterThan(30)
  expect(missing).toEqual([])
})

test(
  'the pages of a shopper have no fault by WCAG 2.2 AA, no error and nothing that their policy kept out',
  async () => {
    const page = await (await newVisitor()).newPage()
    expect(await walk(page, pagesOfShopper(await settle(page)))).toEqual([])
  },
  manyPages,
)

test(
  'the pages of a guest with an order have none either',
  async () => {
    const page = await (await newVisitor()).newPage()
    const [size] = await findSizes(1, 6)
    if (!size) throw new Error('nothing to buy')
    const paid = await orderByApi(size.variant.id, 2)
    const unpaid = await orderByApi(size.variant.id, 1, { paymentMethod: 'stripe' })
    const rest = await staffRest()
    for (const step of ['capture', 'ship']) await rest(`/orders/${paid.id}/${step}`)
    for (const { link } of [paid, unpaid]) await page.request.get(link)
    expect(await walk(page, pagesOfGuest({ number: paid.number, unpaid: unpaid.number }))).toEqual([])
  },
  manyPages,
)
