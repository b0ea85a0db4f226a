import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import type { CartView, PriceExplanation } from '#domain/views'
import { isOffered } from './cart-promotions'
import { readStoredCart, type CartWithZones, type StoredCart } from './cart-rows'
import { soldBy } from './cart-tax'
import { cartTokenHash } from './cart-token'
import { cartView } from './cart-view'
import { explainLine, explainShipping } from './explain'
import { methodsTo, pricedDelivery, type PricedDelivery } from './shipping-options'
import { together } from './own-line'
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

/** The delivery that the draft has chosen, while it can be had. */
function chosenDelivery(cart: CartWithZones): PricedDelivery | undefined {
  if (cart.lines.length === 0) return undefined
  const method = methodsTo(cart.zones, cart.to).find(({ code }) => code === cart.draft?.shippingOption)
  return method && pricedDelivery(method, cart)
}

/** How the price of each line, and of the delivery that is chosen, came about. */
export const explanationOf = (cart: StoredCart, delivery?: PricedDelivery): PriceExplanation => ({
  lines: cart.lines
    .filter(isOffered)
    .map((line) => ({ lineId: line.id, steps: explainLine(cart, { line, quantity: line.quantity }) })),
  shipping: delivery ? explainShipping(cart, { ...delivery, name: delivery.method.name }) : [],
})

interface Reading {
  /** Says of every price how it came about. */
  explain?: boolean
}

/** Throws `cart.bought` with the order of a cart that was ordered. */
export async function refuseBought(
  runner: Transaction | PayloadRequest,
  { id, status }: StoredCart,
): Promise<void> {
  if (status !== 'bought') return
  const [order] = await run<{ number: string }>(runner, bought, [id])
  throw new DomainError('cart.bought', { number: order?.number })
}

/** Throws `cart.not-found` for what is no cart any more, and `cart.bought` as `refuseBought`. */
export async function requireOpen(
  runner: Transaction | PayloadRequest,
  cart: CartWithZones | undefined,
): Promise<CartWithZones> {
  if (!cart || cart.status === 'merged') throw new DomainError('cart.not-found')
  await refuseBought(runner, cart)
  return cart
}

export async function readCartView(
  runner: Transaction | PayloadRequest,
  token: string,
  reading?: Reading,
): Promise<CartView> {
  return viewOf(await requireOpen(runner, await readStoredCart(runner, token)), reading)
}

/** The open cart as it is after `write`, which has just been sent: both in one trip. */
export async function viewAfter(tx: Transaction, token: string, write: Promise<unknown>): Promise<CartView> {
  const [, view] = await together(write, readCartView(tx, token))
  return view
}

/** An open cart as its shopper sees it, with the delivery that is chosen. */
export function viewOf(cart: CartWithZones, { explain = false }: Reading = {}): CartView {
  const delivery = chosenDelivery(cart)
  return {
    ...cartView(soldBy(cart, delivery?.method), delivery),
    ...(explain && { explanation: explanationOf(cart, delivery) }),
  }
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
