import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { markets, type Locale } from '#domain/markets'
import { money } from '#domain/money'
import { shippingPrice, type ShippingRate } from '#domain/shipping'
import type { ShippingOption } from '#domain/views'
import { readStoredCart, type StoredCart } from './cart-rows'
import { isOffered, shippingLeft } from './cart-promotions'
import { totalsOf } from './cart-view'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

/** A method that goes to the country, with its price list in the cart's currency. */
export interface StoredMethod {
  id: string
  code: string
  name: string
  minDays: number
  maxDays: number
  rates: ShippingRate[]
}

/** Methods to a country as JSON, cheapest shelf first: country, currency and locale are SQL expressions. */
export const methodsSql = (country: string, currency: string, locale: string, only = ''): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', sm.id, 'code', sm.code, 'minDays', sm.min_days, 'maxDays', sm.max_days,
      'name', coalesce((SELECT name FROM shipping_methods_locales WHERE _parent_id = sm.id AND _locale::text IN (${locale}, 'en')
        ORDER BY (_locale::text = ${locale}) DESC LIMIT 1), sm.code),
      'rates', (SELECT coalesce(json_agg(json_build_object('price', r.price, 'freeFrom', r.free_from, 'minValue', r.min_value,
        'maxValue', r.max_value, 'maxWeightG', r.max_weight_g) ORDER BY r._order), '[]'::json)
        FROM shipping_methods_rates r WHERE r._parent_id = sm.id AND r.currency = ${currency})
    ) ORDER BY sm."order", sm.code), '[]'::json)
    FROM shipping_methods sm WHERE sm.active ${only} AND EXISTS (
      SELECT 1 FROM shipping_zones_texts z WHERE z.parent_id = sm.zone_id AND z.path = 'countries' AND z.text = ${country}))`

const statement: Statement = {
  name: 'shipping-methods',
  text: `SELECT ${methodsSql('$1', '$2', '$3')} AS methods`,
}

/** What a method costs for what is in the cart, before a promotion pays for it; undefined when it does not carry it. Minor units. */
export function methodPrice(method: StoredMethod, cart: StoredCart): number | undefined {
  const goods = totalsOf(cart)
  const weightG = cart.lines
    .filter(isOffered)
    .reduce((sum, line) => sum + (line.weightG ?? 0) * line.quantity, 0)
  return shippingPrice(method.rates, { value: goods.subtotal - goods.discount, weightG })
}

export async function optionsFor(
  runner: Transaction | PayloadRequest,
  cart: StoredCart,
  country: string,
): Promise<ShippingOption[]> {
  const { locale, countries }: { locale: Locale; countries: readonly string[] } = markets[cart.market]
  if (!countries.includes(country)) return []
  const [row] = await run<{ methods: StoredMethod[] }>(runner, statement, [country, cart.currency, locale])
  return (row?.methods ?? []).flatMap((method) => {
    const price = methodPrice(method, cart)
    if (price === undefined) return []
    const left = shippingLeft(cart, price)
    const regular = left < price && { regularPrice: money(price, cart.currency) }
    const estimate = { minDays: method.minDays, maxDays: method.maxDays }
    return [{ id: method.code, name: method.name, price: money(left, cart.currency), ...regular, estimate }]
  })
}

/**
 * How the cart could be sent to a country, in the order of the shop; none where its market does not deliver.
 * Throws `cart.not-found`.
 */
export async function shippingOptions(
  req: PayloadRequest,
  token: string,
  { country }: { country: string; postalCode?: string },
): Promise<ShippingOption[]> {
  const cart = await readStoredCart(req, token)
  if (!cart || cart.status === 'merged') throw new DomainError('cart.not-found')
  return optionsFor(req, cart, country)
}
