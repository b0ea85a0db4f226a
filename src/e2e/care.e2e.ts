import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { withClient } from '../start/testing/database'
import { ofShop } from '../start/testing/journey-shop'
import { faultsOf, overflowOf } from './access'
import { alive, fillContact, fillDelivery, orderNumber } from './shopper'

const shoe = '/p/albona-derby-cognac'

/** What a page of an order without a shoe says of shoes, in its own words. */
const ofShoes = async (page: Page): Promise<string[]> => {
  const text = await page.locator('main').innerText()
  return text.match(/\b(?:pairs?|shoes?|One size)\b/gi) ?? []
}

/** The stock of a care product, written past the shop, so its pages are told by hand. */
const stockOf = (slug: string, change: string) =>
  withClient(ofShop('databaseUrl'), async (client) => {
    const { rows } = await client.query<{ quantity: number }>(
      `INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason)
        SELECT l.variant_id, l.location_id, ${change}, 'correction', 'journey' FROM stock_levels l
        JOIN variants v ON v.id = l.variant_id JOIN products p ON p.id = v.product_id JOIN locations o ON o.id = l.location_id
        WHERE p.slug = $1 AND o.is_default RETURNING quantity::float8 AS quantity`,
      [slug],
    )
    await client.query(`SELECT pg_notify('molini_pages', $1)`, [`catalogue\nproduct:${slug}`])
    return rows[0]?.quantity ?? 0
  })

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
  expect(await ofShoes(page)).toEqual([])
  await page.getByRole('link', { name: 'Go to checkout' }).click()
  await fillContact(page)
  await fillDelivery(page, { hasScript: false })
  await page.getByRole('radio', { name: /Bank transfer/ }).check()
  expect(await ofShoes(page)).toEqual([])
  await page.getByRole('button', { name: 'Order with obligation to pay' }).click()
  await orderNumber(page)
  const text = (await page.locator('main').textContent()) ?? ''
  expect(text).toContain('Setola')
  expect(text).toContain('It is yours.')
  expect(await ofShoes(page)).toEqual([])
  await page.goto(`${new URL(page.url()).pathname}/review`)
  expect(await ofShoes(page)).toEqual([])
})

test('alone in a search and on a list, a care product is called a product, also for those who are sent the list', async () => {
  const page = await (await newVisitor({ javaScriptEnabled: false })).newPage()
  await page.goto('/search?q=setola')
  await page.getByRole('heading', { level: 2, name: 'Products' }).waitFor()
  expect(await page.locator('main').getByRole('status').innerText()).toBe('1 product')
  expect(await ofShoes(page)).toEqual([])
  await page.goto('/p/setola-brush')
  await page.getByRole('button', { name: 'Keep for later' }).click()
  await page.waitForURL(/\/wishlist/)
  expect(await ofShoes(page)).toEqual([])
  await page.getByRole('button', { name: 'Make a link for others' }).click()
  await page.goto(await page.getByLabel('Link to this list').inputValue())
  await page.getByRole('link', { name: 'View Setola' }).waitFor()
  expect(await ofShoes(page)).toEqual([])
})

test('what is sold out can be waited for on its page, without sizes, on a narrow phone in dark', async () => {
  const slug = 'setola-brush'
  const taken = await stockOf(slug, '-(l.on_hand - l.reserved)')
  const narrowDark = { viewport: { width: 320, height: 720 }, colorScheme: 'dark' as const }
  const page = await (await newVisitor({ ...narrowDark, javaScriptEnabled: false })).newPage()
  await page.goto(`/p/${slug}`)
  await page.getByText('Tell me when it is back').click()
  await page.getByLabel('E-mail', { exact: true }).fill('brush@example.org')
  await page.getByRole('button', { name: 'Tell me', exact: true }).click()
  await page.getByText('We write to you as soon as it is back.').waitFor()
  expect(await ofShoes(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
  await page.getByRole('link', { name: 'Back to the product' }).click()
  await page.getByText('Tell me when it is back').waitFor()
  const seeing = await (await newVisitor(narrowDark)).newPage()
  await seeing.goto(`/p/${slug}`)
  await seeing.getByText('Tell me when it is back').click()
  expect(await faultsOf(seeing)).toEqual([])
  expect(await overflowOf(seeing)).toBe(0)
  await stockOf(slug, String(-taken))
})
