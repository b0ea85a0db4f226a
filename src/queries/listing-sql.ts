import { newForDays } from '#catalogue/rows'
import { oneSize } from '#domain/care'
import type { Market } from '#domain/markets'
import type { ListingQuery } from '#domain/views'
import { searchWords, wordFound, wordScore } from './search-sql'
import { offers, sql, textList, uuidList, type Sql } from './sql'

/** What a listing needs to know of its category. */
export interface CategoryScope {
  id: string
  /** Itself and everything below it. */
  ids: readonly string[]
}

/**
 * One statement for a page of ids, the total and every facet count. Each product carries a flag per filter; the
 * count of a facet asks for all flags but its own. Money is in minor units of the market.
 */
export function listingSql(market: Market, query: ListingQuery, category?: CategoryScope): Sql {
  const inStock = query.size.length > 0 || query.inStock === true
  return sql`
    WITH offer AS MATERIALIZED (
      SELECT o.product_id, o.price, o.regular, o.low, o.available > 0 AS here, z.value AS size, coalesce(z.eu, z.label) AS size_label,
        z.uk, z.us_m, z.us_w, z.cm, z.foot_mm, z.rank, w.value AS width, w.label AS width_label, w.rank AS width_rank,
        ${chosen(sql`z.value`, query.size)} AS size_ok, ${chosen(sql`w.value`, query.width)} AS width_ok
      FROM (${offers(market.currency)}) o
      JOIN variant_options z ON z.id = o.size_id LEFT JOIN variant_options w ON w.id = o.width_id),
    sold AS (
      SELECT product_id, min(price) AS price,
        coalesce(min(price) FILTER (WHERE low IS NOT NULL) = min(price)
          AND coalesce(min(price) FILTER (WHERE regular IS NULL) > min(price), true), false) AS is_reduced,
        bool_or(size_ok AND width_ok ${inStock ? sql`AND here` : sql``}) AS offer_ok FROM offer GROUP BY product_id),
    flagged AS MATERIALIZED (${flagged(market, query, category)}),
    ${facets(query, inStock)}
    SELECT (SELECT ${counting(query)} FROM flagged f WHERE all_ok)::int AS total,
      (SELECT json_agg(page.id ORDER BY page.place) FROM (
        SELECT id, place FROM (${places(query, category)}) placed WHERE nth = 1
        ORDER BY place LIMIT ${query.limit} OFFSET ${(query.page - 1) * query.limit}) page) AS ids,
      (SELECT json_agg(counted) FROM counted) AS facets,
      (SELECT json_build_object('min', min(price), 'max', max(price)) FROM flagged WHERE offer_ok AND ${choices()}) AS prices`
}

/** Counts cards among rows of `flagged f`, in which each product stands once. */
const counting = ({ each }: ListingQuery): Sql =>
  each === 'model' ? sql`count(DISTINCT f.style_id)` : sql`count(*)`

/** The same where a product has several rows. */
const countingOnce = ({ each }: ListingQuery): Sql =>
  each === 'model' ? sql`count(DISTINCT f.style_id)` : sql`count(DISTINCT f.id)`

/**
 * Where each product stands, and which of the colours of its model it is there: the first one is the card. In the shop's own
 * order it is shown in the colour that was pinned, else in the one that leads it.
 */
function places(query: ListingQuery, category?: CategoryScope): Sql {
  const order = sorting(query, category)
  if (query.each === 'colour')
    return sql`SELECT id, row_number() OVER (ORDER BY ${order}) AS place, 1 AS nth FROM flagged WHERE all_ok`
  const shown =
    query.sort === 'popular'
      ? sql`first_value(id) OVER (PARTITION BY style_id ORDER BY ${pinned(category)} leads DESC, ${order})`
      : sql`id`
  return sql`SELECT ${shown} AS id, row_number() OVER (ORDER BY ${order}) AS place,
    row_number() OVER (PARTITION BY style_id ORDER BY ${order}) AS nth FROM flagged WHERE all_ok`
}

const chosen = (column: Sql, values: readonly string[]): Sql =>
  values.length === 0 ? sql`true` : sql`coalesce(${column}::text = ANY (${textList(values)}), false)`

