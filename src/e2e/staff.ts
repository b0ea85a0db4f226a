import type { Page } from 'playwright-core'

/** Opens a page of the admin and waits until its scripts have settled: what is pressed earlier is lost. */
export async function openAdmin(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: 'networkidle' })
}

export async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
  await openAdmin(page, '/admin/login')
  await page.getByLabel('Email').fill(who.email)
  await page.getByLabel('Password').fill(who.password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(/\/admin\/?$/)
}
