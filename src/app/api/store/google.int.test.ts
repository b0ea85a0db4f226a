import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { env } from '#env'
import { openCode } from '#services/card-code'
import { refusesWrongReturns, someone } from '#services/testing/google-cases'
import { startIssuer } from '#services/testing/issuer-double'
import { rowsOf } from '#services/transaction'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

const issuer = await startIssuer()

beforeAll(() => Object.assign(env, issuer.environment))
afterAll(async () => {
  for (const name of Object.keys(issuer.environment)) Reflect.deleteProperty(env, name)
  await issuer.stop()
})

const password = 'six quiet herons'
/** As a browser that comes back from another site. */
const crossSite = { 'Sec-Fetch-Site': 'cross-site' }

async function start(query = '') {
  const answer = await callStore(`/google${query}`, {
    origin: null,
    headers: { 'Sec-Fetch-Site': 'same-origin' },
  })
  return { answer, address: answer.headers.get('location') ?? '', cookie: cookieOf(answer.cookies) }
}
const cookieOf = (cookies: Record<string, string>) => `molini-google=${cookies['molini-google'] ?? ''}`
const comeBack = (back: URL, cookie: string) =>
  callStore(`/google/callback${back.search}`, { origin: null, headers: crossSite, cookie })

async function signIn(person: ReturnType<typeof someone>, query = '') {
  const { address, cookie } = await start(query)
  return comeBack(issuer.agree(address, person), cookie)
}
const goesTo = (answer: { headers: Headers }) => answer.headers.get('location')
const problem = (code: string) => `/account/sign-in?problem=google.${code}&next=%2Faccount`
const customers = async (email: string) =>
  rowsOf<{ id: string; sub: string | null; proven: boolean; name: string | null }>(
    await getTestRequest(),
    sql`SELECT id, google_sub AS sub, verified_at IS NOT NULL AS proven, first_name AS name FROM customers WHERE email = ${email}`,
  )
const meOf = async (cookies: Record<string, string>) =>
  (await callStore('/me', { cookie: `molini-customer=${cookies['molini-customer']}` })).body.customer

test('somebody new gets an account that is proven, and finds it again by Google’s own id', async () => {
  const person = someone()
  const first = await signIn(person, '?market=de&next=/checkout')
  expect(goesTo(first)).toBe('/de/checkout')
  expect(first.cookies['molini-google']).toBe('')
  expect(await meOf(first.cookies)).toMatchObject({ email: person.email, firstName: 'Ada', market: 'de' })
  const again = await signIn({ ...person, email: `other-${randomUUID()}@example.com` })
  expect(await meOf(again.cookies)).toMatchObject({ email: person.email })
  expect(await customers(person.email)).toMatchObject([{ sub: person.sub, proven: true }])
})

test('the way there carries PKCE, state and nonce, and the cookie is for this sign-in alone', async () => {
  const { answer, address } = await start()
  const asked = new URL(address).searchParams
  expect(asked.get('code_challenge_method')).toBe('S256')
  for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)?.length).toBeGreaterThan(20)
  expect(answer.headers.get('set-cookie')).toMatch(/Path=\/api\/store\/google; .*SameSite=Lax; HttpOnly/)
  expect(answer.headers.get('set-cookie')).not.toContain(asked.get('nonce'))
})

refusesWrongReturns({
  ...{ issuer, start, comeBack, problem, cookieName: 'molini-google', inside: '/account', leadsTo: goesTo },
  somebody: async (more) => someone(more),
  isSignedIn: ({ headers }) => headers.getSetCookie().some((line) => /^molini-customer=./.test(line)),
  isUntouched: async ({ email }) => expect(await customers(email)).toEqual([]),
})

test('who calls it off is back where they were', async () => {
  const { cookie } = await start('?next=/checkout')
  const answer = await comeBack(new URL('http://x.invalid/?error=access_denied&state=x'), cookie)
  expect(goesTo(answer)).toBe('/account/sign-in?problem=google.cancelled&next=%2Fcheckout')
})

