import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { withClient } from '../start/testing/database'
import { ofShop } from '../start/testing/journey-shop'
import { faultsOf, overflowOf } from './access'

const slug = 'foz-sneaker-slate'
const narrowDark = { viewport: { width: 320, height: 720 }, colorScheme: 'dark' as const }

/** The launch is so many seconds from now; saved past the shop, so its pages are told by hand. */
const launchIn = (seconds: number) =>
  withClient(ofShop('databaseUrl'), async (client) => {
    await client.query(
      `UPDATE products SET launched_at = date_trunc('second', now()) + make_interval(secs => $2) WHERE slug = $1`,
      [slug, seconds],
    )
    await client.query(`SELECT pg_notify('molini_pages', $1)`, [`catalogue\nproduct:${slug}`])
  })

test('a shoe that is to come says from when and cannot be bought, without JavaScript on a narrow phone in dark', async () => {
  await launchIn(6 * 86_400)
  const page = await (await newVisitor({ ...narrowDark, javaScriptEnabled: false })).newPage()
  await page.goto(`/p/${slug}`)
  await page.getByRole('heading', { name: /^From .+ (CET|CEST|GMT\+[12])$/ }).waitFor()
  // What cares for it may be bought meanwhile.
  const buying = { name: /add to bag|choose/i }
  const ofCare = await page.locator('.care-plan').getByRole('button', buying).count()
  expect(await page.getByRole('button', buying).count()).toBe(ofCare)
  expect(await page.locator('add-to-bag, [data-add]').count()).toBe(0)
  expect(await page.locator('.countdown').isVisible()).toBe(false)
  expect(await page.getByText(/At most one pair for each person/).isVisible()).toBe(true)
  expect(await overflowOf(page)).toBe(0)
})

test('its page counts down without moving, is quiet for screen readers, and turns by itself when the time has come', async () => {
  await launchIn(6 * 86_400)
  const page = await (await newVisitor(narrowDark)).newPage()
  await page.goto(`/p/${slug}`)
  const clock = page.locator('.countdown')
  await page.locator('launch-countdown[data-ticks]').waitFor()
  const box = await clock.boundingBox()
  const first = await clock.innerText()
  await expect.poll(() => clock.innerText(), { timeout: 5_000 }).not.toBe(first)
  expect(await clock.boundingBox()).toEqual(box)
  expect(await clock.getAttribute('aria-hidden')).toBe('true')
  expect(await faultsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
  await launchIn(6)
  await page.reload()
  await page.locator('launch-countdown[data-ticks]').waitFor()
  await page.locator('add-to-bag').waitFor({ timeout: 20_000 })
  expect(await page.locator('launch-countdown').count()).toBe(0)
  await launchIn(6 * 86_400)
})

test('its page has no fault on a wide screen in light, before the launch and after it', async () => {
  await launchIn(6 * 86_400)
  const wide = { viewport: { width: 1440, height: 1000 }, colorScheme: 'light' as const }
  const page = await (await newVisitor(wide)).newPage()
  await page.goto(`/p/${slug}`)
  await page.locator('launch-countdown[data-ticks]').waitFor()
  expect(await page.locator('.countdown').isVisible()).toBe(true)
  expect(await faultsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
  await launchIn(-60)
  await page.reload()
  await page.locator('add-to-bag').waitFor()
  expect(await faultsOf(page)).toEqual([])
  expect(await overflowOf(page)).toBe(0)
  await launchIn(6 * 86_400)
})
