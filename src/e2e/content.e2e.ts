import { Client } from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { complaintsOf, faultsOf, overflowOf } from './access'
import { chooseSize, findSizes } from './shopper'

const shop = ofShop('shopUrl')
let database: Client

beforeAll(async () => {
  database = new Client({ connectionString: ofShop('databaseUrl') })
  await database.connect()
})
afterAll(async () => {
  await setCounting(false)
  await database.end()
})

async function setCounting(analytics: boolean): Promise<void> {
  await database.query('UPDATE shop_settings SET privacy_analytics = $1', [analytics])
  await database.query("SELECT pg_notify('molini_pages', 'site')")
}

test.each([
  ['light', 1440],
  ['dark', 1440],
  ['light', 320],
  ['dark', 320],
] as const)(
  'the home page of many blocks has no fault in the %s theme at %s',
  async (colorScheme, width) => {
    const context = await newVisitor({ colorScheme, viewport: { width, height: 900 } })
    const page = await context.newPage()
    const complaints = complaintsOf(page)
    for (const path of ['/', '/de/stores']) {
      await page.goto(path)
      expect(await faultsOf(page), path).toEqual([])
      expect(await overflowOf(page), path).toBe(0)
    }
    expect(complaints).toEqual([])
  },
  180_000,
)

test('the home page has at least twelve blocks, and each place in a picture leads to its pair', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto('/')
  expect(await page.locator('main > section').count()).toBeGreaterThanOrEqual(12)
  await page.getByRole('link', { name: '1: Duino Oxblood' }).first().click()
  await page.waitForURL(/duino-loafer-oxblood/)
})

test('letters are asked for without script, and the page says what comes next', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto('/de')
  const form = page.getByRole('region', { name: 'Ein Brief im Monat' })
  await form.getByLabel('E-Mail').fill('leserin@example.com')
  await form.getByRole('button', { name: 'Briefe bestellen' }).click()
  await page.getByRole('status').filter({ hasText: 'Wir haben an die Adresse geschrieben' }).waitFor()
  const { rows } = await database.query(`SELECT status FROM subscribers WHERE email = 'leserin@example.com'`)
  expect(rows).toEqual([{ status: 'asked' }])
})

test.each(['/contact', '/newsletter', '/cookies', '/de/contact'])(
  '%s has no fault, wide or narrow',
  async (path) => {
    for (const width of [1280, 320]) {
      const page = await (await newVisitor({ viewport: { width, height: 800 } })).newPage()
      await page.goto(path)
      expect(await faultsOf(page)).toEqual([])
      expect(await overflowOf(page)).toBe(0)
    }
  },
)

test('what somebody writes arrives; what is missing is said at its field', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto('/contact?problem=validation.failed&fields=text')
  await page.getByRole('alert').waitFor()
  expect(await page.getByLabel('What is it about?').getAttribute('aria-invalid')).toBe('true')
  await page.getByLabel('Name').fill('Ada')
  await page.getByLabel('E-mail').fill('ada@example.com')
  await page.getByLabel('What is it about?').fill('Do you resole the Albona?')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.getByText('Your message is here').waitFor()
})

const namesOfCookies = async (page: Page): Promise<string[]> =>
  (await page.context().cookies()).map(({ name }) => name)

const keptIn = (page: Page): Promise<string[]> => page.evaluate(() => Object.keys(localStorage).toSorted())

test('nobody is asked while nothing needs consent, and nothing is stored', async () => {
  await setCounting(false)
  const page = await (await newVisitor()).newPage()
  for (const path of ['/c/men', '/p/albona-derby-cognac', '/p/carso-chelsea-tobacco', '/size-guide']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await page.locator('consent-bar').count()).toBe(0)
    expect(await namesOfCookies(page), path).toEqual([])
    expect(await keptIn(page), path).toEqual([])
  }
  await page.goto('/cookies')
  await page.getByText('This shop counts no visits').waitFor()
})

test('all that a visitor who chooses and buys has in the browser is named on the page about it', async () => {
  const page = await (await newVisitor({ serviceWorkers: 'allow' })).newPage()
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  await chooseSize(page, find)
  await page.getByRole('button', { name: 'Remember what I look at' }).click()
  await page.locator('button[data-add]:visible').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).waitFor()
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect.poll(() => keptIn(page)).toEqual(['molini-last', 'molini-seen', 'molini-size'])
  const caches = await page.evaluate(() => globalThis.caches.keys())
  const found = [...(await namesOfCookies(page)), ...(await keptIn(page)), ...caches]
  expect(found.length).toBeGreaterThanOrEqual(5)
  for (const path of ['/cookies', '/it/cookies', '/de/cookies']) {
    await page.goto(path)
    const named = (await page.locator('.kept-list dt').allTextContents()).map((name) => name.replace('…', ''))
    expect(
      found.filter(
        (name) => !named.some((one) => name === one || (one.endsWith('-') && name.startsWith(one))),
      ),
      path,
    ).toEqual([])
  }
})

