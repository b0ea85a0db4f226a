import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { shippingPaid } from '#domain/promotions/apply'
import type { CartView, PriceExplanation, ShippingOption } from '#domain/views'
import { isOffered, outcomeOf } from './cart-promotions'
import { readStoredCart, type StoredCart } from './cart-rows'
import { cartTokenHash } from './cart-token'
import { cartView } from './cart-view'
import { explainLine, explainShipping } from './explain'
import { optionsFor } from './shipping-options'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

const bought: Statement = {
  name: 'cart-bought-as',
  text: 'SELECT o.number FROM carts c JOIN orders o ON o.id = c.order_id WHERE c.id = $1',
}
const count: Statement = {
  name: 'cart-count',
  text: `SELECT coalesce(sum(l.quantity), 0)::float8 AS pairs FROM carts c JOIN carts_lines l ON l._parent_id = c.id
    WHERE c.secret_hash = $1 AND c.status = 'open'`,
}

/** The shipping that the draft has chosen, while it can be had. */
async function chosenShipping(
  runner: Transaction | PayloadRequest,
  cart: StoredCart,
): Promise<ShippingOption | undefined> {
  const option = cart.draft?.shippingOption
  if (!option || cart.lines.length === 0) return undefined
  return (await optionsFor(runner, cart, cart.country)).find((one) => one.id === option)
}

/** How the price of each line, and of the delivery that is chosen, came about. */
function explanationOf(cart: StoredCart, shipping?: ShippingOption): PriceExplanation {
  const price = (shipping?.regularPrice ?? shipping?.price)?.amount ?? 0
  const { paid } = shippingPaid(outcomeOf(cart).shipping, price)
  return {
    lines: cart.lines
      .filter(isOffered)
      .map((line) => ({ lineId: line.id, steps: explainLine(cart, { line, quantity: line.quantity }) })),
    shipping: shipping ? explainShipping(cart, { name: shipping.name, price, paid }) : [],
  }
}

interface Reading {
  /** Says of every price how it came about. */
  explain?: boolean
}

export async function readCartView(
  runner: Transaction | PayloadRequest,
  token: string,
  { explain = false }: Reading = {},
): Promise<CartView> {
  const cart = await readStoredCart(runner, token)
  if (!cart || cart.status === 'merged') throw new DomainError('cart.not-found')
  if (cart.status === 'bought') {
    const [order] = await run<{ number: string }>(runner, bought, [cart.id])
    throw new DomainError('cart.bought', { number: order?.number })
  }
  const shipping = await chosenShipping(runner, cart)
  return { ...cartView(cart, shipping), ...(explain && { explanation: explanationOf(cart, shipping) }) }
}

/**
 * The cart that a token names, recomputed: prices, stock and problems as they are now.
 * Throws `cart.not-found`, and `cart.bought` with the order's number once it is one.
 */
export const readCart = (req: PayloadRequest, token: string, reading?: Reading): Promise<CartView> =>
  readCartView(req, token, reading)

/** Pairs in an open cart; 0 for a token that names none. */
export async function countOf(req: PayloadRequest, token: string): Promise<number> {
  const [row] = await run<{ pairs: number }>(req, count, [cartTokenHash(token)])
  return row?.pairs ?? 0
}
