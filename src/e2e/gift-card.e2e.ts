import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, inject, test } from 'vitest'
import { stockRoom } from '../bench/stock-room'
import { newVisitor } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { faultsOf } from './access'
import { chooseSize, fillContact, fillDelivery, findSizes, orderNumber } from './shopper'
import { enterAs, openAdmin } from './staff'

/** A card made at the desk, with the code that its screen shows once. */
async function issueCard(page: Page, amount: string): Promise<string> {
  await openAdmin(page, '/admin/collections/credits')
  await page.getByRole('button', { name: 'Issue a gift card' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Amount').fill(amount)
  await dialog.getByRole('button', { name: 'Issue', exact: true }).click()
  const code = await dialog.getByLabel('Code of the gift card').textContent()
  await dialog.getByRole('button', { name: 'I have written it down' }).click()
  return code?.trim() ?? ''
}

const desk = async (): Promise<Page> => {
  const page = await (await newVisitor({ viewport: { width: 1440, height: 1000 } })).newPage()
  await enterAs(page, inject('owner'))
  return page
}

async function bagWithPair(page: Page, hasScript = true): Promise<void> {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  await chooseSize(page, find, hasScript)
  if (!hasScript) {
    await page.getByRole('button', { name: 'Add to bag' }).first().click()
    return page.waitForURL(/\/cart/)
  }
  await page.locator('button[data-add]:visible').first().click()
  await page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).waitFor()
  await page.goto('/cart')
}

async function giveCard(page: Page, code: string): Promise<void> {
  const box = page.getByLabel('Code of the gift card')
  if (!(await box.isVisible())) await page.getByText('Pay with a gift card').click()
  await box.fill(code.toLowerCase())
  await page
    .getByRole('group', { name: 'Gift cards and store credit' })
    .getByRole('button', { name: 'Apply' })
    .click()
  await page
    .getByText(`Gift card ${code.slice(-4)}`)
    .first()
    .waitFor()
}

test('a gift card pays a part without JavaScript, and the transfer asks for the rest', async () => {
  const code = await issueCard(await desk(), '20.00')
  expect(code).toMatch(/^[2-9A-Z-]{24}$/)
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await bagWithPair(page, false)
  await giveCard(page, code)
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await fillContact(page)
  await fillDelivery(page, { hasScript: false })
  await page.getByRole('radio', { name: /Bank transfer/ }).check()
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  const number = await orderNumber(page)
  const room = await stockRoom(ofShop('databaseUrl'))
  const [order] = await room.one<{ total: number; held: number; status: string }>(
    'SELECT total::float8 AS total, held::float8 AS held, payment_status AS status FROM orders WHERE number = $1',
    [number],
  )
  expect(order).toMatchObject({ held: 2_000, status: 'pending' })
  const transfer = await page.getByRole('region', { name: /transfer/i }).textContent()
  const rest = (((order?.total ?? 0) - 2_000) / 100).toFixed(2)
  expect(transfer).toContain(rest)
  expect(await room.faults()).toEqual([])
  await room.close()
})

test('a gift card pays all of it, and nothing else is asked for', async () => {
  const code = await issueCard(await desk(), '900.00')
  const page = await (await newVisitor()).newPage()
  await bagWithPair(page)
  await giveCard(page, code)
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await fillContact(page)
  await fillDelivery(page)
  await page.getByText('There is nothing more to pay').waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect(await page.getByRole('radio', { name: /Bank transfer/ }).count()).toBe(0)
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  const number = await orderNumber(page)
  const text = (await page.locator('main').textContent()) ?? ''
  expect(text).toContain(`Gift card ${code.slice(-4)}`)
  expect(text).not.toContain('IBAN')
  expect(await faultsOf(page)).toEqual([])
  const room = await stockRoom(ofShop('databaseUrl'))
  const rows = await room.one<{ status: string; provider: string }>(
    `SELECT o.payment_status AS status, p.provider FROM orders o JOIN payments p ON p.order_id = o.id WHERE o.number = $1`,
    [number],
  )
  expect(rows).toEqual([{ status: 'paid', provider: 'gift-card' }])
  await room.close()
})

test('a wrong gift card is said beside its field', async () => {
  const page = await (await newVisitor()).newPage()
  await bagWithPair(page)
  await page.getByText('Pay with a gift card').click()
  await page.getByLabel('Code of the gift card').fill('2222-2222-2222-2222-2222')
  await page
    .getByRole('group', { name: 'Gift cards and store credit' })
    .getByRole('button', { name: 'Apply' })
    .click()
  await page.getByRole('alert').getByText('We do not know this gift card').waitFor()
  expect(await faultsOf(page)).toEqual([])
})

test('a refund becomes store credit, which pays the next order of the customer', async () => {
  const email = `ada.${randomUUID().slice(0, 8)}@example.org`
  const password = 'a long walk in new shoes'
  const shop = await newVisitor()
  const page = await shop.newPage()
  const send = (path: string, data: object) =>
    page.request.post(`/api/store${path}`, { data, headers: { origin: ofShop('shopUrl') } })
  expect((await send('/customers', { email, password, firstName: 'Ada' })).status()).toBe(201)
  expect((await send('/session', { email, password })).ok()).toBe(true)

  await bagWithPair(page)
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await fillDelivery(page)
  await page.getByRole('radio', { name: /Bank transfer/ }).check()
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  const number = await orderNumber(page)

  const office = await desk()
  await openAdmin(office, '/admin/collections/orders')
  // Not by a click: on its first visit the list writes its own address once more, which may overtake one.
  const order = await office.getByRole('link', { name: number }).getAttribute('href')
  await openAdmin(office, order ?? '')
  await office.getByRole('button', { name: 'Take payment' }).click()
  await office
    .getByRole('dialog')
    .getByRole('button', { name: /^Take / })
    .click()
  await office.getByText('Paid', { exact: true }).first().waitFor()
  await office.getByRole('button', { name: 'Give money back', exact: true }).click()
  const dialog = office.getByRole('dialog')
  await dialog.getByLabel(/^Amount in EUR/).fill('30.00')
  await dialog.getByLabel('Store credit').check()
  await dialog.getByLabel('Reason').fill('a scratch')
  await dialog.getByRole('button', { name: /^Give back/ }).click()
  await office.getByRole('link', { name: 'as credit' }).waitFor()

  await page.goto('/account')
  await page.getByText('30.00').first().waitFor()
  await bagWithPair(page)
  await page.getByRole('button', { name: /Use store credit of/ }).click()
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await fillDelivery(page)
  await page.getByRole('radio', { name: /Bank transfer/ }).check()
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  await orderNumber(page)
  expect(await page.locator('main').textContent()).toContain('Store credit')
  await page.goto('/account')
  await page.getByText('0.00').first().waitFor()
})
