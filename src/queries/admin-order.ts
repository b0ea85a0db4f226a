import type { PayloadRequest } from 'payload'
import { isSizeSystem, soldSize } from '#domain/size-systems'
import type { ExplainedStep, OrderExplanation, Segment, SizeLabels } from '#domain/views'
import type { Order, Payment, Refund, Shipment } from '#types'

/** As an order keeps them of a line. */
type KeptLabels = SizeLabels & { segment?: Segment }
type OrderLine = NonNullable<Order['lines']>[number]

export interface DeskLine {
  id: string
  variantId: string
  productId: string
  sku: string
  title: string
  detail: string
  image?: string
  quantity: number
  shipped: number
  unitPrice: number
  discount: number
  taxRate: number
  tax: number
  total: number
  /** How the price came about; empty for orders from before that was kept. */
  steps: ExplainedStep[]
}

export interface DeskAddress {
  name: string
  lines: string[]
  phone?: string
}

export interface DeskPayment {
  id: string
  provider: string
  reference?: string
  status: string
  amount: number
  captured: number
  refunded: number
  /** The gift card or store credit that pays this part. */
  creditId?: string
  at: string
}

export interface DeskRefund {
  id: string
  status: string
  kind: string
  amount: number
  shipping: number
  lines: { orderLine: string; quantity: number }[]
  reason?: string
  error?: string
  /** Goes to this gift card or store credit instead of back to where it came from. */
  creditId?: string
  /** Sent by hand: the way it was paid has no network. */
  isByHand: boolean
  at: string
}

export interface DeskShipment {
  id: string
  carrier?: string
  trackingNumber?: string
  shippedAt: string
  lines: { orderLine: string; quantity: number }[]
}

export interface DeskEvent {
  at: string
  kind: string
  actor?: string
  note?: string
  /** Why somebody did what the state alone would not have allowed. */
  reason?: string
}

function reasonOf(data: unknown): string | undefined {
  const reason = typeof data === 'object' && data !== null && 'reason' in data ? data.reason : undefined
  return typeof reason === 'string' ? reason : undefined
}

/** An order as the desk works on it. Money in minor units of `currency`. */
export interface DeskOrder {
  id: string
  number: string
  placedAt: string
  market: string
  currency: string
  taxIncluded: boolean
  email: string
  customerName?: string
  customerId?: string
  paymentStatus: string
  fulfilmentStatus: string
  paymentMethod: string
  /** Of the payment by its cardholder: open, won or lost. */
  dispute?: string
  shippingName?: string
  code?: string
  giftNote?: string
  lines: DeskLine[]
  shippingSteps: ExplainedStep[]
  /** Promotions that were considered and did not apply. */
  refused: OrderExplanation['refused']
  subtotal: number
  discount: number
  shipping: number
  tax: number
  total: number
  captured: number
  refunded: number
  /** Promised back and not yet sent. */
  owed: number
  /** Of what went or goes back: because an edit made the order cheaper. */
  credited: number
  /** Of gift cards and store credit, as long as the rest is unpaid. */
  held: number
  shippingTax: number
  deliveredAt?: string
  /** Goods and delivery together, by rate. */
  taxes: { rate: number; base: number; tax: number }[]
  reverseCharge: boolean
  company?: string
  vatNumber?: string
  /** The store where it is collected. */
  pickup?: string
  shippingAddress?: DeskAddress
  billingAddress?: DeskAddress
  expiresAt?: string
  timeline: DeskEvent[]
  payments: DeskPayment[]
  shipments: DeskShipment[]
  refunds: DeskRefund[]
}

const atMost = 100

/** One order with its money and its parcels, for whoever may read it; undefined when there is none for them. */
export async function getDeskOrder(req: PayloadRequest, id: string): Promise<DeskOrder | undefined> {
  const asUser = { depth: 0, user: req.user, req } as const
  const order = await req.payload.findByID({
    collection: 'orders',
    id,
    joins: false,
    disableErrors: true,
    overrideAccess: false,
    ...asUser,
  })
  if (!order) return undefined
  const where = { order: { equals: id } }
  const [payments, shipments, refunds] = await Promise.all([
    req.payload.find({
      collection: 'payments',
      where,
      limit: atMost,
      pagination: false,
      sort: 'createdAt',
      overrideAccess: false,
      ...asUser,
    }),
    req.payload.find({
      collection: 'shipments',
      where,
      limit: atMost,
      pagination: false,
      sort: 'shippedAt',
      overrideAccess: false,
      ...asUser,
    }),
    req.payload.find({
      collection: 'refunds',
      where,
      limit: atMost,
      pagination: false,
      sort: 'createdAt',
      overrideAccess: false,
      ...asUser,
    }),
  ])
  return deskOrder(order, { payments: payments.docs, shipments: shipments.docs, refunds: refunds.docs })
}

interface Belongings {
  payments: Payment[]
  shipments: Shipment[]
  refunds: Refund[]
}

