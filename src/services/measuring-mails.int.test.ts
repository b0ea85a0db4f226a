import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { sendMail } from '#ops/jobs/send-mail'
import { writeMail } from '#ops/write-mail'
import { callStore } from '../app/api/_http/testing/call-store'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { eraseCustomer } from './erase-customer'
import { exportCustomer } from './export-customer'
import { measuringKey, measuringStopAddress, remindToMeasure } from './measuring-mails'
import { atOnce } from './testing/at-once'
import { failsAlone } from './testing/failing-row'
import { rowsOf } from './transaction'

const password = 'six quiet herons'
const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)

/** A family with its address confirmed, and what it is told. */
async function family({ isProven = true } = {}) {
  const req = await getTestRequest()
  const email = `mother-${randomUUID()}@example.com`
  await callStore('/customers', { body: { email, password, firstName: 'Ada' } })
  const { cookies } = await callStore('/session', { body: { email, password } })
  const cookie = `molini-customer=${cookies['molini-customer']}`
  const [row] = await rowsOf<{ id: string }>(
    req,
    sql`UPDATE customers SET verified_at = CASE WHEN ${isProven} THEN now() END WHERE email = ${email} RETURNING id`,
  )
  const id = row?.id ?? ''
  const choose = (choice: 'on' | 'off') =>
    callStore('/forms/measuring', { form: { market: 'it', choice }, cookie })
  const child = (name: string) =>
    callStore('/me/children', { body: { name, footMm: 173, measuredOn: daysAgo(10) }, cookie })
  /** As if it had been measured so many days ago. */
  const age = (name: string, days: number) =>
    rowsOf<{ day: string }>(
      req,
      sql`UPDATE child_feet SET measured_on = ${daysAgo(days)}::date WHERE customer_id = ${id} AND name = ${name} RETURNING measured_on::text AS day`,
    )
  const mails = () =>
    rowsOf<{ entity: string; locale: string; status: string; data: Record<string, unknown> | null }>(
      req,
      sql`SELECT entity, locale, status, data FROM emails WHERE recipient = ${email} AND template = 'measure-again'`,
    )
  return { req, id, email, cookie, choose, child, age, mails }
}

test('one mail comes three months after a measurement, and the next after the next one', async () => {
  const { req, choose, child, age, mails } = await family()
  expect((await choose('on')).headers.get('location')).toBe('/it/account/sizes?done=mails-on')
  await child('Mia')
  await remindToMeasure(req)
  expect(await mails()).toEqual([])
  await age('Mia', 95)
  await remindToMeasure(req)
  await remindToMeasure(req)
  expect(await mails()).toMatchObject([{ locale: 'it', data: { market: 'it', name: 'Ada' } }])
  await age('Mia', 94)
  await rowsOf(req, sql`UPDATE emails SET entity = entity || ':earlier' WHERE template = 'measure-again'`)
  await remindToMeasure(req)
  expect(await mails()).toHaveLength(2)
})

test('children whose time comes within two weeks share one mail, and no mail names a child', async () => {
  const { req, id, email, choose, child, age, mails } = await family()
  await choose('on')
  for (const name of ['Ottilie', 'Balthasar', 'Quirin']) await child(name)
  await age('Ottilie', 95)
  await age('Balthasar', 85)
  await remindToMeasure(req)
  await age('Quirin', 40)
  await remindToMeasure(req)
  const [mail] = await mails()
  expect(await mails()).toHaveLength(1)
  const written = await writeMail(req, {
    ...{ template: 'measure-again', entity: mail?.entity ?? '', recipient: email, locale: 'de' },
    data: mail?.data ?? null,
  })
  expect(written.html + written.text + JSON.stringify(mail)).not.toMatch(/Ottilie|Balthasar|Quirin/)
  expect(written.text).toContain(`/it/account/measuring?${measuringKey(id)}`)
  expect(written.subject).toBe('Drei Monate später: Zeit, kleine Füße neu zu messen')
})

test('several workers at once tell a family once', async () => {
  const { req, choose, child, age, mails } = await family()
  await choose('on')
  await child('Mia')
  await age('Mia', 100)
  const { done, refused, broken } = await atOnce(await getTestPayload(), 6, (own) => remindToMeasure(own))
  expect({ rounds: done.length, refused, broken }).toEqual({ rounds: 6, refused: {}, broken: [] })
  await remindToMeasure(req)
  expect(await mails()).toHaveLength(1)
})

