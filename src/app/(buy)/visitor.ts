import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { leadingOn } from '#domain/leading-on'
import { marketPath } from '#domain/markets'
import type { Shop } from '#components/shop'
import type { CartView, WalletQuote } from '#domain/views'
import { refusalOf } from '#ops/respond'
import { readCart } from '#services/cart'
import { customerOf } from '#services/sign-in-session'
import type { CustomerView } from '#services/customer-account'
import { readCartToQuote } from '#services/wallet-quote'
import { cookieNames } from '../api/_http/cookies'
import { storeRequest } from '../api/_http/store-request'
import { shopOf } from '../words'

export type Query = Record<string, string | string[] | undefined>

/** One value of a query, never longer than an address needs. */
export const one = (value: Query[string]): string =>
  ((Array.isArray(value) ? value[0] : value) ?? '').slice(0, 300)

/** The shop of a page that is made for one person. */
export function requireShop(market: string): Shop {
  return shopOf(market) ?? notFound()
}

const tokenShape = /^[\w-]{16,128}$/

/** Who asks: the request that services want, the token of the bag, the customer. */
export async function visitor() {
  const jar = await cookies()
  return visitorWith((name) => jar.get(name)?.value)
}

/** As `visitor`, by the cookies that are handed in: outside of Next.js. */
export async function visitorWith(cookie: (name: string) => string | undefined) {
  const req = await storeRequest()
  const tokenOf = (name: string): string | undefined => {
    const value = cookie(name)
    return value && tokenShape.test(value) ? value : undefined
  }
  return {
    req,
    cartToken: tokenOf(cookieNames.cart),
    wishToken: tokenOf(cookieNames.wishlist),
    orderToken: (number: string) => tokenOf(`${cookieNames.order}-${number}`),
    session: tokenOf(cookieNames.customer) ?? '',
    stepToken: tokenOf(cookieNames.step) ?? '',
    customer: await customerOf(req, tokenOf(cookieNames.customer)),
  }
}

export type Visitor = Awaited<ReturnType<typeof visitor>>

interface BagInHand {
  cart?: CartView
  /** The number of the order that it has become. */
  bought?: string
  /** What it comes to for a wallet, where that is asked about. */
  quote?: () => Promise<WalletQuote>
}

/** The open bag, or nothing when there is none. `isQuoted`: its wallets are asked about too, in the same trip. */
export async function bagOf({ req, cartToken }: Visitor, { isQuoted = false } = {}): Promise<BagInHand> {
  if (!cartToken) return {}
  try {
    return isQuoted ? await readCartToQuote(req, cartToken) : { cart: await readCart(req, cartToken) }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal?.code === 'cart.bought') return { bought: String(refusal.details.number ?? '') }
    if (refusal?.code === 'cart.not-found') return {}
    throw error
  }
}

/** The signed-in customer; anyone else goes to the sign-in page, and from there on to `path`, without its market. */
export async function requireCustomer(
  shop: Shop,
  path: string,
): Promise<Visitor & { customer: CustomerView }> {
  const found = await visitor()
  const { customer } = found
  if (!customer) redirect(marketPath(shop.market.id, leadingOn('/account/sign-in', path)))
  return { ...found, customer }
}
