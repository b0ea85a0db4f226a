import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { env } from '#env'
import { googleCallback } from '#services/google-client'
import { someone } from '#services/testing/google-cases'
import { startRealIssuer } from '../../../services/testing/real-issuer.mjs'
import { rowsOf } from '#services/transaction'
import { anotherAddress, callRest, cookieOf, makeStaff } from '../../../start/testing/http'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

/** What the shop does against a provider that others have written; what no real one can be made to say is in `google-cases`. */
const callbacks = [googleCallback('shop'), googleCallback('admin')]
const issuer = await startRealIssuer({ callbacks })
type Issuer = typeof issuer

beforeAll(() => Object.assign(env, issuer.environment))
beforeEach(() => issuer.takeRefusals())
afterAll(async () => {
  for (const name of Object.keys(issuer.environment)) Reflect.deleteProperty(env, name)
  await issuer.stop()
})

const ours = { origin: null, headers: { 'Sec-Fetch-Site': 'same-origin' } }
const crossSite = { origin: null, headers: { 'Sec-Fetch-Site': 'cross-site' } }
const goesTo = ({ headers }: { headers: Headers }) => headers.get('location')
const problem = (code: string) => `/account/sign-in?problem=google.${code}&next=%2Faccount`

async function start(query = '') {
  const answer = await callStore(`/google${query}`, ours)
  return { address: goesTo(answer) ?? '', cookie: `molini-google=${answer.cookies['molini-google'] ?? ''}` }
}
const comeBack = (back: URL, cookie: string) =>
  callStore(`/google/callback${back.search}`, { ...crossSite, cookie })
const nothing = () => undefined
interface Tampering {
  asked?: (asked: URLSearchParams) => void
  returned?: (returned: URLSearchParams) => void
  query?: string
  at?: Issuer
}
async function signIn(
  person: ReturnType<typeof someone>,
  { asked = nothing, returned = nothing, query, at = issuer }: Tampering = {},
) {
  const { address, cookie } = await start(query)
  const there = new URL(address)
  asked(there.searchParams)
  const back = await at.agree(there.href, person)
  returned(back.searchParams)
  return comeBack(back, cookie)
}
const customers = async (email: string) =>
  rowsOf<{ sub: string | null; proven: boolean }>(
    await getTestRequest(),
    sql`SELECT google_sub AS sub, verified_at IS NOT NULL AS proven FROM customers WHERE email = ${email}`,
  )
const meOf = async ({ cookies }: { cookies: Record<string, string> }) =>
  (await callStore('/me', { cookie: `molini-customer=${cookies['molini-customer']}` })).body.customer

/** Nobody is signed in, and nobody has an account by it. */
async function expectRefused(
  answer: Awaited<ReturnType<typeof comeBack>>,
  person: { email: string },
  code = 'refused',
) {
  expect(goesTo(answer)).toBe(problem(code))
  expect(answer.headers.getSetCookie().filter((line) => /^molini-customer=./.test(line))).toEqual([])
  expect(await customers(person.email)).toEqual([])
}

test('somebody new gets an account, comes back to where they were, and is found again', async () => {
  const person = someone()
  const first = await signIn(person, { query: '?market=de&next=/checkout' })
  expect(goesTo(first)).toBe('/de/checkout')
  expect(await meOf(first)).toMatchObject({ email: person.email, firstName: 'Ada', market: 'de' })
  expect(await customers(person.email)).toMatchObject([{ sub: person.sub, proven: true }])
  const again = await signIn({ ...person, email: `other-${randomUUID()}@example.com` })
  expect(await meOf(again)).toMatchObject({ email: person.email })
  expect(issuer.takeRefusals()).toEqual([])
})

