import { taxRegion } from './tax-regions'
import type { AddressView } from './views'

export interface FieldError {
  path: string
  message: string
}

type AddressField = keyof AddressView

/** The most characters of an e-mail address. Source: RFC 5321, section 4.5.3.1.3, less the angle brackets. */
export const emailLength = 254
/** The most characters of a name in one field. */
export const personLength = 120

/** The most characters of each field. */
export const addressLengths: Readonly<Record<AddressField, number>> = {
  firstName: personLength,
  lastName: personLength,
  line1: 120,
  line2: 120,
  postalCode: 20,
  city: 120,
  region: 120,
  country: 2,
  phone: 40,
}
const required: readonly AddressField[] = ['firstName', 'lastName', 'line1', 'postalCode', 'city', 'country']
/** Where no parcel is delivered without the state. Source: USPS Publication 28, section 211. */
const needsRegion = new Set(['US'])
export const addressFieldNames = Object.keys(addressLengths) as readonly AddressField[]

/** Whether a form asks for a field of an address in this country, and does not only offer it. */
export const isAddressFieldRequired = (field: AddressField, country: string): boolean =>
  required.includes(field) || (field === 'region' && needsRegion.has(country))

/** Where an address needs a region and names none, the one that its postcode is in. */
function regionByCode({ country, postalCode }: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof country !== 'string' || typeof postalCode !== 'string') return undefined
  return needsRegion.has(country) ? taxRegion({ country, postalCode }) : undefined
}

/** Control characters and halves of a surrogate pair: a database or a label printer chokes on them. */
const control = /[\p{Cc}\p{Cs}]/u

export const isPrintable = (text: string): boolean => !control.test(text)

/** What is said of text that is not. */
export const unprintable = 'This contains characters that cannot be printed.'

/** Good enough to send a mail to: one @, a dot behind it, at most 254 characters (RFC 5321). */
export const isEmail = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= emailLength &&
  isPrintable(value) &&
  /^[^\s@<>,;:"()[\]\\]+@[^\s@.<>,;:"()[\]\\]+(\.[^\s@.<>,;:"()[\]\\]+)+$/.test(value)

function fieldError(value: unknown, field: AddressField, isRequired: boolean): string | undefined {
  if (value === undefined || value === null || value === '')
    return isRequired ? 'This field is required.' : undefined
  if (typeof value !== 'string') return 'This must be text.'
  if (value.trim() === '') return isRequired ? 'This field is required.' : undefined
  if (value.length > addressLengths[field]) return `At most ${addressLengths[field]} characters.`
  if (!isPrintable(value)) return unprintable
  if (field === 'country' && !/^[A-Z]{2}$/.test(value)) return 'Two capital letters, as in ISO 3166-1.'
  return undefined
}

/**
 * What is wrong with an address, field by field; nothing when it can be delivered to. A region that it needs may be left out where
 * the postcode tells it; `tidyAddress` puts it there.
 */
export function addressErrors(address: unknown, path: string): FieldError[] {
  if (typeof address !== 'object' || address === null || Array.isArray(address))
    return [{ path, message: 'An address is required.' }]
  const given = address as Readonly<Record<string, unknown>>
  const country = typeof given.country === 'string' ? given.country : ''
  const isTold = regionByCode(given) !== undefined
  return addressFieldNames.flatMap((field) => {
    const isRequired = isAddressFieldRequired(field, country) && !(field === 'region' && isTold)
    const message = fieldError(given[field], field, isRequired)
    return message === undefined ? [] : [{ path: `${path}.${field}`, message }]
  })
}

/** A checked address with its known fields only, trimmed; what is empty is left out, but a region that its postcode tells. */
export function tidyAddress(address: AddressView): AddressView {
  const whole = { ...address, region: address.region?.trim() || regionByCode({ ...address }) }
  const entries = addressFieldNames.map((field) => [field, whole[field]?.trim()] as const)
  return Object.fromEntries(entries.filter(([, value]) => value)) as unknown as AddressView
}
