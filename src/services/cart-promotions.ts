import { applyPromotions, shippingPaid } from '#domain/promotions/apply'
import type { PromotionLine, PromotionOutcome, PromotionRefusal } from '#domain/promotions/promotion'
import type { StoredCart, StoredLine } from './cart-rows'
import { promotionOf } from './promotion-rows'

/** Whether the line can be bought here at all, however few pairs there are. */
export const isOffered = (line: StoredLine): line is StoredLine & { unitPrice: number } =>
  line.forSale && line.unitPrice !== null

const promotionLine = (line: StoredLine & { unitPrice: number }): PromotionLine => ({
  variantId: line.variantId,
  productId: line.productId,
  brandId: line.brandId,
  categoryIds: line.categoryIds,
  unitPrice: line.unitPrice,
  quantity: line.quantity,
})

/** By the lines, which a copy of the cart keeps: where it goes changes nothing. */
const known = new WeakMap<StoredCart['lines'], PromotionOutcome>()

/** What the promotions read with a cart make of it. Worked out once for each reading. */
export function outcomeOf(cart: StoredCart): PromotionOutcome {
  const before = known.get(cart.lines)
  if (before) return before
  const context = {
    currency: cart.currency,
    country: cart.country,
    now: new Date(cart.now),
    groups: cart.groups,
  }
  const lines = cart.lines.filter(isOffered).map(promotionLine)
  const outcome = applyPromotions(lines, cart.promotions.map(promotionOf), context)
  known.set(cart.lines, outcome)
  return outcome
}

/** Minor units off a whole line of the cart. */
export const discountOf = (cart: StoredCart, { variantId }: StoredLine): number =>
  outcomeOf(cart).lines.find((line) => line.variantId === variantId)?.discount ?? 0

/** What is left to pay of a delivery that costs `price`, in minor units. */
export const shippingLeft = (cart: StoredCart, price: number): number =>
  shippingPaid(outcomeOf(cart).shipping, price).left

/** Why the cart's code does nothing for it; undefined when it does, and without a code. */
export function codeRefusal(cart: StoredCart): PromotionRefusal | undefined {
  const { code } = cart
  if (code === null) return undefined
  const { applied, refused } = outcomeOf(cart)
  if (applied.some((one) => one.code === code)) return undefined
  return refused.find((one) => one.code === code)?.refusal ?? { reason: 'unknown' }
}

export interface SoldGift {
  line: StoredLine
  quantity: number
}

/** The gifts of the cart, each variant once. */
export function giftsOf(cart: StoredCart): (SoldGift & { name: string })[] {
  const gifts = new Map<string, SoldGift & { name: string }>()
  for (const { promotionId, quantity, name } of outcomeOf(cart).gifts) {
    const line = cart.promotions.find(({ id }) => id === promotionId)?.gift
    if (!line) throw new Error('A gift was given that no promotion has')
    const before = gifts.get(line.variantId)
    gifts.set(line.variantId, {
      line,
      name: before?.name ?? name,
      quantity: (before?.quantity ?? 0) + quantity,
    })
  }
  return [...gifts.values()]
}

/** What the goods cost after promotions, in minor units, as the market shows prices. */
export const goodsValue = (cart: StoredCart): number =>
  cart.lines
    .filter(isOffered)
    .reduce((sum, line) => sum + line.unitPrice * line.quantity - discountOf(cart, line), 0)
