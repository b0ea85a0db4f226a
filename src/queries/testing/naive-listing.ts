import type { FacetName, ListingQuery } from '#domain/views'
import type { NaiveCatalogue, NaiveProduct } from './catalogue-rows'

const among = (chosen: readonly string[], value: string | undefined): boolean =>
  chosen.length === 0 || (value !== undefined && chosen.includes(value))

/** Every rule of a listing, said once more in the plainest way. */
function fits(product: NaiveProduct, asked: ListingQuery): boolean {
  const mustBeHere = asked.size.length > 0 || asked.inStock === true
  return (
    among(asked.colour, product.colour) &&
    among(asked.brand, product.brand) &&
    among(asked.segment, product.segment) &&
    (asked.material.length === 0 || product.materials.some((one) => asked.material.includes(one))) &&
    product.price >= (asked.minPrice ?? 0) &&
    product.price <= (asked.maxPrice ?? Number.POSITIVE_INFINITY) &&
    product.variants.some(
      ({ size, width, pairs }) =>
        among(asked.size, size) && among(asked.width, width) && (!mustBeHere || pairs > 0),
    )
  )
}

const morePopular = (one: NaiveProduct, other: NaiveProduct): number => other.popularity - one.popularity
const byId = (one: NaiveProduct, other: NaiveProduct): number => (one.id < other.id ? -1 : 1)

/** None of these products has a launch, and each its own popularity. */
const orders: Readonly<Record<ListingQuery['sort'], (one: NaiveProduct, other: NaiveProduct) => number>> = {
  popular: morePopular,
  newest: byId,
  price: (one, other) => one.price - other.price || morePopular(one, other),
  '-price': (one, other) => other.price - one.price || morePopular(one, other),
  relevance: morePopular,
}

const stylesOf = (products: readonly NaiveProduct[]): number =>
  new Set(products.map(({ style }) => style)).size

/** How many cards there are. */
const cardsIn = (products: readonly NaiveProduct[], { each }: ListingQuery): number =>
  each === 'model' ? stylesOf(products) : products.length

/** One colour of each model: the first of it; in the shop's own order the one that leads it, unless that first one is pinned. */
function oneOfEach(
  sorted: readonly NaiveProduct[],
  { sort }: ListingQuery,
  isPinned: (product: NaiveProduct) => boolean,
): NaiveProduct[] {
  const firsts = sorted.filter(
    (product, at) => sorted.findIndex(({ style }) => style === product.style) === at,
  )
  if (sort !== 'popular') return firsts
  return firsts.map((first) =>
    isPinned(first) ? first : (sorted.find(({ style, leads }) => style === first.style && leads) ?? first),
  )
}

export interface NaiveListing {
  total: number
  /** Of the page that is asked for. */
  ids: string[]
  /** A facet value counts what one would see with that value alone chosen in the facet. */
  countOf: (facet: FacetName, value: string) => number
}

export function naiveListing(
  { products }: NaiveCatalogue,
  asked: ListingQuery,
  pinned: readonly string[] = [],
): NaiveListing {
  const right = products.filter((product) => fits(product, asked)).toSorted(orders[asked.sort])
  const isPinned = ({ id }: NaiveProduct) => asked.sort === 'popular' && pinned.includes(id)
  const sorted = [
    ...right.filter(isPinned).toSorted((one, other) => pinned.indexOf(one.id) - pinned.indexOf(other.id)),
    ...right.filter((product) => !isPinned(product)),
  ]
  const cards = asked.each === 'model' ? oneOfEach(sorted, asked, isPinned) : sorted
  const from = (asked.page - 1) * asked.limit
  return {
    total: cards.length,
    ids: cards.slice(from, from + asked.limit).map(({ id }) => id),
    countOf: (facet, value) =>
      cardsIn(
        products.filter((product) => fits(product, { ...asked, [facet]: [value] })),
        asked,
      ),
  }
}
