import { sql } from '@payloadcms/db-postgres'
import { beforeEach, expect, test } from 'vitest'
import { mailKindNames } from '#domain/mail-wording'
import { writeMail } from '#ops/write-mail'
import { rowsOf } from '#services/transaction'
import { deliveredWith } from '../src/services/testing/delivered'
import { callRest, makeShopper, signedIn, type Call } from '../src/start/testing/http'
import { getTestRequest } from '../src/start/testing/payload'

const { delivered } = deliveredWith(getTestRequest)
const owner = await signedIn('owner')

beforeEach(async () => {
  await rowsOf(await getTestRequest(), sql`DELETE FROM mail_wordings`)
})

const post = (body: object, call: Call = {}) =>
  callRest('mail-wordings', { method: 'POST', body, cookie: owner.cookie, ...call })

interface Refused {
  errors: { data?: { errors?: { path: string; message: string }[] } }[]
}
const faults = (json: unknown) => (json as Refused).errors[0]?.data?.errors ?? []

test('a mail that leaves is in the words of the shop, each language for itself', async () => {
  const wording = {
    subject: 'Off it goes: {number}',
    heading: 'On the way',
    body: 'Look for <{tracking}>, {name}.',
  }
  expect((await post({ mail: 'order-shipped', locale: 'en', ...wording })).status).toBe(201)
  expect((await post({ mail: 'order-shipped', locale: 'de', subject: 'Anders' })).status).toBe(201)
  const { req, order } = await delivered()
  const [queued] = await rowsOf<Parameters<typeof writeMail>[1]>(
    req,
    sql`SELECT template, entity, recipient, locale, data FROM emails WHERE template = 'order-shipped' AND entity LIKE ${`${order.number}:%`}`,
  )
  if (!queued) throw new Error('no mail')
  const mail = await writeMail(req, queued)
  expect(mail.subject).toBe(`Off it goes: ${order.number}`)
  expect(mail.html).toContain('On the way')
  expect(mail.html).toContain('Look for &lt;&gt;, Ada.')
  expect(mail.text).toContain('Look for <>, Ada.')
})

test.each([
  [{ subject: 'Your {total}' }, 'subject', 'There is no {total} in this mail. It knows {name}.'],
  [{ body: 'Hello {name' }, 'body', 'A brace stands alone. Braces are for {name}.'],
  [{ subject: 'two\nlines' }, 'subject', 'This must be one line.'],
  [{ subject: 'x'.repeat(151) }, 'subject', 'At most 150 characters.'],
  [{ body: 'x'.repeat(4001) }, 'body', 'At most 4000 characters.'],
  [{ body: 'bell \u0007' }, 'body', 'This contains characters that cannot be printed.'],
  [{ mail: 'spam' }, 'mail', `One of ${mailKindNames.join(', ')}.`],
  [{ locale: 'fr' }, 'locale', 'One of en, it, de.'],
])('%j is refused at its field, in words', async (change, path, message) => {
  const answer = await post({ mail: 'welcome', locale: 'en', ...change })
  expect(answer.status).toBe(400)
  expect(faults(answer.json)).toEqual([expect.objectContaining({ path, message })])
})

test('one wording per mail and language, also when two are saved at once', async () => {
  const both = await Promise.all([
    post({ mail: 'welcome', locale: 'it', subject: 'A' }),
    post({ mail: 'welcome', locale: 'it', subject: 'B' }),
  ])
  const created = both.filter(({ status }) => status === 201)
  expect([created.length, both.every(({ status }) => status < 500)]).toEqual([1, true])
  const again = await post({ mail: 'welcome', locale: 'it', subject: 'C' })
  expect(again.status).toBe(400)
  expect(faults(again.json)).toMatchObject([{ path: 'locale' }])
})

test('every mail is previewed in every language, as page and as text, as it would leave now', async () => {
  await post({ mail: 'order-placed', locale: 'it', heading: 'Scarpe in arrivo' })
  const html = await callRest('mail-previews/order-placed/it', { cookie: owner.cookie })
  expect([html.status, html.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(html.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(html.text).toContain('Scarpe in arrivo')
  const text = await callRest('mail-previews/order-placed/it?part=text', { cookie: owner.cookie })
  expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(text.text).toMatch(/SCARPE IN ARRIVO/i)
  for (const kind of mailKindNames)
    for (const locale of ['en', 'it', 'de'])
      expect((await callRest(`mail-previews/${kind}/${locale}`, { cookie: owner.cookie })).status).toBe(200)
})

test('words are tried without being saved; what cannot be saved is refused there too', async () => {
  const call = { method: 'POST', cookie: owner.cookie }
  const tried = await callRest('mail-previews/welcome/de', { ...call, body: { subject: 'Servus {name}' } })
  expect(tried).toMatchObject({
    status: 200,
    json: { subject: 'Servus Ada', builtIn: { heading: 'Ihr Konto ist bereit' } },
  })
  expect(await callRest('mail-previews/welcome/de', { ...call, body: { body: '{total}' } })).toMatchObject({
    status: 422,
    json: { code: 'validation.failed', errors: [{ path: 'body' }] },
  })
  expect((await callRest('mail-previews/welcome/de', { ...call, body: { subject: 7 } })).status).toBe(422)
  expect(await rowsOf(await getTestRequest(), sql`SELECT 1 FROM mail_wordings`)).toEqual([])
})

test('merchandisers word mails, the order desk and analysts look at them, nobody else finds them', async () => {
  const shopper = await makeShopper()
  const look = async (cookie?: string) => (await callRest('mail-previews/welcome/en', { cookie })).status
  const write = async (cookie: string) => (await post({ mail: 'welcome', locale: 'en' }, { cookie })).status
  const as = async (role: 'merchandiser' | 'order-desk' | 'analyst') => (await signedIn(role)).cookie
  expect([await look(await as('merchandiser')), await write(await as('merchandiser'))]).toEqual([200, 201])
  for (const role of ['order-desk', 'analyst'] as const)
    expect([await look(await as(role)), await write(await as(role))]).toEqual([200, 403])
  expect([await look(), await look(shopper.cookie), await write(shopper.cookie)]).toEqual([404, 404, 403])
  for (const path of ['spam/en', 'welcome/fr', 'constructor/en', '__proto__/en'])
    expect((await callRest(`mail-previews/${path}`, { cookie: owner.cookie })).status).toBe(404)
})
