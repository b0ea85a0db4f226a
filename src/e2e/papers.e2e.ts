import { readFile } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import type { ListingView, ProductView } from '#domain/views'
import { stockRoom } from '../bench/stock-room'
import { newVisitor } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { findSizes, guest } from './shopper'
import { enterAs, openAdmin, reloadAdmin } from './staff'

const store = async <Body>(
  path: string,
  headers: Record<string, string> = {},
  body?: unknown,
): Promise<Body> =>
  (
    await fetch(`${ofShop('shopUrl')}/api/store${path}`, {
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json', ...headers },
    })
  ).json() as Promise<Body>

interface Placed {
  order: { id: string; number: string }
  accessToken: string
}

/** Two pairs bought in the German shop, by bank transfer. */
async function placeOrder(variantId: string): Promise<Placed> {
  const { token } = await store<{ token: string }>('/carts', {}, { market: 'de' })
  const cart = { 'x-cart-token': token }
  await store('/carts/current/lines', cart, { variantId, quantity: 2 })
  const { options } = await store<{ options: { id: string }[] }>(
    '/carts/current/shipping-options?country=DE&postalCode=40212',
    cart,
  )
  return store<Placed>(
    '/checkout',
    { ...cart, 'idempotency-key': randomUUID() },
    {
      email: guest.email,
      shippingAddress: {
        ...{ firstName: 'Łucja', lastName: 'Großmann', line1: 'Königsallee 60' },
        ...{ postalCode: '40212', city: 'Düsseldorf', country: 'DE' },
      },
      shippingOption: options[0]?.id,
      paymentMethod: 'manual',
    },
  )
}

/** Presses the link of a paper and reads what the browser saved. */
async function save(page: Page, name: RegExp): Promise<{ file: string; head: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).click(),
  ])
  const bytes = await readFile(await download.path())
  return { file: download.suggestedFilename(), head: bytes.subarray(0, 5).toString() }
}

test('a guest has the invoice with the parcel and a credit note with the refund; a stranger has neither', async () => {
  const [find] = await findSizes(1, 4)
  if (!find) throw new Error('nothing to buy')
  const { order, accessToken } = await placeOrder(find.variant.id)
  const desk = await (await newVisitor({ viewport: { width: 1440, height: 1000 } })).newPage()
  await enterAs(desk, inject('owner'))
  await openAdmin(desk, `/admin/collections/orders/${order.id}`)
  const dialog = desk.getByRole('dialog')
  await desk.getByRole('button', { name: 'Take payment' }).click()
  await dialog.getByRole('button', { name: /^Take / }).click()
  await desk.getByText('Paid', { exact: true }).first().waitFor()
  await desk.getByRole('button', { name: 'Ship', exact: true }).click()
  await dialog.getByRole('button', { name: /^Ship 2 pairs/ }).click()
  await desk.getByRole('link', { name: /^Invoice \d{4}-\d{6}$/ }).waitFor()
  const slip = await desk.getByRole('link', { name: 'Packing slip' }).getAttribute('href')
  const headers = { origin: ofShop('shopUrl') }
  const opened = await desk.request.get(slip ?? '', { headers })
  expect([opened.status(), opened.headers()['content-type']]).toEqual([200, 'application/pdf'])

  const page = await (await newVisitor({ acceptDownloads: true })).newPage()
  await page.goto(`/o/${order.number}/${accessToken}`)
  const invoice = await save(page, /^Rechnung \d{4}-\d{6} \(PDF\)$/)
  expect(invoice).toEqual({
    file: expect.stringMatching(/^invoice-\d{4}-\d{6}\.pdf$/) as string,
    head: '%PDF-',
  })
  expect(await page.getByRole('link', { name: /^Rechnungskorrektur/ }).count()).toBe(0)

  const refunded = await desk.request.post(`/api/orders/${order.id}/refund`, {
    headers,
    data: { amount: 1_000, reason: 'a scratch' },
  })
  expect(refunded.status()).toBe(200)
  await reloadAdmin(desk)
  await desk.getByRole('button', { name: 'It was sent' }).click()
  await dialog.getByRole('button', { name: 'Write it down' }).click()
  await desk.getByRole('link', { name: /^Credit note CN-\d{4}-\d{6}$/ }).waitFor()
  await page.reload()
  const credit = await save(page, /^Rechnungskorrektur CN-\d{4}-\d{6} \(PDF\)$/)
  expect(credit.head).toBe('%PDF-')

  const [link] = await page.getByRole('link', { name: /^Rechnung / }).all()
  const stranger = await newVisitor()
  const answer = await stranger.request.get((await link?.getAttribute('href')) ?? '')
  expect(answer.status()).toBe(404)
})

/** A size that is sold out, with its product. */
async function soldOut(): Promise<{ slug: string; variantId: string }> {
  const { products } = await store<ListingView>('/products?limit=100&sort=popular')
  for (const { slug } of products) {
    const { product } = await store<{ product: ProductView }>(`/products/${slug}`)
    const gone = product.variants.find(({ available }) => available === 0)
    if (gone) return { slug, variantId: gone.id }
  }
  throw new Error('Nothing is sold out in the demo shop')
}

test('without JavaScript a shopper waits for a sold-out size, and is told when it is back', async () => {
  const { slug, variantId } = await soldOut()
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto(`/p/${slug}`)
  await page.getByText('Tell me when a sold-out size is back').click()
  await page.getByLabel('Size (EU)').selectOption(variantId)
  await page.getByLabel('E-mail', { exact: true }).fill('patient@example.org')
  await page.getByRole('button', { name: 'Tell me', exact: true }).click()
  await page.getByText('We write to you as soon as it is back.').waitFor()
  const room = await stockRoom(ofShop('databaseUrl'))
  await room.deliver([variantId], 2)
  await expect
    .poll(
      async () =>
        (
          await room.one(
            `SELECT 1 FROM emails WHERE template = 'back-in-stock' AND recipient = 'patient@example.org'`,
          )
        ).length,
      { timeout: 20_000 },
    )
    .toBe(1)
  await room.close()
})
