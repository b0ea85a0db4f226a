import { isPrintable } from './address'
import { taxRegion } from './tax-regions'
import type { AddressView } from './views'

/** Where somebody may live, as far as a map knows it. Postcode, town and region are left out where it does not. */
export type AddressSuggestion = Pick<AddressView, 'line1' | 'country'> &
  Partial<Pick<AddressView, 'postalCode' | 'city' | 'region'>>

/** A place on a map: all of it comes from a stranger. */
export interface MapPlace {
  street: string
  houseNumber?: string
  postalCode?: string
  city?: string
  county?: string
  state?: string
  country: string
}

/** Fewer letters than these mean every street. */
export const leastTyped = 3
export const mostTyped = 120
export const mostSuggested = 5

/** Where the number stands before the street. Source: Universal Postal Union, addressing formats by country. */
const numberFirst = new Set(['FR', 'GB', 'IE', 'LU', 'MT', 'US'])
/** Where the region of an address is the province or county, and not the larger part of the country. */
const byCounty = new Set(['ES', 'IE', 'IT'])
const houseNumber = /(?:^|[\s,])(\d{1,5} ?[a-z]?(?:[/-]\d{1,4}[a-z]?)?)(?=$|[\s,])/gi

/** The number that was typed beside a street, where the map knows the street alone: `Via Po 12`, `12 Mill Lane`. */
function numberIn(typed: string, { street, postalCode = '' }: MapPlace): string | undefined {
  const rest = typed.replaceAll(postalCode || '\u0000', ' ')
  const found = [...rest.matchAll(houseNumber)].map(([, number = '']) => number.trim())
  return found.find((number) => !street.includes(number))
}

const longest = { line1: 120, postalCode: 20, city: 120, region: 120 } as const

function tidy(text: string | undefined, most: number): string | undefined {
  const plain = text?.replace(/\s+/g, ' ').trim()
  return plain && plain.length <= most && isPrintable(plain) ? plain : undefined
}

function regionOf({ country, postalCode, county, state }: MapPlace): string | undefined {
  if (country === 'US') return taxRegion({ country, postalCode }) ?? state
  return byCounty.has(country) ? (county ?? state) : undefined
}

/**
 * A place as an address is written in its country. `typed` gives the number of the house where the map does not have it. Undefined
 * for a place without a street, or one whose words no label could be printed with.
 */
export function suggestionOf(place: MapPlace, typed: string): AddressSuggestion | undefined {
  const street = tidy(place.street, longest.line1)
  if (!street) return undefined
  const number = tidy(place.houseNumber, 20) ?? numberIn(typed, place)
  const parts = numberFirst.has(place.country) ? [number, street] : [street, number]
  const line1 = tidy(parts.filter(Boolean).join(' '), longest.line1)
  if (!line1) return undefined
  const postalCode = tidy(place.postalCode, longest.postalCode)
  const city = tidy(place.city, longest.city)
  const region = tidy(regionOf(place), longest.region)
  return {
    line1,
    country: place.country,
    ...(postalCode && { postalCode }),
    ...(city && { city }),
    ...(region && { region }),
  }
}

/** An address in one line, as a list shows it. */
export const suggestionLine = ({ line1, postalCode, city, region }: AddressSuggestion): string =>
  [line1, [postalCode, city].filter(Boolean).join(' '), region === city ? '' : region]
    .filter(Boolean)
    .join(', ')

/** Each address once, in the order in which they came. */
export function distinctSuggestions<One extends AddressSuggestion>(all: readonly One[]): One[] {
  const seen = new Set<string>()
  return all.filter((one) => {
    const line = suggestionLine({ ...one, region: undefined }).toLowerCase()
    return !seen.has(line) && seen.add(line)
  })
}
