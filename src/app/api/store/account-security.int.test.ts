import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { openCode } from '#services/card-code'
import { endOtherSessions, listSessions } from '#services/account-sessions'
import { addressOfLink, signInByLink } from '#services/sign-in-link'
import { customerOf } from '#services/sign-in-session'
import { rowsOf } from '#services/transaction'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

const password = 'six quiet herons'
const newEmail = () => `shopper-${randomUUID()}@example.com`
const firefox = { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0' }

interface Mail {
  template: string
  data: { path: string; code?: string }
}
const mailsTo = async (email: string) =>
  rowsOf<Mail>(
    await getTestRequest(),
    sql`SELECT template, data FROM emails WHERE recipient = ${email} ORDER BY created_at`,
  )
const keyIn = async (email: string, template: string): Promise<string> => {
  const mail = (await mailsTo(email)).findLast((one) => one.template === template)
  return openCode(mail?.data.code ?? '')
}

async function signIn(email: string, headers: Record<string, string> = {}) {
  const { cookies, status } = await callStore('/session', { body: { email, password }, headers })
  return { status, token: cookies['molini-customer'] ?? '', cookie: cookieOf(cookies) }
}
const cookieOf = (cookies: Record<string, string>) => `molini-customer=${cookies['molini-customer']}`

async function member() {
  const email = newEmail()
  await callStore('/customers', { body: { email, password, firstName: 'Ada' } })
  const session = await signIn(email, firefox)
  const customer = await customerOf(await getTestRequest(), session.token)
  return { email, id: customer?.id ?? '', ...session }
}

async function proven() {
  const made = await member()
  await rowsOf(await getTestRequest(), sql`UPDATE customers SET verified_at = now() WHERE id = ${made.id}`)
  return made
}

interface Sessions {
  sessions: { id: string; device: string; isThis: boolean; firstSeen: string; lastSeen: string }[]
}
const sessionsOf = async (cookie: string) =>
  (await callStore<Sessions>('/me/sessions', { cookie })).body.sessions
const isOpen = async (cookie: string) =>
  (await callStore<{ customer?: unknown }>('/me', { cookie })).body.customer !== undefined
const actionsOf = async (id: string) =>
  (
    await rowsOf<{ action: string }>(
      await getTestRequest(),
      sql`SELECT action FROM audit_entries WHERE entity = 'customers' AND entity_id = ${id} ORDER BY seq`,
    )
  ).map(({ action }) => action)

test('sessions are listed by what the browser calls itself, the asking one first, and nothing in them opens an account', async () => {
  const { email, cookie, token } = await member()
  const other = await signIn(email)
  const sessions = await sessionsOf(cookie)
  expect(sessions).toMatchObject([
    { device: 'Firefox, Windows', isThis: true },
    { device: '', isThis: false },
  ])
  expect(JSON.stringify(sessions)).not.toContain(token)
  for (const { id } of sessions) {
    expect(await isOpen(`molini-customer=${id}`)).toBe(false)
    expect(other.token).not.toContain(id)
  }
})

test('a session that is ended is over at once, for a process that used it a moment ago too', async () => {
  const { email, cookie, id } = await member()
  const other = await signIn(email)
  expect(await isOpen(other.cookie)).toBe(true)
  const [, second] = await sessionsOf(cookie)
  const path = `/me/sessions/${second?.id}`
  expect((await callStore(path, { method: 'DELETE', cookie })).status).toBe(204)
  expect(await isOpen(other.cookie)).toBe(false)
  expect(await isOpen(cookie)).toBe(true)
  expect((await callStore(path, { method: 'DELETE', cookie })).body).toMatchObject({
    code: 'session.not-found',
  })
  expect(await actionsOf(id)).toContain('session.end')
})

test('ending all others leaves the asking one', async () => {
  const { email, cookie, id } = await member()
  const others = [await signIn(email), await signIn(email)]
  expect((await callStore('/me/sessions', { method: 'DELETE', cookie })).body).toEqual({ ended: 2 })
  expect(await Promise.all(others.map((one) => isOpen(one.cookie)))).toEqual([false, false])
  expect(await isOpen(cookie)).toBe(true)
  expect(await actionsOf(id)).toContain('session.end-others')
})

test('ending the session that asks signs out', async () => {
  const { cookie } = await member()
  const [own] = await sessionsOf(cookie)
  const answer = await callStore(`/me/sessions/${own?.id}`, { method: 'DELETE', cookie })
  expect(answer).toMatchObject({ status: 204, cookies: { 'molini-customer': '' } })
  expect(await isOpen(cookie)).toBe(false)
})

test.each(['nonsense', randomUUID()])('a session %s is nobody’s', async (id) => {
  const { cookie } = await member()
  const theirs = await member()
  const [one] = await sessionsOf(theirs.cookie)
  for (const path of [id, one?.id ?? ''])
    expect((await callStore(`/me/sessions/${path}`, { method: 'DELETE', cookie })).status).toBe(404)
  expect(await isOpen(theirs.cookie)).toBe(true)
})

test('a document of a customer that staff save brings back no session that was ended', async () => {
  const { cookie, id, token } = await member()
  const req = await getTestRequest()
  await endOtherSessions(req, { customerId: id, token: 'none' })
  await req.payload.update({
    ...{ collection: 'customers', id, data: { note: 'rang' }, overrideAccess: true, req },
  })
  expect(await isOpen(cookie)).toBe(false)
  expect(await listSessions(req, { customerId: id, token })).toEqual([])
})

test('a bag that is signed out from afar pays no longer with the customer’s money', async () => {
  const { email, cookie, id } = await member()
  const { body } = await callStore<{ token: string }>('/carts', { body: {} })
  await callStore('/session', { cart: body.token, body: { email, password } })
  const owner = async () => {
    const rows = await rowsOf<{ n: number }>(
      await getTestRequest(),
      sql`SELECT count(*)::int AS n FROM carts WHERE customer_id = ${id} AND status = 'open'`,
    )
    return rows[0]?.n
  }
  expect(await owner()).toBe(1)
  await callStore('/me/sessions', { method: 'DELETE', cookie })
  expect(await owner()).toBe(0)
})

test.each(['/me/sessions', '/me/email'])('%s is for customers alone', async (path) => {
  const body = path === '/me/email' ? { email: newEmail() } : undefined
  expect(await callStore(path, { body })).toMatchObject({ status: 401, body: { code: 'customer.required' } })
})

test('a mailed link signs in once, and has shown that the address is theirs', async () => {
  const { email, id } = await proven()
  expect((await callStore('/sign-in-link', { body: { email } })).status).toBe(202)
  const token = await keyIn(email, 'sign-in-link')
  const first = await callStore('/sign-in-link/confirm', { body: { token } })
  expect(first).toMatchObject({ status: 200, body: { customer: { id, email } } })
  expect(await isOpen(cookieOf(first.cookies))).toBe(true)
  const again = await callStore('/sign-in-link/confirm', { body: { token } })
  expect(again).toMatchObject({ status: 422, body: { errors: [{ path: 'token' }] } })
})

test('looking at a mailed link any number of times does not use it up', async () => {
  const { email } = await proven()
  await callStore('/sign-in-link', { body: { email } })
  const token = await keyIn(email, 'sign-in-link')
  const req = await getTestRequest()
  for (let look = 0; look < 3; look += 1) expect(await addressOfLink(req, token)).toBe(email)
  expect((await callStore('/sign-in-link/confirm', { body: { token } })).status).toBe(200)
  expect(await addressOfLink(req, token)).toBeUndefined()
})

test('of two that use one link at once, one is signed in', async () => {
  const { email } = await proven()
  await callStore('/sign-in-link', { body: { email } })
  const token = await keyIn(email, 'sign-in-link')
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => callStore('/sign-in-link/confirm', { body: { token } })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(11).fill(422)])
})

