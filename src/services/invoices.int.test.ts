import { randomUUID } from 'node:crypto'
import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import { beforeEach, expect, test } from 'vitest'
import type { CreditContent, InvoiceContent } from '#domain/invoice'
import { getTestPayload, getTestRequest } from '../start/testing/payload'
import { addLine, createCart } from './cart'
import { cancelOrder } from './cancel-order'
import { captureOrder } from './capture-order'
import { editOrder } from './edit-order'
import { issueInvoice } from './issue-invoice'
import { placeOrder } from './place-order'
import { refundOrder } from './refund-order'
import { settleRefund } from './settle-refund'
import { shipOrder } from './ship-order'
import { atOnce } from './testing/at-once'
import { deliveredWith } from './testing/delivered'
import { fillLegal } from './testing/legal'
import { checkoutOf, makeProduct } from './testing/shop-rows'
import { inTransaction, rowsOf } from './transaction'
import { withdrawFromOrder } from './withdraw-order'

const { delivered, settleAll } = deliveredWith(getTestRequest)

beforeEach(async () => {
  await fillLegal(await getTestRequest())
})

interface Row {
  number: string
  kind: string
  serial: number
  year: number
  net: number
  tax: number
  total: number
  content: InvoiceContent | CreditContent
}

const papers = (req: PayloadRequest, orderId: string) =>
  rowsOf<Row>(
    req,
    sql`SELECT number, kind, serial::float8 AS serial, year::float8 AS year, net::float8 AS net, tax::float8 AS tax, total::float8 AS total, content
      FROM invoices WHERE order_id = ${orderId} ORDER BY kind DESC, serial`,
  )

const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

/** How many papers of a kind there are; in each year, which may end meanwhile, their numbers have no gap. */
async function countGapless(req: PayloadRequest, kind: string): Promise<number> {
  const years = await rowsOf<{ serials: number[] }>(
    req,
    sql`SELECT json_agg(serial ORDER BY serial) AS serials FROM invoices WHERE kind = ${kind} GROUP BY year`,
  )
  for (const { serials } of years) expect(serials).toEqual(oneTo(serials.length))
  return years.reduce((count, { serials }) => count + serials.length, 0)
}

test('the first parcel brings the invoice, with all that the law asks for; the next one brings none', async () => {
  const { req, orderId, order, line } = await delivered({ pairs: 3, ship: 1 })
  const [invoice, ...more] = await papers(req, orderId)
  expect(more).toEqual([])
  expect(invoice?.number).toBe(`${invoice?.year}-${String(invoice?.serial).padStart(6, '0')}`)
  expect(invoice).toMatchObject({ kind: 'invoice', net: 49_180, tax: 10_820, total: 60_000 })
  expect(invoice?.content).toMatchObject({
    kind: 'invoice',
    locale: 'en',
    taxIncluded: true,
    reverseCharge: false,
    seller: {
      company: 'Molini Calzature S.r.l.',
      address: ['Via delle Scarpe 1', '60100 Ancona'],
      vatNumber: 'IT01234567897',
    },
    buyer: { name: 'Ada Rossi', address: ['Via Roma 1', '20121 Milano'], country: 'IT' },
    order: { number: order.number },
    lines: [
      {
        lineId: line,
        quantity: 3,
        unitPrice: 20_000,
        netUnitPrice: 16_393,
        discount: 0,
        rate: 2_200,
        net: 49_180,
        tax: 10_820,
      },
    ],
    taxes: [{ rate: 2_200, base: 49_180, tax: 10_820 }],
    paid: 60_000,
  })
  const { issuedOn, suppliedOn } = invoice?.content as InvoiceContent
  expect([issuedOn, suppliedOn]).toEqual([
    expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  ])
  await shipOrder(req, { orderId })
  expect(await papers(req, orderId)).toHaveLength(1)
})

test('an invoice and its credit note say the size as the buyer of the order reads it', async () => {
  const { req, order, orderId, line } = await delivered({ stock: [5], uk: ['5.5'] })
  await refundOrder(req, { orderId, lines: [{ lineId: line, quantity: 1 }], reason: 'worn' })
  await settleAll(orderId)
  const said = `EU ${order.lines[0]?.size} · UK 5.5`
  const sizes = (await papers(req, orderId)).map(({ kind, content }) => [kind, content.lines[0]?.size])
  expect(sizes).toEqual([
    ['invoice', said],
    ['credit-note', said],
  ])
})

test('50 orders invoiced at once get 50 numbers without a gap, each order one, however often it is asked for', async () => {
  const payload = await getTestPayload()
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [60], price: 5_000 })
  const orders: string[] = []
  for (let count = 0; count < 50; count += 1) {
    const { token } = await createCart(req, {})
    await addLine(req, token, { variantId: variants[0]?.id ?? '', quantity: 1 })
    const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
    await captureOrder(req, { orderId: order.id })
    orders.push(order.id)
  }
  const before = await countGapless(req, 'invoice')
  const twice = [...orders, ...orders]
  const { done, refused, broken } = await atOnce(payload, twice.length, (own, index) =>
    issueInvoice(own, twice[index] ?? ''),
  )
  expect([broken, refused, done.length]).toEqual([[], {}, 100])
  expect(new Set(done.map(({ number }) => number)).size).toBe(50)
  expect(await countGapless(req, 'invoice')).toBe(before + 50)
})

test('whoever rolls back has taken no number', async () => {
  const { req, orderId } = await delivered({ ship: 0 })
  const before = await countGapless(req, 'invoice')
  await expect(
    inTransaction(req, async () => {
      await issueInvoice(req, orderId)
      throw new Error('something later fails')
    }),
  ).rejects.toThrow('something later fails')
  expect(await countGapless(req, 'invoice')).toBe(before)
  await issueInvoice(req, orderId)
  expect(await countGapless(req, 'invoice')).toBe(before + 1)
})

