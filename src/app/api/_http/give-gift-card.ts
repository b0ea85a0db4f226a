import { DomainError } from '#domain/errors'
import type { CartView } from '#domain/views'
import { addGiftCard } from '#services/cart-credits'
import { requireCart, type Call } from './route'

/**
 * Tries the code of a gift card for the cart in hand. Every try costs its caller a point of the same count as promotion codes, before
 * it is looked up, and gets it back when the code is known.
 */
export async function giveGiftCard(call: Call, code: string): Promise<CartView> {
  const token = requireCart(call)
  await call.count('cart', token)
  await call.count('code')
  try {
    const cart = await addGiftCard(call.req, token, code)
    await call.uncount('code')
    return cart
  } catch (error) {
    const isWrong = error instanceof DomainError && error.details.reason === 'unknown'
    if (!isWrong) await call.uncount('code')
    throw error
  }
}