test.each(['//evil.example', 'https://evil.example', '/\\evil.example'])(
  '%s is nowhere to go on to',
  async (next) => {
    expect(goesTo(await signIn(someone(), `?next=${encodeURIComponent(next)}`))).toBe('/account')
  },
)

async function member(email: string) {
  await callStore('/customers', { body: { email, password } })
  return (await customers(email))[0]?.id ?? ''
}

test('an account whose address is proven is linked; its password stays', async () => {
  const person = someone()
  const id = await member(person.email)
  await rowsOf(await getTestRequest(), sql`UPDATE customers SET verified_at = now() WHERE id = ${id}`)
  expect(await meOf((await signIn(person)).cookies)).toMatchObject({ id })
  expect((await callStore('/session', { body: { email: person.email, password } })).status).toBe(200)
})

test('an account that nobody has proven is not linked: whoever made it may wait for its owner', async () => {
  const person = someone()
  await member(person.email)
  const answer = await signIn(person)
  expect(goesTo(answer)).toBe(problem('password-first'))
  expect(await customers(person.email)).toMatchObject([{ sub: null, proven: false }])
})

const mailsTo = async (email: string) =>
  (
    await rowsOf<{ template: string }>(
      await getTestRequest(),
      sql`SELECT template FROM emails WHERE recipient = ${email} AND template LIKE 'google-%' ORDER BY created_at`,
    )
  ).map(({ template }) => template)
const auditOf = async (id: string) =>
  rowsOf<{ action: string; ip: string | null }>(
    await getTestRequest(),
    sql`SELECT action, ip FROM audit_entries WHERE entity_id = ${id} AND action LIKE 'google.%' ORDER BY seq`,
  )
const prove = async (id: string) =>
  rowsOf(await getTestRequest(), sql`UPDATE customers SET verified_at = now() WHERE id = ${id}`)

describe('an address that Google has once proven, but does not give out,', () => {
  test('links no account: somebody else may have it by now', async () => {
    const person = someone({ hd: undefined })
    await prove(await member(person.email))
    expect(goesTo(await signIn(person))).toBe(problem('password-first'))
    expect(await customers(person.email)).toMatchObject([{ sub: null }])
    expect(await mailsTo(person.email)).toEqual([])
  })

  test.each(['evil-gmail.com', 'gmail.com.example.org', 'mail.gmail.com'])(
    '%s is none of Google',
    async (host) => {
      const person = someone({ email: `g-${randomUUID()}@${host}`, hd: undefined })
      await prove(await member(person.email))
      expect(goesTo(await signIn(person))).toBe(problem('password-first'))
    },
  )

  test('of gmail.com is given out by Google', async () => {
    const person = someone({ email: `g-${randomUUID()}@Gmail.com`, hd: undefined })
    const id = await member(person.email.toLowerCase())
    await prove(id)
    expect(await meOf((await signIn(person)).cookies)).toMatchObject({ id })
    expect(await mailsTo(person.email.toLowerCase())).toEqual(['google-linked'])
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['google.link'])
  })

  test('makes an account that is not proven, and whoever shows it is theirs takes the link away', async () => {
    const person = someone({ hd: undefined })
    expect(goesTo(await signIn(person))).toBe('/account')
    expect(await customers(person.email)).toMatchObject([{ sub: person.sub, proven: false }])
    await callStore('/sign-in-link', { body: { email: person.email } })
    const [mail] = await rowsOf<{ data: { code: string } }>(
      await getTestRequest(),
      sql`SELECT data FROM emails WHERE recipient = ${person.email} AND template = 'sign-in-link'`,
    )
    await callStore('/sign-in-link/confirm', { body: { token: openCode(mail?.data.code ?? '') } })
    expect(await customers(person.email)).toMatchObject([{ sub: null, proven: true }])
  })
})

