import type { TaxRate, Words } from './types'

const vat: Words = { en: 'VAT', it: 'IVA', de: 'MwSt.' }
const salesTax: Words = { en: 'Sales tax', it: 'Imposta sulle vendite', de: 'Umsatzsteuer (US)' }

/**
 * Standard rates in basis points. Source: European Commission, "VAT rates applied in the Member States of the European
 * Union"; for GB, HM Revenue & Customs, "VAT rates". The United States has no federal rate: a shop registered in a
 * state sets its own.
 */
const standardRates = {
  AT: 2000,
  BE: 2100,
  BG: 2000,
  CY: 1900,
  CZ: 2100,
  DE: 1900,
  DK: 2500,
  EE: 2400,
  ES: 2100,
  FI: 2550,
  FR: 2000,
  GR: 2400,
  HR: 2500,
  HU: 2700,
  IE: 2300,
  IT: 2200,
  LT: 2100,
  LU: 1700,
  LV: 2100,
  MT: 1800,
  NL: 2100,
  PL: 2300,
  PT: 2300,
  RO: 2100,
  SE: 2500,
  SI: 2200,
  SK: 2300,
  GB: 2000,
} as const

export const taxRates: readonly TaxRate[] = [
  ...Object.entries(standardRates).map(([country, basisPoints]) => ({ country, basisPoints, name: vat })),
  { country: 'US', basisPoints: 0, name: salesTax },
]
