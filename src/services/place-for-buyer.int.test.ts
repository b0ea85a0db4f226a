import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import { afterEach, expect, test } from 'vitest'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { ledgerProblems } from './ledger-problems'
import { placeForBuyer } from './place-for-buyer'
import { readOrder } from './order-access'
import { atOnce } from './testing/at-once'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { rowsOf } from './transaction'

afterEach(async () => {
  expect(await ledgerProblems(await getTestRequest())).toEqual([])
})

async function call(stock = 5) {
  const { variants } = await makeProduct(await getTestRequest(), { stock: [stock], price: 10_000 })
  const variantId = variants[0]?.id ?? ''
  return { market: 'eu', lines: [{ variantId, quantity: 2 }], input: checkoutOf(), key: randomUUID() }
}

test('an order by phone is an order like any other, and its link opens it', async () => {
  const req = await getTestRequest()
  const { order, link } = await placeForBuyer(req, await call())
  expect(order).toMatchObject({ paymentStatus: 'pending', totals: { subtotal: { amount: 20_000 } } })
  const [, number = '', token = ''] = /\/o\/(M-\d+)\/([\w-]+)$/.exec(link) ?? []
  const opened = await readOrder(req, { number, token })
  expect(opened.timeline.map(({ kind }) => kind)).toEqual(['placed', 'placed-by-staff'])
  const mails = await rowsOf(
    req,
    sql`SELECT 1 FROM emails WHERE template = 'order-placed' AND entity = ${number}`,
  )
  expect(mails).toHaveLength(1)
})

test('one key is one order, even many times at once; another body under it is refused', async () => {
  const payload = await getTestPayload()
  const one = await call()
  const race = await atOnce(payload, 5, (req) => placeForBuyer(req, one))
  expect(race.broken).toEqual([])
  expect(new Set(race.done.map(({ order }) => order.number)).size).toBe(1)
  await expect(placeForBuyer(await getTestRequest(), { ...one, lines: [] })).rejects.toThrow('cart.empty')
  await expect(
    placeForBuyer(await getTestRequest(), { ...one, input: checkoutOf({ email: 'other@example.com' }) }),
  ).rejects.toThrow('idempotency.mismatch')
})

test('what is not there is refused, and leaves no order', async () => {
  const req = await getTestRequest()
  const short = await call(1)
  await expect(placeForBuyer(req, short)).rejects.toThrow('stock.insufficient')
  await expect(placeForBuyer(req, { ...short, market: 'mars' })).rejects.toThrow('market.not-found')
  await expect(placeForBuyer(req, { ...short, lines: [{ variantId: 'x', quantity: 1 }] })).rejects.toThrow(
    'variant.not-found',
  )
})
