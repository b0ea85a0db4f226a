import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { codeAt, wrongCode } from '../start/testing/app-codes'
import { newVisitor, onPhone } from '../start/testing/browser'
import { faultsOf, overflowOf } from './access'
import { linkIn } from './mailbox'
import { password, register, signIn } from './member'

const wide = { viewport: { width: 1280, height: 900 } }

test('a shopper sees where they are signed in and ends the other browser, which is out at its next click', async () => {
  const page = await (await newVisitor(wide)).newPage()
  const email = await register(page)
  await signIn(page, email)
  const phone = await (await newVisitor(onPhone({ javaScriptEnabled: false }))).newPage()
  await signIn(phone, email)

  await page.goto('/account/security')
  await page.getByText('This browser').waitFor()
  await page.getByText('Chrome, Android').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: /^Sign out Chrome, Android/ }).click()
  await page.getByText('Whoever was signed in there is signed out').waitFor()
  await page.getByText('You are signed in nowhere else').waitFor()

  await phone.goto('/account')
  expect(new URL(phone.url()).pathname).toBe('/account/sign-in')
  await signIn(phone, email)
  await phone.goto('/account/security')
  expect(await overflowOf(phone)).toBeLessThanOrEqual(0)
  await phone.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await phone.getByText('You are signed in nowhere else').waitFor()
  await page.goto('/account')
  expect(new URL(page.url()).pathname).toBe('/account/sign-in')
})

test('whoever has no account makes one on the way and comes to where they were going, without script', async () => {
  const page = await (await newVisitor(onPhone({ javaScriptEnabled: false }))).newPage()
  const email = `${randomUUID()}@example.org`
  await page.goto('/it/account/sizes')
  await page.getByRole('link', { name: 'Crea un account' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel(/^Password/).fill(password)
  await page.locator('main form button').last().click()
  await page.waitForURL(/\/it\/account\/sign-in/)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Accedi', exact: true }).click()
  await page.waitForURL(/\/it\/account\/sizes$/)
})

test('a mailed link waits for its button, signs in once, and no second time', async () => {
  const page = await (await newVisitor({ ...wide, javaScriptEnabled: false })).newPage()
  const email = await register(page)
  await page.goto('/account/sign-in')
  await page.getByRole('link', { name: 'Sign in without a password' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('the link is on its way').waitFor()

  const link = await linkIn(email, 'sign-in-link')
  for (let look = 0; look < 3; look += 1) expect((await fetch(link)).status).toBe(200)
  const other = await (await newVisitor(onPhone())).newPage()
  await other.goto(link)
  await other.getByText(`This signs you in as ${email}`).waitFor()
  expect(await faultsOf(other)).toEqual([])
  await other.getByRole('button', { name: 'Sign in', exact: true }).click()
  await other.getByText('so it is gone').waitFor()
  expect(await faultsOf(other)).toEqual([])

  await page.goto(link)
  await page.getByText('This link is used up or too old').waitFor()
})

test('a forgotten password is set anew by a mailed link, which is good once; a weak one is refused at its field', async () => {
  const page = await (await newVisitor({ ...wide, javaScriptEnabled: false })).newPage()
  const email = await register(page)
  await page.goto('/account/sign-in')
  await page.getByRole('link', { name: 'Forgot the password?' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await page.getByText('If we know this address, the link is on its way').waitFor()
  const link = await linkIn(email, 'password-reset')
  await page.goto(link)
  const fresh = 'eleven slow barges at noon'
  const save = async (typed: string) => {
    await page.getByLabel('New password').fill(typed)
    await page.getByRole('button', { name: 'Save the password' }).click()
  }
  await save(email)
  await page.getByText('one that is harder to guess').waitFor()
  await save(fresh)
  await page.getByText('Your new password is saved').waitFor()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(fresh)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/account$/)
  await page.goto(link)
  await save('three lost umbrellas in a tram')
  await page.getByText('This link is no longer good').waitFor()
})

test('what is kept is taken along as a file, and the account is closed by a mailed link', async () => {
  const page = await (await newVisitor({ ...wide, acceptDownloads: true })).newPage()
  const email = await register(page)
  await signIn(page, email)
  await page.getByRole('link', { name: 'Your data' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download my data' }).click(),
  ])
  const file = JSON.parse(readFileSync(await download.path(), 'utf8')) as unknown
  expect(JSON.stringify(file)).toContain(email)
  await page.getByLabel(/^Password/).fill(password)
  await page.getByRole('button', { name: 'Close my account' }).click()
  await page.getByText('Look into your mailbox').waitFor()
  await page.goto(await linkIn(email, 'erasure-confirm'))
  await page.getByRole('heading', { name: 'Close your account for good?' }).waitFor()
  await page.getByRole('button', { name: 'Erase everything now' }).click()
  await page.getByText('Your account is closed').waitFor()
  await page.goto('/account')
  await page.waitForURL(/\/account\/sign-in/)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByRole('alert').getByText('E-mail and password do not fit').waitFor()
})

test('another address is asked for, confirmed from the new mailbox, and signed in with', async () => {
  const page = await (await newVisitor(wide)).newPage()
  const email = await register(page)
  await signIn(page, email)
  await page.goto('/account/security')
  const wanted = `${randomUUID()}@example.org`
  await page.getByLabel('New address').fill(wanted)
  await page.locator('#field-password').fill('not the right one')
  await page.getByRole('button', { name: 'Change the address' }).click()
  await page.getByRole('alert').getByText('E-mail and password do not fit').waitFor()
  await page.getByLabel('New address').fill(wanted)
  await page.locator('#field-password').fill(password)
  await page.getByRole('button', { name: 'Change the address' }).click()
  await page.getByText('Look into the mailbox of the new address').waitFor()

  await page.goto(await linkIn(wanted, 'email-change'))
  await page.getByText(`the address ${wanted}`).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Use this address' }).click()
  await page.getByText('Your account has the new address.').waitFor()
  await page.goto('/account/security')
  await page.getByText(`We write to ${wanted}`).waitFor()
})

test('a shopper sets up a second step from the page alone and signs in with it, without script', async () => {
  const page = await (await newVisitor(onPhone({ javaScriptEnabled: false }))).newPage()
  const email = await register(page)
  await signIn(page, email)
  await page.goto('/account/security')
  await page.locator('#field-factor-password').fill(password)
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.getByRole('img', { name: /Picture for the app/ }).waitFor()
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  const text = (await page.locator('p.break-all').textContent()) ?? ''
  const secret = Secret.fromBase32(text.replaceAll(' ', ''))
  const codes = await page.locator('.recovery-codes li').allTextContents()
  expect(codes).toHaveLength(10)
  await page.getByLabel('Code').fill(codeAt(secret))
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await page.getByText('From now on we ask for a code').waitFor()

  const other = await (await newVisitor(wide)).newPage()
  await other.goto('/account/sign-in')
  await other.getByLabel('E-mail').fill(email)
  await other.getByLabel('Password', { exact: true }).fill(password)
  await other.locator('main form button').last().click()
  await other.waitForURL(/second-step/)
  expect(await faultsOf(other)).toEqual([])
  await other.getByLabel('Code').fill(wrongCode(secret))
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.getByRole('alert').getByText('This code is not right').waitFor()
  await other.getByLabel('Code').fill(codes[0] ?? '')
  await other.getByRole('button', { name: 'Sign in' }).click()
  await other.waitForURL(/\/account$/)
  await other.goto('/account/security')
  await other.getByText('9 codes').waitFor()
  expect(await faultsOf(other)).toEqual([])
})
