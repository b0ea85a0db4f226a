import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { withClient } from '../start/testing/database'
import { ofShop } from '../start/testing/journey-shop'
import { faultsOf, overflowOf } from './access'
import { joinAs, waitForTwo } from './member'

const narrowDark = { viewport: { width: 320, height: 720 }, colorScheme: 'dark' as const }

test('a shopper sees the sold-out sizes they wait for, and lets one go, on a narrow phone in dark', async () => {
  const page = await (await newVisitor(narrowDark)).newPage()
  const email = await joinAs(page.context())
  await page.goto('/account/alerts')
  await page.getByText('You wait for nothing').waitFor()
  await waitForTwo(email)
  await page.reload()
  const rows = page.locator('.orders > li')
  expect(await rows.count()).toBe(2)
  expect(await faultsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
  await rows
    .first()
    .getByRole('button', { name: /^Do not write to me/ })
    .click()
  await page.getByText('We do not write to you about that.').waitFor()
  expect(await rows.count()).toBe(1)
})

test('whoever chooses a sold-out size is led by its button to where one waits for it, also with an address that was mistyped first', async () => {
  const { slug, id } = await withClient(ofShop('databaseUrl'), async (client) => {
    const { rows } = await client.query<{ slug: string; id: string }>(
      `SELECT p.slug, v.id FROM variants v JOIN products p ON p.id = v.product_id
        JOIN stock_levels l ON l.variant_id = v.id
        WHERE p._status = 'published' AND v.deleted_at IS NULL
          AND EXISTS (SELECT FROM stock_levels o JOIN variants w ON w.id = o.variant_id
            WHERE w.product_id = p.id AND o.on_hand - o.reserved > 5)
        GROUP BY p.slug, v.id, v.sku HAVING sum(l.on_hand - l.reserved) = 0 ORDER BY v.sku LIMIT 1`,
    )
    const [row] = rows
    if (!row) throw new Error('Nothing is sold out')
    return row
  })
  const page = await (await newVisitor(narrowDark)).newPage()
  await page.goto(`/p/${slug}`)
  await page.locator(`label:has(input[name=variantId][value="${id}"])`).click()
  const button = page.locator('.buy [data-add]')
  await button.getByText(/is sold out: tell me when it is back/).waitFor()
  expect(await button.getAttribute('aria-disabled')).toBeNull()
  await button.click()
  await page.locator('#alert-email:focus').waitFor()
  expect(await page.locator('#alert-size').inputValue()).toBe(id)
  expect(await faultsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
  await page.keyboard.type('waits@example')
  await page.keyboard.press('Enter')
  await page.waitForURL(/problem=validation.failed/)
  const again = page.getByRole('main').getByLabel('E-mail')
  expect(await again.inputValue()).toBe('waits@example')
  expect(await again.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('End')
  await page.keyboard.type('.org')
  await page.keyboard.press('Enter')
  await page.getByText('We write to you as soon as it is back.').waitFor()
})