function flagged(market: Market, query: ListingQuery, category?: CategoryScope): Sql {
  const terms = searchWords(query.q)
  const scope = [
    ...(category
      ? [
          sql`EXISTS (SELECT 1 FROM styles_rels r WHERE r.parent_id = s.id AND r.path = 'categories'
            AND r.categories_id = ANY (${uuidList(category.ids)}))`,
        ]
      : []),
    ...terms.map((term) => wordFound(term, market)),
  ]
  const material = sql`EXISTS (SELECT 1 FROM styles_materials_upper u WHERE u.parent_id = s.id
    AND u.value::text = ANY (${textList(query.material)}))`
  const closure = chosen(sql`s.attributes_closure`, query.closure)
  const heel = chosen(heelRange, query.heel)
  const feature = query.feature.length > 0 ? hasAny(features, query.feature) : sql`true`
  const offer = query.offer.length > 0 ? hasAny(specials, query.offer) : sql`true`
  const price = sql`sold.price BETWEEN ${query.minPrice ?? 0} AND ${query.maxPrice ?? Number.MAX_SAFE_INTEGER}`
  return sql`
    SELECT *, price_ok AND offer_ok AND ${choices()} AS all_ok FROM (
      SELECT p.id, p.colour_group::text AS colour, b.slug AS brand, b.name AS brand_name, s.segment::text AS segment,
        s.id AS style_id, s.lead_product_id IS NOT DISTINCT FROM p.id AS leads, p.popularity, p.launched_at, sold.price, sold.offer_ok, ${wordScore(terms)} AS score,
        ${chosen(sql`p.colour_group`, query.colour)} AS colour_ok, ${chosen(sql`b.slug`, query.brand)} AS brand_ok,
        ${chosen(sql`s.segment`, query.segment)} AS segment_ok,
        ${query.material.length > 0 ? material : sql`true`} AS material_ok, ${price} AS price_ok,
        s.attributes_closure::text AS closure, ${heelRange} AS heel, ARRAY(SELECT value FROM ${features} WHERE has) AS features,
        ARRAY(SELECT value FROM ${specials} WHERE has) AS specials,
        ${closure} AS closure_ok, ${heel} AS heel_ok, ${feature} AS feature_ok, ${offer} AS special_ok
      FROM sold JOIN products p ON p.id = sold.product_id JOIN styles s ON s.id = p.style_id
      JOIN brands b ON b.id = s.brand_id
      ${scope.length > 0 ? sql`WHERE ${sql.join(scope, sql` AND `)}` : sql``}) f`
}

const heelRange = sql`CASE WHEN s.attributes_heel_height_mm <= 20 THEN 'flat' WHEN s.attributes_heel_height_mm <= 40 THEN 'low'
  WHEN s.attributes_heel_height_mm <= 70 THEN 'mid' WHEN s.attributes_heel_height_mm > 70 THEN 'high' END`
const features = sql`(VALUES ('water-resistant', s.attributes_water_resistant), ('vegan', s.attributes_vegan),
  ('removable-insole', s.attributes_removable_insole)) AS feature (value, has)`
const specials = sql`(VALUES ('new', p.launched_at > now() - make_interval(hours => ${sql.raw(String(newForDays * 24))}) AND p.launched_at <= now()),
  ('reduced', sold.is_reduced)) AS special (value, has)`
const hasAny = (table: Sql, values: readonly string[]): Sql =>
  sql`EXISTS (SELECT FROM ${table} WHERE has AND value = ANY (${textList(values)}))`

/** Every choice of a product-level facet but the one named: the selection of a facet does not narrow the facet itself. */
const flags = {
  brand: sql`brand_ok`,
  colour: sql`colour_ok`,
  material: sql`material_ok`,
  segment: sql`segment_ok`,
  closure: sql`closure_ok`,
  heel: sql`heel_ok`,
  feature: sql`feature_ok`,
  special: sql`special_ok`,
}
const choices = (own?: keyof typeof flags): Sql => {
  const kept = (Object.keys(flags) as (keyof typeof flags)[])
    .filter((flag) => flag !== own)
    .map((flag) => flags[flag])
  return sql.join(kept, sql` AND `)
}
const others = (own?: Parameters<typeof choices>[0]): Sql => sql`price_ok AND ${choices(own)}`

/** Where children's and adults' scales meet, EU 35 to 38, a listing of both says what adults read. */
const adultFirst = (label: Sql): Sql =>
  sql`coalesce(min(${label} COLLATE "C") FILTER (WHERE f.segment IS DISTINCT FROM 'kids'), min(${label} COLLATE "C"))`

