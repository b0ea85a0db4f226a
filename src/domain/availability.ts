/** How a shopper sees stock: none, the last pair, or some. */
export type AvailabilityClass = 'none' | 'last' | 'some'

export const availabilityClass = (available: number): AvailabilityClass =>
  available <= 0 ? 'none' : available === 1 ? 'last' : 'some'

export interface ShortLine {
  variantId: string
  requested: number
  available: number
}