test('what stands in the database opens nothing: no token of a link is in any row', async () => {
  const { email } = await proven()
  await callStore('/sign-in-link', { body: { email } })
  const token = await keyIn(email, 'sign-in-link')
  const req = await getTestRequest()
  const [found] = await rowsOf<{ n: number }>(
    req,
    sql`SELECT (SELECT count(*) FROM emails WHERE data::text LIKE ${`%${token}%`})::int
      + (SELECT count(*) FROM account_keys WHERE account_keys::text LIKE ${`%${token}%`})::int AS n`,
  )
  expect(found?.n).toBe(0)
})

test('a link is too old after a quarter of an hour', async () => {
  const { email, id } = await proven()
  await callStore('/sign-in-link', { body: { email } })
  await rowsOf(
    await getTestRequest(),
    sql`UPDATE account_keys SET expires_at = expires_at - interval '15 minutes' WHERE customer_id = ${id}`,
  )
  const body = { token: await keyIn(email, 'sign-in-link') }
  expect((await callStore('/sign-in-link/confirm', { body })).status).toBe(422)
})

test('asking for a link answers the same for an address nobody has, on the same stroke, and mails nobody', async () => {
  const { email } = await proven()
  const stranger = newEmail()
  const timed = async (to: string) => {
    const start = performance.now()
    const { status, text } = await callStore('/sign-in-link', { body: { email: to } })
    return { status, text, strokes: Math.floor((performance.now() - start) / 300) > 0 }
  }
  expect(await timed(stranger)).toEqual(await timed(email))
  expect(await mailsTo(stranger)).toEqual([])
})

