import { DomainError } from '#domain/errors'
import type { Currency, Locale } from '#domain/markets'
import type { FulfilmentStatus, PaymentStatus } from '#domain/order-state'
import { newRowId } from './cart-token'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** An order's own row while it is locked: who has it decides about its money and its pairs. */
export interface LockedOrder {
  id: string
  number: string
  email: string
  locale: Locale
  currency: Currency
  total: number
  captured: number
  refunded: number
  /** Promised back and not yet sent. */
  owed: number
  /** Of what went or goes back: because an edit made the order cheaper. */
  credited: number
  /** Of gift cards and credit, as long as the rest is unpaid. */
  held: number
  taxIncluded: boolean
  paymentMethod: string
  paymentStatus: PaymentStatus
  fulfilmentStatus: FulfilmentStatus
  expiresAt: string | null
  dispute: string | null
  /** The return whose pairs this order replaces. */
  exchangeOf: string | null
}

export const lockedOrderColumns = `id, number, email, locale, currency, total::float8 AS total, captured::float8 AS captured,
  refunded::float8 AS refunded, owed::float8 AS owed, credited::float8 AS credited, held::float8 AS held, tax_included AS "taxIncluded", payment_method AS "paymentMethod", payment_status AS "paymentStatus",
  fulfilment_status AS "fulfilmentStatus", expires_at AS "expiresAt", dispute,
  exchange_of_id AS "exchangeOf"`

const lock: Statement = {
  name: 'order-lock',
  text: `SELECT ${lockedOrderColumns} FROM orders WHERE id = $1 FOR UPDATE`,
}
const save: Statement = {
  name: 'order-save',
  text: `UPDATE orders SET captured = $2, refunded = $3, payment_status = $4, fulfilment_status = $5, expires_at = $6::timestamptz,
    owed = $7, credited = $8, updated_at = now() WHERE id = $1`,
}
const dispute: Statement = {
  name: 'order-dispute',
  text: 'UPDATE orders SET dispute = $2, updated_at = now() WHERE id = $1',
}
const tell: Statement = {
  name: 'order-tell',
  text: `INSERT INTO orders_timeline (_order, _parent_id, id, at, kind, actor, note, data)
    SELECT coalesce(max(_order), 0) + 1, $1::uuid, $2, now(), $3, $4, $5, $6::jsonb FROM orders_timeline WHERE _parent_id = $1::uuid`,
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Locks an order until the transaction ends. Throws `order.not-found`. */
export async function lockOrder(tx: Transaction, orderId: string): Promise<LockedOrder> {
  const [order] = uuid.test(orderId) ? await run<LockedOrder>(tx, lock, [orderId]) : []
  if (!order) throw new DomainError('order.not-found')
  return order
}

/** Writes back the sums, the two states and the expiry of a locked order; `held` is moved by `held-credit.ts` alone. */
export async function saveOrder(tx: Transaction, order: LockedOrder): Promise<void> {
  const { id, captured, refunded, owed, credited, paymentStatus, fulfilmentStatus, expiresAt } = order
  await run(tx, save, [id, captured, refunded, paymentStatus, fulfilmentStatus, expiresAt, owed, credited])
}

/** A dispute of a locked order's payment: open, won by the shop, or lost. */
export async function saveDispute(tx: Transaction, orderId: string, to: string): Promise<void> {
  await run(tx, dispute, [orderId, to])
}

export interface Event {
  kind: string
  actor?: string
  note?: string
  data?: Readonly<Record<string, unknown>>
}

/** Adds to the story of a locked order. */
export async function tellTimeline(
  tx: Transaction,
  orderId: string,
  { kind, actor, note, data }: Event,
): Promise<void> {
  await run(tx, tell, [
    orderId,
    newRowId(),
    kind,
    actor ?? null,
    note ?? null,
    data ? JSON.stringify(data) : null,
  ])
}
