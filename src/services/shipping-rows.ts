import type { PickupView } from '#domain/views'
import type { ShippingRate } from '#domain/shipping'
import type { ZoneReach } from '#domain/shipping-zones'

/** A method with its price list in the cart's currency. */
export interface StoredMethod {
  id: string
  code: string
  kind: 'delivery' | 'pickup'
  name: string
  order: number
  /** Working days from leaving the shop until it is there. */
  minDays: number
  maxDays: number
  rates: ShippingRate[]
  /** Where it is collected. */
  store: PickupView | null
}

/** What could go to a country: the zones that reach any of it, and the stores there. */
export interface StoredZones {
  zones: (ZoneReach & { name: string; methods: StoredMethod[] })[]
  stores: StoredMethod[]
}

interface Where {
  country: string
  currency: string
  locale: string
}

const local = (table: string, column: string, parent: string, locale: string): string =>
  `(SELECT ${column} FROM ${table} WHERE _parent_id = ${parent} AND _locale::text IN (${locale}, 'en') AND ${column} IS NOT NULL
    ORDER BY (_locale::text = ${locale}) DESC LIMIT 1)`

/** A store without an address is in the shop's own country. */
const storeCountry = (location: string): string =>
  `coalesce(${location}.country, (SELECT delivery_country FROM shop_settings LIMIT 1), 'IT')`

const methodJson = ({
  currency,
  locale,
}: Where): string => `json_build_object('id', sm.id, 'code', sm.code, 'kind', sm.kind,
  'order', coalesce(sm."order", 0), 'minDays', sm.min_days, 'maxDays', sm.max_days,
  'name', coalesce(${local('shipping_methods_locales', 'name', 'sm.id', locale)}, sm.code),
  'rates', (SELECT coalesce(json_agg(json_build_object('price', r.price, 'freeFrom', r.free_from, 'minValue', r.min_value,
      'maxValue', r.max_value, 'maxWeightG', r.max_weight_g) ORDER BY r._order), '[]'::json)
    FROM shipping_methods_rates r WHERE r._parent_id = sm.id AND r.currency = ${currency}),
  'store', (SELECT json_build_object('name', s.name, 'line1', coalesce(s.line1, ''), 'postalCode', coalesce(s.postal_code, ''),
      'city', coalesce(s.city, ''), 'country', ${storeCountry('s')}, 'hours', ${local('locations_locales', 'hours', 's.id', locale)})
    FROM locations s WHERE s.id = sm.location_id))`

/** Everything that might go to a country, as JSON; country, currency and locale are SQL expressions. */
export function zonesSql(where: Where): string {
  const { country } = where
  const methods = (
    of: string,
  ): string => `(SELECT coalesce(json_agg(${methodJson(where)} ORDER BY sm."order", sm.code), '[]'::json)
    FROM shipping_methods sm WHERE sm.active AND ${of})`
  const countries = `SELECT t.text FROM shipping_zones_texts t WHERE t.parent_id = z.id AND t.path = 'countries' AND t.text = ${country}`
  const areas = `FROM shipping_zones_areas a WHERE a._parent_id = z.id AND a.country = ${country}`
  return `json_build_object(
    'zones', (SELECT coalesce(json_agg(json_build_object('code', z.code, 'name', z.name, 'countries', ARRAY(${countries}),
        'areas', (SELECT coalesce(json_agg(json_build_object('country', a.country, 'postalCodes', a.postal_codes)), '[]'::json) ${areas}),
        'methods', ${methods('sm.zone_id = z.id')})), '[]'::json)
      FROM shipping_zones z WHERE EXISTS (${countries}) OR EXISTS (SELECT 1 ${areas})),
    'stores', ${methods(`sm.zone_id IS NULL AND sm.kind = 'pickup'
      AND EXISTS (SELECT 1 FROM locations h WHERE h.id = sm.location_id AND ${storeCountry('h')} = ${country})`)})`
}
