import type { Currency, Locale } from '#domain/markets'
import type { Columns } from '../columns'
import type { Ground } from '../rows'
import { fold, isAnyShoe, isSmall, stemOf, wordsOf } from './fold'
import { readingsOf, type Reading } from './readings'
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

/** What a search found: a score for each place, and 1 where every term was found. */
export interface Hits {
  found: Uint8Array
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

/** Phrases that mean one word are read as that word, the longest first. */
function asSingleWords(q: string, ground: Ground): string {
  let text = ` ${wordsOf(q).join(' ')} `
  let isChanged = false
  for (const words of ground.synonyms)
    for (const phrase of words) {
      const folded = wordsOf(phrase).join(' ')
      const single = words.find((word) => wordsOf(word).length === 1)
      if (!folded.includes(' ') || !single || !text.includes(` ${folded} `)) continue
      text = text.replace(` ${folded} `, ` ${fold(single)} `)
      isChanged = true
    }
  return isChanged ? text.trim() : q
}

/** What is typed as terms; words that only hold others together are left out where there are others. */
export function termsOf(q: string, ground: Ground): Term[] {
  const terms = pieces(asSingleWords(q, ground)).map((typed) => ({ typed, words: wordsOf(typed) }))
  const telling = terms.filter(({ words }) => words.length > 0 && !words.every(isSmall))
  return telling.length > 0 ? telling : terms
}

const mostKept = 2_000

/** The words that mean the same as this one, whoever of them it is. */
function synonymsOf({ synonyms }: Ground, word: string, locale: Locale): string[] {
  const same = (other: string): boolean =>
    other === word || ([locale, 'en'] as const).some((one) => stemOf(other, one) === stemOf(word, one))
  return synonyms.flatMap((words) => {
    const folded = words.map((one) => wordsOf(one).join(' '))
    return folded.some(same) ? folded.filter((one) => one !== word && !one.includes(' ')) : []
  })
}

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
  const found = new Uint8Array(columns.used)
  const scores = new Uint16Array(columns.used)
  let wanted = 0
  for (const term of terms) {
    const words = term.coded ? [] : term.words
    const counting = words.filter(
      (word) => !(isAnyShoe(word) && readingsFor(library, word, locale).length === 0),
    )
    if (words.length > 0 && counting.length === 0) continue
    if (term.coded) {
      wanted += 1
      for (const id of term.coded) add(found, scores, columns.places.get(id), 70)
      continue
    }
    const size = columns.sizes.places.get(sizeOf(term.typed))
    if (size !== undefined) {
      wanted += 1
      addTerm({ found, scores }, sizeOrWord(library, { size, currency, words: term.words, locale }))
      continue
    }
    // Nothing but signs is a word that nobody has.
    if (counting.length === 0) wanted += 1
    for (const word of counting) {
      wanted += 1
      addTerm({ found, scores }, bestOf(library, word, locale))
    }
  }
  for (let at = 0; at < columns.used; at += 1)
    found[at] = wanted > 0 && found[at] === wanted && columns.alive[at] ? 1 : 0
  return { found, scores }
}

/** A size as it is typed: `42,5` is `42.5`. */
const sizeOf = (typed: string): string => typed.replace(',', '.')

function add(found: Uint8Array, scores: Uint16Array, at: number | undefined, score: number): void {
  if (at === undefined) return
  found[at] = (found[at] ?? 0) + 1
  scores[at] = (scores[at] ?? 0) + score
}

function addTerm({ found, scores }: Hits, best: Uint8Array): void {
  for (let at = 0; at < best.length; at += 1) {
    const score = best[at] ?? 0
    if (score === 0) continue
    found[at] = (found[at] ?? 0) + 1
    scores[at] = (scores[at] ?? 0) + score
  }
}

/** A number may be a size of which a pair is there, or part of a name. */
function sizeOrWord(
  library: Library,
  {
    size,
    currency,
    words,
    locale,
  }: { size: number; currency: Currency; words: readonly string[]; locale: Locale },
): Uint8Array {
  const [word] = words
  const best =
    words.length === 1 && word ? bestOf(library, word, locale, true) : new Uint8Array(library.columns.used)
  const { words: bits, stride } = library.columns.priced[currency].here
  for (let at = 0; at < best.length; at += 1)
    if ((bits[at * stride + (size >> 5)] ?? 0) & (1 << (size & 31))) best[at] = Math.max(best[at] ?? 0, 30)
  return best
}

function bestOf(library: Library, word: string, locale: Locale, isExact = false): Uint8Array {
  const { vocabulary, columns } = library
  const best = new Uint8Array(columns.used)
  const languages = bitOf(locale) | bitOf('en')
  for (const { id, quality } of readingsFor(library, word, locale)) {
    if (isExact && quality < 10) continue
    for (const posting of vocabulary.postings[id] ?? []) {
      if (!((posting >> 3) & 7 & languages)) continue
      const at = Math.floor(posting / 64)
      const score = quality * (posting & 7)
      if (score > (best[at] ?? 0)) best[at] = score
    }
    for (const concept of vocabulary.concepts.get(id) ?? [])
      if (concept.locales & languages) mark(library, best, concept, quality * concept.weight)
  }
  return best
}

/** Scores all products that a concept is about. */
function mark({ columns, ground }: Library, best: Uint8Array, concept: Concept, score: number): void {
  const raise = (at: number) => {
    if (score > (best[at] ?? 0)) best[at] = score
  }
  if (concept.kind === 'brand') {
    const place = columns.brands.places.get(concept.brand)
    if (place === undefined) return
    for (let at = 0; at < columns.used; at += 1) if (columns.brand[at] === place) raise(at)
    return
  }
  if (concept.kind === 'coded') {
    const place = columns.codes[concept.facet].places.get(concept.value)
    const column = columns.coded[concept.facet]
    if (place === undefined) return
    for (let at = 0; at < columns.used; at += 1) if ((column[at] ?? 0) & (1 << place)) raise(at)
    return
  }
  const { stride, words } = columns.categories
  for (const category of belowOf(ground, concept.category)) {
    const place = columns.categoryIds.places.get(category)
    if (place === undefined) continue
    for (let at = 0; at < columns.used; at += 1)
      if ((words[at * stride + (place >> 5)] ?? 0) & (1 << (place & 31))) raise(at)
  }
}

function belowOf({ categories }: Ground, id: string): string[] {
  const path = categories.find((one) => one.id === id)?.path
  return path === undefined
    ? []
    : categories.filter((one) => one.path === path || one.path.startsWith(`${path}/`)).map((one) => one.id)
}