function deskOrder(order: Order, { payments, shipments, refunds }: Belongings): DeskOrder {
  const {
    id,
    number,
    placedAt,
    market,
    currency,
    taxIncluded,
    email,
    paymentStatus,
    fulfilmentStatus,
    paymentMethod,
  } = order
  // Written by the checkout alone, in this shape.
  const explained = order.explanation as OrderExplanation | null | undefined
  const { subtotal, discount, shipping, tax, total, captured, refunded, owed, credited, held } = order
  return {
    id,
    number,
    placedAt,
    market,
    currency,
    taxIncluded,
    email,
    paymentStatus,
    fulfilmentStatus,
    paymentMethod,
    subtotal,
    discount,
    shipping,
    tax,
    total,
    captured,
    refunded,
    owed,
    credited,
    held,
    shippingTax: order.shippingTax,
    deliveredAt: order.deliveredAt ?? undefined,
    dispute: order.dispute ?? undefined,
    customerName: order.customerName ?? undefined,
    customerId: idOf(order.customer),
    shippingName: order.shippingName ?? undefined,
    taxes: (order.taxes ?? []).map(({ rate, base, tax }) => ({ rate, base, tax })),
    reverseCharge: order.reverseCharge ?? false,
    company: order.company ?? undefined,
    vatNumber: order.vatNumber ?? undefined,
    pickup: order.pickup?.name ?? undefined,
    code: order.code ?? undefined,
    giftNote: order.giftNote ?? undefined,
    lines: (order.lines ?? []).map((line) => deskLine(order, line, explained)),
    shippingSteps: explained?.shipping ?? [],
    refused: explained?.refused ?? [],
    shippingAddress: deskAddress(order.shippingAddress),
    billingAddress: deskAddress(order.billingAddress),
    expiresAt: order.expiresAt ?? undefined,
    timeline: (order.timeline ?? []).map(({ at, kind, actor, note, data }) => ({
      at,
      kind,
      actor: actor ?? undefined,
      note: note ?? undefined,
      reason: reasonOf(data),
    })),
    payments: payments.map(deskPayment),
    shipments: shipments.map(deskShipment),
    refunds: refunds.map((refund) => deskRefund(refund, payments)),
  }
}

/** The size that the buyer reads on their papers. */
function sizeIn({ sizeSystem }: Order, { size, labels }: OrderLine): string | null | undefined {
  const kept = labels && typeof labels === 'object' ? (labels as unknown as KeptLabels) : undefined
  const system = isSizeSystem(sizeSystem) ? sizeSystem : undefined
  return size && soldSize({ sizeSystem: system }, { size, labels: kept, segment: kept?.segment })
}

function deskLine(order: Order, line: OrderLine, explained: OrderExplanation | null | undefined): DeskLine {
  const { sku, title, quantity, shipped, unitPrice, discount, taxRate, tax, total } = line
  const detail = [line.colour, sizeIn(order, line), line.width].filter(Boolean).join(', ')
  return {
    sku,
    title,
    quantity,
    shipped,
    unitPrice,
    discount,
    taxRate,
    tax,
    total,
    detail,
    id: line.id ?? '',
    variantId: idOf(line.variant) ?? '',
    productId: idOf(line.product) ?? '',
    image: line.image ?? undefined,
    steps: explained?.lines.find(({ lineId }) => lineId === line.id)?.steps ?? [],
  }
}

const deskPayment = ({
  id,
  provider,
  reference,
  status,
  amount,
  captured,
  refunded,
  credit,
  createdAt,
}: Payment): DeskPayment => ({
  id,
  provider,
  reference: reference ?? undefined,
  status,
  amount,
  captured,
  refunded,
  creditId: idOf(credit),
  at: createdAt,
})

const deskShipment = ({ id, carrier, trackingNumber, shippedAt, lines }: Shipment): DeskShipment => ({
  id,
  carrier: carrier ?? undefined,
  trackingNumber: trackingNumber ?? undefined,
  shippedAt,
  lines: (lines ?? []).map(({ orderLine, quantity }) => ({ orderLine, quantity })),
})

function deskRefund(refund: Refund, payments: Payment[]): DeskRefund {
  const { id, status, kind, amount, shipping, lines, reason, error, doneAt, createdAt } = refund
  const provider = payments.find((payment) => payment.id === idOf(refund.payment))?.provider ?? ''
  return {
    id,
    status,
    kind,
    amount,
    shipping,
    lines: (lines ?? []).map(({ orderLine, quantity }) => ({ orderLine, quantity })),
    reason: reason ?? undefined,
    error: error ?? undefined,
    creditId: idOf(refund.credit),
    isByHand: byHand.has(provider) && !refund.credit,
    at: doneAt ?? createdAt,
  }
}

/** Ways to pay that no network can be asked to undo. */
const byHand = new Set(['manual', 'cash-on-delivery', 'none'])

function deskAddress(address: Order['shippingAddress']): DeskAddress | undefined {
  if (!address?.line1) return undefined
  const { firstName, lastName, line1, line2, postalCode, city, region, phone } = address
  const town = [postalCode, city].filter(Boolean).join(' ')
  return {
    name: [firstName, lastName].filter(Boolean).join(' '),
    lines: [line1, line2, town, region, countryName(address.country)].filter((line): line is string =>
      Boolean(line),
    ),
    phone: phone ?? undefined,
  }
}

const countryNames = new Intl.DisplayNames(['en'], { type: 'region' })

const countryName = (code: string | null | undefined): string | undefined =>
  code && /^[A-Z]{2}$/.test(code) ? countryNames.of(code) : (code ?? undefined)

const idOf = (value: string | { id: string } | null | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.id
