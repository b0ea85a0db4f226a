import type { Locale } from '#domain/markets'
import type { Ground } from '../rows'
import { fold, stemOf, wordsOf } from './fold'

interface Phrase {
  folded: string
  /** The word that it means. */
  single: string
}

const phrases = new WeakMap<Ground, Phrase[]>()

function phrasesOf(ground: Ground): Phrase[] {
  const known = phrases.get(ground)
  if (known) return known
  const found = ground.synonyms.flatMap((words) => {
    const single = words.find((word) => wordsOf(word).length === 1)
    return single === undefined
      ? []
      : words
          .map((phrase) => ({ folded: wordsOf(phrase).join(' '), single: fold(single) }))
          .filter(({ folded }) => folded.includes(' '))
  })
  phrases.set(ground, found)
  return found
}

/** Phrases that mean one word are read as that word. */
export function asSingleWords(q: string, ground: Ground): string {
  let text = ` ${wordsOf(q).join(' ')} `
  let isChanged = false
  for (const { folded, single } of phrasesOf(ground)) {
    if (!text.includes(` ${folded} `)) continue
    text = text.replace(` ${folded} `, ` ${single} `)
    isChanged = true
  }
  return isChanged ? text.trim() : q
}

/** The words that mean the same as this one, whoever of them it is. */
export function synonymsOf({ synonyms }: Ground, word: string, locale: Locale): string[] {
  const same = (other: string): boolean =>
    other === word || ([locale, 'en'] as const).some((one) => stemOf(other, one) === stemOf(word, one))
  return synonyms.flatMap((words) => {
    const folded = words.map((one) => wordsOf(one).join(' '))
    return folded.some(same) ? folded.filter((one) => one !== word && !one.includes(' ')) : []
  })
}
