import type { Currency, Locale } from '#domain/markets'
import { isAnyShoe } from './fold'
import { nearWords, qualities, type Reading } from './readings'
import { readingsFor, search, type Library, type Term } from './search'
import { bitOf, commonness } from './vocabulary'

const mostQueries = 5
/** Errors that one may have made where nothing nearer is known: beyond a third of its letters it is another word. */
const farthest = (word: string): number => Math.min(3, Math.ceil(word.length / 3))

interface Typed {
  locale: Locale
  currency: Currency
  terms: readonly Term[]
}

const speaks = ({ vocabulary }: Library, id: number, locale: Locale): boolean => {
  const languages = bitOf(locale) | bitOf('en')
  return (
    (vocabulary.postings[id] ?? []).some((posting) => (posting >> 3) & 7 & languages) ||
    (vocabulary.concepts.get(id) ?? []).some((concept) => concept.locales & languages)
  )
}

/** The likeliest words for a typed one: the nearest first, of equals the commonest. */
function likeliest(library: Library, word: string, locale: Locale): Reading[] {
  const { vocabulary } = library
  return readingsFor(library, word, locale)
    .filter(({ id, quality }) => quality !== qualities.contains && speaks(library, id, locale))
    .sort((a, b) => b.quality - a.quality || commonness(vocabulary, b.id) - commonness(vocabulary, a.id))
}

/** At most five ways to go on from what is typed: each word put right, the last one also completed. */
export function completions(library: Library, { locale, terms }: Typed): string[] {
  const { written } = library.vocabulary
  const words = terms.flatMap((term) => (term.coded ? [] : term.words))
  const last = words.at(-1)
  if (last === undefined) return []
  const head = words.slice(0, -1).map((word) => {
    const [best] = likeliest(library, word, locale)
    return best ? (written[best.id] ?? word) : isAnyShoe(word) ? word : undefined
  })
  if (head.includes(undefined)) return []
  const ends = likeliest(library, last, locale).map(({ id }) => written[id] ?? last)
  return [...new Set(ends)].slice(0, mostQueries).map((end) => [...head, end].join(' '))
}

/** Searches near to one that found nothing, each of which finds something. */
export function nearest(library: Library, typed: Typed): string[] {
  const { locale, currency, terms } = typed
  const { vocabulary } = library
  const words = terms.flatMap((term) => term.words)
  const corrected = completions(library, typed)
  const single = words.flatMap((word) => {
    const known = likeliest(library, word, locale).slice(0, 1)
    if (known.length > 0) return known.map(({ id }) => vocabulary.written[id] ?? word)
    return /\p{N}/u.test(word) || word.length < 4
      ? []
      : nearWords(vocabulary, word, farthest(word))
          .filter(({ id }) => speaks(library, id, locale))
          .slice(0, 2)
          .map(({ id }) => vocabulary.written[id] ?? word)
  })
  const findsSomething = (q: string): boolean =>
    search(library, {
      locale,
      currency,
      terms: [{ typed: q, words: q.split(' ') }],
    }).found.some((word) => word !== 0)
  return [...new Set([...corrected, ...single])].filter(findsSomething).slice(0, mostQueries)
}
