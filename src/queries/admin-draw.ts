import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { adminRows, idOf } from './admin-rows'

/** How many have entered a draw with a size, and what has become of them. No addresses. */
export interface DrawSizeForStaff {
  variantId: string
  size: string
  /** Pairs that are for everybody now. */
  free: number
  /** Before the draw: whose address was confirmed, and who has not answered yet. */
  confirmed: number
  asked: number
  /** After it. */
  drawn: number
  held: number
  waiting: number
}

export interface DrawForStaff {
  fingerprint: string
  /** ISO 8601 */
  drawnAt: string | null
  /** Published with the draw. */
  seed: string | null
  entries: number | null
  sizes: DrawSizeForStaff[]
}

/** The draw of a product as it stands; undefined where it has none. */
export async function getDraw(payload: Payload, productId: string): Promise<DrawForStaff | undefined> {
  const [row] = await adminRows<DrawForStaff>(
    payload,
    sql`SELECT d.fingerprint, d.entries, to_char(d.drawn_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "drawnAt",
        CASE WHEN d.drawn_at IS NOT NULL THEN d.seed END AS seed,
        (SELECT coalesce(json_agg(json_build_object('variantId', v.id, 'size', coalesce(o.eu, o.label, v.sku),
            'free', greatest(coalesce(s.on_hand - s.reserved, 0), 0)::float8,
            'confirmed', coalesce(e.confirmed, 0), 'asked', coalesce(e.asked, 0), 'drawn', coalesce(e.drawn, 0),
            'held', coalesce(e.held, 0), 'waiting', coalesce(e.waiting, 0)) ORDER BY o.rank, v.id), '[]')
          FROM variants v LEFT JOIN variant_options o ON o.id = v.size_id
          LEFT JOIN stock_levels s ON s.variant_id = v.id AND s.location_id = (SELECT id FROM locations WHERE is_default)
          LEFT JOIN (
            SELECT n.variant_id, count(*) FILTER (WHERE n.status = 'confirmed')::int AS confirmed, count(*) FILTER (WHERE n.status = 'asked')::int AS asked,
              count(*) FILTER (WHERE n.status = 'drawn')::int AS drawn, count(*) FILTER (WHERE a.status = 'held')::int AS held,
              count(*) FILTER (WHERE a.status = 'waiting')::int AS waiting
            FROM draw_entries n LEFT JOIN stock_alerts a ON a.id = n.id WHERE n.product_id = d.product_id GROUP BY n.variant_id) e ON e.variant_id = v.id
          WHERE v.product_id = d.product_id AND v.deleted_at IS NULL) AS sizes
      FROM draws d WHERE d.product_id = ${idOf(productId)}`,
  )
  return row
}
