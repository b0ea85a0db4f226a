import type { PickupView } from '#domain/views'
import type { ShippingRate } from '#domain/shipping'
import type { ZoneReach } from '#domain/shipping-zones'
import { translatedSql } from './translated'

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

/** What could go to a country: the zones that reach any of it, their methods, and the stores there. */
export interface StoredZones {
  zones: (ZoneReach & { name: string })[]
  /** `zone`: the code of the zone that it serves; null for a store. */
  methods: (StoredMethod & { zone: string | null })[]
}

interface Where {
  country: string
  currency: string
  locale: string
}

/** A store `h` without an address is in the shop's own country. */
const storeCountry = 'coalesce(h.country, shop.home)'

const methodJson = ({
  currency,
  locale,
}: Where): string => `json_build_object('id', sm.id, 'code', sm.code, 'kind', sm.kind, 'zone', z.code,
  'order', coalesce(sm."order", 0), 'minDays', sm.min_days, 'maxDays', sm.max_days,
  'name', coalesce(${translatedSql('shipping_methods_locales', 'name', 'sm.id', locale)}, sm.code),
  'rates', (SELECT coalesce(json_agg(json_build_object('price', r.price, 'freeFrom', r.free_from, 'minValue', r.min_value,
      'maxValue', r.max_value, 'maxWeightG', r.max_weight_g) ORDER BY r._order), '[]'::json)
    FROM shipping_methods_rates r WHERE r._parent_id = sm.id AND r.currency = ${currency}),
  'store', CASE WHEN h.id IS NOT NULL THEN json_build_object('name', h.name, 'line1', coalesce(h.line1, ''),
    'postalCode', coalesce(h.postal_code, ''), 'city', coalesce(h.city, ''), 'country', ${storeCountry},
    'hours', ${translatedSql('locations_locales', 'hours', 'h.id', locale)}) END)`

/** Everything that might go to a country, as JSON; country, currency and locale are SQL expressions, `shop` is the shop's clock. */
export function zonesSql(where: Where): string {
  const { country } = where
  const countries = `SELECT t.text FROM shipping_zones_texts t WHERE t.parent_id = z.id AND t.path = 'countries' AND t.text = ${country}`
  const areas = `FROM shipping_zones_areas a WHERE a._parent_id = z.id AND a.country = ${country}`
  const reaches = `(EXISTS (${countries}) OR EXISTS (SELECT 1 ${areas}))`
  return `json_build_object(
    'zones', (SELECT coalesce(json_agg(json_build_object('code', z.code, 'name', z.name, 'countries', ARRAY(${countries}),
        'areas', (SELECT coalesce(json_agg(json_build_object('country', a.country, 'postalCodes', a.postal_codes)), '[]'::json) ${areas}))), '[]'::json)
      FROM shipping_zones z WHERE ${reaches}),
    'methods', (SELECT coalesce(json_agg(${methodJson(where)} ORDER BY sm."order", sm.code), '[]'::json)
      FROM shipping_methods sm LEFT JOIN shipping_zones z ON z.id = sm.zone_id LEFT JOIN locations h ON h.id = sm.location_id
      WHERE sm.active AND CASE WHEN z.id IS NULL THEN sm.kind = 'pickup' AND ${storeCountry} = ${country} ELSE ${reaches} END))`
}
