import type { CartTotals } from '#domain/cart-totals'
import { DomainError } from '#domain/errors'
import { money } from '#domain/money'
import type { ShippingPayment } from '#domain/promotions/apply'
import type { CheckoutInput } from '#domain/views'
import { codeRefusal, isOffered } from './cart-promotions'
import { soldBy, taxTerms, type TaxTerms } from './cart-tax'
import { soldLines, soldTotals, type SoldLine } from './sold-lines'
import { notApplicable } from './refusal-view'
import type { PaymentProvider } from './payments/provider'
import { paymentProviders } from './payments/providers'
import type { CheckoutState } from './place-order-read'
import { methodsTo, pricedDelivery, type PricedDelivery } from './shipping-options'
import type { StoredMethod } from './shipping-rows'

/** An order that may be written: everything checked but the stock, which is checked again by taking it. */
export interface OrderPlan {
  state: CheckoutState
  /** What is sold and given, each variant once. */
  lines: SoldLine[]
  method: StoredMethod
  provider: PaymentProvider
  totals: CartTotals
  terms: TaxTerms
  /** The delivery before promotions, in minor units, as the market shows prices. */
  shippingPrice: number
  /** What promotions pay of the delivery, in minor units. */
  shippingPaid: ShippingPayment['paid']
}

function checkLines({ lines }: CheckoutState): void {
  if (lines.length === 0) throw new DomainError('cart.empty')
  const short = lines.flatMap((line) => {
    const available = isOffered(line) ? line.available : 0
    return available < line.quantity
      ? [{ variantId: line.variantId, requested: line.quantity, available }]
      : []
  })
  if (short.length > 0) throw new DomainError('stock.insufficient', { lines: short })
}

/** A code that has come to nothing since it was given is said, not silently left out. */
function checkCode(state: CheckoutState): void {
  const refusal = codeRefusal(state)
  if (refusal) throw notApplicable(refusal, state.currency)
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

/** The chosen method and its price. */
function deliveryOf(state: CheckoutState, input: CheckoutInput): PricedDelivery {
  const { shippingOption, shippingAddress } = input
  const methods = methodsTo(state.zones, state.to)
  if (methods.length === 0) {
    const { country, postalCode } = state.to
    throw new DomainError('shipping.no-destination', { shippingOption, country, postalCode })
  }
  const method = methods.find(({ code }) => code === shippingOption)
  const delivery = method && pricedDelivery(method, state)
  if (!delivery) throw new DomainError('shipping.unavailable', { shippingOption })
  if (!method.store && !shippingAddress)
    throw new DomainError('validation.failed', {
      errors: [{ path: 'shippingAddress', message: 'An address is required.' }],
    })
  return delivery
}

/**
 * Decides what is sold, how it is sent and what it costs, from prices as they are now. Throws `cart.empty`,
 * `stock.insufficient`, `promotion.not-applicable`, `payment.method-unavailable`, `shipping.no-destination`,
 * `shipping.unavailable`, `money.currency-mismatch`, or `price.changed` when the shopper expects another total.
 */
export function planOrder(state: CheckoutState, input: CheckoutInput): OrderPlan {
  checkLines(state)
  checkCode(state)
  const provider = providerFor(state, input.paymentMethod)
  const { method, price, left, paid } = deliveryOf(state, input)
  const sale = soldBy(state, method)
  const lines = soldLines(sale)
  const totals = soldTotals(sale, lines, left)
  checkTotal(input.expectedTotal, state, totals.total)
  const terms = taxTerms(sale)
  return { state, lines, method, provider, totals, terms, shippingPrice: price, shippingPaid: paid }
}
