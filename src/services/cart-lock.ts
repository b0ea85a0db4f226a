import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import type { Currency, MarketId } from '#domain/markets'
import { cartTokenHash } from './cart-token'
import { run, type Statement } from './statement'
import { inOpenedTransaction, type Transaction } from './transaction'

export interface LockedCart {
  id: string
  market: MarketId
  currency: Currency
  status: 'open' | 'bought' | 'merged'
  orderId: string | null
}

/**
 * What follows in the transaction reads thirty tables by keys: its plan does not depend on the values, and making it
 * anew would cost as much as carrying it out.
 */
const lock: Statement = {
  name: 'cart-lock',
  text: `SELECT id, market, currency, status, order_id AS "orderId", set_config('plan_cache_mode', 'force_generic_plan', true)
    FROM carts WHERE secret_hash = $1 FOR UPDATE`,
}
const numberOf: Statement = { name: 'cart-order-number', text: 'SELECT number FROM orders WHERE id = $1' }

/** The refusal of a cart that has become an order. */
export async function boughtRefusal(tx: Transaction, orderId: string | null): Promise<DomainError> {
  const [order] = orderId ? await run<{ number: string }>(tx, numberOf, [orderId]) : []
  return new DomainError('cart.bought', { number: order?.number })
}

/** Locks the cart until the transaction ends, whatever its state. Throws `cart.not-found`. */
export async function lockCart(tx: Transaction, token: string): Promise<LockedCart> {
  const [cart] = await run<LockedCart>(tx, lock, [cartTokenHash(token)])
  if (!cart || cart.status === 'merged') throw new DomainError('cart.not-found')
  return cart
}

/** Locks a cart that may still change: every write does this first, so that none is lost. Throws `cart.bought`. */
export async function lockOpenCart(tx: Transaction, token: string): Promise<LockedCart> {
  const cart = await lockCart(tx, token)
  if (cart.status === 'bought') throw await boughtRefusal(tx, cart.orderId)
  return cart
}

/** Runs `work` in one transaction with the cart locked, which may still change. Throws as `lockOpenCart` does. */
export const withOpenCart = <T>(
  req: PayloadRequest,
  token: string,
  work: (tx: Transaction, cart: LockedCart) => Promise<T>,
): Promise<T> => inOpenedTransaction(req, (tx) => lockOpenCart(tx, token), work)
