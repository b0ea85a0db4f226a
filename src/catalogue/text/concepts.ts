import { locales } from '#domain/markets'
import { facetWords } from '../facet-words'
import type { Ground } from '../rows'
import { addConcept, bitOf, type Vocabulary } from './vocabulary'

const everywhere = 7
/** Heels are ranges in words of measure, which nobody searches for. */
const coded = [
  ['colour', 5],
  ['segment', 5],
  ['material', 3],
  ['closure', 3],
  ['feature', 4],
] as const

/** Lets names of brands and categories and the words of facets be found. */
export function setConcepts(vocabulary: Vocabulary, ground: Ground): void {
  vocabulary.concepts.clear()
  for (const { id, name } of ground.brands)
    addConcept(vocabulary, name, { kind: 'brand', brand: id, locales: everywhere, weight: 7 })
  for (const { id, names } of ground.categories)
    for (const locale of locales) {
      const name = names?.[locale]
      if (name)
        addConcept(vocabulary, name, { kind: 'category', category: id, locales: bitOf(locale), weight: 5 })
    }
  for (const [facet, weight] of coded)
    for (const [value, words] of Object.entries(facetWords(facet)))
      for (const locale of locales)
        addConcept(vocabulary, words[locale], { kind: 'coded', facet, value, locales: bitOf(locale), weight })
}
