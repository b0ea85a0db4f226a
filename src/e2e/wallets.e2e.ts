import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import type { Fault } from '#services/payments/testing/stripe-double'
import type { Intent } from '#services/payments/testing/stripe-books'
import { newVisitor, onPhone } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { complaintsOf, faultsOf, overflowOf, violationsOf } from './access'
import { chooseSize, fillContact, fillDelivery, findSizes, orderNumber, type Find } from './shopper'

/** Speaks to the double of Stripe, which runs beside the shop. */
async function stripe(order: { faults?: Fault[]; holdEvents?: boolean } = {}): Promise<Intent[]> {
  const answer = await fetch(`${ofShop('stripeUrl')}/_double`, {
    method: 'POST',
    body: JSON.stringify(order),
  })
  return ((await answer.json()) as { intents: Intent[] }).intents
}
const intentsOf = async (number: string): Promise<Intent[]> =>
  (await stripe()).filter((intent) => intent.metadata.orderNumber === number)

afterEach(() => stripe({ faults: [], holdEvents: false }))

async function pick(): Promise<Find> {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  return find
}

async function toBag(page: Page, find?: Find): Promise<Find> {
  const chosen = find ?? (await pick())
  await chooseSize(page, chosen)
  await page.locator('button[data-add]:visible').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).waitFor()
  await page.goto('/cart')
  return chosen
}

async function openWallet(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Buy with Apple Pay' }).click()
  return page.getByRole('dialog', { name: 'Apple Pay' })
}

async function payTo(sheet: Locator, who: string, card = 'Good'): Promise<void> {
  await sheet.getByLabel('Deliver to').selectOption({ label: who })
  await sheet.and(sheet.page().locator('[data-busy=no]')).waitFor()
  await sheet.getByLabel('Card').selectOption(card)
  await sheet.getByRole('button', { name: 'Double-click to pay' }).click()
}
const ada = 'Ada Rossi, Torino'
const region = (page: Page): Locator => page.getByRole('region', { name: 'Buy at once' })
const isPaid = (page: Page) => page.getByText('Paid, being packed').waitFor()
const amountIn = async (sheet: Locator): Promise<number> =>
  Math.round(Number(/[\d.]+/.exec((await sheet.getByText(/^Total/).textContent()) ?? '')?.[0]) * 100)

test('a wallet buys from the bag: name, address and way at once, one order, one payment of just what it showed', async () => {
  const page = await (await newVisitor()).newPage()
  const [violations, complaints] = [await violationsOf(page), complaintsOf(page)]
  await toBag(page)
  await page.getByRole('button', { name: 'Buy with Apple Pay' }).waitFor()
  expect(await faultsOf(page, 'main')).toEqual([])
  const sheet = await openWallet(page)
  await sheet.getByLabel('Deliver to').selectOption({ label: 'Ada Rossi, Berlin' })
  await sheet.and(page.locator('[data-busy=no]')).waitFor()
  const rates = await sheet.getByLabel('Method').locator('option').allTextContents()
  await sheet.getByLabel('Method').selectOption({ label: rates.at(-1) ?? '' })
  await sheet.and(page.locator('[data-busy=no]')).waitFor()
  const shown = await amountIn(sheet)
  await sheet.getByRole('button', { name: 'Double-click to pay' }).click()
  const number = await orderNumber(page)
  await isPaid(page)
  const intents = await intentsOf(number)
  expect(intents.map(({ status, amount }) => [status, amount])).toEqual([['succeeded', shown]])
  await page.getByText('Hauptstr. 1').first().waitFor()
  expect([violations, complaints]).toEqual([[], []])
})

