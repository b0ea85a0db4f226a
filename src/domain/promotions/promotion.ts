import type { Currency } from '../markets'

/** What a promotion does: a share off, an amount off, delivery, every n-th pair, or a variant for nothing. */
export const promotionEffects = ['percent', 'amount', 'free-shipping', 'buy-get', 'gift'] as const
export type PromotionEffect = (typeof promotionEffects)[number]

/** A variant that is added for nothing. */
export interface Gift {
  variantId: string
  quantity: number
  /** Pairs there are, those already in the cart included. */
  available: number
  /** What it costs otherwise, in minor units of the cart's currency; 0 when it is not for sale alone. */
  value: number
}

/** A promotion as it stands for one cart: amounts are minor units of the cart's currency, shares are basis points. */
export interface Promotion {
  id: string
  name: string
  isActive: boolean
  /** The code that brought it; null for one that applies by itself. */
  code: string | null
  effect: PromotionEffect
  percent: number
  /** Off the goods for `amount`, at most off delivery for `free-shipping`. */
  amount: number | null
  buy: number
  get: number
  /** Off the pairs one gets; 10 000 makes them free. */
  getPercent: number
  gift: Gift | null
  /** Lower goes first. */
  priority: number
  isExclusive: boolean
  startsAt: string | null
  endsAt: string | null
  /** False when its amounts are given in other currencies only. */
  isInCurrency: boolean
  minValue: number | null
  minQuantity: number | null
  /** Empty lists leave everything in; categories hold their descendants. */
  products: readonly string[]
  categories: readonly string[]
  brands: readonly string[]
  countries: readonly string[]
  groups: readonly string[]
  needsFirstOrder: boolean
  isFirstOrder: boolean
  maxUses: number | null
  maxPerCustomer: number | null
  maxOfCode: number | null
  budget: number | null
  uses: number
  usesOfCustomer: number
  usesOfCode: number
  spent: number
}

export interface PromotionLine {
  /** Unique among the lines and the same on every read: shares are rounded in this order. */
  variantId: string
  productId: string
  brandId: string | null
  categoryIds: readonly string[]
  /** Minor units, after price campaigns. */
  unitPrice: number
  quantity: number
}

export interface PromotionContext {
  currency: Currency
  country: string
  now: Date
  /** Groups of the customer; empty for a guest. */
  groups: readonly string[]
}

/** Why a promotion does not apply. Amounts are minor units. */
export type PromotionRefusal =
  | { reason: 'unknown' }
  | { reason: 'not-started'; startsAt: string }
  | { reason: 'ended' }
  | { reason: 'used-up' }
  | { reason: 'used-by-you' }
  | { reason: 'currency' }
  | { reason: 'country' }
  | { reason: 'customer-group' }
  | { reason: 'first-order' }
  | { reason: 'no-matching-products' }
  | { reason: 'minimum-quantity'; minimum: number; missing: number }
  | { reason: 'minimum-value'; minimum: number; missing: number }
  | { reason: 'gift-unavailable' }
  | { reason: 'not-combinable'; with: string }
  | { reason: 'no-effect' }

export const promotionReasons = [
  'unknown',
  'not-started',
  'ended',
  'used-up',
  'used-by-you',
  'currency',
  'country',
  'customer-group',
  'first-order',
  'no-matching-products',
  'minimum-quantity',
  'minimum-value',
  'gift-unavailable',
  'not-combinable',
  'no-effect',
] as const satisfies readonly PromotionRefusal['reason'][]
export type PromotionReason = PromotionRefusal['reason']

/** One step on the way to the price of a line, in minor units: what a rule took off and what is left. */
export interface PriceStep {
  rule: string
  promotionId: string
  effect: PromotionEffect
  off: number
  left: number
}

export interface PromotedLine {
  variantId: string
  discount: number
  steps: PriceStep[]
}

export interface AppliedPromotion {
  id: string
  name: string
  code: string | null
  effect: PromotionEffect
  /** Off the goods, in minor units. */
  discount: number
  gift: { variantId: string; quantity: number } | null
}

/** Delivery that a promotion pays for, in minor units; null pays all of it. */
export interface ShippingGrant {
  id: string
  name: string
  upTo: number | null
}

export interface RefusedPromotion {
  id: string
  name: string
  code: string | null
  refusal: PromotionRefusal
}

/** What promotions make of a cart. `lines` stand in the order in which they came. */
export interface PromotionOutcome {
  lines: PromotedLine[]
  discount: number
  applied: AppliedPromotion[]
  gifts: { variantId: string; quantity: number; promotionId: string; name: string }[]
  shipping: ShippingGrant[]
  refused: RefusedPromotion[]
}

/** A code as it is stored and compared: capitals, without spaces; empty for what can be no code. */
export function normalCode(given: string): string {
  const code = given.replace(/\s/g, '').toUpperCase()
  return /^[A-Z0-9][A-Z0-9_-]{2,39}$/.test(code) ? code : ''
}
