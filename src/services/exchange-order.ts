import { randomUUID } from 'node:crypto'
import { cartTotals } from '#domain/cart-totals'
import { DomainError } from '#domain/errors'
import { exchangeLine } from '#domain/return'
import { newRowId } from './cart-token'
import type { LockedOrder } from './order-lock'
import { writeTaxes } from './order-taxes'
import { keepExchange, type NewReturn } from './return-rows'
import { reserveStock, type StockChange } from './reserve-stock'
import { soldLabelsSql } from './size-rows'
import { run, type Statement } from './statement'
import { todaysPrices } from './todays-prices'
import type { Transaction } from './transaction'

interface SizeRow {
  variantId: string
  lineId: string
  sku: string
  size: string | null
  labels: unknown
  width: string | null
  paid: number
  taxRate: number
}

/** The wanted sizes of the same product. */
const sizesOf: Statement = {
  name: 'exchange-sizes',
  text: `SELECT w."lineId", v.id AS "variantId", v.sku, coalesce(o.eu, o.label) AS size, ${soldLabelsSql} AS labels, width.label AS width,
      l.unit_price::float8 AS paid, l.tax_rate::float8 AS "taxRate"
    FROM jsonb_to_recordset($2::jsonb) AS w ("lineId" text, "exchangeVariantId" uuid)
    JOIN orders_lines l ON l._parent_id = $1 AND l.id = w."lineId"
    JOIN variants v ON v.id = w."exchangeVariantId" AND v.product_id = l.product_id AND v.deleted_at IS NULL
    LEFT JOIN variant_options o ON o.id = v.size_id LEFT JOIN variant_options width ON width.id = v.width_id`,
}

const copied = [
  ...[
    'market',
    'locale',
    'size_system',
    'currency',
    'tax_included',
    'email',
    'customer_name',
    'customer_id',
    'payment_method',
  ],
  ...['shipping_method_id', 'shipping_name', 'company', 'vat_number', 'reverse_charge'],
  ...['shipping', 'billing'].flatMap((kind) =>
    ['first_name', 'last_name', 'line1', 'line2', 'postal_code', 'city', 'region', 'country', 'phone'].map(
      (part) => `${kind}_address_${part}`,
    ),
  ),
].join(', ')

/** An order like the first one, without delivery costs: its pairs replace those that come back. */
const write: Statement = {
  name: 'exchange-write',
  text: `WITH o AS (
      INSERT INTO orders (id, number, placed_at, exchange_of_id, payment_status, fulfilment_status, subtotal, discount, shipping,
        shipping_tax_rate, shipping_tax, tax, total, ${copied})
      SELECT $2::uuid, 'M-' || nextval('order_numbers'), now(), $3::uuid, CASE WHEN $7::numeric = 0 THEN 'paid' ELSE 'pending' END, 'unfulfilled',
        $4::numeric, $5::numeric, 0, 0, 0, $6::numeric, $7::numeric, ${copied} FROM orders WHERE id = $1
      RETURNING id, number, payment_method, currency, total),
    lines AS (
      INSERT INTO orders_lines (_order, _parent_id, id, variant_id, product_id, sku, title, colour, size, labels, width, image, quantity, shipped,
        unit_price, discount, tax_rate, tax, total)
      SELECT w."order", $2::uuid, w.id, w."variantId", l.product_id, w.sku, l.title, l.colour, w.size, w.labels, w.width, l.image, w.quantity, 0,
        w."unitPrice", w.discount, l.tax_rate, w.tax, w.total
      FROM jsonb_to_recordset($8::jsonb) AS w ("order" int, id text, "lineId" text, "variantId" uuid, sku text, size text, labels jsonb, width text,
        quantity numeric, "unitPrice" numeric, discount numeric, tax numeric, total numeric)
      JOIN orders_lines l ON l._parent_id = $1 AND l.id = w."lineId"),
    story AS (
      INSERT INTO orders_timeline (_order, _parent_id, id, at, kind, note) SELECT 1, id, $9, now(), 'placed', $10 FROM o),
    payment AS (
      INSERT INTO payments (order_id, provider, status, currency, amount)
      SELECT id, CASE WHEN payment_method IN ('gift-card', 'store-credit') THEN 'manual' ELSE payment_method END, CASE WHEN total = 0 THEN 'captured' ELSE 'pending' END, currency, total FROM o)
    SELECT number FROM o`,
}

export interface Exchange {
  orderId: string
  number: string
  changes: StockChange[]
}

/**
 * Makes the order that an exchange ships, and holds its pairs until it is shipped or called off. It costs what the
 * sizes differ today, mostly nothing. Throws `variant.not-found` for a size that the product does not have or does
 * not sell, and `stock.insufficient`.
 */
export async function makeExchange(
  tx: Transaction,
  order: LockedOrder,
  { id, number, plan }: { id: string; number: string; plan: NewReturn['plan'] },
): Promise<Exchange> {
  const rows = await run<SizeRow>(tx, sizesOf, [order.id, JSON.stringify(plan.lines)])
  const ids = plan.lines.flatMap(({ variantId, exchangeVariantId }) =>
    [variantId, exchangeVariantId ?? []].flat(),
  )
  const prices = await todaysPrices(tx, order.id, ids)
  const today = (id: string | undefined) => prices.find(({ variantId }) => variantId === id)?.price
  const lines = plan.lines.map(({ lineId, quantity, variantId, exchangeVariantId }) => {
    const row = rows.find((one) => one.lineId === lineId)
    const to = today(exchangeVariantId)
    if (!row || to === undefined) throw new DomainError('variant.not-found', { variantId: exchangeVariantId })
    const from = today(variantId) ?? to
    const { unitPrice, discount } = exchangeLine({ paid: row.paid, from, to, quantity })
    return { ...row, quantity, unitPrice, discount }
  })
  const totals = cartTotals(lines, { taxIncluded: order.taxIncluded })
  const orderId = randomUUID()
  const written = lines.map((line, index) => ({
    ...line,
    order: index + 1,
    id: newRowId(),
    tax: totals.lines[index]?.tax ?? 0,
    total: totals.lines[index]?.total ?? 0,
  }))
  const [made] = await run<{ number: string }>(tx, write, [
    ...[order.id, orderId, id, totals.subtotal, totals.discount, totals.tax, totals.total],
    ...[JSON.stringify(written), newRowId(), number],
  ])
  if (!made) throw new Error('An exchange was not written')
  await writeTaxes(tx, orderId, totals)
  await keepExchange(tx, id, orderId)
  const changes = await reserveStock(tx, lines, { orderId, expiresAt: null })
  return { orderId, number: made.number, changes }
}
