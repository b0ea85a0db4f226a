import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { marketPath } from '#domain/markets'
import type { Shop } from '#components/shop'
import type { CartView } from '#domain/views'
import { refusalOf } from '#ops/respond'
import { readCart } from '#services/cart'
import { customerOf } from '#services/sign-in-session'
import type { CustomerView } from '#services/customer-account'
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
  const [jar, req] = await Promise.all([cookies(), storeRequest()])
  const tokenOf = (name: string): string | undefined => {
    const value = jar.get(name)?.value
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

type Visitor = Awaited<ReturnType<typeof visitor>>

/** The open bag, or undefined when there is none; one that was ordered tells its order's number. */
export async function bagOf({ req, cartToken }: Visitor): Promise<{ cart?: CartView; bought?: string }> {
  if (!cartToken) return {}
  try {
    return { cart: await readCart(req, cartToken) }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal?.code === 'cart.bought') return { bought: String(refusal.details.number ?? '') }
    if (refusal?.code === 'cart.not-found') return {}
    throw error
  }
}

/** The signed-in customer; anyone else goes to the sign-in page. */
export async function requireCustomer(shop: Shop): Promise<Visitor & { customer: CustomerView }> {
  const found = await visitor()
  const { customer } = found
  if (!customer) redirect(marketPath(shop.market.id, '/account/sign-in'))
  return { ...found, customer }
}
