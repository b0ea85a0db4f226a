import { cached } from '#cache'
import type { StoreView } from '#domain/content-views'
import { markets, type MarketId } from '#domain/markets'
import { without } from './shape'
import { rowsNamed, sql, words } from './sql'

type Row = { [Key in keyof StoreView]: StoreView[Key] | (undefined extends StoreView[Key] ? null : never) }

/** Where the shop can be visited: locations with an address, the default one first. */
export const getStores = (market: MarketId): Promise<StoreView[]> =>
  cached(['stores', market], ['site'], async () => {
    const rows = await rowsNamed<Row>(
      'stores',
      sql`
      SELECT place.id, place.name, place.line1, coalesce(place.postal_code, '') AS "postalCode", place.city, coalesce(place.country, '') AS country,
        ${words('locations', 'hours', sql`place.id`, markets[market].locale)} AS hours
      FROM locations place WHERE place.line1 IS NOT NULL AND place.city IS NOT NULL
      ORDER BY place.is_default DESC NULLS LAST, place.name LIMIT 50`,
    )
    return rows.map((row) => without(row) as StoreView)
  })
