import { Secret, TOTP } from 'otpauth'
import type { CDPSession, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newVisitor } from '../start/testing/browser'
import { complaintsOf, faultsOf, overflowOf } from './access'
import { joinAs, password, signIn } from './member'

const wide = { viewport: { width: 1280, height: 900 } }
const narrowDark = { viewport: { width: 320, height: 720 }, colorScheme: 'dark' as const }

/** Chromium's own authenticator of software, as the one in a phone. */
async function withAuthenticator(page: Page): Promise<{ cdp: CDPSession; authenticatorId: string }> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
      ...{ isUserVerified: true, automaticPresenceSimulation: true },
    },
  })
  return { cdp, authenticatorId }
}

type Device = Awaited<ReturnType<typeof withAuthenticator>>

/** Whether its owner touches the device whenever it asks: then it also answers what a page offers in a field, unasked. */
const touched = ({ cdp, authenticatorId }: Device, enabled: boolean) =>
  cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled })

/** The page of sign-in with passkeys offered in its field, of which nobody has chosen one. */
async function openSignIn(page: Page, device: Device, path = '/account/sign-in'): Promise<void> {
  await touched(device, false)
  const offered = page.waitForResponse((answer) => answer.url().endsWith('/session/passkey/options'))
  await page.goto(path)
  expect((await offered).status()).toBe(200)
}

/**
 * Presses a button that asks for a passkey. The device is touched once that is asked, when what was offered in the field is
 * over: earlier it would be the answer to that.
 */
async function press(page: Page, device: Device, name: string): Promise<void> {
  await page.route('**/session/passkey/options', async (route) => {
    const { isAutofill } = route.request().postDataJSON() as { isAutofill?: boolean }
    if (!isAutofill) await touched(device, true)
    await route.continue()
  })
  await page.getByRole('button', { name }).click()
}

async function member(page: Page): Promise<string> {
  const email = await joinAs(page.context())
  await page.goto('/account/security')
  return email
}

async function addPasskey(page: Page, name: string): Promise<void> {
  await page.goto('/account/security')
  await page.locator('#field-passkey-name').fill(name)
  await page.locator('#field-passkey-password').fill(password)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByText('The passkey signs you in from now on').waitFor()
}

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Sign out', exact: true }).last().click()
  await page.waitForURL((url) => !url.pathname.startsWith('/account'))
}

test.each([
  ['wide', wide],
  ['on a small dark screen', narrowDark],
])('a passkey is added, signs in without a password, and is removed, %s', async (_, options) => {
  const page = await (await newVisitor(options)).newPage()
  const device = await withAuthenticator(page)
  const { cdp, authenticatorId } = device
  await member(page)
  await page.locator('#field-passkey-name').fill('Phone')
  await page.locator('#field-passkey-password').fill('not the right one')
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('alert').getByText('The password is not right').waitFor()
  await addPasskey(page, 'Phone')
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await faultsOf(page)).toEqual([])
  const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId })
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }])

  await signOut(page)
  await openSignIn(page, device, '/account/sign-in?next=/account/security')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await press(page, device, 'Sign in with a passkey')
  await page.waitForURL(/\/account\/security$/)
  const card = page.locator('li', { hasText: 'Phone' })
  await card.getByText('Last used').waitFor()

  await card.getByText('Rename or remove').click()
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
  expect(await faultsOf(page)).toEqual([])
  await card.getByLabel('Password').fill(password)
  await card.getByRole('button', { name: 'Remove this passkey' }).click()
  await page.getByText('The passkey is removed').waitFor()
  await signOut(page)
  await openSignIn(page, device)
  await press(page, device, 'Sign in with a passkey')
  await page.getByRole('alert').getByText('This passkey opens no account here').waitFor()
  expect(await faultsOf(page)).toEqual([])
})

test('whom the device does not verify is not signed in, and a device makes no second passkey', async () => {
  const page = await (await newVisitor(wide)).newPage()
  const device = await withAuthenticator(page)
  const { cdp, authenticatorId } = device
  await member(page)
  await addPasskey(page, 'Phone')
  await page.locator('#field-passkey-password').fill(password)
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByRole('alert').getByText('has a passkey for your account already').waitFor()
  await signOut(page)
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await openSignIn(page, device)
  await press(page, device, 'Sign in with a passkey')
  await page.getByRole('alert').getByText('Nothing has happened').waitFor()
  await touched(device, false)
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await press(page, device, 'Sign in with a passkey')
  await page.waitForURL(/\/account$/)
})

