import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { advanceFulfilment } from '#domain/order-state'
import { paymentStatusAfter } from '#domain/payment-sums'
import { planShipment, type ShippableLine, type ShipmentLine } from '#domain/shipment'
import type { OrderView } from '#domain/views'
import { actorOf } from './actor'
import { recordAudit } from './audit'
import { newRowId } from './cart-token'
import { issueInvoiceWithin } from './issue-invoice'
import { once } from './once'
import { takeHeld } from './held-credit'
import { lockOrder, saveOrder, tellTimeline, type LockedOrder } from './order-lock'
import { orderById } from './order-view'
import { providerOf } from './payments/providers'
import { queueMail } from './queue-mail'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

export interface ShipOrder {
  orderId: string
  /** Left out: all that is unshipped. */
  lines?: { lineId: string; quantity: number }[]
  carrier?: string
  trackingNumber?: string
  /** Ships what nobody has paid for, with a reason. */
  force?: boolean
  reason?: string
  key?: string
}

const linesOf: Statement = {
  name: 'ship-lines',
  text: `SELECT id AS "lineId", variant_id AS "variantId", quantity::float8 AS quantity, shipped::float8 AS shipped
    FROM orders_lines WHERE _parent_id = $1 ORDER BY _order`,
}
/** The pairs leave the reservation, row by row in variant order, and say from where. */
const unreserve: Statement = {
  name: 'ship-unreserve',
  text: `WITH leaving AS (
      SELECT "variantId" AS variant_id, quantity FROM jsonb_to_recordset($2::jsonb) AS l ("variantId" uuid, quantity numeric)),
    held AS (
      SELECT r.id, r.variant_id, r.location_id, r.quantity - l.quantity AS left, l.quantity
      FROM reservations r JOIN leaving l USING (variant_id) WHERE r.order_id = $1 AND r.quantity >= l.quantity),
    shrunk AS (UPDATE reservations r SET quantity = h.left, updated_at = now() FROM held h WHERE r.id = h.id AND h.left > 0),
    gone AS (DELETE FROM reservations r USING held h WHERE r.id = h.id AND h.left = 0),
    locked AS (
      SELECT s.id, h.quantity FROM stock_levels s JOIN held h USING (variant_id, location_id)
      ORDER BY s.variant_id, s.location_id FOR UPDATE OF s)
    UPDATE stock_levels s SET reserved = s.reserved - l.quantity, updated_at = now() FROM locked l WHERE s.id = l.id
    RETURNING s.variant_id AS "variantId", s.location_id AS "locationId", l.quantity::float8 AS quantity`,
}
const moveOut: Statement = {
  name: 'ship-move-out',
  text: `INSERT INTO stock_movements (variant_id, location_id, quantity, kind, reason, actor, document)
    SELECT "variantId", "locationId", -quantity, 'sale', $2, $3, $4
    FROM jsonb_to_recordset($1::jsonb) AS m ("variantId" uuid, "locationId" uuid, quantity numeric) ORDER BY "variantId"`,
}
const markShipped: Statement = {
  name: 'ship-mark',
  text: `UPDATE orders_lines o SET shipped = o.shipped + l.quantity
    FROM jsonb_to_recordset($2::jsonb) AS l ("lineId" text, quantity numeric) WHERE o._parent_id = $1 AND o.id = l."lineId"`,
}
const writeShipment: Statement = {
  name: 'ship-shipment',
  text: `WITH s AS (
      INSERT INTO shipments (id, order_id, location_id, carrier, tracking_number, shipped_at) VALUES ($1, $2, $3, $4, $5, $6)
      RETURNING id)
    INSERT INTO shipments_lines (_order, _parent_id, id, order_line, variant_id, quantity)
    SELECT l."order", s.id, l.id, l."lineId", l."variantId", l.quantity
    FROM s, jsonb_to_recordset($7::jsonb) AS l ("order" int, id text, "lineId" text, "variantId" uuid, quantity numeric)`,
}

interface Left {
  variantId: string
  locationId: string
  quantity: number
}

function checkShippable(order: LockedOrder, { force, reason }: ShipOrder): void {
  if (order.fulfilmentStatus !== 'unfulfilled' && order.fulfilmentStatus !== 'partially-fulfilled')
    throw new DomainError('order.not-shippable', { fulfilmentStatus: order.fulfilmentStatus })
  // What staff gave back since does not unpay it, unless nothing is left.
  const isPaid =
    order.captured >= order.total + order.credited &&
    (order.total === 0 || order.refunded + order.owed < order.captured)
  if (isPaid || providerOf(order.paymentMethod).shipsUnpaid) return
  if (!force || !reason?.trim()) throw new DomainError('order.unpaid', { paymentStatus: order.paymentStatus })
}

const returnOf: Statement = {
  name: 'ship-return',
  text: 'SELECT number, status FROM returns WHERE id = $1',
}

