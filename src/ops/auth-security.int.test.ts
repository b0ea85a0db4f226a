import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { rowsOf } from '#services/transaction'
import {
  anotherAddress,
  callGraphql,
  callRest,
  cookieOf,
  goodPassword,
  login,
  makeStaff,
  shopOrigin,
  signedIn,
  type Answer,
  type Call,
} from '../start/testing/http'
import { getTestPayload, getTestRequest } from '../start/testing/payload'

const me = async (call: Call): Promise<unknown> =>
  ((await callRest('users/me', call)).json as { user: { id?: string } | null }).user

const messageOf = (answer: Answer) => (answer.json as { errors: { message: string }[] }).errors[0]?.message

test('nobody becomes the first member of staff over the network while there is none', async () => {
  const body = { email: 'first@example.com', password: goodPassword, name: 'First', role: 'owner' }
  const answer = await callRest('users/first-register', { method: 'POST', body })
  expect(answer.status).toBe(404)
  expect((await callRest('//users/first-register/', { method: 'POST', body })).status).toBe(404)
  const payload = await getTestPayload()
  const { config } = payload.collections.users
  const second = (config.endpoints || []).find(({ path }) => path === '/first-register')
  expect((await second?.handler(await getTestRequest()))?.status).toBe(404)
  const found = await payload.count({
    collection: 'users',
    overrideAccess: true,
    req: await getTestRequest(),
  })
  expect(found.totalDocs).toBe(0)
})

test('nobody learns whether there is staff', async () => {
  expect((await callRest('users/init')).status).toBe(404)
  const overGraphql = await callGraphql('{ initializedUser }')
  expect(overGraphql.text).toContain('not offered here')
  expect(overGraphql.text).not.toContain('"data"')
})

test('the token is in a cookie alone: sign-in, me, refresh, over REST and GraphQL', async () => {
  const { email, password } = await makeStaff('owner')
  const signIn = await login(email, password)
  const cookie = cookieOf(signIn)
  const token = cookie.split('=')[1] ?? ''
  expect(token.length).toBeGreaterThan(60)
  const answers = [
    signIn,
    await callRest('users/me', { cookie }),
    await callRest('users/refresh-token', { method: 'POST', cookie }),
    await callGraphql('{ meUser { user { id } exp token } }', { cookie }),
    await callGraphql('mutation { refreshTokenUser { user { id } exp refreshedToken } }', { cookie }),
    await callGraphql(
      `mutation { loginUser(email: "${email}", password: "${password}") { user { id } exp token } }`,
      { from: anotherAddress() },
    ),
  ]
  for (const answer of answers) {
    expect(answer.status).toBe(200)
    expect(answer.text).not.toMatch(/eyJ[\w-]+\./)
    expect(answer.text).toContain('id')
  }
})

test('a new password by mail answers without the token, and ends the sessions there were', async () => {
  const { id, email, password } = await makeStaff('analyst')
  const cookie = cookieOf(await login(email, password))
  const payload = await getTestPayload()
  const token = await payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
    req: await getTestRequest(),
  })
  const next = 'seven loud geese at noon'
  const answer = await callRest('users/reset-password', { method: 'POST', body: { token, password: next } })
  expect(answer.status).toBe(200)
  expect(answer.text).not.toMatch(/eyJ[\w-]+\./)
  expect(await me({ cookie })).toBeNull()
  expect(await me({ cookie: cookieOf(answer) })).toMatchObject({ id })
  const again = await callRest('users/reset-password', {
    method: 'POST',
    body: { token, password: goodPassword },
  })
  expect(again.status).toBe(403)
})

