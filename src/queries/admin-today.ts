import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { adminRows } from './admin-rows'

export interface DaySum {
  currency: string
  orders: number
  pairs: number
  total: number
}

export interface TodayForStaff {
  today: DaySum[]
  /** The same hours of yesterday, so that a morning is compared with a morning. */
  yesterday: DaySum[]
}

/** What was ordered today and until this hour yesterday, by currency; cancelled and unpaid-in-time orders do not count. */
export async function getToday(payload: Payload, dayStart: Date): Promise<TodayForStaff> {
  const now = Date.now()
  const day = 24 * 3_600_000
  const [today, yesterday] = await Promise.all([
    sumsBetween(payload, dayStart, new Date(now)),
    sumsBetween(payload, new Date(dayStart.getTime() - day), new Date(now - day)),
  ])
  return { today, yesterday }
}

const sumsBetween = (payload: Payload, from: Date, to: Date) =>
  adminRows<DaySum>(
    payload,
    sql`SELECT o.currency, count(*)::float8 AS orders, sum(o.total)::float8 AS total,
          sum((SELECT sum(quantity) FROM orders_lines l WHERE l._parent_id = o.id))::float8 AS pairs
        FROM orders o
        WHERE o.placed_at >= ${from.toISOString()}::timestamptz AND o.placed_at <= ${to.toISOString()}::timestamptz
          AND o.fulfilment_status <> 'cancelled' AND o.payment_status <> 'expired'
        GROUP BY o.currency ORDER BY sum(o.total) DESC`,
  )

export interface LowSize {
  productId: string
  title: string
  size: string
  image: string | null
  free: number
}

/**
 * Sizes of published products with `lowAt` free pairs or fewer but not none, the ones that sold most in 30 days
 * first; at most 60.
 */
export const getLowStock = (payload: Payload, lowAt: number): Promise<LowSize[]> =>
  adminRows<LowSize>(
    payload,
    sql`SELECT p.id AS "productId", coalesce(p.title, p.slug) AS title, concat_ws(' ', coalesce(size.eu, size.label, v.sku), coalesce(width.eu, width.value)) AS size,
          (SELECT image_id FROM products_pictures WHERE _parent_id = p.id ORDER BY _order LIMIT 1) AS image, s.free
        FROM (SELECT variant_id, sum(on_hand - reserved)::float8 AS free FROM stock_levels GROUP BY variant_id
              HAVING sum(on_hand - reserved) BETWEEN 1 AND ${lowAt}) s
        JOIN variants v ON v.id = s.variant_id AND v.deleted_at IS NULL
        JOIN products p ON p.id = v.product_id AND p.deleted_at IS NULL AND p._status = 'published'
        LEFT JOIN variant_options size ON size.id = v.size_id
        LEFT JOIN variant_options width ON width.id = v.width_id
        LEFT JOIN LATERAL (SELECT -sum(quantity) AS sold FROM stock_movements m
          WHERE m.variant_id = s.variant_id AND m.kind = 'sale' AND m.created_at > now() - interval '30 days') m ON true
        ORDER BY m.sold DESC NULLS LAST, p.popularity DESC NULLS LAST, p.id, size.rank LIMIT 60`,
  )

export interface UnsentMail {
  id: string
  template: string
  recipient: string
  status: string
  attempts: number
  lastError: string | null
  at: string
}

export interface UnsentForStaff {
  queued: number
  dead: number
  mails: UnsentMail[]
}

/** Mail that has not left: given up on first, then what waits, oldest first. At most 8 are named. */
export async function getUnsentMail(payload: Payload): Promise<UnsentForStaff> {
  const [counts] = await adminRows<{ queued: number; dead: number }>(
    payload,
    sql`SELECT count(*) FILTER (WHERE status = 'queued')::float8 AS queued, count(*) FILTER (WHERE status = 'dead')::float8 AS dead
        FROM emails WHERE status IN ('queued', 'dead')`,
  )
  const mails = await adminRows<UnsentMail>(
    payload,
    sql`SELECT id, template, recipient, status, attempts::float8 AS attempts, last_error AS "lastError", created_at::text AS at
        FROM emails WHERE status IN ('queued', 'dead') ORDER BY status = 'dead' DESC, created_at LIMIT 8`,
  )
  return { queued: counts?.queued ?? 0, dead: counts?.dead ?? 0, mails }
}

export interface LastOrder {
  id: string
  number: string
  customer: string
  placedAt: string
  currency: string
  total: number
  paymentStatus: string
  fulfilmentStatus: string
}

/** The newest orders; at most `limit`. */
export const getLastOrders = (payload: Payload, limit = 8): Promise<LastOrder[]> =>
  adminRows<LastOrder>(
    payload,
    sql`SELECT id, number, coalesce(customer_name, email) AS customer, placed_at::text AS "placedAt", currency,
          total::float8 AS total, payment_status AS "paymentStatus", fulfilment_status AS "fulfilmentStatus"
        FROM orders ORDER BY placed_at DESC LIMIT ${limit}`,
  )
