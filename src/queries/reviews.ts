import { cached } from '#cache'
import { oneSize } from '#domain/care'
import type { MarketId } from '#domain/markets'
import { markets } from '#domain/markets'
import { averageStars, fits, fitScale, reviewPaging, type Fit, type StarCounts } from '#domain/review'
import type { ReviewsView, ReviewView } from '#domain/views'
import { without } from './shape'
import { sizeLabelsJson } from './size-labels'
import { rowsNamed, sql, words } from './sql'

/** Pages further on are more than anybody reads: they are not kept. */
const lastKept = 1000

interface SummaryRow {
  stars: StarCounts
  small: number
  fitting: number
  large: number
  back: number
}

interface Row extends Omit<ReviewView, 'photos' | 'answer'> {
  photos: ReviewView['photos']
  answer: string | null
  answeredAt: string | null
  place: number
}

interface Asked {
  market: MarketId
  slug: string
  page: number
  limit?: number
  /** Of the pair, as in the facets. */
  size?: string
  fit?: Fit
}

/** The approved reviews of a shoe in all its colours, in the language of the market first; undefined for no such product. */
export function getReviews(asked: Asked): Promise<ReviewsView | undefined> {
  const { market, slug, page, limit = reviewPaging.page, size = '', fit = '' } = asked
  const key = ['reviews', market, slug, String(page), String(limit), size, fit]
  return page > lastKept ? read(asked) : cached(key, [`product:${slug}`, 'products'], () => read(asked))
}

interface Found extends SummaryRow {
  reviews: Row[] | null
  found: number
  sizes: ReviewsView['sizes'] | null
  fits: Partial<Record<Fit, number>> | null
}

async function read({ slug, limit = reviewPaging.page, ...asked }: Asked) {
  const [row] = await rowsNamed<Found>(
    'reviews',
    sql`
    SELECT coalesce(m.fit_small + m.back_small, 0) AS small, coalesce(m.fit_true, 0) AS fitting,
      coalesce(m.fit_large + m.back_large, 0) AS large, coalesce(m.back_small + m.back_large, 0) AS back,
      json_build_array(coalesce(m.stars_1, 0), coalesce(m.stars_2, 0), coalesce(m.stars_3, 0), coalesce(m.stars_4, 0), coalesce(m.stars_5, 0)) AS stars,
      (SELECT json_agg(review ORDER BY review.place) FROM (${reviewRows({ ...asked, limit })}) review) AS reviews,
      (SELECT count(*)::int FROM ${approved} AND ${chosen(asked)}) AS found,
      (SELECT json_agg(json_build_object('value', size.value, 'label', size.label, 'labels', size.labels::json, 'count', size.many) ORDER BY size.rank, size.value) FROM (
        SELECT z.value, min(coalesce(ov.eu, z.eu, z.label)) AS label, min(${sizeLabelsJson}::text) AS labels, min(z.rank) AS rank, count(*)::int AS many
        FROM ${approved} AND z.value <> ${oneSize} GROUP BY z.value) size) AS sizes,
      (SELECT json_object_agg(voice.fit, voice.many) FROM (
        SELECT r.fit, count(*)::int AS many FROM ${approved} AND r.fit IS NOT NULL GROUP BY r.fit) voice) AS fits
    FROM products own JOIN styles s ON s.id = own.style_id AND s._status = 'published' AND s.deleted_at IS NULL
    LEFT JOIN review_summaries m ON m.style_id = s.id
    WHERE own.slug = ${slug} AND own._status = 'published' AND own.deleted_at IS NULL`,
  )
  return row && toView(row, { page: asked.page, limit, rows: row.reviews ?? [] })
}

/** The reviews of the style of product `own` that everybody may see. */
const approved = sql`reviews r JOIN products p ON p.id = r.product_id JOIN styles s ON s.id = p.style_id
  LEFT JOIN variants v ON v.id = r.variant_id LEFT JOIN variant_options z ON z.id = v.size_id LEFT JOIN variant_options w ON w.id = v.width_id
  LEFT JOIN brands_size_overrides ov ON ov._parent_id = s.brand_id AND ov.size_id = z.id
  WHERE p.style_id = own.style_id AND r.status = 'approved'`

const chosen = ({ size, fit }: Pick<Asked, 'size' | 'fit'>) =>
  sql`${size === undefined ? sql`true` : sql`z.value = ${size}`} AND ${fit === undefined ? sql`true` : sql`r.fit = ${fit}`}`

/** A page of them. */
const reviewRows = ({ market, page, limit, ...choice }: Omit<Asked, 'slug'> & { limit: number }) => sql`
  SELECT r.id, r.rating::float8 AS rating, r.title, r.text, r.name, r.locale, r.fit, r.foot_mm::float8 AS "footMm",
    coalesce(r.decided_at, r.created_at) AS at, r.order_id IS NOT NULL AS "isBought", ${words('products', 'colour', sql`p.id`, markets[market].locale)} AS colour,
    CASE WHEN z.value <> ${oneSize} THEN coalesce(ov.eu, z.eu, z.label) END AS size,
    CASE WHEN z.value <> ${oneSize} THEN ${sizeLabelsJson} END AS labels, s.segment, w.value AS width, r.answer, r.answered_at AS "answeredAt",
    (SELECT coalesce(json_agg(json_build_object('id', f.id, 'url', '/media/reviews/' || f.id || '.webp', 'width', f.width, 'height', f.height)
      ORDER BY f.place), '[]') FROM review_photos f WHERE f.review_id = r.id) AS photos,
    row_number() OVER (ORDER BY coalesce(r.text, '') = '', r.locale <> ${markets[market].locale}, r.decided_at DESC, r.id) AS place
  FROM ${approved} AND ${chosen(choice)}
  ORDER BY place LIMIT ${limit} OFFSET ${(page - 1) * limit}`

interface Page {
  page: number
  limit: number
  rows: readonly Row[]
}

function toView(
  { stars, small, fitting, large, back, found, sizes, fits: voices }: Found,
  { page, limit, rows }: Page,
): ReviewsView {
  const fit = fitScale({ small, true: fitting, large })
  const total = stars.reduce((sum, one) => sum + one, 0)
  const average = averageStars(stars)
  return {
    ...{ total, page, limit, stars: [...stars] },
    ...(average === undefined ? {} : { average }),
    ...(fit ? { fit: { ...fit, small, true: fitting, large, returns: back } } : {}),
    found,
    sizes: sizes ?? [],
    fits: fits.flatMap((value) => (voices?.[value] ? [{ value, count: voices[value] }] : [])),
    reviews: rows.map(({ answer, answeredAt, at, place: _, ...row }) => ({
      ...without(row),
      at: new Date(at).toISOString(),
      ...(answer ? { answer: { text: answer, at: new Date(answeredAt ?? at).toISOString() } } : {}),
    })),
  }
}