test('a refund that is done brings a credit note of its own series that names the invoice', async () => {
  const { req, orderId, line } = await delivered({ pairs: 2 })
  await refundOrder(req, { orderId, lines: [{ lineId: line, quantity: 1 }], reason: 'worn' })
  expect(await papers(req, orderId)).toHaveLength(1)
  await settleAll(orderId)
  const [invoice, credit, ...more] = await papers(req, orderId)
  expect(more).toEqual([])
  expect(credit).toMatchObject({
    number: `CN-${credit?.year}-${String(credit?.serial).padStart(6, '0')}`,
    kind: 'credit-note',
    net: 16_394,
    tax: 3_606,
    total: 20_000,
    content: {
      invoice: { number: invoice?.number },
      isWhole: false,
      lines: [{ quantity: 1, rate: 2_200, gross: 20_000 }],
      shipping: 0,
      other: 0,
    },
  })
  await refundOrder(req, { orderId, amount: 5_000, reason: 'goodwill' })
  await settleAll(orderId)
  await refundOrder(req, { orderId, amount: 15_000, reason: 'all of it' })
  await settleAll(orderId)
  const all = await papers(req, orderId)
  const credited = all.filter(({ kind }) => kind === 'credit-note')
  const sum = (of: (row: Row) => number) => credited.reduce((total, row) => total + of(row), 0)
  expect([credited.length, sum((row) => row.net), sum((row) => row.tax), sum((row) => row.total)]).toEqual([
    3,
    invoice?.net,
    invoice?.tax,
    40_000,
  ])
  expect(await countGapless(req, 'credit-note')).toBeGreaterThanOrEqual(3)
})

test('money that went back before the invoice is credited with it; ten refunds at once are ten notes', async () => {
  const payload = await getTestPayload()
  const { req, orderId } = await delivered({ pairs: 2, ship: 0 })
  await refundOrder(req, { orderId, amount: 1_000, reason: 'late' })
  await settleAll(orderId)
  expect(await papers(req, orderId)).toEqual([])
  await shipOrder(req, { orderId })
  expect((await papers(req, orderId)).map(({ kind, total }) => [kind, total])).toEqual([
    ['invoice', 40_000],
    ['credit-note', 1_000],
  ])
  await atOnce(payload, 10, (own, index) =>
    refundOrder(own, { orderId, amount: 100 + index, reason: 'part' }),
  )
  const owed = await rowsOf<{ id: string }>(
    req,
    sql`SELECT id FROM refunds WHERE order_id = ${orderId} AND status = 'owed'`,
  )
  const settled = await atOnce(payload, owed.length, (own, index) =>
    settleRefund(own, { refundId: owed[index]?.id ?? '' }),
  )
  expect([settled.broken, settled.done.length]).toEqual([[], 10])
  expect(await papers(req, orderId)).toHaveLength(12)
  expect(await countGapless(req, 'credit-note')).toBeGreaterThanOrEqual(11)
})

test('a cancelled order that was not invoiced has no papers; one that was gets a note for all of it', async () => {
  const plain = await delivered({ ship: 0 })
  await cancelOrder(plain.req, { orderId: plain.orderId, reason: 'changed their mind' })
  await settleAll(plain.orderId)
  expect(await papers(plain.req, plain.orderId)).toEqual([])
  const { req, orderId } = await delivered({ ship: 0 })
  await issueInvoice(req, orderId)
  await cancelOrder(req, { orderId, reason: 'changed their mind' })
  await settleAll(orderId)
  const [invoice, credit] = await papers(req, orderId)
  expect(credit).toMatchObject({ net: invoice?.net, tax: invoice?.tax, total: invoice?.total })
  expect((credit?.content as CreditContent).isWhole).toBe(true)
})

test('an order with an invoice is not changed; pairs withdrawn before they left are credited', async () => {
  const { req, orderId, line } = await delivered({ pairs: 3, ship: 0 })
  await issueInvoice(req, orderId)
  await expect(
    editOrder(req, { orderId, lines: [{ lineId: line, quantity: 2 }], reason: 'x' }),
  ).rejects.toMatchObject({ code: 'order.edit', details: { reason: 'invoiced' } })
  await withdrawFromOrder(req, {
    orderId,
    name: 'Ada',
    email: 'ada@example.com',
    lines: [{ lineId: line, quantity: 1 }],
  })
  await settleAll(orderId)
  expect((await papers(req, orderId)).map(({ kind, total }) => [kind, total])).toEqual([
    ['invoice', 60_000],
    ['credit-note', 20_000],
  ])
})

test('what is neither paid nor shipped is not invoiced, nor anything while the shop does not say who it is', async () => {
  const req = await getTestRequest()
  const { variants } = await makeProduct(req, { stock: [3], price: 5_000 })
  const { token } = await createCart(req, {})
  await addLine(req, token, { variantId: variants[0]?.id ?? '', quantity: 1 })
  const { order } = await placeOrder(req, { token, key: randomUUID(), input: checkoutOf() })
  await expect(issueInvoice(req, order.id)).rejects.toThrow('invoice.not-due')
  await captureOrder(req, { orderId: order.id })
  await rowsOf(req, sql`UPDATE shop_settings SET legal_vat_number = NULL`)
  await expect(issueInvoice(req, order.id)).rejects.toThrow('invoice.seller')
  await shipOrder(req, { orderId: order.id })
  expect(await papers(req, order.id)).toEqual([])
  await fillLegal(req)
  await issueInvoice(req, order.id)
  expect(await papers(req, order.id)).toHaveLength(1)
})
