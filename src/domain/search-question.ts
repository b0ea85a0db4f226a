import { readAsked, writeAsked } from './asked-search.mjs'
import { noChoice, type ListingChoice } from './listing-path'

export interface SearchQuestion {
  q: string
  choice: ListingChoice
}
type Query = Readonly<Record<string, string | string[] | undefined>>

const first = (value: Query[string]): string | undefined => (Array.isArray(value) ? value[0] : value)

/** What the query string of a search page asks. */
export function readSearch(query: Query): SearchQuestion {
  const { q, ...choice } = readAsked((name) => first(query[name]))
  return { q, choice }
}

/** The path of a page of a search in the default market. */
export function searchPath({ q, choice }: SearchQuestion): string {
  const query = writeAsked({ q, ...choice })
  return query ? `/search?${query}` : '/search'
}

/** Whether anything but words is asked, the page not counted. */
export const isNarrowed = ({ q, choice }: SearchQuestion): boolean =>
  searchPath({ q, choice: { ...choice, page: 1 } }) !== searchPath({ q, choice: noChoice })
