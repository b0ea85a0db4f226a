import type { PayloadRequest } from 'payload'
import { maxLines, maxPerLine } from '#domain/cart-limits'
import { DomainError } from '#domain/errors'
import type { CartView, LeftOutView, OrderView } from '#domain/views'
import { withOpenCart } from './cart-lock'
import { offerOf, putLine, type Offer } from './cart-offer'
import { readCartView } from './cart-read'
import type { Transaction } from './transaction'

/** The variant as the cart may buy it; undefined for one that is no longer for sale in its market. */
async function offered(tx: Transaction, token: string, variantId: string): Promise<Offer | undefined> {
  try {
    return await offerOf(tx, token, variantId)
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

/** How many pairs the cart can hold of what was asked. */
function fitting({ available, inCart, lines, allowed, beside }: Offer, asked: number): number {
  if (inCart === 0 && lines >= maxLines) return 0
  const most = allowed === null ? maxPerLine : Math.max(0, allowed - beside)
  return Math.min(asked, available, maxPerLine, most)
}

/** Pairs that were bought, by variant: what a promotion gave is not asked for again. */
export function boughtOf({
  lines,
}: OrderView): { variantId: string; title: string; size: string; asked: number }[] {
  const bought = lines.map(({ variantId, title, size, quantity, gifts }) => ({
    ...{ variantId, title, size: size ?? '' },
    asked: quantity - gifts,
  }))
  return bought.filter(({ asked }) => asked > 0)
}

/**
 * Puts the pairs of an order into the cart, at today's prices: each line then holds at least as many as were bought, as
 * far as there are any. Asked again it changes nothing. `left` is what could not be had in full. Throws `cart.not-found` or `cart.bought`.
 */
export const orderAgain = (
  req: PayloadRequest,
  token: string,
  order: OrderView,
): Promise<{ cart: CartView; left: LeftOutView[] }> =>
  withOpenCart(req, token, async (tx, cart) => {
    const left: LeftOutView[] = []
    for (const { asked, ...line } of boughtOf(order)) {
      const offer = await offered(tx, token, line.variantId)
      const fits = offer ? fitting(offer, asked) : 0
      if (offer && fits > offer.inCart) await putLine(tx, cart.id, offer, fits)
      if (fits < asked) left.push({ ...line, asked, there: Math.max(fits, 0) })
    }
    return { cart: await readCartView(tx, token), left }
  })
