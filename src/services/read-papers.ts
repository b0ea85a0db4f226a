import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import type { InvoiceKind, PaperContent } from '#domain/invoice'
import type { Currency } from '#domain/markets'
import { money } from '#domain/money'
import type { Paper, PaperKind, PaperPair, PaperView, ReturnLabelContent } from '#domain/papers'
import { shopTime } from '#domain/shop-clock'
import { soldSize } from '#domain/size-systems'
import type { OrderLineView, OrderView } from '#domain/views'
import { orderById } from './order-view'
import { returnById, returnsOf } from './return-view'
import { shopLegal, type ShopLegal } from './shop-legal'
import { idOf, run, type Statement } from './statement'

const invoiceSql = `SELECT number, issued_at AS "issuedAt", content FROM invoices`
const invoiceById: Statement = { name: 'paper-invoice', text: `${invoiceSql} WHERE id = ${idOf('$1')}` }
const invoiceOf: Statement = {
  name: 'paper-invoice-of',
  text: `${invoiceSql} WHERE order_id = $1 AND number = $2`,
}
const listOf: Statement = {
  name: 'papers-of-order',
  text: `SELECT kind, number, issued_at AS "issuedAt", total::float8 AS total, currency FROM invoices WHERE order_id = $1 ORDER BY kind DESC, serial`,
}
const shipmentById: Statement = {
  name: 'paper-shipment',
  text: `SELECT s.order_id AS "orderId", s.carrier, s.tracking_number AS "trackingNumber", s.shipped_at AS "shippedAt",
      (SELECT coalesce(json_agg(json_build_object('lineId', l.order_line, 'quantity', l.quantity) ORDER BY l._order), '[]'::json)
        FROM shipments_lines l WHERE l._parent_id = s.id) AS lines,
      (SELECT coalesce(sum(l.quantity), 0) FROM shipments b JOIN shipments_lines l ON l._parent_id = b.id
        WHERE b.order_id = s.order_id AND (b.shipped_at, b.id) < (s.shipped_at, s.id))::float8 AS before
    FROM shipments s WHERE s.id = ${idOf('$1')}`,
}
const orderOfReturn: Statement = {
  name: 'paper-return',
  text: `SELECT order_id AS "orderId" FROM returns WHERE id = ${idOf('$1')}`,
}

interface StoredInvoice {
  number: string
  issuedAt: string
  content: PaperContent
}

const iso = (time: string): string => new Date(time).toISOString()
const notFound = (): never => {
  throw new DomainError('paper.not-found')
}

const invoicePaper = ({ number, issuedAt, content }: StoredInvoice): Paper => ({
  kind: 'invoice',
  number,
  issuedAt: iso(issuedAt),
  content,
})

function pairOf(order: OrderView, line: OrderLineView, quantity: number): PaperPair {
  const { sku, title, colour, size, width } = line
  return {
    ...{ sku, title, quantity },
    ...(colour && { colour }),
    ...(size && { size: soldSize(order, { ...line, size }) }),
    ...(width && { width }),
  }
}

const pairsOf = <Part extends { lineId: string; quantity: number }>(
  order: OrderView,
  parts: readonly Part[],
) =>
  parts.flatMap((part) => {
    const line = order.lines.find(({ id }) => id === part.lineId)
    return line ? [{ pair: pairOf(order, line, part.quantity), part }] : []
  })

const headOf = (order: OrderView, { name, seller }: ShopLegal) => ({
  locale: order.locale,
  market: order.market,
  orderNumber: order.number,
  shop: {
    name,
    address: seller ? [seller.company, ...seller.address] : [],
    ...(seller?.email && { email: seller.email }),
  },
})

interface Shipment {
  orderId: string
  carrier: string | null
  trackingNumber: string | null
  shippedAt: string
  lines: { lineId: string; quantity: number }[]
  before: number
}

