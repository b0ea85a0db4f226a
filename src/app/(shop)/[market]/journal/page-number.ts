/**
 * The number of a page as an address says it, or undefined: the first page has one address, and it says none. Longer
 * numbers than four digits are past any end.
 */
export function pageNumber(written: string | undefined): number | undefined {
  if (written === undefined) return 1
  const page = /^[1-9]\d{0,3}$/.test(written) ? Number(written) : 1
  return page > 1 ? page : undefined
}
