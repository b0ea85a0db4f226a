import { locales, type Currency, type Locale } from '#domain/markets'
import type { Columns } from '../columns'
import { brandSet, categorySet, codedSet, sizeSet } from '../scope'
import { bitNumber, eachOf, leave, newSet, put, type PlaceSet } from '../sets'
import type { Ground } from '../rows'
import { isAnyShoe, isSmall, wordsOf } from './fold'
import { qualities, readingsOf, type Reading } from './readings'
import { asSingleWords, synonymsOf } from './synonyms'
import { bitOf, type Concept, type Vocabulary } from './vocabulary'

/** So that nobody writes a slow search for us. */
const mostTerms = 8
const longestTerm = 40

/** One thing that is typed: a word, or what may be a code, with the products that have it. */
export interface Term {
  typed: string
  words: readonly string[]
  /** Products whose SKU or GTIN begins so. */
  coded?: readonly string[]
}

/** What a search found, or one term of it: where, with a score for each place. Whoever searches next writes over it. */
export interface Hits {
  found: PlaceSet
  scores: Uint16Array
}

export interface Library {
  columns: Columns
  vocabulary: Vocabulary
  ground: Ground
  /** Readings that were worked out before, by language and word. */
  readings: Map<string, Reading[]>
}

export interface Search {
  locale: Locale
  currency: Currency
  terms: readonly Term[]
}

const pieces = (q: string): string[] =>
  q
    .normalize('NFC')
    .split(/[\s,;/]+/)
    .filter(Boolean)
    .slice(0, mostTerms)
    .map((piece) => piece.slice(0, longestTerm))

/** Whether something typed may be the beginning of a SKU or a GTIN. */
export const mayBeCode = (typed: string): boolean => /^(?=.*\d)[\p{L}\d._-]{4,40}$/u.test(typed)

/** What is typed as terms; words that only hold others together are left out where there are others. */
export function termsOf(q: string, ground: Ground): Term[] {
  const terms = pieces(asSingleWords(q, ground)).map((typed) => ({ typed, words: wordsOf(typed) }))
  const telling = terms.filter(({ words }) => words.length > 0 && !words.every(isSmall))
  return telling.length > 0 ? telling : terms
}

const mostKept = 500

export function readingsFor(
  { vocabulary, ground, readings }: Library,
  word: string,
  locale: Locale,
): Reading[] {
  const key = `${vocabulary.words.length} ${locale} ${word}`
  const known = readings.get(key)
  if (known) return known
  const found = readingsOf(vocabulary, word, locale, synonymsOf(ground, word, locale))
  if (readings.size >= mostKept) readings.clear()
  readings.set(key, found)
  return found
}

/** Scores every product for a search: each term counts with its best reading in its best place. */
export function search(library: Library, { locale, currency, terms }: Search): Hits {
  const { columns } = library
  let hits: Hits | undefined
  /** What one term finds; every further one leaves less. */
  const add = (read: (own: Hits) => void) => {
    const own = noHits(columns, hits ? 'further' : 'first')
    read(own)
    if (hits) narrow(hits, own)
    else hits = own
  }
  for (const term of terms) {
    if (term.coded) {
      const { coded } = term
      add((own) => readCodes(columns, coded, own))
      continue
    }
    const { words } = term
    const counting = words.filter(
      (word) => !(isAnyShoe(word) && readingsFor(library, word, locale).length === 0),
    )
    if (words.length > 0 && counting.length === 0) continue
    const size = columns.sizes.places.get(sizeOf(term.typed))
    if (size !== undefined) add((own) => sizeOrWord(library, { size, currency, words, locale }, own))
    // Nothing but signs is a word that nobody has.
    else if (counting.length === 0) add(() => {})
    else for (const word of counting) add((own) => readWord(library, { word, locale }, own))
  }
  hits ??= noHits(columns, 'first')
  leaveOut(hits.found, columns)
  return hits
}

/** All searches have these two, since hundreds of kilobytes each were most of what is thrown away. */
const kept: { first?: Hits; further?: Hits } = {}

function noHits(columns: Columns, name: keyof typeof kept): Hits {
  const known = kept[name]
  if (known?.scores.length === columns.used) {
    forget(known)
    return known
  }
  const made = { found: newSet(columns), scores: new Uint16Array(columns.used) }
  kept[name] = made
  return made
}

function forget({ found, scores }: Hits): void {
  found.fill(0)
  scores.fill(0)
}

/** Gives a place a score, unless it has a better one. */
function raise({ found, scores }: Hits, at: number, score: number): void {
  if (score <= (scores[at] ?? 0)) return
  scores[at] = score
  put(found, at)
}

