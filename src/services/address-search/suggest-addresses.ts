import {
  distinctSuggestions,
  leastTyped,
  mostSuggested,
  type AddressSuggestion,
} from '#domain/address-suggestion'
import { circuit } from './circuit'
import { photon } from './photon'
import type { AddressQuestion, AddressSearch } from './provider'

const provider: AddressSearch = photon
const ask = circuit('The address search')

export const suggestsAddresses = (): boolean => provider.isOn()

/**
 * Addresses that what was typed may mean, in the chosen country alone. None when no provider is set, it gives no answer in time, or
 * too little was typed: an address can always be typed to its end. Nothing of it is kept or logged.
 */
export async function suggestAddresses({ text, country }: AddressQuestion): Promise<AddressSuggestion[]> {
  const typed = text.replace(/\s+/g, ' ').trim()
  if (!provider.isOn() || typed.length < leastTyped) return []
  const found = await ask(() => provider.search({ text: typed, country }))
  return distinctSuggestions(found ?? []).slice(0, mostSuggested)
}
