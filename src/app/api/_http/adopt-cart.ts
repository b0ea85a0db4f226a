import { mergeCart } from '#services/cart'
import { refusalOf } from '#ops/respond'
import type { Call } from './route'

/** After a sign-in the cart in hand becomes the customer's; one that is bought or gone stays where it is. */
export async function adoptCart(
  { req, cartToken }: Pick<Call, 'req' | 'cartToken'>,
  customerId: string,
): Promise<void> {
  const token = cartToken()
  if (!token) return
  try {
    await mergeCart(req, token, customerId)
  } catch (error) {
    const code = refusalOf(error)?.code
    if (code !== 'cart.not-found' && code !== 'cart.bought') throw error
  }
}
