import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { Secret } from 'otpauth'
import { expect, test } from 'vitest'
import type { Role } from '#domain/permissions'
import { forgetExpired } from '#services/forget-expired'
import { listStaffSessions } from '#services/staff-sessions'
import { rowsOf } from '#services/transaction'
import { codeAt } from '../src/start/testing/app-codes'
import {
  anotherAddress,
  callRest,
  cookieOf,
  goodPassword,
  makeStaff,
  signedIn,
  type Call,
} from '../src/start/testing/http'
import { getTestRequest } from '../src/start/testing/payload'

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1'

const post = (path: string, call: Call = {}) =>
  callRest(path, { method: 'POST', body: {}, from: anotherAddress(), ...call })

async function signInFrom(userAgent: string, { email }: { email: string }): Promise<string> {
  const answer = await post('users/login', {
    ...{ body: { email, password: goodPassword }, headers: { 'User-Agent': userAgent } },
  })
  expect(answer.status).toBe(200)
  return cookieOf(answer)
}
const sidOf = (cookie: string): string => {
  const [, payload = ''] = /molini-token=[^.]+\.([^.]+)/.exec(cookie) ?? []
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sid: string }).sid
}
const isIn = async (cookie: string): Promise<boolean> =>
  ((await callRest('users/me', { cookie })).json as { user: unknown }).user !== null
const sessionsOf = async (userId: string, cookie: string) =>
  listStaffSessions(await getTestRequest(), { userId, sid: sidOf(cookie) })
const chainOf = async (id: string) =>
  rowsOf<{ action: string; after: unknown }>(
    await getTestRequest(),
    sql`SELECT action, after FROM audit_entries WHERE entity_id = ${id} AND action LIKE 'session.%' ORDER BY seq`,
  )

/** Somebody who is signed in with Firefox and on a phone. */
async function inTwo(role: Role = 'merchandiser') {
  const staff = await makeStaff(role)
  return { ...staff, here: await signInFrom(firefox, staff), there: await signInFrom(phone, staff) }
}

test('where somebody is signed in is listed by browser and time, the one that asks first', async () => {
  const { id, here, there } = await inTwo()
  const found = await sessionsOf(id, here)
  expect(found.map(({ device, isThis }) => [device, isThis])).toEqual([
    ['Firefox, Windows', true],
    ['Safari, iPhone', false],
  ])
  for (const { since, lastUsed } of found) {
    expect(Math.abs(Date.now() - Date.parse(since))).toBeLessThan(60_000)
    expect(Math.abs(Date.parse(lastUsed) - Date.parse(since))).toBeLessThan(60_000)
  }
  expect((await sessionsOf(id, there))[0]).toMatchObject({ device: 'Safari, iPhone', isThis: true })
})

test('a browser is known by two names, and nothing else of it is kept', async () => {
  const staff = await makeStaff('analyst')
  const cookie = await signInFrom('Somebody 1.0 <b>ada@example.org</b>', staff)
  expect(await sessionsOf(staff.id, cookie)).toMatchObject([{ device: '' }])
})

test('a session that goes on keeps its browser, and says when it was last used', async () => {
  const { id, here } = await inTwo()
  const req = await getTestRequest()
  await rowsOf(
    req,
    sql`UPDATE users_sessions SET created_at = created_at - interval '2 hours', expires_at = expires_at - interval '2 hours' WHERE id = ${sidOf(here)}`,
  )
  const [before] = await sessionsOf(id, here)
  expect(Date.now() - Date.parse(before?.lastUsed ?? '')).toBeGreaterThan(7_000_000)
  expect((await post('users/refresh-token', { cookie: here })).status).toBe(200)
  const [after] = await sessionsOf(id, here)
  expect(after).toMatchObject({ device: 'Firefox, Windows', since: before?.since })
  expect(Date.now() - Date.parse(after?.lastUsed ?? '')).toBeLessThan(60_000)
})

test('one is ended at once, once, and stands in the chain', async () => {
  const { id, here, there } = await inTwo()
  const end = () => post(`users/sessions/${sidOf(there)}/end`, { cookie: here })
  expect((await end()).json).toEqual({ ended: 1 })
  expect([await isIn(here), await isIn(there)]).toEqual([true, false])
  expect(await end()).toMatchObject({ status: 404, json: { code: 'session.not-found' } })
  expect(await chainOf(id)).toEqual([{ action: 'session.end', after: { device: 'Safari, iPhone' } }])
})

test('all others are ended together; with none left nothing is done', async () => {
  const { id, email, here, there } = await inTwo()
  const third = await signInFrom(phone, { email })
  const end = () => post('users/sessions/end-others', { cookie: here })
  expect((await end()).json).toEqual({ ended: 2 })
  expect(await Promise.all([here, there, third].map(isIn))).toEqual([true, false, false])
  expect((await end()).json).toEqual({ ended: 0 })
  expect(await chainOf(id)).toEqual([{ action: 'session.end-others', after: { count: 2 } }])
})

