import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProductView } from '#domain/views'
import { newVisitor } from '../start/testing/browser'
import { startShop } from '../start/testing/shop.mjs'
import { ofShop } from '../start/testing/journey-shop'
import { deliveredTo } from '../bench/buyer'
import { compareLook } from './looks'

const pages = {
  home: '/',
  listing: '/c/men',
  product: '/p/albona-derby-cognac',
  search: '/search?q=derby',
  bag: '/cart',
  guide: '/size-guide',
}
/** Of somebody who is signed in, has bought something and is about to buy more. */
const ownPages = {
  'full-bag': '/cart',
  checkout: '/checkout',
  order: '',
  account: '/account',
}
const widths = [390, 820, 1440]

let shop: Awaited<ReturnType<typeof startShop>>
let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>

/** On data that no other journey has changed. */
beforeAll(async () => {
  shop = await startShop({ dataDir: ofShop('spareData') })
  const visitor = await newVisitor({ baseURL: shop.url })
  ownPages.order = await buySomething(visitor)
  signedIn = await visitor.storageState()
})
afterAll(() => shop.stop())

/** The same person, the same shoes and the same order each time; answers with the path of the order. */
async function buySomething({ request }: BrowserContext): Promise<string> {
  const call = async <T>(path: string, data?: unknown, headers: Record<string, string> = {}): Promise<T> => {
    const method = data === undefined ? 'GET' : 'POST'
    const answer = await request.fetch(`/api/store${path}`, {
      method,
      data,
      headers: { Origin: shop.url, ...headers },
    })
    if (!answer.ok()) throw new Error(`${path} was answered ${answer.status()}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const sizeOf = async (slug: string) => {
    const { product } = await call<{ product: ProductView }>(`/products/${slug}`)
    const { id } = product.variants.find(({ available }) => available > 2) ?? {}
    if (!id) throw new Error(`The demo shop has too few of ${slug}`)
    return id
  }
  const fill = async (slugs: readonly string[]) => {
    await call('/carts', { market: 'eu' })
    for (const slug of slugs)
      await call('/carts/current/lines', { variantId: await sizeOf(slug), quantity: 1 })
  }
  const [email, password] = ['ada.rossi@example.org', 'nine quiet herons at dawn']
  const { firstName, lastName } = deliveredTo
  await call('/customers', { email, password, firstName, lastName })
  await call('/session', { email, password })
  await fill(['albona-derby-cognac'])
  const { options } = await call<{ options: { id: string }[] }>('/carts/current/shipping-options?country=IT')
  const bought = {
    email,
    shippingAddress: deliveredTo,
    shippingOption: options[0]?.id,
    paymentMethod: 'manual',
  }
  const { order } = await call<{ order: { number: string } }>('/checkout', bought, {
    'Idempotency-Key': 'looks',
  })
  await fill(['albona-derby-cognac', 'albona-derby-black'])
  return `/orders/${order.number}`
}

/** What a page says of days and hours is another thing each day. */
const stopClock = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'
    const day = new RegExp(
      `(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? )?\\d{1,2} (?:${months})[a-z]*(?: \\d{4})?`,
      'g',
    )
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      node.nodeValue = (node.nodeValue ?? '').replace(day, '1 January').replace(/\b\d{1,2}:\d{2}\b/g, '12:00')
  })

/** Pictures that wait to be scrolled to have come, and what moves has arrived. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const picture of document.images) picture.loading = 'eager'
    await Promise.allSettled([...document.images].map((picture) => picture.decode()))
    await document.fonts.ready
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
}

interface Look {
  colorScheme: 'light' | 'dark'
  paths: Readonly<Record<string, string>>
  storageState?: typeof signedIn
}

/** Looks at pages at every width, and answers with what looks otherwise. */
async function look({ colorScheme, paths, storageState }: Look): Promise<string[]> {
  const unlike: (string | undefined)[] = []
  for (const width of widths) {
    const visitor = await newVisitor({
      baseURL: shop.url,
      viewport: { width, height: 1_800 },
      colorScheme,
      reducedMotion: 'reduce',
      ...(storageState && { storageState }),
    })
    const page = await visitor.newPage()
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(path, { waitUntil: 'networkidle' })
      await settle(page)
      if (storageState) await stopClock(page)
      unlike.push(await compareLook(`${name}-${width}-${colorScheme}`, await page.screenshot()))
    }
  }
  return unlike.filter((one) => one !== undefined)
}

const themes = ['light', 'dark'] as const

test.each(themes)('the main pages look as they were meant to, %s', async (colorScheme) => {
  expect(await look({ colorScheme, paths: pages })).toEqual([])
})

test.each(themes)(
  'a bag with shoes, the checkout, an order and the account look as they were meant to, %s',
  async (colorScheme) => {
    expect(await look({ colorScheme, paths: ownPages, storageState: signedIn })).toEqual([])
  },
)
