import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import { openCode } from '#services/card-code'
import { customerOf } from '#services/sign-in-session'
import { rowsOf } from '#services/transaction'
import { codeAt, standStillMidStep, wrongCode } from '../../../start/testing/app-codes'
import { callRest, signedIn } from '../../../start/testing/http'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

standStillMidStep()

const password = 'six quiet herons'

async function member() {
  const email = `shopper-${randomUUID()}@example.com`
  await callStore('/customers', { body: { email, password } })
  const { cookies } = await callStore('/session', { body: { email, password } })
  const token = cookies['molini-customer'] ?? ''
  const req = await getTestRequest()
  const id = (await customerOf(req, token))?.id ?? ''
  await rowsOf(req, sql`UPDATE customers SET verified_at = now() WHERE id = ${id}`)
  return { email, id, cookie: `molini-customer=${token}` }
}

interface Begun {
  secret: string
  uri: string
  codes: string[]
}

async function withFactor() {
  const made = await member()
  const { body } = await callStore<Begun>('/me/second-factor', { cookie: made.cookie, body: { password } })
  const secret = Secret.fromBase32(body.secret)
  const put = { method: 'PUT', cookie: made.cookie, body: { code: codeAt(secret, -1) } }
  expect((await callStore('/me/second-factor', put)).body).toEqual({ isOn: true })
  return { ...made, secret, codes: body.codes }
}

async function firstStep(email: string) {
  const answer = await callStore('/session', { body: { email, password } })
  return { answer, cookie: `molini-step=${answer.cookies['molini-step'] ?? ''}` }
}
const second = (cookie: string, code: string) => callStore('/session/second-step', { cookie, body: { code } })

test('with a second factor the password opens nothing; a code of the app does', async () => {
  const { email, id, secret } = await withFactor()
  const { answer, cookie } = await firstStep(email)
  expect(answer).toMatchObject({ status: 202, body: { next: 'second-step' } })
  expect(answer.cookies['molini-customer']).toBeUndefined()
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly/)
  expect(
    (await callStore('/me', { cookie: cookie.replace('molini-step', 'molini-customer') })).body.customer,
  ).toBe(undefined)
  const opened = await second(cookie, codeAt(secret))
  expect(opened).toMatchObject({ status: 200, body: { customer: { id } } })
  const session = `molini-customer=${opened.cookies['molini-customer']}`
  expect((await callStore('/me', { cookie: session })).body.customer).toMatchObject({ email })
})

test('a mailed link asks for the code, too', async () => {
  const { email, secret } = await withFactor()
  await callStore('/sign-in-link', { body: { email } })
  const [mail] = await rowsOf<{ data: { code: string } }>(
    await getTestRequest(),
    sql`SELECT data FROM emails WHERE recipient = ${email} AND template = 'sign-in-link'`,
  )
  const body = { token: openCode(mail?.data.code ?? '') }
  const answer = await callStore('/sign-in-link/confirm', { body })
  expect(answer.status).toBe(202)
  expect(answer.cookies['molini-customer']).toBeUndefined()
  const cookie = `molini-step=${answer.cookies['molini-step']}`
  expect((await second(cookie, codeAt(secret))).status).toBe(200)
})

test.each([true, false])(
  'a new password by mail leaves the second step of its owner, and takes a stranger’s: proven %s',
  async (isProven) => {
    const { email, id } = await withFactor()
    const req = await getTestRequest()
    if (!isProven) await rowsOf(req, sql`UPDATE customers SET verified_at = NULL WHERE id = ${id}`)
    await callStore('/password-reset', { body: { email } })
    const [mail] = await rowsOf<{ data: { code: string } }>(
      req,
      sql`SELECT data FROM emails WHERE recipient = ${email} AND template = 'password-reset'`,
    )
    const body = { token: openCode(mail?.data.code ?? ''), password }
    expect((await callStore('/password-reset/confirm', { body })).status).toBeLessThan(300)
    expect((await firstStep(email)).answer.status).toBe(isProven ? 202 : 200)
  },
)

