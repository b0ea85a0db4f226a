import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { env } from '#env'
import { askForLetter, confirmLetter, leaveAddress, letterToken } from '#services/newsletter'
import { issueCard } from '#services/gift-card'
import { rowsOf } from '#services/transaction'
import { getTestRequest } from '../../start/testing/payload'
import { leaveHeaders, mailTransport, smtpOptions } from '../mail-transport'
import { sendMail } from './send-mail'

interface Received {
  to: string[]
  raw: string
}

let server: SMTPServer
let received: Received[]
let refusal: { responseCode: number } | undefined
/** Milliseconds before an address is taken, and before a mail is. */
let slowness: { address: number; mail: number }

const listen = (): Promise<number> =>
  new Promise((resolve) => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => {
        const answer = refusal && Object.assign(new Error('refused'), refusal)
        setTimeout(() => done(answer), slowness.address)
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          received.push({
            to: session.envelope.rcptTo.map((one) => one.address),
            raw: Buffer.concat(parts).toString(),
          })
          setTimeout(done, slowness.mail)
        })
      },
    })
    // Whoever has waited for long enough goes away.
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error
    })
    server.listen(0, '127.0.0.1', () => resolve((server.server.address() as { port: number }).port))
  })

beforeEach(async () => {
  received = []
  refusal = undefined
  slowness = { address: 0, mail: 0 }
  Object.assign(env, { EMAIL_HOST: '127.0.0.1', EMAIL_PORT: await listen() })
  await rowsOf(await getTestRequest(), sql`DELETE FROM emails`)
})

afterEach(async () => {
  Object.assign(env, { EMAIL_HOST: undefined, EMAIL_PORT: undefined })
  await new Promise<void>((resolve) => server.close(() => resolve()))
  vi.useRealTimers()
})

interface Row {
  status: string
  attempts: number
  last_error: string | null
}

async function queue(
  template = 'welcome',
  data: object = { name: 'Ada' },
): Promise<{ recipient: string; row: () => Promise<Row | undefined> }> {
  const req = await getTestRequest()
  const recipient = `${randomUUID()}@example.org`
  await rowsOf(
    req,
    sql`INSERT INTO emails (template, entity, recipient, locale, status, data, next_attempt_at)
      VALUES (${template}, ${randomUUID()}, ${recipient}, 'de', 'queued', ${JSON.stringify(data)}::jsonb, now())`,
  )
  const row = async () =>
    (
      await rowsOf<Row>(
        req,
        sql`SELECT status, attempts::float8 AS attempts, last_error FROM emails WHERE recipient = ${recipient}`,
      )
    )[0]
  return { recipient, row }
}

const becomeDue = async () =>
  rowsOf(await getTestRequest(), sql`UPDATE emails SET next_attempt_at = now() WHERE status = 'queued'`)

test('a queued mail reaches the server once, in its language, though four workers look for it', async () => {
  const { recipient, row } = await queue()
  const requests = await Promise.all([1, 2, 3, 4].map(() => getTestRequest()))
  await Promise.all(requests.map((req) => sendMail(req)))
  expect(received.map((mail) => mail.to)).toEqual([[recipient]])
  const mail = await PostalMime.parse(received[0]?.raw ?? '')
  expect(mail.subject).toBe('Ihr Konto bei Molini')
  expect(mail.text).toContain('Guten Tag Ada')
  expect(mail.html).toContain('Konto öffnen')
  expect(await row()).toMatchObject({ status: 'sent', attempts: 1 })
})

test('a temporary refusal is tried again later and then arrives once', async () => {
  const { row } = await queue()
  refusal = { responseCode: 451 }
  await sendMail(await getTestRequest())
  expect(await row()).toMatchObject({
    status: 'queued',
    attempts: 1,
    last_error: expect.stringContaining('451'),
  })
  refusal = undefined
  expect(await sendMail(await getTestRequest())).toBe(0)
  await becomeDue()
  await sendMail(await getTestRequest())
  expect(received).toHaveLength(1)
  expect(await row()).toMatchObject({ status: 'sent', attempts: 2 })
})

test('a final refusal is kept as dead with what the server said', async () => {
  const { row } = await queue()
  refusal = { responseCode: 550 }
  await sendMail(await getTestRequest())
  await becomeDue()
  await sendMail(await getTestRequest())
  expect(await row()).toMatchObject({
    status: 'dead',
    attempts: 1,
    last_error: expect.stringContaining('550'),
  })
})

