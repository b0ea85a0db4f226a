/** Making one of these costs more than a hundred uses of it. Locales, zones and styles are few. */
const dates = new Map<string, Intl.DateTimeFormat>()
const numbers = new Map<string, Intl.NumberFormat>()
const regions = new Map<string, Intl.DisplayNames>()

function kept<Format>(formats: Map<string, Format>, key: string, make: () => Format): Format {
  const known = formats.get(key)
  if (known) return known
  const made = make()
  formats.set(key, made)
  return made
}

/** The one format of its locale (BCP 47) and options. Throws `RangeError` for a zone that is none. */
export const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  kept(dates, locale + JSON.stringify(options), () => new Intl.DateTimeFormat(locale, options))

/** The one format of its locale (BCP 47) and options. */
export const numberFormat = (locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat =>
  kept(numbers, locale + JSON.stringify(options), () => new Intl.NumberFormat(locale, options))

/** Names of countries, by ISO 3166-1 alpha-2, in the language of a locale (BCP 47). */
export const regionNames = (locale: string): Intl.DisplayNames =>
  kept(regions, locale, () => new Intl.DisplayNames(locale, { type: 'region' }))