test('Buy now leads from the shoe to the wallets at the top of the checkout, on a phone', async () => {
  const page = await (await newVisitor(onPhone())).newPage()
  await chooseSize(page, await pick())
  await page.getByRole('button', { name: 'Buy now' }).click()
  await page.waitForURL(/\/checkout$/)
  const first = page.getByRole('button', { name: 'Buy with Apple Pay' })
  await first.waitFor()
  const [wallet, steps] = await Promise.all([first.boundingBox(), page.getByLabel('E-mail').boundingBox()])
  expect(wallet?.y).toBeLessThan(steps?.y ?? 0)
  expect(await overflowOf(page)).toBe(0)
  expect(await faultsOf(page, 'main')).toEqual([])
  await payTo(await openWallet(page), ada)
  await orderNumber(page)
  await isPaid(page)
})

test('Buy now works without script, and leads to the checkout, which has no wallets then', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await chooseSize(page, await pick(), false)
  await page.getByRole('button', { name: 'Buy now' }).click()
  await page.waitForURL(/\/checkout$/)
  await page.getByLabel('E-mail').waitFor()
  expect(await region(page).isVisible()).toBe(false)
})

test('a browser without wallets shows nothing of them', async () => {
  const page = await (await newVisitor()).newPage()
  await page.addInitScript(() => Object.assign(window, { noWallets: true }))
  await toBag(page)
  await page.waitForFunction(() => 'Stripe' in window)
  await page.waitForTimeout(200)
  expect(await region(page).isVisible()).toBe(false)
})

test('a closed wallet leaves the bag as it was, and nothing was ordered', async () => {
  const page = await (await newVisitor()).newPage()
  await toBag(page)
  const before = (await stripe()).length
  const sheet = await openWallet(page)
  await sheet.getByLabel('Deliver to').selectOption({ label: ada })
  await sheet.and(page.locator('[data-busy=no]')).waitFor()
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  expect((await stripe()).length).toBe(before)
  expect(await region(page).getByRole('alert').count()).toBe(0)
  await page.reload()
  await page.getByRole('button', { name: 'Buy with Apple Pay' }).waitFor()
})

test('an address where nobody delivers is refused in the wallet, and said on the page', async () => {
  const page = await (await newVisitor()).newPage()
  await toBag(page)
  await page.route('**/wallet-quote', (route) =>
    route.fulfill({ json: { options: [], reason: 'shipping.no-destination' } }),
  )
  const sheet = await openWallet(page)
  await sheet.getByLabel('Deliver to').selectOption({ label: ada })
  await sheet.getByText('This address cannot be delivered to').waitFor()
  expect(await sheet.getByLabel('Deliver to').locator('option').allTextContents()).not.toContain(
    'Kari Nordmann, Oslo',
  )
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await region(page).getByRole('alert').getByText('We do not deliver to this address').waitFor()
})

test('a wallet with a name of one word is told where the rest is filled in', async () => {
  const page = await (await newVisitor()).newPage()
  await toBag(page)
  const sheet = await openWallet(page)
  await payTo(sheet, 'Cher, Torino')
  await sheet.getByText('Your wallet gave no full name').waitFor()
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await region(page).getByRole('link', { name: 'Go to checkout' }).click()
  await page.getByLabel('E-mail').waitFor()
})

test.each([
  [
    'sold out meanwhile',
    { status: 409, json: { code: 'stock.insufficient' } },
    'Some of your bag was sold',
    'See your bag',
  ],
  [
    'a price that changed meanwhile',
    {
      status: 409,
      json: {
        code: 'price.changed',
        expected: { amount: 10_000, currency: 'EUR' },
        actual: { amount: 12_000, currency: 'EUR' },
      },
    },
    /The total is now €\s?120\.00/,
    '',
  ],
] as const)('%s is said in the wallet and on the page', async (_, answer, words, link) => {
  const page = await (await newVisitor()).newPage()
  await toBag(page)
  await page.route('**/api/store/checkout', (route) => route.fulfill(answer))
  const sheet = await openWallet(page)
  await payTo(sheet, ada)
  await sheet.getByText(words).waitFor()
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await region(page).getByRole('alert').getByText(words).waitFor()
  if (link) await region(page).getByRole('link', { name: link }).waitFor()
})

