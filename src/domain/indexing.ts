import { choiceSegments, type ListingChoice } from './listing-path'
import { defaultMarket, marketIds, marketPath, type MarketId } from './markets'

/** How search engines are told whom a market is for (RFC 5646); whoever fits none is led to the default market. */
export const hreflangOf: Readonly<Record<MarketId, string>> = {
  eu: 'en',
  it: 'it',
  de: 'de',
  uk: 'en-GB',
  us: 'en-US',
}

/** A listing is found by its category and page. Any other choice shows the same pairs again, in endless combinations. */
export const isListingIndexed = (choice: ListingChoice): boolean =>
  choiceSegments({ ...choice, page: 1 }).length === 0

export interface Alternate {
  hreflang: string
  /** A path of the market, with its prefix. */
  path: string
}

/** The same page in every market that has it, each named once, and the one for everybody else. */
export function alternatesOf(path: string, ids: readonly MarketId[] = marketIds): Alternate[] {
  const given = ids.map((id) => ({ hreflang: hreflangOf[id], path: marketPath(id, path) }))
  return ids.includes(defaultMarket)
    ? [...given, { hreflang: 'x-default', path: marketPath(defaultMarket, path) }]
    : given
}
