import { markets } from '#domain/markets'
import { shopTime } from '#domain/shop-clock'
import { netOf } from '#domain/tax'
import { rateOf, type TaxRateRow } from '#domain/tax-rates'
import type { Destination } from '#domain/tax-regions'
import { isReverseCharge, parseVatNumber } from '#domain/vat-number'
import type { SaleCart, ShopClock, StoredLine, StoredRate } from './cart-rows'
import type { StoredMethod } from './shipping-rows'

export interface TaxTerms {
  taxIncluded: boolean
  reverseCharge: boolean
  /** Basis points. */
  rateFor: (line: StoredLine) => number
}

/** Of each reading of a cart, whose every sum asks for them again. */
const known = new WeakMap<readonly StoredRate[], { timezone: string; rows: TaxRateRow[] }>()

function inDays(rates: readonly StoredRate[], timezone: string): TaxRateRow[] {
  const made = known.get(rates)
  if (made?.timezone === timezone) return made.rows
  const rows = rates.map(({ validFrom, ...rate }) => ({
    ...rate,
    from: shopTime(new Date(validFrom), timezone).day,
  }))
  known.set(rates, { timezone, rows })
  return rows
}

/** The tax of what is sold to this destination today: by class and destination, or owed by the buyer. */
export function taxTerms(cart: SaleCart): TaxTerms {
  const { timezone, home } = cart.shop
  const { day } = shopTime(new Date(cart.now), timezone)
  const rates = inDays(cart.rates, timezone)
  const vat = cart.vatNumber ? parseVatNumber(cart.vatNumber, cart.to.country) : undefined
  return {
    taxIncluded: markets[cart.market].taxIncluded,
    reverseCharge: isReverseCharge(vat, cart.to, home),
    rateFor: ({ taxClass }) => rateOf(rates, { taxClass, to: cart.to, day }),
  }
}

interface Moment {
  now: string
  shop: Pick<ShopClock, 'timezone'>
}

/** The rate of the class standard at a destination, in basis points. */
export const standardRate = (
  rates: readonly StoredRate[],
  to: Destination,
  { now, shop: { timezone } }: Moment,
): number =>
  rateOf(inDays(rates, timezone), { taxClass: 'standard', to, day: shopTime(new Date(now), timezone).day })

/** A price of one as it is charged: without tax under reverse charge. Minor units. */
export const chargedPrice = (terms: TaxTerms, line: StoredLine, amount: number): number =>
  terms.taxIncluded && terms.reverseCharge ? netOf(amount, terms.rateFor(line)) : amount

/** What is handed over in a store is sold there, whoever buys it. Source: Directive 2006/112/EC, Article 31. */
export function soldBy<Cart extends SaleCart>(cart: Cart, method: StoredMethod | undefined): Cart {
  const { store } = method ?? {}
  if (!store) return cart
  return { ...cart, to: { country: store.country, postalCode: store.postalCode }, vatNumber: undefined }
}
