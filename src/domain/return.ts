import { DomainError } from './errors'
import type { ReturnReason, ReturnResolution } from './return-state'
import type { Segment, SizeLabels } from './views'

/** A line of an order as returns see it. */
export interface ReturnableLine {
  lineId: string
  variantId: string
  quantity: number
  shipped: number
  /** Pairs in returns that have not been rejected or called off. */
  returned: number
}

export interface WantedReturnLine {
  lineId: string
  quantity: number
  reason: ReturnReason
  /** The size wanted instead; on every line or on none. */
  exchangeVariantId?: string
}

export interface ReturnPlan {
  resolution: ReturnResolution
  lines: (WantedReturnLine & { variantId: string })[]
}

const invalid = (path: string, message: string): never => {
  throw new DomainError('validation.failed', { errors: [{ path, message }] })
}

/** Pairs of a line that may come back now. */
export const returnable = ({ shipped, returned }: ReturnableLine): number => Math.max(0, shipped - returned)

function planLine(lines: readonly ReturnableLine[], wanted: WantedReturnLine) {
  const { lineId, quantity } = wanted
  const line = lines.find((one) => one.lineId === lineId)
  if (!line) throw new DomainError('return.line', { lineId, quantity, left: 0, reason: 'not-bought' })
  if (!Number.isSafeInteger(quantity) || quantity < 1) return invalid('lines', 'A whole number from 1.')
  const left = returnable(line)
  if (quantity > left) {
    const reason =
      quantity > line.quantity ? 'not-bought' : quantity > line.shipped ? 'not-shipped' : 'returned'
    throw new DomainError('return.line', { lineId, quantity, left, reason })
  }
  return { ...wanted, variantId: line.variantId }
}

function resolutionOf(wanted: readonly WantedReturnLine[]): ReturnResolution {
  const sizes = wanted.flatMap(({ exchangeVariantId }) => exchangeVariantId ?? [])
  if (sizes.length === 0) return 'refund'
  if (sizes.length !== wanted.length) return invalid('lines', 'Exchange and money back are two returns.')
  if (new Set(sizes).size !== sizes.length)
    return invalid('lines', 'Two lines become the same size: make two returns.')
  return 'exchange'
}

/**
 * What comes back, and for what. Throws `return.line` for pairs that were not bought, have not been shipped or are
 * on their way back already (its `reason`), and `validation.failed` for a malformed wish.
 */
export function planReturn(
  lines: readonly ReturnableLine[],
  wanted: readonly WantedReturnLine[],
): ReturnPlan {
  if (wanted.length === 0) return invalid('lines', 'Name at least one line.')
  if (new Set(wanted.map((one) => one.lineId)).size !== wanted.length)
    return invalid('lines', 'Name each line once.')
  const planned = wanted.map((one) => planLine(lines, one))
  if (planned.some((one) => one.exchangeVariantId === one.variantId))
    return invalid('lines', 'The size wanted is the one that comes back.')
  return { resolution: resolutionOf(wanted), lines: planned }
}

export interface ExchangePrice {
  /** What the pair cost, and what its size and the wanted one cost today. Minor units. */
  paid: number
  from: number
  to: number
  quantity: number
}

/**
 * What a line of an exchange order costs: the price once paid, moved by what the two sizes differ today, so that a
 * price that has risen since, or a reduction that has ended, costs nobody anything. The credit of the pair that comes
 * back is the discount. `difference` is what is to be collected, or given back when it is negative. Minor units.
 */
export function exchangeLine({ paid, from, to, quantity }: ExchangePrice) {
  const unitPrice = Math.max(0, paid + to - from)
  const difference = (unitPrice - paid) * quantity
  return { unitPrice, discount: unitPrice * quantity - Math.max(0, difference), difference }
}

/** A size that one may have instead of what comes back. */
export interface ReturnableSize {
  variantId: string
  /** The EU size. */
  label: string
  labels?: SizeLabels
  segment?: Segment
  width?: string
  available: number
}