/** Signed in by the password. */
async function insider(email: string) {
  const id = await member(email)
  const { cookies } = await callStore('/session', { body: { email, password } })
  return { id, cookie: `molini-customer=${cookies['molini-customer']}` }
}
async function linkAs(cookie: string, person: ReturnType<typeof someone>) {
  const there = await callStore('/google?for=link', {
    ...{ origin: null, cookie, headers: { 'Sec-Fetch-Site': 'same-origin' } },
  })
  const back = issuer.agree(goesTo(there) ?? '', person)
  return comeBack(back, cookieOf(there.cookies))
}
const onSecurity = (query: string) => `/account/security?${query}&next=%2Faccount%2Fsecurity`

describe('who is signed in links Google:', () => {
  test('to the account that asked, and its owner is told', async () => {
    const person = someone({ hd: undefined })
    const { id, cookie } = await insider(person.email)
    const answer = await linkAs(cookie, person)
    expect(goesTo(answer)).toBe('/account/security?done=google-linked')
    expect(answer.cookies['molini-customer']).toBeUndefined()
    expect(await customers(person.email)).toMatchObject([{ id, sub: person.sub, proven: false }])
    expect((await callStore('/me/google', { cookie })).body).toEqual({ isLinked: true })
    expect(await mailsTo(person.email)).toEqual(['google-linked'])
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['google.link'])
    expect(await meOf((await signIn(person)).cookies)).toMatchObject({ id })
  })

  test('not one of another address, nor one that opens another account', async () => {
    const { id, cookie } = await insider(`g-${randomUUID()}@example.com`)
    expect(goesTo(await linkAs(cookie, someone()))).toBe(onSecurity('problem=google.other-address'))
    const person = someone()
    await signIn(person)
    const moved = { ...person, email: (await meAt(cookie)).email }
    expect(goesTo(await linkAs(cookie, moved))).toBe(onSecurity('problem=google.other-account'))
    expect(goesTo(await linkAs(cookie, { ...moved, sub: randomUUID(), email_verified: false }))).toBe(
      onSecurity('problem=google.unproven'),
    )
    expect(await auditOf(id)).toEqual([])
  })

  test('not in a session that is old, and nobody who is not signed in', async () => {
    const person = someone()
    const { id, cookie } = await insider(person.email)
    await rowsOf(
      await getTestRequest(),
      sql`UPDATE account_sessions SET created_at = now() - interval '16 minutes' WHERE customer_id = ${id}`,
    )
    expect(goesTo(await linkAs(cookie, person))).toBe(onSecurity('problem=session.stale'))
    expect(goesTo((await start('?for=link')).answer)).toBe('/account/sign-in?next=%2Faccount%2Fsecurity')
    const foreign = { origin: null, cookie, headers: crossSite }
    expect(goesTo(await callStore('/google?for=link', foreign))).toBe(
      '/account/sign-in?next=%2Faccount%2Fsecurity',
    )
  })
})
const meAt = async (cookie: string) =>
  (await callStore<{ customer: { email: string } }>('/me', { cookie })).body.customer

