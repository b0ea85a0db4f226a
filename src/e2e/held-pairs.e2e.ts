import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect, inject, test, vi } from 'vitest'
import type { ListingView, ProductView } from '#domain/views'
import { stockRoom } from '../bench/stock-room'
import { newVisitor } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { faultsOf, overflowOf } from './access'
import { register, signIn as signInShopper } from './member'
import { fillContact, fillDelivery, orderNumber } from './shopper'
import { enterAs, openAdmin, untilSeen } from './staff'

const narrowDark = { viewport: { width: 320, height: 720 }, colorScheme: 'dark' as const }
const read = async <T>(path: string): Promise<T> =>
  (await fetch(`${ofShop('shopUrl')}/api/store${path}`)).json() as Promise<T>

interface Size {
  slug: string
  variantId: string
  size: string
}

/** Sizes that are sold out, of different products. */
async function soldOut(count: number): Promise<Size[]> {
  const found: Size[] = []
  const { products } = await read<ListingView>('/products?limit=100&sort=popular')
  for (const { slug } of products) {
    const { product } = await read<{ product: ProductView }>(`/products/${slug}`)
    if (new Set(product.variants.map(({ width }) => width)).size > 1) continue
    const gone = product.variants.find(({ size }) =>
      product.variants.every((other) => other.size !== size || other.available === 0),
    )
    if (gone) found.push({ slug, variantId: gone.id, size: gone.size })
    if (found.length === count) return found
  }
  throw new Error('Too few sizes are sold out in the demo shop')
}

async function waitFor(page: Page, { slug, variantId }: Size, email: string): Promise<void> {
  await page.goto(`/p/${slug}`)
  await page.getByText('Tell me when a sold-out size is back').click()
  await page.getByLabel('Size (EU)').selectOption(variantId)
  await page.getByLabel('E-mail', { exact: true }).fill(email)
  await page.getByRole('button', { name: 'Tell me', exact: true }).click()
  await page.getByText('We write to you as soon as it is back.').waitFor()
}

type Room = Awaited<ReturnType<typeof stockRoom>>

/** The address of the button in the mail that tells of the pair, once it has left. */
const linkIn = (room: Room, recipient: string): Promise<string> =>
  vi.waitFor(
    async () => {
      const [mail] = await room.one<{ text: string }>(
        `SELECT text FROM emails WHERE recipient = $1 AND template = 'back-in-stock' AND text IS NOT NULL ORDER BY created_at DESC LIMIT 1`,
        [recipient],
      )
      const link = /https?:\/\/\S+\/stock-alert\/held\?\S+token=[\w-]+/.exec(mail?.text ?? '')?.[0]
      if (!link) throw new Error(`no mail for ${recipient} yet`)
      return link
    },
    { timeout: 60_000, interval: 300 },
  )

async function availableOf({ slug, variantId }: Size): Promise<number | undefined> {
  const { product } = await read<{ product: ProductView }>(`/products/${slug}`)
  return product.variants.find(({ id }) => id === variantId)?.available
}

/** Whether the listing, which is answered from memory, has the size. */
async function isListed({ slug, size }: Size): Promise<boolean> {
  const { products } = await read<ListingView>('/products?limit=100&sort=popular')
  const card = products.find((one) => one.slug === slug)
  return card?.sizes.some((one) => one.label === size && one.available) ?? false
}

/** Milliseconds until it is so. */
async function until(isSo: () => Promise<boolean>): Promise<number> {
  const from = performance.now()
  while (!(await isSo())) {
    if (performance.now() - from > 10_000) throw new Error('It has not become so within 10 s')
    await pause(50)
  }
  return performance.now() - from
}

/** Staff put a pair on the shelf by hand. */
async function deliverOne(desk: Page, room: Room, { variantId }: Size): Promise<void> {
  const [level] = await room.one<{ id: string }>(
    'SELECT l.id FROM stock_levels l JOIN locations p ON p.id = l.location_id WHERE l.variant_id = $1 AND p.is_default',
    [variantId],
  )
  await openAdmin(desk, `/admin/collections/stock-levels/${level?.id}`)
  await desk.getByRole('button', { name: /^Adjust/ }).click()
  const dialog = desk.getByRole('dialog')
  await dialog.getByLabel('Change by').check()
  await dialog.getByLabel('Pairs').fill('1')
  await dialog.getByLabel('Reason').fill('Delivery')
  await dialog.getByRole('button', { name: /^Set to/ }).click()
  await desk.getByText('Somebody who waited').waitFor()
}

