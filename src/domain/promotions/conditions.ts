import type { Promotion, PromotionContext, PromotionLine, PromotionRefusal } from './promotion'

const among = (list: readonly string[], value: string | null): boolean =>
  list.length === 0 || (value !== null && list.includes(value))

/** Within a list any will do, between lists all must: boots of one brand are a category and a brand. */
export const isMatching = (promotion: Promotion, line: PromotionLine): boolean =>
  among(promotion.products, line.productId) &&
  among(promotion.brands, line.brandId) &&
  (promotion.categories.length === 0 || line.categoryIds.some((id) => promotion.categories.includes(id)))

type Refusal = PromotionRefusal | undefined

function byTime({ isActive, startsAt, endsAt }: Promotion, now: Date): Refusal {
  if (!isActive) return { reason: 'unknown' }
  if (startsAt !== null && now < new Date(startsAt)) return { reason: 'not-started', startsAt }
  if (endsAt !== null && now >= new Date(endsAt)) return { reason: 'ended' }
  return undefined
}

const isReached = (limit: number | null, used: number): boolean => limit !== null && used >= limit

function byLimits(promotion: Promotion): Refusal {
  const { maxUses, uses, budget, spent, maxOfCode, usesOfCode, maxPerCustomer, usesOfCustomer } = promotion
  if (isReached(maxUses, uses) || isReached(budget, spent) || isReached(maxOfCode, usesOfCode))
    return { reason: 'used-up' }
  return isReached(maxPerCustomer, usesOfCustomer) ? { reason: 'used-by-you' } : undefined
}

function byBuyer(promotion: Promotion, { country, groups }: PromotionContext): Refusal {
  if (!promotion.isInCurrency) return { reason: 'currency' }
  if (!among(promotion.countries, country)) return { reason: 'country' }
  if (promotion.groups.length > 0 && !groups.some((group) => promotion.groups.includes(group)))
    return { reason: 'customer-group' }
  return promotion.needsFirstOrder && !promotion.isFirstOrder ? { reason: 'first-order' } : undefined
}

function byGoods(promotion: Promotion, lines: readonly PromotionLine[]): Refusal {
  const matching = lines.filter((line) => isMatching(promotion, line))
  const pairs = matching.reduce((sum, line) => sum + line.quantity, 0)
  if (pairs === 0) return { reason: 'no-matching-products' }
  const { minQuantity, minValue, effect, buy, get } = promotion
  const fewest = Math.max(minQuantity ?? 0, effect === 'buy-get' ? buy + get : 0)
  if (pairs < fewest) return { reason: 'minimum-quantity', minimum: fewest, missing: fewest - pairs }
  const value = matching.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0)
  return minValue !== null && value < minValue
    ? { reason: 'minimum-value', minimum: minValue, missing: minValue - value }
    : undefined
}

/**
 * Why a promotion may not apply to a cart, or undefined. Value and pairs are those of the lines it is about,
 * before any promotion, so that no promotion decides about another.
 */
export const refusalOf = (
  promotion: Promotion,
  lines: readonly PromotionLine[],
  context: PromotionContext,
): Refusal =>
  byTime(promotion, context.now) ??
  byLimits(promotion) ??
  byBuyer(promotion, context) ??
  byGoods(promotion, lines)
