import type { CountryName } from '#components/address-fields'
import type { Shop } from '#components/shop'
import { regionNames } from '#domain/formats'

/** Where a market delivers, named in its language and in the order people look for a name. */
export function countriesOf({ market }: Shop): CountryName[] {
  const names = regionNames(market.formatLocale)
  return market.countries
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .toSorted((a, b) => a.name.localeCompare(b.name, market.formatLocale))
}