function readCodes({ places }: Columns, coded: readonly string[], hits: Hits): void {
  for (const id of coded) {
    const at = places.get(id)
    if (at !== undefined) raise(hits, at, 70)
  }
}

/** Leaves what a further term finds too, with both scores. */
function narrow({ found, scores }: Hits, other: Hits): void {
  for (let word = 0; word < found.length; word += 1) {
    const both = (found[word] ?? 0) & (other.found[word] ?? 0)
    found[word] = both
    for (let left = both; left; left &= left - 1) {
      const at = word * 32 + bitNumber(left & -left)
      scores[at] = (scores[at] ?? 0) + (other.scores[at] ?? 0)
    }
  }
}

/** Those that are not for sale any more. */
function leaveOut(found: PlaceSet, { alive, dead }: Columns): void {
  if (dead === 0) return
  eachOf(found, (at) => {
    if (!alive[at]) leave(found, at)
  })
}

/** A size as it is typed: `42,5` is `42.5`. */
const sizeOf = (typed: string): string => typed.replace(',', '.')

/** A number may be a size of which a pair is there, or part of a name. */
function sizeOrWord(
  library: Library,
  {
    size,
    currency,
    words,
    locale,
  }: { size: number; currency: Currency; words: readonly string[]; locale: Locale },
  hits: Hits,
): void {
  const [word] = words
  if (words.length === 1 && word)
    readIn(library, { word, locale, least: qualities.same }, bitOf(locale) | bitOf('en'), hits)
  eachOf(sizeSet(library.columns, currency, size), (at) => raise(hits, at, 30))
}

interface Wording {
  word: string
  locale: Locale
  /** How well a reading fits at the least. */
  least?: number
}

/**
 * In the language of the page and in English. A word of another language stands beside those that only begin so, and before
 * those that hold it or are spelled almost so.
 */
function readWord(library: Library, wording: Wording, hits: Hits): void {
  const own = bitOf(wording.locale) | bitOf('en')
  const top = readIn(library, wording, own, hits)
  if (top >= qualities.synonym) return
  const isLikely = top >= qualities.begins
  if (!isLikely && top > 0) forget(hits)
  const isForeign = locales.some(
    (locale) =>
      locale !== wording.locale &&
      readIn(library, { ...wording, locale, least: qualities.synonym }, bitOf(locale), hits) > 0,
  )
  if (!isForeign && !isLikely && top > 0) readIn(library, wording, own, hits)
}

/** Scores all products that have a word in some languages. Returns how well the best reading fits, 0 without one. */
function readIn(
  library: Library,
  { word, locale, least = 0 }: Wording,
  languages: number,
  hits: Hits,
): number {
  const { vocabulary } = library
  let top = 0
  for (const { id, quality } of readingsFor(library, word, locale)) {
    if (quality < least) continue
    let isFound = false
    for (const posting of vocabulary.postings[id] ?? []) {
      if (!((posting >> 3) & 7 & languages)) continue
      raise(hits, posting >>> 6, quality * (posting & 7))
      isFound = true
    }
    for (const concept of vocabulary.concepts.get(id) ?? [])
      if (concept.locales & languages)
        isFound = mark(library, hits, concept, quality * concept.weight) || isFound
    if (isFound) top = Math.max(top, quality)
  }
  return top
}

/** Scores all products that a concept is about. Returns whether there is one. */
function mark(library: Library, hits: Hits, concept: Concept, score: number): boolean {
  let isFound = false
  for (const set of setsOf(library, concept))
    eachOf(set, (at) => {
      raise(hits, at, score)
      isFound = true
    })
  return isFound
}

function setsOf({ columns, ground }: Library, concept: Concept): PlaceSet[] {
  if (concept.kind === 'brand') {
    const place = columns.brands.places.get(concept.brand)
    return place === undefined ? [] : [brandSet(columns, place)]
  }
  if (concept.kind === 'coded') {
    const place = columns.codes[concept.facet].places.get(concept.value)
    return place === undefined ? [] : [codedSet(columns, concept.facet, place)]
  }
  return belowOf(ground, concept.category).flatMap((category) => {
    const place = columns.categoryIds.places.get(category)
    return place === undefined ? [] : [categorySet(columns, place)]
  })
}

function belowOf({ categories }: Ground, id: string): string[] {
  const path = categories.find((one) => one.id === id)?.path
  return path === undefined
    ? []
    : categories.filter((one) => one.path === path || one.path.startsWith(`${path}/`)).map((one) => one.id)
}
