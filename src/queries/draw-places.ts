import { drawHours, type DrawView } from '#domain/draw'
import { without } from './shape'
import { isoTime, rowsOf, sql } from './sql'

/** Who was drawn, by place: ids of entries, which tell nobody who they are. */
export interface DrawPlaces {
  draw: DrawView
  /** Entries that are still kept. */
  total: number
  page: number
  limit: number
  places: { place: number; entryId: string }[]
}

/** As SQL reads it. */
export type DrawRow = Omit<DrawView, 'drawnAt' | 'seed' | 'entries'> & {
  drawnAt: string | null
  seed: string | null
  entries: number | null
}

type Row = Pick<DrawPlaces, 'total' | 'places'> & { draw: DrawRow | null }

/** Of a draw the seed is secret until it was made. Needs the product as `p`. */
export const drawJson = sql`(SELECT json_build_object('fingerprint', d.fingerprint, 'closesAt', ${isoTime(sql`p.launched_at`)},
    'holdHours', least(greatest(coalesce(p.draw_hours, ${drawHours.defaultValue}), ${drawHours.min}), ${drawHours.max})::float8,
    'drawnAt', ${isoTime(sql`d.drawn_at`)}, 'seed', CASE WHEN d.drawn_at IS NOT NULL THEN d.seed END, 'entries', d.entries)
  FROM draws d WHERE d.product_id = p.id AND p.launch_by = 'draw' AND p.launched_at IS NOT NULL)`

/** The draw of a published product with a page of its places; undefined where there is none. */
export async function getDrawPlaces(
  slug: string,
  { page, limit }: { page: number; limit: number },
): Promise<DrawPlaces | undefined> {
  const [row] = await rowsOf<Row>(sql`
    SELECT ${drawJson} AS draw,
      (SELECT count(*)::int FROM draw_entries e WHERE e.product_id = p.id AND e.place IS NOT NULL) AS total,
      (SELECT coalesce(json_agg(json_build_object('place', e.place, 'entryId', e.id) ORDER BY e.place), '[]')
        FROM (SELECT place, id FROM draw_entries WHERE product_id = p.id AND place IS NOT NULL
          ORDER BY place LIMIT ${limit} OFFSET ${(page - 1) * limit}) e) AS places
    FROM products p WHERE p.slug = ${slug} AND p._status = 'published' AND p.deleted_at IS NULL`)
  if (!row?.draw) return undefined
  return { ...row, draw: without(row.draw), page, limit }
}
