import { Secret } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { codeAt, wrongCode } from '../start/testing/app-codes'
import { newVisitor } from '../start/testing/browser'
import { complaintsOf, faultsOf, overflowOf, violationsOf } from './access'
import { makeMerchandiser, openAdmin, signIn, staffRest } from './staff'

const wide = { viewport: { width: 1280, height: 900 } }
const narrowDark = { viewport: { width: 320, height: 720 }, colorScheme: 'dark' as const }

interface Person {
  email: string
  password: string
}

/**
 * Set up on the page that is open, by the code of now: that of the next step is then a new one, and both count for half a
 * minute at least. Answers with the secret, and the codes that were shown once.
 */
async function setUp(page: Page, { password }: Person): Promise<{ secret: Secret; codes: string[] }> {
  await page.getByLabel('Your password').fill(password)
  await page.getByRole('button', { name: 'Set it up' }).click()
  await page.getByRole('img', { name: 'Picture for the app' }).waitFor()
  const text = (await page.locator('.m-secret').textContent()) ?? ''
  const codes = await page.locator('.m-recovery li').allTextContents()
  expect(codes).toHaveLength(10)
  expect(await faultsOf(page, '.m-door')).toEqual([])
  const secret = Secret.fromBase32(text.replaceAll(' ', ''))
  await page.getByRole('textbox', { name: 'Code' }).fill(codeAt(secret))
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await page.getByText('The second step is on. 10 codes').waitFor()
  return { secret, codes }
}

async function givePassword(page: Page, { email, password }: Person): Promise<void> {
  await openAdmin(page, '/admin/login')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Login' }).click()
  await page.waitForURL(/\/admin\/second-step/)
  await page.getByRole('heading', { level: 1, name: 'Second step' }).waitFor()
}

async function giveCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Code' }).fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const isIn = (page: Page) => page.waitForURL(/\/admin\/?$/)

async function signOut(page: Page): Promise<void> {
  await page.goto('/admin/logout')
  await page.waitForURL(/\/admin\/login/)
}

test('a member of staff sets up a second step, and signs in with a code and with one for a lost phone', async () => {
  const person = await makeMerchandiser()
  const page = await (await newVisitor(wide)).newPage()
  const violations = await violationsOf(page)
  await signIn(page, person)
  await openAdmin(page, '/admin/account')
  await page.getByText('The password alone is enough').waitFor()
  await page.getByRole('link', { name: 'Set it up' }).click()
  await page.waitForURL(/\/admin\/second-factor/)
  const { secret, codes } = await setUp(page, person)
  await openAdmin(page, '/admin/account')
  await page.getByText('A code of the phone is asked for').waitFor()
  await signOut(page)

  await givePassword(page, person)
  expect(await faultsOf(page, '.m-door')).toEqual([])
  await page.goto('/admin/collections/products')
  await page.waitForURL(/\/admin\/second-step\?redirect=%2Fadmin%2Fcollections/)
  await giveCode(page, wrongCode(secret))
  await page.getByText('This code is not right').waitFor()
  await giveCode(page, codeAt(secret, 1))
  await page.waitForURL(/\/admin\/collections\/products/)
  await signOut(page)

  await givePassword(page, person)
  await giveCode(page, codes[0] ?? '')
  await isIn(page)
  await openAdmin(page, '/admin/second-factor')
  await page.getByText('9 codes').waitFor()
  expect(violations).toEqual([])
})

test('on a narrow screen in the dark it reads as well, and somebody else may begin anew', async () => {
  const person = await makeMerchandiser()
  const page = await (await newVisitor(narrowDark)).newPage()
  const complaints = complaintsOf(page)
  await signIn(page, person)
  await openAdmin(page, '/admin/second-factor')
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await faultsOf(page, '.m-door')).toEqual([])
  const { secret } = await setUp(page, person)
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await signOut(page)
  await givePassword(page, person)
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  await page.getByRole('button', { name: 'Sign in as somebody else' }).click()
  await page.waitForURL(/\/admin\/login/)
  await givePassword(page, person)
  await giveCode(page, codeAt(secret, 1))
  await isIn(page)
  // Payload's page of signing out signs out twice and asks for the language meanwhile, when there is nobody any more.
  const isOfNobody = (one: string) =>
    /\/admin\/log(out|in) .*\/api\/(users\/logout|payload-preferences\/locale)/.test(one)
  expect(complaints.filter((one) => !isOfNobody(one))).toEqual([])
})

test('where the shop asks for it whoever lacks one is led to set it up, and gets no further before', async () => {
  const owner = await staffRest()
  const person = await makeMerchandiser()
  await owner('/globals/shop-settings', { staff: { secondFactorFor: ['merchandiser'] } })
  try {
    const page = await (await newVisitor(wide)).newPage()
    await openAdmin(page, '/admin/login')
    await page.getByLabel('Email').fill(person.email)
    await page.getByLabel('Password').fill(person.password)
    await page.getByRole('button', { name: 'Login' }).click()
    await page.waitForURL(/\/admin\/second-factor/)
    await page.getByText('until then nothing else is open to you').waitFor()
    expect(await faultsOf(page, '.m-door')).toEqual([])
    for (const path of ['/admin', '/admin/collections/products', '/admin/account']) {
      await page.goto(path)
      await page.waitForURL(/\/admin\/second-factor/)
    }
    await setUp(page, person)
    await page.getByRole('link', { name: 'Go to the shop' }).click()
    await isIn(page)
    await openAdmin(page, '/admin/collections/products')
    await page.getByRole('heading', { level: 1, name: 'Products' }).waitFor()
  } finally {
    await owner('/globals/shop-settings', { staff: { secondFactorFor: [] } })
  }
})
