import {
  facetNames,
  isFacetValue,
  ordered,
  readPrices,
  sortOf,
  sortWords,
  writePrices,
} from './choice-words.mjs'

/** Longer questions are cut, as is what goes beyond so many signs of chosen values; pages beyond the highest are past any end. */
const most = { signs: 100, chosen: 400, page: 1_000_000 }
/** What is looked at of one facet: more is sent by nobody who ticks boxes. */
const mostValues = 40
/** Around each value of an address. */
const comma = '%2C'.length

/** What is typed in one spelling: a letter and its accent as one sign, one space between words, no half of a sign. */
const termIn = (text) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, most.signs)
    .replace(/\p{Surrogate}/gu, '')
    .trim()

const valuesIn = (text) =>
  ordered(
    text
      .split(',', mostValues)
      .map((one) => one.trim())
      .filter(isFacetValue),
  )

/** @typedef {Record<(typeof facetNames)[number], string[]>} Facets */

/**
 * @param {(name: string) => string} given
 * @returns {Facets}
 */
function facetsIn(given) {
  let room = most.chosen
  const fits = (value) => (room -= value.length + comma) >= 0
  return /** @type {Facets} */ (
    Object.fromEntries(facetNames.map((name) => [name, valuesIn(given(name)).filter(fits)]))
  )
}

/**
 * What a search asks: the one reading of its query, for the page and for whoever keeps the page. What is no number is the first
 * page; a number past the end says so. Where nothing is searched for or chosen, order and page mean nothing.
 * @param {(name: string) => string | null | undefined} query the value of a parameter
 */
export function readAsked(query) {
  const given = (name) => (query(name) ?? '').trim()
  const q = termIn(given('q'))
  const own = /** @type {'relevance' | 'popular'} */ (q ? 'relevance' : 'popular')
  const narrowed = {
    ...facetsIn(given),
    ...readPrices(given('price')),
    ...(given('in-stock') === 'yes' && { inStock: true }),
  }
  const asked = { q, ...narrowed, sort: own, page: 1 }
  if (writeAsked(asked) === '') return asked
  const page = given('page')
  return {
    ...asked,
    sort: sortOf(given('sort')) ?? own,
    page: /^0*[1-9]\d*$/.test(page) ? Math.min(Number(page), most.page) : 1,
  }
}

/**
 * The query of a search, in one spelling; empty when nothing is asked.
 * @param {Facets & import('./choice-words.mjs').Prices & { q: string, inStock?: boolean | undefined, sort: string, page: number }} asked
 */
export function writeAsked(asked) {
  const facets = facetNames.flatMap((name) =>
    asked[name].length > 0 ? [[name, ordered(asked[name]).join()]] : [],
  )
  const prices = writePrices(asked)
  const word = sortWords[asked.sort]
  return new URLSearchParams([
    ...(asked.q ? [['q', asked.q]] : []),
    ...facets,
    ...(prices ? [['price', prices]] : []),
    ...(asked.inStock ? [['in-stock', 'yes']] : []),
    ...(word ? [['sort', word]] : []),
    ...(asked.page > 1 ? [['page', String(asked.page)]] : []),
  ]).toString()
}
