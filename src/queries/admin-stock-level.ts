import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { adminRows } from './admin-rows'
import { pairNames, type PairName } from './admin-stock'

export interface MovementRow {
  at: string
  quantity: number
  kind: string
  reason?: string
  actor?: string
  document?: string
}

export interface HeldRow {
  orderId: string | null
  number: string | null
  /** Somebody who has waited, instead of an order; whether the pair lies in a bag. */
  alertId: string | null
  isInBag: boolean
  quantity: number
  expiresAt: string | null
}

export interface StockLevelForStaff {
  pair: PairName
  locationId: string
  location: string
  onHand: number
  reserved: number
  movements: MovementRow[]
  held: HeldRow[]
  /** How many wait for this size and have no pair yet. */
  waiting: number
  /** Of the reserved pairs, those held for people who have waited. */
  heldForWaiting: number
}

interface LevelRow {
  variantId: string
  locationId: string
  location: string
  onHand: number
  reserved: number
  waiting: number
  heldForWaiting: number
}

/** A size at a location: what is there, what is held for whom, and the last 50 movements. */
export async function getStockLevel(payload: Payload, id: string): Promise<StockLevelForStaff | undefined> {
  const [level] = await adminRows<LevelRow>(
    payload,
    sql`SELECT l.variant_id AS "variantId", l.location_id AS "locationId", p.name AS location,
          l.on_hand::float8 AS "onHand", l.reserved::float8 AS reserved,
          (SELECT count(*)::int FROM stock_alerts a WHERE a.variant_id = l.variant_id AND a.status = 'waiting' AND p.is_default) AS waiting,
          (SELECT count(*)::int FROM reservations r WHERE r.variant_id = l.variant_id AND r.location_id = l.location_id AND r.alert_id IS NOT NULL) AS "heldForWaiting"
        FROM stock_levels l JOIN locations p ON p.id = l.location_id WHERE l.id = ${id}`,
  )
  if (!level) return undefined
  const [names, movements, held] = await Promise.all([
    pairNames(payload, [level.variantId]),
    movementsOf(payload, level),
    heldOf(payload, level),
  ])
  const pair = names.get(level.variantId)
  return pair && { pair, ...level, movements, held }
}

const movementsOf = (payload: Payload, { variantId, locationId }: LevelRow) =>
  adminRows<MovementRow>(
    payload,
    sql`SELECT created_at::text AS at, quantity::float8 AS quantity, kind, reason, actor, document
        FROM stock_movements WHERE variant_id = ${variantId} AND location_id = ${locationId}
        ORDER BY created_at DESC, id LIMIT 50`,
  )

const heldOf = (payload: Payload, { variantId, locationId }: LevelRow) =>
  adminRows<HeldRow>(
    payload,
    sql`SELECT o.id AS "orderId", o.number, r.alert_id AS "alertId", r.cart_id IS NOT NULL AS "isInBag", r.quantity::float8 AS quantity, r.expires_at::text AS "expiresAt"
        FROM reservations r LEFT JOIN orders o ON o.id = r.order_id
        WHERE r.variant_id = ${variantId} AND r.location_id = ${locationId}
        ORDER BY r.created_at LIMIT 50`,
  )
