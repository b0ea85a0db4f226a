import { cached } from '#cache'
import type { Crumb, SuggestView } from '#domain/content-views'
import { editDistance } from '#domain/edit-distance'
import { noChoice } from '#domain/listing-path'
import { markets, type Market, type MarketId } from '#domain/markets'
import { getCategories } from './categories'
import { getListing } from './listing'
import { searchWords } from './search-sql'
import { rowsOf, sql, words } from './sql'

interface Vocabulary {
  /** Every word of the catalogue in small letters, the most used first. */
  words: string[]
  brands: { slug: string; name: string }[]
}

const none: SuggestView = { products: [], categories: [], brands: [], queries: [] }

/**
 * What a shopper may mean by what is typed so far: products, categories, brands and searches that find something.
 * A word that the catalogue does not know is read as the nearest one it does know.
 */
export async function getSuggestions(market: MarketId, typed: string): Promise<SuggestView> {
  const vocabulary = await getVocabulary(markets[market])
  const terms = searchWords(typed.toLowerCase())
  if (terms.length === 0) return none
  const queries = phrasesOf(terms, vocabulary.words)
  const [best] = queries
  if (best === undefined) return none
  const [listing, categories] = await Promise.all([search(market, best), getCategories(markets[market])])
  const fits = (name: string) => best.split(' ').every((term) => startsIn(name, term))
  return {
    products: listing?.products ?? [],
    categories: categories
      .filter(({ name }) => fits(name))
      .slice(0, 5)
      .map(toCrumb),
    brands: vocabulary.brands.filter(({ name }) => fits(name)).slice(0, 5),
    queries,
  }
}

const toCrumb = ({ path, name }: Crumb): Crumb => ({ path, name })

const startsIn = (text: string, term: string): boolean =>
  text
    .toLowerCase()
    .split(/[\s-]+/)
    .some((word) => word.startsWith(term))

const search = (market: MarketId, q: string) =>
  getListing({
    ...noChoice,
    market,
    q,
    sort: 'relevance',
    limit: 6,
  })

/** The typed words, each put right, the last one also completed; at most five ways to go on. */
function phrasesOf(terms: readonly string[], known: readonly string[]): string[] {
  const head = terms.slice(0, -1).map((term) => readingsOf(term, known)[0])
  if (head.some((term) => term === undefined)) return []
  const last = readingsOf(terms[terms.length - 1] ?? '', known)
  return last.slice(0, 5).map((word) => [...head, word].join(' '))
}

/** Known words for a typed one: those that begin so, or else the nearest within one mistake in four letters. */
function readingsOf(term: string, known: readonly string[]): string[] {
  const begun = known.filter((word) => word.startsWith(term))
  if (begun.length > 0) return begun
  const within = known.filter((word) => word.includes(term))
  if (within.length > 0) return within
  const limit = term.length < 4 ? 0 : term.length < 8 ? 1 : 2
  return known
    .map((word) => ({ word, far: distanceTo(term, word, limit) }))
    .filter(({ far }) => limit > 0 && far <= limit)
    .toSorted((a, b) => a.far - b.far)
    .map(({ word }) => word)
}

/** The nearer of the whole word and its beginning of the typed length: people are mostly not done typing. */
const distanceTo = (term: string, word: string, limit: number): number =>
  Math.min(editDistance(term, word, limit), editDistance(term, word.slice(0, term.length), limit) + 0.5)

const getVocabulary = (market: Market): Promise<Vocabulary> =>
  cached(['vocabulary', market.locale], ['catalogue'], async () => {
    const [found, brands] = await Promise.all([
      rowsOf<{ word: string }>(vocabularySql(market)),
      rowsOf<{ slug: string; name: string }>(sql`SELECT slug, name FROM brands ORDER BY name`),
    ])
    return { words: found.map(({ word }) => word), brands }
  })

const vocabularySql = ({ locale }: Market) => sql`
  SELECT word FROM products p JOIN styles s ON s.id = p.style_id JOIN brands b ON b.id = s.brand_id
  CROSS JOIN LATERAL regexp_split_to_table(lower(concat_ws(' ', p.title, b.name,
    ${words('products', 'colour', sql`p.id`, locale)},
    (SELECT string_agg(${words('categories', 'name', sql`r.categories_id`, locale)}, ' ') FROM styles_rels r
      WHERE r.parent_id = s.id AND r.path = 'categories' AND r.categories_id IS NOT NULL))), '[^[:alnum:]]+') AS word
  WHERE p._status = 'published' AND p.deleted_at IS NULL AND s._status = 'published' AND s.deleted_at IS NULL
    AND length(word) >= 2
  GROUP BY word ORDER BY count(*) DESC, word LIMIT 20000`
