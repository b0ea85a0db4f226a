import { DomainError } from './errors'

export interface ShippableLine {
  lineId: string
  variantId: string
  quantity: number
  shipped: number
}

export interface ShipmentLine {
  lineId: string
  variantId: string
  quantity: number
}

export interface ShipmentPlan {
  lines: ShipmentLine[]
  /** Nothing is left to ship afterwards. */
  isComplete: boolean
}

const refuse = (message: string): never => {
  throw new DomainError('validation.failed', { errors: [{ path: 'lines', message }] })
}

/**
 * What leaves now: all that is unshipped, or the lines named, each once and with no more pairs than are left.
 * Throws `validation.failed` for other lines or figures, `order.not-shippable` when nothing is left.
 */
export function planShipment(
  lines: readonly ShippableLine[],
  wanted?: readonly { lineId: string; quantity: number }[],
): ShipmentPlan {
  const left = lines.filter((line) => line.shipped < line.quantity)
  if (left.length === 0)
    throw new DomainError('order.not-shippable', { reason: 'Everything has been shipped.' })
  const named =
    wanted ?? left.map((line) => ({ lineId: line.lineId, quantity: line.quantity - line.shipped }))
  if (named.length === 0 || new Set(named.map((one) => one.lineId)).size !== named.length)
    return refuse('Name each line once, and at least one.')
  const leaving = named.map(({ lineId, quantity }) => {
    const line = left.find((one) => one.lineId === lineId)
    if (!line) return refuse('No such line is left to ship.')
    if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > line.quantity - line.shipped)
      return refuse(`A whole number from 1 to ${line.quantity - line.shipped}.`)
    return { lineId, variantId: line.variantId, quantity }
  })
  const pairs = (all: readonly { quantity: number }[]) => all.reduce((sum, one) => sum + one.quantity, 0)
  const unshipped = left.reduce((sum, line) => sum + line.quantity - line.shipped, 0)
  return { lines: leaving, isComplete: pairs(leaving) === unshipped }
}
