import { DomainError } from '#domain/errors'
import type { CartView } from '#domain/views'
import { setCode } from '#services/cart'
import { requireCart, type Call } from './route'

/**
 * Tries a promotion code for the cart in hand. Only codes that nobody has made are counted: every try costs its caller a
 * point before it is looked up, so that many at once learn nothing either, and gets it back when the code is known.
 */
export async function giveCode(call: Call, code: string): Promise<CartView> {
  const token = requireCart(call)
  await call.count('cart', token)
  await call.count('code')
  try {
    const cart = await setCode(call.req, token, code)
    await call.uncount('code')
    return cart
  } catch (error) {
    const isWrong = error instanceof DomainError && error.details.reason === 'unknown'
    if (!isWrong) await call.uncount('code')
    throw error
  }
}