test('a code counts once, for one of those who use it at once', async () => {
  const { email, secret } = await withFactor()
  const steps = await Promise.all(Array.from({ length: 3 }, () => firstStep(email)))
  const code = codeAt(secret)
  const answers = await Promise.all(steps.map(({ cookie }) => second(cookie, code)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
  expect((await second((await firstStep(email)).cookie, code)).body.code).toBe('second-factor.wrong')
})

test('the code that switched it on, and one older than the last, are used up', async () => {
  const { email, secret } = await withFactor()
  const { cookie } = await firstStep(email)
  expect((await second(cookie, codeAt(secret, -1))).body.code).toBe('second-factor.wrong')
  expect((await second(cookie, codeAt(secret, 1))).status).toBe(200)
  const next = await firstStep(email)
  expect((await second(next.cookie, codeAt(secret))).body.code).toBe('second-factor.wrong')
})

test('a code for a lost device opens the account once, however it is written', async () => {
  const { email, codes, cookie: own } = await withFactor()
  const [code = ''] = codes
  const { cookie } = await firstStep(email)
  expect((await second(cookie, ` ${code.toLowerCase().replace('-', ' ')}`)).status).toBe(200)
  expect((await second((await firstStep(email)).cookie, code)).body.code).toBe('second-factor.wrong')
  expect((await callStore('/me/second-factor', { cookie: own })).body).toEqual({ isOn: true, codesLeft: 9 })
})

test('five tries for each first step, and ten in ten minutes for an account', async () => {
  const { email, secret } = await withFactor()
  const { cookie } = await firstStep(email)
  for (let index = 0; index < 5; index += 1)
    expect((await second(cookie, wrongCode(secret))).body.code).toBe('second-factor.wrong')
  expect((await second(cookie, codeAt(secret))).body.code).toBe('session.stale')
  const again = await firstStep(email)
  for (let index = 0; index < 4; index += 1) await second(again.cookie, wrongCode(secret))
  const third = (await firstStep(email)).cookie
  await second(third, wrongCode(secret))
  expect((await second(third, codeAt(secret))).status).toBe(429)
})

test.each(['', 'molini-step=', 'molini-step=0123456789abcdef0123456789abcdef'])(
  'without a first step (%s) no code is looked at',
  async (cookie) => {
    expect((await second(cookie, '123456')).body.code).toBe('session.stale')
  },
)

test('setting up and switching off ask for more than a session, and are in the audit chain', async () => {
  const { cookie, id, email } = await member()
  const wrong = await callStore('/me/second-factor', { cookie, body: { password: 'not the one' } })
  expect(wrong.body.code).toBe('session.bad-credentials')
  const { body } = await callStore<Begun>('/me/second-factor', { cookie, body: { password } })
  const secret = Secret.fromBase32(body.secret)
  expect(body.codes).toHaveLength(10)
  expect(body.uri).toContain(encodeURIComponent(email))
  const put = (code: string) => callStore('/me/second-factor', { method: 'PUT', cookie, body: { code } })
  expect((await put(wrongCode(secret))).body.code).toBe('second-factor.wrong')
  expect((await callStore('/session', { body: { email, password } })).status).toBe(200)
  await put(codeAt(secret, -1))
  const taken = await callStore('/me/second-factor', { cookie, body: { password } })
  expect(taken.body.code).toBe('second-factor.exists')
  const off = (code: string) => callStore('/me/second-factor', { method: 'DELETE', cookie, body: { code } })
  expect((await off(wrongCode(secret))).body.code).toBe('second-factor.wrong')
  expect((await off(codeAt(secret))).body).toEqual({ isOn: false })
  expect((await callStore('/session', { body: { email, password } })).status).toBe(200)
  const rows = await rowsOf<{ action: string; ip: string }>(
    await getTestRequest(),
    sql`SELECT action, ip FROM audit_entries WHERE entity_id = ${id} ORDER BY seq`,
  )
  expect(rows.map(({ action }) => action)).toEqual(['second-factor.on', 'second-factor.off'])
  expect(rows.every(({ ip }) => ip.startsWith('2001:db8:'))).toBe(true)
})

test('whoever switches it on or off, the owner of the address is told in their language', async () => {
  const { cookie, email, secret, id } = await withFactor()
  const req = await getTestRequest()
  const told = () =>
    rowsOf(
      req,
      sql`SELECT template, locale, data->>'path' AS path FROM emails WHERE recipient = ${email} AND template LIKE 'second-factor-%' ORDER BY created_at`,
    )
  const on = { template: 'second-factor-on', locale: 'en', path: '/account/security' }
  expect(await told()).toEqual([on])
  await rowsOf(req, sql`UPDATE customers SET market = 'de' WHERE id = ${id}`)
  await callStore('/me/second-factor', { method: 'DELETE', cookie, body: { code: codeAt(secret) } })
  expect(await told()).toEqual([on, { ...on, template: 'second-factor-off', locale: 'de' }])
})

test('under a new secret of the shop the app’s codes are refused, and those for a lost device still count', async () => {
  const { email, id, secret, codes } = await withFactor()
  const lost = Buffer.alloc(64, 7).toString('base64')
  await rowsOf(
    await getTestRequest(),
    sql`UPDATE second_factors SET sealed = ${lost} WHERE customer_id = ${id}`,
  )
  const { cookie } = await firstStep(email)
  expect((await second(cookie, codeAt(secret))).body.code).toBe('second-factor.wrong')
  expect((await second(cookie, codes[3] ?? '')).status).toBe(200)
})

test('what stands in the database gives no code: the secret is encrypted, codes are hashes', async () => {
  const { id, secret, codes } = await withFactor()
  const rows = await rowsOf<{ text: string }>(
    await getTestRequest(),
    sql`SELECT f::text || coalesce((SELECT string_agg(c.hash, ' ') FROM second_factor_codes c WHERE c.factor_id = f.id), '') AS text
      FROM second_factors f WHERE customer_id = ${id}`,
  )
  const text = rows.map((row) => row.text).join(' ')
  expect(text.length).toBeGreaterThan(700)
  for (const plain of [secret.hex, ...codes, ...codes.map((code) => code.replace('-', ''))])
    expect(text).not.toContain(plain)
})

test('who made an account under a stranger’s address keeps no factor when its owner comes', async () => {
  const { email, id } = await withFactor()
  const req = await getTestRequest()
  await rowsOf(req, sql`UPDATE customers SET verified_at = NULL WHERE id = ${id}`)
  await callStore('/sign-in-link', { body: { email } })
  const [mail] = await rowsOf<{ data: { code: string } }>(
    req,
    sql`SELECT data FROM emails WHERE recipient = ${email} AND template = 'sign-in-link'`,
  )
  const body = { token: openCode(mail?.data.code ?? '') }
  expect((await callStore('/sign-in-link/confirm', { body })).status).toBe(200)
})

test('the forms without script do the same', async () => {
  const { email, secret, cookie } = await withFactor()
  const form = { email, password, market: 'de', next: '/checkout' }
  const signIn = await callStore('/forms/sign-in', { form })
  expect(signIn.headers.get('location')).toBe('/de/account/second-step?next=%2Fcheckout')
  const step = `molini-step=${signIn.cookies['molini-step']}`
  const wrong = await callStore('/forms/second-step', {
    ...{ form: { code: wrongCode(secret), market: 'de', next: '/checkout' }, cookie: step },
  })
  expect(wrong.headers.get('location')).toBe(
    '/de/account/second-step?next=%2Fcheckout&problem=second-factor.wrong',
  )
  const right = await callStore('/forms/second-step', {
    ...{ form: { code: codeAt(secret), market: 'de', next: '/checkout' }, cookie: step },
  })
  expect(right.headers.get('location')).toBe('/de/checkout')
  expect(right.cookies['molini-customer']).toBeTruthy()
  const off = await callStore('/forms/factor-off', { form: { code: codeAt(secret, 1) }, cookie })
  expect(off.headers.get('location')).toBe('/account/security?done=factor-off')
})

test('an owner lets somebody in again who has lost phone and codes, with a reason; others of the staff do not', async () => {
  const { email, id } = await withFactor()
  const path = `customers/${id}/drop-second-factor`
  const drop = async (role: 'owner' | 'order-desk', body: object) =>
    callRest(path, { method: 'POST', cookie: (await signedIn(role)).cookie, body })
  expect((await drop('order-desk', { reason: 'asked' })).status).toBe(403)
  expect((await drop('owner', {})).status).toBe(422)
  expect((await drop('owner', { reason: 'came to the store with a passport' })).json).toMatchObject({
    dropped: true,
  })
  expect((await drop('owner', { reason: 'twice' })).json).toMatchObject({ dropped: false })
  expect((await callStore('/session', { body: { email, password } })).status).toBe(200)
  const req = await getTestRequest()
  const mails = await rowsOf(
    req,
    sql`SELECT 1 FROM emails WHERE recipient = ${email} AND template = 'second-factor-off'`,
  )
  expect(mails).toHaveLength(1)
  const rows = await rowsOf<{ reason: string }>(
    req,
    sql`SELECT reason FROM audit_entries WHERE entity_id = ${id} AND action = 'second-factor.off'`,
  )
  expect(rows).toEqual([{ reason: 'came to the store with a passport' }])
})
