import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { Secret, TOTP } from 'otpauth'
import { afterEach, describe, expect, test } from 'vitest'
import { env } from '#env'
import { openCode } from '#services/card-code'
import { runDue } from '#ops/jobs/run-due'
import { forgetExpired } from '#services/forget-expired'
import { makeAuthenticator, type Authenticator, type Otherwise } from '#services/testing/authenticator'
import { rowsOf } from '#services/transaction'
import { openTyped } from '#services/typed-again'
import { callRest, signedIn } from '../../../start/testing/http'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore as callFrom, type StoreCall } from '../_http/testing/call-store'

const password = 'six quiet herons'
const appUrl = env.NEXT_PUBLIC_APP_URL
afterEach(() => Object.assign(env, { NEXT_PUBLIC_APP_URL: appUrl, EMAIL_HOST: undefined }))

/** From a page of the shop, wherever it is. */
const callStore = <Body = Record<string, unknown>>(path: string, call: StoreCall = {}) =>
  callFrom<Body>(path, { origin: new URL(env.NEXT_PUBLIC_APP_URL).origin, ...call })
const sqlRows = async <Row>(query: ReturnType<typeof sql>) => rowsOf<Row>(await getTestRequest(), query)

/** Signed in by the password. */
async function shopper() {
  const email = `key-${randomUUID()}@example.com`
  await callStore('/customers', { body: { email, password, firstName: 'Ada' } })
  const { cookies } = await callStore('/session', { body: { email, password } })
  const [row] = await sqlRows<{ id: string }>(sql`SELECT id FROM customers WHERE email = ${email}`)
  return { email, id: row?.id ?? '', cookie: `molini-customer=${cookies['molini-customer']}` }
}

interface Options {
  challenge: string
  user: { id: string; name: string }
  rp: { id: string }
  rpId: string
  userVerification: string
  allowCredentials?: { id: string }[]
  excludeCredentials: { id: string }[]
  authenticatorSelection: { residentKey: string; userVerification: string }
}

const askToAdd = (cookie: string, body: object = { password }) =>
  callStore<{ options: Options; code?: string }>('/me/passkeys/options', { cookie, body })
const send = (cookie: string, credential: unknown, more: object = {}) =>
  callStore<{ passkey: { id: string; name: string }; code?: string }>('/me/passkeys', {
    ...{ cookie, body: { credential, ...more } },
  })
async function add(cookie: string, device: Authenticator, otherwise: Otherwise = {}) {
  const { options } = (await askToAdd(cookie)).body
  return send(cookie, device.register(options, otherwise), { name: 'Phone' })
}
/** With a passkey on a device of their own. */
async function withPasskey() {
  const [owner, device] = [await shopper(), makeAuthenticator()]
  const { passkey } = (await add(owner.cookie, device)).body
  return { ...owner, device, passkey }
}

/** What the browser is asked, and the cookie by which it answers. */
async function ask(body: object = {}, cookie?: string) {
  const answer = await callStore<{ options: Options }>('/session/passkey/options', { body, cookie })
  return {
    ...answer.body,
    status: answer.status,
    cookie: `molini-passkey=${answer.cookies['molini-passkey']}`,
  }
}
const reply = (cookie: string, credential: unknown, more: object = {}) =>
  callStore('/session/passkey', { cookie, body: { credential, ...more } })
async function signIn(device: Authenticator, otherwise: Otherwise = {}) {
  const { options, cookie } = await ask()
  return reply(cookie, device.answer(options, otherwise))
}
const meOf = async (cookies: Record<string, string>) =>
  (await callStore('/me', { cookie: `molini-customer=${cookies['molini-customer']}` })).body.customer
const refused = { status: 401, body: { code: 'passkey.refused' } }
const mailsTo = async (email: string) =>
  (
    await sqlRows<{ template: string }>(
      sql`SELECT template FROM emails WHERE recipient = ${email} AND template LIKE 'passkey-%' ORDER BY created_at`,
    )
  ).map(({ template }) => template)
const actionsOf = async (id: string) =>
  (
    await sqlRows<{ action: string }>(
      sql`SELECT action FROM audit_entries WHERE entity_id = ${id} AND action LIKE 'passkey.%' ORDER BY seq`,
    )
  ).map(({ action }) => action)
const list = async (cookie: string) =>
  (await callStore<{ passkeys: { id: string; lastUsedAt?: string }[] }>('/me/passkeys', { cookie })).body
    .passkeys

