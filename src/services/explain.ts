import type { Currency } from '#domain/markets'
import { money } from '#domain/money'
import type { ExplainedStep } from '#domain/views'
import { outcomeOf } from './cart-promotions'
import type { StoredCart, StoredLine } from './cart-rows'

interface Explained {
  line: StoredLine
  /** Gifts included. */
  quantity: number
  gifts?: number
}

/** The regular price of the pairs that are bought, and what a price campaign makes of it. Minor units. */
function priceSteps(
  { unitPrice, regularPrice, campaign }: StoredLine,
  pairs: number,
  currency: Currency,
): ExplainedStep[] {
  const now = unitPrice ?? 0
  const regular = campaign ? (regularPrice ?? now) : now
  const price: ExplainedStep = {
    kind: 'price',
    pairs,
    unitPrice: money(regular, currency),
    amount: money(regular * pairs, currency),
    left: money(regular * pairs, currency),
  }
  if (!campaign) return [price]
  return [
    price,
    {
      kind: 'campaign',
      rule: campaign.name,
      campaignId: campaign.id,
      amount: money((now - regular) * pairs, currency),
      left: money(now * pairs, currency),
    },
  ]
}

/** How the price of a line came about, step by step: its price, then what each rule took off and what is left. */
export function explainLine(cart: StoredCart, { line, quantity, gifts = 0 }: Explained): ExplainedStep[] {
  const { currency } = cart
  const outcome = outcomeOf(cart)
  const bought = quantity - gifts
  const steps = outcome.lines.find(({ variantId }) => variantId === line.variantId)?.steps ?? []
  const given = gifts > 0 ? outcome.gifts.filter(({ variantId }) => variantId === line.variantId) : []
  const nothing = money(0, currency)
  return [
    ...(bought > 0 ? priceSteps(line, bought, currency) : []),
    ...steps.map(({ rule, promotionId, effect, off, left }): ExplainedStep => ({
      kind: effect,
      rule,
      promotionId,
      amount: money(-off, currency),
      left: money(left, currency),
    })),
    ...given.map(({ promotionId, name, quantity: pairs }): ExplainedStep => ({
      kind: 'gift',
      rule: name,
      promotionId,
      pairs,
      amount: nothing,
      left: nothing,
    })),
  ]
}

interface Delivery {
  name: string
  /** Minor units, before promotions. */
  price: number
  paid: readonly { id: string; name: string; off: number }[]
}

export function explainShipping({ currency }: StoredCart, { name, price, paid }: Delivery): ExplainedStep[] {
  let left = price
  const first: ExplainedStep = {
    kind: 'shipping',
    rule: name,
    amount: money(price, currency),
    left: money(price, currency),
  }
  return [
    first,
    ...paid.map(({ id, name: rule, off }): ExplainedStep => {
      left -= off
      return {
        kind: 'free-shipping',
        rule,
        promotionId: id,
        amount: money(-off, currency),
        left: money(left, currency),
      }
    }),
  ]
}
