import type { Locator, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import type { MapMood } from '#services/address-search/testing/photon-double'
import { newVisitor, onPhone } from '../start/testing/browser'
import { ofShop } from '../start/testing/journey-shop'
import { complaintsOf, faultsOf, overflowOf, violationsOf } from './access'
import { joinAs } from './member'
import { chooseSize, fillContact, findSizes } from './shopper'

/** Speaks to the double of the map, which runs beside the shop. */
const setMood = (mood: MapMood): Promise<Response> => fetch(`${ofShop('mapUrl')}/_double?mood=${mood}`)

afterEach(() => setMood('right'))

async function toDelivery(page: Page, { hasScript = true, isKnown = false } = {}): Promise<Locator> {
  const [find] = await findSizes(1)
  if (!find) throw new Error('nothing to buy')
  await chooseSize(page, find, hasScript)
  await page.locator('button[data-add]:visible').first().click()
  if (hasScript) await page.getByRole('dialog').getByRole('link', { name: 'Go to checkout' }).click()
  else await page.goto('/checkout')
  if (!isKnown) await fillContact(page)
  await page.getByLabel('Country').selectOption('IT')
  return page.getByLabel('Street and number')
}

const valueOf = (page: Page, label: string): Promise<string> =>
  page.getByLabel(label, { exact: true }).inputValue()
const offers = (page: Page): Locator => page.getByRole('listbox', { name: 'Suggested addresses' })

test('an address is found with the keyboard alone, read out, and fills street, postcode, town and region', async () => {
  const page = await (await newVisitor()).newPage()
  const violations = await violationsOf(page)
  const complaints = complaintsOf(page)
  const strangers: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(ofShop('shopUrl')) && request.url().includes('po'))
      strangers.push(request.url())
  })
  const street = await toDelivery(page)
  await street.focus()
  await page.keyboard.type('via po 12')
  await offers(page).waitFor()
  await page.getByRole('status').getByText('3 addresses to choose from').waitFor()
  expect(await faultsOf(page, 'main')).toEqual([])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  const first = offers(page).getByRole('option').first()
  expect(await first.getAttribute('aria-selected')).toBe('true')
  expect(await street.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'))
  await page.keyboard.press('Enter')
  await page.getByRole('status').getByText('The address is filled in').waitFor()
  expect(await offers(page).count()).toBe(0)
  expect(await valueOf(page, 'Street and number')).toBe('Via Po 12')
  expect(await valueOf(page, 'Postcode')).toBe('10123')
  expect(await valueOf(page, 'Town')).toBe('Torino')
  expect(await page.getByLabel('State or region').inputValue()).toBe('Torino')
  expect(await street.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.getByLabel('First name').fill('Ada')
  await page.getByLabel('Last name').fill('Rossi')
  await page.getByRole('button', { name: 'Continue to payment' }).click()
  await page.getByText('Ada Rossi, Via Po 12, 10123 Torino').waitFor()
  expect([violations, complaints, strangers]).toEqual([[], [], []])
})

test('Escape and going on close the list, and what is typed by hand stays', async () => {
  const page = await (await newVisitor()).newPage()
  const street = await toDelivery(page)
  await street.pressSequentially('via po')
  await offers(page).waitFor()
  await page.keyboard.press('Escape')
  expect(await offers(page).count()).toBe(0)
  await page.keyboard.press('ArrowDown')
  await offers(page).waitFor()
  await page.keyboard.press('Tab')
  expect(await offers(page).count()).toBe(0)
  expect(await street.inputValue()).toBe('via po')
  await page.getByLabel('Country').selectOption('DE')
  await street.fill('potsdamer 5')
  await page.getByRole('option', { name: 'Potsdamer Straße 5, 10785 Berlin' }).waitFor()
  expect(await offers(page).getByRole('option').count()).toBe(1)
})

test('on a phone it works by touch, and markup in the names of a map is nothing but text', async () => {
  const page = await (await newVisitor(onPhone())).newPage()
  const street = await toDelivery(page)
  await street.pressSequentially('pomba 1')
  const option = page.getByRole('option', { name: 'Via Pomba 1' })
  await option.waitFor()
  expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  expect(await overflowOf(page)).toBe(0)
  await option.tap()
  expect(await valueOf(page, 'Postcode')).toBe('10123')
  await setMood('hostile')
  await street.fill('via')
  await page.getByRole('option', { name: '<img src=x' }).tap()
  expect(await street.inputValue()).toBe('<img src=x onerror="window.intruder=1">')
  expect(await page.evaluate(() => 'intruder' in window)).toBe(false)
})

test('while the map is down an address is typed as ever', async () => {
  await setMood('error')
  const page = await (await newVisitor()).newPage()
  const complaints = complaintsOf(page)
  const street = await toDelivery(page)
  const answered = page.waitForResponse(/address-suggestions$/)
  await street.pressSequentially('via po')
  expect((await answered).status()).toBe(200)
  expect(await offers(page).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('who is signed in is offered their own addresses first', async () => {
  const page = await (await newVisitor()).newPage()
  await joinAs(page.context())
  await page.goto('/account/addresses')
  await page.getByLabel('First name').fill('Ada')
  await page.getByLabel('Last name').fill('Rossi')
  await page.getByLabel('Country').selectOption('DE')
  await page.getByLabel('Street and number').pressSequentially('potsdamer 7')
  await page.getByRole('option', { name: 'Potsdamer Straße 7' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Potsdamer Straße 7').waitFor()
  const street = await toDelivery(page, { isKnown: true })
  await street.fill('')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('option', { name: 'Potsdamer Straße 7, 10785 Berlin Your address' }).click()
  expect(await page.getByLabel('Country').inputValue()).toBe('DE')
  expect(await valueOf(page, 'Town')).toBe('Berlin')
})

test('without script the street is a plain field', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  const street = await toDelivery(page, { hasScript: false })
  expect(await street.getAttribute('role')).toBeNull()
  expect(await street.getAttribute('aria-expanded')).toBeNull()
})
