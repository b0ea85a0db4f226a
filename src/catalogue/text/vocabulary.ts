import { locales, type Locale } from '#domain/markets'
import type { FacetName } from '#domain/views'
import type { Face } from '../rows'
import { isSmall, lettersOf, stemOf, wordsOf, writtenWords } from './fold'

/** How much a word counts by where it stands, from 1 to 7. */
const weights = { title: 7, name: 7, colour: 5, summary: 4, code: 2 } as const
const everywhere = 7

/** A bit for each language. */
export const bitOf = (locale: Locale): number => 1 << locales.indexOf(locale)

type ConceptFacet = Extract<FacetName, 'colour' | 'segment' | 'material' | 'closure' | 'feature'>

/** What a word stands for beside the products that say it: a brand, a category with all below it, a value of a facet. */
export type Concept = { locales: number; weight: number } & (
  | { kind: 'brand'; brand: string }
  | { kind: 'category'; category: string }
  | { kind: 'coded'; facet: ConceptFacet; value: string }
)

/**
 * Every word of the catalogue and where it stands. A posting is a number: the place of the product times 64, the
 * languages it holds in times 8, and its weight.
 */
export interface Vocabulary {
  ids: Map<string, number>
  words: string[]
  written: string[]
  letters: number[]
  /** Ids of the words without digits: of names, where codes and numbers are left out, there are few. */
  plain: number[]
  postings: number[][]
  concepts: Map<number, Concept[]>
  /** Made when asked for, forgotten when there is a new word. */
  sorted?: number[]
  stems: Map<Locale, Map<string, number[]>>
}

export const emptyVocabulary = (): Vocabulary => ({
  ids: new Map(),
  words: [],
  written: [],
  letters: [],
  plain: [],
  postings: [],
  concepts: new Map(),
  stems: new Map(),
})

function idOf(vocabulary: Vocabulary, word: string, written: string): number {
  const known = vocabulary.ids.get(word)
  if (known !== undefined) return known
  const id = vocabulary.words.length
  vocabulary.ids.set(word, id)
  vocabulary.words.push(word)
  vocabulary.written.push(written === word ? word : written)
  vocabulary.letters.push(lettersOf(word))
  if (!/\p{N}/u.test(word)) vocabulary.plain.push(id)
  vocabulary.postings.push([])
  vocabulary.sorted = undefined
  vocabulary.stems.clear()
  return id
}

type Visit = (word: string, written: string, mark: number) => void

function visitText(text: string | null | undefined, locale: number, weight: number, visit: Visit): void {
  if (!text) return
  const written = writtenWords(text)
  for (const [at, word] of wordsOf(text).entries()) visit(word, written[at] ?? word, locale * 8 + weight)
}

/** The words of a product, each once for each language and weight that it has. */
function marksOf(face: Face): Map<string, { written: string; mark: number }[]> {
  const marks = new Map<string, { written: string; mark: number }[]>()
  const visit: Visit = (word, written, mark) => {
    const own = marks.get(word) ?? []
    const better = own.find((one) => one.mark >> 3 === everywhere && (one.mark & 7) >= (mark & 7))
    if (!better && !own.some((one) => one.mark === mark)) marks.set(word, [...own, { written, mark }])
  }
  visitText(face.title, everywhere, weights.title, visit)
  visitText(face.name, everywhere, weights.name, visit)
  for (const locale of locales) {
    visitText(face.colours?.[locale], bitOf(locale), weights.colour, visit)
    visitText(face.summaries?.[locale], bitOf(locale), weights.summary, visit)
  }
  visitText(face.slug, everywhere, weights.code, visit)
  visitText(face.code, everywhere, weights.code, visit)
  return marks
}

/** A list that grows by itself takes room for sixteen more; most words stand in one product or two. */
const fewPostings = 8

function addPosting({ postings }: Vocabulary, id: number, posting: number): void {
  const own = postings[id] ?? []
  if (own.length < fewPostings) postings[id] = [...own, posting]
  else own.push(posting)
}

export function addWords(vocabulary: Vocabulary, at: number, face: Face): void {
  for (const [word, marks] of marksOf(face))
    for (const { written, mark } of marks)
      addPosting(vocabulary, idOf(vocabulary, word, written), at * 64 + mark)
}

export function removeWords(vocabulary: Vocabulary, at: number, face: Face): void {
  for (const [word, marks] of marksOf(face)) {
    const postings = vocabulary.postings[vocabulary.ids.get(word) ?? -1]
    if (!postings) continue
    for (const { mark } of marks) {
      const index = postings.lastIndexOf(at * 64 + mark)
      if (index < 0) continue
      const last = postings.pop()
      if (last !== undefined && index < postings.length) postings[index] = last
    }
  }
}

/** Lets the words of a text stand for something. */
export function addConcept(vocabulary: Vocabulary, text: string, concept: Concept): void {
  const written = writtenWords(text)
  for (const [at, word] of wordsOf(text).entries()) {
    if (isSmall(word)) continue
    const id = idOf(vocabulary, word, written[at] ?? word)
    vocabulary.concepts.set(id, [...(vocabulary.concepts.get(id) ?? []), concept])
  }
}

/** How much of the catalogue a word is about, to put common ones first. */
export const commonness = (vocabulary: Vocabulary, id: number): number =>
  (vocabulary.postings[id]?.length ?? 0) + 50 * (vocabulary.concepts.get(id)?.length ?? 0)

/** Ids of all words in the order of the alphabet. */
export function sortedWords(vocabulary: Vocabulary): number[] {
  const { words } = vocabulary
  vocabulary.sorted ??= words
    .map((_, id) => id)
    .sort((a, b) => ((words[a] ?? '') < (words[b] ?? '') ? -1 : 1))
  return vocabulary.sorted
}

/** Words that begin so; beyond `most` nobody can tell them apart. */
export function wordsFrom(vocabulary: Vocabulary, start: string, most: number): number[] {
  const { words } = vocabulary
  const sorted = sortedWords(vocabulary)
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[sorted[middle] ?? 0] ?? '') < start) low = middle + 1
    else high = middle
  }
  const found: number[] = []
  for (let at = low; at < sorted.length && found.length < most; at += 1) {
    const id = sorted[at] ?? 0
    if (!words[id]?.startsWith(start)) break
    found.push(id)
  }
  return found
}

export function wordsOfStem(vocabulary: Vocabulary, locale: Locale, word: string): readonly number[] {
  let stems = vocabulary.stems.get(locale)
  if (!stems) {
    stems = new Map()
    for (const id of vocabulary.plain) {
      const stem = stemOf(vocabulary.words[id] ?? '', locale)
      stems.set(stem, [...(stems.get(stem) ?? []), id])
    }
    vocabulary.stems.set(locale, stems)
  }
  return stems.get(stemOf(word, locale)) ?? []
}
