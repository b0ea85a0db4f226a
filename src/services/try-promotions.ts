import type { PayloadRequest } from 'payload'
import { DomainError } from '#domain/errors'
import { markets, type MarketId } from '#domain/markets'
import { normalCode } from '#domain/promotions/promotion'
import type { CartView, OrderExplanation, ShippingOption } from '#domain/views'
import { outcomeOf } from './cart-promotions'
import { explanationOf } from './cart-read'
import { readStoredCart } from './cart-rows'
import { cartTokenHash, newCartToken } from './cart-token'
import { soldBy } from './cart-tax'
import { cartView } from './cart-view'
import { choicesFor, methodsTo, pricedDelivery } from './shipping-options'
import { run, type Statement } from './statement'
import { inTransaction, type Transaction } from './transaction'

export interface TryPromotions {
  market: MarketId
  /** Of delivery; the market's first otherwise. */
  country?: string
  code?: string
  /** Whose limits, groups and first order count. */
  email?: string
  customerId?: string
  /** Counts as switched on, begun and applying by itself, whatever it is. */
  promotionId?: string
  lines: readonly { variantId: string; quantity: number }[]
}

export interface PromotionTrial {
  cart: CartView
  options: ShippingOption[]
  refused: OrderExplanation['refused']
}

const insertCart: Statement = {
  name: 'trial-cart',
  text: `WITH made AS (
      INSERT INTO carts (secret_hash, market, currency, customer_id, code, draft)
      VALUES ($1, $2, $3, $4, $5, jsonb_build_object('email', $6::text, 'shippingAddress', jsonb_build_object('country', $7::text))) RETURNING id)
    INSERT INTO carts_lines (id, _parent_id, _order, variant_id, quantity)
    SELECT substr(md5(made.id::text || l.variant_id), 1, 24), made.id, row_number() OVER (), l.variant_id, l.quantity
    FROM made, jsonb_to_recordset($8::jsonb) AS l (variant_id uuid, quantity numeric) JOIN variants v ON v.id = l.variant_id`,
}
const switchOn: Statement = {
  name: 'trial-promotion',
  text: `UPDATE promotions SET active = true, applies = 'automatic', starts_at = NULL, ends_at = NULL WHERE id = $1`,
}

/** Carries the result out of the transaction that must not be kept. */
class Undone extends Error {
  constructor(readonly trial: PromotionTrial) {
    super('A trial is never kept')
  }
}

async function tryOut(tx: Transaction, call: TryPromotions): Promise<PromotionTrial> {
  const { market, code, email, customerId, promotionId, lines } = call
  const country = call.country ?? markets[market].countries[0] ?? ''
  const token = newCartToken()
  if (promotionId) await run(tx, switchOn, [promotionId])
  await run(tx, insertCart, [
    cartTokenHash(token),
    market,
    markets[market].currency,
    customerId ?? null,
    code ? normalCode(code) || '?' : null,
    email ?? null,
    country,
    JSON.stringify(lines.map(({ variantId, quantity }) => ({ variant_id: variantId, quantity }))),
  ])
  const cart = await readStoredCart(tx, token, country)
  if (!cart) throw new Error('The cart of a trial was not written')
  const [delivery] = methodsTo(cart.zones, cart.to).flatMap((method) => pricedDelivery(method, cart) ?? [])
  return {
    cart: {
      ...cartView(soldBy(cart, delivery?.method), delivery),
      explanation: explanationOf(cart, delivery),
    },
    options: choicesFor(cart).options,
    refused: outcomeOf(cart).refused.map(({ id, name, code: by, refusal }) => ({
      promotionId: id,
      name,
      ...(by && { code: by }),
      ...refusal,
    })),
  }
}

/**
 * What a cart would cost, by the very code that prices carts, in a transaction that is rolled back: nothing is left of it.
 * Throws `validation.failed` for a market or a country that is none.
 */
export async function tryPromotions(req: PayloadRequest, call: TryPromotions): Promise<PromotionTrial> {
  const { country, market } = call
  if (country && !markets[market].countries.includes(country))
    throw new DomainError('validation.failed', {
      errors: [{ path: 'country', message: 'This market does not deliver there.' }],
    })
  try {
    return await inTransaction(req, async (tx) => {
      throw new Undone(await tryOut(tx, call))
    })
  } catch (error) {
    if (error instanceof Undone) return error.trial
    throw error
  }
}
