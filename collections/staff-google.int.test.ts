import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { Secret } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { env } from '#env'
import { refusesWrongReturns, someone, type Came } from '#services/testing/google-cases'
import { startIssuer } from '#services/testing/issuer-double'
import { rowsOf } from '#services/transaction'
import { codeAt } from '../src/start/testing/app-codes'
import {
  anotherAddress,
  callRest,
  cookieOf,
  goodPassword,
  makeShopper,
  makeStaff,
  signedIn,
  type Call,
} from '../src/start/testing/http'
import { getTestPayload, getTestRequest } from '../src/start/testing/payload'

const issuer = await startIssuer()

beforeAll(() => Object.assign(env, issuer.environment))
afterAll(async () => {
  for (const name of Object.keys(issuer.environment)) Reflect.deleteProperty(env, name)
  await issuer.stop()
})

type Person = ReturnType<typeof someone>

const goesTo = ({ headers }: Came) => headers.get('location')
/** From our own page, which the browser says. */
const ours = { origin: null, headers: { 'Sec-Fetch-Site': 'same-origin' } }
const crossSite = { origin: null, headers: { 'Sec-Fetch-Site': 'cross-site' } }

async function start(query = '', call: Call = {}) {
  const answer = await callRest(`users/google${query}`, { ...ours, from: anotherAddress(), ...call })
  return { answer, address: goesTo(answer) ?? '', cookie: cookieOf(answer) }
}
const comeBack = (back: URL, cookie: string) =>
  callRest(`users/google/callback${back.search}`, { ...crossSite, cookie, from: anotherAddress() })
