import { expect, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { chooseSize, fillContact, fillDelivery, findSizes, orderNumber } from './shopper'

test('a guest buys two pairs without JavaScript', async () => {
  const finds = await findSizes(2)
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  for (const find of finds) {
    await chooseSize(page, find, false)
    await page.getByRole('button', { name: 'Add to bag' }).first().click()
    await page.waitForURL(/\/cart/)
  }
  await expect(page.getByRole('heading', { level: 1 }).textContent()).resolves.toContain('2 pairs')
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await fillContact(page)
  await fillDelivery(page, { hasScript: false })
  await page.getByRole('radio', { name: /Bank transfer/ }).check()
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  const number = await orderNumber(page)
  const text = (await page.locator('main').textContent()) ?? ''
  expect(text).toContain(number)
  expect(text).toContain('IBAN')
  for (const { title } of finds) expect(text).toContain(title)
})

test('a guest buys on a phone, in place, and sees the order again by its mailed link', async () => {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  const context = await newVisitor(onPhone())
  const page = await context.newPage()
  await chooseSize(page, find)
  await page.locator('button[data-add]:visible').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).click()
  await fillContact(page)
  await fillDelivery(page)
  await page.getByRole('radio', { name: /Cash on delivery/ }).check()
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  await orderNumber(page)
  expect(await page.locator('main').textContent()).toContain(find.title)
  await page.reload()
  expect(await page.locator('main').textContent()).toContain(find.title)
})

test('a stranger who knows the number sees nothing of an order', async () => {
  const page = await (await newVisitor()).newPage()
  await page.goto('/orders/M-100001')
  expect(await page.locator('main').textContent()).toContain('We cannot show this order')
})

test('what is missing at checkout is said beside the field, and nothing typed is lost', async () => {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  const page = await (await newVisitor()).newPage()
  await chooseSize(page, find)
  await page.locator('button[data-add]:visible').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).click()
  await fillContact(page)
  await page.getByLabel('First name', { exact: true }).fill('Ada')
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await page.getByRole('alert').first().waitFor()
  await expect(page.getByLabel('First name', { exact: true }).inputValue()).resolves.toBe('Ada')
  await expect(page.getByLabel('Town', { exact: true }).getAttribute('aria-invalid')).resolves.toBe('true')
})

test('another country just before going on: the step waits for its ways, and a place nobody goes to is said', async () => {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  const page = await (await newVisitor()).newPage()
  await chooseSize(page, find)
  await page.locator('button[data-add]:visible').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).click()
  await fillContact(page)
  await fillDelivery(page)
  await page.goto('/checkout?step=delivery')
  await page.route('**/shipping-options?*', async (route) => {
    await new Promise((done) => setTimeout(done, 1_500))
    await route.continue()
  })
  const goOn = page.getByRole('button', { name: 'Continue to payment' })
  await page.getByLabel('Postcode', { exact: true }).fill('35001')
  await page.getByLabel('Country').selectOption('ES')
  await goOn.click()
  await page.getByText('We do not deliver to this address').first().waitFor()
  expect(await page.getByRole('radio', { name: /Bank transfer/ }).count()).toBe(0)

  await page.getByLabel('Country').selectOption('DE')
  await page.getByLabel('Postcode', { exact: true }).fill('10115')
  await goOn.click()
  await page.getByRole('radio', { name: /Bank transfer/ }).waitFor()
  const { cart } = (await (await page.request.get('/api/store/carts/current')).json()) as {
    cart: { totals: { shipping?: { amount: number } } }
  }
  expect(cart.totals.shipping?.amount).toBeDefined()
})
