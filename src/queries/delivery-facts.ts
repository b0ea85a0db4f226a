import { cached } from '#cache'
import { markets, type MarketId } from '#domain/markets'
import type { ShippingRate } from '#domain/shipping'
import { rowsOf, sql, textList } from './sql'

/** How parcels usually go to a country: the first way that delivers to all of it. */
export interface DeliveryFact {
  country: string
  minDays: number
  maxDays: number
  rates: ShippingRate[]
}

/** Delivery to each country of a market, for search engines and feeds; countries that nobody delivers to are left out. */
export const getDeliveryFacts = (market: MarketId): Promise<DeliveryFact[]> =>
  cached(['delivery-facts', market], ['site'], () => {
    const { countries, currency } = markets[market]
    return rowsOf<DeliveryFact>(sql`
      SELECT DISTINCT ON (t.text) t.text AS country, m.min_days::float8 AS "minDays", m.max_days::float8 AS "maxDays",
        (SELECT json_agg(json_build_object('price', r.price::float8, 'freeFrom', r.free_from::float8, 'minValue', r.min_value::float8,
          'maxValue', r.max_value::float8, 'maxWeightG', r.max_weight_g::float8) ORDER BY r._order)
          FROM shipping_methods_rates r WHERE r._parent_id = m.id AND r.currency = ${currency}) AS rates
      FROM shipping_methods m
      JOIN shipping_zones_texts t ON t.parent_id = m.zone_id AND t.path = 'countries' AND t.text = ANY (${textList(countries)})
      WHERE m.active AND m.kind = 'delivery'
        AND EXISTS (SELECT 1 FROM shipping_methods_rates r WHERE r._parent_id = m.id AND r.currency = ${currency})
      ORDER BY t.text, m."order", m.code`)
  })
