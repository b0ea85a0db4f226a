import { sql } from '@payloadcms/db-postgres'
import { recountReviews } from '#services/recount-reviews'
import { rowsOf } from '#services/transaction'
import { demoReviews, type DemoReview } from '../catalogue/reviews'
import type { Seeding } from './documents'

const markName = 'demo-reviews'

/** A colour and a size in turn, so that not everybody has bought the same pair. */
async function seedReview({ tx }: Seeding, style: string, review: DemoReview, place: number): Promise<void> {
  const { locale, name, rating, daysAgo, title, text, fit, footMm, answer } = review
  await rowsOf(
    tx,
    sql`INSERT INTO reviews (product_id, variant_id, status, rating, title, text, name, locale, fit, foot_mm, origin, answer, answered_at, decided_at, created_at)
      SELECT v.product_id, v.id, 'approved', ${rating}::numeric, ${title ?? null}, ${text ?? null}, ${name}, ${locale}, ${fit ?? null}, ${footMm ?? null}::numeric, 'demo',
        ${answer ?? null}::text, CASE WHEN ${answer ?? null}::text IS NULL THEN NULL ELSE now() - ${daysAgo - 2} * interval '1 day' END,
        now() - ${daysAgo} * interval '1 day', now() - ${daysAgo + 1} * interval '1 day'
      FROM (SELECT v.id, v.product_id, row_number() OVER (ORDER BY md5(v.sku)) - 1 AS turn, count(*) OVER () AS sizes
        FROM variants v JOIN products p ON p.id = v.product_id WHERE p.style_id = ${style} AND v.deleted_at IS NULL) v
      WHERE v.turn = ${place} % v.sizes`,
  )
}

/** The demo reviews, once. They name no order: their pages do not say that anybody bought here. */
export async function seedReviews(seeding: Seeding, styles: ReadonlyMap<string, string>): Promise<void> {
  const { tx } = seeding
  const [done] = await rowsOf(tx, sql`SELECT 1 FROM shop_marks WHERE name = ${markName}`)
  if (done) return
  for (const [slug, reviews] of Object.entries(demoReviews)) {
    const style = styles.get(slug)
    if (style)
      for (const [place, review] of reviews.entries()) await seedReview(seeding, style, review, place)
  }
  const counted = Object.keys(demoReviews).flatMap((slug) => styles.get(slug) ?? [])
  await recountReviews(tx, counted)
  await rowsOf(tx, sql`INSERT INTO shop_marks (name, value) VALUES (${markName}, '{}'::jsonb)`)
}
