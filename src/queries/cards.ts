import { newForDays } from '#catalogue/rows'
import type { Market } from '#domain/markets'
import { averageStars, type StarCounts } from '#domain/review'
import type { ColourSibling, ImageView, Money, PriceView, ProductCard, SizeChoice } from '#domain/views'
import { sizeLabelsJson } from './size-labels'
import {
  imageJson,
  imageKey,
  isUpcoming,
  kindOf,
  offers,
  rowsNamed,
  sql,
  uuidList,
  words,
  type Sql,
} from './sql'

/** At this many pairs over all sizes a product is on its last ones. */
export const lastPairsAt = 5

/** A published product needs no picture; `id` is then empty and there are no other widths. */
export const noPicture = (alt: string): ImageView => ({
  id: '',
  url: '/assets/no-picture.svg',
  alt,
  width: 1600,
  height: 1600,
})

/** The first picture of product `id`. */
export const leadImage = (id: Sql, market: Market): Sql => sql`(
  SELECT ${imageJson(sql`pic.image_id`, market.locale)} FROM products_pictures pic
  WHERE pic._parent_id = ${id} AND pic.image_id IS NOT NULL ORDER BY pic._order LIMIT 1)`

/** The name of the second picture of product `id` as in its address; null without one. */
export const secondImage = (id: Sql): Sql => sql`(
  SELECT ${imageKey} FROM products_pictures pic JOIN media m ON m.id = pic.image_id
  WHERE pic._parent_id = ${id} ORDER BY pic._order OFFSET 1 LIMIT 1)`

interface TagRow {
  price: number
  priceTo: number
  regular: number | null
  low: number | null
}

interface CardRow extends TagRow {
  id: string
  slug: string
  title: string | null
  name: string
  summary: string | null
  brand: string
  colour: string
  swatch: string | null
  segment: ProductCard['segment'] | null
  kind: ProductCard['kind'] | null
  style: string
  isNew: boolean
  launchesAt: string | Date | null
  isDrawn: boolean
  image: ImageView | null
  second: string | null
  pairs: number
  sizes: SizeChoice[]
  stars: StarCounts | null
}

/** The cards of these products, in this order; what is not for sale in the market is left out. */
export async function getCards(market: Market, ids: readonly string[]): Promise<ProductCard[]> {
  if (ids.length === 0) return []
  const [rows, siblings] = await Promise.all([
    rowsNamed<CardRow>('cards', cardRows(market, ids)),
    siblingsOf(market, ids),
  ])
  return rows.map((row) => toCard(row, siblings, market))
}

export const cardRows = (market: Market, ids: readonly string[]): Sql => sql`
  WITH offer AS (${offers(market.currency)} AND v.product_id = ANY (${uuidList(ids)})),
  size AS (
    SELECT o.product_id, z.value, min(coalesce(ov.eu, z.eu, z.label)) AS label, min(${sizeLabelsJson}::text) AS labels, min(z.rank) AS rank,
      min(o.price) AS price, max(o.price) AS price_to, sum(o.available)::int AS pairs
    FROM offer o JOIN variant_options z ON z.id = o.size_id
    JOIN products p ON p.id = o.product_id JOIN styles s ON s.id = p.style_id
    LEFT JOIN brands_size_overrides ov ON ov._parent_id = s.brand_id AND ov.size_id = z.id
    GROUP BY o.product_id, z.value)
  SELECT p.id, p.slug, p.title, s.name, ${words('styles', 'summary', sql`s.id`, market.locale)} AS summary,
    b.name AS brand, ${words('products', 'colour', sql`p.id`, market.locale)} AS colour,
    p.swatch, s.segment, ${kindOf} AS kind, s.id AS style, ${leadImage(sql`p.id`, market)} AS image,
    ${secondImage(sql`p.id`)} AS second,
    coalesce(p.launched_at > now() - make_interval(days => ${newForDays}) AND p.launched_at <= now(), false) AS "isNew",
    CASE WHEN ${isUpcoming} THEN p.launched_at END AS "launchesAt", p.launch_by IS NOT DISTINCT FROM 'draw' AS "isDrawn",
    f.price, f.price_to AS "priceTo", f.pairs, f.sizes, tag.regular, tag.low,
    CASE WHEN rs.style_id IS NOT NULL THEN json_build_array(rs.stars_1, rs.stars_2, rs.stars_3, rs.stars_4, rs.stars_5) END AS stars
  FROM unnest(${uuidList(ids)}) WITH ORDINALITY AS wanted (id, place)
  JOIN products p ON p.id = wanted.id JOIN styles s ON s.id = p.style_id JOIN brands b ON b.id = s.brand_id
  LEFT JOIN review_summaries rs ON rs.style_id = s.id
  JOIN LATERAL (
    SELECT min(size.price) AS price, max(size.price_to) AS price_to, sum(size.pairs)::int AS pairs,
      json_agg(json_build_object('value', size.value, 'label', size.label, 'labels', size.labels::json, 'available', size.pairs > 0)
        ORDER BY size.rank, size.value) AS sizes
    FROM size WHERE size.product_id = p.id) f ON f.price IS NOT NULL
  ${tagOf(sql`p.id`, sql`f.price`)}
  ORDER BY wanted.place`