describe('a passkey', () => {
  test('is added to the account that asked, by name, and its owner is told', async () => {
    const { cookie, id, email } = await shopper()
    const device = makeAuthenticator()
    const { options } = (await askToAdd(cookie)).body
    expect(options).toMatchObject({
      rp: { id: 'localhost' },
      user: { name: email },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    const made = await send(cookie, device.register(options, { isSynced: true }), { name: ' Phone ' })
    expect(made).toMatchObject({ status: 201, body: { passkey: { name: 'Phone', isSynced: true } } })
    expect(await list(cookie)).toMatchObject([{ name: 'Phone' }])
    expect(await mailsTo(email)).toEqual(['passkey-added'])
    expect(await actionsOf(id)).toEqual(['passkey.add'])
    expect((await askToAdd(cookie)).body.options.excludeCredentials).toMatchObject([{ id: device.id }])
  })

  test('signs in without a name, in the very session that a password opens, and is seen as used', async () => {
    const { email, cookie, device } = await withPasskey()
    const { options } = await ask()
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    expect(options.allowCredentials ?? []).toEqual([])
    const answer = await signIn(device)
    expect(answer).toMatchObject({ status: 200, body: { customer: { email } } })
    expect(await meOf(answer.cookies)).toMatchObject({ email })
    expect(answer.cookies['molini-passkey']).toBe('')
    const [passkey] = await list(cookie)
    expect(Date.now() - Date.parse(passkey?.lastUsedAt ?? '')).toBeLessThan(60_000)
    expect((await callStore<{ sessions: unknown[] }>('/me/sessions', { cookie })).body.sessions).toHaveLength(
      2,
    )
  })

  test('without a counter signs in again and again', async () => {
    const { device } = await withPasskey()
    for (let time = 0; time < 3; time += 1) expect((await signIn(device, { counter: 0 })).status).toBe(200)
  })

  test('brings the bag in hand along, as every sign-in does', async () => {
    const { device } = await withPasskey()
    const { cookies, body } = await callStore<{ cart: { id: string } }>('/carts', { body: {} })
    const { options, cookie } = await ask()
    await reply(`${cookie}; molini-cart=${cookies['molini-cart']}`, device.answer(options))
    const [cart] = await sqlRows<{ owned: boolean }>(
      sql`SELECT customer_id IS NOT NULL AS owned FROM carts WHERE id = ${body.cart.id}`,
    )
    expect(cart).toEqual({ owned: true })
  })
})

const badAnswers: [string, Otherwise][] = [
  ['another origin', { origin: 'https://evil.example' }],
  ['another port of the host', { origin: `${new URL(appUrl).protocol}//localhost:1` }],
  ['another site', { rpId: 'evil.example' }],
  ['another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ['a user that was not verified', { isVerified: false }],
  ['nobody who was there', { isPresent: false }],
  ['a frame on another site', { crossOrigin: true }],
]

describe('signs nobody in:', () => {
  test.each([
    ...badAnswers,
    ['an answer for making one', { type: 'webauthn.create' }],
    ['a signature that was changed', { signature: 'tampered' }],
    ['a signature of another key', { signature: 'of another key' }],
    ['an account that it does not name', { userHandle: null }],
    ['another account that it names', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ] as [string, Otherwise][])('%s', async (_, otherwise) => {
    const { device } = await withPasskey()
    const answer = await signIn(device, otherwise)
    expect(answer).toMatchObject(refused)
    expect(answer.cookies['molini-customer']).toBeUndefined()
    expect((await signIn(device)).status).toBe(200)
  })

  test('a counter that stays or goes back', async () => {
    const { device, cookie } = await withPasskey()
    expect((await signIn(device, { counter: 7 })).status).toBe(200)
    for (const counter of [7, 6, 0]) expect(await signIn(device, { counter })).toMatchObject(refused)
    expect((await signIn(device, { counter: 8 })).status).toBe(200)
    expect(await list(cookie)).toHaveLength(1)
  })

  test('an answer a second time, and for the challenge before the last', async () => {
    const { device } = await withPasskey()
    const { options, cookie } = await ask()
    const answer = device.answer(options)
    expect((await reply(cookie, answer)).status).toBe(200)
    expect(await reply(cookie, answer)).toMatchObject(refused)
    const next = await ask()
    expect(await reply(next.cookie, answer)).toMatchObject(refused)
    expect(await reply(next.cookie, device.answer(next.options))).toMatchObject(refused)
  })

  test('but one of those who send one answer at once', async () => {
    const { device } = await withPasskey()
    const { options, cookie } = await ask()
    const answer = device.answer(options)
    const answers = await Promise.all(Array.from({ length: 6 }, () => reply(cookie, answer)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401, 401, 401])
  })

  test('an answer that comes too late', async () => {
    const { device } = await withPasskey()
    const { options, cookie } = await ask()
    await sqlRows(sql`UPDATE passkey_challenges SET expires_at = now() - interval '1 second'`)
    expect(await reply(cookie, device.answer(options))).toMatchObject(refused)
  })

  test('an answer in another browser, or in none that was asked', async () => {
    const { device } = await withPasskey()
    const [one, other] = [await ask(), await ask()]
    expect(await reply(other.cookie, device.answer(one.options))).toMatchObject(refused)
    for (const cookie of ['', 'molini-passkey=', 'molini-passkey=0123456789abcdef'])
      expect(await reply(cookie, device.answer(one.options))).toMatchObject(refused)
  })

  test('a passkey that the shop does not know, or that is removed: the same answer', async () => {
    const stranger = makeAuthenticator()
    stranger.register({ challenge: 'x', user: { id: 'AAAAAAAAAAAAAAAAAAAAAA' } })
    const unknown = await signIn(stranger)
    const { device, passkey, cookie } = await withPasskey()
    await callStore(`/me/passkeys/${passkey.id}`, { method: 'DELETE', cookie, body: { password } })
    const removed = await signIn(device)
    expect(unknown).toMatchObject(refused)
    expect(removed.text).toBe(unknown.text)
  })

  test('the passkey of one account as that of another', async () => {
    const [one, other] = [await withPasskey(), await withPasskey()]
    const { options, cookie } = await ask()
    const answer = { ...one.device.answer(options), id: other.device.id, rawId: other.device.id }
    expect(await reply(cookie, answer)).toMatchObject(refused)
  })

  test('what is no answer at all', async () => {
    const { device } = await withPasskey()
    const { options, cookie } = await ask()
    const good = device.answer(options)
    for (const bad of [
      undefined,
      {},
      { ...good, response: {} },
      { ...good, id: '../..' },
      { ...good, type: 'password' },
      { ...good, response: { ...good.response, signature: 'x'.repeat(9_000) } },
    ])
      expect((await reply(cookie, bad)).status).toBe(422)
    for (const part of ['clientDataJSON', 'authenticatorData', 'signature'] as const) {
      for (const value of ['AA', 'bnVsbA', 'e30']) {
        const asked = await ask()
        const { response, ...rest } = device.answer(asked.options)
        const bad = { ...rest, response: { ...response, [part]: value } }
        expect(await reply(asked.cookie, bad)).toMatchObject(refused)
      }
    }
  })

  test('a page of another site', async () => {
    const { device } = await withPasskey()
    const { options, cookie } = await ask()
    const body = { credential: device.answer(options) }
    const answer = await callStore('/session/passkey', { cookie, body, origin: 'https://evil.example' })
    expect(answer).toMatchObject({ status: 403, body: { code: 'origin.untrusted' } })
  })
})

describe('adds no passkey:', () => {
  test.each([...badAnswers, ['an answer for signing in', { type: 'webauthn.get' }]] as [string, Otherwise][])(
    '%s',
    async (_, otherwise) => {
      const { cookie, email } = await shopper()
      expect(await add(cookie, makeAuthenticator(), otherwise)).toMatchObject(refused)
      expect(await list(cookie)).toEqual([])
      expect(await mailsTo(email)).toEqual([])
    },
  )

  test('one that was not asked for, was asked for elsewhere, or is sent twice', async () => {
    const [one, other] = [await shopper(), await shopper()]
    const { options } = (await askToAdd(one.cookie)).body
    const made = makeAuthenticator().register(options)
    expect(await send(other.cookie, made)).toMatchObject(refused)
    expect((await send(one.cookie, made)).status).toBe(201)
    expect(await send(one.cookie, made)).toMatchObject(refused)
    const signing = await ask()
    const forSigning = makeAuthenticator().register({ ...signing.options, user: options.user })
    expect(await send(one.cookie, forSigning)).toMatchObject(refused)
  })

  test('one that somebody has already', async () => {
    const { device } = await withPasskey()
    const other = await shopper()
    expect(await add(other.cookie, device)).toMatchObject({ status: 409, body: { code: 'passkey.exists' } })
  })

  test('a session alone: the password is asked for, or a fresh sign-in', async () => {
    const { cookie, id } = await shopper()
    for (const body of [{}, { password: 'not the right one' }])
      expect(await askToAdd(cookie, body)).toMatchObject({
        status: 401,
        body: { code: 'session.bad-credentials' },
      })
    await sqlRows(sql`UPDATE customers SET hash = NULL, salt = NULL WHERE id = ${id}`)
    expect((await askToAdd(cookie, {})).status).toBe(200)
    await sqlRows(
      sql`UPDATE account_sessions SET created_at = now() - interval '16 minutes' WHERE customer_id = ${id}`,
    )
    expect(await askToAdd(cookie, {})).toMatchObject({ status: 401, body: { code: 'session.stale' } })
  })

  test('the twenty-first, nor one that was begun while there was still place', async () => {
    const { cookie, id } = await shopper()
    await sqlRows(
      sql`INSERT INTO passkeys (customer_id, credential_id, public_key, rp_id, counter, is_synced, name)
        SELECT ${id}, ${id} || n, 'k', 'localhost', 0, false, 'Key' FROM generate_series(1, 20) n`,
    )
    const full = { status: 409, body: { code: 'conflict', reason: 'passkeys-full' } }
    expect(await askToAdd(cookie)).toMatchObject(full)
    await sqlRows(sql`DELETE FROM passkeys WHERE credential_id = ${`${id}20`}`)
    const { options } = (await askToAdd(cookie)).body
    await sqlRows(
      sql`INSERT INTO passkeys (customer_id, credential_id, public_key, rp_id, counter, is_synced, name)
        VALUES (${id}, ${`${id}21`}, 'k', 'localhost', 0, false, 'Key')`,
    )
    expect(await send(cookie, makeAuthenticator().register(options))).toMatchObject(full)
  })
})

describe('as a second step', () => {
  async function withFactor() {
    const owner = await withPasskey()
    const { body } = await callStore<{ secret: string }>('/me/second-factor', {
      ...{ cookie: owner.cookie, body: { password } },
    })
    const code = TOTP.generate({ secret: Secret.fromBase32(body.secret) })
    await callStore('/me/second-factor', { method: 'PUT', cookie: owner.cookie, body: { code } })
    return owner
  }
  async function firstStep(email: string) {
    const answer = await callStore('/session', { body: { email, password } })
    expect(answer.status).toBe(202)
    return `molini-step=${answer.cookies['molini-step']}`
  }
  const second = { isSecondStep: true }

  test('it takes the place of the code, and is asked of the account alone', async () => {
    const { email, device } = await withFactor()
    const step = await firstStep(email)
    const { options, cookie } = await ask(second, step)
    expect(options.allowCredentials).toMatchObject([{ id: device.id }])
    const answer = await reply(`${cookie}; ${step}`, device.answer(options, { userHandle: null }), second)
    expect(answer).toMatchObject({ status: 200, body: { customer: { email } } })
    expect(answer.cookies['molini-step']).toBe('')
    const again = await callStore('/session/second-step', { cookie: step, body: { code: '000000' } })
    expect(again.body.code).toBe('session.stale')
  })

  test('it counts as both: alone it opens an account that has a second step', async () => {
    const { email, device } = await withFactor()
    expect(await signIn(device)).toMatchObject({ status: 200, body: { customer: { email } } })
  })

  test('that of another account does not open it, and uses no first step up', async () => {
    const [{ email, device }, thief] = [await withFactor(), await withPasskey()]
    const step = await firstStep(email)
    const first = await ask(second, step)
    expect(await reply(`${first.cookie}; ${step}`, thief.device.answer(first.options), second)).toMatchObject(
      { status: 401, body: { code: 'session.stale' } },
    )
    const next = await ask(second, step)
    expect((await reply(`${next.cookie}; ${step}`, device.answer(next.options), second)).status).toBe(200)
  })

  test('without a first step nothing is asked, and nothing names a passkey', async () => {
    for (const cookie of [undefined, 'molini-step=', 'molini-step=0123456789abcdef0123456789abcdef'])
      expect(await ask(second, cookie)).toMatchObject({ status: 401, code: 'session.stale' })
  })
})

describe('who removes a passkey', () => {
  const remove = (cookie: string, id: string, body: object = { password }) =>
    callStore(`/me/passkeys/${id}`, { method: 'DELETE', cookie, body })

  test('says the password again, is told by mail, and cannot do it twice', async () => {
    const { cookie, passkey, email, id, device } = await withPasskey()
    expect(await remove(cookie, passkey.id, {})).toMatchObject({ body: { code: 'session.bad-credentials' } })
    expect((await remove(cookie, passkey.id)).status).toBe(204)
    expect(await remove(cookie, passkey.id)).toMatchObject({
      status: 404,
      body: { code: 'passkey.not-found' },
    })
    expect(await mailsTo(email)).toEqual(['passkey-added', 'passkey-removed'])
    expect(await actionsOf(id)).toEqual(['passkey.add', 'passkey.remove'])
    expect(await signIn(device)).toMatchObject(refused)
  })

  test('keeps another way in: the last one stays', async () => {
    const { cookie, passkey, id } = await withPasskey()
    await sqlRows(sql`UPDATE customers SET hash = NULL, salt = NULL, verified_at = now() WHERE id = ${id}`)
    const onlyWay = { status: 409, body: { code: 'passkey.only-way' } }
    expect(await remove(cookie, passkey.id, {})).toMatchObject(onlyWay)
    expect(await list(cookie)).toHaveLength(1)
    const { options } = (await askToAdd(cookie, {})).body
    const second = (await send(cookie, makeAuthenticator().register(options))).body.passkey
    const both = await Promise.all([remove(cookie, passkey.id, {}), remove(cookie, second.id, {})])
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
    expect(await list(cookie)).toHaveLength(1)
    const [left] = await list(cookie)
    Object.assign(env, { EMAIL_HOST: 'smtp.example.org' })
    expect((await remove(cookie, left?.id ?? '', {})).status).toBe(204)
  })

  test('may do so with their own alone', async () => {
    const [owner, other] = [await withPasskey(), await withPasskey()]
    for (const id of [owner.passkey.id, randomUUID(), 'x']) {
      expect(await remove(other.cookie, id)).toMatchObject({
        status: 404,
        body: { code: 'passkey.not-found' },
      })
      const body = { name: 'Mine' }
      expect(
        await callStore(`/me/passkeys/${id}`, { method: 'PATCH', cookie: other.cookie, body }),
      ).toMatchObject({ status: 404, body: { code: 'passkey.not-found' } })
    }
    expect(await list(owner.cookie)).toMatchObject([{ name: 'Phone' }])
    for (const [method, path] of [
      ['GET', '/me/passkeys'],
      ['POST', '/me/passkeys'],
      ['POST', '/me/passkeys/options'],
      ['PATCH', `/me/passkeys/${owner.passkey.id}`],
      ['DELETE', `/me/passkeys/${owner.passkey.id}`],
    ] as const)
      expect(await callStore(path, { method, body: method === 'GET' ? undefined : {} })).toMatchObject({
        ...{ status: 401, body: { code: 'customer.required' } },
      })
  })

  test('without script does so by forms, and names passkeys by them', async () => {
    const { cookie, passkey } = await withPasskey()
    const post = (form: string, fields: Record<string, string>) =>
      callStore(`/forms/${form}`, { cookie, form: { market: 'it', id: passkey.id, ...fields } })
    const named = await post('name-passkey', { name: 'Telefono' })
    expect(named.headers.get('location')).toBe('/it/account/security?done=passkey-named')
    expect(await list(cookie)).toMatchObject([{ name: 'Telefono' }])
    const unnamed = await post('name-passkey', { name: '  ' })
    expect(unnamed.headers.get('location')).toBe('/it/account/security?problem=validation.failed&fields=name')
    expect(await openTyped(await getTestRequest(), unnamed.cookies['molini-typed'], 'name-passkey')).toEqual({
      ...{ id: passkey.id, name: '  ' },
    })
    const wrong = await post('remove-passkey', { password: 'no' })
    expect(wrong.headers.get('location')).toContain('problem=session.bad-credentials')
    const gone = await post('remove-passkey', { password })
    expect(gone.headers.get('location')).toBe('/it/account/security?done=passkey-removed')
    expect(await list(cookie)).toEqual([])
  })
})

test('a passkey from before anybody had shown that the address is theirs goes when its owner comes', async () => {
  const { email, device } = await withPasskey()
  await callStore('/sign-in-link', { body: { email } })
  const [mail] = await sqlRows<{ data: { code: string } }>(
    sql`SELECT data FROM emails WHERE recipient = ${email} AND template = 'sign-in-link'`,
  )
  await callStore('/sign-in-link/confirm', { body: { token: openCode(mail?.data.code ?? '') } })
  expect(await signIn(device)).toMatchObject(refused)
})

test('a passkey opens the site that it was made at, and no other: a preview has its own', async () => {
  const { device, cookie } = await withPasskey()
  Object.assign(env, { NEXT_PUBLIC_APP_URL: 'https://preview.example.org' })
  const there = { origin: 'https://preview.example.org', rpId: 'preview.example.org' }
  const { options, cookie: asked } = await ask()
  expect(options.rpId).toBe('preview.example.org')
  expect(await reply(asked, device.answer(options, there))).toMatchObject(refused)
  expect((await askToAdd(cookie)).body.options.excludeCredentials).toEqual([])
})

test.each(['http://192.0.2.1', 'https://192.0.2.1', 'https://[2001:db8::1]', 'http://shop.example.org'])(
  'where browsers know no passkeys (%s) there are none',
  async (url) => {
    const { cookie } = await shopper()
    Object.assign(env, { NEXT_PUBLIC_APP_URL: url })
    expect(await ask()).toMatchObject({ status: 404, code: 'resource.not-found' })
    expect((await askToAdd(cookie)).status).toBe(404)
  },
)

test('asking is counted by address', async () => {
  const from = '203.0.113.77'
  const answers: number[] = []
  for (let call = 0; call < 121; call += 1)
    answers.push((await callStore('/session/passkey/options', { body: {}, from })).status)
  expect(answers.filter((status) => status === 200)).toHaveLength(120)
  expect(answers.at(-1)).toBe(429)
})

test('what pages ask for unasked is counted apart, leaves real tries alone, and signs in as well', async () => {
  const { device, email } = await withPasskey()
  const from = '203.0.113.78'
  const view = (body: object = { isAutofill: true }) =>
    callStore<{ options: Options }>('/session/passkey/options', { body, from })
  const answers: number[] = []
  for (let page = 0; page < 241; page += 1) answers.push((await view()).status)
  expect([answers.filter((status) => status === 200).length, answers.at(-1)]).toEqual([240, 429])
  expect((await view({})).status).toBe(200)
  const asked = await ask({ isAutofill: true })
  expect(await reply(asked.cookie, device.answer(asked.options))).toMatchObject({
    status: 200,
    body: { customer: { email } },
  })
})

test('challenges that nobody has answered are gone with the next round of jobs', async () => {
  await ask({ isAutofill: true })
  await sqlRows(sql`UPDATE passkey_challenges SET expires_at = now() - interval '1 second'`)
  const good = await ask({ isAutofill: true })
  // What goes once a day has had its turn.
  await sqlRows(sql`INSERT INTO shop_marks (name, value) VALUES ('turn:forget-expired', '{}'::jsonb)
    ON CONFLICT (name) DO UPDATE SET at = now()`)
  await sqlRows(sql`DELETE FROM shop_marks WHERE name = 'turn:forget-challenges'`)
  const report = await runDue(await getTestRequest())
  expect(report['forget-challenges']).toBeGreaterThan(0)
  expect(await sqlRows(sql`SELECT 1 FROM passkey_challenges`)).toHaveLength(1)
  expect(good.status).toBe(200)
})

test('what stands in the database opens nothing, and challenges that are over go', async () => {
  const { options, cookie } = await ask()
  const rows = await sqlRows<{ text: string }>(sql`SELECT c::text AS text FROM passkey_challenges c`)
  const token = cookie.replace('molini-passkey=', '')
  expect(rows.some(({ text }) => text.includes(options.challenge))).toBe(true)
  expect(rows.some(({ text }) => text.includes(token))).toBe(false)
  await sqlRows(sql`UPDATE passkey_challenges SET expires_at = now() - interval '1 second'`)
  expect(await forgetExpired(await getTestRequest())).toBeGreaterThan(0)
  expect(await sqlRows(sql`SELECT 1 FROM passkey_challenges`)).toEqual([])
})

test('passkeys stand in the export, in no answer to staff, and are gone with the account', async () => {
  const { cookie, id, device } = await withPasskey()
  expect((await callStore('/me/export', { cookie })).body.passkeys).toMatchObject([
    { name: 'Phone', credentialId: device.id, site: 'localhost' },
  ])
  const staff = (await signedIn('owner')).cookie
  expect(JSON.stringify((await callRest(`customers/${id}?depth=2`, { cookie: staff })).json)).not.toContain(
    device.id,
  )
  await callRest(`customers/${id}/erase`, { method: 'POST', cookie: staff, body: { reason: 'asked for it' } })
  expect(await sqlRows(sql`SELECT 1 FROM passkeys WHERE customer_id = ${id}`)).toEqual([])
  expect(await signIn(device)).toMatchObject(refused)
})
