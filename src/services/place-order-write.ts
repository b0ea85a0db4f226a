import { randomUUID } from 'node:crypto'
import { addressFieldNames } from '#domain/address'
import { markets } from '#domain/markets'
import type { PaymentStatus } from '#domain/order-state'
import { homeSystem } from '#domain/size-systems'
import type { AddressView, CheckoutInput, SizeSystem } from '#domain/views'
import type { StoredLine } from './cart-rows'
import { newRowId } from './cart-token'
import { chargedPrice } from './cart-tax'
import { labelsOf } from './cart-view'
import { orderView, type StoredOrder } from './order-view'
import type { OrderPlan } from './place-order-plan'
import { appliedOf, explanationOf, redemptionsOf } from './order-promotions'
import { redeemSql } from './redeem'
import { heldOrRefused, reservingSql, takenSql, type StockChange } from './reserve-stock'
import type { KeptAnswer } from './place-order-read'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
const addressColumns = (kind: string): string[] =>
  addressFieldNames.map((name) => `${kind}_address_${snake(name)}`)

const pickupParts = ['name', 'line1', 'postalCode', 'city', 'country', 'hours'] as const

const orderColumns = [
  ...[
    'id',
    'placed_at',
    'market',
    'locale',
    'size_system',
    'currency',
    'tax_included',
    'email',
    'customer_name',
    'customer_id',
    'cart_id',
  ],
  ...['payment_status', 'fulfilment_status', 'payment_method', 'shipping_method_id', 'shipping_name'],
  ...[
    'subtotal',
    'discount',
    'shipping',
    'shipping_tax_rate',
    'shipping_tax',
    'tax',
    'total',
    'captured',
    'held',
    'expires_at',
  ],
  ...['code', 'gift_note', 'promotions', 'explanation'],
  ...addressColumns('shipping'),
  ...addressColumns('billing'),
  ...['company', 'vat_number', 'reverse_charge'],
  ...pickupParts.map((part) => `pickup_${snake(part)}`),
].join(', ')
const lineColumns = [
  ...[
    '_order',
    '_parent_id',
    'id',
    'variant_id',
    'product_id',
    'sku',
    'title',
    'colour',
    'size',
    'labels',
    'width',
    'image',
  ],
  ...['quantity', 'gifts', 'shipped', 'unit_price', 'regular_price', 'discount', 'tax_rate', 'tax', 'total'],
].join(', ')

const taxColumns = ['_order', '_parent_id', 'id', 'rate', 'base', 'tax', 'shipping', 'shipping_tax'].join(
  ', ',
)

/** Everything an order leaves behind, in one trip. Stock comes after the redemptions: whoever gives both back locks in that order. */
const write: Statement = {
  name: 'order-write',
  text: `WITH o AS (
      INSERT INTO orders (number, ${orderColumns})
      SELECT 'M-' || nextval('order_numbers'), ${orderColumns} FROM jsonb_populate_record(NULL::orders, $1::jsonb)
      RETURNING id, number, placed_at, expires_at, email, locale, currency, cart_id),
    redeemed AS (${redeemSql('o', '$8')} RETURNING promotion_id),
    lines AS (
      INSERT INTO orders_lines (${lineColumns}) SELECT ${lineColumns} FROM jsonb_populate_recordset(NULL::orders_lines, $2::jsonb)),
    taxes AS (
      INSERT INTO orders_taxes (${taxColumns}) SELECT ${taxColumns} FROM jsonb_populate_recordset(NULL::orders_taxes, $9::jsonb)),
    story AS (
      INSERT INTO orders_timeline (_order, _parent_id, id, at, kind) SELECT 1, id, $3, placed_at, 'placed' FROM o),
    payment AS (
      INSERT INTO payments (order_id, provider, attempt, status, currency, amount, captured, credit_id)
      SELECT o.id, p.provider, p.attempt, p.status, o.currency, p.amount, p.captured, p.credit_id
      FROM o, jsonb_to_recordset($7::jsonb) AS p (provider text, attempt numeric, status text, amount numeric, captured numeric, credit_id uuid)),
    mail AS (
      INSERT INTO emails (template, entity, recipient, locale, data, next_attempt_at)
      SELECT 'order-placed', number, email, locale, '{}'::jsonb, now() FROM o),
    bought AS (
      UPDATE carts SET status = 'bought', order_id = o.id, draft = NULL, updated_at = now() FROM o WHERE carts.id = o.cart_id),
    answer AS (
      INSERT INTO idempotency_keys (scope, key, request_hash, status, response)
      SELECT 'cart:' || cart_id, $4, $5, CASE WHEN $6::jsonb IS NOT NULL THEN 201 END,
        jsonb_set($6::jsonb, '{order,number}', to_jsonb(number)) FROM o
      ON CONFLICT (scope, key) DO UPDATE SET request_hash = excluded.request_hash, status = excluded.status,
        response = excluded.response, created_at = now()),
    ${reservingSql({
      wanted:
        'SELECT * FROM unnest($10::uuid[], $11::int[]) AS w (variant_id, quantity) WHERE (SELECT count(*) FROM redeemed) >= 0',
      order: 'SELECT id, expires_at FROM o',
      cart: '$12',
    })}
    SELECT number, (SELECT coalesce(json_agg(t), '[]') FROM (${takenSql}) t) AS taken FROM o`,
}

