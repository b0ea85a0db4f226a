import { oneSize } from '#domain/care'
import type { Segment, SizeLabels } from '#domain/views'

/** The size of a row `o` of `variant_options` as a person reads it: EU, else its label. Null for what comes in one size, which is shown nowhere. */
export const sizeSql = `CASE WHEN o.value <> '${oneSize}' THEN coalesce(o.eu, o.label) END`

/**
 * What a new line of an order keeps of the size of the variant `v`, a row `o` of `variant_options`: its labels in all systems as the
 * brand has them, and the segment. Null for what comes in one size.
 */
export const soldLabelsSql = `CASE WHEN o.value <> '${oneSize}' THEN (
    SELECT jsonb_strip_nulls(jsonb_build_object('eu', coalesce(ov.eu, o.eu, o.label), 'uk', coalesce(ov.uk, o.uk),
      'usM', coalesce(ov.us_m, o.us_m), 'usW', coalesce(ov.us_w, o.us_w), 'cm', coalesce(ov.cm, o.cm), 'footMm', o.foot_mm,
      'segment', style.segment))
    FROM products sold LEFT JOIN styles style ON style.id = sold.style_id
    LEFT JOIN brands_size_overrides ov ON ov._parent_id = style.brand_id AND ov.size_id = o.id WHERE sold.id = v.product_id LIMIT 1) END`

/** As `soldLabelsSql` answers. */
export type KeptLabels = SizeLabels & { segment?: Segment }

export interface Labelled {
  labels?: SizeLabels
  segment?: Segment
}

/** Labels as they are kept, apart from their segment. */
export function labelled(kept: KeptLabels | null): Labelled {
  if (!kept) return {}
  const { segment, ...labels } = kept
  return { labels, ...(segment && { segment }) }
}
