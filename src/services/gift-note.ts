import type { PayloadRequest } from 'payload'
import { tidyGiftNote } from '#domain/gift-note'
import type { CartView } from '#domain/views'
import { withOpenCart } from './cart-lock'
import { viewAfter } from './cart-read'
import { run, type Statement } from './statement'

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
  return withOpenCart(req, token, (tx, cart) => viewAfter(tx, token, run(tx, put, [cart.id, note ?? null])))
}
