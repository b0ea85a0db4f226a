import type { CatalogueRow, CatalogueSource, Changes, Ground } from '#catalogue/rows'
import { currencies, type Currency } from '#domain/markets'
import { priceOf, rowsNamed, rowsOf, sql, uuidList, type Sql } from './sql'

const reducedIn: Readonly<Record<Currency, Sql>> = { EUR: sql`re`, GBP: sql`rg`, USD: sql`ru` }

const pricesJson = sql.join(
  currencies.map((currency) => {
    const reduced = reducedIn[currency]
    return sql`coalesce(${reduced}.price, ${priceOf(currency)})::float8,
      CASE WHEN ${reduced}.variant_id IS NULL THEN 0 WHEN ${reduced}.lowest30 IS NULL THEN 1 ELSE 2 END`
  }),
  sql`, `,
)
const joinReduced = sql.join(
  currencies.map(
    (currency) => sql`LEFT JOIN reduced_prices ${reducedIn[currency]}
      ON ${reducedIn[currency]}.variant_id = v.id AND ${reducedIn[currency]}.currency = ${sql.raw(`'${currency}'`)}`,
  ),
  sql` `,
)

/** What is for sale, as the index keeps it: the products that `which` chooses. */
const catalogueRows = (which: Sql): Sql => sql`
  WITH wanted AS MATERIALIZED (
    SELECT p.* FROM products p WHERE p._status = 'published' AND p.deleted_at IS NULL AND ${which}),
  offer AS (
    SELECT p.id, json_agg(json_build_array(v.size_id, v.width_id, CASE WHEN l.on_hand > l.reserved THEN 1 ELSE 0 END, ${pricesJson})) AS offers
    FROM wanted p JOIN variants v ON v.product_id = p.id AND v.deleted_at IS NULL AND v.size_id IS NOT NULL
    LEFT JOIN stock_levels l ON l.variant_id = v.id AND l.location_id = (SELECT id FROM locations WHERE is_default)
    ${joinReduced} GROUP BY p.id)
  SELECT p.id, s.brand_id AS brand, s.segment::text AS segment, p.colour_group::text AS colour, p.popularity::float8 AS popularity,
    (extract(epoch FROM p.launched_at) * 1000)::float8 AS launched, s.attributes_closure::text AS closure,
    s.attributes_heel_height_mm::float8 AS heel,
    array_to_json(array_remove(ARRAY[CASE WHEN s.attributes_water_resistant THEN 'water-resistant' END,
      CASE WHEN s.attributes_vegan THEN 'vegan' END, CASE WHEN s.attributes_removable_insole THEN 'removable-insole' END], NULL)) AS features,
    (SELECT json_agg(u.value::text) FROM styles_materials_upper u WHERE u.parent_id = s.id AND u.value IS NOT NULL) AS materials,
    (SELECT json_agg(r.categories_id) FROM styles_rels r
      WHERE r.parent_id = s.id AND r.path = 'categories' AND r.categories_id IS NOT NULL) AS categories,
    offer.offers, p.title, s.name, concat_ws(' ', s.slug, p.slug) AS codes,
    (SELECT json_object_agg(l._locale, l.text) FROM (
      SELECT _locale, string_agg(text, ' ') AS text FROM (
        SELECT _locale, colour AS text FROM products_locales WHERE _parent_id = p.id
        UNION ALL SELECT _locale, summary FROM styles_locales WHERE _parent_id = s.id) t GROUP BY _locale) l) AS words
  FROM wanted p JOIN offer ON offer.id = p.id
  JOIN styles s ON s.id = p.style_id AND s._status = 'published' AND s.deleted_at IS NULL
  JOIN brands b ON b.id = s.brand_id
  ORDER BY p.id`

const ground: Sql = sql`
  SELECT (SELECT coalesce(json_agg(json_build_object('id', o.id, 'type', o.variant_type_id, 'value', o.value,
      'label', coalesce(o.eu, o.label), 'plainLabel', o.label, 'uk', o.uk, 'usM', o.us_m, 'usW', o.us_w, 'cm', o.cm,
      'footMm', o.foot_mm::float8, 'rank', o.rank::float8)), '[]') FROM variant_options o) AS options,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name)), '[]') FROM brands) AS brands,
    (SELECT coalesce(json_agg(json_build_object('category', r.parent_id, 'product', r.products_id) ORDER BY r.parent_id, r."order"), '[]')
      FROM categories_rels r WHERE r.path = 'pinned' AND r.products_id IS NOT NULL) AS pins,
    (WITH RECURSIVE below AS (
        SELECT id AS top, id FROM categories WHERE deleted_at IS NULL
        UNION SELECT below.top, c.id FROM below JOIN categories c ON c.parent_id = below.id WHERE c.deleted_at IS NULL)
      SELECT coalesce(json_agg(json_build_object('id', top, 'ids', ids, 'names', coalesce((
        SELECT json_object_agg(l._locale, l.name) FROM categories_locales l WHERE l._parent_id = top AND l.name IS NOT NULL), '{}'))), '[]')
      FROM (SELECT top, json_agg(id) AS ids FROM below GROUP BY top) grouped) AS categories`

/** The mark and the changes are of one snapshot: a transaction that ended between two statements would be lost. */
const changesSince = (mark: string): Sql => sql`
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark, coalesce((
    SELECT json_agg(json_build_object('xid', xid::text, 'product', product_id, 'everything', everything))
    FROM catalogue_changes WHERE xid >= ${mark}::xid8), '[]') AS rows`

/** The catalogue in the database, read without a transaction. */
export const catalogueSource: CatalogueSource = {
  rowsOf: (ids) =>
    rowsNamed<CatalogueRow>('catalogue-rows-of', catalogueRows(sql`p.id = ANY (${uuidList(ids)})`)),
  rowsAfter: (id, limit) =>
    rowsOf<CatalogueRow>(
      catalogueRows(
        sql`p.id IN (SELECT id FROM products WHERE ${
          id === undefined ? sql`true` : sql`id > ${id}::uuid`
        } AND _status = 'published' AND deleted_at IS NULL ORDER BY id LIMIT ${limit})`,
      ),
    ),
  async ground() {
    const [row] = await rowsOf<Ground>(ground)
    if (!row) throw new Error('The database told nothing of what products share')
    return row
  },
  async changes(mark) {
    if (mark === undefined) {
      const [now] = await rowsOf<{ mark: string }>(
        sql`SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS mark`,
      )
      return { mark: now?.mark ?? '0', rows: [] }
    }
    const [found] = await rowsNamed<Changes>('catalogue-changes', changesSince(mark))
    if (!found) throw new Error('The database told nothing of what has changed')
    return found
  },
}
