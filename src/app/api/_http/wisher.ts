import { guestWishDays } from '#domain/wishlist'
import type { Wisher } from '#services/wishlist'
import { cookieNames, makeCookie } from './cookies'
import type { Call } from './route'

const shape = /^[\w-]{16,128}$/
const day = 86_400

/** Whose wishlist a call is about: the customer's, else that of the header `X-Wishlist-Token` or of the cookie. */
export async function wisherOf(call: Call): Promise<Wisher> {
  const customer = await call.customer()
  if (customer) return { customerId: customer.id }
  const token = call.request.headers.get('x-wishlist-token') ?? call.cookie(cookieNames.wishlist)
  return token && shape.test(token) ? { token } : {}
}

export const wishlistCookie = (token: string): string =>
  makeCookie(cookieNames.wishlist, token, { maxAge: guestWishDays * day })
