import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { writeMail } from '#ops/write-mail'
import { adjustStock } from '#services/adjust-stock'
import { readHold, holdToken } from '#services/open-hold'
import { tellBackInStock } from '#services/tell-back-in-stock'
import { rowsOf } from '#services/transaction'
import { makeProduct } from '../../../services/testing/shop-rows'
import { getTestRequest } from '../../../start/testing/payload'
import { callStore } from '../_http/testing/call-store'

const password = 'six quiet herons'

/** A sold-out size that is UK 3.5 and US 4.5, and how to wait for it and have it back. */
async function soldOut() {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [0] })
  const variantId = variants[0]?.id ?? ''
  await rowsOf(
    req,
    sql`UPDATE variant_options o SET uk = '3.5', us_m = '4.5' FROM variants v WHERE v.id = ${variantId}::uuid AND o.id = v.size_id`,
  )
  await rowsOf(
    req,
    sql`INSERT INTO stock_levels (variant_id, location_id) SELECT ${variantId}, id FROM locations WHERE is_default ON CONFLICT DO NOTHING`,
  )
  const wait = (email: string, market: string) =>
    callStore('/stock-alerts', { body: { variantId, email, market } })
  const comeBack = async (pairs: number) => {
    await adjustStock(req, { variantId, delta: pairs, reason: 'delivery' })
    await tellBackInStock(req)
  }
  return { req, wait, comeBack }
}

/** Somebody whose address is known to be theirs, and who reads sizes so. */
async function member(sizeSystem?: string) {
  const email = `sizes-${randomUUID()}@example.com`
  await callStore('/customers', { body: { email, password } })
  const { cookies } = await callStore('/session', { body: { email, password } })
  const cookie = `molini-customer=${cookies['molini-customer']}`
  if (sizeSystem) await callStore('/me', { method: 'PATCH', cookie, body: { sizeSystem } })
  await rowsOf(await getTestRequest(), sql`UPDATE customers SET verified_at = now() WHERE email = ${email}`)
  return { email, cookie }
}

async function subjectTo(recipient: string): Promise<string> {
  const req = await getTestRequest()
  const [mail] = await rowsOf<never>(
    req,
    sql`SELECT template, entity, recipient, locale, data FROM emails WHERE template = 'back-in-stock' AND recipient = ${recipient}`,
  )
  return mail ? (await writeMail(req, mail)).subject : 'no mail'
}

test('a mail that a size is back says it as the market reads it, or as its reader has chosen', async () => {
  const { wait, comeBack } = await soldOut()
  const [british, italian] = [`${randomUUID()}@example.com`, `${randomUUID()}@example.com`]
  const { email: american } = await member('us')
  await wait(british, 'uk')
  await wait(italian, 'it')
  await wait(american, 'it')
  await comeBack(3)
  expect(await subjectTo(british)).toContain('size EU 36 · UK 3.5')
  expect(await subjectTo(italian)).toContain('taglia 36:')
  expect(await subjectTo(american)).toContain('taglia EU 36 · US 4.5')
})

test('what one waits for, what is held and what is kept about orders are told with their labels in all systems', async () => {
  const { req, wait, comeBack } = await soldOut()
  const { email, cookie } = await member()
  await wait(email, 'uk')
  const labels = { eu: '36', uk: '3.5', usM: '4.5' }
  const own = () => callStore<{ alerts: { id: string }[] }>('/me/stock-alerts', { cookie })
  const { alerts } = (await own()).body
  expect(alerts).toMatchObject([{ size: '36', labels }])
  await comeBack(1)
  const alertId = alerts[0]?.id ?? ''
  expect(await readHold(req, { alertId, token: holdToken(alertId) })).toMatchObject({
    ...{ state: 'held', size: '36', labels },
  })
})