test('a session that is ended while it goes on, and while its neighbour does, stays ended: fifty times', async () => {
  for (let round = 0; round < 50; round += 1) {
    const { id, here, there } = await inTwo()
    const [ended, neighbour, itself] = await Promise.all([
      post(`users/sessions/${sidOf(there)}/end`, { cookie: here }),
      post('users/refresh-token', { cookie: here }),
      post('users/refresh-token', { cookie: there }),
    ])
    expect([ended.status, neighbour.status]).toEqual([200, 200])
    expect([200, 403]).toContain(itself.status)
    expect([await isIn(here), await isIn(there)]).toEqual([true, false])
    expect(await sessionsOf(id, here)).toHaveLength(1)
  }
}, 120_000)

/** A change that Payload makes of a person who has two sessions, and what it leaves of the one that is ended meanwhile. */
const changes: Readonly<Record<string, (two: Awaited<ReturnType<typeof inTwo>>) => Promise<unknown>>> = {
  'a name': ({ id, here }) =>
    callRest(`users/${id}`, { method: 'PATCH', cookie: here, body: { name: 'Another name' } }),
  'a sign-in': (two) => signInFrom(phone, two),
  'a forgotten password': ({ email }) => post('users/forgot-password', { body: { email } }),
  'signing out elsewhere': async (two) => post('users/logout', { cookie: await signInFrom(phone, two) }),
}
test.each(Object.entries(changes))('nor does it come back with %s', async (_, change) => {
  for (let round = 0; round < 10; round += 1) {
    const two = await inTwo()
    await Promise.all([
      post(`users/sessions/${sidOf(two.there)}/end`, { cookie: two.here }),
      change(two),
      change(two),
    ])
    expect([await isIn(two.here), await isIn(two.there)]).toEqual([true, false])
  }
})

test('what is written anew of a session that is over is not taken, one that goes on is', async () => {
  const { id, here, there } = await inTwo()
  const req = await getTestRequest()
  const writeAnew = () =>
    rowsOf(
      req,
      sql`INSERT INTO users_sessions (id, _parent_id, _order, created_at, expires_at)
        SELECT session, ${id}::uuid, 9, now(), now() + interval '1 hour' FROM unnest(${sql.param([sidOf(here), sidOf(there)])}::text[]) session
        ON CONFLICT (id) DO NOTHING RETURNING id`,
    )
  await post(`users/sessions/${sidOf(there)}/end`, { cookie: here })
  expect(await writeAnew()).toEqual([])
  expect(await isIn(there)).toBe(false)
  await rowsOf(req, sql`UPDATE ended_staff_sessions SET ended_at = now() - interval '25 hours'`)
  await forgetExpired(req)
  expect(await rowsOf(req, sql`SELECT session_id FROM ended_staff_sessions`)).toEqual([])
})

test('nobody ends the session of somebody else, not even an owner by this verb', async () => {
  const [staff, owner] = [await inTwo(), await signedIn('owner')]
  for (const cookie of [owner.cookie, (await inTwo()).here])
    expect((await post(`users/sessions/${sidOf(staff.here)}/end`, { cookie })).status).toBe(404)
  expect((await post('users/sessions/end-others', { cookie: owner.cookie })).json).toEqual({ ended: 0 })
  expect([await isIn(staff.here), await isIn(staff.there)]).toEqual([true, true])
})

test('strangers, other sites and keys of machines end nothing', async () => {
  const { here, there } = await inTwo()
  const paths = [`users/sessions/${sidOf(there)}/end`, 'users/sessions/end-others']
  for (const path of paths) {
    expect((await post(path)).status).toBe(403)
    const foreign = await post(path, { cookie: here, origin: 'https://elsewhere.example' })
    expect(foreign.status).toBeGreaterThanOrEqual(400)
    const key = await post(path, { headers: { Authorization: `users API-Key ${randomUUID()}` } })
    expect(key.status).toBe(403)
  }
  expect(await isIn(there)).toBe(true)
})

test('a session that a code has opened has its browser, too', async () => {
  const staff = await signedIn('merchandiser')
  const begun = await post('users/second-factor', { cookie: staff.cookie, body: { password: goodPassword } })
  const secret = Secret.fromBase32((begun.json as { secret: string }).secret)
  const confirmed = await post('users/second-factor/confirm', {
    ...{ cookie: staff.cookie, body: { code: codeAt(secret) } },
  })
  expect(confirmed.status).toBe(200)
  const first = await post('users/login', { body: { email: staff.email, password: goodPassword } })
  const headers = { 'User-Agent': phone, 'Sec-Fetch-Site': 'same-origin' }
  const second = await post('users/second-step', {
    ...{ cookie: cookieOf(first), body: { code: codeAt(secret, 1) }, headers },
  })
  expect(second.status).toBe(200)
  expect((await sessionsOf(staff.id, cookieOf(second)))[0]).toMatchObject({ device: 'Safari, iPhone' })
})

test('in which browser a session was is forgotten when it is over', async () => {
  const { id, here, there } = await inTwo()
  await post(`users/sessions/${sidOf(there)}/end`, { cookie: here })
  const kept = async () =>
    rowsOf<{ id: string }>(
      await getTestRequest(),
      sql`SELECT session_id AS id FROM staff_session_devices WHERE user_id = ${id}`,
    )
  expect(await kept()).toHaveLength(2)
  await forgetExpired(await getTestRequest())
  expect(await kept()).toEqual([{ id: sidOf(here) }])
})
