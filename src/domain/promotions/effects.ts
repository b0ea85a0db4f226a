import { allocate, percentOf, portion } from '../money'
import { isMatching } from './conditions'
import type { Promotion, PromotionLine, PromotionRefusal } from './promotion'

/** A line with what is left of its price after the promotions before. Minor units. */
export interface OpenLine {
  line: PromotionLine
  left: number
}

/** What a promotion takes off each line, in the order of the lines; or gives, or why it does neither. */
export type Effect =
  | { kind: 'off'; shares: number[] }
  | { kind: 'shipping' }
  | { kind: 'gift' }
  | { kind: 'none'; refusal: PromotionRefusal }

const sum = (figures: readonly number[]): number => figures.reduce((all, figure) => all + figure, 0)

/** Exact shares of `off` over what is left of the matching lines: none is ever above its line. */
function spread(off: number, open: readonly OpenLine[], matches: readonly boolean[]): number[] {
  const weights = open.map(({ left }, index) => (matches[index] ? left : 0))
  return off > 0 ? allocate(off, weights) : weights.map(() => 0)
}

/** The cheapest pairs of the matching lines are the ones one gets. */
function buyGet(
  { buy, get, getPercent }: Promotion,
  open: readonly OpenLine[],
  matches: readonly boolean[],
): number[] {
  const cheapestFirst = open
    .map(({ line, left }, index) => ({ line, left, index }))
    .filter(({ index }) => matches[index])
    .sort(
      (one, other) =>
        one.line.unitPrice - other.line.unitPrice || (one.line.variantId < other.line.variantId ? -1 : 1),
    )
  let toGet = Math.floor(sum(cheapestFirst.map(({ line }) => line.quantity)) / (buy + get)) * get
  const shares = open.map(() => 0)
  for (const { line, left, index } of cheapestFirst) {
    const pairs = Math.min(toGet, line.quantity)
    toGet -= pairs
    shares[index] = percentOf(portion(left, pairs, line.quantity), getPercent)
  }
  return shares
}

function sharesOf(promotion: Promotion, open: readonly OpenLine[]): number[] {
  const matches = open.map(({ line }) => isMatching(promotion, line))
  if (promotion.effect === 'buy-get') return buyGet(promotion, open, matches)
  const base = sum(open.map(({ left }, index) => (matches[index] ? left : 0)))
  const off =
    promotion.effect === 'percent'
      ? percentOf(base, promotion.percent)
      : Math.min(promotion.amount ?? 0, base)
  return spread(off, open, matches)
}

function giftOf({ gift }: Promotion, open: readonly OpenLine[], given: number): Effect {
  if (!gift) return { kind: 'none', refusal: { reason: 'gift-unavailable' } }
  const bought = sum(open.map(({ line }) => (line.variantId === gift.variantId ? line.quantity : 0)))
  return gift.available >= bought + given + gift.quantity
    ? { kind: 'gift' }
    : { kind: 'none', refusal: { reason: 'gift-unavailable' } }
}

/**
 * What an eligible promotion does to lines as the promotions before left them. `open` is sorted by variant;
 * `given` counts the pairs of its gift that others give already. A budget is kept whole: what would go above it is not given.
 */
export function effectOf(promotion: Promotion, open: readonly OpenLine[], given: number): Effect {
  if (promotion.effect === 'free-shipping') return { kind: 'shipping' }
  if (promotion.effect === 'gift') return giftOf(promotion, open, given)
  const shares = sharesOf(promotion, open)
  const off = sum(shares)
  if (off === 0) return { kind: 'none', refusal: { reason: 'no-effect' } }
  return promotion.budget !== null && promotion.spent + off > promotion.budget
    ? { kind: 'none', refusal: { reason: 'used-up' } }
    : { kind: 'off', shares }
}