async function packingSlip(req: PayloadRequest, id: string): Promise<Paper> {
  const [shipment] = await run<Shipment>(req, shipmentById, [id])
  const order = shipment && (await orderById(req, shipment.orderId))
  if (!order) return notFound()
  const legal = await shopLegal(req)
  const pairs = pairsOf(order, shipment.lines).map(({ pair }) => pair)
  const count = (all: readonly { quantity: number }[]) => all.reduce((sum, one) => sum + one.quantity, 0)
  const { carrier, trackingNumber, before } = shipment
  const issuedAt = iso(shipment.shippedAt)
  const dayOf = (time: string) => shopTime(new Date(time), legal.timezone).day
  return {
    kind: 'packing-slip',
    number: `${order.number}-${order.shipments.findIndex((one) => one.shippedAt === issuedAt) + 1}`,
    issuedAt,
    content: {
      kind: 'packing-slip',
      ...headOf(order, legal),
      placedOn: dayOf(order.placedAt),
      shippedOn: dayOf(issuedAt),
      ...(carrier && { carrier }),
      ...(trackingNumber && { trackingNumber }),
      ...(order.company && { company: order.company }),
      to: order.shippingAddress,
      ...(order.pickup && { pickup: order.pickup }),
      pairs,
      ...(order.giftNote && { giftNote: order.giftNote }),
      others: { before, later: Math.max(0, count(order.lines) - before - count(pairs)) },
    },
  }
}

/** A label is of use from the day a return is approved until the pairs are here. */
const labelled = new Set(['approved', 'received'])

async function returnLabel(req: PayloadRequest, id: string): Promise<Paper> {
  const [row] = await run<{ orderId: string }>(req, orderOfReturn, [id])
  const order = row && (await orderById(req, row.orderId))
  if (!order) return notFound()
  const found = await returnById(req, id)
  if (!labelled.has(found.status)) throw new DomainError('return.state', { from: found.status, to: 'label' })
  const legal = await shopLegal(req)
  const content: ReturnLabelContent = {
    kind: 'return-label',
    ...headOf(order, legal),
    number: found.number,
    from: order.pickup ? order.billingAddress : order.shippingAddress,
    to: legal.returnAddress.length > 0 ? legal.returnAddress : [legal.name],
    pairs: pairsOf(order, found.lines).map(({ pair, part }) => ({ ...pair, reason: part.reason })),
  }
  return { kind: 'return-label', number: found.number, issuedAt: found.at, content }
}

/**
 * A paper by the id of its invoice or credit note, its shipment, or its return. Throws `paper.not-found`, and `return.state`
 * for the label of a return that is not, or no more, to be sent.
 */
export async function paperById(req: PayloadRequest, kind: PaperKind, id: string): Promise<Paper> {
  if (kind === 'packing-slip') return packingSlip(req, id)
  if (kind === 'return-label') return returnLabel(req, id)
  const [row] = await run<StoredInvoice>(req, invoiceById, [id])
  return row ? invoicePaper(row) : notFound()
}

/** A paper of an order that its buyer may have, by its number. Throws as `paperById` does. */
export async function buyersPaper(req: PayloadRequest, orderId: string, number: string): Promise<Paper> {
  const [row] = await run<StoredInvoice>(req, invoiceOf, [orderId, number])
  if (row) return invoicePaper(row)
  const found = (await returnsOf(req, orderId)).find((one) => one.number === number)
  return found ? returnLabel(req, found.id) : notFound()
}

/** What its buyer may download of an order: invoice, credit notes, labels of returns that are to be sent. */
export async function papersFor(req: PayloadRequest, orderId: string): Promise<PaperView[]> {
  const rows = await run<{
    kind: InvoiceKind
    number: string
    issuedAt: string
    total: number
    currency: Currency
  }>(req, listOf, [orderId])
  const labels = (await returnsOf(req, orderId)).filter(({ status }) => status === 'approved')
  return [
    ...rows.map(({ total, currency, issuedAt, ...one }) => ({
      ...one,
      issuedAt: iso(issuedAt),
      total: money(total, currency),
    })),
    ...labels.map(({ number, at }) => ({ kind: 'return-label' as const, number, issuedAt: at })),
  ]
}
