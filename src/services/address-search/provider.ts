import type { AddressSuggestion } from '#domain/address-suggestion'

export interface AddressQuestion {
  /** What was typed of a street, with or without its number and town. */
  text: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

/**
 * A map that is searched for addresses. It is told what was typed and in which country, and nothing of whoever types. It ends
 * within seconds and throws when there is no answer, or none that is of use.
 */
export interface AddressSearch {
  isOn(): boolean
  search(question: AddressQuestion): Promise<AddressSuggestion[]>
}
