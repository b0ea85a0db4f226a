import { shippingZones, store } from '../catalogue/shipping'
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
  kind: 'delivery',
  zone,
  minDays: method.days.from,
  maxDays: method.days.to,
  order,
  active: true,
  rates: ratesOf(method),
})

const placeOf = ({ name, code, line1, postalCode, city, country, hours }: typeof store): Fields => ({
  name,
  code,
  line1,
  postalCode,
  city,
  country,
  hours,
})

/** The place where the pairs lie. A shop that already has a default keeps it. */
export async function seedLocation(seeding: Seeding): Promise<string> {
  const codes = await idsBy(seeding, 'locations', 'code')
  const [first] = codes.values()
  return first ?? insertDocument(seeding, 'locations', { ...placeOf(store), isDefault: true })
}

/** Collecting is offered where the shop has the demo store. */
async function seedCollecting(seeding: Seeding, methods: ReadonlyMap<string, string>): Promise<void> {
  const location = (await idsBy(seeding, 'locations', 'code')).get(store.code)
  const code = `${store.code.toLowerCase()}-collect`
  if (!location || methods.has(code)) return
  const nothing = { EUR: 0, GBP: 0, USD: 0 }
  await insertDocument(seeding, 'shipping-methods', {
    name: store.collecting,
    code,
    kind: 'pickup',
    location,
    minDays: 0,
    maxDays: 0,
    order: 9,
    active: true,
    rates: ratesOf({ price: nothing }),
  })
}

export async function seedShipping(seeding: Seeding): Promise<void> {
  const zones = await idsBy(seeding, 'shipping_zones', 'code')
  const methods = await idsBy(seeding, 'shipping_methods', 'code')
  await seedCollecting(seeding, methods)
  for (const { slug, name, countries, areas = [], methods: offered } of shippingZones) {
    const zone =
      zones.get(slug) ??
      (await insertDocument(seeding, 'shipping-zones', {
        name: name.en,
        code: slug,
        countries,
        areas: areas.map((area) => ({ id: newRowId(), ...area })),
      }))
    for (const [index, method] of offered.entries())
      if (!methods.has(method.slug))
        await insertDocument(seeding, 'shipping-methods', methodOf(zone, index + 1, method))
  }
}

/** A country for which the shop has any rate is left as it is. */
export async function seedTaxRates(seeding: Seeding): Promise<void> {
  const known = await idsBy(seeding, 'tax_rates', 'country')
  for (const { validFrom, ...rate } of taxRates)
    if (!known.has(rate.country))
      await insertDocument(seeding, 'tax-rates', { ...rate, validFrom: `${validFrom}T00:00:00.000Z` })
}
