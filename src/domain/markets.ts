export const locales = ['en', 'it', 'de'] as const
export type Locale = (typeof locales)[number]

export const currencies = ['EUR', 'GBP', 'USD'] as const
export type Currency = (typeof currencies)[number]

export type MarketId = 'eu' | 'it' | 'de' | 'uk' | 'us'

export interface Market {
  readonly id: MarketId
  readonly locale: Locale
  readonly currency: Currency
  /** BCP 47 tag for numbers, money and dates. */
  readonly formatLocale: string
  /** Prices contain the tax; otherwise it is added at checkout. */
  readonly taxIncluded: boolean
  /** ISO 3166-1 alpha-2, the first is preselected at checkout. */
  readonly countries: readonly string[]
}

/** Members of the European Union; Greece is `GR` here and `EL` in VAT numbers. */
export const euCountries = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const

export const isEuCountry = (country: string): boolean => euCountries.some((one) => one === country)

/** A market fixes language, currency, countries and tax display; it is the first path segment of a page. Source: DESIGN 3. */
export const markets: Readonly<Record<MarketId, Market>> = {
  eu: {
    id: 'eu',
    locale: 'en',
    currency: 'EUR',
    formatLocale: 'en-IE',
    taxIncluded: true,
    countries: euCountries,
  },
  it: {
    id: 'it',
    locale: 'it',
    currency: 'EUR',
    formatLocale: 'it-IT',
    taxIncluded: true,
    countries: ['IT'],
  },
  de: {
    id: 'de',
    locale: 'de',
    currency: 'EUR',
    formatLocale: 'de-DE',
    taxIncluded: true,
    countries: ['DE', 'AT'],
  },
  uk: {
    id: 'uk',
    locale: 'en',
    currency: 'GBP',
    formatLocale: 'en-GB',
    taxIncluded: true,
    countries: ['GB'],
  },
  us: {
    id: 'us',
    locale: 'en',
    currency: 'USD',
    formatLocale: 'en-US',
    taxIncluded: false,
    countries: ['US'],
  },
}

export const defaultMarket: MarketId = 'eu'
export const marketIds = Object.keys(markets) as MarketId[]

export const isMarketId = (value: unknown): value is MarketId =>
  typeof value === 'string' && Object.hasOwn(markets, value)

/**
 * Whether parcels of a market pass customs that may ask its recipients for duty, which no price holds. `home` is the country they
 * leave. The Union is one customs territory. Source: Regulation (EU) 952/2013, Article 4.
 */
export const mayCostDuty = ({ countries }: Market, home: string): boolean =>
  countries.some((to) => to !== home && !(isEuCountry(to) && isEuCountry(home)))

/** The path of a page in a market: the default market has no prefix. `path` starts with a slash. */
export function marketPath(market: MarketId, path: string): string {
  if (market === defaultMarket) return path
  return path === '/' ? `/${market}` : `/${market}${path}`
}