test('the cookie of staff is for HTTP alone, stays on the site, and lasts as long as the session', async () => {
  const { email, password } = await makeStaff('owner')
  const [line] = (await login(email, password)).headers.getSetCookie()
  expect(line).toMatch(/^molini-token=/)
  expect(line).toMatch(/; HttpOnly/i)
  expect(line).toMatch(/; SameSite=Lax/i)
  expect(line).toMatch(/; Path=\//i)
  expect(line).not.toMatch(/Domain=/i)
})

test('where the shop is reached by https the cookie is Secure, on plain http it is not', async () => {
  const { cookiesFor, staffCookies } = await import('#collections/staff-auth')
  expect(staffCookies).toEqual(cookiesFor(shopOrigin))
  expect(cookiesFor('https://shop.example')).toEqual({ secure: true, sameSite: 'Lax' })
  expect(cookiesFor('http://localhost:3000')).toEqual({ secure: false, sameSite: 'Lax' })
})

test('a cookie counts only with a trusted Origin, or when the browser says the request is our own', async () => {
  const { cookie, id } = await signedIn('owner')
  const seen = async (origin: string | null, site?: string) =>
    (await me({ cookie, origin, headers: site ? { 'Sec-Fetch-Site': site } : {} })) !== null
  expect(await me({ cookie })).toMatchObject({ id })
  expect(await seen(shopOrigin)).toBe(true)
  expect(await seen(null, 'same-origin')).toBe(true)
  expect(await seen(null, 'none')).toBe(true)
  expect(await seen('https://evil.example')).toBe(false)
  expect(await seen('null')).toBe(false)
  expect(await seen(`${shopOrigin}.evil.example`)).toBe(false)
  expect(await seen('https://evil.example', 'same-origin')).toBe(false)
  expect(await seen(null, 'cross-site')).toBe(false)
  expect(await seen(null)).toBe(false)
})

test('a foreign page changes nothing with the cookie of staff', async () => {
  const { cookie, id } = await signedIn('owner')
  const call: Call = { method: 'PATCH', cookie, body: { name: 'Owned' }, origin: 'https://evil.example' }
  expect((await callRest(`users/${id}`, call)).status).toBe(403)
})

/** As browsers say it of a page of another name below the same domain; reads come without an `Origin`. */
const sibling = `${new URL(shopOrigin).protocol}//sibling.${new URL(shopOrigin).host}`
const fromSibling: readonly (Call & { origin: string | null })[] = [sibling, 'null', null].map((origin) => ({
  origin,
  headers: { 'Sec-Fetch-Site': 'same-site' },
}))

test('a sibling subdomain is a stranger: it reads and changes nothing with the cookie of staff, by no verb, nor over GraphQL', async () => {
  const { cookie, id } = await signedIn('owner')
  const { id: other, email } = await makeStaff('analyst')
  const req = await getTestRequest()
  const before = await rowsOf(req, sql`SELECT id, name, role FROM users ORDER BY id`)
  const writes: [string, string, Call][] = [
    ['PATCH', `users/${id}`, { body: { name: 'Owned' } }],
    ['PATCH', `users?where[id][equals]=${other}`, { body: { role: 'owner' } }],
    [
      'POST',
      'users',
      { body: { name: 'X', email: 'x@evil.example', password: goodPassword, role: 'owner' } },
    ],
    ['POST', 'brands', { body: { name: 'Owned', slug: 'owned' } }],
    ['POST', 'globals/footer', { body: {} }],
    ['POST', 'users/unlock', { body: { email } }],
    ['DELETE', `users/${other}`, {}],
    ['DELETE', `users?where[id][equals]=${other}`, {}],
  ]
  const asked = `{ meUser { user { id } } Users { totalDocs } }`
  const change = `mutation { updateUser(id: "${id}", data: { name: "Owned" }) { id } }`
  for (const call of fromSibling) {
    const who = `${call.origin}`
    expect(await me({ ...call, cookie }), who).toBeNull()
    expect((await callRest('users', { ...call, cookie })).status, who).toBe(403)
    expect((await callRest('orders/export', { ...call, cookie })).status, who).toBe(403)
    for (const [method, path, rest] of writes) {
      const answer = await callRest(path, { ...call, ...rest, method, cookie })
      expect([401, 403, 404], `${who} ${method} ${path}: ${answer.text}`).toContain(answer.status)
    }
    expect((await callGraphql(asked, { ...call, cookie })).text, who).not.toContain(id)
    expect((await callGraphql(change, { ...call, cookie })).text, who).toContain('"errors"')
    for (const path of ['users/refresh-token', 'users/logout'])
      expect(
        (await callRest(path, { ...call, method: 'POST', cookie })).headers.getSetCookie(),
        path,
      ).toEqual([])
  }
  expect(await rowsOf(req, sql`SELECT id, name, role FROM users ORDER BY id`)).toEqual(before)
  expect(await me({ cookie })).toMatchObject({ id })
})

test('no foreign origin is let in by CORS', async () => {
  const answer = await callRest('brands', { origin: 'https://evil.example' })
  expect(answer.headers.get('Access-Control-Allow-Origin') ?? '').not.toMatch(/\*|evil/)
})

test('signing out ends the session on the server', async () => {
  const { cookie } = await signedIn('merchandiser')
  expect((await callRest('users/logout', { method: 'POST', cookie })).status).toBe(200)
  expect(await me({ cookie })).toBeNull()
})

test('an unknown address, a wrong password and a locked account get the same answer', async () => {
  const { email, password } = await makeStaff('analyst')
  const unknown = await login('nobody@example.com', 'some wrong password')
  const tries: Answer[] = []
  for (let attempt = 0; attempt < 7; attempt += 1) tries.push(await login(email, 'some wrong password'))
  const locked = await login(email, password)
  for (const answer of [...tries, locked]) {
    expect(answer.status).toBe(unknown.status)
    expect(answer.text).toBe(unknown.text)
  }
  expect(unknown.status).toBe(401)
  const overGraphql = await callGraphql(
    `mutation { loginUser(email: "${email}", password: "${password}") { exp } }`,
    { from: anotherAddress() },
  )
  expect(overGraphql.text).toContain(messageOf(unknown))
  expect(overGraphql.text).not.toMatch(/lock/i)
})

test('after ten tries for one account within ten minutes the answer is 429 and says when again', async () => {
  const email = 'guessed@example.com'
  const answers = await Promise.all(Array.from({ length: 12 }, () => login(email, 'some wrong password')))
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(2)
  expect(Number(refused[0]?.headers.get('Retry-After'))).toBeGreaterThan(0)
})

test('strangers who guess at an account keep its owner out of no browser in which it was opened before', async () => {
  const { email, password } = await makeStaff('owner')
  const isDevice = (line: string) => line.startsWith('molini-staff-device=')
  const [line = ''] = (await login(email, password)).headers.getSetCookie().filter(isDevice)
  expect(line).toMatch(/; Path=\/api; HttpOnly/i)
  const cookie = line.split(';')[0] ?? ''
  const guesses = await Promise.all(Array.from({ length: 11 }, () => login(email, 'some wrong password')))
  expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([401, 429]))
  expect((await login(email, password)).status).toBe(429)
  expect((await login('somebody@example.com', 'some wrong password', { cookie })).status).toBe(401)
  expect((await login(email, password, { cookie: `${cookie}x` })).status).toBe(429)
  expect((await login(email, password, { cookie })).status).toBe(200)
})

