export type CsvValue = string | number | null | undefined

/** A spreadsheet reads a cell that begins like this as a formula. */
const formula = /^[=+\-@\t\r]/

function cell(value: CsvValue): string {
  const text = value === null || value === undefined ? '' : String(value)
  const harmless = typeof value === 'string' && formula.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** One line of CSV with its end, in which no text is a formula. Source: RFC 4180. */
export const csvLine = (values: readonly CsvValue[]): string => `${values.map(cell).join(',')}\r\n`

/** Minor units of a currency with two decimals as a plain number, such as `12.50`. */
export function csvMoney(minor: number): string {
  const [sign, whole] = minor < 0 ? ['-', -minor] : ['', minor]
  return `${sign}${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`
}
