import { ownWidths, type OwnWidth } from './foot-size'

/** `Wide`, and with the letter that lasts are marked by, `Wide (G)`. */
const pointLabel = /^(\w+)( \(\w{1,3}\))?$/

/**
 * A width as a bag or an order names it, in other words: there it is the label of its point on the width scale, such as `Wide`
 * or `Wide (G)`, whose letter is the same in every language. A label of the merchant's own stays as it is.
 */
export function widthInWords(width: string, wordOf: (code: OwnWidth) => string): string {
  const [, name = '', letter = ''] = pointLabel.exec(width.trim()) ?? []
  const code = ownWidths.find((one) => one === name.toLowerCase())
  return code ? wordOf(code) + letter : width
}

/** The usual width goes without saying. */
export const isUsualWidth = (width: string | undefined): boolean => !width || /^standard/i.test(width)
