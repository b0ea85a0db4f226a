/** One line of a method's price list, in minor units and grams. */
export interface ShippingRate {
  price: number
  /** Goods of at least this value ship free. */
  freeFrom?: number | null
  minValue?: number | null
  maxValue?: number | null
  maxWeightG?: number | null
}

export interface Parcel {
  /** What the goods cost after discounts, in minor units. */
  value: number
  weightG: number
}

/**
 * Grams of one as delivery is told beforehand: what nobody has weighed is taken for a pair with its box; where it is no shoe it
 * weighs nothing, as at checkout.
 */
export const toldWeightG = ({ weightG, kind }: { weightG?: number; kind?: string }): number =>
  weightG ?? (kind ? 0 : 1000)

const fits = (rate: ShippingRate, parcel: Parcel): boolean =>
  parcel.value >= (rate.minValue ?? 0) &&
  (rate.maxValue == null || parcel.value <= rate.maxValue) &&
  (rate.maxWeightG == null || parcel.weightG <= rate.maxWeightG)

/**
 * What a method costs for a parcel, in minor units: its first rate whose bands of value and weight the parcel
 * fits, nothing from `freeFrom` on. Undefined when the method does not carry it. Both ends of a band belong to it.
 */
export function shippingPrice(rates: readonly ShippingRate[], parcel: Parcel): number | undefined {
  const rate = rates.find((one) => fits(one, parcel))
  if (!rate) return undefined
  return rate.freeFrom != null && parcel.value >= rate.freeFrom ? 0 : rate.price
}
