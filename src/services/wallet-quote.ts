import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { markets } from '#domain/markets'
import type { Destination } from '#domain/tax-regions'
import type { WalletOption, WalletQuote } from '#domain/views'
import { readStoredCart, type CartWithZones } from './cart-rows'
import { refuseBought } from './cart-read'
import { cartView } from './cart-view'
import { methodsTo, optionOf, pricedDelivery } from './shipping-options'

function walletOptions(cart: CartWithZones): WalletOption[] {
  // A wallet asks where a parcel goes; who collects it chooses the store at checkout.
  const methods = methodsTo(cart.zones, cart.to).filter(({ store }) => !store)
  return methods.flatMap((method) => {
    const option = optionOf(method, cart)
    const delivery = pricedDelivery(method, cart)
    if (!option || !delivery) return []
    const { totals, toPay } = cartView(cart, delivery)
    const { id, name, price, estimate } = option
    return [{ id, name, price, estimate, total: totals.total, toPay }]
  })
}

/**
 * What a cart comes to at a destination by each way to send it: all that a wallet shows before it pays. The order is priced anew
 * when it is placed and refused with `price.changed` if that is another sum. Throws `cart.not-found` and `cart.bought`.
 */
export async function walletQuote(req: PayloadRequest, token: string, to: Destination): Promise<WalletQuote> {
  const cart = await readStoredCart(req, token, to.country)
  if (!cart || cart.status === 'merged') throw new DomainError('cart.not-found')
  await refuseBought(req, cart)
  if (!markets[cart.market].countries.includes(to.country))
    return { options: [], reason: 'shipping.no-destination' }
  const there = { ...cart, to, vatNumber: undefined }
  if (methodsTo(there.zones, to).every(({ store }) => store))
    return { options: [], reason: 'shipping.no-destination' }
  const options = walletOptions(there)
  return options.length > 0 ? { options } : { options, reason: 'shipping.unavailable' }
}
