import { bestOfSearch, libraryOf, type Catalogue } from '#catalogue/catalogue'
import { isSmall, wordsOf } from '#catalogue/text/fold'
import { completions } from '#catalogue/text/suggest'
import type { SuggestView } from '#domain/content-views'
import { markets, type Locale, type MarketId } from '#domain/markets'
import { answerAge } from './catalogue'
import { memoryCards } from './memory-cards'
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
    products: memoryCards(catalogue, markets[market], ids),
    ...namesLike(catalogue, [...names], locale),
    queries,
  }
}

const fits = (name: string, texts: readonly string[]): boolean => {
  const words = wordsOf(name)
  return texts.some(
    (text) => text !== '' && text.split(' ').every((term) => words.some((word) => word.startsWith(term))),
  )
}

function namesLike({ ground }: Catalogue, texts: readonly string[], locale: Locale) {
  const categories = ground.categories.flatMap(({ path, names, slug }) => {
    const name = names?.[locale] ?? names?.en ?? slug
    return fits(name, texts) ? [{ path, name }] : []
  })
  const brands = ground.brands.filter(({ name }) => fits(name, texts))
  return {
    categories: categories.slice(0, mostNames),
    brands: brands.slice(0, mostNames).map(({ slug, name }) => ({ slug, name })),
  }
}
