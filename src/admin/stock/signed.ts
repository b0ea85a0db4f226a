/** A change of stock with its sign: `+12`, `−1`, with the true minus. */
export const signed = (quantity: number): string =>
  quantity > 0 ? `+${quantity}` : quantity < 0 ? `\u2212${Math.abs(quantity)}` : '0'
