import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import type { Fault } from '#services/payments/testing/stripe-double'
import { cards, type Intent } from '#services/payments/testing/stripe-books'
import { newVisitor, onPhone } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { chooseSize, fillContact, fillDelivery, findSizes, orderNumber } from './shopper'

/** Speaks to the double of Stripe, which runs beside the shop. */
async function stripe(
  order: { faults?: Fault[]; holdEvents?: boolean; deliver?: boolean } = {},
): Promise<Intent[]> {
  const answer = await fetch(`${ofShop('stripeUrl')}/_double`, {
    method: 'POST',
    body: JSON.stringify(order),
  })
  return ((await answer.json()) as { intents: Intent[] }).intents
}

afterEach(() => stripe({ faults: [], holdEvents: false }))

async function orderByCard(page: Page): Promise<string> {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  await chooseSize(page, find)
  await page.locator('button[data-add]:visible').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).click()
  await fillContact(page)
  await fillDelivery(page)
  await page.getByRole('radio', { name: /^Card, wallet/ }).check()
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  return orderNumber(page)
}

async function pay(page: Page, card: string): Promise<void> {
  await page.getByLabel('Card number').fill(card)
  await page.getByRole('button', { name: /^Pay €/ }).click()
}

const intentsOf = async (number: string): Promise<Intent[]> =>
  (await stripe()).filter((intent) => intent.metadata.orderNumber === number)

const isPaid = (page: Page) => page.getByText('Paid, being packed').waitFor()

test('a guest pays by card with 3-D Secure', async () => {
  const page = await (await newVisitor()).newPage()
  const strangers: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script' && !request.url().startsWith(ofShop('shopUrl')))
      strangers.push(new URL(page.url()).pathname)
  })
  const number = await orderByCard(page)
  await page.waitForURL(new RegExp(`/orders/${number}/pay$`))
  await page.locator('[data-methods^="apple_pay google_pay "]').waitFor()
  await pay(page, cards.secured)
  await page.getByRole('button', { name: 'Approve the payment' }).click()
  await page.waitForURL(new RegExp(`/orders/${number}`))
  await isPaid(page)
  const [intent, ...others] = await intentsOf(number)
  expect(others).toEqual([])
  expect(intent).toMatchObject({ status: 'succeeded' })
  // The wallets stand first at checkout.
  expect(new Set(strangers)).toEqual(new Set(['/checkout', `/orders/${number}/pay`]))
})

test('a declined card, then another one on the same order: paid once', async () => {
  const page = await (await newVisitor(onPhone())).newPage()
  const number = await orderByCard(page)
  await pay(page, cards.declined)
  await page.getByRole('alert').getByText('Your card was declined').waitFor()
  await page.goto(`/orders/${number}`)
  await page.getByRole('link', { name: 'Pay now' }).click()
  await pay(page, cards.good)
  await page.waitForURL(/redirect_status|\/orders\/M-\d+$/)
  await isPaid(page)
  const intents = await intentsOf(number)
  expect(intents.map(({ status }) => status)).toEqual(['succeeded'])
})

test('3-D Secure that is refused leaves the order to be paid', async () => {
  const page = await (await newVisitor()).newPage()
  const number = await orderByCard(page)
  await pay(page, cards.secured)
  await page.getByRole('button', { name: 'Refuse the payment' }).click()
  await page.waitForURL(new RegExp(`/orders/${number}`))
  await page.getByRole('link', { name: 'Pay now' }).click()
  await pay(page, cards.good)
  await isPaid(page)
})

test('while the word of the bank is awaited the page says so, and shows the end by itself', async () => {
  await stripe({ holdEvents: true })
  const page = await (await newVisitor()).newPage()
  const number = await orderByCard(page)
  await pay(page, cards.good)
  await page.getByRole('heading', { name: 'Your payment is on its way to us' }).waitFor()
  expect(await page.getByRole('link', { name: 'Pay now' }).count()).toBe(0)
  await stripe({ holdEvents: false, deliver: true })
  await isPaid(page)
  expect(new URL(page.url()).search).toBe('')
  expect((await intentsOf(number)).map(({ status }) => status)).toEqual(['succeeded'])
})

test('Stripe that is down: the order is placed, the shopper is told the truth, and pays when it is back', async () => {
  await stripe({ faults: [{ how: 'gone', call: 'POST' }] })
  const page = await (await newVisitor()).newPage()
  const number = await orderByCard(page)
  await page.getByText('We cannot reach our payment provider').waitFor()
  expect(await page.locator('main').textContent()).toContain(number)
  await stripe({ faults: [] })
  await page.getByRole('button', { name: 'Try again' }).click()
  await pay(page, cards.good)
  await isPaid(page)
})

test('the pay page runs no script but ours and that of Stripe', async () => {
  const page = await (await newVisitor()).newPage()
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  const number = await orderByCard(page)
  const answer = await page.goto(`/orders/${number}/pay`)
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' http:\/\/127\.0\.0\.1:\d+;/)
  await page.getByLabel('Card number').waitFor()
  expect(errors).toEqual([])
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.intruder = true'
    document.head.append(script)
  })
  expect(await page.evaluate(() => 'intruder' in window)).toBe(false)
})
