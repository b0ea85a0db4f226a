import type { PayloadRequest } from 'payload'
import { markets } from '#domain/markets'
import type { Destination } from '#domain/tax-regions'
import type { CartView, WalletOption, WalletQuote } from '#domain/views'
import { readCartWithWays, readStoredCart, type CartWithZones } from './cart-rows'
import { requireOpen, viewOf } from './cart-read'
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

function quoteTo(cart: CartWithZones, to: Destination): WalletQuote {
  if (!markets[cart.market].countries.includes(to.country))
    return { options: [], reason: 'shipping.no-destination' }
  const there = { ...cart, to, vatNumber: undefined }
  if (methodsTo(there.zones, to).every(({ store }) => store))
    return { options: [], reason: 'shipping.no-destination' }
  const options = walletOptions(there)
  return options.length > 0 ? { options } : { options, reason: 'shipping.unavailable' }
}

/**
 * What a cart comes to at a destination by each way to send it: all that a wallet shows before it pays. The order is priced anew
 * when it is placed and refused with `price.changed` if that is another sum. Throws `cart.not-found` and `cart.bought`.
 */
export async function walletQuote(req: PayloadRequest, token: string, to: Destination): Promise<WalletQuote> {
  return quoteTo(await requireOpen(req, await readStoredCart(req, token, to.country)), to)
}

/**
 * A cart as `readCart` has it, and what `walletQuote` says of it in the first country of its market: in one trip, unless it has
 * been said to go elsewhere. Throws as they do.
 */
export async function readCartToQuote(
  req: PayloadRequest,
  token: string,
): Promise<{ cart: CartView; quote: () => Promise<WalletQuote> }> {
  const cart = await requireOpen(req, await readCartWithWays(req, token))
  const country = markets[cart.market].countries[0] ?? ''
  const quote = async (): Promise<WalletQuote> =>
    cart.country === country ? quoteTo(cart, { country }) : walletQuote(req, token, { country })
  return { cart: viewOf(cart), quote }
}
