import { planRefund, type RefundableOrder, type RefundPlan, type RefundRequest } from '#domain/refund'
import type { DeskOrder } from '#queries/admin-order'

/** What of an order may still go back, as the services see it. */
export function refundableOf(order: DeskOrder): RefundableOrder {
  const kept = order.refunds.filter((refund) => refund.status !== 'dropped')
  const gone = (lineId: string) =>
    kept
      .flatMap((refund) => refund.lines)
      .filter((line) => line.orderLine === lineId)
      .reduce((sum, line) => sum + line.quantity, 0)
  const onTop = (tax: number) => (order.taxIncluded ? 0 : tax)
  return {
    lines: order.lines.map((line) => ({
      lineId: line.id,
      quantity: line.quantity,
      worth: line.total + onTop(line.tax),
      tax: line.tax,
      refunded: gone(line.id),
    })),
    shipping:
      order.shipping + onTop(order.shippingTax) - kept.reduce((sum, refund) => sum + refund.shipping, 0),
    shippingTax: order.shippingTax,
    refundable: order.captured - order.refunded - order.owed,
  }
}

/** The plan of a request as it would be made, or the code of why not. */
export function previewRefund(order: DeskOrder, request: RefundRequest): RefundPlan | { refusal: string } {
  try {
    return planRefund(refundableOf(order), request)
  } catch (error) {
    return { refusal: (error as { code?: string }).code ?? 'validation.failed' }
  }
}
