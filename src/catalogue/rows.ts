import type { StarCounts } from '#domain/review'
import type { Currency, Locale } from '#domain/markets'

/** What a size of a product costs in a currency, in minor units; when it is reduced the regular price and the lowest of 30 days. */
type Priced = readonly [price: number | null, regular: number | null, lowest30: number | null]

/** A size of a product: its size point, its width point, pairs that may be bought now up to 100, then its prices. */
export type Offer = readonly [
  size: string,
  width: string | null,
  pairs: number,
  ...eur: Priced,
  ...gbp: Priced,
  ...usd: Priced,
]

/** Where the prices of a currency stand in an offer. */
export const priceAt: Readonly<Record<Currency, 3 | 6 | 9>> = { EUR: 3, GBP: 6, USD: 9 }

type Texts = Partial<Record<Locale, string>>

/** What a card shows of a product beside prices and sizes. */
export interface Face {
  slug: string
  title: string | null
  /** Of its style. */
  name: string
  /** Of its style, where it is no shoe. */
  kind?: 'care' | null
  /** The style as in its address: the code on the box. */
  code: string | null
  swatch: string | null
  /** It is launched by a draw. */
  isDrawn?: boolean
  /** One star, two, to five; null without reviews. */
  stars?: StarCounts | null
  colours: Texts | null
  summaries: Texts | null
  /** `id` as in its address. */
  image: { id: string; width: number; height: number; alts: Texts | null } | null
}

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
  style: string
  /** It stands for its style wherever one colour does. */
  leads?: boolean
  face: Face
  /** Its second picture, as in the address of it. */
  second?: string | null
}

export interface SizeNames {
  eu: string | null
  uk: string | null
  usM: string | null
  usW: string | null
  cm: string | null
  footMm: number | null
}

/** A size or width point of a scale. */
export interface OptionRow extends SizeNames {
  id: string
  type: string
  value: string
  /** As shoppers read it: the EU label where there is one. */
  label: string
  plainLabel: string
  rank: number
}

/** What products share: read whole, since it is small. */
export interface Ground {
  options: readonly OptionRow[]
  brands: readonly { id: string; slug: string; name: string }[]
  /** In their order. */
  pins: readonly { category: string; product: string }[]
  /** How a brand labels a size where it differs from the scale. */
  overrides: readonly (Omit<SizeNames, 'footMm'> & { brand: string; size: string })[]
  /** Words that mean the same, line by line. */
  synonyms: readonly (readonly string[])[]
  /** Parents before their children. */
  categories: readonly { id: string; slug: string; path: string; names: Texts | null }[]
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
  /** What transactions from `mark` on have changed; without a mark from that of now on. */
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
