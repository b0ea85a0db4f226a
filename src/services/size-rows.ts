import { oneSize } from '#domain/care'

/** The size of a row `o` of `variant_options` as a person reads it: EU, else its label. Null for what comes in one size, which is shown nowhere. */
export const sizeSql = `CASE WHEN o.value <> '${oneSize}' THEN coalesce(o.eu, o.label) END`