const addressRow = (kind: string, address: AddressView): [string, string | null][] =>
  addressFieldNames.map((name) => [`${kind}_address_${snake(name)}`, address[name] ?? null])

/** Everything was given away, or is paid by gift cards and credit: no provider is asked. */
export const isCovered = ({ rest }: OrderPlan): boolean => rest === 0

const partsSum = ({ totals, rest }: OrderPlan): number => totals.total - rest

/**
 * Gift cards and credit are only held as long as the order may expire unpaid; when nothing else is to be paid, or the pairs are
 * held for as long as the order stands, they have paid their part.
 */
const isHeld = (plan: OrderPlan): boolean =>
  !isCovered(plan) && plan.provider.holdMs(plan.state.settings) !== null

function paymentStatusOf(plan: OrderPlan): PaymentStatus {
  if (isCovered(plan)) return 'paid'
  return partsSum(plan) > 0 && !isHeld(plan) ? 'partially-paid' : 'pending'
}

/** The parts of gift cards and credit, and last what the provider is asked for. */
function paymentRows(plan: OrderPlan) {
  const { parts, rest, provider } = plan
  const held = isHeld(plan)
  const byCredit = parts.map(({ credit, amount }, index) => ({
    ...{ provider: credit.kind, attempt: index + 1, amount, credit_id: credit.id },
    ...(held ? { status: 'authorised', captured: 0 } : { status: 'captured', captured: amount }),
  }))
  if (parts.length > 0 && rest === 0) return byCredit
  const status = rest === 0 ? 'captured' : 'pending'
  const asked = { provider: provider.id, attempt: parts.length + 1, amount: rest, captured: 0, status }
  return [...byCredit, { ...asked, credit_id: null }]
}

