import { editDistance } from '#domain/edit-distance'
import type { Locale } from '#domain/markets'
import { bitsIn } from '../sets'
import { lettersOf, stemOf } from './fold'
import { commonness, wordsFrom, wordsOfStem, type Vocabulary } from './vocabulary'

/** A word of the catalogue for a typed one, and how well it fits: 10 is the word itself. */
export interface Reading {
  id: number
  quality: number
}

export const qualities = {
  same: 10,
  stem: 9,
  synonym: 8,
  begins: 7,
  contains: 5,
  oneError: 4,
  twoErrors: 2,
} as const

const mostBegun = 400
const shortestPart = 4

/** Errors that a word of this length may have. Short words are other words with one letter changed. */
const errorsIn = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/** Words that are spelled almost so, the first letter included; also ones whose beginning is. */
export function nearWords(
  vocabulary: Vocabulary,
  word: string,
  limit: number,
): { id: number; far: number }[] {
  const letters = lettersOf(word)
  const found: { id: number; far: number }[] = []
  for (const id of vocabulary.plain) {
    // Each error takes at most one letter away and brings one: most words are left here.
    if (bitsIn(letters & ~(vocabulary.letters[id] ?? 0)) > limit) continue
    const known = vocabulary.words[id] ?? ''
    if (known.length < word.length - limit) continue
    if (commonness(vocabulary, id) === 0) continue
    const whole = editDistance(word, known, limit)
    const begun =
      known.length > word.length + 1 ? editDistance(word, known.slice(0, word.length), limit) + 0.5 : whole
    const far = Math.min(whole, begun)
    if (far <= limit + 0.5 && Math.floor(far) <= limit) found.push({ id, far })
  }
  return found.sort((a, b) => a.far - b.far)
}

/** What the catalogue may call a typed word. Typing errors are looked for only where it knows no such word. */
export function readingsOf(
  vocabulary: Vocabulary,
  word: string,
  locale: Locale,
  synonyms: readonly string[],
): Reading[] {
  const best = new Map<number, number>()
  const read = (id: number, quality: number) => {
    if ((best.get(id) ?? 0) < quality) best.set(id, quality)
  }
  const same = vocabulary.ids.get(word)
  if (same !== undefined) read(same, qualities.same)
  for (const language of new Set([locale, 'en'] as const))
    for (const id of wordsOfStem(vocabulary, language, word)) read(id, qualities.stem)
  for (const synonym of synonyms) {
    const id = vocabulary.ids.get(synonym)
    if (id !== undefined) read(id, qualities.synonym)
    for (const other of wordsOfStem(vocabulary, locale, synonym)) read(other, qualities.synonym)
    if (synonym.length >= shortestPart)
      for (const other of wordsFrom(vocabulary, synonym, mostBegun)) read(other, qualities.synonym - 1)
  }
  for (const id of wordsFrom(vocabulary, word, mostBegun)) read(id, qualities.begins)
  const hasDigits = /\p{N}/u.test(word)
  if (word.length >= shortestPart && !hasDigits) readParts(vocabulary, stemOf(word, locale), read)
  if (best.size === 0 && !hasDigits)
    for (const spelled of new Set([word, stemOf(word, locale), stemOf(word, 'en')]))
      for (const { id, far } of nearWords(vocabulary, spelled, errorsIn(spelled)))
        read(id, far < 2 ? qualities.oneError : qualities.twoErrors)
  return [...best].map(([id, quality]) => ({ id, quality }))
}

/** German joins its words: boots stand inside chelsea boots. */
function readParts(vocabulary: Vocabulary, part: string, read: (id: number, quality: number) => void): void {
  if (part.length < shortestPart) return
  for (const id of vocabulary.plain) {
    const known = vocabulary.words[id] ?? ''
    if (known.length > part.length && known.includes(part)) read(id, qualities.contains)
  }
}
