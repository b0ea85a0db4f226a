import type { Ground } from '#catalogue/rows'
import { bestOfSearch, libraryOf, type Catalogue } from '#catalogue/catalogue'
import { isSmall, wordsOf } from '#catalogue/text/fold'
import { completions } from '#catalogue/text/suggest'
import type { SuggestView } from '#domain/content-views'
import { markets, type Locale, type MarketId } from '#domain/markets'
import { answerAge } from './catalogue'
import { memoryTags } from './memory-cards'
import { readTerms, searchedCatalogue } from './search'

const none: SuggestView = { products: [], categories: [], brands: [], queries: [] }
const mostProducts = 6
const mostNames = 5

/**
 * What a shopper may mean by what is typed so far: products, categories, brands and searches that find something. A word
 * that the catalogue does not know is read as the nearest that it does.
 */
export async function getSuggestions(market: MarketId, typed: string): Promise<SuggestView> {
  const { locale, currency } = markets[market]
  if (wordsOf(typed).length === 0) return none
  const catalogue = await searchedCatalogue(answerAge)
  if (!catalogue) return none
  const terms = await readTerms(catalogue, typed)
  const ids = bestOfSearch(catalogue, { currency, locale, terms }, mostProducts)
  if (ids.length === 0) return none
  const queries = completions(libraryOf(catalogue), { locale, currency, terms })
  const names = new Set(
    [typed, ...queries].map((text) =>
      wordsOf(text)
        .filter((word) => !isSmall(word))
        .join(' '),
    ),
  )
  return {
    products: memoryTags(catalogue, markets[market], ids),
    ...namesLike(catalogue, [...names], locale),
    queries,
  }
}

interface Name {
  name: string
  words: readonly string[]
}

interface Names {
  categories: readonly (Name & { path: string })[]
  brands: readonly (Name & { slug: string })[]
}

const known = new WeakMap<Ground, Map<Locale, Names>>()

/** Names of categories and brands with their words, worked out once for each language. */
function namesIn(ground: Ground, locale: Locale): Names {
  const kept = known.get(ground) ?? new Map<Locale, Names>()
  known.set(ground, kept)
  const names = kept.get(locale) ?? {
    categories: ground.categories.map(({ path, names, slug }) => {
      const name = names?.[locale] ?? names?.en ?? slug
      return { path, name, words: wordsOf(name) }
    }),
    brands: ground.brands.map(({ slug, name }) => ({ slug, name, words: wordsOf(name) })),
  }
  kept.set(locale, names)
  return names
}

function namesLike({ ground }: Catalogue, texts: readonly string[], locale: Locale) {
  const wanted = texts.filter(Boolean).map((text) => text.split(' '))
  const fits = ({ words }: Name): boolean =>
    wanted.some((terms) => terms.every((term) => words.some((word) => word.startsWith(term))))
  const { categories, brands } = namesIn(ground, locale)
  return {
    categories: categories
      .filter(fits)
      .slice(0, mostNames)
      .map(({ path, name }) => ({ path, name })),
    brands: brands
      .filter(fits)
      .slice(0, mostNames)
      .map(({ slug, name }) => ({ slug, name })),
  }
}
