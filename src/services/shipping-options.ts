import type { PayloadRequest } from 'payload'
import { arrivesBetween } from '#domain/delivery-dates'
import { DomainError } from '#domain/errors'
import { markets } from '#domain/markets'
import { money } from '#domain/money'
import { shippingPaid, type ShippingPayment } from '#domain/promotions/apply'
import { shippingPrice } from '#domain/shipping'
import { zoneFor } from '#domain/shipping-zones'
import { shopTime } from '#domain/shop-clock'
import type { Destination } from '#domain/tax-regions'
import type { ShippingChoices, ShippingOption } from '#domain/views'
import { readStoredCart, type CartWithZones, type SaleCart } from './cart-rows'
import { soldBy } from './cart-tax'
import { goodsValue, isOffered, outcomeOf } from './cart-promotions'
import { totalsOf } from './cart-view'
import type { StoredMethod, StoredZones } from './shipping-rows'

/** The methods that go to a destination: those of its zone, and the stores of its country. */
export function methodsTo({ zones, methods }: StoredZones, to: Destination): StoredMethod[] {
  const reached = zoneFor(zones, to)?.code
  return methods
    .filter(({ zone }) => zone === null || zone === reached)
    .sort((one, other) => one.order - other.order)
}

/** What a method costs for what is in the cart, before a promotion pays for it; undefined when it does not carry it. Minor units. */
export function methodPrice(method: StoredMethod, cart: SaleCart): number | undefined {
  const weightG = cart.lines
    .filter(isOffered)
    .reduce((sum, line) => sum + (line.weightG ?? 0) * line.quantity, 0)
  return shippingPrice(method.rates, { value: goodsValue(cart), weightG })
}

export interface PricedDelivery extends ShippingPayment {
  method: StoredMethod
  /** Before promotions. */
  price: number
}

/** A method with what it costs and what promotions pay of it, as the market shows prices; undefined when it does not carry the cart. */
export function pricedDelivery(method: StoredMethod, cart: SaleCart): PricedDelivery | undefined {
  const price = methodPrice(method, cart)
  return price === undefined ? undefined : { method, price, ...shippingPaid(outcomeOf(cart).shipping, price) }
}

/** The method as a shopper chooses it; undefined when it does not carry what is in the cart. */
export function optionOf(method: StoredMethod, cart: SaleCart): ShippingOption | undefined {
  const delivery = pricedDelivery(method, cart)
  if (!delivery) return undefined
  const { code, kind, name, minDays, maxDays, store } = method
  const { home, timezone, cutOff, handling } = cart.shop
  const to = store?.country ?? cart.to.country
  const now = shopTime(new Date(cart.now), timezone)
  const days = arrivesBetween(now, { minDays, maxDays }, { home, to, cutOff, handling })
  const charged = (price: number) => money(totalsOf(soldBy(cart, method), price).shipping, cart.currency)
  const { left, price } = delivery
  return {
    id: code,
    kind,
    name,
    price: charged(left),
    ...(left < price && { regularPrice: charged(price) }),
    estimate: { minDays, maxDays, ...days },
    ...(store && { pickup: pickupOf(store) }),
  }
}

export const pickupOf = ({ hours, ...store }: NonNullable<StoredMethod['store']>) => ({
  ...store,
  ...(hours && { hours }),
})

/** How the cart could be sent, in the order of the shop, or why it cannot. */
export function choicesFor(cart: CartWithZones): ShippingChoices {
  const isInMarket = markets[cart.market].countries.includes(cart.to.country)
  const methods = isInMarket ? methodsTo(cart.zones, cart.to) : []
  if (methods.length === 0) return { options: [], reason: 'shipping.no-destination' }
  const options = methods.flatMap((method) => optionOf(method, cart) ?? [])
  return options.length > 0 ? { options } : { options, reason: 'shipping.unavailable' }
}

/**
 * How the cart could be sent to a destination, in the order of the shop, or why it cannot: nobody ships there, or not
 * what is in it. One trip. Throws `cart.not-found`.
 */
export async function shippingChoices(
  req: PayloadRequest,
  token: string,
  { country, postalCode }: { country: string; postalCode?: string },
): Promise<ShippingChoices> {
  const cart = await readStoredCart(req, token, country)
  if (!cart || cart.status === 'merged') throw new DomainError('cart.not-found')
  const to = postalCode === undefined ? cart.to : { ...cart.to, postalCode }
  return choicesFor({ ...cart, to })
}

/** The options of `shippingChoices` alone. */
export const shippingOptions = async (
  req: PayloadRequest,
  token: string,
  destination: { country: string; postalCode?: string },
): Promise<ShippingOption[]> => (await shippingChoices(req, token, destination)).options