test('a wrong password is answered on the stroke of a clock, whether or not somebody has the address', async () => {
  const { email } = await proven()
  const timed = async (to: string) => {
    const start = performance.now()
    const body = { email: to, password: 'eleven wrong herons at dusk' }
    const { status, text } = await callStore('/session', { body })
    return { status, text, strokes: Math.floor((performance.now() - start) / 500) > 0 }
  }
  const known = await timed(email)
  expect(known).toMatchObject({ status: 401, strokes: true })
  expect(await timed(newEmail())).toEqual(known)
})

test('links to one address are counted', async () => {
  const email = newEmail()
  const statuses: number[] = []
  for (let index = 0; index < 6; index += 1)
    statuses.push((await callStore('/sign-in-link', { body: { email } })).status)
  expect(statuses).toEqual([202, 202, 202, 202, 202, 429])
})

test('a password that was set before the address was shown to be theirs goes when its owner comes', async () => {
  const squatter = await member()
  await callStore('/sign-in-link', { body: { email: squatter.email } })
  const token = await keyIn(squatter.email, 'sign-in-link')
  const { cookies } = await callStore('/sign-in-link/confirm', { body: { token } })
  expect(await isOpen(cookieOf(cookies))).toBe(true)
  expect(await isOpen(squatter.cookie)).toBe(false)
  expect((await signIn(squatter.email)).status).toBe(401)
  expect(await actionsOf(squatter.id)).toContain('email.proved')
})

test('whoever knows the password and reads the mail keeps both', async () => {
  const { email, cookie } = await member()
  await callStore('/sign-in-link', { body: { email } })
  const token = await keyIn(email, 'sign-in-link')
  expect((await callStore('/sign-in-link/confirm', { body: { token }, cookie })).status).toBe(200)
  expect((await signIn(email)).status).toBe(200)
})

test('the link of one kind is of no use for another', async () => {
  const { email, cookie } = await proven()
  await callStore('/sign-in-link', { body: { email } })
  const token = await keyIn(email, 'sign-in-link')
  expect((await callStore('/me/email/confirm', { body: { token }, cookie })).status).toBe(422)
  const answer = await signInByLink(await getTestRequest(), { token })
  expect(answer.droppedPassword).toBe(false)
})

test('another address holds once its link is used; the old one is told, and opens nothing any more', async () => {
  const { email, cookie, id } = await proven()
  const wanted = newEmail()
  const asked = await callStore('/me/email', { cookie, body: { email: wanted.toUpperCase(), password } })
  expect(asked.status).toBe(202)
  expect((await signIn(email)).status).toBe(200)
  const token = await keyIn(wanted, 'email-change')
  const stranger = await proven()
  for (const other of [undefined, stranger.cookie])
    expect(
      (await callStore('/me/email/confirm', { body: { token }, ...(other && { cookie: other }) })).status,
    ).toBe(401)
  expect((await callStore('/me/email/confirm', { body: { token }, cookie })).status).toBe(200)
  expect((await callStore('/me/email/confirm', { body: { token }, cookie })).status).toBe(422)
  expect((await signIn(email)).status).toBe(401)
  expect((await signIn(wanted)).status).toBe(200)
  expect((await mailsTo(email)).map(({ template }) => template).slice(-2)).toEqual([
    ...['email-change-asked', 'email-changed'],
  ])
  expect(await actionsOf(id)).toEqual(expect.arrayContaining(['email.change-asked', 'email.change']))
})

