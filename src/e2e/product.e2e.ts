import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ProductView } from '#domain/views'
import { newVisitor } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { faultsOf, overflowOf } from './access'
import { alive, chooseSize, findSizes } from './shopper'

const wide = { viewport: { width: 1280, height: 900 } }
const inWidths = '/p/albona-derby-cognac'
const scripted = [
  ['with script', {}],
  ['without JavaScript', { javaScriptEnabled: false }],
] as const

async function openShoe(path: string, options: object = wide): Promise<Page> {
  const page = await (await newVisitor(options)).newPage()
  await page.goto(path)
  if (!('javaScriptEnabled' in options)) await alive(page)
  return page
}

/** Presses the first size in stock that is seen, and answers with its words. */
async function pressSize(page: Page): Promise<string> {
  const label = page.locator('.size-grid:visible label.size:not(.gone)').first()
  await label.click()
  return ((await label.locator('.in-eu').first().textContent()) ?? '').trim()
}

test.each(scripted)('a width is chosen, shows sizes of its own and is in the bag, %s', async (_, options) => {
  const page = await openShoe(inWidths, { ...wide, ...options })
  await page.locator('label.size', { hasText: 'Wide' }).click()
  expect(await page.getByRole('radio', { name: 'Wide' }).isChecked()).toBe(true)
  expect(await page.locator('.size-grid:visible').count()).toBe(1)
  const size = await pressSize(page)
  await page.locator('.buy [data-add]').click()
  const line = page.locator('#bag .line-what').first()
  await line.waitFor()
  expect(await line.textContent()).toMatch(new RegExp(`${size}.*, Wide`))
})

test.each(scripted)('sizes are shown in the system that is chosen, %s', async (_, options) => {
  const page = await openShoe(inWidths, { ...wide, ...options })
  const shown = async () => {
    const seen = await page.locator('.size:visible > span > span:visible').allTextContents()
    return new Set(seen.map((text) => text.trim()).filter(Boolean))
  }
  const inEu = await shown()
  expect([...inEu].some((size) => Number(size) > 36)).toBe(true)
  await page.locator('.systems:visible label', { hasText: 'UK' }).first().click()
  await expect.poll(async () => [...(await shown())].every((size) => !(Number(size) > 30))).toBe(true)
  await page.locator('.systems:visible label', { hasText: 'EU' }).first().click()
  await expect.poll(shown).toEqual(inEu)
})

test.each(scripted)(
  'a listing has a button for each size of the system that is chosen, %s',
  async (_, options) => {
    const page = await openShoe('/c/men', { ...wide, ...options })
    const facet = page.locator('details:visible', { has: page.locator('.systems') }).last()
    if ((await facet.getAttribute('open')) === null) await facet.locator('summary').first().click()
    const grids = () =>
      Promise.all(['.by-point', '.by-ladder'].map((grid) => facet.locator(grid).first().isVisible()))
    expect(await grids()).toEqual([true, false])
    await facet.locator('.systems label', { hasText: 'UK' }).first().click()
    await expect.poll(grids).toEqual([false, true])
  },
)

/** A size of the usual width that both shoes have in stock. */
async function sizeOfBoth(one: string, other: string): Promise<string> {
  const sizesOf = async (slug: string) => {
    const answer = await fetch(`${ofShop('shopUrl')}/api/store/products/${slug}`)
    const { product } = (await answer.json()) as { product: ProductView }
    return product.variants
      .filter(({ available, width = 'standard' }) => available > 0 && width === 'standard')
      .map(({ size }) => size)
  }
  const others = await sizesOf(other)
  const size = (await sizesOf(one)).find((own) => others.includes(own))
  if (!size) throw new Error(`${one} and ${other} have no size in common`)
  return size
}

test('the size that was bought last is chosen on the next shoe', async () => {
  const size = await sizeOfBoth('albona-derby-cognac', 'albona-derby-black')
  const page = await openShoe(inWidths)
  const inSize = page.locator(`.size-grid:visible input[data-size="${size}"]`)
  expect(await inSize.isChecked()).toBe(false)
  await inSize.check({ force: true })
  await page.locator('.buy [data-add]').click()
  await page.getByRole('dialog').waitFor()
  await page.goto('/p/albona-derby-black')
  await alive(page)
  await page.getByRole('button', { name: `Add ${size} to bag` }).waitFor()
  expect(await inSize.isChecked()).toBe(true)
})

test('the guide beside the sizes says of each what its button says, though its brand labels half a size up', async () => {
  const page = await openShoe('/p/pembury-derby-tan')
  const buttons = page.locator('.size-grid:visible label.size')
  const said = async (system: string) =>
    (await buttons.locator(`.in-${system}`).allTextContents()).map((label) => label.trim())
  const [eu, uk] = [await said('eu'), await said('uk')]
  await page.locator('size-guide').getByRole('link', { name: 'Size guide' }).click()
  const dialog = page.getByRole('dialog')
  const rows = dialog.locator('.size-table tbody tr')
  await rows.first().waitFor()
  expect(await dialog.locator('.size-table').count()).toBe(1)
  expect(await rows.locator('th').allTextContents()).toEqual(eu)
  expect(await rows.locator('td:nth-child(2)').allTextContents()).toEqual(uk)
  expect(await faultsOf(page)).toEqual([])
})

