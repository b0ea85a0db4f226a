/** What a shopper may choose, and how an address says it. Plain JavaScript: whoever keeps pages reads it too, before anything is built. */
export const facetNames = /** @type {const} */ ([
  'size',
  'width',
  'colour',
  'brand',
  'segment',
  'material',
  'closure',
  'heel',
  'feature',
  'offer',
])

/** The word of each order; the one that a list has by itself has none. */
export const sortWords = /** @type {const} */ ({ newest: 'newest', price: 'price', '-price': 'price-desc' })

/** @typedef {keyof typeof sortWords} WordedSort */

/**
 * The order that a word of an address means.
 * @param {string} word
 * @returns {WordedSort | undefined}
 */
export const sortOf = (word) =>
  /** @type {WordedSort[]} */ (Object.keys(sortWords)).find((sort) => sortWords[sort] === word)

/**
 * A facet value as it may stand in an address: `42`, `42.5`, `42-2-3`, `black`.
 * @param {string} value
 */
export const isFacetValue = (value) => /^[a-z0-9][a-z0-9.-]{0,59}$/.test(value)

const numeric = new Intl.Collator('en', { numeric: true })

/**
 * Numbers in numeric order, words in alphabetical order: one selection has one address.
 * @param {readonly string[]} values
 * @returns {string[]}
 */
export const ordered = (values) => [...new Set(values)].sort(numeric.compare)

/** @typedef {{ minPrice?: number | undefined, maxPrice?: number | undefined }} Prices minor units */

/**
 * `9900-25000`, either end may be open; empty where both are.
 * @param {Prices} prices
 */
export const writePrices = ({ minPrice, maxPrice }) =>
  minPrice === undefined && maxPrice === undefined ? '' : `${minPrice ?? ''}-${maxPrice ?? ''}`

/**
 * Undefined for what is no range.
 * @param {string} range
 * @returns {Prices | undefined}
 */
export function readPrices(range) {
  const [, from, to] = /^(\d{0,9})-(\d{0,9})$/.exec(range) ?? []
  if (!from && !to) return undefined
  return { ...(from && { minPrice: Number(from) }), ...(to && { maxPrice: Number(to) }) }
}
