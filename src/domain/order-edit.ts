import { DomainError } from './errors'
import { portion } from './money'
import { shareOf } from './refund'

/** A line of an order as an edit sees it. Minor units. */
export interface EditableLine {
  lineId: string
  variantId: string
  productId: string
  quantity: number
  shipped: number
  unitPrice: number
  discount: number
  taxRate: number
  /** Pairs whose money has gone back, or is promised. */
  refunded: number
}

/** A size that an edit may put into an order, as it is sold today. */
export interface Choice {
  variantId: string
  productId: string
  price: number
}

export interface EditRequest {
  /** Lines that change: another quantity, 0 to take it out, or another size of the same product. */
  lines?: readonly { lineId: string; quantity?: number; variantId?: string }[]
  add?: readonly { variantId: string; quantity: number }[]
}

export interface EditedLine {
  /** Of the order as it was; absent for one that is new. */
  lineId?: string
  variantId: string
  quantity: number
  unitPrice: number
  discount: number
  taxRate: number
}

const mostPairs = 20
const mostLines = 50

const invalid = (message: string): never => {
  throw new DomainError('validation.failed', { errors: [{ path: 'lines', message }] })
}
const refuse = (details: Readonly<Record<string, unknown>>): never => {
  throw new DomainError('order.edit', details)
}

const isPairs = (quantity: number, least: number): boolean =>
  Number.isSafeInteger(quantity) && quantity >= least && quantity <= mostPairs

/** The frozen discount of a line that has more or fewer pairs. Taking pairs out and in again changes nothing more. */
const discountFor = ({ discount, quantity }: EditableLine, pairs: number): number =>
  pairs <= quantity ? shareOf(discount, quantity, { from: 0, to: pairs }) : portion(discount, pairs, quantity)

function priceOf(line: EditableLine, to: Choice, from: Choice | undefined): number {
  if (to.productId !== line.productId) return invalid('Another product is a line of its own.')
  return Math.max(0, line.unitPrice + to.price - (from?.price ?? to.price))
}

function editLine(
  line: EditableLine,
  change: NonNullable<EditRequest['lines']>[number],
  choices: readonly Choice[],
): EditedLine[] {
  const { lineId, quantity = line.quantity, variantId = line.variantId } = change
  if (line.refunded > 0) return refuse({ lineId, reason: 'refunded' })
  if (quantity < line.shipped || (line.shipped > 0 && variantId !== line.variantId))
    return refuse({ lineId, reason: 'shipped' })
  if (!isPairs(quantity, 0)) return invalid(`A whole number from 0 to ${mostPairs}.`)
  if (quantity === 0) return []
  const choice = choices.find((one) => one.variantId === variantId)
  if (variantId !== line.variantId && !choice) throw new DomainError('variant.not-found', { variantId })
  const old = choices.find((one) => one.variantId === line.variantId)
  const unitPrice = choice && variantId !== line.variantId ? priceOf(line, choice, old) : line.unitPrice
  const discount = Math.min(discountFor(line, quantity), unitPrice * quantity)
  return [{ lineId, variantId, quantity, unitPrice, discount, taxRate: line.taxRate }]
}

/**
 * The lines of an order after an edit. What stays keeps its frozen price and its share of every discount; another
 * size costs what the two sizes differ today; what is added costs what it costs today, without a discount. Throws
 * `order.edit` for pairs that have been shipped or whose money went back, `variant.not-found`, and
 * `validation.failed` for a malformed wish or an order of no pairs.
 */
export function planEdit(
  lines: readonly EditableLine[],
  request: EditRequest,
  choices: readonly Choice[],
): EditedLine[] {
  const changes = request.lines ?? []
  const known = new Set(lines.map((line) => line.lineId))
  if (changes.some((change) => !known.has(change.lineId))) return invalid('The order has no such line.')
  if (new Set(changes.map((change) => change.lineId)).size !== changes.length)
    return invalid('Name each line once.')
  const kept = lines.flatMap((line): EditedLine[] => {
    const change = changes.find((one) => one.lineId === line.lineId)
    const { lineId, variantId, quantity, unitPrice, discount, taxRate } = line
    return change
      ? editLine(line, change, choices)
      : [{ lineId, variantId, quantity, unitPrice, discount, taxRate }]
  })
  const added = (request.add ?? []).map(({ variantId, quantity }): EditedLine => {
    const choice = choices.find((one) => one.variantId === variantId)
    if (!choice) throw new DomainError('variant.not-found', { variantId })
    if (!isPairs(quantity, 1)) return invalid(`A whole number from 1 to ${mostPairs}.`)
    return { variantId, quantity, unitPrice: choice.price, discount: 0, taxRate: lines[0]?.taxRate ?? 0 }
  })
  const after = [...kept, ...added]
  if (after.length === 0) return invalid('An order of no pairs is cancelled, not changed.')
  if (after.length > mostLines) return invalid(`At most ${mostLines} lines.`)
  if (new Set(after.map((line) => line.variantId)).size !== after.length)
    return invalid('This size is in the order already: change its quantity.')
  return after
}
