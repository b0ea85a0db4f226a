import type { Client } from 'pg'
import { isLoaded } from './ids'

export interface SizeTemplate {
  readonly id: string
  readonly label: string
}

export interface ProductTemplate {
  readonly id: string
  readonly version: string
  readonly slug: string
  readonly colour: string
  readonly eur: number
  readonly gbp: number
  readonly usd: number
}

/** A style of the demo shop from which many are made. */
export interface StyleTemplate {
  readonly id: string
  readonly version: string
  readonly slug: string
  readonly name: string
  /** Of the pair, in grams. */
  readonly weight: number
  readonly sizes: readonly SizeTemplate[]
  readonly products: readonly ProductTemplate[]
}

export const sizesEach = 12

/** Twelve neighbours on the scale of the style, from the smallest that the demo style is made in. */
const query = `
  WITH points AS (
    SELECT variant_type_id AS scale, count(*) AS many FROM variant_options WHERE deleted_at IS NULL GROUP BY 1),
  wearable AS (
    SELECT s.id, min(o.rank) AS smallest
    FROM styles s JOIN products p ON p.style_id = s.id JOIN variants v ON v.product_id = p.id JOIN variant_options o ON o.id = v.size_id
    GROUP BY 1),
  colours AS (
    SELECT p.style_id, json_agg(json_build_object('id', p.id, 'version', v.id, 'slug', p.slug, 'colour', l.colour,
      'eur', p.price_in_e_u_r::float8, 'gbp', p.price_in_g_b_p::float8, 'usd', p.price_in_u_s_d::float8) ORDER BY p.slug) AS list
    FROM products p
    JOIN products_locales l ON l._parent_id = p.id AND l._locale = 'en'
    JOIN _products_v v ON v.parent_id = p.id AND v.latest AND v.version__status = 'published'
    WHERE p._status = 'published' AND p.deleted_at IS NULL AND NOT (${isLoaded('p.id')})
      AND p.price_in_e_u_r_enabled AND p.price_in_g_b_p_enabled AND p.price_in_u_s_d_enabled
    GROUP BY 1)
  SELECT s.id, v.id AS version, s.slug, s.name, coalesce(s.attributes_weight_g, 400)::float8 * 2 AS weight, c.list AS products,
    (SELECT json_agg(json_build_object('id', chosen.id, 'label', chosen.label) ORDER BY chosen.rank) FROM (
      SELECT nearest.* FROM (
        SELECT o.id, o.label, o.rank FROM variant_options o
        WHERE o.variant_type_id = s.size_scale_id AND o.deleted_at IS NULL
        ORDER BY o.rank < w.smallest, abs(o.rank - w.smallest) LIMIT ${sizesEach}) AS nearest) AS chosen) AS sizes
  FROM styles s
  JOIN _styles_v v ON v.parent_id = s.id AND v.latest AND v.version__status = 'published'
  JOIN wearable w ON w.id = s.id JOIN colours c ON c.style_id = s.id
  JOIN points n ON n.scale = s.size_scale_id AND n.many >= ${sizesEach}
  WHERE s._status = 'published' AND s.deleted_at IS NULL AND NOT (${isLoaded('s.id')})
  ORDER BY s.slug`

export async function readTemplates(client: Client): Promise<StyleTemplate[]> {
  const { rows } = await client.query<StyleTemplate>(query)
  return rows
}
