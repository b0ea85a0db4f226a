import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { complaintsOf, faultsInBoth, faultsOf, openPages, overflowOf, violationsOf } from './access'
import { chooseSize, fillContact, fillDelivery, findSizes, orderNumber } from './shopper'

const wide = { viewport: { width: 1280, height: 900 } }
/** Milliseconds for a walk through all open pages on a busy machine. */
const manyPages = 400_000
const themes = ['light', 'dark'] as const

const windows = [
  { name: 'wide', isPhone: false, options: wide },
  { name: 'on a phone', isPhone: true, options: onPhone() },
]

/** By a visitor in each window at once: a page is looked at by one thread. */
const inEach = async (walk: (window: (typeof windows)[number]) => Promise<string[]>): Promise<string[]> =>
  (await Promise.all(windows.map(walk))).flat()

test(
  'every open page has no fault by WCAG 2.2 AA, no error and nothing that its policy forbids, wide and on a phone, light and dark',
  async () => {
    const walk = async ({ name, options }: (typeof windows)[number]) => {
      const page = await (await newVisitor(options)).newPage()
      const found = complaintsOf(page)
      const violations = await violationsOf(page)
      for (const path of openPages) {
        await page.goto(path)
        found.push(...(await faultsInBoth(page)))
      }
      return [...found, ...violations].map((fault) => `${name}: ${fault}`)
    }
    expect(await inEach(walk)).toEqual([])
  },
  manyPages,
)

test('an address that leads nowhere has no fault either', async () => {
  const page = await (await newVisitor(wide)).newPage()
  const answer = await page.goto('/nothing-here')
  expect(answer?.status()).toBe(404)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await faultsOf(page)).toEqual([])
})

test(
  'nothing is wider than a window of 320 pixels',
  async () => {
    const page = await (await newVisitor({ viewport: { width: 320, height: 640 } })).newPage()
    const wider: string[] = []
    for (const path of openPages) {
      await page.goto(path)
      const pixels = await overflowOf(page)
      if (pixels > 0) wider.push(`${path} by ${pixels}`)
    }
    expect(wider).toEqual([])
  },
  manyPages,
)

test('at 200 % a page fits, and its menu, search and bag are there', async () => {
  const page = await (
    await newVisitor({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 })
  ).newPage()
  for (const path of ['/', '/c/men', '/p/albona-derby-cognac', '/cart']) {
    await page.goto(path)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    for (const name of ['Menu', 'Search'])
      expect(await page.locator(`summary:visible[aria-label="${name}"]`).count()).toBe(1)
    expect(await page.locator('a[data-bag]:visible').count()).toBe(1)
  }
})

test('who asks for less motion gets none', async () => {
  const page = await (await newVisitor({ ...wide, reducedMotion: 'reduce' })).newPage()
  for (const path of ['/', '/c/men', '/p/albona-derby-cognac', '/cart']) {
    await page.goto(path)
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('*')]
        .filter((element) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element)
          return `${transitionDuration}, ${animationDuration}`
            .split(', ')
            .some((time) => parseFloat(time) > 0)
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 120)),
    )
    expect(moving).toEqual([])
  }
})

/** The states of a visit one after another; each is looked at when `look` is called. */
async function shop(page: Page, look: (state: string) => Promise<void>, isPhone: boolean): Promise<void> {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  await page.goto('/')
  await page.locator('header summary:visible').first().click()
  await look('menu')
  await page.goto('/')
  await page.locator('summary[aria-label="Search"]').click()
  await page.getByLabel('What are you looking for?').first().fill('derb')
  await page.locator('.suggestions a').first().waitFor()
  await look('suggestions')
  await page.goto('/c/men')
  await page.locator('shoe-card').first().hover()
  await look('sizes of a card')
  if (isPhone) {
    await page.locator('.filters-sheet > summary').click()
    await look('filter sheet')
  }
  await chooseSize(page, find)
  await look('chosen size')
  await page.locator('size-guide').getByRole('link', { name: 'Size guide' }).click()
  await page.locator('dialog[open] table').first().waitFor()
  await look('size guide')
  await page.keyboard.press('Escape')
  await page.locator('.gallery a').first().click()
  await look('large picture')
  await page.keyboard.press('Escape')
  await page.locator('button[data-add]:visible').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).waitFor()
  await look('drawer')
  await page.goto('/cart')
  await look('bag')
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await page.getByRole('button', { name: 'Continue to delivery' }).click()
  await page.getByRole('alert').first().waitFor()
  await look('contact, refused')
  await fillContact(page)
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await page.getByRole('alert').first().waitFor()
  await look('delivery, refused')
  await fillDelivery(page)
  await page.getByRole('radio', { name: /Bank transfer/ }).check()
  await look('payment')
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  await orderNumber(page)
  await look('confirmation')
}

test('every state of a purchase has no fault, wide and on a phone, light and dark', async () => {
  const found: string[] = []
  for (const colorScheme of themes) {
    const walk = async ({ name, isPhone, options }: (typeof windows)[number]) => {
      const page = await (await newVisitor({ ...options, colorScheme })).newPage()
      const faults: string[] = []
      await shop(
        page,
        async (state) => {
          faults.push(...(await faultsOf(page)).map((fault) => `${name}, ${colorScheme}, ${state}: ${fault}`))
          const pixels = await overflowOf(page)
          if (pixels > 0) faults.push(`${name}, ${state}: wider by ${pixels}`)
        },
        isPhone,
      )
      return faults
    }
    found.push(...(await inEach(walk)))
  }
  expect(found).toEqual([])
})

test('the pages of an account have no fault, light and dark', async () => {
  const page = await (await newVisitor(wide)).newPage()
  const faults: string[] = []
  await page.goto('/account/register')
  await page.getByLabel('E-mail').fill(`access-${Date.now()}@example.org`)
  await page.getByLabel(/^Password/).fill('a long word for a test')
  await page.locator('main form button').last().click()
  await page.waitForLoadState()
  for (const path of ['/account', '/account/addresses']) {
    await page.goto(path)
    faults.push(...(await faultsInBoth(page)))
  }
  expect(faults).toEqual([])
})