/** The order as it will be stored, but for its number, which the database gives. */
export function draftOrder(
  plan: OrderPlan,
  { input, sizeSystem }: Pick<Placing, 'input' | 'sizeSystem'>,
  now: Date,
): StoredOrder {
  const { state, totals, provider } = plan
  // Nothing to pay is paid.
  const holdMs = isCovered(plan) ? null : provider.holdMs(state.settings)
  const market = markets[state.market]
  const system = sizeSystem ?? homeSystem(market.id)
  return {
    id: randomUUID(),
    number: '',
    market: market.id,
    locale: market.locale,
    sizeSystem: system === 'eu' ? null : system,
    currency: state.currency,
    email: input.email,
    taxIncluded: plan.terms.taxIncluded && !plan.terms.reverseCharge,
    paymentMethod: provider.id,
    paymentStatus: paymentStatusOf(plan),
    fulfilmentStatus: 'unfulfilled',
    placedAt: now.toISOString(),
    expiresAt: holdMs === null ? null : new Date(now.getTime() + holdMs).toISOString(),
    shippingName: plan.method.name,
    totals,
    taxes: totals.taxes,
    reverseCharge: plan.terms.reverseCharge,
    company: input.company ?? null,
    vatNumber: input.vatNumber ?? null,
    pickup: plan.method.store,
    shippingAddress: nullable(shippedTo(plan, input)),
    billingAddress: nullable(billedTo(input)),
    code: state.code,
    giftNote: state.draft?.giftNote ?? null,
    promotions: appliedOf(plan),
    credits: plan.parts.map(({ credit, amount }) => ({
      ...{ kind: credit.kind, last4: credit.last4, amount, refunded: 0 },
      status: isHeld(plan) ? 'authorised' : 'captured',
    })),
    toPay: plan.rest,
    lines: plan.lines.map(({ line, ...sold }, index) => ({
      id: newRowId(),
      variantId: line.variantId,
      sku: line.sku,
      title: line.title,
      colour: line.colour,
      size: labelsOf(line).eu || null,
      labels: soldLabels(line),
      width: line.width,
      // Without a version: an order is looked at for years, and shows the picture as it is then.
      image: line.image ? `/media/${line.image.id}/320.webp` : null,
      quantity: sold.quantity,
      gifts: sold.gifts,
      shipped: 0,
      unitPrice: totals.lines[index]?.unitPrice ?? 0,
      regularPrice: reducedFrom(plan, index),
      taxRate: totals.lines[index]?.taxRate ?? 0,
      discount: totals.lines[index]?.discount ?? 0,
      tax: totals.lines[index]?.tax ?? 0,
      total: totals.lines[index]?.total ?? 0,
    })),
    shipments: [],
    timeline: [{ at: now.toISOString(), kind: 'placed', note: null }],
  }
}

/** What comes in one size has none. */
const soldLabels = (line: StoredLine): StoredOrder['lines'][number]['labels'] =>
  line.size && { ...labelsOf(line), ...(line.segment && { segment: line.segment }) }

/** The one of the two addresses that the buyer has given. */
function billedTo({ billingAddress, shippingAddress }: CheckoutInput): AddressView {
  const address = billingAddress ?? shippingAddress
  if (!address) throw new Error('A checked checkout has no address')
  return address
}

/** What is collected goes to the store, in the name of whoever collects it. */
function shippedTo({ method: { store } }: OrderPlan, input: CheckoutInput): AddressView {
  const address = input.shippingAddress ?? billedTo(input)
  if (!store) return address
  const { firstName, lastName, phone } = address
  const { line1, postalCode, city, country } = store
  return { firstName, lastName, line1, postalCode, city, country, ...(phone && { phone }) }
}

const nullable = (address: AddressView): StoredOrder['shippingAddress'] =>
  Object.fromEntries(
    addressFieldNames.map((name) => [name, address[name] ?? null]),
  ) as StoredOrder['shippingAddress']

function orderRow(order: StoredOrder, plan: OrderPlan, input: CheckoutInput, customerId?: string) {
  const { state, method, totals } = plan
  const [shippingAddress, billingAddress] = [shippedTo(plan, input), billedTo(input)]
  const { firstName, lastName } = shippingAddress
  return {
    id: order.id,
    placed_at: order.placedAt,
    market: order.market,
    locale: order.locale,
    size_system: order.sizeSystem,
    currency: order.currency,
    tax_included: order.taxIncluded,
    email: order.email,
    customer_name: `${firstName} ${lastName}`,
    customer_id: customerId ?? null,
    cart_id: state.id,
    payment_status: order.paymentStatus,
    fulfilment_status: order.fulfilmentStatus,
    payment_method: order.paymentMethod,
    shipping_method_id: method.id,
    shipping_name: order.shippingName,
    subtotal: totals.subtotal,
    discount: totals.discount,
    shipping: totals.shipping,
    // The highest of them; `taxes` has each with its share.
    shipping_tax_rate: totals.shippingTaxes[0]?.rate ?? 0,
    shipping_tax: totals.shippingTax,
    tax: totals.tax,
    total: totals.total,
    captured: isHeld(plan) ? 0 : partsSum(plan),
    held: isHeld(plan) ? partsSum(plan) : 0,
    expires_at: order.expiresAt,
    code: order.code,
    gift_note: order.giftNote,
    promotions: order.promotions,
    explanation: explanationOf(plan, order),
    ...Object.fromEntries([
      ...addressRow('shipping', shippingAddress),
      ...addressRow('billing', billingAddress),
      ...pickupParts.map((part) => [`pickup_${snake(part)}`, method.store?.[part] ?? null]),
    ]),
    company: order.company,
    vat_number: order.vatNumber,
    reverse_charge: order.reverseCharge,
  }
}

