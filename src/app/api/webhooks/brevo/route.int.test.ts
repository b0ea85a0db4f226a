import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '#env'
import type { Delivery } from '#ops/mail-transport'
import { sendMail } from '#ops/jobs/send-mail'
import { askForLetter } from '#services/newsletter'
import { inTransaction, rowsOf } from '#services/transaction'
import { queueMail } from '#services/queue-mail'
import { getTestRequest } from '../../../../start/testing/payload'
import { GET, POST } from './route'

const secret = 'what-the-mail-service-was-told-once'
const told = 1_795_795_200

beforeAll(() => {
  Object.assign(env, { BREVO_WEBHOOK_SECRET: secret })
})
afterAll(() => {
  Object.assign(env, { BREVO_WEBHOOK_SECRET: undefined })
})

interface Told {
  body?: unknown
  authorization?: string | null
  type?: string
}

async function tell({ body, authorization = `Bearer ${secret}`, type = 'application/json' }: Told) {
  const answer = await POST(
    new Request('http://shop.test/api/webhooks/brevo', {
      method: 'POST',
      headers: { 'Content-Type': type, ...(authorization && { authorization }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
    { params: Promise.resolve({}) },
  )
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}

async function queued(template: string, recipient = `${randomUUID()}@example.org`) {
  const req = await getTestRequest()
  const entity = `test:${randomUUID()}`
  await inTransaction(req, (tx) =>
    queueMail(tx, { template, entity, recipient, locale: 'en', data: { market: 'eu', path: '/' } }),
  )
  const read = async () => {
    const [row] = await rowsOf<{ id: string; status: string; last_error: string | null }>(
      req,
      sql`SELECT id, status, last_error FROM emails WHERE entity = ${entity}`,
    )
    return row ?? { id: '', status: '', last_error: null }
  }
  return { recipient, read, id: (await read()).id }
}

const eventOf = (id: string, event: string, more: object = {}) => ({
  event,
  email: 'whoever@example.org',
  'message-id': `<${id}@molini>`,
  ts_event: told,
  ...more,
})

const noticesOf = async (id: string) =>
  rowsOf<{ kind: string; reason: string | null }>(
    await getTestRequest(),
    sql`SELECT kind, reason FROM mail_notices WHERE email_id = ${id} ORDER BY at, kind`,
  )

const stopsOf = async (recipient: string) =>
  (
    await rowsOf<{ reason: string }>(
      await getTestRequest(),
      sql`SELECT reason FROM mail_suppressions WHERE recipient = ${recipient.toLowerCase()}`,
    )
  ).map(({ reason }) => reason)

async function sendAll(): Promise<string[]> {
  const to: string[] = []
  const take = (mail: { to: string }): Promise<Delivery> => {
    to.push(mail.to)
    return Promise.resolve({ status: 'sent' })
  }
  while ((await sendMail(await getTestRequest(), take)) > 0);
  return to
}

test.each([null, 'Bearer', 'Bearer wrong', `Basic ${secret}`, secret, `Bearer ${secret}x`])(
  'without the secret nothing is kept: %s',
  async (authorization) => {
    const { id } = await queued('welcome')
    const { status, body } = await tell({ body: eventOf(id, 'delivered'), authorization })
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'webhook.secret' })
    expect(await noticesOf(id)).toEqual([])
  },
)

test('a shop that expects no notices has no such address, and other methods are refused', async () => {
  Object.assign(env, { BREVO_WEBHOOK_SECRET: undefined })
  expect((await tell({ body: {} })).status).toBe(404)
  Object.assign(env, { BREVO_WEBHOOK_SECRET: secret })
  const get = await GET(new Request('http://shop.test/api/webhooks/brevo'), { params: Promise.resolve({}) })
  expect(get.status).toBe(405)
})

test('what is told five times at once is kept once', async () => {
  const { id } = await queued('welcome')
  const events = [eventOf(id, 'delivered'), eventOf(id, 'opened', { ts_event: told + 60 })]
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, turn) => tell({ body: turn % 2 ? events : events.toReversed() })),
  )
  expect(answers.every(({ status }) => status === 200)).toBe(true)
  expect(answers.reduce((sum, { body }) => sum + Number(body.received), 0)).toBe(2)
  expect(await noticesOf(id)).toEqual([
    { kind: 'delivered', reason: null },
    { kind: 'opened', reason: null },
  ])
})

test('a mail that the service named anew is known by what it gives back', async () => {
  const { id } = await queued('welcome')
  const body = eventOf(id, 'soft_bounce', {
    'message-id': '<202611271200.1234@smtp-relay.example>',
    'X-Mailin-custom': `${id}@molini`,
    reason: 'mailbox full',
  })
  expect((await tell({ body })).body).toEqual({ received: 1 })
  expect(await noticesOf(id)).toEqual([{ kind: 'soft-bounce', reason: 'mailbox full' }])
})

