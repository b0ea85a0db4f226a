import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { adminRows, idOf } from './admin-rows'
import type { ReviewStatus } from '#domain/review'

/** A review as staff decide about it. */
export interface DeskReview {
  id: string
  status: ReviewStatus
  rating: number
  title?: string
  text?: string
  name: string
  locale: string
  fit?: string
  footMm?: number
  origin: string
  reason?: string
  answer?: string
  answeredAt?: string
  at: string
  decidedAt?: string
  product: { id: string; title: string; slug: string }
  /** As it was sold. */
  size?: string
  order?: { id: string; number: string; deliveredAt?: string }
  photos: { id: string; width: number; height: number }[]
}

/** For staff who may decide about reviews; the caller has asked. */
export async function getDeskReview(payload: Payload, id: string): Promise<DeskReview | undefined> {
  const [row] = await adminRows<{ value: DeskReview }>(
    payload,
    sql`SELECT json_strip_nulls(json_build_object('id', r.id, 'status', r.status, 'rating', r.rating::float8, 'title', r.title, 'text', r.text,
        'name', r.name, 'locale', r.locale, 'fit', r.fit, 'footMm', r.foot_mm::float8, 'origin', r.origin, 'reason', r.reason, 'answer', r.answer,
        'answeredAt', r.answered_at, 'at', r.created_at, 'decidedAt', r.decided_at,
        'product', json_build_object('id', p.id, 'title', p.title, 'slug', p.slug), 'size', coalesce(z.eu, z.label),
        'order', CASE WHEN o.id IS NULL THEN NULL ELSE json_build_object('id', o.id, 'number', o.number, 'deliveredAt', o.delivered_at) END,
        'photos', (SELECT coalesce(json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height) ORDER BY f.place), '[]'::json)
          FROM review_photos f WHERE f.review_id = r.id))) AS value
      FROM reviews r JOIN products p ON p.id = r.product_id LEFT JOIN orders o ON o.id = r.order_id
      LEFT JOIN variants v ON v.id = r.variant_id LEFT JOIN variant_options z ON z.id = v.size_id
      WHERE r.id = ${idOf(id)}`,
  )
  return row?.value
}
