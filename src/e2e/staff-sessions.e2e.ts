import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { complaintsOf, faultsOf, violationsOf } from './access'
import { makeMerchandiser, openAdmin, signIn, staffCookie } from './staff'

const wide = { viewport: { width: 1280, height: 900 } }
const narrowDark = { viewport: { width: 320, height: 720 }, colorScheme: 'dark' as const }

test('a member of staff sees where they are signed in, and signs out there and everywhere else', async () => {
  const person = await makeMerchandiser()
  const [page, phone] = await Promise.all(
    [wide, narrowDark].map(async (look) => (await newVisitor(look)).newPage()),
  )
  if (!page || !phone) throw new Error('no page')
  const violations = await violationsOf(page)
  const complaints = complaintsOf(page)
  await signIn(page, person)
  await signIn(phone, person)
  await openAdmin(page, '/admin/account')
  await page.getByRole('heading', { name: 'Where you are signed in' }).waitFor()
  expect(await page.getByText(': this browser').count()).toBe(1)
  expect(await faultsOf(page, '.m-way-in')).toEqual([])

  await page.getByRole('button', { name: /^Sign out there: Chrome, Linux, since / }).click()
  await page.getByText('Signed out there').waitFor()
  await expect.poll(() => page.getByRole('button', { name: /^Sign out/ }).count()).toBe(0)
  expect([violations, complaints]).toEqual([[], []])
  await phone.goto('/admin/account')
  await phone.waitForURL(/\/admin\/login/)

  await signIn(phone, person)
  await staffCookie(person)
  await openAdmin(phone, '/admin/account')
  expect(await phone.getByRole('button', { name: /^Sign out there/ }).count()).toBe(2)
  expect(await faultsOf(phone, '.m-way-in')).toEqual([])
  // Payload's own page is wider than such a screen; what is ours is not.
  const own = await phone.locator('.m-way-in').evaluate((part) => ({
    over: part.scrollWidth - part.clientWidth,
    right: Math.max(...[part, ...part.querySelectorAll('*')].map((one) => one.getBoundingClientRect().right)),
  }))
  expect(own.over).toBeLessThanOrEqual(0)
  expect(own.right).toBeLessThanOrEqual(narrowDark.viewport.width)
  await phone.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await phone.getByText('Signed out everywhere else').waitFor()
  await expect.poll(() => phone.getByRole('button', { name: /^Sign out/ }).count()).toBe(0)
  await page.goto('/admin/account')
  await page.waitForURL(/\/admin\/login/)
})