test.each([
  ['about mails of another shop', () => eventOf(randomUUID(), 'hard_bounce')],
  ['of a kind that is not kept', () => eventOf(randomUUID(), 'click')],
  ['without a mail', () => ({ event: 'delivered', ts_event: told })],
  ['without a time', () => ({ event: 'delivered', 'message-id': `<${randomUUID()}@molini>` })],
  ['named after what every object has', () => eventOf(randomUUID(), 'constructor')],
])('notices %s are passed over', async (_what, make) => {
  expect(await tell({ body: make() })).toEqual({ status: 200, body: { received: 0 } })
})

test.each([
  ['no JSON', 400, { body: '{' }],
  ['no event', 422, { body: { email: 'a@example.org' } }],
  ['too many at once', 422, { body: Array.from({ length: 1_001 }, () => ({ event: 'x' })) }],
  ['too long', 413, { body: { event: 'delivered', reason: 'x'.repeat(1_100_000) } }],
  ['another media type', 415, { body: '{}', type: 'text/plain' }],
])('%s is refused', async (_what, status, call) => {
  expect((await tell(call)).status).toBe(status)
})

test.each([
  ['a time before all time', { event: 'delivered', ts_event: -1 }],
  ['a time that is no number', { event: 'delivered', ts_event: 'yesterday' }],
  ['a name that is no text', { event: ['delivered'] }],
  ['a mail that is no text', { event: 'delivered', 'message-id': 7 }],
  ['nothing', null],
])('one odd event alone is refused: %s', async (_what, body) => {
  const answer = await tell({ body })
  expect({ status: answer.status, code: answer.body.code }).toEqual({
    status: 422,
    code: 'validation.failed',
  })
})

test('an odd event in a batch keeps no other from being heard', async () => {
  const { id } = await queued('welcome')
  const body = [
    null,
    'x',
    { event: 'delivered', ts_event: -1 },
    eventOf(id, 'delivered', { ts_event: String(told) }),
  ]
  expect(await tell({ body })).toEqual({ status: 200, body: { received: 1 } })
})

test('an address that does not exist gets no mail any more, until staff lift it', async () => {
  const { id, recipient } = await queued('welcome', `Gone-${randomUUID()}@Example.org`)
  await sendAll()
  await tell({ body: eventOf(id, 'hard_bounce', { reason: '550 no such user' }) })
  expect(await stopsOf(recipient)).toEqual(['hard-bounce'])
  const later = await queued('account-exists', recipient)
  expect(await sendAll()).not.toContain(recipient)
  expect(await later.read()).toMatchObject({
    status: 'suppressed',
    last_error: 'This address is stopped: hard-bounce',
  })
  await rowsOf(
    await getTestRequest(),
    sql`DELETE FROM mail_suppressions WHERE recipient = ${recipient.toLowerCase()}`,
  )
  const after = await queued('account-exists', recipient)
  expect(await sendAll()).toContain(recipient)
  expect(await after.read()).toMatchObject({ status: 'sent' })
})

test('who reported one as spam gets what they need and no letters; a lesser reason later changes nothing', async () => {
  const req = await getTestRequest()
  const { id, recipient } = await queued('welcome')
  await askForLetter(req, { email: recipient, market: 'eu' })
  await tell({ body: eventOf(id, 'spam') })
  await tell({ body: eventOf(id, 'unsubscribed', { ts_event: told + 1 }) })
  expect(await stopsOf(recipient)).toEqual(['spam'])
  const [subscriber] = await rowsOf<{ status: string }>(
    req,
    sql`SELECT status FROM subscribers WHERE email = ${recipient}`,
  )
  expect(subscriber).toEqual({ status: 'left' })
  const letter = await queued('newsletter-welcome', recipient)
  const needed = await queued('account-exists', recipient)
  await sendAll()
  expect((await letter.read()).status).toBe('suppressed')
  expect((await needed.read()).status).toBe('sent')
})

test.each([
  ['who has unsubscribed', 'unsubscribed', 'sent'],
  ['whom the mail service blocks', 'blocked', 'suppressed'],
])(
  '%s is off the letters, is not written to unasked, and gets what they need',
  async (_who, event, wished) => {
    const req = await getTestRequest()
    const { id, recipient } = await queued('welcome')
    await askForLetter(req, { email: recipient, market: 'eu' })
    await sendAll()
    const body = eventOf(id, event, { reason: 'as the service says' })
    expect(await tell({ body })).toEqual({ status: 200, body: { received: 1 } })
    expect(await noticesOf(id)).toEqual([{ kind: event, reason: 'as the service says' }])
    expect(await stopsOf(recipient)).toEqual([event])
    expect(
      await rowsOf(req, sql`SELECT status FROM subscribers WHERE lower(email) = ${recipient.toLowerCase()}`),
    ).toEqual([{ status: 'left' }])
    const unasked = await queued('review-invitation', recipient)
    const letter = await queued('newsletter-welcome', recipient)
    const needed = await queued('account-exists', recipient)
    await sendAll()
    const statuses = [await unasked.read(), await letter.read(), await needed.read()].map(
      ({ status }) => status,
    )
    expect(statuses).toEqual(['suppressed', wished, 'sent'])
  },
)
