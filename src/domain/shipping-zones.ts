import { postalFit } from './postal-pattern'
import type { Destination } from './tax-regions'

/** Where a set of methods goes: whole countries, and parts of countries by postcode. */
export interface ZoneReach {
  code: string
  countries: readonly string[]
  areas: readonly { country: string; postalCodes: string }[]
}

function fitOf(zone: ZoneReach, { country, postalCode }: Destination): number | undefined {
  const fits = zone.areas.flatMap((area) =>
    area.country === country ? (postalFit(country, area.postalCodes, postalCode ?? '') ?? []) : [],
  )
  if (fits.length > 0) return Math.min(...fits)
  return zone.countries.includes(country) ? Infinity : undefined
}

/**
 * The zone of a destination: the most special one, so a part of a country before the whole of it and a single postcode
 * before a range; of equals the first by code. Its methods alone go there. Undefined: nobody does.
 */
export function zoneFor<Zone extends ZoneReach>(zones: readonly Zone[], to: Destination): Zone | undefined {
  const found = zones.flatMap((zone) => {
    const fit = fitOf(zone, to)
    return fit === undefined ? [] : [{ zone, fit }]
  })
  found.sort((one, other) =>
    one.fit === other.fit ? (one.zone.code < other.zone.code ? -1 : 1) : one.fit - other.fit,
  )
  return found[0]?.zone
}
