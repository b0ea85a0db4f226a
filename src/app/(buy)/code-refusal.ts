import { promotionReasons } from '#domain/promotions/promotion'
import type { CartView, CodeProblem } from '#domain/views'
import { reasonIn } from '#components/code-form'
import type { Shop } from '#components/shop'
import { one, type Query } from './visitor'

const figure = (value: string): number | undefined => (/^\d{1,9}$/.test(value) ? Number(value) : undefined)

/** Why the code that a form just tried was not taken, in words; the form's answer carries the reason in its address. */
export function codeRefusalOf(shop: Shop, cart: CartView | undefined, query: Query): string | undefined {
  if (!cart || one(query.about) !== 'code') return undefined
  if (one(query.problem) === 'rate.limited') return shop.t('code.limited')
  const reason = promotionReasons.find((known) => known === one(query.reason))
  if (!reason) return undefined
  const missing = figure(one(query.missing))
  const at = new Date(one(query.startsAt))
  const problem: CodeProblem = {
    reason,
    ...(missing !== undefined && { missing: { amount: missing, currency: cart.currency } }),
    missingPairs: figure(one(query.pairs)) ?? 0,
    ...(!Number.isNaN(at.getTime()) && { startsAt: at.toISOString() }),
  }
  return reasonIn(shop, problem)
}
