import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { adminRows } from './admin-rows'

/** A size of a product, named as staff know it. */
export interface PairName {
  variantId: string
  productId: string
  title: string
  size: string
  sku: string
  image?: string
  /** Pairs held for people who wait, and the location where they are held. */
  held: number
  holdsAt: string | null
}

/** The names of these variants, in one statement; what is not there is absent. */
export async function pairNames(
  payload: Payload,
  variantIds: readonly string[],
): Promise<Map<string, PairName>> {
  if (variantIds.length === 0) return new Map()
  const rows = await adminRows<PairName & { image: string | null }>(
    payload,
    sql`SELECT v.id AS "variantId", v.product_id AS "productId", coalesce(p.title, p.slug) AS title, v.sku,
          concat_ws(' ', coalesce(size.eu, size.label), width.label) AS size,
          (SELECT image_id FROM products_pictures WHERE _parent_id = p.id ORDER BY _order LIMIT 1) AS image,
          (SELECT count(*)::int FROM reservations r WHERE r.variant_id = v.id AND r.alert_id IS NOT NULL) AS held,
          (SELECT id FROM locations WHERE is_default LIMIT 1) AS "holdsAt"
        FROM variants v JOIN products p ON p.id = v.product_id
        LEFT JOIN variant_options size ON size.id = v.size_id
        LEFT JOIN variant_options width ON width.id = v.width_id
        WHERE v.id = ANY(${sql.param(variantIds)}::uuid[])`,
  )
  return new Map(rows.map((row) => [row.variantId, { ...row, image: row.image ?? undefined }]))
}

export interface GridSize {
  variantId: string
  sku: string
  size: string
  width?: string
  onHand: number
  reserved: number
  held: number
}

/** Every size of a product in the order of the shelf, with the pairs of all locations. */
export const getSizeGrid = (payload: Payload, productId: string): Promise<GridSize[]> =>
  adminRows<GridSize>(
    payload,
    sql`SELECT v.id AS "variantId", v.sku, coalesce(size.eu, size.label, v.sku) AS size, width.label AS width,
          coalesce(sum(l.on_hand), 0)::float8 AS "onHand", coalesce(sum(l.reserved), 0)::float8 AS reserved,
          (SELECT count(*)::int FROM reservations r WHERE r.variant_id = v.id AND r.alert_id IS NOT NULL) AS held
        FROM variants v
        LEFT JOIN variant_options size ON size.id = v.size_id
        LEFT JOIN variant_options width ON width.id = v.width_id
        LEFT JOIN stock_levels l ON l.variant_id = v.id
        WHERE v.product_id = ${productId} AND v.deleted_at IS NULL
        GROUP BY v.id, v.sku, size.eu, size.label, size.rank, width.label, width.rank
        ORDER BY width.rank NULLS FIRST, size.rank, v.sku LIMIT 500`,
  )

export interface ProductAtAGlance {
  image?: string
  /** Pairs on hand and not held, over all sizes and locations. */
  free: number
  /** It is shown from every side of a shoe. */
  isShoe: boolean
}

/** Picture and stock of these products, in one statement. */
export async function productsAtAGlance(
  payload: Payload,
  productIds: readonly string[],
): Promise<Map<string, ProductAtAGlance>> {
  if (productIds.length === 0) return new Map()
  const rows = await adminRows<Omit<ProductAtAGlance, 'image'> & { id: string; image: string | null }>(
    payload,
    sql`SELECT p.id,
          (SELECT image_id FROM products_pictures WHERE _parent_id = p.id ORDER BY _order LIMIT 1) AS image,
          coalesce((SELECT sum(l.on_hand - l.reserved) FROM variants v JOIN stock_levels l ON l.variant_id = v.id
            WHERE v.product_id = p.id AND v.deleted_at IS NULL), 0)::float8 AS free, s.kind IS DISTINCT FROM 'care' AS "isShoe"
        FROM products p LEFT JOIN styles s ON s.id = p.style_id WHERE p.id = ANY(${sql.param(productIds)}::uuid[])`,
  )
  return new Map(rows.map(({ id, image, ...row }) => [id, { ...row, image: image ?? undefined }]))
}
