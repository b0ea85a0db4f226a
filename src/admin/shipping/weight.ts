/** Grams as kilograms: 2500 is `2.5`. */
export const weightText = (grams: number): string => String(grams / 1000)

/** What somebody typed as kilograms, in grams; a comma or a point, at most three decimals. */
export function weightFrom(text: string): number | undefined {
  const [, whole, decimals = ''] = /^\s*(\d{1,5})(?:[.,](\d{1,3}))?\s*(?:kg)?\s*$/i.exec(text) ?? []
  if (whole === undefined) return undefined
  return Number(whole) * 1000 + Number(decimals.padEnd(3, '0'))
}