test('whoever misses a password waits for the answer outside, and keeps nobody out of the admin meanwhile', async () => {
  let told = 0
  const misses = Array.from({ length: 12 }, async (_, at) => {
    const { status } = await login(`nobody-${at}@example.com`, 'some wrong password')
    told += 1
    return status
  })
  expect((await callRest('access', { from: anotherAddress() })).status).toBe(200)
  // Six may be at work at once. Were they to keep their places until they are told, seven would have been by now.
  expect(told).toBeLessThan(7)
  expect(new Set(await Promise.all(misses))).toEqual(new Set([401]))
})

test('one address trying many accounts is refused too, whatever it writes into the forwarding chain', async () => {
  const from = (spoofed: string) => ({ from: `${spoofed}, 203.0.113.9` })
  const answers = await Promise.all(
    Array.from({ length: 34 }, (_, at) => login(`spray-${at}@example.com`, '  ', from(`10.0.0.${at}`))),
  )
  expect(answers.every(({ status }) => status === 400)).toBe(true)
  const tries = await Promise.all(
    Array.from({ length: 34 }, (_, at) =>
      login(`spray-${at}@example.com`, 'wrong password', from(`10.0.0.${at}`)),
    ),
  )
  expect(tries.filter(({ status }) => status === 429)).toHaveLength(4)
})

test('asking for a reset mail says the same for every address, and only three times an hour', async () => {
  const { email } = await makeStaff('analyst')
  const ask = (address: string) =>
    callRest('users/forgot-password', { method: 'POST', body: { email: address }, from: anotherAddress() })
  const [known, unknown] = [await ask(email), await ask('nobody@example.com')]
  expect([known.status, known.text]).toEqual([unknown.status, unknown.text])
  expect(known.status).toBe(200)
  await ask(email)
  await ask(email)
  expect((await ask(email)).status).toBe(429)
})

