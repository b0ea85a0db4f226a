import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { wantedViews, type PhotoView } from '#domain/product-gaps'
import { adminRows } from './admin-rows'

export interface PhotoGap {
  productId: string
  title: string
  image: string | null
  missing: PhotoView[]
}

export interface PhotoGapsForStaff {
  /** Published shoes, and those of them that lack a view. */
  products: number
  lacking: number
  /** By view, how many lack it. */
  byView: { view: PhotoView; count: number }[]
  first: PhotoGap[]
}

/** Which published products no picture shows from a side that shoppers look for; at most `limit` of them, the most popular first. */
export async function getPhotoGaps(payload: Payload, limit = 8): Promise<PhotoGapsForStaff> {
  const wanted = sql`unnest(${sql.param([...wantedViews])}::text[]) WITH ORDINALITY AS w (view, place)`
  const gaps = sql`SELECT p.id, w.view, w.place FROM products p LEFT JOIN styles s ON s.id = p.style_id CROSS JOIN ${wanted}
    WHERE s.kind IS DISTINCT FROM 'care' AND p._status = 'published' AND p.deleted_at IS NULL AND NOT EXISTS (
      SELECT FROM products_pictures pic WHERE pic._parent_id = p.id AND pic.image_id IS NOT NULL AND pic.view::text = w.view)`
  const [[sums], first] = await Promise.all([
    adminRows<Omit<PhotoGapsForStaff, 'first'>>(
      payload,
      sql`WITH gap AS (${gaps})
        SELECT (SELECT count(*) FROM products p LEFT JOIN styles s ON s.id = p.style_id
            WHERE s.kind IS DISTINCT FROM 'care' AND p._status = 'published' AND p.deleted_at IS NULL)::float8 AS products,
          (SELECT count(DISTINCT id) FROM gap)::float8 AS lacking,
          (SELECT coalesce(json_agg(json_build_object('view', x.view, 'count', x.count) ORDER BY x.place), '[]')
            FROM (SELECT view, min(place) AS place, count(*)::float8 AS count FROM gap GROUP BY view) x) AS "byView"`,
    ),
    adminRows<PhotoGap>(
      payload,
      sql`WITH gap AS (${gaps})
        SELECT p.id AS "productId", coalesce(p.title, p.slug) AS title,
          (SELECT image_id FROM products_pictures WHERE _parent_id = p.id ORDER BY _order LIMIT 1) AS image, g.missing
        FROM (SELECT id, json_agg(view ORDER BY place) AS missing FROM gap GROUP BY id) g JOIN products p ON p.id = g.id
        ORDER BY p.popularity DESC NULLS LAST, p.id LIMIT ${limit}`,
    ),
  ])
  return { products: 0, lacking: 0, byView: [], ...sums, first }
}
