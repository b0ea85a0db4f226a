import type { DeskOrder } from '#queries/admin-order'
import { money, pairs } from '../amount'

export type DeskState = Pick<
  DeskOrder,
  | 'paymentStatus'
  | 'fulfilmentStatus'
  | 'paymentMethod'
  | 'total'
  | 'captured'
  | 'refunded'
  | 'owed'
  | 'credited'
  | 'held'
  | 'currency'
> & { lines: Pick<DeskOrder['lines'][number], 'quantity' | 'shipped'>[] }

/** A button of the order view: usable, or the reason why not. */
export interface Gate {
  open: boolean
  reason?: string
}

const closed = (reason: string): Gate => ({ open: false, reason })
const open: Gate = { open: true }

export const openPairs = ({ lines }: DeskState): number =>
  lines.reduce((sum, line) => sum + line.quantity - line.shipped, 0)
/** What is still to pay: an edit that made the order cheaper has asked for less. */
export const openAmount = ({ total, captured, credited, held }: DeskState): number =>
  Math.max(0, total + credited - captured - held)
export const isOnDelivery = ({ paymentMethod }: DeskState): boolean => paymentMethod === 'cash-on-delivery'

/** Whether the pairs may leave without a special reason: the money is in, or is taken at the door. */
export const mayLeave = (order: DeskState): boolean => isOnDelivery(order) || openAmount(order) === 0

export function captureGate(order: DeskState): Gate {
  if (order.fulfilmentStatus === 'cancelled') return closed('The order is cancelled.')
  if (openAmount(order) === 0) return closed('All of the money is in.')
  if (order.paymentStatus === 'refunded') return closed('Money of this order was given back.')
  return open
}

export function shipGate(order: DeskState): Gate {
  if (order.fulfilmentStatus === 'cancelled') return closed('The order is cancelled.')
  if (openPairs(order) === 0) return closed('Every pair has left.')
  if (order.paymentStatus === 'expired')
    return closed('It was not paid in time, and its pairs went back on the shelf.')
  return open
}

export function refundGate(order: DeskState): Gate {
  if (order.captured === 0) return closed('No money has come.')
  return order.captured - order.refunded - order.owed > 0 ? open : closed('All of it went back.')
}

/** Whether an invoice may be issued now: something has left, or all of it is paid. */
export function invoiceGate(order: DeskState): Gate {
  if (order.total === 0) return closed('It costs nothing, so there is nothing to invoice.')
  if (order.fulfilmentStatus === 'cancelled')
    return closed('It was cancelled before there was anything to invoice.')
  if (order.fulfilmentStatus !== 'unfulfilled') return open
  const isPaid = openAmount(order) === 0 && order.refunded + order.owed === order.credited
  return isPaid ? open : closed('No invoice yet: it comes with the first parcel.')
}

export function deliverGate(order: DeskState): Gate {
  if (order.fulfilmentStatus === 'delivered') return closed('It was delivered.')
  return order.fulfilmentStatus === 'fulfilled' ? open : closed('Not every pair has left.')
}

export function editGate(order: DeskState, isInvoiced = false): Gate {
  if (order.fulfilmentStatus === 'cancelled') return closed('The order is cancelled.')
  if (order.fulfilmentStatus !== 'unfulfilled') return closed('Pairs have left already.')
  if (isInvoiced) return closed('It has its invoice: give money back instead.')
  return order.paymentStatus === 'refunded' ? closed('All of its money went back.') : open
}

/** `left`: pairs that may come back, and are not on their way already. */
export const returnGate = (left: number): Gate =>
  left > 0 ? open : closed('No pair has left that is not on its way back.')

export function cancelGate(order: DeskState): Gate {
  if (order.fulfilmentStatus === 'cancelled') return closed('The order is cancelled.')
  if (order.fulfilmentStatus !== 'unfulfilled')
    return closed('Pairs have left already. They can only come back as a return.')
  return open
}

/** Nothing is left to do: closed, or paid and gone, with no money of a cancelled order kept. */
export function isDone(order: DeskState): boolean {
  if (order.fulfilmentStatus === 'cancelled') return order.captured <= order.refunded
  if (order.owed > 0) return false
  return order.paymentStatus === 'expired' || (openPairs(order) === 0 && openAmount(order) === 0)
}

/** The one thing to do now, in a sentence; what a colleague would say over the shoulder. */
export function nextStep(order: DeskState): string {
  const left = openPairs(order)
  const due = money(openAmount(order), order.currency)
  if (order.fulfilmentStatus === 'cancelled')
    return (
      owedMoney(order) ?? keptMoney(order) ?? 'Nothing: the order is cancelled and its pairs are free again.'
    )
  if (order.owed > 0) return owedMoney(order) ?? ''
  if (order.paymentStatus === 'expired')
    return 'Nothing: it was not paid in time and its pairs are free again.'
  if (left === 0 && openAmount(order) > 0)
    return isOnDelivery(order)
      ? `All pairs have left. Take the payment when the carrier has paid out ${due}.`
      : `All pairs have left. Wait for ${due}. When it is in the account, take the payment.`
  if (left === 0) return 'Nothing: all is paid and every pair has left.'
  if (isOnDelivery(order)) return `Ship ${pairs(left)}. The carrier collects ${due}.`
  if (order.paymentStatus === 'authorised') return `Take the payment of ${due}, then ship ${pairs(left)}.`
  if (openAmount(order) > 0) return `Wait for ${due}. When it is in the account, take the payment.`
  return order.fulfilmentStatus === 'partially-fulfilled'
    ? `Ship the other ${pairs(left)}.`
    : `Ship ${pairs(left)}.`
}

const owedMoney = ({ owed, currency }: DeskState): string | undefined =>
  owed > 0 ? `Send ${money(owed, currency)} back, then say so under Money.` : undefined

function keptMoney({ captured, refunded, owed, currency }: DeskState): string | undefined {
  const kept = captured - refunded - owed
  return kept > 0
    ? `Give back ${money(kept, currency)}: the order is cancelled, its money is still here.`
    : undefined
}