test('a declined wallet: the order stands, and is paid by card in another way', async () => {
  const page = await (await newVisitor()).newPage()
  await toBag(page)
  await payTo(await openWallet(page), ada, 'Declined')
  await region(page).getByRole('alert').getByText('Your card was declined').waitFor()
  expect(await faultsOf(page, 'main')).toEqual([])
  await region(page).getByRole('link', { name: 'Pay in another way' }).click()
  await page.getByLabel('Card number').fill('4242424242424242')
  await page.getByRole('button', { name: /^Pay €/ }).click()
  const number = await orderNumber(page)
  await isPaid(page)
  expect((await intentsOf(number)).map(({ status }) => status)).toEqual(['succeeded'])
})

test('a declined wallet that is given up puts the pairs back into the bag, and its payment can be paid by nobody', async () => {
  const page = await (await newVisitor()).newPage()
  await toBag(page)
  await payTo(await openWallet(page), ada, 'Declined')
  const words = (await region(page).getByRole('alert').textContent()) ?? ''
  const [number = ''] = /M-\d+/.exec(words) ?? []
  await region(page).getByRole('button', { name: 'Put everything back into the bag' }).click()
  await page.getByText('All of that order is in your bag').waitFor()
  await page.getByRole('button', { name: 'Buy with Apple Pay' }).waitFor()
  expect((await intentsOf(number)).map(({ status }) => status)).toEqual(['canceled'])
})

test('the same bag in two tabs, ordered by form in one: the wallet of the other leads to that order', async () => {
  const visitor = await newVisitor()
  const page = await visitor.newPage()
  await toBag(page)
  const sheet = await openWallet(page)
  const other = await visitor.newPage()
  await other.goto('/checkout')
  await fillContact(other)
  await fillDelivery(other)
  await other.getByRole('radio', { name: /^Card, wallet/ }).check()
  await other.getByRole('button', { name: 'Order with obligation to pay' }).click()
  const number = await orderNumber(other)
  await other.getByLabel('Card number').waitFor()
  await sheet.getByLabel('Deliver to').selectOption({ label: ada })
  await sheet.getByText('This address cannot be delivered to').waitFor()
  await sheet.getByRole('button', { name: 'Cancel' }).click()
  await region(page).getByText(`This bag was ordered already as ${number}`).waitFor()
  expect(await intentsOf(number)).toHaveLength(1)
})

test('Stripe that gives no answer: the order stands, and its page says so', async () => {
  const page = await (await newVisitor()).newPage()
  await toBag(page)
  await stripe({ faults: [{ how: 'gone', call: 'POST' }] })
  await payTo(await openWallet(page), ada)
  await page.waitForURL(/\/orders\/M-\d+\/pay$/)
  await page.getByText('We cannot reach our payment provider').waitFor()
})

test('bag and checkout run our scripts and those of Stripe, and no others; the shoe runs ours alone', async () => {
  const page = await (await newVisitor()).newPage()
  const { slug } = await toBag(page)
  for (const path of ['/cart', '/checkout']) {
    const answer = await page.goto(path)
    expect(answer?.headers()['content-security-policy']).toMatch(
      /script-src 'self' 'nonce-[^']+' http:\/\/127\.0\.0\.1:\d+;/,
    )
    await page.getByRole('button', { name: 'Buy with Apple Pay' }).waitFor()
    await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.intruder = true'
      document.head.append(script)
    })
    expect(await page.evaluate(() => 'intruder' in window)).toBe(false)
  }
  const answer = await page.goto(`/p/${slug}`)
  expect(answer?.headers()['content-security-policy']).toMatch(/script-src 'self';/)
})

test('a wallet that asks for 3-D Secure leads to the bank and back', async () => {
  const page = await (await newVisitor()).newPage()
  await toBag(page)
  await payTo(await openWallet(page), ada, 'Secured')
  await page.getByRole('button', { name: 'Approve the payment' }).click()
  await orderNumber(page)
  await isPaid(page)
})
