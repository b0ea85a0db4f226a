import { shippingZones } from '../catalogue/shipping'
import { taxRates } from '../catalogue/tax'
import type { Prices, ShippingMethod } from '../catalogue/types'
import { idsBy, insertDocument, newRowId, type Fields, type Seeding } from './documents'

const currencies = ['EUR', 'GBP', 'USD'] as const

const ratesOf = (method: { price: Prices; freeFrom?: Prices }): Fields[] =>
  currencies.map((currency) => ({
    id: newRowId(),
    currency,
    price: method.price[currency],
    freeFrom: method.freeFrom?.[currency] ?? null,
  }))

const methodOf = (zone: string, order: number, method: ShippingMethod): Fields => ({
  name: method.name,
  code: method.slug,
  zone,
  minDays: method.days.from,
  maxDays: method.days.to,
  order,
  active: true,
  rates: ratesOf(method),
})

/** The place where the pairs lie. A shop that already has a default keeps it. */
export async function seedLocation(seeding: Seeding): Promise<string> {
  const codes = await idsBy(seeding, 'locations', 'code')
  const [first] = codes.values()
  return first ?? insertDocument(seeding, 'locations', { name: 'Trieste', code: 'TRIESTE', isDefault: true })
}

export async function seedShipping(seeding: Seeding): Promise<void> {
  const zones = await idsBy(seeding, 'shipping_zones', 'code')
  const methods = await idsBy(seeding, 'shipping_methods', 'code')
  for (const { slug, name, countries, methods: offered } of shippingZones) {
    const zone =
      zones.get(slug) ??
      (await insertDocument(seeding, 'shipping-zones', { name: name.en, code: slug, countries }))
    for (const [index, method] of offered.entries())
      if (!methods.has(method.slug))
        await insertDocument(seeding, 'shipping-methods', methodOf(zone, index + 1, method))
  }
}

/** A country for which the shop has any rate is left as it is. */
export async function seedTaxRates(seeding: Seeding): Promise<void> {
  const known = await idsBy(seeding, 'tax_rates', 'country')
  for (const { country, basisPoints, name } of taxRates)
    if (!known.has(country))
      await insertDocument(seeding, 'tax-rates', {
        name: `${name.en} ${country}`,
        country,
        taxClass: 'standard',
        basisPoints,
        validFrom: '2024-01-01T00:00:00.000Z',
      })
}
