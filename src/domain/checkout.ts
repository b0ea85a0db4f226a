import { addressErrors, isEmail, isPrintable, tidyAddress, type FieldError } from './address'
import { isMoney } from './money'
import type { AddressView, BusinessView, CheckoutInput, Money } from './views'
import { parseVatNumber } from './vat-number'

/** What a shopper has filled in so far. */
export type CheckoutDraft = Partial<
  Omit<CheckoutInput, 'shippingAddress' | 'billingAddress' | 'expectedTotal' | 'expectedToPay'>
> & {
  shippingAddress?: Partial<AddressView>
  billingAddress?: Partial<AddressView>
  /** Set beside the steps, by `setGiftNote` alone. */
  giftNote?: string
}

const word = (value: unknown, path: string): FieldError[] =>
  typeof value === 'string' && value !== '' && value.length <= 100 && isPrintable(value)
    ? []
    : [{ path, message: 'This field is required.' }]

type Given = Partial<Record<keyof CheckoutInput, unknown>>

/** The business a checkout names, beside the addresses or in the billing address. */
export function businessOf(input: { [K in keyof BusinessView]?: unknown } & { billingAddress?: unknown }): {
  company?: unknown
  vatNumber?: unknown
} {
  const billing = (input.billingAddress ?? {}) as { [K in keyof BusinessView]?: unknown }
  const filled = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
  return {
    company: filled(input.company) ?? filled(billing.company) ?? undefined,
    vatNumber: filled(input.vatNumber) ?? filled(billing.vatNumber) ?? undefined,
  }
}

export const longestCompany = 120

const countryOf = ({ billingAddress, shippingAddress }: Given): string | undefined =>
  ((billingAddress ?? shippingAddress) as Partial<AddressView> | undefined)?.country

function businessErrors(given: Given): FieldError[] {
  const { company, vatNumber } = businessOf(given)
  const isName =
    company === undefined ||
    (typeof company === 'string' && company.length <= longestCompany && isPrintable(company))
  const isNumber =
    vatNumber === undefined ||
    (typeof vatNumber === 'string' && parseVatNumber(vatNumber, countryOf(given)) !== undefined)
  return [
    ...(isName ? [] : [{ path: 'company', message: `At most ${longestCompany} printable characters.` }]),
    ...(isNumber
      ? []
      : [
          {
            path: 'vatNumber',
            message: 'A VAT number of an EU country, GB or XI, with its letters in front.',
          },
        ]),
  ]
}

/** Where it goes is where it is billed when it is collected, so one of the two must be there. */
function addressesErrors(
  { shippingAddress, billingAddress }: Given,
  countries: readonly string[],
): FieldError[] {
  const path = shippingAddress == null && billingAddress != null ? 'billingAddress' : 'shippingAddress'
  const address = shippingAddress ?? billingAddress
  const errors = addressErrors(address, path)
  const elsewhere =
    errors.length === 0 && !countries.includes((address as Partial<AddressView>).country ?? '')
  return [
    ...errors,
    ...(elsewhere ? [{ path: `${path}.country`, message: 'This market does not deliver there.' }] : []),
    ...(shippingAddress == null || billingAddress == null
      ? []
      : addressErrors(billingAddress, 'billingAddress')),
  ]
}

/** What is wrong with a checkout, field by field. `countries` are those the market delivers to. */
export function checkoutErrors(input: unknown, countries: readonly string[]): FieldError[] {
  if (typeof input !== 'object' || input === null)
    return [{ path: '', message: 'A JSON object is required.' }]
  const given = input as Given
  return [
    ...(isEmail(given.email) ? [] : [{ path: 'email', message: 'An e-mail address is required.' }]),
    ...addressesErrors(given, countries),
    ...businessErrors(given),
    ...word(given.shippingOption, 'shippingOption'),
    ...word(given.paymentMethod, 'paymentMethod'),
    ...(['expectedTotal', 'expectedToPay'] as const).flatMap((path) =>
      given[path] == null || isMoney(given[path])
        ? []
        : [{ path, message: 'An amount in minor units and a currency are required.' }],
    ),
  ]
}

function tidyBusiness(input: CheckoutInput): BusinessView {
  const { company, vatNumber } = businessOf(input) as BusinessView
  const vat = vatNumber === undefined ? undefined : parseVatNumber(vatNumber, countryOf(input))
  return { ...(company && { company: company.trim() }), ...(vat && { vatNumber: vat.number }) }
}

const plainMoney = ({ amount, currency }: Money): Money => ({ amount, currency })

/** A checked checkout with known fields only, so that the same order always reads the same. */
export function tidyCheckout(input: CheckoutInput): CheckoutInput {
  return {
    email: input.email,
    ...(input.shippingAddress ? { shippingAddress: tidyAddress(input.shippingAddress) } : {}),
    ...(input.billingAddress ? { billingAddress: tidyAddress(input.billingAddress) } : {}),
    ...tidyBusiness(input),
    shippingOption: input.shippingOption,
    paymentMethod: input.paymentMethod,
    ...(input.expectedTotal && { expectedTotal: plainMoney(input.expectedTotal) }),
    ...(input.expectedToPay && { expectedToPay: plainMoney(input.expectedToPay) }),
  }
}
