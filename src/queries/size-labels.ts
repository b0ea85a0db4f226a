import { sql, type Sql } from './sql'

/**
 * The `SizeLabels` of the size point `z` as JSON; `ov` is the brand's own row for it, whose labels win over the scale's.
 * Systems without a label are left out.
 */
export const sizeLabelsJson: Sql = sql`jsonb_strip_nulls(jsonb_build_object('eu', coalesce(ov.eu, z.eu, z.label),
  'uk', coalesce(ov.uk, z.uk), 'usM', coalesce(ov.us_m, z.us_m), 'usW', coalesce(ov.us_w, z.us_w),
  'cm', coalesce(ov.cm, z.cm), 'footMm', z.foot_mm::float8))`
