import type { PayloadRequest } from 'payload'
import { tidyGiftNote } from '#domain/gift-note'
import type { CartView } from '#domain/views'
import { lockOpenCart } from './cart-lock'
import { readCartView } from './cart-read'
import { run, type Statement } from './statement'
import { inTransaction } from './transaction'

const put: Statement = {
  name: 'cart-gift-note',
  text: `UPDATE carts SET draft = (coalesce(draft, '{}'::jsonb) - 'giftNote') || jsonb_strip_nulls(jsonb_build_object('giftNote', $2::text)),
    updated_at = now() WHERE id = $1`,
}

/**
 * Keeps the words that go with the gift in the draft of the cart, in place of earlier ones; blank ones take them away.
 * Throws `validation.failed`, `cart.not-found` or `cart.bought`, and then changes nothing.
 */
export function setGiftNote(req: PayloadRequest, token: string, given: string): Promise<CartView> {
  const note = tidyGiftNote(given)
  return inTransaction(req, async (tx) => {
    const cart = await lockOpenCart(tx, token)
    await run(tx, put, [cart.id, note ?? null])
    return readCartView(tx, token)
  })
}
