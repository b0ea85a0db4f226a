import { markets } from '#domain/markets'
import { shopTime } from '#domain/shop-clock'
import { netOf } from '#domain/tax'
import { rateOf } from '#domain/tax-rates'
import { isReverseCharge, parseVatNumber } from '#domain/vat-number'
import type { SaleCart, StoredLine } from './cart-rows'
import type { StoredMethod } from './shipping-rows'

export interface TaxTerms {
  taxIncluded: boolean
  reverseCharge: boolean
  /** Basis points. */
  rateFor: (line: StoredLine) => number
}

/** The tax of what is sold to this destination today: by class and destination, or owed by the buyer. */
export function taxTerms(cart: SaleCart): TaxTerms {
  const { timezone, home } = cart.shop
  const { day } = shopTime(new Date(cart.now), timezone)
  const rates = cart.rates.map(({ validFrom, ...rate }) => ({
    ...rate,
    from: shopTime(new Date(validFrom), timezone).day,
  }))
  const vat = cart.vatNumber ? parseVatNumber(cart.vatNumber, cart.to.country) : undefined
  return {
    taxIncluded: markets[cart.market].taxIncluded,
    reverseCharge: isReverseCharge(vat, cart.to, home),
    rateFor: ({ taxClass }) => rateOf(rates, { taxClass, to: cart.to, day }),
  }
}

/** A price of one as it is charged: without tax under reverse charge. Minor units. */
export const chargedPrice = (terms: TaxTerms, line: StoredLine, amount: number): number =>
  terms.taxIncluded && terms.reverseCharge ? netOf(amount, terms.rateFor(line)) : amount

/** What is handed over in a store is sold there, whoever buys it. Source: Directive 2006/112/EC, Article 31. */
export function soldBy<Cart extends SaleCart>(cart: Cart, method: StoredMethod | undefined): Cart {
  const { store } = method ?? {}
  if (!store) return cart
  return { ...cart, to: { country: store.country, postalCode: store.postalCode }, vatNumber: undefined }
}
