import { readAsked } from './asked-search.mjs'

type SearchQuestion = ReturnType<typeof readAsked>
type Query = Readonly<Record<string, string | string[] | undefined>>

const first = (value: Query[string]): string | undefined => (Array.isArray(value) ? value[0] : value)

/** What the query string of a search page asks. */
export const readSearch = ({ q, size, page }: Query): SearchQuestion =>
  readAsked({ q: first(q), size: first(size), page: first(page) })

/** The path of a page of a search in the default market. */
export const searchPath = ({ q, sizes, page }: SearchQuestion): string =>
  `/search?${new URLSearchParams({ ...(q && { q }), ...(sizes.length > 0 && { size: sizes.join() }), page: String(page) })}`