/** What stands beside the lowest price of a product: a reduction only where every size at that price is reduced. */
const tagOf = (product: Sql, price: Sql): Sql => sql`CROSS JOIN LATERAL (
    SELECT CASE WHEN bool_and(o.regular IS NOT NULL) THEN min(o.regular) END AS regular,
      CASE WHEN bool_and(o.regular IS NOT NULL) THEN min(o.low) END AS low
    FROM offer o WHERE o.product_id = ${product} AND o.price = ${price}) tag`

interface SiblingRow extends TagRow, Pick<ColourSibling, 'slug' | 'colour' | 'soldOut'> {
  style: string
  swatch: string | null
  image: ImageView | null
}

export const siblingRows = (market: Market, ids: readonly string[]): Sql => sql`
  WITH wanted AS (SELECT DISTINCT style_id FROM products WHERE id = ANY (${uuidList(ids)})),
  offer AS (${offers(market.currency)} AND p.style_id IN (SELECT style_id FROM wanted)),
  f AS (SELECT product_id, sum(available) AS pairs, min(price) AS price, max(price) AS price_to FROM offer GROUP BY product_id)
  SELECT p.style_id AS style, p.slug, ${words('products', 'colour', sql`p.id`, market.locale)} AS colour, p.swatch,
    ${leadImage(sql`p.id`, market)} AS image, f.pairs = 0 AND NOT ${isUpcoming} AS "soldOut",
    f.price, f.price_to AS "priceTo", tag.regular, tag.low
  FROM f JOIN products p ON p.id = f.product_id
  ${tagOf(sql`p.id`, sql`f.price`)}
  ORDER BY p.style_id, p.popularity DESC, p.slug COLLATE "C"`

/** All colours for sale of the styles of these products, by style, the most popular first. */
async function siblingsOf(market: Market, ids: readonly string[]): Promise<Map<string, ColourSibling[]>> {
  const rows = await rowsNamed<SiblingRow>('siblings', siblingRows(market, ids))
  const byStyle = new Map<string, ColourSibling[]>()
  for (const { style, swatch, image, ...row } of rows) {
    const { slug, colour, soldOut } = row
    const sibling = {
      ...{ slug, colour, soldOut, image: image ?? noPicture(colour) },
      ...(swatch ? { swatch } : {}),
      ...priceTag(row, market),
    }
    byStyle.set(style, [...(byStyle.get(style) ?? []), sibling])
  }
  return byStyle
}

function toCard(row: CardRow, siblings: Map<string, ColourSibling[]>, market: Market): ProductCard {
  const title = row.title ?? row.slug
  const badge = badgeOf(row)
  return {
    id: row.id,
    slug: row.slug,
    title,
    name: row.name,
    ...(row.summary ? { summary: row.summary } : {}),
    brand: row.brand,
    colour: row.colour,
    ...(row.swatch ? { swatch: row.swatch } : {}),
    ...(row.kind ? { kind: row.kind } : {}),
    ...(row.segment ? { segment: row.segment } : {}),
    ...priceTag(row, market),
    image: row.image ?? noPicture(title),
    ...(row.second ? { secondImage: row.second } : {}),
    sizes: row.sizes,
    siblings: (siblings.get(row.style) ?? []).filter((sibling) => sibling.slug !== row.slug),
    ...(badge ? { badge } : {}),
    ...(row.launchesAt ? { launchesAt: new Date(row.launchesAt).toISOString() } : {}),
    ...(row.launchesAt && row.isDrawn ? { launchBy: 'draw' as const } : {}),
    ...ratingOf(row.stars),
  }
}

export function ratingOf(stars: StarCounts | null | undefined): Pick<ProductCard, 'rating'> {
  const average = stars && averageStars(stars)
  return average ? { rating: { average, count: stars.reduce((sum, one) => sum + one, 0) } } : {}
}

function badgeOf({ pairs, isNew }: CardRow): ProductCard['badge'] {
  if (pairs > 0 && pairs <= lastPairsAt) return 'last-pairs'
  return isNew ? 'new' : undefined
}

const priceTag = ({ price, priceTo, regular, low }: TagRow, market: Market): PriceView => ({
  price: money(price, market),
  priceFrom: price !== priceTo,
  ...(regular === null ? {} : { regularPrice: money(regular, market) }),
  ...(low === null ? {} : { lowest30: money(low, market) }),
})

export const money = (amount: number, market: Market): Money => ({ amount, currency: market.currency })

/** The card of one product with every colour of its style, itself included, in the same order on each of their pages. */
export async function getCardWithColours(
  market: Market,
  { id, style }: { id: string; style: string },
): Promise<{ card: ProductCard | undefined; colours: ColourSibling[] }> {
  const [[row], siblings] = await Promise.all([
    rowsNamed<CardRow>('cards', cardRows(market, [id])),
    siblingsOf(market, [id]),
  ])
  return { card: row && toCard(row, siblings, market), colours: siblings.get(style) ?? [] }
}
