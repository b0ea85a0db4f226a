import { cached } from '#cache'
import { markets, type MarketId } from '#domain/markets'
import type { ShippingRate } from '#domain/shipping'
import { rowsNamed, sql, textList } from './sql'

/** How parcels usually go to a country: the first way of the zone that is all of it. */
export interface DeliveryFact {
  country: string
  /** Over the usual ways to all of its postcodes: from the fastest to the slowest. */
  minDays: number
  maxDays: number
  rates: ShippingRate[]
}

/** Delivery to each country of a market, for search engines and feeds; countries that nobody delivers to are left out. */
export const getDeliveryFacts = (market: MarketId): Promise<DeliveryFact[]> =>
  cached(['delivery-facts', market], ['site'], () => {
    const { countries, currency } = markets[market]
    return rowsNamed<DeliveryFact>(
      'delivery-facts',
      sql`
      WITH reach AS (
        SELECT t.text AS country, t.parent_id AS zone_id, true AS "isWhole" FROM shipping_zones_texts t
          WHERE t.path = 'countries' AND t.text = ANY (${textList(countries)})
        UNION ALL SELECT a.country, a._parent_id, false FROM shipping_zones_areas a WHERE a.country = ANY (${textList(countries)})
      ), usual AS (
        SELECT DISTINCT ON (reach.country, z.id) reach.country, reach."isWhole", z.code AS zone, m.id, m.min_days, m.max_days
        FROM reach JOIN shipping_zones z ON z.id = reach.zone_id JOIN shipping_methods m ON m.zone_id = z.id
        WHERE m.active AND m.kind = 'delivery'
          AND EXISTS (SELECT 1 FROM shipping_methods_rates r WHERE r._parent_id = m.id AND r.currency = ${currency})
        ORDER BY reach.country, z.id, reach."isWhole" DESC, m."order", m.code
      ), whole AS (
        SELECT DISTINCT ON (country) * FROM usual WHERE "isWhole" ORDER BY country, zone
      )
      SELECT w.country, least(w.min_days, p.min_days)::float8 AS "minDays", greatest(w.max_days, p.max_days)::float8 AS "maxDays",
        (SELECT json_agg(json_build_object('price', r.price::float8, 'freeFrom', r.free_from::float8, 'minValue', r.min_value::float8,
          'maxValue', r.max_value::float8, 'maxWeightG', r.max_weight_g::float8) ORDER BY r._order)
          FROM shipping_methods_rates r WHERE r._parent_id = w.id AND r.currency = ${currency}) AS rates
      FROM whole w LEFT JOIN LATERAL (
        SELECT min(u.min_days) AS min_days, max(u.max_days) AS max_days FROM usual u WHERE u.country = w.country AND NOT u."isWhole"
      ) p ON true ORDER BY w.country`,
    )
  })
