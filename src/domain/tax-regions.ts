import { isEuCountry } from './markets'

/** Where goods go, as far as tax and delivery depend on it. */
export interface Destination {
  /** ISO 3166-1 alpha-2. */
  country: string
  postalCode?: string | null
  region?: string | null
}

interface Territory {
  country: string
  postalCodes: RegExp
  /** The second part of its ISO 3166-2 code where it has one, else its name. */
  region: string
  /** No part of the Union for VAT: what goes there is exported. */
  isOutside?: true
}

/**
 * Parts of a country with a tax of their own, told by the postcode.
 * Source: Directive 2006/112/EC, Articles 6, 7 and 105; for Jungholz and Mittelberg Article 104; for Northern Ireland the
 * Windsor Framework, by which goods there are under EU rules.
 */
const territories: readonly Territory[] = [
  { country: 'AT', postalCodes: /^(6691|699[1-3])/, region: 'JUNGHOLZ-MITTELBERG' },
  { country: 'DE', postalCodes: /^78266/, region: 'BUESINGEN', isOutside: true },
  { country: 'DE', postalCodes: /^27498/, region: 'HELGOLAND', isOutside: true },
  { country: 'ES', postalCodes: /^(35|38)/, region: 'CN', isOutside: true },
  { country: 'ES', postalCodes: /^51/, region: 'CE', isOutside: true },
  { country: 'ES', postalCodes: /^52/, region: 'ML', isOutside: true },
  { country: 'FI', postalCodes: /^22/, region: '01', isOutside: true },
  { country: 'FR', postalCodes: /^97/, region: 'OVERSEAS', isOutside: true },
  { country: 'FR', postalCodes: /^98[678]/, region: 'OVERSEAS', isOutside: true },
  { country: 'GB', postalCodes: /^BT/, region: 'NIR' },
  { country: 'GR', postalCodes: /^63086/, region: '69', isOutside: true },
  { country: 'IT', postalCodes: /^23041/, region: 'LIVIGNO', isOutside: true },
  { country: 'IT', postalCodes: /^22061/, region: 'CAMPIONE', isOutside: true },
  { country: 'PT', postalCodes: /^9[0-4]/, region: '30' },
  { country: 'PT', postalCodes: /^9[5-9]/, region: '20' },
]

/** First three digits of a ZIP code, from and to. Source: United States Postal Service, Publication 65. */
const states: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  AK: [[995, 999]],
  AL: [[350, 369]],
  AR: [[716, 729]],
  AZ: [[850, 865]],
  CA: [[900, 961]],
  CO: [[800, 816]],
  CT: [[60, 69]],
  DC: [
    [200, 200],
    [202, 205],
  ],
  DE: [[197, 199]],
  FL: [[320, 349]],
  GA: [
    [300, 319],
    [398, 399],
  ],
  HI: [[967, 968]],
  IA: [[500, 528]],
  ID: [[832, 838]],
  IL: [[600, 629]],
  IN: [[460, 479]],
  KS: [[660, 679]],
  KY: [[400, 427]],
  LA: [[700, 714]],
  MA: [
    [10, 27],
    [55, 55],
  ],
  MD: [[206, 219]],
  ME: [[39, 49]],
  MI: [[480, 499]],
  MN: [[550, 567]],
  MO: [[630, 658]],
  MS: [[386, 397]],
  MT: [[590, 599]],
  NC: [[270, 289]],
  ND: [[580, 588]],
  NE: [[680, 693]],
  NH: [[30, 38]],
  NJ: [[70, 89]],
  NM: [[870, 884]],
  NV: [[889, 898]],
  NY: [
    [5, 5],
    [100, 149],
  ],
  OH: [[430, 459]],
  OK: [
    [730, 732],
    [734, 749],
  ],
  OR: [[970, 979]],
  PA: [[150, 196]],
  PR: [
    [6, 7],
    [9, 9],
  ],
  RI: [[28, 29]],
  SC: [[290, 299]],
  SD: [[570, 577]],
  TN: [[370, 385]],
  TX: [
    [733, 733],
    [750, 799],
    [885, 885],
  ],
  UT: [[840, 847]],
  VA: [
    [201, 201],
    [220, 246],
  ],
  VT: [
    [50, 54],
    [56, 59],
  ],
  WA: [[980, 994]],
  WI: [[530, 549]],
  WV: [[247, 268]],
  WY: [[820, 831]],
}

export const usStates = Object.keys(states)

function stateOf(zip: string): string | undefined {
  if (!/^\d{5}/.test(zip)) return undefined
  const prefix = Number(zip.slice(0, 3))
  return usStates.find((state) => states[state]?.some(([from, to]) => from <= prefix && prefix <= to))
}

/** A postcode without spaces and hyphens, in capitals. */
export const plainCode = (postalCode: string | null | undefined): string =>
  (postalCode ?? '').replace(/[\s-]/g, '').toUpperCase()

const territoryOf = ({ country, postalCode }: Destination): Territory | undefined => {
  const code = plainCode(postalCode)
  return territories.find((one) => one.country === country && one.postalCodes.test(code))
}

/**
 * The part of a country whose tax counts: in the United States the state as it was given, else by its ZIP code;
 * elsewhere by the postcode, else as it was given. Undefined: the country's own.
 */
export function taxRegion(to: Destination): string | undefined {
  const given = to.region?.trim().toUpperCase() || undefined
  if (to.country !== 'US') return territoryOf(to)?.region ?? given
  return given !== undefined && Object.hasOwn(states, given)
    ? given
    : (stateOf(plainCode(to.postalCode)) ?? given)
}

/** Whether goods that go there stay in the Union for VAT: its countries without their outside parts, and Northern Ireland. */
export function isEuForVat(to: Destination): boolean {
  const territory = territoryOf(to)
  if (to.country === 'GB') return territory?.region === 'NIR'
  return isEuCountry(to.country) && !territory?.isOutside
}