test('a passkey takes the place of the code at the second step', async () => {
  const page = await (await newVisitor(wide)).newPage()
  const device = await withAuthenticator(page)
  const email = await member(page)
  await addPasskey(page, 'Laptop')
  await page.locator('#field-factor-password').fill(password)
  await page.getByRole('button', { name: 'Set it up' }).click()
  const secret = ((await page.locator('p.break-all').textContent()) ?? '').replace(/ /g, '')
  await page.getByLabel('Code').fill(TOTP.generate({ secret: Secret.fromBase32(secret) }))
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await page.getByText('From now on we ask for a code').waitFor()
  await signOut(page)
  await openSignIn(page, device)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/second-step/)
  const button = page.getByRole('button', { name: 'Use a passkey instead' })
  await button.waitFor()
  expect(await faultsOf(page)).toEqual([])
  await press(page, device, 'Use a passkey instead')
  await page.waitForURL(/\/account$/)
})

test('a passkey that is chosen in the field for the e-mail address signs in, without any button', async () => {
  const page = await (await newVisitor(wide)).newPage()
  const device = await withAuthenticator(page)
  await member(page)
  await addPasskey(page, 'Phone')
  await signOut(page)
  const complaints = complaintsOf(page)
  await openSignIn(page, device, '/account/sign-in?next=/account/security')
  const field = page.getByLabel('E-mail')
  expect(await field.getAttribute('autocomplete')).toBe('username webauthn')
  expect(await page.locator('.problems').count()).toBe(0)
  await touched(device, true)
  await page.reload({ waitUntil: 'commit' })
  await page.waitForURL(/\/account\/security$/)
  expect(complaints).toEqual([])
})

test('what is offered in the field is over once the password is sent or the button pressed, without a word', async () => {
  const page = await (await newVisitor(wide)).newPage()
  const device = await withAuthenticator(page)
  const email = await member(page)
  await addPasskey(page, 'Phone')
  await signOut(page)
  const complaints = complaintsOf(page)
  await openSignIn(page, device)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.waitForURL(/\/account$/)
  await signOut(page)
  await openSignIn(page, device)
  const answers: number[] = []
  page.on('response', (answer) => {
    if (answer.url().endsWith('/session/passkey')) answers.push(answer.status())
  })
  await press(page, device, 'Sign in with a passkey')
  await page.waitForURL(/\/account$/)
  expect([answers, complaints]).toEqual([[200], []])
})

test('a browser that offers no passkeys in fields is asked for none, and shows the page all the same', async () => {
  const page = await (await newVisitor(narrowDark)).newPage()
  await page.addInitScript(() =>
    Reflect.deleteProperty(PublicKeyCredential, 'isConditionalMediationAvailable'),
  )
  const complaints = complaintsOf(page)
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/session/passkey')) asked.push(request.url())
  })
  await page.goto('/account/sign-in', { waitUntil: 'networkidle' })
  await page.getByRole('button', { name: 'Sign in with a passkey' }).waitFor()
  expect([asked, complaints, await faultsOf(page), await overflowOf(page)]).toEqual([[], [], [], 0])
})

test('without JavaScript passkeys say that they need it, and are named and removed all the same', async () => {
  const context = await newVisitor(wide)
  const page = await context.newPage()
  await withAuthenticator(page)
  const email = await member(page)
  await addPasskey(page, 'Phone')
  const plain = await (await newVisitor({ ...wide, javaScriptEnabled: false })).newPage()
  await plain.goto('/account/sign-in')
  expect(await plain.getByText('Sign in with a passkey').count()).toBe(0)
  await signIn(plain, email)
  await plain.goto('/account/security')
  await plain.getByText('this page needs JavaScript').waitFor()
  expect(await plain.locator('#field-passkey-password').isVisible()).toBe(false)
  const card = (name: string) => plain.locator('li', { hasText: name })
  await card('Phone').getByText('Rename or remove').click()
  await card('Phone').getByLabel('Name').fill('Old phone')
  await card('Phone').getByRole('button', { name: 'Save the name' }).click()
  await plain.getByText('Saved.').waitFor()
  await card('Old phone').getByText('Rename or remove').click()
  await card('Old phone').getByLabel('Password').fill(password)
  await card('Old phone').getByRole('button', { name: 'Remove this passkey' }).click()
  await plain.getByText('The passkey is removed').waitFor()
})
