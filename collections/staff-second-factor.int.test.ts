import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { Secret } from 'otpauth'
import { afterEach, describe, expect, test } from 'vitest'
import type { Role } from '#domain/permissions'
import { rowsOf } from '#services/transaction'
import { codeAt, codesNear, standStillMidStep, wrongCode } from '../src/start/testing/app-codes'
import {
  anotherAddress,
  callGraphql,
  callRest,
  cookieOf,
  goodPassword,
  makeStaff,
  signedIn,
  type Answer,
  type Call,
  type Staff,
} from '../src/start/testing/http'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'

standStillMidStep()

interface Begun {
  secret: string
  uri: string
  codes: string[]
}

const post = (path: string, call: Call = {}): Promise<Answer> =>
  callRest(path, { method: 'POST', body: {}, from: anotherAddress(), ...call })

const begin = async (cookie: string, password = goodPassword) =>
  post('users/second-factor', { cookie, body: { password } })

async function setUp(staff: Staff) {
  const { secret: text, codes } = (await begin(staff.cookie)).json as Begun
  const secret = Secret.fromBase32(text)
  const body = { code: codeAt(secret, -1) }
  expect((await post('users/second-factor/confirm', { cookie: staff.cookie, body })).status).toBe(200)
  return { ...staff, secret, codes }
}
const withFactor = async (role: Role = 'merchandiser') => setUp(await signedIn(role))
/** Somebody whose code is by chance none of this secret's. */
async function strangerTo(secret: Secret): ReturnType<typeof withFactor> {
  const other = await withFactor()
  return codesNear(secret).includes(codeAt(other.secret)) ? strangerTo(secret) : other
}

const login = ({ email, password }: Pick<Staff, 'email' | 'password'>) =>
  post('users/login', { body: { email, password } })
const stepCookie = async (staff: Pick<Staff, 'email' | 'password'>) => cookieOf(await login(staff))
const second = (cookie: string, code: string, call: Call = {}) =>
  post('users/second-step', { cookie, body: { code }, ...call })
const codeOf = ({ json }: Answer) => (json as { code?: string }).code
const me = async (cookie: string) =>
  ((await callRest('users/me', { cookie })).json as { user: { id?: string } | null }).user

async function rows<T>(query: ReturnType<typeof sql>): Promise<T[]> {
  return rowsOf<T>(await getTestRequest(), query)
}
const sessionsOf = async (id: string) =>
  (await rows(sql`SELECT id FROM users_sessions WHERE _parent_id = ${id}`)).length
const forget = (id: string) => rows(sql`DELETE FROM users_sessions WHERE _parent_id = ${id}`)
const auditOf = async (id: string) =>
  rows<{ action: string; reason: string | null; actor: string }>(
    sql`SELECT action, reason, actor_id AS actor FROM audit_entries WHERE entity_id = ${id} ORDER BY seq`,
  )
const mailsTo = async (email: string) =>
  (
    await rows<{ template: string }>(
      sql`SELECT template FROM emails WHERE recipient = ${email} ORDER BY created_at`,
    )
  ).map(({ template }) => template)

