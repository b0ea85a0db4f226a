import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ListingView } from '#domain/views'
import { newVisitor, onPhone } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { alive } from './shopper'

const wide = { viewport: { width: 1280, height: 900 } }
const listing = '/c/men'

/** Every picture that the page has asked for. */
function watchPictures(page: Page): () => string[] {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  return () => asked.filter((path) => path.startsWith('/media/'))
}

async function openListing(page: Page, path = listing): Promise<{ seconds: string[] }> {
  await page.addInitScript(() => {
    const moved: number[] = []
    Object.assign(window, { moved })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) moved.push((entry as unknown as { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  await alive(page)
  const seconds = await page
    .locator('shoe-card[data-second]')
    .evaluateAll((cards) => cards.map((card) => (card as HTMLElement).dataset.second ?? ''))
  return { seconds }
}

const opacityOf = (page: Page): Promise<string> =>
  page
    .locator('shoe-card .second')
    .first()
    .evaluate((second) => getComputedStyle(second).opacity)
const movedBy = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { moved: number[] }).moved.reduce((sum, one) => sum + one, 0))

test.each([listing, '/search?q=derby', '/'])(
  'a card of %s shows its second picture to who points at it; nothing of it is loaded before, and nothing moves',
  async (path) => {
    const page = await (await newVisitor(wide)).newPage()
    const asked = watchPictures(page)
    const { seconds } = await openListing(page, path)
    expect(seconds.length).toBeGreaterThan(0)
    const card = page.locator('shoe-card[data-second]:visible').first()
    const own = (await card.getAttribute('data-second')) ?? ''
    expect(asked().filter((one) => seconds.some((id) => one.includes(id)))).toEqual([])
    await card.scrollIntoViewIfNeeded()
    const before = await movedBy(page)
    await card.locator('.card-head h3').hover()
    await expect.poll(() => opacityOf(page)).toBe('1')
    expect(
      asked()
        .filter((one) => seconds.some((id) => one.includes(id)))
        .every((one) => one.includes(own)),
    ).toBe(true)
    expect(await movedBy(page)).toBe(before)
    await page.mouse.move(0, 0)
    await expect.poll(() => opacityOf(page)).toBe('0')
  },
)

test('by keyboard too, at once where motion is not wanted; passing over cards asks for none', async () => {
  const page = await (await newVisitor({ ...wide, reducedMotion: 'reduce' })).newPage()
  const asked = watchPictures(page)
  const { seconds } = await openListing(page)
  const loaded = () => asked().filter((one) => seconds.some((id) => one.includes(id)))
  const box = await page.locator('shoe-card').first().boundingBox()
  await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 40)
  await page.mouse.move(0, 0)
  await page.waitForTimeout(300)
  expect(loaded()).toEqual([])
  await page.locator('.card .wish button').first().focus()
  await page.keyboard.press('Tab')
  const link = page.locator('.card-head a').first()
  for (let step = 0; step < 30; step += 1) {
    if (await link.evaluate((one) => one === document.activeElement)) break
    await page.keyboard.press('Tab')
  }
  await expect.poll(() => opacityOf(page)).toBe('1')
  const duration = await page
    .locator('.second')
    .first()
    .evaluate((second) => getComputedStyle(second).transitionDuration)
  expect(parseFloat(duration)).toBe(0)
})

test('where nothing hovers a card keeps its one picture', async () => {
  const page = await (await newVisitor(onPhone())).newPage()
  const asked = watchPictures(page)
  const { seconds } = await openListing(page)
  await page.locator('.quick-open').first().tap()
  await page.locator('.card-head a').first().focus()
  await page.waitForTimeout(300)
  expect(asked().filter((one) => seconds.some((id) => one.includes(id)))).toEqual([])
  expect(await page.locator('.tile .second').count()).toBe(0)
})

test('a colour that costs something else says so, and its price stands on the card once it is pointed at', async () => {
  const answer = await fetch(`${ofShop('shopUrl')}/api/store/products?limit=100`)
  const { products } = (await answer.json()) as ListingView
  const found = products
    .flatMap((card) => card.siblings.slice(0, 4).map((colour) => ({ card, colour })))
    .find(
      ({ card, colour }) => !colour.soldOut && !colour.priceFrom && colour.price.amount !== card.price.amount,
    )
  if (!found) throw new Error('All colours of the demo shop cost the same')
  const page = await (await newVisitor(wide)).newPage()
  await page.goto(`/search?q=${encodeURIComponent(found.card.title)}`)
  await alive(page)
  const card = page.locator('shoe-card', {
    has: page.locator(`.swatch:first-child[href$="/p/${found.card.slug}"]`),
  })
  const price = card.locator('.card-head .price')
  const before = await price.innerHTML()
  const hue = card.getByText(found.card.colour, { exact: true })
  expect(await hue.count()).toBe(1)
  const euros = String(found.colour.price.amount / 100).replace(/\.(\d)$/, '.$10')
  const swatch = card.getByRole('link', { name: new RegExp(`^${found.colour.colour}, .*${euros}$`) })
  await swatch.hover()
  await expect.poll(() => price.textContent()).toContain(euros)
  await card.getByText(found.colour.colour, { exact: true }).waitFor()
  expect(await hue.count()).toBe(0)
  expect(await card.locator('.card-head a').getAttribute('href')).toMatch(
    new RegExp(`/p/${found.colour.slug}$`),
  )
  const isAnnounced = (found.colour.lowest30?.amount ?? 0) > found.colour.price.amount
  const low = String((found.colour.lowest30?.amount ?? 0) / 100)
  for (const line of await card.locator('.lowest').allTextContents())
    expect(line).toEqual(isAnnounced ? expect.stringContaining(low) : '')
  const heart = card.locator('wish-button')
  expect(await heart.getAttribute('data-slug')).toBe(found.colour.slug)
  await card.locator('.swatch').first().hover()
  expect(await price.innerHTML()).toBe(before)
  expect(await heart.getAttribute('data-slug')).toBe(found.card.slug)
  expect(await card.locator('.quick').isVisible()).toBe(true)
  expect(await hue.count()).toBe(1)
})

test('a colour that costs the same changes the name of the colour alone, also for who comes by keyboard', async () => {
  const answer = await fetch(`${ofShop('shopUrl')}/api/store/products?limit=100`)
  const { products } = (await answer.json()) as ListingView
  const same = (card: ListingView['products'][number]) =>
    card.siblings
      .slice(0, 4)
      .find(({ price, priceFrom, soldOut }) => !soldOut && !priceFrom && price.amount === card.price.amount)
  const found = products.find((card) => !card.priceFrom && same(card))
  const colour = found && same(found)
  if (!found || !colour) throw new Error('No two colours of the demo shop cost the same')
  const page = await (await newVisitor(wide)).newPage()
  await page.goto(`/search?q=${encodeURIComponent(found.title)}`)
  await alive(page)
  const card = page.locator('shoe-card', {
    has: page.locator(`.swatch:first-child[href$="/p/${found.slug}"]`),
  })
  await card.getByRole('link', { name: colour.colour, exact: true }).focus()
  await card.getByText(colour.colour, { exact: true }).waitFor()
  expect(await card.getByText(found.colour, { exact: true }).count()).toBe(0)
})
