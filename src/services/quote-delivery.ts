import type { PayloadRequest } from 'payload'
import { arrivesBetween } from '#domain/delivery-dates'
import type { Currency } from '#domain/markets'
import { shippingPrice } from '#domain/shipping'
import { zoneFor } from '#domain/shipping-zones'
import { shopTime } from '#domain/shop-clock'
import { ratesSql, shopClockSql, type ShopClock, type StoredRate } from './cart-rows'
import { standardRate } from './cart-tax'
import { methodsTo } from './shipping-options'
import { zonesSql, type StoredMethod, type StoredZones } from './shipping-rows'
import { run, type Statement } from './statement'

export interface DeliveryQuestion {
  country: string
  postalCode: string
  currency: Currency
  /** Goods after discounts, in minor units. */
  value: number
  weightG: number
}

export interface QuotedMethod {
  name: string
  code: string
  kind: StoredMethod['kind']
  /** Minor units; none when no band fits. */
  price?: number
  from: string
  to: string
}

export interface DeliveryQuote {
  /** The one whose methods count; none when nobody delivers there. */
  zone?: string
  methods: QuotedMethod[]
  /** Basis points of the class standard there today. */
  taxRate: number
}

interface Row {
  now: string
  shop: ShopClock
  rates: StoredRate[]
  zones: StoredZones
}

const statement: Statement = {
  name: 'delivery-quote',
  text: `SELECT now() AS now, to_json(shop) AS shop, ${ratesSql} AS rates,
      ${zonesSql({ country: 'here.country', currency: '$2::text', locale: `'en'` })} AS zones
    FROM ${shopClockSql} shop CROSS JOIN (SELECT $1::text AS country) here`,
}

/** What a bag of this worth and weight would cost to send there, and when it would arrive: for whoever sets the prices. */
export async function quoteDelivery(req: PayloadRequest, question: DeliveryQuestion): Promise<DeliveryQuote> {
  const { country, postalCode, currency, value, weightG } = question
  const [row] = await run<Row>(req, statement, [country, currency])
  if (!row) throw new Error('Nothing was read')
  const to = { country, postalCode }
  const { home, timezone, cutOff, handling } = row.shop
  const now = shopTime(new Date(row.now), timezone)
  const zone = zoneFor(row.zones.zones, to)
  return {
    ...(zone && { zone: zone.name }),
    methods: methodsTo(row.zones, to).map(({ name, code, kind, rates, minDays, maxDays, store }) => ({
      name,
      code,
      kind,
      price: shippingPrice(rates, { value, weightG }),
      ...arrivesBetween(now, { minDays, maxDays }, { home, to: store?.country ?? country, cutOff, handling }),
    })),
    taxRate: standardRate(row.rates, to, row),
  }
}
