import { taxRegion, type Destination } from './tax-regions'

/**
 * What a shoe is for the tax office. `children`: shoes for children, which some countries tax less or not at all. `zero` is
 * without tax everywhere. The others are the rates of the European Commission's table.
 */
export const taxClasses = ['standard', 'children', 'reduced', 'reduced-low', 'super-reduced', 'zero'] as const
export type TaxClass = (typeof taxClasses)[number]

export const isTaxClass = (value: unknown): value is TaxClass =>
  taxClasses.some((taxClass) => taxClass === value)

/** A rate as it stands in the table. */
export interface TaxRateRow {
  country: string
  /** As `taxRegion` says it; null: the whole country. */
  region: string | null
  taxClass: string
  basisPoints: number
  /** First day, `2026-01-31`, in the shop's zone. */
  from: string
}

/**
 * The rate of a class at a destination on a day, in basis points: that of the region before that of the country, in
 * each the class before the standard rate, of these the newest that has begun. Nothing for the class `zero`, and where
 * there is no rate at all: what goes there is exported.
 */
export function rateOf(
  rates: readonly TaxRateRow[],
  { taxClass, to, day }: { taxClass: string; to: Destination; day: string },
): number {
  if (taxClass === 'zero') return 0
  const region = taxRegion(to) ?? null
  const begun = rates.filter((rate) => rate.country === to.country && rate.from <= day)
  const newest = (place: string | null, wanted: string): TaxRateRow | undefined =>
    begun
      .filter((rate) => (rate.region || null) === place && rate.taxClass === wanted)
      .reduce<TaxRateRow | undefined>(
        (best, rate) => (best && best.from > rate.from ? best : rate),
        undefined,
      )
  const places = region === null ? [null] : [region, null]
  for (const place of places)
    for (const wanted of new Set([taxClass, 'standard'])) {
      const found = newest(place, wanted)
      if (found) return found.basisPoints
    }
  return 0
}
