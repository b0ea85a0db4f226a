import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { linkIn } from './mailbox'
import { chooseSize, fillContact, fillDelivery, findSizes, guest, orderByApi, orderNumber } from './shopper'

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

test('whoever closes the page amid the checkout finds the bag, the step and what was typed again', async () => {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  const context = await newVisitor()
  const closed = await context.newPage()
  await chooseSize(closed, find)
  await closed.locator('button[data-add]:visible').first().click()
  await closed.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).click()
  await fillContact(closed)
  await fillDelivery(closed)
  await closed.getByRole('radio', { name: /Bank transfer/ }).waitFor()
  await closed.close()

  const page = await context.newPage()
  await page.goto('/')
  await page.getByRole('link', { name: /^Bag/ }).first().click()
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await page.getByRole('radio', { name: /Bank transfer/ }).waitFor()
  await page.goto('/checkout?step=delivery')
  for (const [label, value] of Object.entries(guest.fields))
    expect(await page.getByLabel(label, { exact: true }).inputValue(), label).toBe(value)
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await page.getByRole('radio', { name: /Bank transfer/ }).check()
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  await orderNumber(page)
})

test('a guest who has lost the confirmation has a link to the order mailed; what does not open an order says so', async () => {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  const email = `ada-${randomUUID()}@example.org`
  const order = await orderByApi(find.variant.id, 1, { email })
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto(`${order.link}x`)
  await page.getByRole('alert').getByText('This link opens no order').waitFor()
  await page.getByLabel('Order number').fill(order.number)
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('If there is such an order, the link is on its way').waitFor()
  await page.goto(await linkIn(email, 'order-link', /https?:\/\/\S+\/o\/M-\d+\/[\w-]+/))
  await page.waitForURL(new RegExp(`/orders/${order.number}$`))
  expect(await page.locator('main').textContent()).toContain(find.title)
})
