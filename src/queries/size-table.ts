import { cached } from '#cache'
import type { Market } from '#domain/markets'
import type { SizeLabels } from '#domain/views'
import { without } from './shape'
import { rowsNamed, sql } from './sql'

export interface SizeTable {
  scale: string
  rows: SizeLabels[]
}

/** A size scale by id: each foot length with its labels, in the order of the shelf. */
export async function getSizeTable(_market: Market, scaleId: string): Promise<SizeTable | undefined> {
  const scales = await getSizeScales()
  const found = scales.find(({ id }) => id === scaleId)
  return found && { scale: found.label, rows: found.rows }
}

export interface SizeScaleView {
  id: string
  name: string
  label: string
  rows: SizeLabels[]
}

/** Every size scale with its points. Scales are few and their points some hundred. */
export const getSizeScales = (): Promise<SizeScaleView[]> =>
  cached(['size-scales'], ['products', 'pages'], async () => {
    const scales = await rowsNamed<SizeScaleView>(
      'size-scales',
      sql`
      SELECT t.id, t.name, t.label, json_agg(json_build_object('eu', coalesce(z.eu, z.label), 'uk', z.uk, 'usM', z.us_m,
        'usW', z.us_w, 'cm', z.cm, 'footMm', z.foot_mm::float8) ORDER BY z.rank, z.value) AS rows
      FROM variant_types t JOIN variant_options z ON z.variant_type_id = t.id AND z.deleted_at IS NULL
      WHERE t.kind = 'size' AND t.deleted_at IS NULL GROUP BY t.id ORDER BY t.label`,
    )
    return scales.map((scale) => ({ ...scale, rows: scale.rows.map((row) => without(row)) }))
  })
