import { DomainError } from './errors'
import { allocate, portion } from './money'

/** A line of an order as refunds see it. Minor units; `worth` is what the buyer paid for it, tax in it. */
export interface RefundableLine {
  lineId: string
  quantity: number
  worth: number
  tax: number
  /** Pairs whose money has gone back, or is promised. */
  refunded: number
}

export interface RefundableOrder {
  lines: readonly RefundableLine[]
  /** What delivery cost, tax in it, less what of it has gone back. */
  shipping: number
  shippingTax: number
  /** What came, less what went back or is promised. */
  refundable: number
}

export interface RefundRequest {
  lines?: readonly { lineId: string; quantity: number }[]
  /** All that is left of delivery, or so many minor units of it. */
  shipping?: boolean | number
  /** Minor units in all. With lines or shipping: less than they are worth, as for a worn pair. */
  amount?: number
}

export interface RefundPlan {
  lines: { lineId: string; quantity: number; amount: number; tax: number }[]
  shipping: number
  shippingTax: number
  amount: number
}

/**
 * The frozen share of pairs `from` to `to` of a line of `quantity` pairs, in minor units. Shares of consecutive
 * pairs add up to `worth` exactly, however the line is split.
 */
export const shareOf = (
  worth: number,
  quantity: number,
  { from, to }: { from: number; to: number },
): number => {
  const upTo = (pairs: number) => Number((BigInt(worth) * BigInt(pairs)) / BigInt(quantity))
  return upTo(to) - upTo(from)
}

const invalid = (path: string, message: string): never => {
  throw new DomainError('validation.failed', { errors: [{ path, message }] })
}

const isWhole = (figure: number): boolean => Number.isSafeInteger(figure) && figure >= 1

function planLines({ lines }: RefundableOrder, wanted: NonNullable<RefundRequest['lines']>) {
  if (new Set(wanted.map((one) => one.lineId)).size !== wanted.length)
    invalid('lines', 'Name each line once.')
  return wanted.map(({ lineId, quantity }) => {
    const line = lines.find((one) => one.lineId === lineId)
    if (!line) return invalid('lines', 'The order has no such line.')
    if (!isWhole(quantity)) return invalid('lines', 'A whole number from 1.')
    const left = line.quantity - line.refunded
    if (quantity > left) throw new DomainError('refund.line', { lineId, quantity, left })
    const span = { from: line.refunded, to: line.refunded + quantity }
    return {
      lineId,
      quantity,
      amount: shareOf(line.worth, line.quantity, span),
      tax: shareOf(line.tax, line.quantity, span),
    }
  })
}

function planShipping({ shipping }: RefundableOrder, wanted: RefundRequest['shipping']): number {
  if (wanted === undefined || wanted === false) return 0
  const amount = wanted === true ? shipping : wanted
  if (!isWhole(amount) && amount !== 0) return invalid('shipping', 'A whole number of minor units.')
  if (amount > shipping || (wanted === true && shipping === 0))
    throw new DomainError('refund.amount', { amount, refundable: shipping })
  return amount
}

/** Less than the parts are worth: each gives up its share. */
function scaled(parts: readonly number[], amount: number): number[] {
  const worth = parts.reduce((sum, part) => sum + part, 0)
  if (amount === worth) return [...parts]
  return worth === 0 ? parts.map(() => 0) : allocate(amount, parts)
}

/** Above it, something is asked back that was never paid. */
function checkAmount(amount: number, refundable: number): void {
  if (amount > refundable) throw new DomainError('refund.amount', { amount, refundable })
}

/**
 * What goes back, and for what. Lines give back their frozen shares; `amount` alone is goodwill that belongs to no
 * line. Throws `validation.failed` for an empty or malformed request, `refund.line` for pairs whose money has gone
 * back already, and `refund.amount` for more than the named parts are worth or than is left of what was paid.
 */
export function planRefund(order: RefundableOrder, request: RefundRequest): RefundPlan {
  const lines = planLines(order, request.lines ?? [])
  const shipping = planShipping(order, request.shipping)
  const worth = lines.reduce((sum, line) => sum + line.amount, shipping)
  const isNamed = lines.length > 0 || shipping > 0
  const { amount = worth } = request
  if (!isNamed && request.amount === undefined)
    return invalid('', 'Name lines, shipping or an amount to give back.')
  if (!isWhole(amount) && !(isNamed && amount === 0))
    return invalid('amount', 'A whole number of minor units, more than none.')
  if (isNamed) checkAmount(amount, worth)
  checkAmount(amount, order.refundable)
  const parts = scaled([...lines.map((line) => line.amount), shipping], isNamed ? amount : 0)
  return {
    lines: lines.map((line, index) => {
      const part = parts[index] ?? 0
      return { ...line, amount: part, tax: taxWithin(line, part) }
    }),
    shipping: parts[lines.length] ?? 0,
    shippingTax:
      order.shipping > 0 ? portion(order.shippingTax, parts[lines.length] ?? 0, order.shipping) : 0,
    amount,
  }
}

const taxWithin = ({ amount, tax }: { amount: number; tax: number }, part: number): number =>
  part === amount ? tax : amount === 0 ? 0 : portion(tax, part, amount)
