import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { withClient } from '../start/testing/database'
import { ofShop } from '../start/testing/journey-shop'
import { sendAs } from './shopper'

export const password = 'nine quiet herons at dawn'

/** Makes an account by the page and answers with its address. */
export async function register(page: Page): Promise<string> {
  const email = `${randomUUID()}@example.org`
  await page.goto('/account/register')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel(/^Password/).fill(password)
  await page.locator('main form button').last().click()
  await page.waitForURL(/sign-in/)
  return email
}

export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/account/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/account$/)
}

/** Somebody with an account who is signed in with the cookies of this visitor, without a page. Answers with their address. */
export async function joinAs(visitor: BrowserContext): Promise<string> {
  const send = sendAs(visitor)
  const email = `${randomUUID()}@example.org`
  await send('POST', '/customers', { email, password, firstName: 'Ada' })
  await send('POST', '/session', { email, password })
  return email
}

/** Two sold-out sizes that an address waits for, once it was shown to be theirs. */
export const waitForTwo = (email: string) =>
  withClient(ofShop('databaseUrl'), async (client) => {
    await client.query('UPDATE customers SET verified_at = now() WHERE email = $1', [email])
    await client.query(
      `INSERT INTO stock_alerts (variant_id, email, market, status)
        SELECT v.id, $1, 'it', 'waiting' FROM variants v JOIN products p ON p.id = v.product_id
        WHERE p._status = 'published' AND v.deleted_at IS NULL AND NOT EXISTS (
          SELECT FROM stock_levels l WHERE l.variant_id = v.id AND l.on_hand > 0)
        ORDER BY v.sku LIMIT 2`,
      [email],
    )
  })
