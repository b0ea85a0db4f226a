import { DomainError } from '#domain/errors'
import type { CartView } from '#domain/views'
import { setCode } from '#services/cart'
import { addGiftCard } from '#services/cart-credits'
import { requireCart, type Call } from './route'

type Try = (req: Call['req'], token: string, code: string) => Promise<CartView>

/**
 * Tries a code for the cart in hand. Only codes that nobody has made are counted, those of promotions and of gift cards
 * together: every try costs its caller a point before it is looked up, so that many at once learn nothing either, and
 * gets it back when the code is known.
 */
const given =
  (attempt: Try) =>
  async (call: Call, code: string): Promise<CartView> => {
    const token = requireCart(call)
    await call.count('cart', token)
    const giveBack = await call.lend('code')
    try {
      const cart = await attempt(call.req, token, code)
      await giveBack()
      return cart
    } catch (error) {
      const isWrong = error instanceof DomainError && error.details.reason === 'unknown'
      if (!isWrong) await giveBack()
      throw error
    }
  }

export const giveCode = given(setCode)
export const giveGiftCard = given(addGiftCard)
