import { DomainError } from './errors'
import { isEmail, isPrintable, type FieldError } from './address'

/** Days a buyer has from the day the last parcel came. Source: Directive 2011/83/EU, Art. 9. */
export const withdrawalDays = 14

/** A line of an order as a withdrawal sees it. */
export interface WithdrawableLine {
  lineId: string
  variantId: string
  quantity: number
  shipped: number
  /** Pairs that earlier statements name and that have left, or wait for the desk. */
  withdrawn: number
  /** Pairs in returns that have not been rejected or called off. */
  returned: number
}

export interface WithdrawnPairs {
  lineId: string
  quantity: number
}

export interface WithdrawalPlan {
  /** What the statement names. */
  lines: WithdrawnPairs[]
  isWhole: boolean
  /** Pairs that have left and are not on their way back: they come back. */
  back: WithdrawnPairs[]
  /** Pairs that have not left: they are not sent. */
  kept: WithdrawnPairs[]
}

const left = ({ quantity, withdrawn }: WithdrawableLine): number => Math.max(0, quantity - withdrawn)

function named(lines: readonly WithdrawableLine[], wanted: readonly WithdrawnPairs[]): WithdrawnPairs[] {
  if (new Set(wanted.map((one) => one.lineId)).size !== wanted.length)
    throw new DomainError('validation.failed', {
      errors: [{ path: 'lines', message: 'Name each line once.' }],
    })
  return wanted.map(({ lineId, quantity }) => {
    const line = lines.find((one) => one.lineId === lineId)
    const most = line ? left(line) : 0
    if (!Number.isSafeInteger(quantity) || quantity < 1 || quantity > most)
      throw new DomainError('withdrawal.nothing', { lineId, quantity, left: most })
    return { lineId, quantity }
  })
}

/**
 * What a statement of withdrawal covers: all that is left of the contract, or the pairs named. Pairs that have not
 * left are taken first, since nobody need send them. Throws `withdrawal.nothing` when nothing of that is left.
 */
export function planWithdrawal(
  lines: readonly WithdrawableLine[],
  wanted?: readonly WithdrawnPairs[],
): WithdrawalPlan {
  const all = lines
    .filter((line) => left(line) > 0)
    .map((line) => ({ lineId: line.lineId, quantity: left(line) }))
  const stated = wanted && wanted.length > 0 ? named(lines, wanted) : all
  if (stated.length === 0) throw new DomainError('withdrawal.nothing')
  const pairs = (some: readonly WithdrawnPairs[]) => some.reduce((sum, one) => sum + one.quantity, 0)
  const parts = stated.map(({ lineId, quantity }) => {
    const line = lines.find((one) => one.lineId === lineId)
    const unsent = Math.min(quantity, line ? line.quantity - line.shipped : 0)
    const sent = line ? Math.max(0, line.shipped - line.returned) : 0
    return { lineId, unsent, back: Math.min(quantity - unsent, sent) }
  })
  return {
    lines: stated,
    isWhole: pairs(stated) === lines.reduce((sum, line) => sum + line.quantity, 0),
    back: parts.filter((one) => one.back > 0).map(({ lineId, back }) => ({ lineId, quantity: back })),
    kept: parts.filter((one) => one.unsent > 0).map(({ lineId, unsent }) => ({ lineId, quantity: unsent })),
  }
}

/** What is wrong with the name and address of a statement. */
export function statementErrors({ name, email }: { name: string; email: string }): FieldError[] {
  const isName = name.trim() !== '' && name.length <= 200 && isPrintable(name)
  return [
    ...(isName ? [] : [{ path: 'name', message: 'This field is required.' }]),
    ...(isEmail(email) ? [] : [{ path: 'email', message: 'An e-mail address is required.' }]),
  ]
}
