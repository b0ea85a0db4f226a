import { onPrimary } from '#cache'
import type { CatalogueRow, CatalogueSource, Changes, Ground } from '#catalogue/rows'
import { currencies, locales, type Currency } from '#domain/markets'
import { secondImage } from './cards'
import { fileVersion, isUpcoming, kindOf, priceOf, rowsNamed, rowsOf, sql, uuidList, type Sql } from './sql'

const named = (currency: Currency): Sql => sql.raw(`'${currency}'`)
const column = (currency: Currency, what: 'price' | 'regular' | 'low'): Sql => sql.raw(`${what}_${currency}`)

/** For each currency what a size costs, and where it is reduced the regular price and the lowest of 30 days. */
const pricesJson = sql.join(
  currencies.map(
    (currency) => sql`coalesce(reduced.${column(currency, 'price')}, ${priceOf(currency)})::float8,
      reduced.${column(currency, 'regular')}::float8, reduced.${column(currency, 'low')}::float8`,
  ),
  sql`, `,
)
const reductions = sql.join(
  currencies.flatMap((currency) =>
    (
      [
        ['price', sql`r.price`],
        ['regular', sql`r.regular`],
        ['low', sql`r.lowest30`],
      ] as const
    ).map(
      ([what, value]) =>
        sql`max(${value}) FILTER (WHERE r.currency = ${named(currency)}) AS ${column(currency, what)}`,
    ),
  ),
  sql`, `,
)

/** Texts are indexed by their language first. */
const inAnyLanguage = sql.raw(`_locale IN (${locales.map((locale) => `'${locale}'`).join(', ')})`)

/** A localised text in each language that has it. */
const texts = (table: string, column: string, parent: Sql): Sql => sql`(
  SELECT json_object_agg(l._locale, l.${sql.identifier(column)}) FROM ${sql.identifier(`${table}_locales`)} l
  WHERE l._parent_id = ${parent} AND l.${inAnyLanguage} AND l.${sql.identifier(column)} IS NOT NULL)`

/** What is for sale, as the index keeps it: the products that `which` chooses. */
const catalogueRows = (which: Sql): Sql => sql`
  SELECT p.id, s.brand_id AS brand, s.segment::text AS segment, p.colour_group::text AS colour, p.popularity::float8 AS popularity,
    (extract(epoch FROM p.launched_at) * 1000)::float8 AS launched, s.attributes_closure::text AS closure,
    s.attributes_heel_height_mm::float8 AS heel,
    array_to_json(array_remove(ARRAY[CASE WHEN s.attributes_water_resistant THEN 'water-resistant' END,
      CASE WHEN s.attributes_vegan THEN 'vegan' END, CASE WHEN s.attributes_removable_insole THEN 'removable-insole' END], NULL)) AS features,
    (SELECT json_agg(u.value::text) FROM styles_materials_upper u WHERE u.parent_id = s.id AND u.value IS NOT NULL) AS materials,
    (SELECT json_agg(r.categories_id) FROM styles_rels r
      WHERE r.parent_id = s.id AND r.path = 'categories' AND r.categories_id IS NOT NULL) AS categories,
    offer.offers, s.id AS style, s.lead_product_id IS NOT DISTINCT FROM p.id AS leads,
    json_build_object('slug', p.slug, 'title', p.title, 'name', s.name, 'kind', ${kindOf}, 'code', s.slug, 'swatch', p.swatch, 'isDrawn', p.launch_by IS NOT DISTINCT FROM 'draw',
      'stars', (SELECT json_build_array(rs.stars_1, rs.stars_2, rs.stars_3, rs.stars_4, rs.stars_5) FROM review_summaries rs WHERE rs.style_id = s.id),
      'colours', ${texts('products', 'colour', sql`p.id`)}, 'summaries', ${texts('styles', 'summary', sql`s.id`)},
      'image', (SELECT json_build_object('id', m.id || '-' || ${fileVersion(sql`m`)}, 'width', coalesce(m.width, 1600)::float8,
          'height', coalesce(m.height, 1600)::float8, 'alts', ${texts('media', 'alt', sql`m.id`)})
        FROM (SELECT pic.image_id FROM products_pictures pic WHERE pic._parent_id = p.id AND pic.image_id IS NOT NULL
          ORDER BY pic._order LIMIT 1) lead JOIN media m ON m.id = lead.image_id)) AS face,
    ${secondImage(sql`p.id`)} AS second
  FROM products p JOIN styles s ON s.id = p.style_id AND s._status = 'published' AND s.deleted_at IS NULL
  JOIN brands b ON b.id = s.brand_id
  JOIN LATERAL (
    SELECT json_agg(json_build_array(v.size_id, v.width_id, CASE WHEN ${isUpcoming} THEN 0 ELSE least(greatest(coalesce(l.on_hand - l.reserved, 0), 0), 100) END::int, ${pricesJson})) AS offers
    FROM variants v LEFT JOIN stock_levels l ON l.variant_id = v.id AND l.location_id = (SELECT id FROM locations WHERE is_default)
    LEFT JOIN LATERAL (SELECT ${reductions} FROM reduced_prices r WHERE r.variant_id = v.id) reduced ON true
    WHERE v.product_id = p.id AND v.deleted_at IS NULL AND v.size_id IS NOT NULL) offer ON offer.offers IS NOT NULL
  WHERE p._status = 'published' AND p.deleted_at IS NULL AND ${which}
  ORDER BY p.id`

