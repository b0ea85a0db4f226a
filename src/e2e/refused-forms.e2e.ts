import { randomUUID } from 'node:crypto'
import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { withClient } from '../start/testing/database'
import { ofShop } from '../start/testing/journey-shop'
import { joinAs, password } from './member'
import { findSizes, orderByApi, sendAs } from './shopper'
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

/** Values that mean something to a page, a cookie or an address. */
const hostile = 'Ada "><b>R</b>; Path=/ & ⅓'

/** What was typed stands in the fields; a page that is opened anew has forgotten it, and so has the browser. */
async function isStillThere(page: Page, typed: Readonly<Record<string, string>>): Promise<void> {
  const fields = page.getByRole('main')
  for (const [label, value] of Object.entries(typed))
    expect(await fields.getByLabel(label).inputValue(), label).toBe(value)
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain('molini-typed')
  await page.goto(page.url())
  for (const label of Object.keys(typed)) expect(await fields.getByLabel(label).inputValue()).toBe('')
}

const press = (page: Page, name: string) =>
  page.getByRole('main').getByRole('button', { name, exact: true }).click()

const registering = `${randomUUID()}@example.org`

const valuesOf = (inputs: Element[]): string[] => inputs.map((input) => (input as HTMLInputElement).value)

/** What the browser lets through and the shop refuses, by the page of its form. */
const refusals: readonly (readonly [
  path: string,
  fill: (page: Page) => Promise<Locator>,
  words: string,
  typed: Readonly<Record<string, string>>,
])[] = [
  [
    '/account/register',
    async (page) => {
      await page.getByLabel('First name').fill(hostile)
      await page.getByLabel('E-mail').fill(registering)
      await page.getByLabel(/^Password/).fill(registering)
      await press(page, 'Make an account')
      return page.getByLabel(/^Password/)
    },
    'one that is harder to guess',
    { 'First name': hostile, 'E-mail': registering },
  ],
  [
    '/account/sign-in',
    async (page) => {
      await page.getByLabel('E-mail').fill('nobody@example.org')
      await page.getByLabel('Password', { exact: true }).fill(password)
      await press(page, 'Sign in')
      return page.getByLabel('E-mail')
    },
    'E-mail and password do not fit together.',
    { 'E-mail': 'nobody@example.org' },
  ],
  [
    '/contact',
    async (page) => {
      await page.getByLabel('Name').fill(hostile)
      await page.getByLabel('E-mail').fill('ada@example.org')
      await page.getByLabel('What is it about?').fill('   ')
      await press(page, 'Send')
      return page.getByLabel('What is it about?')
    },
    'Please write a few words.',
    { Name: hostile, 'E-mail': 'ada@example.org' },
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
    { 'E-mail': 'ada@example' },
  ],
]

test.each([
  ['with script', true],
  ['without script', false],
])(
  'a form that is refused says what is wrong at its field, opens there and keeps what was typed: %s',
  async (_, javaScriptEnabled) => {
    const page = await (await newVisitor({ javaScriptEnabled })).newPage()
    for (const [path, fill, words, typed] of refusals) {
      await page.goto(path)
      await isSaidAt(page, await fill(page), words)
      expect(await page.locator('input[type=password]').evaluateAll(valuesOf)).not.toContain(registering)
      await isStillThere(page, typed)
    }
  },
)

test('so do an address of an account and a return without a pair', async () => {
  const page = await (await newVisitor()).newPage()
  const headers = { origin: ofShop('shopUrl') }
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
  for (const [label, value] of [
    ['First name', 'Ada'],
    ['Postcode', '10123'],
    ['Town', 'Torino'],
    ['Country', 'IT'],
  ] as const)
    expect(await page.getByLabel(label, { exact: true }).inputValue()).toBe(value)

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

/** No packing makes it fit into a cookie. */
const long = (length: number): string =>
  Array.from({ length }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 20_000))).join('')

const withoutScript = async () => {
  const visitor = await newVisitor({ javaScriptEnabled: false })
  return { visitor, page: await visitor.newPage() }
}

test('a letter to the shop and a review of thousands of characters come back whole, to nobody else', async () => {
  const { visitor, page } = await withoutScript()
  await page.goto('/contact')
  const text = page.getByLabel('What is it about?')
  await page.getByLabel('Name').fill('   ')
  await page.getByLabel('E-mail').fill('ada@example.org')
  await text.fill(long(5_000))
  await press(page, 'Send')
  await isSaidAt(page, page.getByLabel('Name'), 'Please tell us your name.')
  const stranger = await withoutScript()
  await stranger.page.goto(page.url())
  expect(await stranger.page.getByLabel('What is it about?').inputValue()).toBe('')
  await isStillThere(page, { 'E-mail': 'ada@example.org', 'What is it about?': long(5_000) })

  const [size] = await findSizes(1)
  if (!size) throw new Error('nothing to buy')
  const order = await orderByApi(size.variant.id, 1)
  const rest = await staffRest()
  for (const step of ['capture', 'ship', 'deliver']) await rest(`/orders/${order.id}/${step}`)
  await page.goto(`${order.link}?to=review`)
  await page.getByRole('radio', { name: '4 stars' }).check({ force: true })
  await page.getByLabel('What should others know?').fill(long(3_000))
  await page.getByLabel('Name to show').fill('   ')
  await press(page, 'Send the review')
  await isSaidAt(page, page.getByLabel('Name to show'), 'Fill this in.')
  expect(await page.getByRole('radio', { name: '4 stars' }).isChecked()).toBe(true)
  expect(await page.getByLabel('What should others know?').inputValue()).toBe(long(3_000))
  expect((await visitor.cookies()).map(({ name }) => name)).not.toContain('molini-typed')
})

test('so do a voucher code and a note with a gift, in the bag and at checkout, and the name of a passkey', async () => {
  const { visitor, page } = await withoutScript()
  const [size] = await findSizes(1)
  if (!size) throw new Error('nothing to buy')
  const send = sendAs(visitor)
  await send('POST', '/carts', { market: 'eu' })
  await send('POST', '/carts/current/lines', { variantId: size.variant.id, quantity: 1 })
  const note = `${hostile}\tAuguri!`
  for (const path of ['/cart', '/checkout']) {
    await page.goto(path)
    await page.getByLabel('Voucher code').fill('NO-SUCH-CODE')
    await page.getByRole('button', { name: 'Apply', exact: true }).first().click()
    await isSaidAt(page, page.getByLabel('Voucher code'), 'We do not know this code.')
    expect(await page.getByLabel('Voucher code').inputValue()).toBe('NO-SUCH-CODE')
    await page.goto(path)
    await page.getByText('A note with the gift').click()
    await page.getByLabel('Your words').fill(note)
    await page.getByRole('button', { name: 'Keep note' }).click()
    await isSaidAt(page, page.getByLabel('Your words'), 'only ones that can be printed')
    expect(await page.getByLabel('Your words').inputValue()).toBe(note)
  }

  const email = await joinAs(visitor)
  await withClient(ofShop('databaseUrl'), (client) =>
    client.query(
      `INSERT INTO passkeys (customer_id, credential_id, public_key, rp_id, counter, is_synced, name)
        SELECT id, $2, '', 'localhost', 0, false, 'Telefono' FROM customers WHERE email = $1`,
      [email, randomUUID()],
    ),
  )
  await page.goto('/account/security')
  await page.getByText('Rename or remove').click()
  const name = page.getByRole('listitem').getByLabel('Name', { exact: true })
  await name.fill('   ')
  await press(page, 'Save the name')
  await isSaidAt(page, name, 'Fill this in.')
  expect(await name.inputValue()).toBe('   ')
})
