import type { Currency, Locale } from '#domain/markets'

/** What a size of a product costs in a currency: minor units, and 1 where it is reduced, 2 where that may be announced. */
type Priced = readonly [price: number | null, reduced: 0 | 1 | 2]

/** A size of a product: its size point, its width point, 1 where a pair may be bought now, then a price for each currency. */
export type Offer = readonly [
  size: string,
  width: string | null,
  here: 0 | 1,
  ...eur: Priced,
  ...gbp: Priced,
  ...usd: Priced,
]

/** Where the price of a currency stands in an offer; its mark follows it. */
export const priceAt: Readonly<Record<Currency, 3 | 5 | 7>> = { EUR: 3, GBP: 5, USD: 7 }

/** What a published product is found by. Times are milliseconds; `heel` is millimetres. */
export interface CatalogueRow {
  id: string
  brand: string
  segment: string | null
  colour: string | null
  popularity: number | null
  launched: number | null
  closure: string | null
  heel: number | null
  features: readonly string[] | null
  materials: readonly string[] | null
  categories: readonly string[] | null
  offers: readonly Offer[] | null
  title: string | null
  /** Of its style. */
  name: string | null
  /** Style and product as in addresses: the code on the box. */
  codes: string
  /** Its colour and what kind of shoe it is, in each language. */
  words: Partial<Record<Locale, string>> | null
}

/** A size or width point of a scale. */
export interface OptionRow {
  id: string
  type: string
  value: string
  /** As shoppers read it: the EU label where there is one. */
  label: string
  plainLabel: string
  uk: string | null
  usM: string | null
  usW: string | null
  cm: string | null
  footMm: number | null
  rank: number
}

/** What products share: read whole, since it is small. */
export interface Ground {
  options: readonly OptionRow[]
  brands: readonly { id: string; slug: string; name: string }[]
  /** In their order. */
  pins: readonly { category: string; product: string }[]
  /** A category with its names; `ids` are itself and all below it. */
  categories: readonly { id: string; ids: readonly string[]; names: Partial<Record<Locale, string>> }[]
}

export interface Changes {
  /** The oldest transaction still running: all before it have been read. */
  mark: string
  /** The transactions that were read now. */
  rows: readonly { xid: string; product: string | null; everything: boolean }[]
}

/** Where a catalogue is read from. */
export interface CatalogueSource {
  /** Rows of these products; those not for sale are absent. */
  rowsOf: (ids: readonly string[]) => Promise<CatalogueRow[]>
  /** Rows in the order of their ids, after one. */
  rowsAfter: (id: string | undefined, limit: number) => Promise<CatalogueRow[]>
  ground: () => Promise<Ground>
  /** What transactions from `mark` on have changed; without a mark only the mark of now. */
  changes: (mark: string | undefined) => Promise<Changes>
}

/** How high a heel is, from millimetres. */
export function heelOf(mm: number | null): string | undefined {
  if (mm === null) return undefined
  if (mm <= 20) return 'flat'
  if (mm <= 40) return 'low'
  return mm <= 70 ? 'mid' : 'high'
}

/** Days a launch counts as new, as on the cards. */
export const newForDays = 30
