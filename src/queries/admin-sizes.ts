import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { adminRows } from './admin-rows'

export interface RunChoice {
  id: string
  label: string
}

export interface SizeRun {
  /** The scale of the style, from small to large. */
  sizes: RunChoice[]
  /** Every width there is; most shoes need none. */
  widths: RunChoice[]
  /** Size and width of what the product has already, as `size width`. */
  taken: string[]
  /** `BRERA-COGNAC-{size}`, as its present SKUs have it, or else from its address. */
  skuPattern: string
}

interface Row {
  slug: string
  sizes: RunChoice[] | null
  widths: RunChoice[] | null
  taken: { size: string; width: string | null; sku: string; value: string }[] | null
}

const choices = (condition: ReturnType<typeof sql>) => sql`(
  SELECT json_agg(json_build_object('id', o.id, 'label', coalesce(o.eu, o.label)) ORDER BY o.rank)
  FROM variant_options o JOIN variant_types t ON t.id = o.variant_type_id WHERE ${condition} AND o.deleted_at IS NULL)`

/** What may be added to a product as a run of sizes; undefined without a product. */
export async function getSizeRun(payload: Payload, productId: string): Promise<SizeRun | undefined> {
  const [row] = await adminRows<Row>(
    payload,
    sql`
    SELECT p.slug, ${choices(sql`t.id = coalesce(s.size_scale_id, d.size_scale_id)`)} AS sizes, ${choices(sql`t.kind = 'width'`)} AS widths,
      (SELECT json_agg(json_build_object('size', v.size_id, 'width', v.width_id, 'sku', v.sku, 'value', o.value) ORDER BY v.sku)
        FROM variants v JOIN variant_options o ON o.id = v.size_id WHERE v.product_id = p.id AND v.deleted_at IS NULL) AS taken
    FROM products p LEFT JOIN styles s ON s.id = p.style_id
    LEFT JOIN LATERAL (SELECT st.size_scale_id FROM _products_v pv JOIN styles st ON st.id = pv.version_style_id
      WHERE pv.parent_id = p.id AND pv.latest LIMIT 1) d ON true
    WHERE p.id = ${productId}`,
  )
  if (!row) return undefined
  const taken = row.taken ?? []
  return {
    sizes: row.sizes ?? [],
    widths: row.widths ?? [],
    taken: taken.map(({ size, width }) => `${size} ${width ?? ''}`),
    skuPattern: patternOf(taken, row.slug),
  }
}

function patternOf(
  taken: readonly { sku: string; value: string; width: string | null }[],
  slug: string,
): string {
  const [like] = taken.filter(({ sku, value, width }) => !width && sku.endsWith(`-${value.toUpperCase()}`))
  const stem = like ? like.sku.slice(0, -like.value.length - 1) : (slug ?? '').toUpperCase().slice(0, 50)
  return stem ? `${stem}-{size}` : '{size}'
}
