import { addressErrors, isEmail, isPrintable, tidyAddress, type FieldError } from './address'
import { isMoney } from './money'
import type { AddressView, CheckoutInput } from './views'

/** What a shopper has filled in so far. */
export type CheckoutDraft = Partial<
  Omit<CheckoutInput, 'shippingAddress' | 'billingAddress' | 'expectedTotal'>
> & {
  shippingAddress?: Partial<AddressView>
  billingAddress?: Partial<AddressView>
}

const word = (value: unknown, path: string): FieldError[] =>
  typeof value === 'string' && value !== '' && value.length <= 100 && isPrintable(value)
    ? []
    : [{ path, message: 'This field is required.' }]

/** What is wrong with a checkout, field by field. `countries` are those the market delivers to. */
export function checkoutErrors(input: unknown, countries: readonly string[]): FieldError[] {
  if (typeof input !== 'object' || input === null)
    return [{ path: '', message: 'A JSON object is required.' }]
  const given = input as Partial<Record<keyof CheckoutInput, unknown>>
  const shipping = addressErrors(given.shippingAddress, 'shippingAddress')
  const country = (given.shippingAddress as Partial<AddressView> | undefined)?.country
  const elsewhere = shipping.length === 0 && !countries.includes(country ?? '')
  return [
    ...(isEmail(given.email) ? [] : [{ path: 'email', message: 'An e-mail address is required.' }]),
    ...shipping,
    ...(elsewhere
      ? [{ path: 'shippingAddress.country', message: 'This market does not deliver there.' }]
      : []),
    ...(given.billingAddress == null ? [] : addressErrors(given.billingAddress, 'billingAddress')),
    ...word(given.shippingOption, 'shippingOption'),
    ...word(given.paymentMethod, 'paymentMethod'),
    ...(given.expectedTotal == null || isMoney(given.expectedTotal)
      ? []
      : [{ path: 'expectedTotal', message: 'An amount in minor units and a currency are required.' }]),
  ]
}

/** A checked checkout with known fields only, so that the same order always reads the same. */
export function tidyCheckout(input: CheckoutInput): CheckoutInput {
  return {
    email: input.email,
    shippingAddress: tidyAddress(input.shippingAddress),
    ...(input.billingAddress ? { billingAddress: tidyAddress(input.billingAddress) } : {}),
    shippingOption: input.shippingOption,
    paymentMethod: input.paymentMethod,
    ...(input.expectedTotal
      ? { expectedTotal: { amount: input.expectedTotal.amount, currency: input.expectedTotal.currency } }
      : {}),
  }
}