test('pictures are seen large by keys alone, and focus comes back', async () => {
  const page = await openShoe(inWidths)
  const first = page.locator('shoe-gallery a').first()
  await first.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText(/^1 of \d/).waitFor()
  await page.keyboard.press('ArrowRight')
  await dialog.getByText(/^2 of \d/).waitFor()
  const widthOf = () => dialog.locator('img').evaluate((image) => image.getBoundingClientRect().width)
  const before = await widthOf()
  await page.keyboard.press('+')
  expect(await widthOf()).toBeGreaterThan(before * 2)
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  expect(await first.evaluate((link) => link === document.activeElement)).toBe(true)
})

const remember = 'Remember what I look at'
const forget = 'Forget it all and stop'
const keptIn = (page: Page): Promise<string[]> => page.evaluate(() => Object.keys(localStorage))

async function goToShoe(page: Page, slug: string): Promise<void> {
  await page.goto(`/p/${slug}`)
  await alive(page)
}

test('what somebody has looked at is kept, in this browser alone, from when they ask for it until they end it', async () => {
  const page = await openShoe(inWidths)
  await goToShoe(page, 'carso-chelsea-tobacco')
  expect(await keptIn(page)).toEqual([])
  const seen = page.getByRole('region', { name: 'Seen before' })
  expect(await seen.getByRole('link').count()).toBe(0)
  await seen.getByRole('button', { name: remember }).click()
  const end = seen.getByRole('button', { name: forget })
  expect(await end.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(await keptIn(page)).toEqual(['molini-seen'])
  await goToShoe(page, 'albona-derby-cognac')
  await seen.getByRole('link', { name: /Carso/ }).waitFor()
  expect(await seen.getByRole('link').count()).toBe(1)
  expect(await faultsOf(page)).toEqual([])
  await end.click()
  expect(await seen.getByRole('link').count()).toBe(0)
  expect(await keptIn(page)).toEqual([])
  await goToShoe(page, 'carso-chelsea-tobacco')
  await seen.getByRole('button', { name: remember }).waitFor()
  expect(await seen.getByRole('link').count()).toBe(0)
  expect(await keptIn(page)).toEqual([])
})

test.each([
  ['before anybody has asked', { ...wide, colorScheme: 'light' as const }],
  ['on a narrow dark screen', { viewport: { width: 320, height: 640 }, colorScheme: 'dark' as const }],
])(
  'the place of what was seen has no fault, and nothing moves when it comes alive: %s',
  async (_, options) => {
    const page = await openShoe(inWidths, options)
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: remember }).click()
    await goToShoe(page, 'carso-chelsea-tobacco')
    expect(await faultsOf(page)).toEqual([])
    expect(await overflowOf(page)).toBe(0)
    const row = page.locator('.seen')
    const height = async () => (await row.boundingBox())?.height
    const filled = await height()
    expect(filled).toBeGreaterThan(100)
    await page.route('**/assets/islands.js', (route) => route.abort())
    await page.reload()
    expect(await height()).toBe(filled)
  },
)

test('without JavaScript nothing offers to remember', async () => {
  const page = await openShoe(inWidths, { ...wide, javaScriptEnabled: false })
  expect(await page.getByRole('region', { name: 'Seen before' }).count()).toBe(0)
})

test('a bag with two sizes of a shoe kindly says so, and how far free delivery is', async () => {
  const [one] = await findSizes(1)
  if (!one) throw new Error('nothing in stock')
  const page = await (await newVisitor({ ...wide, javaScriptEnabled: false })).newPage()
  await chooseSize(page, one, false)
  await page.locator('.buy [data-add]').click()
  await page.waitForURL(/\/cart/)
  expect(await page.getByText('in two sizes').count()).toBe(0)
  await page.getByText(/to free delivery|Delivery is free/).waitFor()
  await page.goto(`/p/${one.slug}`)
  await page
    .locator(`input[name="variantId"]:not([data-gone]):not([value="${one.variant.id}"])`)
    .first()
    .check({ force: true })
  await page.locator('.buy [data-add]').click()
  await page.waitForURL(/\/cart/)
  await page.getByText('in two sizes').waitFor()
})

test('the foot ruler is true to scale on screen and on paper, and prints nothing but its two sheets', async () => {
  const page = await openShoe('/foot-ruler')
  const perMm = 96 / 25.4
  const check = () =>
    page
      .locator('.ruler g[transform] line:first-child')
      .evaluateAll((lines) => lines.map((line) => line.getBoundingClientRect().width))
  const expectTrue = async () => {
    for (const width of await check()) expect(Math.abs(width / perMm - 50)).toBeLessThan(0.8)
  }
  await expectTrue()
  await page.emulateMedia({ media: 'print' })
  await expectTrue()
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false)
  const paper = await page.pdf({ preferCSSPageSize: true })
  expect(paper.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).toHaveLength(2)
})

test('the foot ruler fits a window of 320 pixels', async () => {
  const page = await openShoe('/foot-ruler', { viewport: { width: 320, height: 640 } })
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await faultsOf(page)).toEqual([])
})
