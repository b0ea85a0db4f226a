import type { PayloadRequest } from 'payload'
import { isLineQuantity, maxPerLine } from '#domain/cart-limits'
import { DomainError } from '#domain/errors'
import { defaultMarket, isMarketId, markets, type MarketId } from '#domain/markets'
import { normalCode } from '#domain/promotions/promotion'
import type { CartView } from '#domain/views'
import { lockOpenCart, withOpenCart } from './cart-lock'
import { checkOffer, checkQuantity, offerOf, putLine, readOffer } from './cart-offer'
import { codeRefusal } from './cart-promotions'
import { readCartView, viewAfter } from './cart-read'
import { asDrafted, readStoredCart } from './cart-rows'
import { cartTokenHash, newCartToken } from './cart-token'
import { cartView } from './cart-view'
import { notApplicable } from './refusal-view'
import { together } from './own-line'
import { run, type Statement } from './statement'
import { inOpenedTransaction } from './transaction'

export { readCheckoutDraft, saveCheckoutDraft } from './cart-draft'
export { countOf, readCart } from './cart-read'
export { mergeCart } from './merge-cart'

const insertCart: Statement = {
  name: 'cart-insert',
  text: `INSERT INTO carts (secret_hash, market, currency, customer_id, expires_at)
    VALUES ($1, $2, $3, $4, now() + interval '60 days') RETURNING id`,
}
const variantOfLine: Statement = {
  name: 'cart-line-variant',
  text: 'SELECT variant_id AS "variantId" FROM carts_lines WHERE _parent_id = $1 AND id = $2',
}
const dropLine: Statement = {
  name: 'cart-drop-line',
  text: 'DELETE FROM carts_lines WHERE _parent_id = $1 AND id = $2 RETURNING id',
}
const putCode: Statement = {
  name: 'cart-put-code',
  text: 'UPDATE carts SET code = $2, updated_at = now() WHERE id = $1',
}
const dropCode: Statement = {
  name: 'cart-drop-code',
  text: 'UPDATE carts SET code = NULL, updated_at = now() WHERE id = $1',
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function checkWhole(quantity: unknown): asserts quantity is number {
  if (!isLineQuantity(quantity))
    throw new DomainError('validation.failed', {
      errors: [{ path: 'quantity', message: `A whole number from 1 to ${maxPerLine}.` }],
    })
}

/** A new, empty cart of one market and the token that opens it. Throws `market.not-found`. */
export async function createCart(
  req: PayloadRequest,
  { market = defaultMarket, customerId }: { market?: MarketId; customerId?: string },
): Promise<{ cart: CartView; token: string }> {
  if (!isMarketId(market)) throw new DomainError('market.not-found')
  const token = newCartToken()
  const { currency, countries } = markets[market]
  const [row] = await run<{ id: string }>(req, insertCart, [
    cartTokenHash(token),
    market,
    currency,
    customerId ?? null,
  ])
  if (!row) throw new Error('A cart was not written')
  const empty = {
    id: row.id,
    market,
    currency,
    status: 'open' as const,
    code: null,
    draft: null,
    now: 0,
    rates: [],
    shop: { home: '', timezone: 'UTC', cutOff: '', handling: 0 },
    lines: [],
    customerId: customerId ?? null,
    groups: [],
    promotions: [],
    credits: null,
  }
  return { cart: cartView(asDrafted({ ...empty, country: countries[0] ?? '' })), token }
}

/**
 * Adds pairs of a variant, on top of those already there. Throws `variant.not-found`, `stock.insufficient`,
 * `cart.full`, `cart.not-found`, `cart.bought` or `validation.failed`, and then changes nothing.
 */
export async function addLine(
  req: PayloadRequest,
  token: string,
  { variantId, quantity }: { variantId: string; quantity: number },
): Promise<CartView> {
  checkWhole(quantity)
  if (!uuid.test(variantId)) throw new DomainError('variant.not-found', { variantId })
  return inOpenedTransaction(
    req,
    (tx) => together(lockOpenCart(tx, token), readOffer(tx, token, variantId)),
    async (tx, [cart, found]) => {
      const offer = checkOffer(found, variantId)
      checkQuantity(offer, offer.inCart + quantity)
      return viewAfter(tx, token, putLine(tx, cart.id, offer, offer.inCart + quantity))
    },
  )
}

/** Sets how many pairs a line holds. Throws as `addLine` does, and `cart.line-not-found`. */
export async function setLine(
  req: PayloadRequest,
  token: string,
  lineId: string,
  quantity: number,
): Promise<CartView> {
  checkWhole(quantity)
  return withOpenCart(req, token, async (tx, cart) => {
    const [line] = await run<{ variantId: string }>(tx, variantOfLine, [cart.id, lineId])
    if (!line) throw new DomainError('cart.line-not-found')
    const offer = await offerOf(tx, token, line.variantId)
    checkQuantity(offer, quantity)
    return viewAfter(tx, token, putLine(tx, cart.id, offer, quantity))
  })
}

/** Takes a line out. Throws `cart.line-not-found`, `cart.not-found` or `cart.bought`. */
export const removeLine = (req: PayloadRequest, token: string, lineId: string): Promise<CartView> =>
  withOpenCart(req, token, async (tx, cart) => {
    const dropped = await run(tx, dropLine, [cart.id, lineId])
    if (dropped.length === 0) throw new DomainError('cart.line-not-found')
    return readCartView(tx, token)
  })

/**
 * Gives the cart a code in place of the one it has. Throws `promotion.not-applicable` with the reason when it would do
 * nothing for the cart, and then changes nothing; `cart.not-found` or `cart.bought`.
 */
export const setCode = (req: PayloadRequest, token: string, given: string): Promise<CartView> =>
  withOpenCart(req, token, async (tx, cart) => {
    const code = normalCode(given)
    if (!code) throw notApplicable({ reason: 'unknown' }, cart.currency)
    const [, stored] = await together(run(tx, putCode, [cart.id, code]), readStoredCart(tx, token))
    const refusal = stored && codeRefusal(stored)
    if (refusal) throw notApplicable(refusal, cart.currency)
    return readCartView(tx, token)
  })

/** Forgets the cart's code. Throws `cart.not-found` or `cart.bought`. */
export const clearCode = (req: PayloadRequest, token: string): Promise<CartView> =>
  withOpenCart(req, token, (tx, cart) => viewAfter(tx, token, run(tx, dropCode, [cart.id])))