test.each(['reset', 'others'])('a change of the address that a thief has begun ends with %s', async (way) => {
  const { email, cookie } = await proven()
  const wanted = newEmail()
  await callStore('/me/email', { cookie, body: { email: wanted, password } })
  const token = await keyIn(wanted, 'email-change')
  if (way === 'others') await callStore('/me/sessions', { method: 'DELETE', cookie })
  else {
    await callStore('/password-reset', { body: { email } })
    const reset = { token: await keyIn(email, 'password-reset'), password }
    expect((await callStore('/password-reset/confirm', { body: reset })).status).toBeLessThan(300)
  }
  const { cookie: again } = await signIn(email)
  expect((await callStore('/me/email/confirm', { body: { token }, cookie: again })).status).toBe(422)
})

test('asking for the address of somebody else says the same, and tells its owner alone', async () => {
  const [mine, theirs] = [await proven(), await proven()]
  const ask = (email: string) => callStore('/me/email', { cookie: mine.cookie, body: { email, password } })
  const [free, taken] = [await ask(newEmail()), await ask(theirs.email)]
  expect([taken.status, taken.text]).toEqual([free.status, free.text])
  expect((await mailsTo(theirs.email)).map(({ template }) => template)).toContain('account-exists')
  expect((await mailsTo(theirs.email)).map(({ template }) => template)).not.toContain('email-change')
})

test('an address that somebody took meanwhile is not given twice', async () => {
  const mine = await proven()
  const wanted = newEmail()
  await callStore('/me/email', { cookie: mine.cookie, body: { email: wanted, password } })
  const token = await keyIn(wanted, 'email-change')
  await callStore('/customers', { body: { email: wanted, password } })
  expect((await callStore('/me/email/confirm', { body: { token }, cookie: mine.cookie })).status).toBe(422)
  expect((await signIn(mine.email)).status).toBe(200)
})

test('a session alone changes no address: the password is asked for, or a fresh sign-in', async () => {
  const { cookie, id } = await proven()
  const wrong = { email: newEmail(), password: 'not the one' }
  expect((await callStore('/me/email', { cookie, body: wrong })).body.code).toBe('session.bad-credentials')
  const req = await getTestRequest()
  await rowsOf(req, sql`UPDATE customers SET hash = NULL, salt = NULL WHERE id = ${id}`)
  const body = { email: newEmail() }
  expect((await callStore('/me/email', { cookie, body })).status).toBe(202)
  await rowsOf(
    req,
    sql`UPDATE account_sessions SET created_at = now() - interval '1 hour' WHERE customer_id = ${id}`,
  )
  expect((await callStore('/me/email', { cookie, body })).body.code).toBe('session.stale')
})

test('the forms without script do the same, and take no post from elsewhere', async () => {
  const { email, cookie } = await proven()
  const other = await signIn(email)
  const evil = await callStore('/forms/end-sessions', {
    ...{ form: { market: 'de' }, cookie, origin: 'https://evil.example' },
  })
  expect(evil.status).toBe(403)
  expect(await isOpen(other.cookie)).toBe(true)
  const ended = await callStore('/forms/end-sessions', { form: { market: 'de' }, cookie })
  expect(ended.headers.get('location')).toBe('/de/account/security?done=ended')
  expect(await isOpen(other.cookie)).toBe(false)
  await callStore('/forms/sign-in-link', { form: { email, market: 'it', next: '//evil.example' } })
  const mail = (await mailsTo(email)).findLast(({ template }) => template === 'sign-in-link')
  expect(mail?.data.path).toBe('/account/link?next=%2Faccount')
  const token = openCode(mail?.data.code ?? '')
  const used = await callStore('/forms/use-link', { form: { token, market: 'it', next: '/checkout' } })
  expect(used.headers.get('location')).toBe('/it/checkout')
  expect(await isOpen(cookieOf(used.cookies))).toBe(true)
})
