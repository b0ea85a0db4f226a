import { refusalOf } from './conditions'
import { effectOf, type OpenLine } from './effects'
import type {
  AppliedPromotion,
  Promotion,
  PromotionContext,
  PromotionLine,
  PromotionOutcome,
  PriceStep,
  RefusedPromotion,
  ShippingGrant,
} from './promotion'

/** Promotions that apply together, one after the other, and what comes of it. */
interface Option {
  first: Promotion | undefined
  isExclusive: boolean
  /** Off the goods and the worth of gifts, in minor units. */
  saving: number
  steps: Map<string, PriceStep[]>
  applied: AppliedPromotion[]
  gifts: PromotionOutcome['gifts']
  shipping: ShippingGrant[]
  refused: RefusedPromotion[]
}

const byOrder = (one: Promotion, other: Promotion): number =>
  one.priority - other.priority || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

const named = ({ id, name, code }: Promotion) => ({ id, name, code })

/** What a free-shipping promotion may still pay: its own limit and what is left of its budget. */
function grantOf({ id, name, amount, budget, spent }: Promotion): ShippingGrant {
  const limits = [amount, budget === null ? null : budget - spent].filter((limit) => limit !== null)
  return { id, name, upTo: limits.length > 0 ? Math.min(...limits) : null }
}

function takeOff(option: Option, open: OpenLine[], promotion: Promotion, shares: readonly number[]): number {
  for (const [index, off] of shares.entries()) {
    const one = open[index]
    if (!one || off === 0) continue
    one.left -= off
    const { id: promotionId, name: rule, effect } = promotion
    const step = { rule, promotionId, effect, off, left: one.left }
    const steps = option.steps.get(one.line.variantId)
    if (steps) steps.push(step)
    else option.steps.set(one.line.variantId, [step])
  }
  return shares.reduce((sum, off) => sum + off, 0)
}

function applyOne(option: Option, open: OpenLine[], promotion: Promotion): void {
  const { gift } = promotion
  const given = option.gifts.reduce(
    (sum, one) => sum + (one.variantId === gift?.variantId ? one.quantity : 0),
    0,
  )
  const effect = effectOf(promotion, open, given)
  if (effect.kind === 'none') {
    option.refused.push({ ...named(promotion), refusal: effect.refusal })
    return
  }
  const discount = effect.kind === 'off' ? takeOff(option, open, promotion, effect.shares) : 0
  if (effect.kind === 'shipping') option.shipping.push(grantOf(promotion))
  const isGift = effect.kind === 'gift' && gift
  if (isGift)
    option.gifts.push({
      variantId: gift.variantId,
      quantity: gift.quantity,
      promotionId: promotion.id,
      name: promotion.name,
    })
  option.first ??= promotion
  option.saving += discount + (isGift ? gift.value * gift.quantity : 0)
  option.applied.push({
    ...named(promotion),
    effect: promotion.effect,
    discount,
    gift: isGift ? { variantId: gift.variantId, quantity: gift.quantity } : null,
  })
}

function tryOut(promotions: readonly Promotion[], lines: readonly PromotionLine[]): Option {
  const option: Option = {
    first: undefined,
    isExclusive: promotions.some((one) => one.isExclusive),
    saving: 0,
    steps: new Map(),
    applied: [],
    gifts: [],
    shipping: [],
    refused: [],
  }
  const open = lines.map((line) => ({ line, left: line.unitPrice * line.quantity }))
  for (const promotion of promotions) applyOne(option, open, promotion)
  return option
}

/** The stated order decides, then what the shopper saves more by, then those that combine. */
function isBetter(one: Option, other: Option): boolean {
  if (!one.first || !other.first) return one.first !== undefined
  if (one.first.priority !== other.first.priority) return one.first.priority < other.first.priority
  if (one.saving !== other.saving) return one.saving > other.saving
  if (one.isExclusive !== other.isExclusive) return other.isExclusive
  return one.first.id < other.first.id
}

const isIn = (option: Option, { id }: Promotion): boolean =>
  [...option.applied, ...option.refused].some((one) => one.id === id)

/** Why an eligible promotion is not in the option that was chosen. */
function leftOut(chosen: Option, promotion: Promotion, own: Option | undefined): RefusedPromotion {
  const alone = own?.refused.find(({ id }) => id === promotion.id)
  return (
    alone ?? {
      ...named(promotion),
      refusal: { reason: 'not-combinable', with: chosen.first?.name ?? '' },
    }
  )
}

/**
 * What promotions make of a cart's lines: exact shares per line in minor units, gifts, delivery they pay for, and for
 * each that does not apply the reason. Promotions that combine apply one after the other in their stated order, each on what
 * the ones before left; an exclusive one applies alone. Between the two ways the stated order decides, and at equal order
 * the greater saving. The order of `lines` and `promotions` does not matter. No line ever goes below zero.
 */
export function applyPromotions(
  lines: readonly PromotionLine[],
  promotions: readonly Promotion[],
  context: PromotionContext,
): PromotionOutcome {
  const sorted = lines.toSorted((one, other) => (one.variantId < other.variantId ? -1 : 1))
  const refused: RefusedPromotion[] = []
  const eligible = promotions.toSorted(byOrder).filter((promotion) => {
    const refusal = refusalOf(promotion, sorted, context)
    if (refusal) refused.push({ ...named(promotion), refusal })
    return !refusal
  })
  const together = tryOut(
    eligible.filter((one) => !one.isExclusive),
    sorted,
  )
  const options = [together, ...eligible.filter((one) => one.isExclusive).map((one) => tryOut([one], sorted))]
  const chosen = options.reduce((best, one) => (isBetter(one, best) ? one : best))
  const others = eligible.filter((promotion) => !isIn(chosen, promotion))
  return {
    lines: lines.map(({ variantId }) => {
      const steps = chosen.steps.get(variantId) ?? []
      return { variantId, discount: steps.reduce((sum, { off }) => sum + off, 0), steps }
    }),
    discount: chosen.applied.reduce((sum, { discount }) => sum + discount, 0),
    applied: chosen.applied,
    gifts: chosen.gifts,
    shipping: chosen.shipping,
    refused: [
      ...refused,
      ...chosen.refused,
      ...others.map((promotion) =>
        leftOut(
          chosen,
          promotion,
          options.find((one) => isIn(one, promotion)),
        ),
      ),
    ],
  }
}

/** What promotions pay of a delivery, by promotion, and what is left to pay, in minor units. */
export interface ShippingPayment {
  paid: { id: string; name: string; off: number }[]
  left: number
}

/** What promotions pay of a delivery, by promotion, in minor units; together never more than it costs. */
export function shippingPaid(grants: readonly ShippingGrant[], price: number): ShippingPayment {
  let left = price
  const paid = grants.map(({ id, name, upTo }) => {
    const off = Math.min(left, upTo ?? left)
    left -= off
    return { id, name, off }
  })
  return { paid: paid.filter(({ off }) => off > 0), left }
}
