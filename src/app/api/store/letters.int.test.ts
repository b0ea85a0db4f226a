import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { writeMail } from '#ops/write-mail'
import { leaveAddress } from '#services/newsletter'
import { rowsOf } from '#services/transaction'
import { getTestPayload, getTestRequest } from '../../../start/testing/payload'
import { callStore, shopOrigin } from '../_http/testing/call-store'

interface Queued {
  template: string
  entity: string
  recipient: string
  locale: string
  data: Record<string, unknown> | null
}

const mailsTo = async (recipient: string) =>
  rowsOf<Queued>(
    await getTestRequest(),
    sql`SELECT template, entity, recipient, locale, data FROM emails WHERE recipient = ${recipient} ORDER BY created_at`,
  )
const subscriber = async (email: string) =>
  (
    await rowsOf<{ id: string; status: string }>(
      await getTestRequest(),
      sql`SELECT id, status FROM subscribers WHERE email = ${email}`,
    )
  )[0]
const post = (form: string, fields: Record<string, string>) => callStore(`/forms/${form}`, { form: fields })
const someone = (): string => `reader-${randomUUID()}@example.com`

/** The fields of the form behind the button of a mail. */
async function keyIn(mail: Queued | undefined): Promise<Record<string, string>> {
  if (!mail) throw new Error('no mail')
  const { html } = await writeMail(await getTestRequest(), mail)
  const [, address = ''] = /href="([^"]*\/newsletter\?[^"]*)"/.exec(html) ?? []
  const query = new URL(address.replaceAll('&amp;', '&')).searchParams
  return {
    subscriber: query.get('subscriber') ?? '',
    token: query.get('token') ?? '',
    deed: query.get('deed') ?? '',
  }
}

test('letters begin when the address has said yes, and end by the link of any of them', async () => {
  const email = someone()
  const asked = await post('newsletter', { email: email.toUpperCase(), market: 'de' })
  expect([asked.status, asked.headers.get('location')]).toEqual([303, '/de/newsletter?done=asked'])
  expect((await subscriber(email))?.status).toBe('asked')
  const [first] = await mailsTo(email)
  expect([first?.template, first?.locale]).toEqual(['newsletter-confirm', 'de'])
  const yes = await keyIn(first)
  expect(yes.deed).toBe('confirm')
  expect((await post('newsletter-leave', { ...yes, market: 'de' })).headers.get('location')).toContain(
    'problem=',
  )
  for (let round = 0; round < 2; round += 1)
    expect((await post('newsletter-confirm', { ...yes, market: 'de' })).headers.get('location')).toContain(
      'done=confirmed',
    )
  expect((await subscriber(email))?.status).toBe('confirmed')
  const mails = await mailsTo(email)
  expect(mails.map(({ template }) => template)).toEqual(['newsletter-confirm', 'newsletter-welcome'])
  const end = await keyIn(mails[1])
  expect((await post('newsletter-leave', { ...end, market: 'de' })).headers.get('location')).toContain(
    'done=left',
  )
  expect((await subscriber(email))?.status).toBe('left')
  // The first yes was for the first time.
  await post('newsletter-confirm', { ...yes, market: 'de' })
  expect((await subscriber(email))?.status).toBe('left')
})

test('who asks again and again is written to once, also at once', async () => {
  const email = someone()
  await Promise.all(Array.from({ length: 5 }, () => post('newsletter', { email, market: 'eu' })))
  expect(await mailsTo(email)).toHaveLength(1)
})

test('a mail program ends the letters by one click, without a cookie or an origin', async () => {
  const email = someone()
  await post('newsletter', { email, market: 'eu' })
  const { id = '' } = (await subscriber(email)) ?? {}
  const path = leaveAddress(id).slice(`${shopOrigin}/api/store`.length)
  const click = (to: string) =>
    callStore(to, { method: 'POST', form: { 'List-Unsubscribe': 'One-Click' }, origin: null })
  expect((await click(path)).status).toBe(200)
  expect((await subscriber(email))?.status).toBe('left')
  expect((await click(`/newsletter/leave?subscriber=${id}&token=wrong`)).status).toBe(404)
  expect((await callStore(path, { method: 'GET' })).status).toBe(405)
})

