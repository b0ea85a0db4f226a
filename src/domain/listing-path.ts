import { facetNames, type FacetName, type ListingQuery } from './views'

/** What a shopper chose on a listing, apart from the market and the category, which the address names before it. */
export type ListingChoice = Pick<
  ListingQuery,
  FacetName | 'minPrice' | 'maxPrice' | 'inStock' | 'sort' | 'page'
>

export const pairsPerPage = 24
const longestList = 20
const highestPage = 500

const sortWords = { newest: 'newest', price: 'price', '-price': 'price-desc' } as const
type WordedSort = keyof typeof sortWords

export const noChoice: ListingChoice = {
  size: [],
  width: [],
  colour: [],
  brand: [],
  segment: [],
  material: [],
  closure: [],
  heel: [],
  feature: [],
  offer: [],
  sort: 'popular',
  page: 1,
}

/** A facet value as it may stand in an address: `42`, `42.5`, `42-2-3`, `black`. */
export const isFacetValue = (value: string): boolean => /^[a-z0-9][a-z0-9.-]{0,59}$/.test(value)

/** Numbers in numeric order, words in alphabetical order: one selection has one address. */
const ordered = (values: readonly string[]): string[] =>
  [...new Set(values)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))

const priceSegment = ({ minPrice, maxPrice }: ListingChoice): string[] =>
  minPrice === undefined && maxPrice === undefined ? [] : [`price-${minPrice ?? ''}-${maxPrice ?? ''}`]

/**
 * The path segments that follow a category for a choice, `f` first; none when nothing is chosen. The first page has
 * no segment. Values of one facet are joined by commas, which no value contains: `f/size-42,42.5/colour-black/page-2`.
 */
export function choiceSegments(choice: ListingChoice): string[] {
  const facets = facetNames
    .filter((name) => choice[name].length > 0)
    .map((name) => `${name}-${ordered(choice[name]).join(',')}`)
  const sort = choice.sort in sortWords ? [`sort-${sortWords[choice.sort as WordedSort]}`] : []
  const segments = [
    ...facets,
    ...priceSegment(choice),
    ...(choice.inStock ? ['in-stock'] : []),
    ...sort,
    ...(choice.page > 1 ? [`page-${choice.page}`] : []),
  ]
  return segments.length > 0 ? ['f', ...segments] : []
}

/** The path of a listing in the default market. `category` is a category path such as `men/men-boots`. */
export const listingPath = (category: string, choice: ListingChoice): string =>
  ['/c', category, ...choiceSegments(choice)].join('/')

/** Splits what follows `/c/` into the category path and the choice; undefined when a segment means nothing. */
export function parseListingPath(
  segments: readonly string[],
): { category: string; choice: ListingChoice } | undefined {
  const at = segments.indexOf('f')
  const category = (at < 0 ? segments : segments.slice(0, at)).join('/')
  const choice = at < 0 ? noChoice : parseChoice(segments.slice(at + 1))
  return category && choice ? { category, choice } : undefined
}

function parseChoice(segments: readonly string[]): ListingChoice | undefined {
  const choice: ListingChoice = { ...noChoice }
  const understood = segments.length > 0 && segments.every((segment) => readSegment(choice, segment))
  return understood ? choice : undefined
}

function readSegment(choice: ListingChoice, segment: string): boolean {
  if (segment === 'in-stock') return (choice.inStock = true)
  const dash = segment.indexOf('-')
  const name = segment.slice(0, dash)
  const value = segment.slice(dash + 1)
  if (dash < 1) return false
  if (name === 'page') return readPage(choice, value)
  if (name === 'sort') return readSort(choice, value)
  if (name === 'price') return readPrice(choice, value)
  return readFacet(choice, name, value.split(','))
}

function readFacet(choice: ListingChoice, name: string, values: string[]): boolean {
  const facet = facetNames.find((known) => known === name)
  if (!facet || values.length > longestList || !values.every(isFacetValue)) return false
  choice[facet] = ordered(values)
  return true
}

function readPage(choice: ListingChoice, value: string): boolean {
  const page = /^[1-9]\d{0,2}$/.test(value) ? Number(value) : 0
  if (page < 1 || page > highestPage) return false
  choice.page = page
  return true
}

function readSort(choice: ListingChoice, value: string): boolean {
  const found = Object.entries(sortWords).find(([, word]) => word === value)
  if (found) choice.sort = found[0] as WordedSort
  return found !== undefined
}

function readPrice(choice: ListingChoice, value: string): boolean {
  const match = /^(\d{0,9})-(\d{0,9})$/.exec(value)
  if (!match || value === '-') return false
  if (match[1]) choice.minPrice = Number(match[1])
  if (match[2]) choice.maxPrice = Number(match[2])
  return true
}
