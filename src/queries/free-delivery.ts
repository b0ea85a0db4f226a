import { cached } from '#cache'
import { markets, type MarketId } from '#domain/markets'
import { rowsNamed, sql, textList } from './sql'

/**
 * The worth of goods, in minor units, from which some way of delivery is free wherever a market delivers; undefined when
 * somewhere none ever is. Of zones that differ it is the highest.
 */
export const freeDeliveryFrom = async (market: MarketId): Promise<number | undefined> =>
  (await cached(['free-delivery', market], ['site'], () => readFrom(market))) ?? undefined

async function readFrom(market: MarketId): Promise<number | null> {
  const { countries, currency } = markets[market]
  const [row] = await rowsNamed<{ from: number | null }>(
    'free-delivery',
    sql`
    SELECT CASE WHEN bool_and(zone.low IS NOT NULL) THEN max(zone.low) END::float8 AS "from" FROM (
      SELECT min(r.free_from) AS low FROM shipping_methods m
      JOIN shipping_methods_rates r ON r._parent_id = m.id AND r.currency = ${currency}
      WHERE m.active AND m.kind = 'delivery' AND (
        EXISTS (SELECT 1 FROM shipping_zones_texts t
          WHERE t.parent_id = m.zone_id AND t.path = 'countries' AND t.text = ANY (${textList(countries)}))
        OR EXISTS (SELECT 1 FROM shipping_zones_areas a WHERE a._parent_id = m.zone_id AND a.country = ANY (${textList(countries)})))
      GROUP BY m.zone_id) zone`,
  )
  return row?.from ?? null
}
