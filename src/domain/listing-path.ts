import {
  isFacetValue,
  ordered,
  readPrices,
  sortOf,
  sortWords,
  writePrices,
  type WordedSort,
} from './choice-words.mjs'
import { facetNames, type FacetName, type ListingQuery } from './views'

export { isFacetValue }

/** What a shopper chose on a listing, apart from the market and the category, which the address names before it. */
export type ListingChoice = Pick<
  ListingQuery,
  FacetName | 'minPrice' | 'maxPrice' | 'inStock' | 'sort' | 'page'
>

export const pairsPerPage = 24
const longestList = 20
const highestPage = 500

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

/**
 * The path segments that follow a category for a choice, `f` first; none when nothing is chosen. The first page has
 * no segment. Values of one facet are joined by commas, which no value contains: `f/size-42,42.5/colour-black/page-2`.
 */
export function choiceSegments(choice: ListingChoice): string[] {
  const facets = facetNames
    .filter((name) => choice[name].length > 0)
    .map((name) => `${name}-${ordered(choice[name]).join(',')}`)
  const prices = writePrices(choice)
  const sort = choice.sort in sortWords ? [`sort-${sortWords[choice.sort as WordedSort]}`] : []
  const segments = [
    ...facets,
    ...(prices ? [`price-${prices}`] : []),
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
  const sort = sortOf(value)
  if (sort) choice.sort = sort
  return sort !== undefined
}

function readPrice(choice: ListingChoice, value: string): boolean {
  const prices = readPrices(value)
  Object.assign(choice, prices)
  return prices !== undefined
}