const facets = (query: ListingQuery, inStock: boolean): Sql => sql`
  counted AS (
    SELECT 'colour' AS facet, colour AS value, colour AS label, NULL::jsonb AS labels, 0 AS rank,
      (${counting(query)} FILTER (WHERE offer_ok AND ${others('colour')}))::int AS count FROM flagged f WHERE colour IS NOT NULL GROUP BY colour
    UNION ALL SELECT 'brand', brand, min(brand_name), NULL, 0,
      (${counting(query)} FILTER (WHERE offer_ok AND ${others('brand')}))::int FROM flagged f GROUP BY brand
    UNION ALL SELECT 'segment', segment, segment, NULL, 0,
      (${counting(query)} FILTER (WHERE offer_ok AND ${others('segment')}))::int FROM flagged f WHERE segment IS NOT NULL GROUP BY segment
    UNION ALL SELECT 'closure', closure, closure, NULL, 0,
      (${counting(query)} FILTER (WHERE offer_ok AND ${others('closure')}))::int FROM flagged f WHERE closure IS NOT NULL GROUP BY closure
    UNION ALL SELECT 'heel', heel, heel, NULL, 0,
      (${counting(query)} FILTER (WHERE offer_ok AND ${others('heel')}))::int FROM flagged f WHERE heel IS NOT NULL GROUP BY heel
    UNION ALL SELECT 'feature', value, value, NULL, 0,
      (${counting(query)} FILTER (WHERE offer_ok AND ${others('feature')}))::int FROM flagged f CROSS JOIN unnest(features) AS value GROUP BY value
    UNION ALL SELECT 'offer', value, value, NULL, 0,
      (${counting(query)} FILTER (WHERE offer_ok AND ${others('special')}))::int FROM flagged f CROSS JOIN unnest(specials) AS value GROUP BY value
    UNION ALL SELECT 'material', u.value::text, u.value::text, NULL, 0,
      (${countingOnce(query)} FILTER (WHERE offer_ok AND ${others('material')}))::int
      FROM flagged f JOIN styles_materials_upper u ON u.parent_id = f.style_id GROUP BY u.value
    UNION ALL SELECT 'size', o.size, min(o.size_label COLLATE "C"),
      jsonb_strip_nulls(jsonb_build_object('eu', min(o.size_label COLLATE "C"), 'uk', ${adultFirst(sql`o.uk`)},
        'usM', ${adultFirst(sql`o.us_m`)}, 'usW', ${adultFirst(sql`o.us_w`)},
        'cm', min(o.cm COLLATE "C"), 'footMm', min(o.foot_mm)::float8)), min(o.rank)::int,
      (${countingOnce(query)} FILTER (WHERE o.width_ok AND o.here AND ${others()}))::int
      FROM flagged f JOIN offer o ON o.product_id = f.id WHERE o.size <> ${oneSize} GROUP BY o.size
    UNION ALL SELECT 'width', o.width, min(o.width_label COLLATE "C"), NULL, min(o.width_rank)::int,
      (${countingOnce(query)} FILTER (WHERE o.size_ok ${inStock ? sql`AND o.here` : sql``} AND ${others()}))::int
      FROM flagged f JOIN offer o ON o.product_id = f.id WHERE o.width IS NOT NULL GROUP BY o.width)`

/** Pinned products come first, in the order of the category. */
const pinned = (category: CategoryScope | undefined): Sql =>
  category
    ? sql`(SELECT r."order" FROM categories_rels r WHERE r.parent_id = ${category.id}::uuid AND r.path = 'pinned'
        AND r.products_id = flagged.id LIMIT 1) NULLS LAST, `
    : sql``

function sorting(query: ListingQuery, category?: CategoryScope): Sql {
  const popular = sql`popularity DESC NULLS LAST, launched_at DESC NULLS LAST, id`
  const orders: Record<ListingQuery['sort'], Sql> = {
    popular: sql`${pinned(category)}${popular}`,
    newest: sql`launched_at DESC NULLS LAST, id`,
    price: sql`price, ${popular}`,
    '-price': sql`price DESC, ${popular}`,
    relevance: sql`score DESC, ${popular}`,
  }
  return orders[query.sort]
}
