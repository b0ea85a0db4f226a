import { expect, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { faultsOf, overflowOf } from './access'
import { alive, fillContact, fillDelivery, orderNumber } from './shopper'

const shoe = '/p/albona-derby-cognac'

test('what a leather needs is bought from the page of the shoe with one press, without leaving it', async () => {
  const page = await (await newVisitor(onPhone())).newPage()
  await page.goto(shoe)
  await alive(page)
  const care = page.getByRole('region', { name: 'Caring for smooth leather' })
  expect(await care.getByRole('listitem').first().textContent()).toContain('cedar trees')
  await care.getByRole('button', { name: /^Add to bag ?: Balsamo Cognac$/ }).click()
  const bag = page.getByRole('dialog')
  await bag.getByRole('heading', { name: 'Your bag, 1 item' }).waitFor()
  expect(await bag.getByText(/One size|EU/).count()).toBe(0)
  expect(new URL(page.url()).pathname).toBe(shoe)
  await page.goto('/p/setola-brush')
  expect(await faultsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
})

test('a care product is found, has no sizes to choose, and is bought without JavaScript', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto('/c/care')
  await page.getByRole('link', { name: 'Setola' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Setola' }).waitFor()
  expect(await page.locator('.size-grid, .systems, .pictogram').count()).toBe(0)
  await page.getByRole('button', { name: 'Add to bag' }).first().click()
  await page.waitForURL(/\/cart/)
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await fillContact(page)
  await fillDelivery(page, { hasScript: false })
  await page.getByRole('radio', { name: /Bank transfer/ }).check()
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  await orderNumber(page)
  const text = (await page.locator('main').textContent()) ?? ''
  expect(text).toContain('Setola')
  expect(text).toContain('It is yours.')
  expect(text).not.toMatch(/One size|\bpair is yours/)
})