test('asked once: to refuse is as easy as to agree, nothing is stored before, and the choice can be changed', async () => {
  await setCounting(true)
  const page = await (await newVisitor(onPhone())).newPage()
  await expect
    .poll(async () => {
      await page.goto('/', { waitUntil: 'networkidle' })
      return page.locator('consent-bar:visible').count()
    })
    .toBe(1)
  expect(await namesOfCookies(page)).toEqual([])
  expect(await keptIn(page)).toEqual([])
  expect(await faultsOf(page)).toEqual([])
  const bar = page.getByRole('region', { name: 'May we count your visit?' })
  const [refuse, agree] = [
    bar.getByRole('button', { name: 'Refuse' }),
    bar.getByRole('button', { name: 'Agree' }),
  ]
  const [one, other] = [await refuse.boundingBox(), await agree.boundingBox()]
  expect([one?.height, Math.round(one?.width ?? 0)]).toEqual([other?.height, Math.round(other?.width ?? 1)])
  const lookOf = (locator: typeof refuse) =>
    locator.evaluate((button) => {
      const { color, backgroundColor, fontSize, boxShadow } = getComputedStyle(button)
      return [color, backgroundColor, fontSize, boxShadow]
    })
  expect(await lookOf(refuse)).toEqual(await lookOf(agree))
  await refuse.click()
  await bar.waitFor({ state: 'hidden' })
  expect(await namesOfCookies(page)).toEqual(['molini-consent'])
  await page.reload()
  expect(await page.locator('consent-bar:visible').count()).toBe(0)
  await page.getByRole('contentinfo').getByRole('link', { name: 'Cookies' }).click()
  await page.getByText('You have refused.').waitFor()
  await page.getByRole('button', { name: 'Agree' }).click()
  await page.getByText('You have agreed.').waitFor()
  await setCounting(false)
})

/** What of the offline page is in the browser: workers, caches, the note of bag and wishlist. */
const offlineParts = (page: Page): Promise<number[]> =>
  page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    (await caches.keys()).length,
    localStorage.getItem('molini-last') === null ? 0 : 1,
  ])

test('without network bag and wishlist are shown as they last were, without a price; switched off, nothing of it stays', async () => {
  const context = await newVisitor({ serviceWorkers: 'allow' })
  const page = await context.newPage()
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  await chooseSize(page, find)
  await page.getByRole('button', { name: 'Keep for later' }).click()
  await page.getByRole('button', { name: 'Kept for later', pressed: true }).waitFor()
  await page.locator('button[data-add]:visible').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).waitFor()
  await page.goto('/', { waitUntil: 'networkidle' })
  await page.evaluate(() => navigator.serviceWorker.ready)
  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const cache = await caches.open(names[0] ?? '')
    return (await cache.keys()).map(({ url }) => new URL(url).pathname)
  })
  expect(kept).toContain('/de/offline')
  expect(
    kept.filter((path) => !/^\/((it|de|uk|us)\/)?offline$|^\/(_next\/static|assets)\//.test(path)),
  ).toEqual([])
  for (const path of ['/cart', '/checkout', '/account', '/wishlist']) {
    await page.goto(path, { waitUntil: 'networkidle' })
    expect(await offlineParts(page), path).toEqual([1, 1, 1])
  }
  await context.setOffline(true)
  await page.goto('/c/women')
  await page.getByRole('heading', { name: 'There is no network' }).waitFor()
  await page.getByRole('heading', { name: 'In your bag' }).waitFor()
  const text = (await page.locator('main').textContent()) ?? ''
  expect(text).not.toMatch(/[€£$]/)
  await page.getByRole('heading', { name: 'On your wishlist' }).waitFor()
  for (const list of ['bag', 'wishes']) {
    const items = page.locator(`[data-last=${list}] li`)
    expect(await items.count(), list).toBe(1)
    expect(await items.textContent(), list).toContain(find.title)
  }
  expect(await faultsOf(page)).toEqual([])
  await context.setOffline(false)
  await database.query('UPDATE shop_settings SET offline = false')
  await database.query("SELECT pg_notify('molini_pages', 'site')")
  await expect
    .poll(
      async () => {
        await page.goto('/', { waitUntil: 'networkidle' })
        return offlineParts(page)
      },
      { timeout: 15_000 },
    )
    .toEqual([0, 0, 0])
  await database.query('UPDATE shop_settings SET offline = true')
  await database.query("SELECT pg_notify('molini_pages', 'site')")
  await expect.poll(async () => (await fetch(shop)).text()).toContain('rel="manifest"')
}, 120_000)

test.each(['eu', 'it', 'de', 'uk', 'us'])('the shop of %s can be installed', async (market) => {
  const home = await (await fetch(`${shop}${market === 'eu' ? '/' : `/${market}`}`)).text()
  expect(home).toContain(`<link rel="manifest" href="/manifests/${market}.webmanifest"`)
  const answer = await fetch(`${shop}/manifests/${market}.webmanifest`)
  expect(answer.headers.get('content-type')).toBe('application/manifest+json')
  const manifest = (await answer.json()) as { start_url: string; icons: { src: string; sizes: string }[] }
  expect((await fetch(shop + manifest.start_url)).status).toBe(200)
  for (const { src } of manifest.icons)
    expect((await fetch(shop + src)).headers.get('content-type')).toBe('image/png')
})
