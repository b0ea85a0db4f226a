import { sql } from '@payloadcms/db-postgres'
import { expect, test } from 'vitest'
import { getDeskOrder } from '#queries/admin-order'
import { getDeskChoices, getDeskReturns } from '#queries/admin-returns'
import { asRole } from '../start/testing/as-role'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { buyersPaper, paperById } from './read-papers'
import { requestReturn } from './request-return'
import { returnChoices, returnsOf } from './return-view'
import { approveReturn } from './move-return'
import { deliveredWith } from './testing/delivered'
import { rowsOf } from './transaction'
import { withdrawFromOrder } from './withdraw-order'

const { delivered } = deliveredWith(getTestRequest)
const inUk = { uk: ['3.5', '4'] }
const [sold, other] = ['EU 36 · UK 3.5', 'EU 37 · UK 4']

test('the sizes that one may have instead are said as the buyer reads them, and so is the one that was chosen', async () => {
  const { req, orderId, line, variants } = await delivered(inUk)
  expect((await returnChoices(req, orderId))[0]?.sizes).toMatchObject([
    { label: '37', labels: { eu: '37', uk: '4' } },
  ])
  const wish = { lineId: line, quantity: 1, reason: 'too-small' as const }
  await requestReturn(req, { orderId, lines: [{ ...wish, exchangeVariantId: variants[1]?.id }] })
  expect((await returnsOf(req, orderId))[0]?.lines).toMatchObject([{ size: '37', labels: { uk: '4' } }])
  const payload = await getTestPayload()
  expect((await getDeskReturns(payload, orderId))[0]?.lines).toMatchObject([
    { detail: `Black, ${sold}`, size: other },
  ])
  expect((await getDeskChoices(payload, orderId))[0]?.sizes).toMatchObject([{ label: other }])
  expect((await getDeskOrder(await asRole('owner'), orderId))?.lines).toMatchObject([
    { detail: `Black, ${sold}` },
  ])
})

test('so do the slip of a parcel and the label of a return', async () => {
  const { req, orderId, line } = await delivered(inUk)
  const [parcel] = await rowsOf<{ id: string }>(
    req,
    sql`SELECT id FROM shipments WHERE order_id = ${orderId}`,
  )
  const slip = await paperById(req, 'packing-slip', parcel?.id ?? '')
  expect(slip.content).toMatchObject({ pairs: [{ size: sold }] })
  const wish = { lineId: line, quantity: 1, reason: 'too-small' as const }
  const { id: returnId, number } = await requestReturn(req, { orderId, lines: [wish] })
  await approveReturn(req, { returnId })
  expect((await buyersPaper(req, orderId, number)).content).toMatchObject({ pairs: [{ size: sold }] })
})

test('and the receipt of a withdrawal; who reads EU sizes is told those alone', async () => {
  const statedBy = async (order: Awaited<ReturnType<typeof delivered>>) => {
    await withdrawFromOrder(order.req, { orderId: order.orderId, name: 'Ada', email: 'ada@example.com' })
    const [mail] = await rowsOf<{ data: { pairs: { size: string }[] } }>(
      order.req,
      sql`SELECT data FROM emails WHERE template = 'withdrawal-received' AND entity LIKE ${`${order.order.number}:%`}`,
    )
    return mail?.data.pairs.map(({ size }) => size)
  }
  expect(await statedBy(await delivered({ ...inUk, ship: 0 }))).toEqual([sold])
  expect(await statedBy(await delivered({ ship: 0 }))).toEqual(['36'])
})
