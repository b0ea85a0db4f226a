import { DomainError } from '#domain/errors'
import type { Currency } from '#domain/markets'
import { money } from '#domain/money'
import type { PromotionRefusal } from '#domain/promotions/promotion'
import type { CodeProblem } from '#domain/views'

/** Why a code does nothing, with what is missing. */
export function refusalView(refusal: PromotionRefusal, currency: Currency): CodeProblem {
  const { reason } = refusal
  if (reason === 'minimum-value')
    return { reason, minimum: money(refusal.minimum, currency), missing: money(refusal.missing, currency) }
  if (reason === 'minimum-quantity')
    return { reason, minimumPairs: refusal.minimum, missingPairs: refusal.missing }
  if (reason === 'not-started') return { reason, startsAt: new Date(refusal.startsAt).toISOString() }
  if (reason === 'not-combinable') return { reason, with: refusal.with }
  return { reason }
}

export const notApplicable = (refusal: PromotionRefusal, currency: Currency): DomainError =>
  new DomainError('promotion.not-applicable', { ...refusalView(refusal, currency) })