/** Without the campaign that reduced it for everybody; a price list for some is the regular price of who has it. */
function regularPriceOf({ lines, terms }: OrderPlan, index: number): number | null {
  const { line } = lines[index] ?? {}
  const regular = line?.campaign?.isPrivate ? line.unitPrice : line?.regularPrice
  return line && typeof regular === 'number' ? chargedPrice(terms, line, regular) : null
}

/** The regular price of one, when less is paid. */
function reducedFrom(plan: OrderPlan, index: number): number | null {
  const regular = regularPriceOf(plan, index)
  return regular !== null && regular > (plan.totals.lines[index]?.unitPrice ?? 0) ? regular : null
}

const lineRows = (order: StoredOrder, plan: OrderPlan) =>
  order.lines.map((line, index) => ({
    _order: index + 1,
    _parent_id: order.id,
    id: line.id,
    variant_id: line.variantId,
    product_id: plan.lines[index]?.line.productId,
    sku: line.sku,
    title: line.title,
    colour: line.colour,
    size: line.size,
    labels: line.labels,
    width: line.width,
    image: line.image,
    quantity: line.quantity,
    gifts: line.gifts,
    shipped: 0,
    unit_price: line.unitPrice,
    regular_price: regularPriceOf(plan, index),
    discount: line.discount,
    tax_rate: line.taxRate,
    tax: line.tax,
    total: line.total,
  }))

const taxRows = (order: StoredOrder, { totals }: OrderPlan) =>
  totals.taxes.map(({ rate, base, tax }, index) => {
    const sent = totals.shippingTaxes.find((share) => share.rate === rate)
    return {
      _order: index + 1,
      _parent_id: order.id,
      id: newRowId(),
      rate,
      base,
      tax,
      shipping: sent?.amount ?? 0,
      shipping_tax: sent?.tax ?? 0,
    }
  })

export interface Placing {
  input: CheckoutInput
  key: string
  requestHash: string
  customerId?: string
  /** What the buyer has chosen; the market's own where nothing was. */
  sizeSystem?: SizeSystem
}

/**
 * Writes the order with its snapshots, payment rows and mail, reserves its stock, closes the cart and keeps the answer
 * under the key. A provider that must still be asked leaves the answer open. Throws `stock.insufficient`.
 */
export async function writeOrder(
  tx: Transaction,
  plan: OrderPlan,
  order: StoredOrder,
  placing: Placing,
): Promise<{ answer: KeptAnswer; changes: StockChange[] }> {
  const payment = { method: plan.provider.id, status: isCovered(plan) ? 'captured' : 'pending' }
  const kept =
    plan.provider.isOffline || isCovered(plan) ? JSON.stringify({ order: orderView(order), payment }) : null
  const [row] = await run<{ number: string; taken: StockChange[] }>(tx, write, [
    JSON.stringify(orderRow(order, plan, placing.input, placing.customerId)),
    JSON.stringify(lineRows(order, plan)),
    newRowId(),
    placing.key,
    placing.requestHash,
    kept,
    JSON.stringify(paymentRows(plan)),
    JSON.stringify(redemptionsOf(plan)),
    JSON.stringify(taxRows(order, plan)),
    order.lines.map((line) => line.variantId),
    order.lines.map((line) => line.quantity),
    plan.state.id,
  ])
  if (!row) throw new Error('An order was not written')
  const changes = await heldOrRefused(tx, plan.lines, row.taken)
  return { answer: { order: orderView({ ...order, number: row.number }), payment }, changes }
}
