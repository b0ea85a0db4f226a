import type { Market } from '#domain/markets'
import type { MaterialCode, Segment, SizeLabels } from '#domain/views'
import { sizeLabelsJson } from './size-labels'
import { forEverybody } from '#cache'
import { fileVersion, isUpcoming, kindOf, offers, rowsOf, sql, words } from './sql'

/** One size of a colour, as lists of goods for other places need it. Money in minor units. */
export interface FeedItem {
  id: string
  sku: string
  gtin?: string
  slug: string
  title: string
  description: string
  style: string
  brand: string
  colour: string
  /** What it is, where it is no shoe; it then has no segment, and a size that is none. */
  kind?: 'care'
  segment?: Segment
  size: string
  labels: SizeLabels
  /** As of `VariantView`. */
  width?: string
  upper: MaterialCode[]
  /** Names from the root to the leaf. */
  category: string[]
  price: number
  /** The lowest price of the 30 days before the reduction began, where it is reduced. */
  lowest30?: number
  pairs: number
  weightG?: number
  /** Addresses of pictures, below the shop's own. */
  pictures: string[]
}

type Row = { [Key in keyof FeedItem]: FeedItem[Key] | (undefined extends FeedItem[Key] ? null : never) }

const batch = 200
const mostPictures = 11

/** Everything for sale in a market, not what launches later, a batch at a time by the id of the variant: never more than one batch is held. */
export async function* readFeed(market: Market, size = batch): AsyncGenerator<FeedItem[]> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const rows = await forEverybody(() => rowsOf<Row>(feedSql(market, after, size)))
    if (rows.length > 0) yield rows.map(toItem)
    const last = rows.at(-1)
    if (!last || rows.length < size) return
    after = last.id
  }
}

const toItem = ({ gtin, width, kind, segment, lowest30, weightG, ...row }: Row): FeedItem => ({
  ...row,
  ...(kind ? { kind } : {}),
  ...(segment ? { segment } : {}),
  ...(gtin ? { gtin } : {}),
  ...(width ? { width } : {}),
  ...(lowest30 === null || lowest30 === undefined ? {} : { lowest30 }),
  ...(weightG === null || weightG === undefined ? {} : { weightG }),
})

const feedSql = ({ currency, locale }: Market, after: string, size: number) => sql`
  WITH offer AS MATERIALIZED (${offers(currency)} AND v.id > ${after}::uuid AND NOT ${isUpcoming} ORDER BY v.id LIMIT ${size})
  SELECT o.id, o.sku, v.gtin, p.slug, coalesce(p.title, s.name) AS title,
    coalesce(${words('styles', 'description', sql`s.id`, locale)}, '') AS description, s.slug AS style, b.name AS brand,
    coalesce(${words('products', 'colour', sql`p.id`, locale)}, '') AS colour, ${kindOf} AS kind, s.segment::text AS segment,
    z.value AS size, ${sizeLabelsJson} AS labels, w.value AS width, o.price, o.low AS lowest30, o.available AS pairs,
    v.weight_g::float8 AS "weightG",
    (SELECT coalesce(json_agg(x.value ORDER BY x."order"), '[]') FROM styles_materials_upper x
      WHERE x.parent_id = s.id AND x.value IS NOT NULL) AS upper,
    (WITH RECURSIVE up AS (
        SELECT c.id, c.parent_id, 1 AS depth FROM categories c WHERE c.id = (
          SELECT r.categories_id FROM styles_rels r WHERE r.parent_id = s.id AND r.path = 'categories'
            AND r.categories_id IS NOT NULL ORDER BY r."order" LIMIT 1)
        UNION ALL SELECT c.id, c.parent_id, up.depth + 1 FROM categories c JOIN up ON up.parent_id = c.id WHERE up.depth < 8)
      SELECT coalesce(json_agg(${words('categories', 'name', sql`up.id`, locale)} ORDER BY up.depth DESC), '[]') FROM up) AS category,
    ARRAY(SELECT '/media/' || m.id || '-' || ${fileVersion(sql`m`)} || '/1600.jpg'
      FROM products_pictures pic JOIN media m ON m.id = pic.image_id
      WHERE pic._parent_id = p.id ORDER BY pic._order LIMIT ${mostPictures}) AS pictures
  FROM offer o JOIN variants v ON v.id = o.id JOIN products p ON p.id = o.product_id JOIN styles s ON s.id = p.style_id
  JOIN brands b ON b.id = s.brand_id JOIN variant_options z ON z.id = o.size_id
  LEFT JOIN variant_options w ON w.id = o.width_id
  LEFT JOIN brands_size_overrides ov ON ov._parent_id = s.brand_id AND ov.size_id = z.id
  ORDER BY o.id`
