import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { ListingView, ProductCard } from '#domain/views'
import { newVisitor, onPhone } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { faultsInBoth } from './access'
import { alive } from './shopper'

const wide = { viewport: { width: 1280, height: 900 } }

const read = async <Answer>(path: string): Promise<Answer> =>
  (await fetch(`${ofShop('shopUrl')}/api/store${path}`)).json() as Promise<Answer>

const here = ({ sizes }: ProductCard): string[] =>
  sizes.filter(({ available }) => available).map(({ value }) => value)

/** Two colours of a model that are not there in the same sizes; the first is that of its card. */
async function twoColours(): Promise<[own: ProductCard, other: ProductCard]> {
  const { products } = await read<ListingView>('/products?each=model&limit=60')
  for (const own of products)
    for (const { slug } of own.siblings.slice(0, 4)) {
      const { product } = await read<{ product: ProductCard }>(`/products/${slug}`)
      const [ours, theirs] = [here(own), here(product)]
      if (ours.length > 0 && theirs.length > 0 && ours.join() !== theirs.join()) return [own, product]
    }
  throw new Error('All colours of the demo shop are there in the same sizes')
}

/** The card of a model, whatever colour it shows, in a list of its kind. */
async function openCard(page: Page, own: ProductCard) {
  await page.goto(`/search?q=${encodeURIComponent(own.title)}`)
  await alive(page)
  const card = page.locator('shoe-card', {
    has: page.locator(`.swatch:first-child[href$="/p/${own.slug}"]`),
  })
  const offered = () =>
    card.locator('.quick button').evaluateAll((all) => all.map((one) => (one as HTMLButtonElement).value))
  const swatchOf = ({ slug }: ProductCard) => card.locator(`.swatch[href$="/p/${slug}"]`)
  return { card, offered, swatchOf }
}

/** Spelled in one way, whoever has drawn it. */
const formOf = (page: Page, { slug }: ProductCard): Promise<string | undefined> =>
  page.evaluate((product) => {
    const field = document.querySelector(`.quick input[name="product"][value="${product}"]`)
    const form = field?.closest('form')
    for (const one of form?.querySelectorAll('*') ?? []) {
      const attributes = [...one.attributes].sort((a, b) => a.name.localeCompare(b.name))
      for (const { name } of attributes) one.removeAttribute(name)
      for (const { name, value } of attributes) one.setAttribute(name, value)
    }
    return form?.innerHTML
  }, slug)

test('a card offers the sizes of the colour that was chosen on it, as that colour’s own card does', async () => {
  const [own, other] = await twoColours()
  const page = await (await newVisitor(wide)).newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const { card, offered, swatchOf } = await openCard(page, own)
  expect(await offered()).toEqual(here(own))
  await swatchOf(other).hover()
  await expect.poll(offered).toEqual(here(other))
  expect(await card.locator('.quick').isVisible()).toBe(true)
  await swatchOf(own).hover()
  expect(await offered()).toEqual(here(own))
  await swatchOf(other).hover()
  await expect.poll(offered).toEqual(here(other))
  expect(asked.filter((path) => path === `/api/store/products/${other.slug}`)).toHaveLength(1)
  const drawn = await formOf(page, other)
  const alone = await (await newVisitor(wide)).newPage()
  await openCard(alone, other)
  expect(drawn).toBe(await formOf(alone, other))
  await card.locator('.quick button').first().click()
  const bag = page.getByRole('dialog')
  await bag.getByText(other.colour).first().waitFor()
  expect(await bag.getByRole('link', { name: other.name }).first().getAttribute('href')).toContain(other.slug)
})

test('until they are known, and where they stay unknown, a card of another colour offers none', async () => {
  const [own, other] = await twoColours()
  const page = await (await newVisitor(wide)).newPage()
  const { card, swatchOf, offered } = await openCard(page, own)
  await page.route(`**/api/store/products/${other.slug}*`, (route) => route.abort())
  const refused = page.waitForEvent('requestfailed')
  await swatchOf(other).hover()
  expect(await card.locator('.quick').isVisible()).toBe(false)
  await refused
  await page.waitForTimeout(200)
  expect(await card.locator('.quick').isVisible()).toBe(false)
  await swatchOf(own).hover()
  expect(await card.locator('.quick').isVisible()).toBe(true)
  expect(await offered()).toEqual(here(own))
})

test('on a phone the button opens the sizes of the colour that is seen', async () => {
  const [own, other] = await twoColours()
  const page = await (await newVisitor(onPhone())).newPage()
  const { card, swatchOf, offered } = await openCard(page, own)
  await swatchOf(other).focus()
  await expect.poll(offered).toEqual(here(other))
  const button = card.getByRole('button', { name: new RegExp(`^Sizes\\s*, ${other.title}$`) })
  await button.tap()
  await card.locator('.quick button').first().waitFor()
  expect(await button.getAttribute('aria-expanded')).toBe('true')
  // What does not fit the picture is scrolled to, not cut off.
  const [form, tile] = await card
    .locator('.quick')
    .evaluate((one) => [one.clientHeight, one.closest('.tile')?.clientHeight ?? 0])
  expect(form).toBeLessThanOrEqual(tile ?? 0)
  expect(await faultsInBoth(page)).toEqual([])
  await card.locator('.quick button').first().tap()
  await page.getByRole('dialog').getByText(other.colour).first().waitFor()
})
