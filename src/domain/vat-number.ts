import { isEuForVat, type Destination } from './tax-regions'
import { checkDigits } from './vat-check-digits'

export interface VatNumber {
  /** ISO 3166-1 alpha-2; `XI` for Northern Ireland. */
  country: string
  /** As on an invoice: `EL094259216`. */
  number: string
}

const prefixOf = (country: string): string => (country === 'GR' ? 'EL' : country)

/**
 * A VAT number as it was typed, with spaces, dots and hyphens, when its shape and check digits are right; otherwise
 * undefined. Without letters in front it is one of `country`. Whether it is in force only its tax office (VIES) knows.
 */
export function parseVatNumber(typed: string, country?: string): VatNumber | undefined {
  const plain = typed.toUpperCase().replace(/[\s./-]/g, '')
  const named = plain.replace(/^GR/, 'EL')
  const prefix = named.slice(0, 2)
  if (checkDigits[prefix]?.(named.slice(2)))
    return { country: prefix === 'EL' ? 'GR' : prefix, number: named }
  const home = country === undefined ? undefined : prefixOf(country)
  if (home !== undefined && checkDigits[home]?.(plain))
    return { country: country ?? '', number: home + plain }
  return undefined
}

/**
 * Whether the buyer owes the tax instead of the shop: a business with a VAT number of another EU country than the shop's,
 * to which the goods go in another EU country than the shop's. Northern Ireland counts as one for goods.
 * Source: Directive 2006/112/EC, Article 138; Windsor Framework.
 */
export function isReverseCharge(vat: VatNumber | undefined, to: Destination, home: string): boolean {
  if (!vat || vat.country === home || vat.country === 'GB') return false
  return to.country !== home && isEuForVat(to) && isEuForVat({ country: home })
}