test('a shopper waits, a pair comes, the link of the mail puts it into the bag, and nobody else can buy it meanwhile', async () => {
  const [size] = await soldOut(1)
  if (!size) throw new Error('nothing is sold out')
  const room = await stockRoom(ofShop('databaseUrl'))
  const email = `waits-${Date.now()}@example.org`
  const shopper = await (await newVisitor({ ...narrowDark, javaScriptEnabled: false })).newPage()
  await waitFor(shopper, size, email)

  const desk = await (await newVisitor({ viewport: { width: 1440, height: 1000 } })).newPage()
  await enterAs(desk, inject('owner'))
  await deliverOne(desk, room, size)
  expect([await availableOf(size), await isListed(size)]).toEqual([0, false])
  const stranger = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await stranger.goto(`/p/${size.slug}`)
  await stranger
    .locator(`input[name="variantId"][value="${size.variantId}"][data-gone]`)
    .check({ force: true })
  await stranger.locator('button[data-add]:visible').first().click({ force: true })
  await stranger.getByText('Somebody was faster').waitFor()

  await shopper.goto(await linkIn(room, email))
  await shopper.getByText('a pair is held for you until').waitFor()
  expect(await overflowOf(shopper)).toBe(0)
  await shopper.getByRole('button', { name: 'Put it into my bag' }).click()
  await shopper.waitForURL(/\/cart/)
  await shopper.locator('.lines time').getByText('Held for you until').waitFor()
  await shopper.goto('/checkout')
  await fillContact(shopper)
  await fillDelivery(shopper, { hasScript: false })
  await shopper.getByRole('radio', { name: /Bank transfer/ }).check()
  await shopper.getByRole('button', { name: 'Order with obligation to pay' }).click()
  await orderNumber(shopper)
  const [level] = await room.one<{ holds: number; orders: number }>(
    `SELECT count(alert_id)::int AS holds, count(order_id)::int AS orders FROM reservations WHERE variant_id = $1`,
    [size.variantId],
  )
  expect(level).toEqual({ holds: 0, orders: 1 })
  expect(await room.faults()).toEqual([])
  await room.close()
})

test('a pair that is held stands in the account; staff end the hold, the page says it is over and lets one wait again', async () => {
  const [, size] = await soldOut(2)
  if (!size) throw new Error('nothing is sold out')
  const room = await stockRoom(ofShop('databaseUrl'))
  const page = await (await newVisitor(narrowDark)).newPage()
  const email = await register(page)
  await signInShopper(page, email)
  await room.one('UPDATE customers SET verified_at = now() WHERE email = $1', [email])
  await waitFor(page, size, email)
  const desk = await (await newVisitor({ viewport: { width: 1440, height: 1000 } })).newPage()
  await enterAs(desk, inject('owner'))
  await deliverOne(desk, room, size)

  await page.goto('/account/alerts')
  await page.getByText('A pair is held for you until').waitFor()
  await page.getByRole('button', { name: /^Put it into my bag/ }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
  const link = await linkIn(room, email)
  await page.goto(link)
  expect(await faultsOf(page)).toEqual([])

  await openAdmin(desk, '/admin/collections/stock-alerts')
  await desk.getByRole('button', { name: `End the hold: ${email}` }).click()
  await desk.getByRole('dialog').getByLabel('Reason').fill('Sold in the store')
  await desk.getByRole('dialog').getByRole('button', { name: 'End the hold' }).click()
  await desk.getByText('Hold ended').waitFor()
  expect(await until(() => isListed(size))).toBeLessThan(2_000)
  expect(await until(async () => (await availableOf(size)) === 1)).toBeLessThan(2_000)
  await untilSeen(size.slug, (_, html) => !html.includes(`<option value="${size.variantId}"`))

  await page.goto(link)
  await page.getByText('The time for this pair is over').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Wait for it again' }).click()
  await page.getByText('Good news: it can be bought.').waitFor()
  expect(await room.faults()).toEqual([])
  await room.close()
})
