import type { PayloadRequest } from 'payload'
import type { CreditKind } from '#domain/credit'
import type { Currency } from '#domain/markets'
import { money } from '#domain/money'
import type { PromotionEffect } from '#domain/promotions/promotion'
import type { TaxSum } from '#domain/tax'
import type {
  AddressView,
  OrderCreditView,
  OrderLineView,
  OrderView,
  PickupView,
  PromotionView,
  Segment,
  SizeLabels,
  SizeSystem,
} from '#domain/views'
import { taxViews } from './cart-view'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

type Nullable<T> = { [K in keyof T]: T[K] | null }
type Figures<Keys extends string> = Record<Keys, number>

interface StoredOrderLine extends Figures<
  'quantity' | 'gifts' | 'shipped' | 'unitPrice' | 'discount' | 'taxRate' | 'tax' | 'total'
> {
  id: string
  variantId: string
  sku: string
  title: string
  colour: string | null
  size: string | null
  /** The size in all systems, and the segment that says which of the US are meant. */
  labels: (SizeLabels & { segment?: Segment }) | null
  width: string | null
  image: string | null
  /** Only when it was above the price paid. */
  regularPrice: number | null
}

/** A promotion as an order keeps it. Minor units. */
export interface StoredPromotionUse extends Figures<'discount' | 'shipping'> {
  id: string
  name: string
  code: string | null
  effect: PromotionEffect
}

/** What a gift card or store credit pays of an order, by its payment. Minor units. */
export interface StoredOrderCredit extends Figures<'amount' | 'refunded'> {
  kind: CreditKind
  last4: string | null
  status: string
}

/** An order as one statement reads it, and as placing one writes it. */
export interface StoredOrder extends Pick<
  OrderView,
  | 'id'
  | 'number'
  | 'market'
  | 'locale'
  | 'currency'
  | 'email'
  | 'taxIncluded'
  | 'paymentMethod'
  | 'paymentStatus'
  | 'fulfilmentStatus'
> {
  placedAt: string
  expiresAt: string | null
  /** Null for the EU's. */
  sizeSystem: SizeSystem | null
  shippingName: string | null
  code: string | null
  giftNote: string | null
  promotions: StoredPromotionUse[] | null
  credits: StoredOrderCredit[]
  /** Minor units. */
  toPay: number
  totals: Figures<'subtotal' | 'discount' | 'shipping' | 'tax' | 'total'>
  taxes: TaxSum[]
  reverseCharge: boolean
  company: string | null
  vatNumber: string | null
  pickup: Nullable<PickupView> | null
  shippingAddress: Nullable<AddressView>
  billingAddress: Nullable<AddressView>
  lines: StoredOrderLine[]
  shipments: {
    carrier: string | null
    trackingNumber: string | null
    shippedAt: string
    lines: { lineId: string; quantity: number }[] | null
  }[]
  timeline: { at: string; kind: string; note: string | null }[]
}

const address = (kind: 'shipping' | 'billing'): string =>
  `json_build_object(${Object.entries({
    firstName: 'first_name',
    lastName: 'last_name',
    line1: 'line1',
    line2: 'line2',
    postalCode: 'postal_code',
    city: 'city',
    region: 'region',
    country: 'country',
    phone: 'phone',
  })
    .map(([key, column]) => `'${key}', o.${kind}_address_${column}`)
    .join(', ')})`

const orderSelect = (
  where: string,
): string => `SELECT o.id, o.number, o.market, o.locale, o.currency, o.email, o.size_system AS "sizeSystem",
  o.tax_included AS "taxIncluded", o.payment_method AS "paymentMethod", o.payment_status AS "paymentStatus",
  o.fulfilment_status AS "fulfilmentStatus", o.placed_at AS "placedAt", o.expires_at AS "expiresAt", o.shipping_name AS "shippingName", o.code, o.gift_note AS "giftNote", o.promotions,
  json_build_object('subtotal', o.subtotal, 'discount', o.discount, 'shipping', o.shipping, 'tax', o.tax, 'total', o.total) AS totals,
  (SELECT coalesce(json_agg(json_build_object('kind', k.kind, 'last4', k.last4, 'amount', p.amount, 'refunded', p.refunded, 'status', p.status)
      ORDER BY p.attempt), '[]'::json)
    FROM payments p JOIN credits k ON k.id = p.credit_id WHERE p.order_id = o.id AND p.amount > 0) AS credits,
  greatest(CASE WHEN o.fulfilment_status = 'cancelled' THEN 0 ELSE o.total + o.credited - o.captured - o.held END, 0)::float8 AS "toPay",
  o.company, o.vat_number AS "vatNumber", coalesce(o.reverse_charge, false) AS "reverseCharge",
  (SELECT coalesce(json_agg(json_build_object('rate', x.rate, 'base', x.base, 'tax', x.tax) ORDER BY x._order), '[]'::json)
    FROM orders_taxes x WHERE x._parent_id = o.id) AS taxes,
  CASE WHEN o.pickup_name IS NOT NULL THEN json_build_object('name', o.pickup_name, 'line1', o.pickup_line1,
    'postalCode', o.pickup_postal_code, 'city', o.pickup_city, 'country', o.pickup_country, 'hours', o.pickup_hours) END AS pickup,
  ${address('shipping')} AS "shippingAddress", ${address('billing')} AS "billingAddress",
  (SELECT coalesce(json_agg(json_build_object('id', l.id, 'variantId', l.variant_id, 'sku', l.sku, 'title', l.title, 'colour', l.colour,
      'size', l.size, 'labels', l.labels, 'width', l.width, 'image', l.image, 'quantity', l.quantity, 'gifts', l.gifts, 'shipped', l.shipped, 'unitPrice', l.unit_price,
      'regularPrice', CASE WHEN l.regular_price > l.unit_price THEN l.regular_price END,
      'discount', l.discount, 'taxRate', l.tax_rate, 'tax', l.tax, 'total', l.total) ORDER BY l._order), '[]'::json)
    FROM orders_lines l WHERE l._parent_id = o.id) AS lines,
  (SELECT coalesce(json_agg(json_build_object('carrier', s.carrier, 'trackingNumber', s.tracking_number, 'shippedAt', s.shipped_at,
      'lines', (SELECT json_agg(json_build_object('lineId', sl.order_line, 'quantity', sl.quantity) ORDER BY sl._order)
        FROM shipments_lines sl WHERE sl._parent_id = s.id)) ORDER BY s.shipped_at, s.id), '[]'::json)
    FROM shipments s WHERE s.order_id = o.id) AS shipments,
  (SELECT coalesce(json_agg(json_build_object('at', t.at, 'kind', t.kind, 'note', t.note) ORDER BY t._order), '[]'::json)
    FROM orders_timeline t WHERE t._parent_id = o.id) AS timeline
  FROM orders o WHERE ${where}`