const changedRequests: [string, (asked: URLSearchParams) => void, string[]][] = [
  ['another nonce', (asked) => asked.set('nonce', 'another'), []],
  ['no nonce', (asked) => asked.delete('nonce'), []],
  ['another state', (asked) => asked.set('state', 'another'), []],
  [
    'the challenge of another verifier',
    (asked) => asked.set('code_challenge', 'x'.repeat(43)),
    ['invalid_grant'],
  ],
  [
    'no challenge',
    (asked) => {
      asked.delete('code_challenge')
      asked.delete('code_challenge_method')
    },
    ['invalid_grant'],
  ],
  ['another shop', (asked) => asked.set('client_id', issuer.clients.other), ['invalid_grant']],
  [
    'the return address of the other door',
    (asked) => asked.set('redirect_uri', googleCallback('admin')),
    ['invalid_grant'],
  ],
  ['no identity', (asked) => asked.set('scope', 'email'), ['invalid_request']],
  ['no address of theirs', (asked) => asked.set('scope', 'openid'), []],
]

test.each(changedRequests)(
  'asked for %s on the way there, it signs nobody in',
  async (_, asked, refusals) => {
    const person = someone()
    await expectRefused(await signIn(person, { asked }), person)
    expect(issuer.takeRefusals()).toEqual(refusals)
  },
)

test('it sends nobody to an address that is not registered', async () => {
  const asked = (there: URLSearchParams) => there.set('redirect_uri', 'https://evil.example/callback')
  await expect(signIn(someone(), { asked })).rejects.toThrow('400 at /auth: invalid_redirect_uri')
})

const changedReturns: [string, (returned: URLSearchParams) => void, string[]][] = [
  ['another issuer', (returned) => returned.set('iss', 'https://evil.example'), []],
  ['no issuer', (returned) => returned.delete('iss'), []],
  ['no state', (returned) => returned.delete('state'), []],
  ['a made-up code', (returned) => returned.set('code', 'made-up'), ['invalid_grant']],
  ['no code', (returned) => returned.delete('code'), []],
]

test.each(changedReturns)('%s on the way back signs nobody in', async (_, returned, refusals) => {
  const person = someone()
  await expectRefused(await signIn(person, { returned }), person)
  expect(issuer.takeRefusals()).toEqual(refusals)
})

test.each([false, 'true', undefined])(
  'an address of which it says %o to being proven opens no account',
  async (email_verified) => {
    const person = someone({ email_verified })
    await expectRefused(await signIn(person), person, 'unproven')
  },
)

test('a return that was used opens nothing, nor does a new code under its state', async () => {
  const person = someone()
  const { address, cookie } = await start()
  const back = await issuer.agree(address, person)
  expect(goesTo(await comeBack(back, cookie))).toBe('/account')
  for (const again of [back, await issuer.agree(address, person)]) {
    const answer = await comeBack(again, cookie)
    expect(goesTo(answer)).toBe(problem('refused'))
    expect(answer.cookies['molini-customer']).toBeUndefined()
  }
})

test('a code of another sign-in is refused by the provider, used or not', async () => {
  for (const isUsed of [true, false]) {
    const [victim, person] = [someone(), someone()]
    const theirs = await start()
    const stolen = await issuer.agree(theirs.address, victim)
    const uses = isUsed ? [stolen] : []
    for (const back of uses) expect(goesTo(await comeBack(back, theirs.cookie))).toBe('/account')
    const returned = (own: URLSearchParams) => own.set('code', stolen.searchParams.get('code') ?? '')
    await expectRefused(await signIn(person, { returned }), person)
    expect(issuer.takeRefusals()).toEqual(['invalid_grant'])
  }
})

test('the return of one browser, or of another window, opens nothing in the other', async () => {
  const person = someone()
  const [one, other] = [await start(), await start()]
  const back = await issuer.agree(one.address, person)
  await expectRefused(await comeBack(back, other.cookie), person)
  await expectRefused(await comeBack(back, ''), person)
})

test('who calls it off there is back where they were', async () => {
  const { address, cookie } = await start('?next=/checkout')
  const answer = await comeBack(await issuer.callOff(address), cookie)
  expect(goesTo(answer)).toBe('/account/sign-in?problem=google.cancelled&next=%2Fcheckout')
  expect(issuer.takeRefusals()).toEqual(['access_denied'])
})

test('another site is nowhere to go on to', async () => {
  expect(goesTo(await signIn(someone(), { query: '?next=https%3A%2F%2Fevil.example' }))).toBe('/account')
})

test('a second account with the same address opens nothing', async () => {
  const person = someone()
  await signIn(person)
  expect(goesTo(await signIn({ ...person, sub: randomUUID() }))).toBe(problem('other-account'))
  expect(await customers(person.email)).toMatchObject([{ sub: person.sub }])
})