test('a server that is down loses nothing', async () => {
  const { row } = await queue()
  const down = mailTransport()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  await sendMail(await getTestRequest(), down)
  expect(await row()).toMatchObject({ status: 'queued', attempts: 1 })
  Object.assign(env, { EMAIL_PORT: await listen() })
  await becomeDue()
  await sendMail(await getTestRequest())
  expect(received).toHaveLength(1)
})

/** Two processes whose jobs are due each two seconds. The clock is the database's: what waits is moved towards it. */
async function tick(): Promise<void> {
  const requests = await Promise.all([getTestRequest(), getTestRequest()])
  await rowsOf(
    await getTestRequest(),
    sql`UPDATE emails SET next_attempt_at = next_attempt_at - interval '2 seconds' WHERE status = 'queued'`,
  )
  await Promise.all(requests.map((req) => sendMail(req)))
}

test('over ten minutes without a server and those after it nothing is lost, and nothing leaves twice', async () => {
  await new Promise<void>((resolve) => server.close(() => resolve()))
  const mails: Awaited<ReturnType<typeof queue>>[] = []
  for (let second = 0; second < 600; second += 2) {
    if (second % 60 === 0) mails.push(await queue())
    await tick()
  }
  const rows = () => Promise.all(mails.map(({ row }) => row()))
  for (const row of await rows())
    expect(row).toMatchObject({ status: 'queued', last_error: expect.stringContaining('ECONNREFUSED') })
  Object.assign(env, { EMAIL_PORT: await listen() })
  // Whoever has failed five times waits for eight minutes.
  for (let second = 0; second < 480; second += 2) await tick()
  expect(received.map(({ to }) => to[0]).sort()).toEqual(mails.map(({ recipient }) => recipient).sort())
  for (const row of await rows()) expect(row).toMatchObject({ status: 'sent', last_error: null })
})

const impatient = () => mailTransport({ ...smtpOptions(env), socketTimeout: 300 })

test('a server that is too slow to take an address gets the mail later, and once', async () => {
  const { row } = await queue()
  slowness.address = 1_000
  await sendMail(await getTestRequest(), impatient())
  expect(await row()).toMatchObject({
    ...{ status: 'queued', attempts: 1, last_error: expect.stringMatching(/ETIMEDOUT|Timeout/) },
  })
  slowness.address = 0
  await becomeDue()
  await sendMail(await getTestRequest(), impatient())
  expect(received).toHaveLength(1)
  expect(await row()).toMatchObject({ status: 'sent', attempts: 2 })
})

test('a mail of which nobody knows whether it was taken comes again under the same name', async () => {
  const { row } = await queue()
  slowness.mail = 1_000
  await sendMail(await getTestRequest(), impatient())
  expect(await row()).toMatchObject({ status: 'queued', attempts: 1 })
  slowness.mail = 0
  await becomeDue()
  await sendMail(await getTestRequest(), impatient())
  const mails = await Promise.all(received.map(({ raw }) => PostalMime.parse(raw)))
  expect(mails).toHaveLength(2)
  expect(mails[1]?.messageId).toBe(mails[0]?.messageId)
  expect(await row()).toMatchObject({ status: 'sent', attempts: 2 })
})

test('a server that takes no calls is called once for all that is due, and nothing is lost', async () => {
  const mails = await Promise.all([queue(), queue(), queue()])
  await new Promise<void>((resolve) => server.close(() => resolve()))
  const calls = vi.fn(mailTransport())
  await sendMail(await getTestRequest(), calls)
  expect(calls).toHaveBeenCalledTimes(1)
  for (const { row } of mails)
    expect(await row()).toMatchObject({ status: 'queued', attempts: 1, last_error: expect.any(String) })
  Object.assign(env, { EMAIL_PORT: await listen() })
  await becomeDue()
  await sendMail(await getTestRequest())
  expect(received.map(({ to }) => to[0]).sort()).toEqual(mails.map(({ recipient }) => recipient).sort())
})

test('one mail that is not taken leaves the others their turn', async () => {
  await Promise.all([queue(), queue()])
  refusal = { responseCode: 451 }
  const calls = vi.fn(mailTransport())
  await sendMail(await getTestRequest(), calls)
  expect(calls).toHaveBeenCalledTimes(2)
})

test('between two mails of a batch whoever else has asked is answered', async () => {
  await Promise.all(Array.from({ length: 20 }, () => queue()))
  let [turns, isOver] = [0, false]
  const turn = () => {
    turns += 1
    if (!isOver) setImmediate(turn)
  }
  setImmediate(turn)
  const turnsBefore: number[] = []
  await sendMail(await getTestRequest(), () => {
    turnsBefore.push(turns)
    return Promise.resolve({ status: 'captured' })
  })
  isOver = true
  expect(new Set(turnsBefore).size).toBe(20)
})

