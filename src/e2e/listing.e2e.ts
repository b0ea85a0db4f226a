import { expect, test } from 'vitest'
import type { ListingView } from '#domain/views'
import { newVisitor, onPhone } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { alive } from './shopper'

const wide = { viewport: { width: 1280, height: 900 } }

test.each([
  ['each at once, with script', true],
  ['all by one button, without script', false],
])('colours and sizes are ticked, shown and taken away again: %s', async (_, javaScriptEnabled) => {
  const page = await (await newVisitor({ ...wide, javaScriptEnabled })).newPage()
  await page.goto('/c/men')
  const count = page.getByRole('main').getByRole('status').first()
  const found = async () => Number(/\d+/.exec((await count.textContent()) ?? '')?.[0])
  const all = await found()
  if (javaScriptEnabled) await alive(page)
  const filter = page.getByRole('form', { name: 'Filter' })
  await filter.getByRole('checkbox', { name: /^Black/ }).check()
  if (javaScriptEnabled) {
    await page.waitForURL('**/c/men/f/colour-black')
    await alive(page)
  }
  await filter.locator('input[name="size"][value="42"]').check({ force: true })
  if (!javaScriptEnabled) await filter.getByRole('button', { name: 'Show', exact: true }).click()
  await page.waitForURL('**/c/men/f/size-42/colour-black')
  const few = await found()
  expect(few).toBeGreaterThan(0)
  expect(few).toBeLessThan(all)
  expect(await filter.getByRole('checkbox', { name: /^Black/ }).isChecked()).toBe(true)
  await page.getByRole('link', { name: /Black.*remove filter/ }).click()
  await page.waitForURL('**/c/men/f/size-42')
  expect(await filter.getByRole('checkbox', { name: /^Black/ }).isChecked()).toBe(false)
})

test.each([
  ['with script', true],
  ['without script', false],
])('what a search found is filtered, sorted and taken back: %s', async (_, javaScriptEnabled) => {
  const page = await (await newVisitor({ ...wide, javaScriptEnabled })).newPage()
  const ready = () => javaScriptEnabled && alive(page)
  await page.goto('/search?q=derby')
  await ready()
  const found = async () =>
    Number(/\d+/.exec((await page.getByRole('main').getByRole('status').textContent()) ?? '')?.[0])
  const all = await found()
  const filter = page.getByRole('form', { name: 'Filter' })
  const black = filter.getByRole('checkbox', { name: /^Black/ })
  const counted = Number(/\d+/.exec((await black.locator('..').textContent()) ?? '')?.[0])
  await black.check()
  if (!javaScriptEnabled) await filter.getByRole('button', { name: 'Show', exact: true }).click()
  await page.waitForURL('**/search?q=derby&colour=black')
  await ready()
  expect(await found()).toBe(counted)
  expect(counted).toBeLessThan(all)
  expect(await page.locator('main').getByRole('searchbox').inputValue()).toBe('derby')
  const sort = page.getByLabel('Sort')
  expect(await sort.locator('option').first().textContent()).toBe('best match')
  await sort.selectOption('price')
  if (!javaScriptEnabled) await page.locator('form.sort button').click()
  await page.waitForURL('**/search?q=derby&colour=black&sort=price')
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex')
  await page.getByRole('link', { name: /Black.*remove filter/ }).click()
  await page.waitForURL('**/search?q=derby&sort=price')
  expect(await found()).toBe(all)
  await page.goto('/search?q=derby&size=99')
  await page.getByRole('link', { name: 'See all derby' }).click()
  await page.waitForURL('**/search?q=derby')
  expect(await found()).toBe(all)
})

test('a model has one card, in a colour that was chosen; each of its colours is a link, without script too', async () => {
  const page = await (await newVisitor({ ...wide, javaScriptEnabled: false })).newPage()
  await page.goto('/c/men')
  const black = page.getByRole('form', { name: 'Filter' }).getByRole('checkbox', { name: /^Black/ })
  const promised = Number(/\d+/.exec((await black.locator('..').textContent()) ?? '')?.[0])
  await page.goto('/c/men/f/colour-black')
  const cards = await page
    .locator('main shoe-card')
    .evaluateAll((all) =>
      all.map((card) =>
        [...card.querySelectorAll<HTMLAnchorElement>('.card-head a, .swatch')].map((link) => link.pathname),
      ),
    )
  expect(cards).toHaveLength(Math.min(promised, 24))
  const linked = cards.flatMap((links) => [...new Set(links)])
  expect(new Set(linked).size).toBe(linked.length)
  const asked = await fetch(
    `${ofShop('shopUrl')}/api/store/products?each=model&category=men&colour=black&limit=24`,
  )
  const { total, products } = (await asked.json()) as ListingView
  expect(total).toBe(promised)
  expect(cards.map(([own]) => own)).toEqual(products.map(({ slug }) => `/p/${slug}`))
  const other = page.locator('main .swatch:not([aria-current])').first()
  const path = (await other.getAttribute('href')) ?? ''
  await other.click()
  await page.waitForURL(`**${path}`)
})

test('on a phone a swatch leads to its colour', async () => {
  const page = await (await newVisitor(onPhone())).newPage()
  await page.goto('/c/men')
  await alive(page)
  const swatch = page.locator('main .swatch:not([aria-current])').first()
  const path = (await swatch.getAttribute('href')) ?? ''
  await swatch.tap()
  await page.waitForURL(`**${path}`)
})

test('on a phone the sheet counts while one ticks, and shows when its button is pressed', async () => {
  const page = await (await newVisitor(onPhone())).newPage()
  await page.goto('/c/men')
  await alive(page)
  await page.locator('.filters-sheet > summary').click()
  const filter = page.getByRole('form', { name: 'Filter' })
  const show = filter.locator('[data-show]')
  const before = await show.textContent()
  await filter.getByRole('checkbox', { name: /^Black/ }).check()
  await expect.poll(() => show.textContent()).not.toBe(before)
  expect(new URL(page.url()).pathname).toBe('/c/men')
  const promised = await show.textContent()
  await show.click()
  await page.waitForURL('**/c/men/f/colour-black')
  expect(await page.getByRole('main').getByRole('status').first().textContent()).toContain(
    /\d+/.exec(promised ?? '')?.[0],
  )
})

test('light or dark is chosen once, and stays on every page and in the next visit', async () => {
  const context = await newVisitor({ ...wide, colorScheme: 'light', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto('/')
  await alive(page)
  const ink = (at = page) => at.evaluate(() => getComputedStyle(document.body).color)
  const light = await ink()
  await page.getByRole('group', { name: 'Light or dark' }).getByRole('button', { name: 'Dark' }).click()
  await page.getByRole('button', { name: 'Dark', pressed: true }).waitFor()
  const dark = await ink()
  expect(dark).not.toBe(light)
  await page.close()
  const next = await context.newPage()
  for (const path of ['/c/men', '/cart', '/account/sign-in']) {
    await next.goto(path)
    expect(await ink(next), path).toBe(dark)
  }
  await alive(next)
  await next.getByRole('button', { name: 'As the system' }).click()
  await next.goto('/')
  expect(await ink(next)).toBe(light)
})
