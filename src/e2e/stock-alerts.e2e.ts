import { expect, inject, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { withClient } from '../start/testing/database'
import { faultsOf, overflowOf } from './access'
import { register, signIn } from './member'

const narrowDark = { viewport: { width: 320, height: 720 }, colorScheme: 'dark' as const }

/** Two sizes that an address waits for, once it was shown to be theirs. */
const waitForTwo = (email: string) =>
  withClient(inject('databaseUrl'), async (client) => {
    await client.query('UPDATE customers SET verified_at = now() WHERE email = $1', [email])
    await client.query(
      `INSERT INTO stock_alerts (variant_id, email, market, status)
        SELECT v.id, $1, 'it', 'waiting' FROM variants v JOIN products p ON p.id = v.product_id
        WHERE p._status = 'published' AND v.deleted_at IS NULL ORDER BY v.sku LIMIT 2`,
      [email],
    )
  })

test('a shopper sees the sold-out sizes they wait for, and lets one go, on a narrow phone in dark', async () => {
  const page = await (await newVisitor(narrowDark)).newPage()
  const email = await register(page)
  await signIn(page, email)
  await page.goto('/account/alerts')
  await page.getByText('You wait for no size').waitFor()
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
  await page.getByText('We do not write to you about that size.').waitFor()
  expect(await rows.count()).toBe(1)
})
