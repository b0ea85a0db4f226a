import { cached } from '#cache'
import type { Segment, SizeLabels } from '#domain/views'
import { without } from './shape'
import { rowsNamed, sql } from './sql'

/** The size scales that shoes of a segment are made in, the one with most sizes first. */
export type ScalesOfSegments = Readonly<Record<'women' | 'men' | 'kids', readonly SizeLabels[][]>>

interface Row {
  segments: Segment[]
  rows: SizeLabels[]
}

/** Which feet the shop has sizes for, by segment; shoes for both count for both. */
export const getFootScales = (): Promise<ScalesOfSegments> =>
  cached(['foot-scales'], ['products', 'pages'], async () => {
    const found = await rowsNamed<Row>(
      'foot-scales',
      sql`
      SELECT array(SELECT DISTINCT s.segment::text FROM styles s WHERE s.size_scale_id = t.id AND s.deleted_at IS NULL AND s.segment IS NOT NULL) AS segments,
        json_agg(json_build_object('eu', coalesce(z.eu, z.label), 'uk', z.uk, 'usM', z.us_m, 'usW', z.us_w, 'cm', z.cm,
          'footMm', z.foot_mm::float8) ORDER BY z.rank, z.value) AS rows
      FROM variant_types t JOIN variant_options z ON z.variant_type_id = t.id AND z.deleted_at IS NULL AND z.foot_mm IS NOT NULL
      WHERE t.kind = 'size' AND t.deleted_at IS NULL GROUP BY t.id ORDER BY count(*) DESC, t.id`,
    )
    const of = (...wanted: Segment[]): SizeLabels[][] =>
      found
        .filter(({ segments }) => wanted.some((one) => segments.includes(one)))
        .map(({ rows }) => rows.map((row) => without(row)))
    return { women: of('women', 'unisex'), men: of('men', 'unisex'), kids: of('kids') }
  })
