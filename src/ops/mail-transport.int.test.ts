import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { rowsOf } from '#services/transaction'
import { makeAuthority } from '../start/testing/certificates.mjs'
import { getTestRequest } from '../start/testing/payload'
import { sendMail } from './jobs/send-mail'
import { mailTransport, smtpOptions, type OutgoingMail } from './mail-transport'

const host = 'smtp.shop.example'
const settings = { EMAIL_HOST: host, EMAIL_USER: 'molini', EMAIL_PASS: 'told over TLS alone' }
const authority = makeAuthority('Mail authority')

type Issued = ReturnType<typeof authority.issue>
const identity = ({ certificate, key }: Issued = authority.issue(host)) => ({ cert: certificate, key })

interface Heard {
  logins: { user: string | undefined; isSecure: boolean }[]
  mails: { isSecure: boolean; user: unknown }[]
}

let server: SMTPServer | undefined
afterEach(async () => {
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()))
  server = undefined
})

/** It takes a password from anybody, in the open too, and notes how it was told: that is kept from it by who sends. */
async function listen(options: SMTPServerOptions): Promise<{ port: number; heard: Heard }> {
  const heard: Heard = { logins: [], mails: [] }
  const listening = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, { secure }, done) => {
      heard.logins.push({ user: username, isSecure: secure })
      if (password === settings.EMAIL_PASS) done(null, { user: username })
      else done(new Error('wrong password'))
    },
    onData: (stream, { secure, user }, done) => {
      heard.mails.push({ isSecure: secure, user })
      stream.resume().on('end', () => done())
    },
    ...options,
  })
  // Whoever does not trust it hangs up.
  listening.on('error', () => undefined)
  server = listening
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve))
  return { port: (listening.server.address() as { port: number }).port, heard }
}

/** As the shop speaks to its mail server, which stands on this machine under another name. */
const transportTo = (port: number, given: Parameters<typeof smtpOptions>[0] = settings) =>
  mailTransport({
    ...smtpOptions(given),
    ...{ host: '127.0.0.1', port, tls: { ca: authority.certificate, servername: host } },
  })

const mail = (): OutgoingMail => ({
  ...{ messageId: `${randomUUID()}@molini`, to: 'ada@example.org' },
  ...{ subject: 'Your order', html: '<p>Thank you</p>', text: 'Thank you' },
})

const secure = [{ isSecure: true, user: 'molini' }]

test.each([
  ['a server elsewhere', { EMAIL_HOST: host }, { port: 587, secure: false, requireTLS: true }],
  ['port 25', { EMAIL_HOST: host, EMAIL_PORT: 25 }, { port: 25, secure: false, requireTLS: true }],
  ['port 465', { EMAIL_HOST: host, EMAIL_PORT: 465 }, { port: 465, secure: true }],
  ['an address of a network', { EMAIL_HOST: '10.0.0.7' }, { secure: false, requireTLS: true }],
  ['this machine', { EMAIL_HOST: 'localhost', EMAIL_PORT: 1025 }, { secure: false, requireTLS: false }],
  ['a login', settings, { auth: { user: 'molini', pass: settings.EMAIL_PASS }, requireTLS: true }],
])('%s is spoken to as it must be', (_, given, expected) => {
  expect(smtpOptions(given)).toMatchObject(expected)
  expect(smtpOptions(given)).not.toHaveProperty('tls')
})

test('nobody is spoken to without a server', () => {
  expect(smtpOptions({})).toBeUndefined()
})

test.each([
  ['offers TLS', {}],
  ['has had its offer of TLS taken out on the way', { hideSTARTTLS: true }],
])('a server that %s is told name, password and mail over it alone', async (_, options) => {
  const { port, heard } = await listen({ ...identity(), ...options })
  expect(await transportTo(port)(mail())).toEqual({ status: 'sent' })
  expect(heard).toEqual({ logins: secure.map(({ user, isSecure }) => ({ user, isSecure })), mails: secure })
})

test('a server of port 465 speaks TLS at once', async () => {
  const { port, heard } = await listen({ ...identity(), secure: true })
  expect(await transportTo(port, { ...settings, EMAIL_PORT: 465 })(mail())).toEqual({ status: 'sent' })
  expect(heard.mails).toEqual(secure)
})

test.each([
  ['another authority', () => makeAuthority('Another authority').issue(host)],
  ['another host', () => authority.issue('smtp.other.example')],
  ['a time that is over', () => authority.issue(host, { days: -1 })],
])('a certificate of %s is told nothing, and the mail waits', async (_, issue) => {
  for (const isAtOnce of [false, true]) {
    const { port, heard } = await listen({ ...identity(issue()), secure: isAtOnce })
    const given = { ...settings, ...(isAtOnce && { EMAIL_PORT: 465 }) }
    expect(await transportTo(port, given)(mail())).toMatchObject({
      status: 'retry',
      error: expect.stringMatching(/certificate|altnames/i),
    })
    expect(heard).toEqual({ logins: [], mails: [] })
    await new Promise<void>((resolve) => server?.close(() => resolve()))
  }
})

async function queue() {
  const req = await getTestRequest()
  const recipient = `${randomUUID()}@example.org`
  await rowsOf(req, sql`DELETE FROM emails`)
  await rowsOf(
    req,
    sql`INSERT INTO emails (template, entity, recipient, locale, status, data, next_attempt_at)
      VALUES ('welcome', ${randomUUID()}, ${recipient}, 'de', 'queued', '{"name": "Ada"}'::jsonb, now())`,
  )
  return async () => (await rowsOf<object>(req, sql`SELECT status, last_error FROM emails`))[0]
}

test('a server without TLS is told nothing; the mail waits, and leaves once when there is TLS', async () => {
  const row = await queue()
  const bare = await listen({ disabledCommands: ['STARTTLS'] })
  await sendMail(await getTestRequest(), transportTo(bare.port))
  expect(bare.heard).toEqual({ logins: [], mails: [] })
  expect(await row()).toEqual({ status: 'queued', last_error: expect.stringMatching(/STARTTLS/) })
  await new Promise<void>((resolve) => server?.close(() => resolve()))

  const { port, heard } = await listen(identity())
  await rowsOf(await getTestRequest(), sql`UPDATE emails SET next_attempt_at = now()`)
  for (let time = 0; time < 2; time += 1) await sendMail(await getTestRequest(), transportTo(port))
  expect(heard.mails).toEqual(secure)
  expect(await row()).toEqual({ status: 'sent', last_error: null })
})

test.each([
  ['the password is wrong', { ...settings, EMAIL_PASS: 'wrong' }, {}, /EAUTH 535/],
  ['a password is asked for', { EMAIL_HOST: host }, { authOptional: false }, /530/],
  [
    'the server takes no calls from here',
    settings,
    {
      onConnect: (_: unknown, done: (error: Error) => void) =>
        done(Object.assign(new Error('no service here'), { responseCode: 554 })),
    },
    /554/,
  ],
])('where %s no mail is at fault, and each waits', async (_, given, options, error) => {
  const { port, heard } = await listen({ ...identity(), ...options })
  expect(await transportTo(port, given)(mail())).toMatchObject({
    status: 'retry',
    error: expect.stringMatching(error),
  })
  expect(heard.mails).toEqual([])
})
