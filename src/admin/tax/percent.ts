/** Basis points as a percentage: 2550 is `25.5`. */
export const percentText = (basisPoints: number): string => String(basisPoints / 100)

/** What somebody typed as a percentage, in basis points; a comma or a point, at most two decimals. */
export function percentFrom(text: string): number | undefined {
  const [, whole, decimals = ''] = /^\s*(\d{1,3})(?:[.,](\d{1,2}))?\s*%?\s*$/.exec(text) ?? []
  if (whole === undefined) return undefined
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'))
}
