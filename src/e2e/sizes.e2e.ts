import type { Page } from 'playwright-core'
import { expect, test, vi } from 'vitest'
import type { ListingView, ProductView, VariantView } from '#domain/views'
import { newVisitor } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { faultsOf, overflowOf } from './access'
import { joinAs } from './member'
import { alive, orderBy, sendAs } from './shopper'

const narrowDark = { viewport: { width: 320, height: 720 }, colorScheme: 'dark' as const }
const wideLight = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' as const }

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

const read = async <T>(path: string): Promise<T> =>
  (await fetch(`${ofShop('shopUrl')}/api/store${path}`)).json() as Promise<T>

/** A shoe of a segment, and a size of it that is there and that the test of it lets through. */
async function findShoe(
  segment: string,
  suits: (variant: VariantView) => boolean,
): Promise<{ slug: string; variant: VariantView; footMm: number }> {
  const { products } = await read<ListingView>(`/products?segment=${segment}&inStock=true&limit=60`)
  for (const { slug } of products) {
    const { product } = await read<{ product: ProductView }>(`/products/${slug}`)
    const variant = product.variants.find((one) => one.available > 0 && suits(one))
    if (product.segment === segment && variant?.labels.footMm)
      return { slug, variant, footMm: variant.labels.footMm }
  }
  throw new Error(`No shoe of ${segment} suits`)
}

async function member(options: object): Promise<Page> {
  const page = await (await newVisitor(options)).newPage()
  await joinAs(page.context())
  await page.goto('/account/sizes')
  return page
}

async function addChild(page: Page, name: string, mm: number, day: string): Promise<void> {
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Add', exact: true }) })
  await form.getByLabel('Name or nickname').fill(name)
  await form.getByLabel('Foot in mm').fill(String(mm))
  await form.getByLabel('Measured on').fill(day)
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByText('Saved.').waitFor()
}

test('a shopper keeps a size once, and shoes of that segment come with it and its width chosen', async () => {
  const { slug, variant, footMm } = await findShoe('men', ({ width }) => width === 'wide')
  const page = await member(wideLight)
  expect(await faultsOf(page)).toEqual([])
  await page.getByText('Enter your size (Men’s shoes)').click()
  await page.locator('#size-men').fill(variant.labels.uk ?? '')
  await page.locator('#system-men').selectOption('uk')
  await page.locator('#width-men').selectOption('wide')
  await page
    .locator('form', { has: page.locator('#size-men') })
    .getByRole('button', { name: 'Save' })
    .click()
  await page.getByText('Saved.').waitFor()
  await page.getByText(`Foot ${footMm} mm · width: Wide`).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.goto(`/p/${slug}`)
  await alive(page)
  await page.locator(`input[name="variantId"][value="${variant.id}"]:checked`).waitFor({ state: 'attached' })
  expect(await page.getByRole('radio', { name: 'Wide' }).isChecked()).toBe(true)
  const women = await findShoe('women', () => true)
  await page.goto(`/p/${women.slug}`)
  await alive(page)
  await page.waitForLoadState('networkidle')
  expect(await page.locator('input[name="variantId"]:checked').count()).toBe(0)
})

test('the foot of an only child chooses a size with room to grow', async () => {
  const { slug, variant, footMm } = await findShoe('kids', () => true)
  const page = await member(wideLight)
  await addChild(page, 'Mia', footMm, daysAgo(2))
  await page.getByText(`Foot ${footMm} mm, measured on`).waitFor()
  await page.goto(`/p/${slug}`)
  await alive(page)
  await page.locator(`input[name="variantId"][value="${variant.id}"]:checked`).waitFor({ state: 'attached' })
})

/** With script and without; axe is a script itself. */
const ways = [
  ['with script', {}, faultsOf],
  ['without JavaScript', { javaScriptEnabled: false }, () => Promise.resolve([])],
] as const

