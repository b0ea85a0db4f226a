import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import {
  invoiceLineSums,
  type Buyer,
  type InvoiceContent,
  type InvoiceShipping,
  type Seller,
} from '#domain/invoice'
import { shopTime } from '#domain/shop-clock'
import { soldSize } from '#domain/size-systems'
import type { OrderView } from '#domain/views'
import { recordAudit } from './audit'
import { issueCreditNotes } from './issue-credit-notes'
import { papersOfOrder, writePaper, type IssuedPaper } from './invoice-rows'
import { lockOrder, tellTimeline, type LockedOrder } from './order-lock'
import { orderById } from './order-view'
import { shopLegal } from './shop-legal'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

const shippingOf: Statement = {
  name: 'invoice-shipping',
  text: `SELECT rate::float8 AS rate, shipping::float8 AS shipping, shipping_tax::float8 AS tax FROM orders_taxes
    WHERE _parent_id = $1 AND shipping > 0 ORDER BY rate DESC`,
}

function buyerOf({ billingAddress: to, company, vatNumber }: OrderView): Buyer {
  const lines = [to.line1, to.line2, `${to.postalCode} ${to.city}${to.region ? ` (${to.region})` : ''}`]
  return {
    name: `${to.firstName} ${to.lastName}`,
    ...(company && { company }),
    ...(vatNumber && { vatNumber }),
    address: lines.filter((line): line is string => Boolean(line)),
    country: to.country,
  }
}

interface Sources {
  order: OrderView
  locked: LockedOrder
  seller: Seller
  timezone: string
  shipping: InvoiceShipping[]
}

function contentOf({ order, locked, seller, timezone, shipping }: Sources, issuedOn: string): InvoiceContent {
  const { locale, market, currency, taxIncluded, reverseCharge } = order
  const [first] = order.shipments
  const taxes = order.taxes.map(({ rate, base, tax }) => ({ rate, base: base.amount, tax: tax.amount }))
  const tax = order.totals.tax.amount
  const total = order.totals.total.amount
  const byCredit = order.credits.reduce((sum, { amount }) => sum + amount.amount, 0)
  return {
    kind: 'invoice',
    ...{ locale, market, currency, taxIncluded, reverseCharge, seller, issuedOn },
    buyer: buyerOf(order),
    order: { number: order.number, placedOn: shopTime(new Date(order.placedAt), timezone).day },
    ...(first && { suppliedOn: shopTime(new Date(first.shippedAt), timezone).day }),
    lines: order.lines.map((line) => {
      const { id: lineId, sku, title, colour, size, width, quantity, taxRate } = line
      const [unitPrice, discount] = [line.unitPrice.amount, line.discount.amount]
      const sold = { quantity, unitPrice, discount, taxRate, tax: line.tax.amount, total: line.total.amount }
      const words = {
        ...(colour && { colour }),
        ...(size && { size: soldSize(order, { ...line, size }) }),
        ...(width && { width }),
      }
      return { lineId, sku, title, ...words, ...invoiceLineSums(sold, taxIncluded) }
    }),
    ...(order.shippingName && { shippingName: order.shippingName }),
    shipping,
    taxes,
    net: total - tax,
    tax,
    total,
    paymentMethod: order.paymentMethod,
    paid: locked.captured,
    ...(byCredit > 0 && { byCredit }),
  }
}

async function shippingBy(
  tx: Transaction,
  orderId: string,
  taxIncluded: boolean,
): Promise<InvoiceShipping[]> {
  const rows = await run<{ rate: number; shipping: number; tax: number }>(tx, shippingOf, [orderId])
  return rows.map(({ rate, shipping, tax }) => ({ rate, net: taxIncluded ? shipping - tax : shipping, tax }))
}

/**
 * Issues the invoice of a locked order, once, and credit notes for what had gone back before. Undefined for an order
 * that costs nothing, and while the shop's settings lack what the law asks an invoice to say.
 */
export async function issueInvoiceWithin(
  tx: Transaction,
  locked: LockedOrder,
): Promise<IssuedPaper<InvoiceContent> | undefined> {
  const { invoice: known } = await papersOfOrder(tx, locked.id)
  if (known) return known
  const { seller, timezone } = await shopLegal(tx)
  const order = await orderById(tx, locked.id)
  if (!order || !seller || locked.total === 0) return undefined
  const shipping = await shippingBy(tx, locked.id, order.taxIncluded)
  const made = await writePaper<InvoiceContent>(tx, {
    kind: 'invoice',
    orderId: locked.id,
    source: `order:${locked.id}`,
    timezone,
    write: (issuedOn) => contentOf({ order, locked, seller, timezone, shipping }, issuedOn),
  })
  await tellTimeline(tx, locked.id, { kind: 'invoiced', note: made.number })
  await issueCreditNotes(tx, locked.id)
  return made
}

/** Whether an order has come so far that it may be invoiced: something has left, or all of it is paid. */
const isDue = ({ fulfilmentStatus, captured, refunded, owed, total, credited }: LockedOrder): boolean =>
  fulfilmentStatus === 'unfulfilled'
    ? captured >= total + credited && refunded + owed === credited
    : fulfilmentStatus !== 'cancelled'

/**
 * Issues an order's invoice before its first parcel leaves, or afterwards when the shop's settings were not complete then.
 * Repeating it answers with the same invoice. Throws `order.not-found`, `invoice.not-due` for an order that is
 * neither paid nor shipped or costs nothing, and `invoice.seller` while company, address or VAT number are missing.
 */
export const issueInvoice = (req: PayloadRequest, orderId: string): Promise<{ id: string; number: string }> =>
  inTransaction(req, async (tx) => {
    const order = await lockOrder(tx, orderId)
    const { invoice: known } = await papersOfOrder(tx, order.id)
    if (known) return { id: known.id, number: known.number }
    if (!isDue(order) || order.total === 0)
      throw new DomainError('invoice.not-due', {
        paymentStatus: order.paymentStatus,
        fulfilmentStatus: order.fulfilmentStatus,
      })
    const made = await issueInvoiceWithin(tx, order)
    if (!made) throw new DomainError('invoice.seller')
    await recordAudit(req, {
      action: 'order.invoice',
      entity: 'orders',
      entityId: order.id,
      after: { invoice: made.number },
    })
    return { id: made.id, number: made.number }
  })