describe('who unlinks Google', () => {
  const unlink = (cookie: string, body: object = {}) =>
    callStore('/me/google', { method: 'DELETE', cookie, body })
  async function byGoogle(more: Parameters<typeof someone>[0] = {}) {
    const person = someone(more)
    const cookie = `molini-customer=${(await signIn(person)).cookies['molini-customer']}`
    return { person, cookie, id: (await customers(person.email))[0]?.id ?? '' }
  }
  const refused = { status: 409, body: { code: 'google.only-way' } }
  const withMail = async <T>(work: () => Promise<T>): Promise<T> => {
    Object.assign(env, { EMAIL_HOST: 'smtp.example.org' })
    return work().finally(() => Object.assign(env, { EMAIL_HOST: undefined }))
  }

  test('has a password, which is asked for', async () => {
    const person = someone()
    const { id, cookie } = await insider(person.email)
    await linkAs(cookie, person)
    expect(await unlink(cookie)).toMatchObject({ status: 401, body: { code: 'session.bad-credentials' } })
    expect(await unlink(cookie, { password })).toMatchObject({ status: 200, body: { isLinked: false } })
    expect(await unlink(cookie, { password })).toMatchObject({ status: 200, body: { isLinked: false } })
    expect((await auditOf(id)).map(({ action }) => action)).toEqual(['google.link', 'google.unlink'])
    expect(await mailsTo(person.email)).toEqual(['google-linked', 'google-unlinked'])
    expect(await customers(person.email)).toMatchObject([{ sub: null }])
  })

  test('keeps another way in: a mailed link counts where mails leave', async () => {
    const { person, cookie } = await byGoogle()
    expect(await unlink(cookie)).toMatchObject(refused)
    expect(await customers(person.email)).toMatchObject([{ sub: person.sub }])
    expect(await withMail(() => unlink(cookie))).toMatchObject({ status: 200 })
    expect(await customers(person.email)).toMatchObject([{ sub: null }])
  })

  test('keeps another way in: no mailed link reaches an address that takes no mail, or that nobody has proven', async () => {
    const [stopped, unproven] = [await byGoogle(), await byGoogle({ hd: undefined })]
    await rowsOf(
      await getTestRequest(),
      sql`INSERT INTO mail_suppressions (recipient, reason, since) VALUES (${stopped.person.email}, 'hard-bounce', now())`,
    )
    for (const { cookie } of [stopped, unproven])
      expect(await withMail(() => unlink(cookie))).toMatchObject(refused)
  })

  test('without a password has signed in a short while ago', async () => {
    const { cookie, id } = await byGoogle()
    await rowsOf(
      await getTestRequest(),
      sql`UPDATE account_sessions SET created_at = now() - interval '16 minutes' WHERE customer_id = ${id}`,
    )
    expect(await withMail(() => unlink(cookie))).toMatchObject({
      status: 401,
      body: { code: 'session.stale' },
    })
  })

  test('without script gets the same words', async () => {
    const { cookie } = await byGoogle()
    const form = () => callStore('/forms/unlink-google', { cookie, form: { market: 'eu' } })
    expect(goesTo(await form())).toMatch(/^\/account\/security\?problem=google.only-way/)
    expect(goesTo(await withMail(form))).toBe('/account/security?done=google-unlinked')
  })
})

test('a second Google account with the same address opens nothing', async () => {
  const person = someone()
  await signIn(person)
  const answer = await signIn({ ...person, sub: randomUUID() })
  expect(goesTo(answer)).toBe(problem('other-account'))
  expect(await customers(person.email)).toMatchObject([{ sub: person.sub }])
})

test('ten first sign-ins of one person at once make one account', async () => {
  const person = someone()
  const answers = await Promise.all(Array.from({ length: 10 }, () => signIn(person)))
  expect(new Set(answers.map(goesTo))).toEqual(new Set(['/account']))
  expect(await customers(person.email)).toHaveLength(1)
})

test('an account with a second factor asks for its code after Google, too', async () => {
  const person = someone()
  const session = await signIn(person)
  const cookie = `molini-customer=${session.cookies['molini-customer']}`
  const { body } = await callStore<{ secret: string }>('/me/second-factor', { cookie, body: {} })
  const code = TOTP.generate({ secret: Secret.fromBase32(body.secret) })
  expect((await callStore('/me/second-factor', { method: 'PUT', cookie, body: { code } })).status).toBe(200)
  const again = await signIn(person)
  expect(goesTo(again)).toBe('/account/second-step?next=%2Faccount')
  expect(again.cookies['molini-customer']).toBeUndefined()
})

test('the bag in hand becomes theirs, though coming back is another site’s doing', async () => {
  const { body } = await callStore<{ token: string }>('/carts', { body: {} })
  const person = someone()
  const answer = await callStore('/google', {
    ...{ origin: null, headers: { 'Sec-Fetch-Site': 'same-origin' }, cookie: `molini-cart=${body.token}` },
  })
  const back = issuer.agree(answer.headers.get('location') ?? '', person)
  await comeBack(back, cookieOf(answer.cookies))
  const [known] = await customers(person.email)
  const rows = await rowsOf(
    await getTestRequest(),
    sql`SELECT 1 FROM carts WHERE customer_id = ${known?.id} AND status = 'open'`,
  )
  expect(rows).toHaveLength(1)
})
