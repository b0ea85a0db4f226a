import type { CartTotals } from '#domain/cart-totals'
import { DomainError } from '#domain/errors'
import { notYet } from '#domain/launch'
import { money } from '#domain/money'
import type { ShippingPayment } from '#domain/promotions/apply'
import { coverTotal, problemOfCredit, type CreditPart } from '#domain/credit'
import type { CheckoutInput, Money } from '#domain/views'
import { codeRefusal, isOffered } from './cart-promotions'
import type { StoredCredit } from './cart-rows'
import { soldBy, taxTerms, type TaxTerms } from './cart-tax'
import { soldLines, soldTotals, type SoldLine } from './sold-lines'
import { notApplicable } from './refusal-view'
import { isBalance } from './payments/credit'
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
  /** What gift cards and store credit pay, and what is left for the provider, in minor units. */
  parts: CreditPart<StoredCredit>[]
  rest: number
}

function checkLines({ lines }: CheckoutState): void {
  if (lines.length === 0) throw new DomainError('cart.empty')
  const early = lines.flatMap(({ variantId, launchesAt }) =>
    launchesAt ? [{ variantId, startsAt: launchesAt }] : [],
  )
  if (early.length > 0) throw notYet(early)
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

/** Gift cards and store credit are a way to pay by themselves when nothing is left to pay. */
function providerFor({ settings }: CheckoutState, id: string, rest: number): PaymentProvider {
  const provider = paymentProviders().find(
    (one) => one.id === id && (one.isOn(settings) || (rest === 0 && isBalance(id))),
  )
  if (!provider) throw new DomainError('payment.method-unavailable', { paymentMethod: id })
  return provider
}

function checkExpected(
  expected: Money | undefined,
  actual: Money,
  code: 'price.changed' | 'payment.changed',
): void {
  if (!expected) return
  if (expected.currency !== actual.currency)
    throw new DomainError('money.currency-mismatch', {
      expected: expected.currency,
      actual: actual.currency,
    })
  if (expected.amount !== actual.amount) throw new DomainError(code, { expected, actual })
}

/** A card that can pay nothing is said, not silently left out: the shopper may want to pay in another way. */
function coverOf({ credits, currency }: CheckoutState, total: number) {
  const all = credits ?? []
  for (const credit of all) {
    const reason = problemOfCredit(credit)
    if (reason) throw new DomainError('gift-card.not-applicable', { reason, last4: credit.last4, currency })
  }
  return coverTotal(total, all)
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
 * Decides what is sold, how it is sent and what it costs, from prices as they are now. Throws `cart.empty`, `launch.not-yet`,
 * `stock.insufficient`, `promotion.not-applicable`, `gift-card.not-applicable`, `payment.method-unavailable`, `shipping.no-destination`,
 * `shipping.unavailable`, `money.currency-mismatch`, or `price.changed` and `payment.changed` when the
 * shopper expects another total, or another sum to pay after gift cards and credit.
 */
export function planOrder(state: CheckoutState, input: CheckoutInput): OrderPlan {
  checkLines(state)
  checkCode(state)
  const { method, price, left, paid } = deliveryOf(state, input)
  const sale = soldBy(state, method)
  const lines = soldLines(sale)
  const totals = soldTotals(sale, lines, left)
  checkExpected(input.expectedTotal, money(totals.total, state.currency), 'price.changed')
  const { parts, rest } = coverOf(state, totals.total)
  const provider = providerFor(state, input.paymentMethod, rest)
  checkExpected(input.expectedToPay, money(rest, state.currency), 'payment.changed')
  const terms = taxTerms(sale)
  return {
    state,
    lines,
    method,
    provider,
    totals,
    terms,
    shippingPrice: price,
    shippingPaid: paid,
    parts,
    rest,
  }
}