test('nobody is told who has not asked, whose address is not confirmed, or of what was old when they asked', async () => {
  const silent = await family()
  await silent.child('Mia')
  await silent.age('Mia', 100)
  const unproven = await family({ isProven: false })
  await unproven.choose('on')
  await unproven.child('Mia')
  await unproven.age('Mia', 100)
  const late = await family()
  await late.child('Mia')
  await late.age('Mia', 100)
  await late.choose('on')
  const ancient = await family()
  await ancient.choose('on')
  await ancient.child('Mia')
  await ancient.age('Mia', 500)
  await remindToMeasure(silent.req)
  for (const one of [silent, unproven, late, ancient]) expect(await one.mails()).toEqual([])
  await rowsOf(silent.req, sql`UPDATE customers SET verified_at = now() WHERE id = ${unproven.id}`)
  await remindToMeasure(silent.req)
  expect(await unproven.mails()).toHaveLength(1)
})

test('a no in the account takes back a mail that has not left', async () => {
  const { req, choose, child, age, mails } = await family()
  await choose('on')
  await child('Mia')
  await age('Mia', 100)
  await remindToMeasure(req)
  expect((await choose('off')).headers.get('location')).toBe('/it/account/sizes?done=mails-off')
  expect(await mails()).toEqual([])
  await age('Mia', 101)
  await remindToMeasure(req)
  expect(await mails()).toEqual([])
})

test('one click in a mail program ends them, with the right key alone', async () => {
  const { req, id, cookie, choose, child, age, mails } = await family()
  await choose('on')
  await child('Mia')
  const stop = (key: string) => callStore(`/measuring/stop?${key}`, { method: 'POST' })
  expect(await stop(`customer=${id}&token=x`)).toMatchObject({
    status: 404,
    body: { code: 'resource.not-found' },
  })
  const { search } = new URL(measuringStopAddress(id))
  expect(await stop(search.slice(1))).toMatchObject({ status: 200, body: { stopped: true } })
  expect((await stop(search.slice(1))).status).toBe(200)
  await age('Mia', 100)
  await remindToMeasure(req)
  expect(await mails()).toEqual([])
  await choose('on')
  const form = Object.fromEntries(new URLSearchParams(measuringKey(id)))
  const ended = await callStore('/forms/stop-measuring', { form: { market: 'de', ...form }, cookie })
  expect(ended.headers.get('location')).toBe('/de/account/measuring?done=stopped')
})

test('a stopped address gets none, whatever it was stopped for', async () => {
  const { req, email, choose, child, age, mails } = await family()
  await choose('on')
  await child('Mia')
  await age('Mia', 100)
  await rowsOf(
    req,
    sql`INSERT INTO mail_suppressions (recipient, reason, since) VALUES (${email}, 'unsubscribed', now())`,
  )
  await remindToMeasure(req)
  await sendMail(req)
  expect(await mails()).toMatchObject([{ status: 'suppressed' }])
})

test('the wish is in the export, and goes with the account', async () => {
  const { req, id, email, choose, child, age } = await family()
  await choose('on')
  await child('Mia')
  const [measured] = await age('Mia', 100)
  await remindToMeasure(req)
  expect(await exportCustomer(req, { customerId: id })).toMatchObject({
    measuringMails: [{ market: 'it' }],
    children: [{ name: 'Mia', remindedOf: measured?.day ?? '' }],
  })
  await eraseCustomer(req, { customerId: id })
  const left = await rowsOf(
    req,
    sql`SELECT customer_id::text FROM measuring_mails WHERE customer_id = ${id} UNION ALL SELECT entity FROM emails
      WHERE entity LIKE ${`measure:${id}%`} OR (recipient = ${email} AND template = 'measure-again')`,
  )
  expect(left).toEqual([])
})

test('one family that cannot be told holds up no other, and is told once it can be', async () => {
  const families = [await family(), await family(), await family()]
  for (const { choose, child, age } of families) {
    await choose('on')
    await child('Mia')
    await age('Mia', 100)
  }
  const [first, second, third] = families.toSorted((a, b) => a.id.localeCompare(b.id))
  if (!first || !second || !third) throw new Error('no families')
  const rows = `NEW.recipient = '${first.email}'`
  await failsAlone(first.req, { table: 'emails', on: 'INSERT', rows }, remindToMeasure)
  for (const one of [second, third]) expect(await one.mails()).toHaveLength(1)
  expect(await first.mails()).toEqual([])
  await remindToMeasure(first.req)
  for (const one of families) expect(await one.mails()).toHaveLength(1)
})