describe('with a second factor the password opens nothing:', () => {
  test('over REST there is no session until a code has come', async () => {
    const staff = await withFactor()
    await forget(staff.id)
    const answer = await login(staff)
    expect(answer).toMatchObject({ status: 202, json: { next: 'second-step' } })
    const [line] = answer.headers.getSetCookie()
    expect(line).toMatch(/^molini-staff-step=[\w-]{43}; .*HttpOnly.*SameSite=Lax/)
    expect(answer.headers.getSetCookie()).toHaveLength(1)
    const cookie = cookieOf(answer)
    expect(await sessionsOf(staff.id)).toBe(0)
    expect(await me(cookie)).toBeNull()
    expect(await me(cookie.replace('molini-staff-step', 'molini-token'))).toBeNull()
    const opened = await second(cookie, codeAt(staff.secret))
    expect(opened).toMatchObject({ status: 200, json: { signedIn: true } })
    expect(opened.headers.getSetCookie().join()).toMatch(/molini-token=eyJ[^;]+; .*HttpOnly.*SameSite=Lax/)
    expect(opened.text).not.toMatch(/eyJ/)
    expect(await me(cookieOf(opened))).toMatchObject({ id: staff.id, secondFactor: 'on' })
    expect((await post('users/refresh-token', { cookie: cookieOf(opened) })).status).toBe(200)
    expect((await post('users/logout', { cookie: cookieOf(opened) })).status).toBe(200)
    expect(await me(cookieOf(opened))).toBeNull()
    expect((await auditOf(staff.id)).map(({ action }) => action)).toContain('sign-in')
  })

  test('over GraphQL and the Local API it is refused', async () => {
    const staff = await withFactor()
    await forget(staff.id)
    const { email, password } = staff
    const mutation = `mutation { loginUser(email: "${email}", password: "${password}") { token exp user { id } } }`
    const answer = await callGraphql(mutation, { from: anotherAddress() })
    expect(answer.text).toContain('second-factor.needed')
    expect(answer.text).not.toContain(staff.id)
    expect(answer.headers.getSetCookie().join()).not.toMatch(/molini-token=[^;]/)
    const payload = await getTestPayload()
    const local = payload.login({
      collection: 'users',
      data: { email, password },
      req: await getTestRequest(),
      overrideAccess: true,
    })
    await expect(local).rejects.toThrow('second-factor.needed')
    expect(await sessionsOf(staff.id)).toBe(0)
    expect(await rows(sql`SELECT 1 FROM staff_steps WHERE user_id = ${staff.id}`)).toEqual([])
  })

  const next = 'seven loud geese at noon'
  const resetToken = async (email: string) =>
    (await getTestPayload()).forgotPassword({
      collection: 'users',
      data: { email },
      disableEmail: true,
      req: await getTestRequest(),
    })

  test('a new password by mail is kept, and signs nobody in', async () => {
    const staff = await withFactor()
    const token = await resetToken(staff.email)
    const answer = await post('users/reset-password', { body: { token, password: next } })
    expect(answer.status).toBe(200)
    expect(answer.text).not.toMatch(/eyJ/)
    expect(answer.text).not.toContain(staff.id)
    expect(answer.headers.getSetCookie().join()).not.toMatch(/molini-token=[^;]/)
    expect(await sessionsOf(staff.id)).toBe(0)
    expect(await me(staff.cookie)).toBeNull()
    expect((await login(staff)).status).toBe(401)
    const cookie = await stepCookie({ ...staff, password: next })
    expect((await second(cookie, codeAt(staff.secret))).status).toBe(200)
  })

  test('a reset and a sign-in in one request of the Local API give no session; GraphQL offers no reset', async () => {
    const staff = await withFactor()
    const { email } = staff
    const [payload, req] = [await getTestPayload(), await getTestRequest()]
    const token = await resetToken(email)
    const mutation = `mutation { resetPasswordUser(token: "${token}", password: "${next}") { token user { id } } }`
    expect((await callGraphql(mutation, { from: anotherAddress() })).text).toContain('is not offered here')
    const data = { token, password: next }
    const reset = await payload.resetPassword({ collection: 'users', data, overrideAccess: true, req })
    expect(reset).toEqual({ user: null })
    const again = payload.login({
      ...{ collection: 'users' as const, data: { email, password: next }, overrideAccess: true, req },
    })
    await expect(again).rejects.toThrow('second-factor.needed')
    expect(await sessionsOf(staff.id)).toBe(0)
  })
})

