import { addressFieldNames } from '#domain/address'
import type { AddressSuggestion } from '#domain/address-suggestion'
import type { AddressView } from '#domain/views'
import { fieldId } from './field'

/** What an address that was chosen says: all of a customer's own, or as much as a map knows. */
export type Filled = AddressSuggestion & Partial<AddressView>
type Control = HTMLInputElement | HTMLSelectElement

const controlOf = (prefix: string, part: string): Control | null =>
  document.getElementById(fieldId(prefix ? `${prefix}.${part}` : part)) as Control | null

/** What a field of the address says now. */
export const valueOf = (prefix: string, part: keyof AddressView): string =>
  controlOf(prefix, part)?.value ?? ''

/** As if it was typed: whoever listens to the form hears of it. */
function put(control: Control, value: string): void {
  if (control.value === value) return
  control.value = value
  const isList = control instanceof HTMLSelectElement
  if (isList && control.value !== value) return
  control.dispatchEvent(new Event(isList ? 'change' : 'input', { bubbles: true }))
}

/** The country decides which fields there are. */
const drawn = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))

/** Parts of an address that belong to its street: those of another street would be wrong with it. */
const ofPlace = new Set<string>(['postalCode', 'city', 'region'])

/** Puts an address into the fields of its form. What it does not say of its place is left to be typed; names and telephone stay. */
export async function fillAddress(prefix: string, address: Filled): Promise<void> {
  const country = controlOf(prefix, 'country')
  if (country && country.value !== address.country) {
    put(country, address.country)
    await drawn()
  }
  for (const part of addressFieldNames) {
    const control = part === 'country' ? null : controlOf(prefix, part)
    const value = address[part] ?? ''
    if (control && (value || ofPlace.has(part))) put(control, value)
  }
}