/** The pairs of an exchange leave when those they replace have come and are sound, or with a reason. */
async function checkExchange(tx: Transaction, order: LockedOrder, { force, reason }: ShipOrder) {
  if (!order.exchangeOf || (force && reason?.trim())) return
  const [back] = await run<{ number: string; status: string }>(tx, returnOf, [order.exchangeOf])
  if (back?.status !== 'inspected' && back?.status !== 'completed')
    throw new DomainError('order.not-shippable', { return: back?.number, status: back?.status })
}

async function payByHeld(tx: Transaction, order: LockedOrder): Promise<LockedOrder> {
  const captured = order.captured + (await takeHeld(tx, order.id))
  const sums = { captured, refunded: order.refunded, total: order.total + order.credited }
  return { ...order, captured, held: 0, paymentStatus: paymentStatusAfter(order.paymentStatus, sums) }
}

interface Shipping {
  tx: Transaction
  req: PayloadRequest
  order: LockedOrder
  reason?: string
}

/** Takes the pairs out of the reservation and off the shelf; answers with where they were. */
async function takeOut({ tx, req, order, reason }: Shipping, lines: ShipmentLine[]): Promise<string | null> {
  const left = await run<Left>(tx, unreserve, [order.id, JSON.stringify(lines)])
  if (left.length !== lines.length) throw new Error('An order does not hold what it is to ship')
  await run(tx, moveOut, [JSON.stringify(left), reason ?? null, actorOf(req), order.number])
  await run(tx, markShipped, [order.id, JSON.stringify(lines)])
  return left[0]?.locationId ?? null
}

async function tell(
  { tx, req, order, reason }: Shipping,
  shipment: OrderView['shipments'][number] & { id: string },
): Promise<void> {
  const { id, ...shown } = shipment
  const note = [shown.carrier, shown.trackingNumber].filter(Boolean).join(' ')
  const data = { shipmentId: id, ...(reason && { reason }) }
  await tellTimeline(tx, order.id, { kind: 'shipped', actor: actorOf(req), ...(note && { note }), data })
  await queueMail(tx, {
    template: 'order-shipped',
    entity: `${order.number}:${id}`,
    recipient: order.email,
    locale: order.locale,
    data: { shipment: shown },
  })
}

async function ship(tx: Transaction, req: PayloadRequest, call: ShipOrder): Promise<void> {
  const { carrier, trackingNumber, reason } = call
  const order = await lockOrder(tx, call.orderId)
  checkShippable(order, call)
  await checkExchange(tx, order, call)
  const { lines, isComplete } = planShipment(await run<ShippableLine>(tx, linesOf, [order.id]), call.lines)
  const locationId = await takeOut({ tx, req, order, reason }, lines)
  const shippedAt = new Date().toISOString()
  const id = randomUUID()
  const rows = lines.map((line, index) => ({ ...line, order: index + 1, id: newRowId() }))
  await run(tx, writeShipment, [
    id,
    order.id,
    locationId,
    carrier ?? null,
    trackingNumber ?? null,
    shippedAt,
    JSON.stringify(rows),
  ])
  const fulfilmentStatus = advanceFulfilment(
    order.fulfilmentStatus,
    isComplete ? 'fulfilled' : 'partially-fulfilled',
  )
  // What has left does not expire, so what cards pay of it counts.
  const paid = order.held > 0 ? await payByHeld(tx, order) : order
  await saveOrder(tx, { ...paid, fulfilmentStatus, expiresAt: null })
  const shown = lines.map(({ lineId, quantity }) => ({ lineId, quantity }))
  await tell(
    { tx, req, order, reason },
    { id, ...(carrier && { carrier }), ...(trackingNumber && { trackingNumber }), shippedAt, lines: shown },
  )
  await issueInvoiceWithin(tx, { ...order, fulfilmentStatus })
  await recordAudit(req, {
    action: 'order.ship',
    entity: 'orders',
    entityId: order.id,
    before: { fulfilmentStatus: order.fulfilmentStatus },
    after: { fulfilmentStatus, shipment: id, lines: shown },
    ...(reason && { reason }),
  })
}

/**
 * Ships all that is unshipped, or the lines named: pairs leave reservation and shelf with one `sale` movement
 * each, the buyer is told, and the first parcel brings the invoice. Unpaid orders leave only where the way to pay allows it, or with `force` and a reason.
 * Repeating it with the same key answers the same. Throws `order.not-found`, `order.not-shippable`,
 * `order.unpaid`, or `validation.failed` for lines the order does not have.
 */
export async function shipOrder(req: PayloadRequest, call: ShipOrder): Promise<OrderView> {
  const { key, ...body } = call
  const order = await inTransaction(req, (tx) =>
    once(tx, { scope: `order.ship:${call.orderId}`, key, body }, async () => {
      await ship(tx, req, call)
      return orderById(tx, call.orderId)
    }),
  )
  if (!order) throw new DomainError('order.not-found')
  return order
}