test.each(['', 'nobody', 'a@b', `${'a'.repeat(300)}@example.com`])(
  '%s is no address for letters',
  async (email) => {
    const answer = await post('newsletter', { email, market: 'it' })
    expect(answer.headers.get('location')).toMatch(/^\/it\/newsletter\?problem=validation.failed/)
  },
)

const messages = async (email: string) =>
  rowsOf<{ text: string; number: string | null }>(
    await getTestRequest(),
    sql`SELECT text, number FROM messages WHERE email = ${email}`,
  )

test('what somebody writes is kept and told to the shop, and nothing is sent to who wrote', async () => {
  const payload = await getTestPayload()
  const desk = `desk-${randomUUID()}@example.com`
  await payload.updateGlobal({
    slug: 'shop-settings',
    data: { contactEmail: desk },
    overrideAccess: true,
    req: await getTestRequest(),
  })
  const email = someone()
  const fields = {
    name: 'Ada <b>',
    email,
    text: 'Where is it?\n<script>alert(1)</script>',
    number: 'M-100001',
  }
  const answer = await post('contact', { ...fields, market: 'it' })
  expect(answer.headers.get('location')).toBe('/it/contact?done=sent')
  expect(await messages(email)).toEqual([{ text: fields.text, number: 'M-100001' }])
  expect(await mailsTo(email)).toEqual([])
  const [told] = await mailsTo(desk)
  if (!told) throw new Error('the desk was not told')
  const { html, subject } = await writeMail(await getTestRequest(), told)
  expect(subject).toContain('Ada')
  expect(html).not.toContain('<script>')
})

test('an empty message is refused at its fields; who fills in what nobody sees is thanked and forgotten', async () => {
  const email = someone()
  const refused = await post('contact', { name: '', email: 'x', text: '', market: 'eu' })
  expect(refused.headers.get('location')).toBe(
    '/contact?problem=validation.failed&fields=name%2Cemail%2Ctext',
  )
  const trap = { name: 'Bot', email, text: 'Buy this now', website: 'https://spam.example', market: 'eu' }
  expect((await post('contact', trap)).headers.get('location')).toBe('/contact?done=sent')
  expect(await messages(email)).toEqual([])
})

test('five messages an hour from one address, then 429 in words', async () => {
  const email = someone()
  const send = () => post('contact', { name: 'Ada', email, text: 'Again, please', market: 'eu' })
  for (let round = 0; round < 5; round += 1) await send()
  expect((await send()).headers.get('location')).toContain('problem=rate.limited')
  expect(await messages(email)).toHaveLength(5)
})

async function counting(analytics: boolean): Promise<void> {
  await (
    await getTestPayload()
  ).updateGlobal({
    slug: 'shop-settings',
    data: { privacy: { analytics, edition: 4 } },
    overrideAccess: true,
    req: await getTestRequest(),
  })
}

test('while nothing needs consent none is kept; else a choice leaves a receipt that names nobody', async () => {
  await counting(false)
  const needless = await post('consent', { choice: 'given', market: 'eu' })
  expect([needless.headers.get('location'), needless.cookies]).toEqual([
    '/cookies?problem=resource.not-found',
    {},
  ])
  await counting(true)
  for (const choice of ['given', 'refused']) {
    const answer = await post('consent', { choice, market: 'de' })
    const [said, edition, receipt] = answer.cookies['molini-consent']?.split('.') ?? []
    expect([answer.status, said, edition]).toEqual([303, choice, '4'])
    const rows = await rowsOf<Record<string, unknown>>(
      await getTestRequest(),
      sql`SELECT * FROM consents WHERE id::text = ${receipt ?? ''}`,
    )
    expect(rows).toHaveLength(1)
    expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual([
      'choice',
      'created_at',
      'edition',
      'id',
      'market',
      'updated_at',
    ])
  }
  const wrong = await post('consent', { choice: 'perhaps', market: 'de' })
  expect(wrong.cookies).toEqual({})
})

test('nobody has an address asked without end', async () => {
  const email = someone()
  for (let times = 0; times < 6; times += 1) {
    await post('newsletter', { email, market: 'eu' })
    await rowsOf(
      await getTestRequest(),
      sql`UPDATE subscribers SET asked_at = asked_at - interval '1 hour' WHERE email = ${email}`,
    )
  }
  expect(await mailsTo(email)).toHaveLength(3)
})
