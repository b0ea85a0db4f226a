import { ownWidths, type OwnWidth } from './foot-size'

/**
 * The code that a width of a bag or an order names: there it is the label of its point on the width scale, such as `Wide`.
 * Undefined for a label of the merchant's own, which stays as it is.
 */
export const widthCodeOf = (width: string): OwnWidth | undefined =>
  ownWidths.find((code) => code === width.trim().toLowerCase())

/** The usual width goes without saying. */
export const isUsualWidth = (width: string | undefined): boolean => !width || /^standard/i.test(width)