describe('a code', () => {
  test('counts once, for one of those who use it at once', async () => {
    const staff = await withFactor()
    const steps = await Promise.all(Array.from({ length: 3 }, () => stepCookie(staff)))
    const code = codeAt(staff.secret)
    const answers = await Promise.all(steps.map((cookie) => second(cookie, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
    expect(codeOf(await second(await stepCookie(staff), code))).toBe('second-factor.wrong')
  })

  test('that switched it on, and one older than the last, are used up', async () => {
    const staff = await withFactor()
    expect(codeOf(await second(await stepCookie(staff), codeAt(staff.secret, -1)))).toBe(
      'second-factor.wrong',
    )
    expect((await second(await stepCookie(staff), codeAt(staff.secret, 1))).status).toBe(200)
    expect(codeOf(await second(await stepCookie(staff), codeAt(staff.secret)))).toBe('second-factor.wrong')
  })

  test('for a lost phone opens once, however it is written', async () => {
    const staff = await withFactor()
    const [code = ''] = staff.codes
    const opened = await second(await stepCookie(staff), ` ${code.toLowerCase().replace('-', ' ')}`)
    expect(opened.status).toBe(200)
    expect(codeOf(await second(await stepCookie(staff), code))).toBe('second-factor.wrong')
    const state = await callRest('users/second-factor', { cookie: cookieOf(opened) })
    expect(state.json).toEqual({ state: 'on', codesLeft: 9 })
  })

  test('of somebody else, or of a shopper, opens nothing', async () => {
    const staff = await withFactor()
    const other = await strangerTo(staff.secret)
    expect(codeOf(await second(await stepCookie(staff), codeAt(other.secret)))).toBe('second-factor.wrong')
    expect(codeOf(await second(await stepCookie(staff), other.codes[0] ?? ''))).toBe('second-factor.wrong')
  })
})

describe('the first step', () => {
  test('takes five codes, and an account ten in ten minutes', async () => {
    const staff = await withFactor()
    const cookie = await stepCookie(staff)
    for (let index = 0; index < 5; index += 1)
      expect(codeOf(await second(cookie, wrongCode(staff.secret)))).toBe('second-factor.wrong')
    expect(codeOf(await second(cookie, codeAt(staff.secret)))).toBe('session.stale')
    const again = await stepCookie(staff)
    for (let index = 0; index < 5; index += 1) await second(again, wrongCode(staff.secret))
    expect((await second(await stepCookie(staff), codeAt(staff.secret))).status).toBe(429)
    const failed = (await auditOf(staff.id)).filter(({ action }) => action === 'second-step-failed')
    expect(failed).toHaveLength(10)
  })

  test.each(['', 'molini-staff-step=', `molini-staff-step=${'a'.repeat(43)}`])(
    'without one (%s) no code is looked at',
    async (cookie) => {
      expect(codeOf(await second(cookie, '123456'))).toBe('session.stale')
    },
  )

  test('is over after ten minutes, when it is called off, and when the password has changed', async () => {
    const staff = await withFactor()
    const [late, off, changed] = [await stepCookie(staff), await stepCookie(staff), await stepCookie(staff)]
    expect((await post('users/second-step/stop', { cookie: off })).headers.getSetCookie().join()).toMatch(
      /molini-staff-step=;/,
    )
    expect(codeOf(await second(off, codeAt(staff.secret)))).toBe('session.stale')
    await rows(sql`UPDATE users SET hash = hash || '0' WHERE id = ${staff.id}`)
    expect(codeOf(await second(changed, codeAt(staff.secret)))).toBe('session.stale')
    await rows(sql`UPDATE users SET hash = left(hash, -1) WHERE id = ${staff.id}`)
    await rows(
      sql`UPDATE staff_steps SET expires_at = now() - interval '1 second' WHERE user_id = ${staff.id}`,
    )
    expect(codeOf(await second(late, codeAt(staff.secret)))).toBe('session.stale')
  })

  test('counts from our own pages alone', async () => {
    const staff = await withFactor()
    const cookie = await stepCookie(staff)
    for (const call of [{ origin: 'https://evil.example' }, { origin: null }])
      expect((await second(cookie, codeAt(staff.secret), call)).status).toBe(403)
    expect((await second(cookie, codeAt(staff.secret))).status).toBe(200)
  })

  test('does not open an account that is locked, and what was mistyped before is forgiven at the end', async () => {
    const staff = await withFactor()
    for (let index = 0; index < 3; index += 1) await login({ ...staff, password: 'some wrong password' })
    const cookie = await stepCookie(staff)
    await rows(sql`UPDATE users SET lock_until = now() + interval '1 minute' WHERE id = ${staff.id}`)
    expect(codeOf(await second(cookie, codeAt(staff.secret)))).toBe('session.stale')
    await rows(sql`UPDATE users SET lock_until = NULL WHERE id = ${staff.id}`)
    expect((await second(cookie, codeAt(staff.secret))).status).toBe(200)
    const [row] = await rows<{ tries: number }>(
      sql`SELECT login_attempts::int AS tries FROM users WHERE id = ${staff.id}`,
    )
    expect(row?.tries).toBe(0)
  })

  test('is kept as a hash', async () => {
    const staff = await withFactor()
    const token = (await stepCookie(staff)).split('=')[1] ?? ''
    const kept = await rows<{ text: string }>(sql`SELECT s::text AS text FROM staff_steps s`)
    expect(token).toHaveLength(43)
    expect(kept.map(({ text }) => text).join()).not.toContain(token)
  })

  test('a wrong code, a used one and no first step are answered in the same time', async () => {
    const staff = await withFactor()
    const timeOf = async (cookie: string, code: string) => {
      const start = performance.now()
      await second(cookie, code)
      return performance.now() - start
    }
    const cookie = await stepCookie(staff)
    const none = `molini-staff-step=${'b'.repeat(43)}`
    const [wrong, used, absent] = [[], [], []] as [number[], number[], number[]]
    for (let round = 0; round < 2; round += 1) {
      wrong.push(await timeOf(cookie, wrongCode(staff.secret)))
      used.push(await timeOf(cookie, codeAt(staff.secret, -1)))
      absent.push(await timeOf(none, wrongCode(staff.secret)))
    }
    const fastest = [wrong, used, absent].map((times) => Math.min(...times))
    expect(Math.max(...fastest) - Math.min(...fastest)).toBeLessThan(40)
    expect(Math.min(...fastest)).toBeGreaterThan(290)
  })
})

describe('setting up', () => {
  test('asks for the password, shows all once, ends the other sessions, is told by mail and audited', async () => {
    const staff = await signedIn('order-desk')
    const elsewhere = cookieOf(await login(staff))
    expect(codeOf(await begin(staff.cookie, 'not the one'))).toBe('session.bad-credentials')
    const begun = await begin(staff.cookie)
    expect(begun.status).toBe(201)
    expect(begun.headers.get('cache-control')).toContain('no-store')
    const { secret: text, uri, codes } = begun.json as Begun
    const secret = Secret.fromBase32(text)
    expect(codes).toHaveLength(10)
    expect(uri).toContain(encodeURIComponent(staff.email))
    const confirm = (code: string) =>
      post('users/second-factor/confirm', { cookie: staff.cookie, body: { code } })
    expect(codeOf(await confirm(wrongCode(secret)))).toBe('second-factor.wrong')
    expect((await login(staff)).status).toBe(200)
    expect((await confirm(codeAt(secret))).json).toEqual({ state: 'on' })
    expect(await me(elsewhere)).toBeNull()
    expect(await me(staff.cookie)).toMatchObject({ id: staff.id, secondFactor: 'on' })
    expect(codeOf(await begin(staff.cookie))).toBe('second-factor.exists')
    expect(await mailsTo(staff.email)).toEqual(['staff-factor-on'])
    const entries = (await auditOf(staff.id)).filter(({ action }) => action.startsWith('second-factor'))
    expect(entries).toEqual([{ action: 'second-factor.on', reason: null, actor: staff.id }])
  })

  test('is for people in a browser: strangers, shoppers and keys of machines are refused', async () => {
    const staff = await signedIn('analyst')
    const apiKey = randomUUID()
    await callRest(`users/${staff.id}`, {
      method: 'PATCH',
      cookie: staff.cookie,
      body: { enableAPIKey: true, apiKey },
    })
    const body = { password: goodPassword }
    const byKey = { headers: { Authorization: `users API-Key ${apiKey}` }, origin: null, body }
    for (const call of [{ body }, byKey]) expect((await post('users/second-factor', call)).status).toBe(403)
    expect((await callRest('users/second-factor')).status).toBe(403)
  })

  test('nobody writes the state of it by hand', async () => {
    const owner = await signedIn('owner')
    const staff = await withFactor()
    const call = { method: 'PATCH', cookie: owner.cookie, body: { secondFactor: 'off', name: 'Renamed' } }
    expect((await callRest(`users/${staff.id}`, call)).status).toBe(200)
    expect((await login(staff)).status).toBe(202)
    const list = await callRest('users?limit=100&sort=name', { cookie: owner.cookie })
    const { docs } = list.json as { docs: { id: string; secondFactor: string }[] }
    expect(docs.find(({ id }) => id === staff.id)?.secondFactor).toBe('on')
    expect(docs.find(({ id }) => id === owner.id)?.secondFactor).toBe('off')
    for (const query of ['where[secondFactor][equals]=on', 'sort=secondFactor'])
      expect((await callRest(`users?${query}`, { cookie: owner.cookie })).status).toBeLessThan(500)
  })
})

const require = async (roles: Role[], cookie: string) =>
  callRest('globals/shop-settings', {
    ...{ method: 'POST', cookie, body: { staff: { secondFactorFor: roles } } },
  })

describe('where the shop asks a role for a second factor', () => {
  afterEach(() => rows(sql`DELETE FROM shop_settings_staff_second_factor_for`))

  async function lacking(role: Role = 'order-desk') {
    const owner = await signedIn('owner')
    const staff = await signedIn(role)
    expect((await require([role], owner.cookie)).status).toBe(200)
    return { owner, staff }
  }

  test('an owner says so, and nobody else', async () => {
    const desk = await signedIn('order-desk')
    expect((await require(['owner'], desk.cookie)).status).toBe(403)
    expect((await require(['stranger' as Role], (await signedIn('owner')).cookie)).status).toBe(400)
  })

  test('whoever lacks one is to every collection and global what a stranger is', async () => {
    const { owner, staff } = await lacking()
    const { config } = await getTestPayload()
    const paths = [
      ...config.collections.map(({ slug }) => slug).filter((slug) => slug !== 'users'),
      ...config.globals.map(({ slug }) => `globals/${slug}`),
    ]
    expect(paths.length).toBeGreaterThan(50)
    let opened = 0
    for (const path of paths) {
      const [stranger, held, free] = [
        await callRest(path),
        await callRest(path, { cookie: staff.cookie }),
        await callRest(path, { cookie: owner.cookie }),
      ]
      expect([path, held.status, held.text]).toEqual([path, stranger.status, stranger.text])
      if (free.status === 200 && stranger.status !== 200) opened += 1
    }
    expect(opened).toBeGreaterThan(20)
  })

  test('they change nothing, not even themselves, by REST, verbs and GraphQL', async () => {
    const { staff, owner } = await lacking()
    const { cookie, id } = staff
    const call = { cookie, method: 'PATCH', body: { name: 'Changed', password: 'seven loud geese at noon' } }
    expect([403, 404]).toContain((await callRest(`users/${id}`, call)).status)
    expect((await post('brands', { cookie, body: { name: 'B', slug: 'b' } })).status).toBe(403)
    const order = randomUUID()
    for (const verb of ['ship', 'cancel', 'refund'])
      expect((await post(`orders/${order}/${verb}`, { cookie })).status).toBe(403)
    for (const path of [`papers/invoice/${order}`, 'mail-preview/welcome/en', `orders/export.csv`])
      expect((await callRest(path, { cookie })).status).toBeGreaterThanOrEqual(400)
    const over = await callGraphql(`mutation { updateUser(id: "${id}", data: { name: "Changed" }) { id } }`, {
      cookie,
    })
    expect(over.text).toContain('errors')
    expect((await callGraphql('{ Orders { docs { id } } }', { cookie })).text).toContain('errors')
    expect(await me(cookie)).toMatchObject({ id, name: 'Test order-desk', secondFactor: 'missing' })
    const mayEnter = async (who: string) =>
      ((await callRest('access', { cookie: who })).json as { canAccessAdmin?: boolean }).canAccessAdmin ??
      false
    expect([await mayEnter(cookie), await mayEnter(owner.cookie)]).toEqual([false, true])
  })

  test('the Local API asks the same of them', async () => {
    const { staff } = await lacking()
    const payload = await getTestPayload()
    const read = async (collection: 'orders' | 'customers') => {
      const req = await getTestRequest()
      const user = await payload.findByID({ collection: 'users', id: staff.id, overrideAccess: true, req })
      req.user = { ...user, collection: 'users' }
      return payload.find({ collection, overrideAccess: false, user: req.user, req })
    }
    await expect(read('orders')).rejects.toThrow(/not allowed/)
    await expect(read('customers')).rejects.toThrow(/not allowed/)
    await rows(sql`DELETE FROM shop_settings_staff_second_factor_for`)
    expect((await read('orders')).docs).toBeInstanceOf(Array)
  })

  test('a key of theirs opens nothing; when they have set it up, session and key do', async () => {
    const { owner, staff } = await lacking()
    const apiKey = randomUUID()
    await callRest(`users/${staff.id}`, {
      ...{ method: 'PATCH', cookie: owner.cookie, body: { enableAPIKey: true, apiKey } },
    })
    const byKey = { headers: { Authorization: `users API-Key ${apiKey}` }, origin: null }
    expect((await callRest('orders', byKey)).status).toBe(403)
    expect((await callRest('orders', { cookie: staff.cookie })).status).toBe(403)
    await setUp(staff)
    expect((await callRest('orders', byKey)).status).toBe(200)
    expect((await callRest('orders', { cookie: staff.cookie })).status).toBe(200)
  })

  test('roles that are not named are as they were, and signing out is open to all', async () => {
    const { staff } = await lacking()
    const analyst = await signedIn('analyst')
    expect((await callRest('orders', { cookie: analyst.cookie })).status).toBe(200)
    expect((await post('users/logout', { cookie: staff.cookie })).status).toBe(200)
    expect(await me(staff.cookie)).toBeNull()
  })

  test('who has one keeps it', async () => {
    const staff = await withFactor('order-desk')
    await require(['order-desk'], (await signedIn('owner')).cookie)
    const body = { code: codeAt(staff.secret) }
    const drop = { cookie: staff.cookie, body }
    expect(codeOf(await post('users/second-factor/drop', drop))).toBe('second-factor.required')
    expect((await login(staff)).status).toBe(202)
    expect((await second(await stepCookie(staff), codeAt(staff.secret))).status).toBe(200)
  })
})

describe('a second factor goes', () => {
  test('by a code of its owner', async () => {
    const staff = await withFactor()
    const drop = (code: string) => post('users/second-factor/drop', { cookie: staff.cookie, body: { code } })
    expect(codeOf(await drop(wrongCode(staff.secret)))).toBe('second-factor.wrong')
    expect((await drop(codeAt(staff.secret))).json).toEqual({ state: 'off' })
    expect((await login(staff)).status).toBe(200)
    expect(await mailsTo(staff.email)).toEqual(['staff-factor-on', 'staff-factor-off'])
  })

  test('by an owner with a reason, who signs them out everywhere; nobody else, and not the own one', async () => {
    const [staff, owner, colleague] = [
      await withFactor(),
      await withFactor('owner'),
      await signedIn('merchandiser'),
    ]
    const drop = (cookie: string, id: string, body: object = { reason: 'came in person' }) =>
      post(`users/${id}/drop-second-factor`, { cookie, body })
    expect((await drop(colleague.cookie, staff.id)).status).toBe(403)
    expect((await drop(staff.cookie, staff.id)).status).toBe(403)
    expect((await drop(owner.cookie, owner.id)).status).toBe(403)
    expect((await drop(owner.cookie, staff.id, {})).status).toBe(422)
    expect((await drop(owner.cookie, randomUUID())).status).toBe(404)
    expect((await drop(owner.cookie, staff.id)).json).toMatchObject({ dropped: true })
    expect((await drop(owner.cookie, staff.id)).json).toMatchObject({ dropped: false })
    expect(await me(staff.cookie)).toBeNull()
    expect((await login(staff)).status).toBe(200)
    expect((await login(owner)).status).toBe(202)
    expect(await mailsTo(staff.email)).toEqual(['staff-factor-on', 'staff-factor-off'])
    const entries = (await auditOf(staff.id)).filter(({ action }) => action === 'second-factor.off')
    expect(entries).toEqual([{ action: 'second-factor.off', reason: 'came in person', actor: owner.id }])
  })

  test('with its owner, and no first step is left of them', async () => {
    const staff = await withFactor()
    await stepCookie(staff)
    const owner = await signedIn('owner')
    const gone = await callRest(`users/${staff.id}`, { method: 'DELETE', cookie: owner.cookie })
    expect(gone.status).toBe(200)
    expect(await rows(sql`SELECT 1 FROM second_factors WHERE user_id = ${staff.id}`)).toEqual([])
    expect(await rows(sql`SELECT 1 FROM staff_steps WHERE user_id = ${staff.id}`)).toEqual([])
  })
})

test('staff without a second factor sign in as they always did', async () => {
  const staff = await makeStaff('analyst')
  const answer = await login(staff)
  expect(answer.status).toBe(200)
  expect(answer.json).toMatchObject({ user: { id: staff.id } })
  expect((await login({ ...staff, password: 'some wrong password' })).status).toBe(401)
})
