import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { faultsOf } from './access'
import { alive, findSizes, guest, orderNumber } from './shopper'

const farthest = 150

/** The focused element, or the label or card that stands for it, wears the ring. */
const hasRing = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const chain: Element[] = []
    for (let at = document.activeElement; at && chain.length < 4; at = at.parentElement) chain.push(at)
    return chain.some((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
    })
  })

/** Goes on with Tab until `target` has the focus; every stop on the way must show where one is. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const unseen: string[] = []
  for (let step = 0; step < farthest; step += 1) {
    await page.keyboard.press('Tab')
    if (!(await hasRing(page)))
      unseen.push(await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160) ?? ''))
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(unseen).toEqual([])
      return
    }
  }
  throw new Error(`Tab does not reach ${target}`)
}

async function typeInto(page: Page, label: string, value: string): Promise<void> {
  await tabTo(page, page.getByLabel(label, { exact: true }))
  await page.keyboard.type(value)
}

async function pressButton(page: Page, name: string): Promise<void> {
  await tabTo(page, page.getByRole('button', { name }))
  await page.keyboard.press('Enter')
}

test('the first Tab offers the way past the header', async () => {
  const page = await (await newVisitor()).newPage()
  await page.goto('/c/men')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
})

test('a pair is bought with the keyboard alone', async () => {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  const page = await (await newVisitor({ viewport: { width: 1280, height: 900 } })).newPage()
  await page.goto(`/p/${find.slug}`)
  await alive(page)
  const size = page.locator(`input[name="variantId"][value="${find.variant.id}"]`)
  await tabTo(page, page.locator('input[name="variantId"]:visible').first())
  await page.keyboard.press('Space')
  for (let step = 0; step < 60 && !(await size.isChecked()); step += 1)
    await page.keyboard.press('ArrowRight')
  expect(await size.isChecked()).toBe(true)
  await tabTo(page, page.locator('.buy [data-add]'))
  await page.keyboard.press('Enter')
  const bag = page.getByRole('dialog')
  await bag.waitFor()
  expect(await bag.evaluate((dialog) => dialog.contains(document.activeElement))).toBe(true)
  await tabTo(page, bag.getByRole('link', { name: 'Go to checkout' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/checkout/, { waitUntil: 'load' })
  await page.getByLabel('E-mail').waitFor()
  await typeInto(page, 'E-mail', guest.email)
  await page.keyboard.press('Enter')
  await page.getByLabel('First name', { exact: true }).waitFor()
  await page.waitForLoadState('load')
  for (const [label, value] of Object.entries(guest.fields)) await typeInto(page, label, value)
  await tabTo(page, page.getByLabel('Country'))
  await page.keyboard.type('Italy')
  // The ways to deliver there are asked for; whoever stood on one of those before would stand nowhere.
  await page.locator('[aria-labelledby="field-shippingOption"][aria-busy="false"]').waitFor()
  await pressButton(page, 'Continue to payment')
  const payment = page.getByRole('radio', { name: /Bank transfer/ })
  await payment.waitFor()
  await page.waitForLoadState('load')
  await tabTo(page, page.locator('[name="paymentMethod"]').first())
  await page.keyboard.press('Space')
  await pressButton(page, 'Order with obligation to pay')
  expect(await orderNumber(page)).toMatch(/^M-\d+$/)
})

test('the drawer closes with Escape and gives the focus back', async () => {
  const page = await (await newVisitor()).newPage()
  await page.goto('/c/men')
  await alive(page)
  await page.locator('a[data-bag]').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-bag'))).toBe(true)
})

test('suggestions are gone through with the arrow keys and chosen with Enter', async () => {
  const page = await (await newVisitor()).newPage()
  await page.goto('/')
  await page.locator('summary[aria-label="Search"]').click()
  const field = page.getByRole('combobox', { name: 'What are you looking for?' })
  await field.fill('derb')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  expect(await page.getByRole('option', { selected: true }).count()).toBe(1)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/p\/[a-z0-9-]+$/)
})

test('brands stand among the suggestions, named as a group, and lead to their shoes by keys', async () => {
  const page = await (await newVisitor({ viewport: { width: 1280, height: 900 } })).newPage()
  await page.goto('/')
  await page.locator('summary[aria-label="Search"]').click()
  await page.getByRole('combobox', { name: 'What are you looking for?' }).fill('molini')
  const brand = page.getByRole('group', { name: 'Brands' }).getByRole('option', { name: 'Molini' })
  await brand.waitFor()
  expect(await faultsOf(page, '.search-panel')).toEqual([])
  const options = await page.getByRole('option').count()
  for (let press = 0; press < options; press += 1) {
    await page.keyboard.press('ArrowDown')
    if ((await brand.getAttribute('aria-selected')) === 'true') break
  }
  expect(await brand.getAttribute('aria-selected')).toBe('true')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=Molini$/)
  await page.locator('main .card').first().waitFor()
})

test('a search is typed, sent with Enter and gone through by keys', async () => {
  const page = await (await newVisitor()).newPage()
  await page.goto('/search')
  await page.getByRole('main').getByRole('searchbox').focus()
  await page.keyboard.type('derby')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=derby$/)
  await page.getByRole('heading', { level: 1 }).filter({ hasText: 'derby' }).waitFor()
  expect(await page.getByRole('main').getByRole('searchbox').inputValue()).toBe('derby')
  await page.getByRole('main').getByRole('searchbox').focus()
  await tabTo(page, page.locator('main .card-head a').first())
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/p\/[a-z0-9-]+$/)
})

test('without script a search finds, goes on to its next page, and a size of what it found goes into the bag', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto('/search')
  await page.getByRole('main').getByRole('searchbox').fill('leather')
  await page.getByRole('main').getByRole('search').getByRole('button').click()
  await page.waitForURL(/\/search\?q=leather$/)
  const count = page.getByRole('main').getByRole('status')
  const said = await count.textContent()
  await page.getByRole('main').locator('a[href*="page=2"]').first().click()
  await page.waitForURL(/page=2/)
  expect(await count.textContent()).toBe(said)
  await page.locator('shoe-card .quick button').first().dispatchEvent('click')
  await page.waitForURL(/\/cart/)
  await page.getByRole('main').getByRole('listitem').first().waitFor()
})
