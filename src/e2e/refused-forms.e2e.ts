import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { password } from './member'
import { findSizes, orderByApi } from './shopper'
import { staffRest } from './staff'

/** What a screen reader says of a field besides its name, in the order in which it says it. */
const descriptionOf = (field: Locator): Promise<string> =>
  field.evaluate((element) =>
    (element.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? `nothing is called ${id}`)
      .join(' '),
  )

/** The page opens at the field, which is marked as wrong and says why; and why stands on the page. */
async function isSaidAt(page: Page, field: Locator, words: string): Promise<void> {
  await page.waitForURL(/problem=/)
  await page.getByRole('alert').first().waitFor()
  expect(await field.getAttribute('aria-invalid'), words).toBe('true')
  expect(await descriptionOf(field)).toContain(words)
  await expect
    .poll(() => field.evaluate((element) => element === document.activeElement), { message: words })
    .toBe(true)
  await page.getByText(words).first().waitFor()
}

const press = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).click()

/** What the browser lets through and the shop refuses, by the page of its form. */
const refusals: readonly (readonly [path: string, fill: (page: Page) => Promise<Locator>, words: string])[] =
  [
    [
      '/account/register',
      async (page) => {
        const email = `${randomUUID()}@example.org`
        await page.getByLabel('E-mail').fill(email)
        await page.getByLabel(/^Password/).fill(email)
        await press(page, 'Make an account')
        return page.getByLabel(/^Password/)
      },
      'one that is harder to guess',
    ],
    [
      '/account/sign-in',
      async (page) => {
        await page.getByLabel('E-mail').fill(`${randomUUID()}@example.org`)
        await page.getByLabel('Password', { exact: true }).fill(password)
        await press(page, 'Sign in')
        return page.getByLabel('E-mail')
      },
      'E-mail and password do not fit together.',
    ],
    [
      '/contact',
      async (page) => {
        await page.getByLabel('Name').fill('Ada')
        await page.getByLabel('E-mail').fill('ada@example.org')
        await page.getByLabel('What is it about?').fill('   ')
        await press(page, 'Send')
        return page.getByLabel('What is it about?')
      },
      'Please write a few words.',
    ],
    [
      '/newsletter',
      async (page) => {
        const email = page.getByRole('main').getByLabel('E-mail')
        await email.fill('ada@example')
        await email.press('Enter')
        return email
      },
      'An e-mail address looks like name@example.org.',
    ],
  ]

test.each([
  ['with script', true],
  ['without script', false],
])(
  'a form that is refused says what is wrong at its field, and opens there: %s',
  async (_, javaScriptEnabled) => {
    const page = await (await newVisitor({ javaScriptEnabled })).newPage()
    for (const [path, fill, words] of refusals) {
      await page.goto(path)
      await isSaidAt(page, await fill(page), words)
    }
  },
)

test('so do an address of an account and a return without a pair', async () => {
  const page = await (await newVisitor()).newPage()
  const headers = { origin: inject('shopUrl') }
  const email = `${randomUUID()}@example.org`
  for (const path of ['customers', 'session'])
    await page.request.post(`/api/store/${path}`, { data: { email, password }, headers })
  await page.goto('/account/addresses')
  for (const [label, value] of [
    ['First name', 'Ada'],
    ['Last name', 'Rossi'],
    ['Street and number', '   '],
    ['Postcode', '10123'],
    ['Town', 'Torino'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('Country').selectOption('IT')
  await press(page, 'Save address')
  await isSaidAt(page, page.getByLabel('Street and number', { exact: true }), 'Fill this in.')

  const [size] = await findSizes(1)
  if (!size) throw new Error('nothing to buy')
  const order = await orderByApi(size.variant.id, 1)
  const rest = await staffRest()
  for (const step of ['capture', 'ship']) await rest(`/orders/${order.id}/${step}`)
  await page.goto(order.link)
  await page.getByRole('link', { name: 'Return or exchange' }).click()
  const pairs = page.getByLabel('How many')
  await pairs.selectOption('0')
  await press(page, 'Send the return')
  await isSaidAt(page, pairs, 'Please choose at least one item.')
})
