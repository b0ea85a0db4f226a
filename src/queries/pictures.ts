import type { Market } from '#domain/markets'
import type { ImageView } from '#domain/views'
import { imageJson, rowsOf, sql, uuidList } from './sql'

/** Pictures by the id of their row, in one read. */
export async function getPictures(market: Market, ids: readonly string[]): Promise<Map<string, ImageView>> {
  if (ids.length === 0) return new Map()
  const rows = await rowsOf<{ id: string; image: ImageView }>(
    sql`SELECT x.id, ${imageJson(sql`x.id`, market.locale)} AS image FROM media x WHERE x.id = ANY (${uuidList(ids)})`,
  )
  return new Map(rows.map(({ id, image }) => [id, image]))
}
