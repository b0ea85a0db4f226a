import { mergeCart } from '#services/cart'
import { adoptWishes } from '#services/wishlist'
import { cookieNames } from './cookies'
import { refusalOf } from '#ops/respond'
import type { Call } from './route'

/** After a sign-in the cart in hand becomes the customer's, and what was kept for later too; a cart that is bought or gone stays where it is. */
export async function adoptCart(
  { req, cartToken, cookie }: Pick<Call, 'req' | 'cartToken' | 'cookie'>,
  customerId: string,
): Promise<void> {
  const wishes = cookie(cookieNames.wishlist)
  if (wishes && /^[\w-]{16,128}$/.test(wishes)) await adoptWishes(req, wishes, customerId)
  const token = cartToken()
  if (!token) return
  try {
    await mergeCart(req, token, customerId)
  } catch (error) {
    const code = refusalOf(error)?.code
    if (code !== 'cart.not-found' && code !== 'cart.bought') throw error
  }
}
