/** Pairs of one variant in a cart, and variants in a cart. Source: DESIGN 5. */
export const maxPerLine = 20
export const maxLines = 50

export const isLineQuantity = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 && value <= maxPerLine