const ground: Sql = sql`
  SELECT (SELECT coalesce(json_agg(json_build_object('id', o.id, 'type', o.variant_type_id, 'value', o.value,
      'label', coalesce(o.eu, o.label), 'plainLabel', o.label, 'eu', o.eu, 'uk', o.uk, 'usM', o.us_m, 'usW', o.us_w, 'cm', o.cm,
      'footMm', o.foot_mm::float8, 'rank', o.rank::float8)), '[]') FROM variant_options o) AS options,
    (SELECT coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'name', name)), '[]') FROM brands) AS brands,
    (SELECT coalesce(json_agg(json_build_object('category', r.parent_id, 'product', r.products_id) ORDER BY r.parent_id, r."order"), '[]')
      FROM categories_rels r WHERE r.path = 'pinned' AND r.products_id IS NOT NULL) AS pins,
    (SELECT coalesce(json_agg(json_build_object('brand', _parent_id, 'size', size_id, 'eu', eu, 'uk', uk, 'usM', us_m, 'usW', us_w,
      'cm', cm)), '[]') FROM brands_size_overrides) AS overrides,
    (SELECT coalesce(json_agg(string_to_array(words, E'\\n')), '[]') FROM synonyms WHERE words IS NOT NULL) AS synonyms,
    (WITH RECURSIVE tree AS (
        SELECT c.id, c.slug, c.slug::text AS path, c."order", 1 AS depth FROM categories c WHERE c.parent_id IS NULL AND c.deleted_at IS NULL
        UNION ALL
        SELECT c.id, c.slug, tree.path || '/' || c.slug, c."order", tree.depth + 1
        FROM categories c JOIN tree ON tree.id = c.parent_id WHERE c.deleted_at IS NULL AND tree.depth < 8)
      SELECT coalesce(json_agg(json_build_object('id', id, 'slug', slug, 'path', path,
        'names', ${texts('categories', 'name', sql`tree.id`)}) ORDER BY depth, "order", slug), '[]') FROM tree) AS categories`

/** The oldest transaction that is open, or the next one. */
const markOfNow = sql`pg_snapshot_xmin(pg_current_snapshot())`

/** The mark and the changes are of one snapshot: a transaction that ended between two statements would be lost. */
const changesSince = (mark: string | undefined): Sql => sql`
  SELECT ${markOfNow}::text AS mark, coalesce((
    SELECT json_agg(json_build_object('xid', xid::text, 'product', product_id, 'everything', everything))
    FROM catalogue_changes WHERE xid >= ${mark === undefined ? markOfNow : sql`${mark}::xid8`}), '[]') AS rows`

export const rowsAfterSql = (id: string | undefined, limit: number): Sql =>
  catalogueRows(
    sql`p.id IN (SELECT id FROM products WHERE ${
      id === undefined ? sql`true` : sql`id > ${id}::uuid`
    } AND _status = 'published' AND deleted_at IS NULL ORDER BY id LIMIT ${limit})`,
  )

/** The catalogue in the database, read without a transaction. On the primary: which changes are seen is a matter of its transactions. */
export const catalogueSource: CatalogueSource = {
  rowsOf: (ids) =>
    onPrimary(() =>
      rowsNamed<CatalogueRow>('catalogue-rows-of', catalogueRows(sql`p.id = ANY (${uuidList(ids)})`)),
    ),
  rowsAfter: (id, limit) => onPrimary(() => rowsOf<CatalogueRow>(rowsAfterSql(id, limit))),
  ground: () => onPrimary(readGround),
  changes: (mark) => onPrimary(() => readChanges(mark)),
}

async function readGround(): Promise<Ground> {
  const [row] = await rowsOf<Ground>(ground)
  if (!row) throw new Error('The database told nothing of what products share')
  return row
}

async function readChanges(mark: string | undefined): Promise<Changes> {
  const since = changesSince(mark)
  // Asked once by each process: not worth a plan of its own.
  const [found] = await (mark === undefined
    ? rowsOf<Changes>(since)
    : rowsNamed<Changes>('catalogue-changes', since))
  if (!found) throw new Error('The database told nothing of what has changed')
  return found
}
