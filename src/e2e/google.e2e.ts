import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newVisitor, onPhone } from '../start/testing/browser'
import { complaintsOf, faultsOf, overflowOf, violationsOf } from './access'
import { password, register, signIn } from './member'
import { makeMerchandiser, openAdmin, signIn as signInStaff, staffRest } from './staff'

const wide = { viewport: { width: 1280, height: 900 } }
const someone = () => `g-${randomUUID()}@example.com`

/** At the provider, which is another site than the shop at `localhost`. */
async function agree(page: Page, email: string): Promise<void> {
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/authorize/)
  await page.getByLabel('Account').fill(email)
  await page.getByRole('button', { name: 'Continue' }).click()
}

const byGoogle = (page: Page, name = 'Sign in with Google') => page.getByRole('link', { name }).click()

test.each([true, false])(
  'a shopper whom nobody knows signs in with Google and goes on where they were, with script: %s',
  async (javaScriptEnabled) => {
    const page = await (await newVisitor(onPhone({ javaScriptEnabled }))).newPage()
    const complaints = javaScriptEnabled ? complaintsOf(page) : []
    const violations = javaScriptEnabled ? await violationsOf(page) : []
    await page.goto('/account/addresses')
    await page.waitForURL(/\/account\/sign-in\?next=/)
    if (javaScriptEnabled) expect(await faultsOf(page)).toEqual([])
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await byGoogle(page)
    const email = someone()
    await agree(page, email)
    await page.waitForURL(/\/account\/addresses$/)
    await page.goto('/account/security')
    await page.getByText(`We write to ${email}`).waitFor()
    await page.getByText('Linked. You can sign in with Google.').waitFor()
    expect([complaints, violations]).toEqual([[], []])
  },
)

test('whoever calls it off at Google is told so, in their language, and may try again', async () => {
  const page = await (await newVisitor(wide)).newPage()
  await page.goto('/de/account/sign-in')
  await byGoogle(page, 'Mit Google anmelden')
  await page.getByRole('link', { name: 'Cancel' }).click()
  await page.waitForURL(/\/de\/account\/sign-in\?problem=google\.cancelled/)
  await page.getByText('Es ist nichts geschehen').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await byGoogle(page, 'Mit Google anmelden')
  await agree(page, someone())
  await page.waitForURL(/\/de\/account$/)
})

test('a shopper with a password links Google, signs in with it from then on, and takes it away again', async () => {
  const page = await (await newVisitor(wide)).newPage()
  const email = await register(page)
  await signIn(page, email)
  await page.goto('/account/security')
  await byGoogle(page, 'Link Google')
  await agree(page, someone())
  await page.getByText('That Google account has another address').waitFor()
  await byGoogle(page, 'Link Google')
  await agree(page, email)
  await page.getByText('Done. Google signs you in from now on.').waitFor()
  expect(await faultsOf(page)).toEqual([])

  const other = await (await newVisitor(onPhone())).newPage()
  await other.goto('/account/sign-in')
  await byGoogle(other)
  await agree(other, email)
  await other.waitForURL(/\/account$/)

  await page.goto('/account/security')
  await page.locator('#field-google-password').fill(password)
  await page.getByRole('button', { name: 'Unlink Google' }).click()
  await page.getByText('Google is unlinked.').waitFor()
})

test('staff whom an owner has allowed it sign in to the admin with Google; nobody else of Google does', async () => {
  const person = await makeMerchandiser()
  const rest = await staffRest()
  const { docs } = (await rest(`/users?where[email][equals]=${person.email}`, {}, 'GET')) as {
    docs: { id: string }[]
  }
  const page = await (await newVisitor(wide)).newPage()
  const violations = await violationsOf(page)
  await openAdmin(page, '/admin/login')
  expect(await faultsOf(page, '.m-google')).toEqual([])
  await byGoogle(page)
  await agree(page, person.email)
  await page.waitForURL(/\/admin\/login\?problem=google\.password-first/)
  await page.locator('.m-google').getByRole('alert').waitFor()

  await rest(`/users/${docs[0]?.id}`, { googleAllowed: true }, 'PATCH')
  await openAdmin(page, '/admin/login')
  await byGoogle(page)
  await agree(page, person.email)
  await page.waitForURL(/\/admin\/?$/)
  await openAdmin(page, '/admin/account')
  await page.getByText('Google opens the admin, too.').waitFor()
  expect(violations).toEqual([])
})

test('a member of staff who is signed in links Google from the account, and is let in by it', async () => {
  const person = await makeMerchandiser()
  const page = await (await newVisitor(wide)).newPage()
  await signInStaff(page, person)
  await openAdmin(page, '/admin/account')
  await byGoogle(page, 'Link Google')
  await agree(page, person.email)
  await page.getByText('Google is linked: it opens the admin').waitFor()
  await page.goto('/admin/logout')
  await page.waitForURL(/\/admin\/login/)
  await openAdmin(page, '/admin/login')
  await byGoogle(page)
  await agree(page, person.email)
  await page.waitForURL(/\/admin\/?$/)
})
