import { invalidate } from '#cache'
import { idOf, run, type Statement } from './statement'
import type { Transaction } from './transaction'

const begin: Statement = {
  name: 'reviews-begin',
  text: `INSERT INTO review_summaries (style_id) SELECT unnest($1::uuid[]) ON CONFLICT (style_id) DO NOTHING`,
}
const lock: Statement = {
  name: 'reviews-lock',
  text: 'SELECT style_id FROM review_summaries WHERE style_id = ANY ($1::uuid[]) ORDER BY style_id FOR UPDATE',
}
/** A return says how a pair fits only where its buyer has not said so in words. */
const recount: Statement = {
  name: 'reviews-recount',
  text: `WITH shoe AS (SELECT id, style_id FROM products WHERE style_id = ANY ($1::uuid[])),
    said AS (SELECT s.style_id, r.rating, r.fit, r.order_id, r.product_id FROM reviews r JOIN shoe s ON s.id = r.product_id WHERE r.status = 'approved'),
    back AS (SELECT s.style_id, l.reason FROM shoe s JOIN variants v ON v.product_id = s.id JOIN returns_lines l ON l.variant_id = v.id
        JOIN returns t ON t.id = l._parent_id
      WHERE l.reason IN ('too-small', 'too-large') AND t.status NOT IN ('rejected', 'cancelled')
        AND NOT EXISTS (SELECT 1 FROM said WHERE said.order_id = t.order_id AND said.product_id = s.id AND said.fit IS NOT NULL))
    UPDATE review_summaries m SET
      stars_1 = coalesce(n.s1, 0), stars_2 = coalesce(n.s2, 0), stars_3 = coalesce(n.s3, 0), stars_4 = coalesce(n.s4, 0), stars_5 = coalesce(n.s5, 0),
      fit_small = coalesce(n.small, 0), fit_true = coalesce(n.fitting, 0), fit_large = coalesce(n.large, 0),
      back_small = coalesce(b.small, 0), back_large = coalesce(b.large, 0), updated_at = now()
    FROM unnest($1::uuid[]) AS w (id)
    LEFT JOIN (SELECT style_id, count(*) FILTER (WHERE rating = 1) AS s1, count(*) FILTER (WHERE rating = 2) AS s2,
        count(*) FILTER (WHERE rating = 3) AS s3, count(*) FILTER (WHERE rating = 4) AS s4, count(*) FILTER (WHERE rating = 5) AS s5,
        count(*) FILTER (WHERE fit = 'small') AS small, count(*) FILTER (WHERE fit = 'true') AS fitting, count(*) FILTER (WHERE fit = 'large') AS large
      FROM said GROUP BY style_id) n ON n.style_id = w.id
    LEFT JOIN (SELECT style_id, count(*) FILTER (WHERE reason = 'too-small') AS small, count(*) FILTER (WHERE reason = 'too-large') AS large
      FROM back GROUP BY style_id) b ON b.style_id = w.id
    WHERE m.style_id = w.id`,
}
const stylesOfVariants: Statement = {
  name: 'reviews-styles-of-variants',
  text: `SELECT DISTINCT p.style_id AS id FROM variants v JOIN products p ON p.id = v.product_id
    WHERE v.id = ANY ($1::uuid[]) AND p.style_id IS NOT NULL`,
}
const styleOfProduct: Statement = {
  name: 'reviews-style-of-product',
  text: `SELECT style_id AS id FROM products WHERE id = ${idOf('$1')} AND style_id IS NOT NULL`,
}
const slugs: Statement = {
  name: 'reviews-slugs',
  text: 'SELECT slug FROM products WHERE style_id = ANY ($1::uuid[]) AND slug IS NOT NULL LIMIT 500',
}

/**
 * Counts the stars and the fit of these styles anew, from their approved reviews and their returns, and drops the pages
 * that show them. The one place that writes these sums; it belongs into the transaction of what changed them.
 */
export async function recountReviews(tx: Transaction, styleIds: readonly string[]): Promise<void> {
  if (styleIds.length === 0) return
  const ids = [...styleIds].sort()
  await run(tx, begin, [ids])
  await run(tx, lock, [ids])
  await run(tx, recount, [ids])
  invalidate('catalogue')
  for (const { slug } of await run<{ slug: string }>(tx, slugs, [ids])) invalidate(`product:${slug}`)
}

const idsIn = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)

export const recountOfProduct = async (tx: Transaction, productId: string): Promise<void> =>
  recountReviews(tx, idsIn(await run<{ id: string }>(tx, styleOfProduct, [productId])))

const saysFit = new Set(['too-small', 'too-large'])

/** The same for pairs that go back, or do not after all, because of their size. */
export async function recountOfReturn(
  tx: Transaction,
  lines: readonly { variantId: string; reason: string }[],
): Promise<void> {
  const variants = lines.filter(({ reason }) => saysFit.has(reason)).map(({ variantId }) => variantId)
  if (variants.length > 0)
    await recountReviews(tx, idsIn(await run<{ id: string }>(tx, stylesOfVariants, [variants])))
}
