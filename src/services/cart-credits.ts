import type { PayloadRequest } from 'payload'
import { mostCards, normalCardCode, type CreditReason, type CreditStatus } from '#domain/credit'
import { DomainError } from '#domain/errors'
import type { CartView } from '#domain/views'
import { cardCodeHash } from './card-code'
import { withOpenCart } from './cart-lock'
import { viewAfter } from './cart-read'
import { cartTokenHash } from './cart-token'
import { creditStatusSql } from './credit-rows'
import { run, type Statement } from './statement'
import type { Transaction } from './transaction'

interface Found {
  id: string
  status: CreditStatus
  currency: string
  balance: number
}

const byCode: Statement = {
  name: 'credit-by-code',
  text: `SELECT k.id, ${creditStatusSql} AS status, k.currency, k.balance::float8 AS balance FROM credits k WHERE k.code_hash = $1`,
}
const cardsOf: Statement = {
  name: 'cart-cards',
  text: `SELECT coalesce(credits -> 'cards', '[]'::jsonb) AS cards FROM carts WHERE id = $1`,
}
const put: Statement = {
  name: 'cart-cards-put',
  text: `UPDATE carts SET updated_at = now(), credits = CASE WHEN $2::jsonb = '[]'::jsonb AND coalesce(credits ->> 'store', '') <> 'true' THEN NULL
    ELSE jsonb_set(coalesce(credits, '{}'::jsonb), '{cards}', $2::jsonb) END WHERE id = $1`,
}
const useStore: Statement = {
  name: 'cart-store-credit',
  text: `UPDATE carts SET updated_at = now(), credits = CASE WHEN NOT $2::boolean AND coalesce(credits -> 'cards', '[]'::jsonb) = '[]'::jsonb THEN NULL
    ELSE coalesce(credits, '{"cards":[]}'::jsonb) || jsonb_build_object('store', $2::boolean) END WHERE id = $1`,
}

const refuse = (reason: CreditReason, more: Readonly<Record<string, unknown>> = {}): never => {
  throw new DomainError('gift-card.not-applicable', { reason, ...more })
}

/**
 * Gives the cart a gift card to be paid with, by its code. What stands on it is told to whoever has the whole code and to nobody
 * else. Throws `gift-card.not-applicable` with the reason, `cart.not-found` or `cart.bought`, and then changes nothing.
 */
export const addGiftCard = (req: PayloadRequest, token: string, typed: string): Promise<CartView> =>
  withOpenCart(req, token, async (tx, cart) => {
    const code = normalCardCode(typed)
    // What cannot be a code is looked up all the same: the answer takes as long.
    const [card] = await run<Found>(tx, byCode, [cardCodeHash(code ?? '')])
    if (!card || !code) return refuse('unknown')
    if (card.status !== 'active') return refuse(card.status)
    if (card.currency !== cart.currency) return refuse('currency', { currency: card.currency })
    if (card.balance === 0) return refuse('empty')
    const cards = (await run<{ cards: string[] }>(tx, cardsOf, [cart.id]))[0]?.cards ?? []
    if (cards.includes(card.id)) return refuse('given')
    if (cards.length >= mostCards) return refuse('too-many', { most: mostCards })
    return viewAfter(tx, token, run(tx, put, [cart.id, JSON.stringify([...cards, card.id])]))
  })

/** Takes a gift card out of the cart again. One that is not there changes nothing. Throws `cart.not-found` or `cart.bought`. */
export const removeGiftCard = (req: PayloadRequest, token: string, creditId: string): Promise<CartView> =>
  withOpenCart(req, token, async (tx, cart) => {
    const cards = (await run<{ cards: string[] }>(tx, cardsOf, [cart.id]))[0]?.cards ?? []
    const left = cards.filter((id) => id !== creditId)
    return viewAfter(tx, token, run(tx, put, [cart.id, JSON.stringify(left)]))
  })

/** Pays with the store credit of the customer who is signed in, or no longer. Throws `cart.not-found` or `cart.bought`. */
export const payByStoreCredit = (req: PayloadRequest, token: string, isUsed: boolean): Promise<CartView> =>
  withOpenCart(req, token, (tx, cart) => viewAfter(tx, token, run(tx, useStore, [cart.id, isUsed])))

const forget: Statement = {
  name: 'cart-customer-forget',
  text: `UPDATE carts SET customer_id = NULL, credits = credits - 'store', updated_at = now()
    WHERE secret_hash = $1 AND status = 'open' AND (customer_id IS NOT NULL OR credits ? 'store')`,
}

/** Who signs out leaves the cart behind, but neither their money nor their prices. */
export async function forgetCustomer(req: PayloadRequest, token: string | undefined): Promise<void> {
  if (token) await run(req, forget, [cartTokenHash(token)])
}

const forgetAll: Statement = {
  name: 'carts-customer-forget',
  text: `UPDATE carts SET customer_id = NULL, credits = credits - 'store', updated_at = now()
    WHERE customer_id = $1 AND status = 'open' AND secret_hash IS DISTINCT FROM $2`,
}

/** The same for every open cart of a customer but the one of this token: who is signed out from afar spends nothing of theirs. */
export async function forgetCarts(tx: Transaction, customerId: string, but?: string): Promise<void> {
  await run(tx, forgetAll, [customerId, but ? cartTokenHash(but) : null])
}
