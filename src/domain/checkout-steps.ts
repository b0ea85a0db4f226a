import { addressErrors, isEmail } from './address'
import { longestCompany, type CheckoutDraft } from './checkout'
import { isPostalCode } from './postal-code'
import { parseVatNumber } from './vat-number'
import type { AddressView } from './views'

export const checkoutSteps = ['contact', 'delivery', 'payment'] as const
export type CheckoutStep = (typeof checkoutSteps)[number]

/** What is wrong with a field, as a code that pages put into words. */
export type FieldFault =
  'required' | 'email' | 'tooLong' | 'characters' | 'postalCode' | 'countryElsewhere' | 'vatNumber' | 'choose'
export type FieldFaults = Readonly<Record<string, FieldFault>>

const longestLine = 120

function faultOf(value: unknown): FieldFault {
  if (typeof value !== 'string' || value.trim() === '') return 'required'
  return value.length > longestLine ? 'tooLong' : 'characters'
}

/** The faults of an address under `path`, such as `shippingAddress.city`. */
export function addressFaults(
  address: Partial<AddressView> | undefined,
  path: string,
  countries?: readonly string[],
): FieldFaults {
  const given: Partial<AddressView> = address ?? {}
  const at = (field: string): string => (path ? `${path}.${field}` : field)
  const faults: Record<string, FieldFault> = {}
  for (const error of addressErrors(given, path)) {
    const field = error.path.slice(path ? path.length + 1 : 0) as keyof AddressView
    faults[at(field)] = faultOf(given[field])
  }
  const { country, postalCode } = given
  if (country && countries && !countries.includes(country)) faults[at('country')] = 'countryElsewhere'
  if (country && postalCode && !faults[at('postalCode')] && !isPostalCode(country, postalCode))
    faults[at('postalCode')] = 'postalCode'
  return faults
}

function businessFaults({ company, vatNumber, shippingAddress, billingAddress }: CheckoutDraft): FieldFaults {
  const country = (billingAddress ?? shippingAddress)?.country
  const isWrong = vatNumber?.trim() && parseVatNumber(vatNumber, country) === undefined
  return {
    ...((company?.length ?? 0) > longestCompany ? { company: 'tooLong' as const } : {}),
    ...(isWrong ? { vatNumber: 'vatNumber' as const } : {}),
  }
}

/** What is wrong with one step of a checkout; nothing when one may go on. */
export function stepFaults(
  step: CheckoutStep,
  draft: CheckoutDraft,
  countries: readonly string[],
): FieldFaults {
  if (step === 'contact')
    return isEmail(draft.email?.trim()) ? {} : { email: draft.email ? 'email' : 'required' }
  if (step === 'delivery')
    return {
      ...addressFaults(draft.shippingAddress, 'shippingAddress', countries),
      ...businessFaults(draft),
      ...(draft.shippingOption ? {} : { shippingOption: 'choose' as const }),
    }
  return {
    ...(draft.billingAddress ? addressFaults(draft.billingAddress, 'billingAddress') : {}),
    ...(draft.paymentMethod ? {} : { paymentMethod: 'choose' as const }),
  }
}

/** The first step that is not done yet; the last one when all are. */
export const firstOpenStep = (draft: CheckoutDraft, countries: readonly string[]): CheckoutStep =>
  checkoutSteps.find((step) => Object.keys(stepFaults(step, draft, countries)).length > 0) ?? 'payment'