test.each(ways)('a child is added, measured again and removed on a small dark screen, %s', async (...way) => {
  const [, how, faultsIn] = way
  const page = await member({ ...narrowDark, ...how })
  await addChild(page, 'Mia', 173, daysAgo(120))
  const card = page.locator('li', { has: page.getByRole('heading', { name: 'Mia' }) })
  const says = (words: string) =>
    vi.waitFor(async () => expect((await card.innerText()).replace(/\s+/g, ' ')).toContain(words))
  await says('EU 28, with 13 mm of room')
  await says('more than three months ago')
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await faultsIn(page)).toEqual([])
  await card.getByText('Measured again').click()
  await card.getByLabel('Foot in mm').fill('180')
  await card.getByLabel('Measured on').fill(daysAgo(0))
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await faultsIn(page)).toEqual([])
  await card.getByRole('button', { name: 'Save' }).click()
  await says('EU 29, with 13 mm of room')
  expect(await page.getByText('more than three months ago').count()).toBe(0)
  await card.getByRole('button', { name: 'Remove' }).click()
  await page.getByText('Removed.').waitFor()
  expect(await page.getByRole('heading', { name: 'Mia' }).count()).toBe(0)
})

test.each(ways)('a size that the shop does not know is said so where it was typed, %s', async (...way) => {
  const [, how, faultsIn] = way
  const page = await member({ ...narrowDark, ...how })
  await page.getByText('Enter your size (Women’s shoes)').click()
  await page.locator('#size-women').fill('99')
  await page
    .locator('form', { has: page.locator('#size-women') })
    .getByRole('button', { name: 'Save' })
    .click()
  await page.getByText('We know no such size').waitFor()
  expect(await page.locator('#size-women').getAttribute('aria-invalid')).toBe('true')
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await faultsIn(page)).toEqual([])
})

test.each(ways)(
  'what fits of another brand is named as a size of this shoe, with why, %s',
  async (...way) => {
    const [, how, faultsIn] = way
    const { slug, variant, footMm } = await findShoe('men', ({ labels }) => Boolean(labels.uk))
    const { product } = await read<{ product: ProductView }>(`/products/${slug}`)
    const page = await (await newVisitor({ ...narrowDark, ...how })).newPage()
    await page.goto(`/p/${slug}`)
    const address = await page.getByRole('link', { name: 'Your size by another brand' }).getAttribute('href')
    await page.goto(address ?? '')
    await page.getByLabel('Brand', { exact: true }).selectOption(product.brandView.slug)
    await page.getByLabel('Size that fits').fill(`EU ${variant.labels.eu}`)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await faultsIn(page)).toEqual([])
    await page.getByRole('button', { name: 'Find my size' }).click()
    await page.getByRole('heading', { name: /^Take EU \d\d/ }).waitFor()
    await page.getByText(`is made for a foot of ${footMm} mm`).waitFor()
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await faultsIn(page)).toEqual([])
    await page.getByLabel('Size that fits').fill('99')
    await page.getByRole('button', { name: 'Find my size' }).click()
    await page.getByText('We know no such size of this brand').waitFor()
    expect(await page.getByLabel('Size that fits').getAttribute('aria-invalid')).toBe('true')
    expect(await faultsIn(page)).toEqual([])
  },
)

test.each(ways)('a family asks to be told when to measure, and takes it back, %s', async (...way) => {
  const [, how, faultsIn] = way
  const page = await member({ ...narrowDark, ...how })
  await addChild(page, 'Mia', 173, daysAgo(2))
  await page.getByRole('button', { name: 'Yes, write to me' }).click()
  await page.getByText('It is settled: we write to you').waitFor()
  await page.getByText('Your address is not confirmed yet').waitFor()
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await faultsIn(page)).toEqual([])
  await page.getByRole('button', { name: 'Stop these mails' }).click()
  await page.getByText('You get no more mails about measuring').waitFor()
  await page.getByRole('button', { name: 'Yes, write to me' }).waitFor()
})

test.each(ways)(
  'an account keeps what sizes are read in, and an order says them so beside the EU ones, %s',
  async (...way) => {
    const [, how, faultsIn] = way
    const { variant } = await findShoe('men', ({ labels }) => Boolean(labels.uk))
    const { eu, uk } = variant.labels
    const page = await member({ ...narrowDark, ...how })
    const form = page.locator('form', { has: page.locator('#size-system') })
    await form.getByLabel('Size system').selectOption('uk')
    await form.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Saved.').waitFor()
    expect(await page.locator('#size-system').inputValue()).toBe('uk')
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await faultsIn(page)).toEqual([])
    const { number } = await orderBy(sendAs(page.context()), variant.id, 1)
    await page.goto(`/orders/${number}`)
    const said = page.getByText(`EU ${eu} · UK ${uk}`)
    await said.waitFor()
    await said.getByText(`· UK ${uk}`, { exact: true }).waitFor()
    expect(await said.getByText('· US').isVisible()).toBe('javaScriptEnabled' in how)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    expect(await faultsIn(page)).toEqual([])
  },
)