test('a mail nobody can write is dead, and the next one still leaves', async () => {
  const unknown = await queue('no-such-template')
  const lost = await queue('order-placed')
  const good = await queue()
  await sendMail(await getTestRequest())
  expect(await unknown.row()).toMatchObject({ status: 'dead' })
  expect(await lost.row()).toMatchObject({ status: 'dead' })
  expect(await good.row()).toMatchObject({ status: 'sent' })
})

test('a mail that fails while it is written holds up none after it', async () => {
  const broken = await queue('welcome', { code: 'sealed under another secret' })
  const [one, other] = [await queue(), await queue()]
  await expect(sendMail(await getTestRequest())).rejects.toThrow()
  expect(await broken.row()).toMatchObject({ status: 'queued', attempts: 1 })
  for (const { row } of [one, other]) expect(await row()).toMatchObject({ status: 'sent', attempts: 1 })
})

test('a mail whose writing keeps failing says why, is tried as often as any other, and is dead in the end', async () => {
  const req = await getTestRequest()
  const broken = await queue('welcome', { code: 'sealed under another secret' })
  for (let attempt = 1; attempt <= 12; attempt += 1) {
    await expect(sendMail(req)).rejects.toThrow()
    expect(await sendMail(req)).toBe(0)
    await becomeDue()
  }
  expect(await broken.row()).toMatchObject({
    ...{ status: 'dead', attempts: 12, last_error: expect.stringMatching(/./) },
  })
  expect(await sendMail(req)).toBe(0)
})

test('a line break in a name adds no header', async () => {
  await queue('staff-message', { subject: 'Hello\r\nBcc: victim@example.org', text: 'x', html: '' })
  await sendMail(await getTestRequest())
  const mail = await PostalMime.parse(received[0]?.raw ?? '')
  expect(mail.bcc ?? []).toEqual([])
  expect(received[0]?.to).toHaveLength(1)
})

test('without a mail server every mail is captured and can be read', async () => {
  Object.assign(env, { EMAIL_HOST: undefined })
  const { recipient, row } = await queue()
  await sendMail(await getTestRequest())
  expect(await row()).toMatchObject({ status: 'captured' })
  const [kept] = await rowsOf<{ html: string }>(
    await getTestRequest(),
    sql`SELECT html FROM emails WHERE recipient = ${recipient}`,
  )
  expect(kept?.html).toContain('Guten Tag Ada')
})

test('a gift card leaves with its code, and afterwards the shop has it no more', async () => {
  const req = await getTestRequest()
  const { id, code = '' } = await issueCard(req, {
    ...{ amount: 5_000, currency: 'EUR', locale: 'de', recipient: 'ada@example.com' },
    message: 'Zum Geburtstag',
  })
  await sendMail(req)
  const mail = await PostalMime.parse(received[0]?.raw ?? '')
  expect(mail.text).toContain(code)
  expect(mail.text).toContain('Zum Geburtstag')
  expect(mail.subject).toContain('Geschenkkarte')
  const [row] = await rowsOf<{ kept: string; text: string; status: string }>(
    req,
    sql`SELECT row_to_json(e)::text AS kept, text, status FROM emails e WHERE entity = ${`${id}:1`}`,
  )
  expect(row?.status).toBe('sent')
  expect(row?.kept).not.toContain(code)
  expect(row?.kept).not.toContain('"code"')
  expect(row?.text).toContain(code.slice(-4))
})

test('a letter is left by one click in the mail program; what somebody must be told has no such button', async () => {
  const req = await getTestRequest()
  const email = `${randomUUID()}@example.org`
  await askForLetter(req, { email, market: 'it' })
  await sendMail(req)
  const [row] = await rowsOf<{ id: string }>(req, sql`SELECT id FROM subscribers WHERE email = ${email}`)
  const id = row?.id ?? ''
  await confirmLetter(req, id, letterToken('confirm', id))
  await sendMail(req)
  await queue()
  await sendMail(req)
  const left = await Promise.all(
    received.map(async ({ raw }) => {
      const { headers } = await PostalMime.parse(raw)
      return headers.find(({ key }) => key === 'list-unsubscribe')?.value
    }),
  )
  expect(left).toEqual([undefined, `<${leaveAddress(id)}>`, undefined])
})

test('one click is offered where its address is encrypted', () => {
  expect(leaveHeaders('https://shop.example/leave')).toEqual({
    'List-Unsubscribe': '<https://shop.example/leave>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  expect(leaveHeaders('http://localhost:3000/leave')).toEqual({
    'List-Unsubscribe': '<http://localhost:3000/leave>',
  })
})
