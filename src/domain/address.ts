import type { AddressView } from './views'

export interface FieldError {
  path: string
  message: string
}

type AddressField = keyof AddressView

const longest: Readonly<Record<AddressField, number>> = {
  firstName: 120,
  lastName: 120,
  line1: 120,
  line2: 120,
  postalCode: 20,
  city: 120,
  region: 120,
  country: 2,
  phone: 40,
}
const required: readonly AddressField[] = ['firstName', 'lastName', 'line1', 'postalCode', 'city', 'country']
export const addressFieldNames = Object.keys(longest) as readonly AddressField[]

/** Control characters and halves of a surrogate pair: a database or a label printer chokes on them. */
const unprintable = /[\p{Cc}\p{Cs}]/u

export const isPrintable = (text: string): boolean => !unprintable.test(text)

/** Good enough to send a mail to: one @, a dot behind it, at most 254 characters (RFC 5321). */
export const isEmail = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= 254 &&
  isPrintable(value) &&
  /^[^\s@<>,;:"()[\]\\]+@[^\s@.<>,;:"()[\]\\]+(\.[^\s@.<>,;:"()[\]\\]+)+$/.test(value)

function fieldError(value: unknown, field: AddressField): string | undefined {
  if (value === undefined || value === null || value === '')
    return required.includes(field) ? 'This field is required.' : undefined
  if (typeof value !== 'string') return 'This must be text.'
  if (value.trim() === '') return required.includes(field) ? 'This field is required.' : undefined
  if (value.length > longest[field]) return `At most ${longest[field]} characters.`
  if (!isPrintable(value)) return 'This contains characters that cannot be printed.'
  if (field === 'country' && !/^[A-Z]{2}$/.test(value)) return 'Two capital letters, as in ISO 3166-1.'
  return undefined
}

/** What is wrong with an address, field by field; nothing when it can be delivered to. */
export function addressErrors(address: unknown, path: string): FieldError[] {
  if (typeof address !== 'object' || address === null || Array.isArray(address))
    return [{ path, message: 'An address is required.' }]
  const given = address as Readonly<Record<string, unknown>>
  return addressFieldNames.flatMap((field) => {
    const message = fieldError(given[field], field)
    return message === undefined ? [] : [{ path: `${path}.${field}`, message }]
  })
}

/** A checked address with its known fields only, trimmed; what is empty is left out. */
export function tidyAddress(address: AddressView): AddressView {
  const entries = addressFieldNames.map((field) => [field, address[field]?.trim()] as const)
  return Object.fromEntries(entries.filter(([, value]) => value)) as unknown as AddressView
}