test.each([
  ['short', 'Ab1!efgh'],
  ['as long as a book', 'x y '.repeat(40)],
  ['the first that anybody would guess', 'passwordpassword'],
  ['known from break-ins elsewhere', 'Chesterfield1984!'],
])('staff get no password that is %s', async (_, password) => {
  const owner = await signedIn('owner')
  const body = { name: 'New', email: `${Math.random()}@staff.example`, role: 'analyst', password }
  const made = await callRest('users', { method: 'POST', cookie: owner.cookie, body })
  expect(made.status).toBe(400)
  const changed = await callRest(`users/${owner.id}`, {
    method: 'PATCH',
    cookie: owner.cookie,
    body: { password },
  })
  expect(changed.status).toBe(400)
  const reset = await callRest('users/reset-password', { method: 'POST', body: { token: 'x', password } })
  expect(reset.status).toBe(400)
})

test('changing the own password ends the other sessions', async () => {
  const staff = await signedIn('merchandiser')
  const other = cookieOf(await login(staff.email, staff.password))
  const body = { password: 'seven loud geese at noon' }
  expect((await callRest(`users/${staff.id}`, { method: 'PATCH', cookie: staff.cookie, body })).status).toBe(
    200,
  )
  expect(await me({ cookie: other })).toBeNull()
})

test('staff cannot give themselves a role, and cannot touch a colleague', async () => {
  const [analyst, owner] = [await signedIn('analyst'), await signedIn('owner')]
  await callRest(`users/${analyst.id}`, { method: 'PATCH', cookie: analyst.cookie, body: { role: 'owner' } })
  expect(await me({ cookie: analyst.cookie })).toMatchObject({ role: 'analyst' })
  const body = { name: 'Changed', password: 'seven loud geese at noon' }
  const other = await callRest(`users/${owner.id}`, { method: 'PATCH', cookie: analyst.cookie, body })
  expect([403, 404]).toContain(other.status)
  const unlock = await callRest('users/unlock', {
    method: 'POST',
    cookie: analyst.cookie,
    body: { email: owner.email },
  })
  expect(unlock.status).toBe(403)
})

test('hash, salt, sessions and API keys are in no answer, not even to an owner', async () => {
  const owner = await signedIn('owner')
  const apiKey = randomUUID()
  const body = { enableAPIKey: true, apiKey }
  await callRest(`users/${owner.id}`, { method: 'PATCH', cookie: owner.cookie, body })
  const answers = [
    await callRest('users?depth=2&limit=50', { cookie: owner.cookie }),
    await callRest(`users/${owner.id}?select[apiKey]=true&select[hash]=true`, { cookie: owner.cookie }),
    await callRest('users/me', { cookie: owner.cookie }),
    await callGraphql('{ Users { docs { id email apiKey } } }', { cookie: owner.cookie }),
  ]
  for (const { text } of answers) {
    expect(text).not.toContain(apiKey)
    expect(text).not.toMatch(/"(hash|salt|resetPasswordToken|apiKeyIndex)":"[^"]/)
  }
  const withKey = await callRest('users/me', {
    headers: { Authorization: `users API-Key ${apiKey}` },
    origin: null,
  })
  expect(withKey.json).toMatchObject({ user: { id: owner.id } })
})

test('nobody reveals the API key of somebody else', async () => {
  const [analyst, owner] = [await signedIn('analyst'), await signedIn('owner')]
  const answer = await callRest(`users/${owner.id}/api-key/reveal`, {
    method: 'POST',
    cookie: analyst.cookie,
  })
  expect([401, 403, 404]).toContain(answer.status)
})

test('signing in, failing to, signing out and a changed role are in the audit chain', async () => {
  const owner = await signedIn('owner')
  const staff = await signedIn('analyst')
  await login(staff.email, 'some wrong password')
  await callRest('users/logout', { method: 'POST', cookie: staff.cookie })
  const body = { role: 'order-desk' }
  await callRest(`users/${staff.id}`, { method: 'PATCH', cookie: owner.cookie, body })
  const rows = await rowsOf<{ action: string; before: unknown; after: unknown }>(
    await getTestRequest(),
    sql`SELECT action, before, after FROM audit_entries WHERE entity_id = ${staff.id} OR action = 'sign-in-failed' ORDER BY seq`,
  )
  const own = rows.filter(({ action }) => action !== 'sign-in-failed').map(({ action }) => action)
  expect(own).toEqual(['sign-in', 'sign-out', 'update'])
  expect(rows.at(-1)).toMatchObject({ before: { role: 'analyst' }, after: { role: 'order-desk' } })
  expect(rows.some(({ action }) => action === 'sign-in-failed')).toBe(true)
  expect(JSON.stringify(rows)).not.toContain(staff.email)
})
