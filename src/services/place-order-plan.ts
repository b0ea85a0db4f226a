import type { CartTotals } from '#domain/cart-totals'
import { DomainError } from '#domain/errors'
import { money } from '#domain/money'
import type { CheckoutInput } from '#domain/views'
import type { StoredLine } from './cart-rows'
import { isOffered, totalsOf } from './cart-view'
import type { PaymentProvider } from './payments/provider'
import { paymentProviders } from './payments/providers'
import type { CheckoutState } from './place-order-read'
import { methodPrice, type StoredMethod } from './shipping-options'

export type OfferedLine = StoredLine & { unitPrice: number }

/** An order that may be written: everything checked but the stock, which is checked again by taking it. */
export interface OrderPlan {
  state: CheckoutState
  lines: OfferedLine[]
  method: StoredMethod
  provider: PaymentProvider
  totals: CartTotals
}

function offeredLines({ lines }: CheckoutState): OfferedLine[] {
  if (lines.length === 0) throw new DomainError('cart.empty')
  const offered = lines.filter(isOffered)
  const short = lines.flatMap((line) => {
    const available = isOffered(line) ? line.available : 0
    return available < line.quantity
      ? [{ variantId: line.variantId, requested: line.quantity, available }]
      : []
  })
  if (short.length > 0) throw new DomainError('stock.insufficient', { lines: short })
  return offered
}

function providerFor({ settings }: CheckoutState, id: string): PaymentProvider {
  const provider = paymentProviders().find((one) => one.id === id && one.isOn(settings))
  if (!provider) throw new DomainError('payment.method-unavailable', { paymentMethod: id })
  return provider
}

function checkTotal(expected: CheckoutInput['expectedTotal'], state: CheckoutState, total: number): void {
  if (!expected) return
  if (expected.currency !== state.currency)
    throw new DomainError('money.currency-mismatch', { expected: expected.currency, actual: state.currency })
  if (expected.amount !== total)
    throw new DomainError('price.changed', { expected, actual: money(total, state.currency) })
}

/**
 * Decides what is sold, how it is sent and what it costs, from prices as they are now. Throws `cart.empty`,
 * `stock.insufficient`, `payment.method-unavailable`, `shipping.unavailable`, `money.currency-mismatch`, or
 * `price.changed` when the shopper expects another total.
 */
export function planOrder(state: CheckoutState, input: CheckoutInput): OrderPlan {
  const lines = offeredLines(state)
  const provider = providerFor(state, input.paymentMethod)
  const [method] = state.methods
  const price = method && methodPrice(method, state)
  if (!method || price === undefined)
    throw new DomainError('shipping.unavailable', { shippingOption: input.shippingOption })
  const totals = totalsOf(state, price)
  checkTotal(input.expectedTotal, state, totals.total)
  return { state, lines, method, provider, totals }
}
