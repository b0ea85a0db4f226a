import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { env } from '#env'
import { startIssuer } from '#services/testing/issuer-double'
import { rowsOf } from '#services/transaction'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

const issuer = await startIssuer()

beforeAll(() => Object.assign(env, issuer.environment))
afterEach(() => issuer.misbehave())
afterAll(async () => {
  for (const name of Object.keys(issuer.environment)) Reflect.deleteProperty(env, name)
  await issuer.stop()
})

const password = 'six quiet herons'
const someone = (more: object = {}) => ({
  ...{ sub: randomUUID(), email: `g-${randomUUID()}@example.com`, email_verified: true, given_name: 'Ada' },
  ...more,
})
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

describe('whatever is not right signs nobody in:', () => {
  const past = Math.floor(Date.now() / 1000) - 3600
  test.each([
    ['another nonce', { claims: { nonce: 'another' } }],
    ['no nonce', { without: ['nonce'] }],
    ['another audience', { claims: { aud: 'another-client' } }],
    ['another issuer', { claims: { iss: 'https://accounts.evil.example' } }],
    ['a token that is over', { claims: { iat: past - 300, exp: past } }],
    ['a signature of a stranger', { signature: 'stranger' as const }],
    ['no signature', { signature: 'none' as const }],
    ['nobody in the token', { without: ['sub'] }],
    ['no address in the token', { without: ['email'] }],
    ['a provider that fails', { status: 500 }],
  ])('%s', async (_, how) => {
    const person = someone()
    issuer.misbehave(how)
    const answer = await signIn(person)
    expect(goesTo(answer)).toBe(problem('refused'))
    expect(answer.cookies['molini-customer']).toBeUndefined()
    expect(await customers(person.email)).toEqual([])
  })

  test('an address that Google has not proven', async () => {
    for (const email_verified of [false, 'true', undefined]) {
      const person = someone({ email_verified })
      expect(goesTo(await signIn(person))).toBe(problem('unproven'))
      expect(await customers(person.email)).toEqual([])
    }
  })

  test('another state, none, and the cookie of another sign-in', async () => {
    const [one, other] = [await start(), await start()]
    const back = issuer.agree(one.address, someone())
    expect(goesTo(await comeBack(back, other.cookie))).toBe(problem('refused'))
    const stateless = issuer.agree(one.address, someone())
    stateless.searchParams.delete('state')
    expect(goesTo(await comeBack(stateless, one.cookie))).toBe(problem('refused'))
  })

  test('the same return a second time, and a new code under a state that was used', async () => {
    const person = someone()
    const { address, cookie } = await start()
    const back = issuer.agree(address, person)
    expect(goesTo(await comeBack(back, cookie))).toBe('/account')
    expect(goesTo(await comeBack(back, cookie))).toBe(problem('refused'))
    expect(goesTo(await comeBack(issuer.agree(address, person), cookie))).toBe(problem('refused'))
  })

  test('no cookie, a changed one, and one of its own making', async () => {
    for (const cookie of ['', 'molini-google=', `molini-google=${Buffer.from('{}').toString('base64url')}`]) {
      const { address } = await start()
      const back = issuer.agree(address, someone())
      expect(goesTo(await comeBack(back, cookie))).toBe(problem('refused'))
    }
    const { address, cookie } = await start()
    const changed = `${cookie.slice(0, -2)}AA`
    expect(goesTo(await comeBack(issuer.agree(address, someone()), changed))).toBe(problem('refused'))
  })
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
