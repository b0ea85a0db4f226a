import type { AppliedPromotion } from '#domain/promotions/promotion'
import type { OrderExplanation } from '#domain/views'
import { outcomeOf } from './cart-promotions'
import { explainLine, explainShipping } from './explain'
import type { StoredOrder, StoredPromotionUse } from './order-view'
import type { OrderPlan } from './place-order-plan'

const shippingOf = ({ shippingPaid }: OrderPlan, { id }: AppliedPromotion): number =>
  shippingPaid.find((one) => one.id === id)?.off ?? 0

/** The promotions of an order as they stay with it. Minor units. */
export const appliedOf = (plan: OrderPlan): StoredPromotionUse[] =>
  outcomeOf(plan.state).applied.map((one) => ({
    id: one.id,
    name: one.name,
    code: one.code,
    effect: one.effect,
    discount: one.discount,
    shipping: shippingOf(plan, one),
  }))

/** What the ledger of redemptions says of an order. */
export const redemptionsOf = (plan: OrderPlan) =>
  outcomeOf(plan.state).applied.map((one) => ({
    promotion_id: one.id,
    code_id: plan.state.promotions.find(({ id }) => id === one.id)?.codeId ?? null,
    customer_key: plan.state.customerId,
    amount: one.discount + shippingOf(plan, one),
  }))

/** How each price of the order came about, and what did not apply, for the order desk. */
export function explanationOf(plan: OrderPlan, order: StoredOrder): OrderExplanation {
  const { state, method } = plan
  const outcome = outcomeOf(state)
  return {
    lines: plan.lines.map((sold, index) => ({
      lineId: order.lines[index]?.id ?? '',
      steps: explainLine(state, sold),
    })),
    shipping: explainShipping(state, {
      name: method.name,
      price: plan.shippingPrice,
      paid: plan.shippingPaid,
    }),
    refused: outcome.refused.map(({ id, name, code, refusal }) => ({
      promotionId: id,
      name,
      ...(code && { code }),
      ...refusal,
    })),
  }
}
