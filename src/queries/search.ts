import type { Catalogue } from '#catalogue/catalogue'
import { libraryOf } from '#catalogue/catalogue'
import { mayBeCode, termsOf, type Term } from '#catalogue/text/search'
import { nearest } from '#catalogue/text/suggest'
import type { Crumb } from '#domain/content-views'
import { markets, type MarketId } from '#domain/markets'
import { answerAge, currentCatalogue, loadCatalogue } from './catalogue'
import { getCategories } from './categories'
import { rowsNamed, sql } from './sql'

const mostCoded = 200

/** Products with a size whose SKU or GTIN begins so. */
async function codedProducts(typed: string): Promise<string[]> {
  const start = typed.toUpperCase()
  const end = `${start}\u{10ffff}`
  const rows = await rowsNamed<{ id: string }>(
    'products-by-code',
    sql`SELECT DISTINCT id FROM (
      (SELECT product_id AS id FROM variants WHERE upper(sku) ~>=~ ${start} AND upper(sku) ~<~ ${end} AND deleted_at IS NULL LIMIT ${mostCoded})
      UNION ALL (SELECT product_id FROM variants WHERE gtin ~>=~ ${start} AND gtin ~<~ ${end} AND deleted_at IS NULL LIMIT ${mostCoded})) found`,
  )
  return rows.map(({ id }) => id)
}

/** What is typed as terms; what may be a code is looked up among the sizes. */
export async function readTerms(catalogue: Catalogue, q: string): Promise<Term[]> {
  return Promise.all(
    termsOf(q, catalogue.ground).map(async (term): Promise<Term> => {
      if (!mayBeCode(term.typed) || catalogue.columns.sizes.places.has(term.typed)) return term
      const coded = await codedProducts(term.typed)
      return coded.length > 0 ? { ...term, coded } : term
    }),
  )
}

/** Milliseconds that a search waits for a catalogue that is being read. */
const patience = 8_000

/** The catalogue for a search, which knows more than SQL: it is waited for. */
export async function searchedCatalogue(age: number): Promise<Catalogue | undefined> {
  const catalogue = await currentCatalogue(age)
  if (catalogue) return catalogue
  let timer: NodeJS.Timeout | undefined
  const tired = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([loadCatalogue(), tired])
  clearTimeout(timer)
  return currentCatalogue(age)
}

export interface SearchHelp {
  /** Searches near to the one that found nothing. */
  queries: string[]
  /** Where most shoes are. */
  categories: Crumb[]
}

const mostCategories = 6

/** What to offer to somebody whose search found nothing. */
export async function getSearchHelp(market: MarketId, q: string): Promise<SearchHelp> {
  const { locale, currency } = markets[market]
  const [catalogue, tree] = await Promise.all([currentCatalogue(answerAge), getCategories(markets[market])])
  const leaves = tree.filter(({ id }) => !tree.some(({ parent }) => parent === id))
  // Two departments may call one thing the same: it is told apart by what stands above all of it.
  const departments = new Map(tree.filter(({ parent }) => !parent).map(({ slug, name }) => [slug, name]))
  const crumbs = (rows: typeof tree): Crumb[] =>
    rows.slice(0, mostCategories).map(({ path, name, parent }) => {
      const department = parent && departments.get(path.split('/')[0] ?? '')
      return { path, name: department ? `${department}: ${name}` : name }
    })
  if (!catalogue) return { queries: [], categories: crumbs(leaves) }
  const sizes = categorySizes(catalogue)
  return {
    queries: nearest(libraryOf(catalogue), { locale, currency, terms: termsOf(q, catalogue.ground) }),
    categories: crumbs(leaves.toSorted((a, b) => (sizes.get(b.id) ?? 0) - (sizes.get(a.id) ?? 0))),
  }
}

function categorySizes({ columns }: Catalogue): Map<string, number> {
  const { stride, words } = columns.categories
  return new Map(
    columns.categoryIds.values.map((id, place) => {
      let size = 0
      for (let at = 0; at < columns.used; at += 1)
        if ((words[at * stride + (place >> 5)] ?? 0) & (1 << (place & 31)) && columns.alive[at]) size += 1
      return [id, size]
    }),
  )
}