const byId: Statement = { name: 'order-by-id', text: orderSelect('o.id = $1') }
const byNumber: Statement = { name: 'order-by-number', text: orderSelect('o.number = $1') }
const ofCustomer: Statement = {
  name: 'orders-of-customer',
  text: `${orderSelect('o.customer_id = $1')} ORDER BY o.placed_at DESC LIMIT 200`,
}

/** Without what is null: a view has a field or has it not. */
const present = <T extends object>(row: Nullable<T>): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T

const iso = (time: string): string => new Date(time).toISOString()

function lineView(line: StoredOrderLine, currency: Currency): OrderLineView {
  const { unitPrice, regularPrice, discount, tax, total, labels, ...rest } = line
  const { segment, ...inSystems } = labels ?? {}
  return {
    ...present<
      Omit<OrderLineView, 'unitPrice' | 'regularPrice' | 'discount' | 'tax' | 'total' | 'labels' | 'segment'>
    >(rest),
    ...(labels && { labels: inSystems as SizeLabels }),
    ...(segment && { segment }),
    unitPrice: money(unitPrice, currency),
    ...(regularPrice !== null && { regularPrice: money(regularPrice, currency) }),
    discount: money(discount, currency),
    tax: money(tax, currency),
    total: money(total, currency),
  }
}

const promotionView = (one: StoredPromotionUse, currency: Currency): PromotionView => ({
  name: one.name,
  ...(one.code && { code: one.code }),
  effect: one.effect,
  discount: money(one.discount, currency),
  shipping: money(one.shipping, currency),
})

const creditView = (one: StoredOrderCredit, currency: Currency): OrderCreditView => ({
  kind: one.kind,
  ...(one.last4 && { last4: one.last4 }),
  amount: money(one.amount, currency),
  refunded: money(one.refunded, currency),
  status:
    one.status === 'authorised'
      ? 'held'
      : ['captured', 'partially-refunded'].includes(one.status)
        ? 'paid'
        : 'returned',
})

/** An order as its buyer, the order desk and the mails see it. */
export function orderView(stored: StoredOrder): OrderView {
  const {
    currency,
    totals,
    expiresAt,
    sizeSystem,
    shippingName,
    code,
    giftNote,
    promotions,
    company,
    vatNumber,
    pickup,
    ...rest
  } = stored
  return {
    ...rest,
    currency,
    placedAt: iso(stored.placedAt),
    ...(expiresAt && { expiresAt: iso(expiresAt) }),
    ...(sizeSystem && { sizeSystem }),
    ...(shippingName && { shippingName }),
    ...(code && { code }),
    ...(giftNote && { giftNote }),
    promotions: (promotions ?? []).map((one) => promotionView(one, currency)),
    credits: stored.credits.map((one) => creditView(one, currency)),
    toPay: money(stored.toPay, currency),
    lines: stored.lines.map((line) => lineView(line, currency)),
    totals: {
      subtotal: money(totals.subtotal, currency),
      discount: money(totals.discount, currency),
      shipping: money(totals.shipping, currency),
      tax: money(totals.tax, currency),
      total: money(totals.total, currency),
    },
    taxes: taxViews(stored.taxes, currency),
    ...(company && { company }),
    ...(vatNumber && { vatNumber }),
    ...(pickup && { pickup: present<PickupView>(pickup) }),
    shippingAddress: present(stored.shippingAddress),
    billingAddress: present(stored.billingAddress),
    shipments: stored.shipments.map(({ carrier, trackingNumber, shippedAt, lines }) => ({
      ...(carrier && { carrier }),
      ...(trackingNumber && { trackingNumber }),
      shippedAt: iso(shippedAt),
      lines: lines ?? [],
    })),
    timeline: stored.timeline.map(({ at, kind, note }) => ({ at: iso(at), kind, ...(note && { note }) })),
  }
}

type Runner = Transaction | PayloadRequest

async function read(runner: Runner, statement: Statement, value: string): Promise<OrderView[]> {
  return (await run<StoredOrder>(runner, statement, [value])).map(orderView)
}

export const orderById = async (runner: Runner, id: string): Promise<OrderView | undefined> =>
  (await read(runner, byId, id))[0]

export const orderByNumber = async (runner: Runner, number: string): Promise<OrderView | undefined> =>
  (await read(runner, byNumber, number))[0]

/** The newest 200 of a customer, newest first. */
export const ordersByCustomer = (runner: Runner, customerId: string): Promise<OrderView[]> =>
  read(runner, ofCustomer, customerId)
