import type { PromotionRefusal } from '#domain/promotions/promotion'
import { money } from '../amount'

const plainly: Readonly<Partial<Record<PromotionRefusal['reason'], string>>> = {
  unknown: 'Nobody has made this code, or it is switched off.',
  ended: 'It has ended.',
  'used-up': 'It is used up.',
  'used-by-you': 'This customer has used it as often as it allows.',
  currency: 'It has no amounts in this currency.',
  country: 'It does not apply to deliveries there.',
  'customer-group': 'It is for a customer group that this customer is not in.',
  'first-order': 'It is for first orders.',
  'no-matching-products': 'None of these products is among its own.',
  'gift-unavailable': 'Its gift is sold out.',
  'no-effect': 'It would take nothing off.',
}

/** Why a promotion did not apply, for staff. Amounts are minor units of `currency`. */
export function reasonWords(refusal: PromotionRefusal, currency: string): string {
  if (refusal.reason === 'minimum-value')
    return `Missing: ${money(refusal.missing, currency)} of ${money(refusal.minimum, currency)}.`
  if (refusal.reason === 'minimum-quantity') return `Missing: ${refusal.missing} of ${refusal.minimum} pairs.`
  if (refusal.reason === 'not-started') return `It begins on ${refusal.startsAt.slice(0, 10)}.`
  if (refusal.reason === 'not-combinable') return `It does not combine with ${refusal.with}.`
  return plainly[refusal.reason] ?? refusal.reason
}