async function signIn(person: Person, query = '') {
  const { address, cookie } = await start(query)
  return comeBack(issuer.agree(address, person), cookie)
}
const leadsTo = ({ text = '' }: Came) =>
  /url=([^"]+)"/.exec(text)?.[1]?.replace(/&#(\d+);/g, (_, sign) => String.fromCharCode(Number(sign))) ?? null
const problem = (code: string) => `/admin/login?problem=google.${code}`
const tokenIn = ({ headers }: Came) =>
  headers
    .getSetCookie()
    .find((line) => /^molini-token=eyJ/.test(line))
    ?.split(';')[0]
const me = async (cookie = '') =>
  ((await callRest('users/me', { cookie })).json as { user: { id?: string } | null }).user

async function rows<T>(query: ReturnType<typeof sql>): Promise<T[]> {
  return rowsOf<T>(await getTestRequest(), query)
}
const subOf = async (id: string) =>
  (await rows<{ sub: string | null }>(sql`SELECT google_sub AS sub FROM users WHERE id = ${id}`))[0]?.sub
const allow = (id: string) => rows(sql`UPDATE users SET google_allowed = true WHERE id = ${id}`)
const actionsOf = async (id: string) =>
  (
    await rows<{ action: string }>(
      sql`SELECT action FROM audit_entries WHERE entity_id = ${id} AND action LIKE 'google.%' ORDER BY seq`,
    )
  ).map(({ action }) => action)
const mailsTo = async (email: string) =>
  (await rows<{ template: string }>(sql`SELECT template FROM emails WHERE recipient = ${email}`)).map(
    ({ template }) => template,
  )

/** A member of staff whom an owner has allowed Google, and the person of Google with their address. */
async function allowed(more: Parameters<typeof someone>[0] = {}) {
  const staff = await makeStaff('merchandiser')
  await allow(staff.id)
  return { staff, person: someone({ ...more, email: staff.email }) }
}

refusesWrongReturns({
  ...{ issuer, start, comeBack, leadsTo, problem, cookieName: 'molini-staff-google', inside: '/admin' },
  somebody: async (more) => (await allowed(more)).person,
  isSignedIn: (answer) => tokenIn(answer) !== undefined,
  isUntouched: async ({ email, sub }) => {
    expect(await rows(sql`SELECT 1 FROM users WHERE google_sub = ${sub}`)).toEqual([])
    const [found] = await rows<{ sessions: number }>(
      sql`SELECT (SELECT count(*)::int FROM users_sessions s WHERE s._parent_id = u.id) AS sessions FROM users u WHERE email = ${email}`,
    )
    expect(found).toEqual({ sessions: 0 })
  },
})

test('whom an owner has allowed is let in, linked and told; later Google’s own id is enough', async () => {
  const { staff, person } = await allowed()
  const answer = await signIn(person, '?redirect=/admin/collections/products')
  expect(leadsTo(answer)).toBe('/admin/collections/products')
  expect(await me(tokenIn(answer))).toMatchObject({ id: staff.id })
  expect(await subOf(staff.id)).toBe(person.sub)
  expect(await mailsTo(staff.email)).toEqual(['staff-google-linked'])
  expect(await actionsOf(staff.id)).toEqual(['google.link'])
  const again = await signIn({ ...person, email: 'other@example.com' })
  expect(await me(tokenIn(again))).toMatchObject({ id: staff.id })
  const signIns = await rows<{ after: unknown }>(
    sql`SELECT after FROM audit_entries WHERE entity_id = ${staff.id} AND action = 'sign-in'`,
  )
  expect(signIns.map(({ after }) => after)).toEqual([{ by: 'google' }, { by: 'google' }])
})

test('the way there carries PKCE, state and nonce; the cookie is for this sign-in alone', async () => {
  const { answer, address } = await start()
  const asked = new URL(address).searchParams
  expect(asked.get('redirect_uri')).toMatch(/\/api\/users\/google\/callback$/)
  expect(asked.get('code_challenge_method')).toBe('S256')
  for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)?.length).toBeGreaterThan(20)
  const [line] = answer.headers.getSetCookie()
  expect(line).toMatch(/^molini-staff-google=[^;]+;.*Path=\/api\/users\/google;.*HttpOnly.*SameSite=Lax/)
  expect(line).not.toContain(asked.get('nonce'))
})

describe('Google makes no staff, and says to nobody who is staff:', () => {
  const refused = async (person: Person) => {
    const answer = await signIn(person)
    expect(leadsTo(answer)).toBe(problem('password-first'))
    expect(tokenIn(answer)).toBeUndefined()
  }

  test('a stranger, and a shopper', async () => {
    const count = async () => (await rows(sql`SELECT 1 FROM users`)).length
    const before = await count()
    await refused(someone())
    await refused(someone({ email: (await makeShopper()).email }))
    expect(await count()).toBe(before)
  })

  test('staff whom nobody has allowed it', async () => {
    const staff = await makeStaff('owner')
    await refused(someone({ email: staff.email }))
    expect(await subOf(staff.id)).toBeNull()
  })

  test('an address that Google has once proven, but does not give out', async () => {
    const { staff, person } = await allowed({ hd: undefined })
    await refused(person)
    expect(await subOf(staff.id)).toBeNull()
  })

  test('a second Google account of the same address', async () => {
    const { staff, person } = await allowed()
    await signIn(person)
    await refused({ ...person, sub: randomUUID() })
    expect(await subOf(staff.id)).toBe(person.sub)
  })

  test('only an owner allows it', async () => {
    const [desk, owner] = [await signedIn('order-desk'), await signedIn('owner')]
    const patch = (cookie: string) =>
      callRest(`users/${desk.id}`, {
        ...{ method: 'PATCH', cookie, body: { googleAllowed: true, googleSub: 'mine' } },
      })
    await patch(desk.cookie)
    await refused(someone({ email: desk.email }))
    expect((await patch(owner.cookie)).status).toBe(200)
    expect(await subOf(desk.id)).toBeNull()
    expect(tokenIn(await signIn(someone({ email: desk.email })))).toBeDefined()
  })
})

test('what was begun at the shop’s door opens nothing here', async () => {
  const { googleCookie } = await import('../src/app/api/_http/google-cookie')
  const { googleAddress } = await import('#services/google-client')
  const { person } = await allowed()
  const { address, ...step } = await googleAddress()
  const shops = googleCookie({ ...step, next: '/account', market: 'eu' }).split(';')[0] ?? ''
  const cookie = shops.replace('molini-google=', 'molini-staff-google=')
  expect(leadsTo(await comeBack(issuer.agree(address, person), cookie))).toBe(problem('refused'))
})

test('a locked account stays shut', async () => {
  const { staff, person } = await allowed()
  await rows(sql`UPDATE users SET lock_until = now() + interval '1 minute' WHERE id = ${staff.id}`)
  expect(leadsTo(await signIn(person))).toBe(problem('refused'))
})

test('who calls it off is told so, and nobody is led to another site', async () => {
  const { cookie } = await start()
  const answer = await comeBack(new URL('http://x.invalid/?error=access_denied&state=x'), cookie)
  expect(leadsTo(answer)).toBe(problem('cancelled'))
  const { person } = await allowed()
  expect(leadsTo(await signIn(person, '?redirect=//evil.example'))).toBe('/admin')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('a second factor of ours is asked for after Google, too', async () => {
  const staff = await signedIn('merchandiser')
  const post = (path: string, body: object, cookie = staff.cookie) =>
    callRest(path, { method: 'POST', body, cookie, from: anotherAddress() })
  const begun = (await post('users/second-factor', { password: goodPassword })).json as { secret: string }
  const secret = Secret.fromBase32(begun.secret)
  await post('users/second-factor/confirm', { code: codeAt(secret) })
  await allow(staff.id)
  const answer = await signIn(someone({ email: staff.email }), '?redirect=/admin/account')
  expect(leadsTo(answer)).toBe('/admin/second-step?redirect=%2Fadmin%2Faccount')
  expect(tokenIn(answer)).toBeUndefined()
  const opened = await post(
    'users/second-step',
    { code: codeAt(secret, 1) },
    cookieOf({ ...answer, text: '', json: {} }),
  )
  expect(await me(cookieOf(opened))).toMatchObject({ id: staff.id })
})

describe('who is signed in', () => {
  const linkAs = async (cookie: string, person: Person) => {
    const there = await start('?for=link', { cookie })
    return comeBack(issuer.agree(there.address, person), there.cookie)
  }
  const told = (code: string) => `/admin/account?problem=${code}`

  test('links Google to the account that asked, without leave of an owner, and unlinks it by the password', async () => {
    const staff = await signedIn('analyst')
    const person = someone({ email: staff.email, hd: undefined })
    const answer = await linkAs(staff.cookie, person)
    expect(leadsTo(answer)).toBe('/admin/account?done=google-linked')
    expect(tokenIn(answer)).toBeUndefined()
    expect(await me(tokenIn(await signIn(person)))).toMatchObject({ id: staff.id })
    const unlink = (password: string) =>
      callRest('users/google/unlink', { method: 'POST', cookie: staff.cookie, body: { password } })
    expect((await unlink('some wrong password')).status).toBe(401)
    expect((await unlink(staff.password)).json).toEqual({ isLinked: false })
    expect((await unlink(staff.password)).status).toBe(200)
    expect(leadsTo(await signIn(person))).toBe(problem('password-first'))
    expect(await actionsOf(staff.id)).toEqual(['google.link', 'google.unlink'])
  })

  test('not one of another address, one that opens another account, or one that is not proven', async () => {
    const staff = await signedIn('analyst')
    expect(leadsTo(await linkAs(staff.cookie, someone()))).toBe(told('google.other-address'))
    const { person } = await allowed()
    await signIn(person)
    const moved = { ...person, email: staff.email }
    expect(leadsTo(await linkAs(staff.cookie, moved))).toBe(told('google.other-account'))
    const unproven = someone({ email: staff.email, email_verified: false })
    expect(leadsTo(await linkAs(staff.cookie, unproven))).toBe(told('google.unproven'))
    expect(await subOf(staff.id)).toBeNull()
  })

  test('not in a session that is old or over; strangers and foreign pages link nothing', async () => {
    const staff = await signedIn('analyst')
    const person = someone({ email: staff.email })
    const door = '/admin/login?redirect=%2Fadmin%2Faccount'
    expect(goesTo((await start('?for=link')).answer)).toBe(door)
    expect(goesTo((await start('?for=link', { ...crossSite, cookie: staff.cookie })).answer)).toBe(door)
    await rows(
      sql`UPDATE users_sessions SET created_at = now() - interval '16 minutes' WHERE _parent_id = ${staff.id}`,
    )
    expect(leadsTo(await linkAs(staff.cookie, person))).toBe(told('session.stale'))
    expect(await subOf(staff.id)).toBeNull()
  })

  test('an owner takes the link of a colleague away, with a reason', async () => {
    const { staff, person } = await allowed()
    await signIn(person)
    const drop = async (role: 'owner' | 'analyst', body: object) =>
      callRest(`users/${staff.id}/unlink-google`, {
        ...{ method: 'POST', cookie: (await signedIn(role)).cookie, body },
      })
    expect((await drop('analyst', { reason: 'no' })).status).toBe(403)
    expect((await drop('owner', {})).status).toBe(422)
    expect((await drop('owner', { reason: 'left the Workspace' })).json).toMatchObject({ dropped: true })
    expect((await drop('owner', { reason: 'twice' })).json).toMatchObject({ dropped: false })
    expect(leadsTo(await signIn(person))).toBe(problem('password-first'))
  })
})

test('Google’s id of a colleague is in no answer', async () => {
  const { staff, person } = await allowed()
  await signIn(person)
  const owner = await signedIn('owner')
  const answers = [
    await callRest(`users/${staff.id}?select[googleSub]=true`, { cookie: owner.cookie }),
    await callRest('users?limit=100', { cookie: owner.cookie }),
  ]
  for (const { text } of answers) expect(text).not.toContain(person.sub)
})

test('without keys of Google there is no such door', async () => {
  const { GOOGLE_CLIENT_ID: kept } = issuer.environment
  Object.assign(env, { GOOGLE_CLIENT_ID: undefined })
  try {
    expect((await start()).answer.status).toBe(404)
  } finally {
    Object.assign(env, { GOOGLE_CLIENT_ID: kept })
  }
  expect((await getTestPayload()).config.admin.components.afterLogin).toHaveLength(1)
})
