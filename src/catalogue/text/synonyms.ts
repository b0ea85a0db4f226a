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

/** A synonym, and what its other forms share with it in a language and in English. */
interface Synonym {
  folded: string
  stems: readonly string[]
}

const stemsOf = (word: string, locale: Locale): string[] => [stemOf(word, locale), stemOf(word, 'en')]

const groups = new WeakMap<Ground, Map<Locale, Synonym[][]>>()

function groupsIn(ground: Ground, locale: Locale): Synonym[][] {
  const kept = groups.get(ground) ?? new Map<Locale, Synonym[][]>()
  groups.set(ground, kept)
  const made =
    kept.get(locale) ??
    ground.synonyms.map((words) =>
      words.map((one) => {
        const folded = wordsOf(one).join(' ')
        return { folded, stems: stemsOf(folded, locale) }
      }),
    )
  kept.set(locale, made)
  return made
}

/** The words that mean the same as this one, whoever of them it is. */
export function synonymsOf(ground: Ground, word: string, locale: Locale): string[] {
  const own = stemsOf(word, locale)
  const isSame = ({ folded, stems }: Synonym): boolean =>
    folded === word || stems.some((stem, place) => stem === own[place])
  return groupsIn(ground, locale).flatMap((group) =>
    group.some(isSame)
      ? group.map(({ folded }) => folded).filter((one) => one !== word && !one.includes(' '))
      : [],
  )
}
