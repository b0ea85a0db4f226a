import {
  distinctSuggestions,
  leastTyped,
  suggestionLine,
  type AddressSuggestion,
} from '#domain/address-suggestion'
import type { AddressView } from '#domain/views'
import type { Filled } from './address-fill'

/** An address that is offered: a customer's own, or one of the map. */
export interface Offer {
  address: Filled
  isSaved: boolean
}

interface Question {
  text: string
  country: string
  saved: readonly AddressView[]
  hasMap: boolean
}

const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase()

/** Those of a customer's own addresses that what was typed may mean; all of them before anything is. */
export const ownAddresses = (text: string, saved: readonly AddressView[]): AddressView[] =>
  saved.filter((address) => plain(suggestionLine(address)).includes(plain(text)))

async function askMap(text: string, country: string, signal: AbortSignal): Promise<AddressSuggestion[]> {
  const answer = await fetch('/api/store/address-suggestions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text, country }),
    signal,
  }).catch(() => undefined)
  if (!answer?.ok) return []
  const { suggestions } = (await answer.json().catch(() => ({}))) as { suggestions?: AddressSuggestion[] }
  return suggestions ?? []
}

/** What to offer for what was typed, a customer's own addresses first. */
export async function findAddresses(question: Question, signal: AbortSignal): Promise<Offer[]> {
  const { text, country, saved, hasMap } = question
  const own = ownAddresses(text, saved)
  const isEnough = hasMap && text.trim().length >= leastTyped
  const found = isEnough ? await askMap(text, country, signal) : []
  const known = new Set<Filled>(own)
  return distinctSuggestions<Filled>([...own, ...found]).map((address) => ({
    address,
    isSaved: known.has(address),
  }))
}
