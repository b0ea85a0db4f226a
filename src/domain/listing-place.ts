import { listingPath, type ListingChoice } from './listing-path'
import { searchPath } from './search-question'
import type { ListingQuery } from './views'

/** Where a shopper chooses among products: a category or a search. */
export interface ListingPlace {
  /** How a form names it. */
  field: { name: 'category' | 'q'; value: string }
  /** The first is how it is sorted unless somebody chooses. */
  sorts: readonly ListingQuery['sort'][]
  /** The path of a choice in the default market. */
  pathOf: (choice: ListingChoice) => string
}

const otherSorts = ['newest', 'price', '-price'] as const

export const inCategory = (category: string): ListingPlace => ({
  field: { name: 'category', value: category },
  sorts: ['popular', ...otherSorts],
  pathOf: (choice) => listingPath(category, choice),
})

export const inSearch = (q: string): ListingPlace => ({
  field: { name: 'q', value: q },
  sorts: [q ? 'relevance' : 'popular', ...otherSorts],
  pathOf: (choice) => searchPath({ q, choice }),
})
