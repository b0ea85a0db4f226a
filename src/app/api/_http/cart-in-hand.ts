import { DomainError } from '#domain/errors'
import type { MarketId } from '#domain/markets'
import { createCart, readCart } from '#services/cart'
import { cartCookie } from './cookies'
import type { Call } from './route'

/** The token of the cart in hand, if it is still open and of this market: a cart belongs to one. */
export async function openCart({ req, cartToken }: Call, market: MarketId): Promise<string | undefined> {
  const token = cartToken()
  if (!token) return undefined
  try {
    const cart = await readCart(req, token)
    return cart.market === market ? token : undefined
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

export interface CartInHand {
  token: string
  /** Of a cart that was made for this call. */
  cookies?: readonly string[]
}

/** An empty cart, the customer's if somebody is signed in. */
export async function newCart({ req, customer }: Call, market: MarketId): Promise<CartInHand> {
  const customerId = (await customer())?.id
  const { token } = await createCart(req, { market, customerId })
  return { token, cookies: [cartCookie(token)] }
}

/** The open cart of this market, or a new one in its place; counted. */
export async function cartInHand(call: Call, market: MarketId): Promise<CartInHand> {
  const held = await openCart(call, market)
  await call.count('cart', held)
  return held ? { token: held } : newCart(call, market)
}
