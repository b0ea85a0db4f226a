import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'

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
