import type { TaxClass } from '#domain/tax-rates'
import type { TaxRate } from './types'

/** Rates in force on this day; check them against the source before a shop opens. */
const asOf = '2026-01-01'
const commission = `European Commission, Taxes in Europe Database, VAT rates as of ${asOf}`
const hmrc = `HM Revenue & Customs, VAT rates and Notice 714 (children’s shoes), as of ${asOf}`
const noNexus = 'No federal rate; add a state where the shop is registered'

/** Per cent: standard, reduced, the lower reduced one, super-reduced. */
type Rates = readonly [standard: number, reduced?: number, low?: number, super_?: number]

const union: Readonly<Record<string, Rates>> = {
  AT: [20, 13, 10],
  BE: [21, 12, 6],
  BG: [20, 9],
  CY: [19, 9, 5, 3],
  CZ: [21, 12],
  DE: [19, 7],
  DK: [25],
  EE: [24, 13, 9],
  ES: [21, 10, undefined, 4],
  FI: [25.5, 13.5, 10],
  FR: [20, 10, 5.5, 2.1],
  GR: [24, 13, 6],
  HR: [25, 13, 5],
  HU: [27, 18, 5],
  IE: [23, 13.5, 9, 4.8],
  IT: [22, 10, 5, 4],
  LT: [21, 12, 5],
  LU: [17, 14, 8, 3],
  LV: [21, 12, 5],
  MT: [18, 7, 5],
  NL: [21, 9],
  PL: [23, 8, 5],
  PT: [23, 13, 6],
  RO: [21, 11],
  SE: [25, 12, 6],
  SI: [22, 9.5, 5],
  SK: [23, 19, 5],
}

const classes: readonly TaxClass[] = ['standard', 'reduced', 'reduced-low', 'super-reduced']
const before = '2024-01-01'
/** The first day of a rate that has changed since, and what it was before. */
const changed: Readonly<Record<string, { from: string; was?: number }>> = {
  'EE standard': { from: '2025-07-01', was: 22 },
  'FI standard': { from: '2024-09-01', was: 24 },
  'FI reduced': { from: '2026-01-01', was: 14 },
  'LT reduced': { from: '2026-01-01', was: 9 },
  'RO standard': { from: '2025-08-01', was: 19 },
  'SK standard': { from: '2025-01-01', was: 20 },
}

const points = (percent: number): number => Math.round(percent * 100)

function ratesIn(country: string, rates: Rates): TaxRate[] {
  return classes.flatMap((taxClass, index) => {
    const percent = rates[index]
    if (percent === undefined) return []
    const { from = before, was } = changed[`${country} ${taxClass}`] ?? {}
    const rate = { name: `VAT ${country}`, country, taxClass, source: commission }
    return [
      ...(was === undefined ? [] : [{ ...rate, basisPoints: points(was), validFrom: before }]),
      { ...rate, basisPoints: points(percent), validFrom: from },
    ]
  })
}

const regional = (country: string, region: string, percents: Rates, what: string): TaxRate[] =>
  ratesIn(country, percents).map((rate) => ({
    ...rate,
    name: `${what} ${country}`,
    region,
    validFrom: before,
  }))

/** Outside the Union for VAT: an export. Source: Directive 2006/112/EC, Article 6. */
const exported = (country: string, region: string, what: string): TaxRate => ({
  name: `${what} ${country}`,
  country,
  region,
  taxClass: 'standard',
  basisPoints: 0,
  validFrom: before,
  source: 'Directive 2006/112/EC, Article 6',
})

/** Where shoes for children have a rate of their own. */
const children = (country: string, percent: number, source: string): TaxRate => ({
  name: `Children’s shoes ${country}`,
  country,
  taxClass: 'children',
  basisPoints: points(percent),
  validFrom: before,
  source,
})

/**
 * Every rate of the 27 countries of the Union, and those of the other markets. The United States tax by state, and only
 * where a shop is registered: the demo shop is registered nowhere there, so its rate is nothing.
 */
export const taxRates: readonly TaxRate[] = [
  ...Object.entries(union).flatMap(([country, rates]) => ratesIn(country, rates)),
  children('IE', 0, 'Revenue Commissioners, VAT rates database, children’s footwear'),
  children('LU', 3, 'Administration de l’enregistrement, super-reduced rate, children’s shoes'),
  ...regional('AT', 'JUNGHOLZ-MITTELBERG', [19], 'Jungholz and Mittelberg'),
  ...regional('PT', '20', [16, 9, 4], 'Azores'),
  ...regional('PT', '30', [22, 12, 4], 'Madeira'),
  exported('DE', 'BUESINGEN', 'Büsingen'),
  exported('DE', 'HELGOLAND', 'Heligoland'),
  exported('ES', 'CN', 'Canary Islands'),
  exported('ES', 'CE', 'Ceuta'),
  exported('ES', 'ML', 'Melilla'),
  exported('FI', '01', 'Åland'),
  exported('FR', 'OVERSEAS', 'Overseas'),
  exported('GR', '69', 'Mount Athos'),
  exported('IT', 'LIVIGNO', 'Livigno'),
  exported('IT', 'CAMPIONE', 'Campione d’Italia'),
  { name: 'VAT GB', country: 'GB', taxClass: 'standard', basisPoints: 2000, validFrom: before, source: hmrc },
  { name: 'VAT GB', country: 'GB', taxClass: 'reduced', basisPoints: 500, validFrom: before, source: hmrc },
  children('GB', 0, hmrc),
  {
    name: 'Sales tax US',
    country: 'US',
    taxClass: 'standard',
    basisPoints: 0,
    validFrom: before,
    source: noNexus,
  },
]
