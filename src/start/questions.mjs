import { readAsked, writeAsked } from '../domain/asked-search.mjs'

const market = /^\/(?:de|it|uk|us)(?=\/)/

/**
 * Pages that are the same for all who ask the same, kept by their question. A search depends on what is for sale, whatever else
 * is read for it.
 */
export const questions = {
  tags: ['catalogue'],
  /** @param {string} path */
  has: (path) => path.endsWith('/search') && path.replace(market, '') === '/search',
  /**
   * The address under which the answer is kept, whatever else stands in the query; undefined for a page that is asked nothing.
   * @param {string} path
   * @param {string} query without its question mark
   */
  of(path, query) {
    if (!questions.has(path)) return undefined
    const given = new URLSearchParams(query)
    const question = writeAsked(readAsked((name) => given.get(name)))
    return question ? `${path}?${question}` : path
  },
}
