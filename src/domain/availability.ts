/** How a shopper sees stock: none, the last pair, or some. */
export type AvailabilityClass = 'none' | 'last' | 'some'

/** Most pairs a shopper is told about. Source: DESIGN 5. */
export const shownAtMost = 10

export const availabilityClass = (available: number): AvailabilityClass =>
  available <= 0 ? 'none' : available === 1 ? 'last' : 'some'

export interface ShortLine {
  variantId: string
  requested: number
  available: number
}