test('while it fails nobody is signed in, and afterwards everybody is', async () => {
  const person = someone()
  issuer.faults.token = true
  await expectRefused(await signIn(person), person)
  issuer.faults.token = false
  expect(goesTo(await signIn(person))).toBe('/account')
})

describe('of other providers', () => {
  let other: Issuer | undefined
  afterEach(async () => {
    await other?.stop()
    Object.assign(env, issuer.environment)
  })
  const move = async (as?: 'bySecret') => {
    other = await startRealIssuer({ callbacks, as })
    Object.assign(env, other.environment)
    return other
  }

  test('one whose tokens are signed by no key it publishes signs nobody in', async () => {
    const person = someone()
    const at = await move()
    at.faults.keys = true
    await expectRefused(await signIn(person, { at }), person)
  })

  test('one that signs with what the shop knows, too, signs nobody in', async () => {
    const person = someone()
    await expectRefused(await signIn(person, { at: await move('bySecret') }), person)
  })

  test('the code of one counts at no other', async () => {
    const person = someone()
    const at = await move()
    Object.assign(env, issuer.environment)
    const fresh = await start()
    const asked = new URL(fresh.address)
    const back = await at.agree(at.issuer + asked.pathname + asked.search, person)
    await expectRefused(await comeBack(back, fresh.cookie), person)
  })
})

describe('staff', () => {
  const leadsTo = ({ text = '' }: { text?: string }) =>
    /url=([^"]+)"/
      .exec(text)?.[1]
      ?.replace(/&#(\d+);/g, (_, sign: string) => String.fromCharCode(Number(sign))) ?? null
  const startAtAdmin = async () => {
    const answer = await callRest('users/google', { ...ours, from: anotherAddress() })
    return { address: goesTo(answer) ?? '', cookie: cookieOf(answer) }
  }
  const returnToAdmin = (back: URL, cookie: string) =>
    callRest(`users/google/callback${back.search}`, { ...crossSite, cookie, from: anotherAddress() })
  async function allowed() {
    const staff = await makeStaff('merchandiser')
    await rowsOf(await getTestRequest(), sql`UPDATE users SET google_allowed = true WHERE id = ${staff.id}`)
    return someone({ email: staff.email })
  }

  test('whom an owner has allowed it are let in, once for each return', async () => {
    const person = await allowed()
    const { address, cookie } = await startAtAdmin()
    const back = await issuer.agree(address, person)
    const answer = await returnToAdmin(back, cookie)
    expect(leadsTo(answer)).toBe('/admin')
    const me = await callRest('users/me', { cookie: cookieOf(answer) })
    expect(me.json).toMatchObject({ user: { email: person.email } })
    expect(leadsTo(await returnToAdmin(back, cookie))).toBe('/admin/login?problem=google.refused')
  })

  test('are not let in by what was begun at the shop, by a changed nonce, or in another browser', async () => {
    const refusal = '/admin/login?problem=google.refused'
    const person = await allowed()
    const atShop = await start()
    const shopBack = await issuer.agree(atShop.address, person)
    expect(leadsTo(await returnToAdmin(shopBack, atShop.cookie))).toBe(refusal)
    const { address, cookie } = await startAtAdmin()
    const asked = new URL(address)
    asked.searchParams.set('nonce', 'another')
    expect(leadsTo(await returnToAdmin(await issuer.agree(asked.href, person), cookie))).toBe(refusal)
    const [one, two] = [await startAtAdmin(), await startAtAdmin()]
    expect(leadsTo(await returnToAdmin(await issuer.agree(one.address, person), two.cookie))).toBe(refusal)
  })

  test('whom nobody has allowed it are not let in', async () => {
    const { email } = await makeStaff('merchandiser')
    const { address, cookie } = await startAtAdmin()
    const answer = await returnToAdmin(await issuer.agree(address, someone({ email })), cookie)
    expect(leadsTo(answer)).toMatch(/problem=google\./)
    expect(answer.headers.getSetCookie().filter((line) => /^molini-token=eyJ/.test(line))).toEqual([])
  })
})
