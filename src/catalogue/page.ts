import type { Currency } from '#domain/markets'
import type { ListingQuery } from '#domain/views'
import type { Columns } from './columns'
import type { Counts } from './count'
import { orderOf, type OrderName, type Orders } from './orders'
import { isIn, newSet, put, type PlaceSet } from './sets'
import { leadOr } from './styles'

/** What comes before what. */
export interface Ranked {
  pinned: readonly string[]
  /** Of every product, higher is better; whole numbers below 1024. */
  scores?: Uint16Array
}

interface Page {
  currency: Currency
  query: ListingQuery
  scope: Ranked
  counts: Counts
}

/**
 * The products of one page, by their places. A model stands where the first of its colours that pass does, and is shown in
 * that one; in the shop's own order in the one that was pinned, else in the one that leads it.
 */
export function pageOf(
  { columns, orders }: { columns: Columns; orders: Orders },
  { currency, query, scope, counts: { passing, total } }: Page,
): number[] {
  const { sort, limit } = query
  const from = (query.page - 1) * limit
  if (from >= total) return []
  const order = orderOf(columns, orders, orderName(sort, currency))
  const isOwn = sort === 'popular'
  const first = isOwn ? pinnedPlaces(columns, scope.pinned, passing) : []
  const sorted = sort === 'relevance' && scope.scores ? byScore(order, passing, scope.scores) : order
  const until = from + limit
  if (query.each === 'colour')
    return firstOf(sorted, passing, { first, until, ...coloursOf(columns) }).slice(from)
  const places = firstOf(sorted, passing, { first, until, ...modelsOf(columns) }).slice(from)
  const fits = (one: number) => isIn(passing, one)
  return isOwn ? places.map((at) => (first.includes(at) ? at : leadOr(columns, at, fits))) : places
}

const orderName = (sort: ListingQuery['sort'], currency: Currency): OrderName =>
  sort === 'price' || sort === '-price' ? `${sort} ${currency}` : sort === 'newest' ? 'newest' : 'popular'

const pinnedPlaces = ({ places }: Columns, pinned: readonly string[], passing: PlaceSet): number[] =>
  pinned.flatMap((id) => {
    const at = places.get(id)
    return at !== undefined && isIn(passing, at) ? [at] : []
  })

/** What no two of a listing have in common. */
interface Kind {
  keyOf: (at: number) => number
  keys: number
}

const coloursOf = ({ used }: Columns): Kind => ({ keyOf: (at) => at, keys: used })
const modelsOf = ({ styleNumbers, styleCount }: Columns): Kind => ({
  keyOf: (at) => styleNumbers[at] ?? 0,
  keys: styleCount,
})

function firstOf(
  order: ArrayLike<number>,
  passing: PlaceSet,
  { first, until, keyOf, keys }: Kind & { first: readonly number[]; until: number },
): number[] {
  const found: number[] = []
  const taken = newSet({ used: keys })
  const take = (at: number): void => {
    const key = keyOf(at)
    if (isIn(taken, key)) return
    put(taken, key)
    found.push(at)
  }
  first.forEach(take)
  for (let place = 0; place < order.length && found.length < until; place += 1) {
    const at = order[place] ?? 0
    if (isIn(passing, at)) take(at)
  }
  return found.slice(0, until)
}

const scoresBelow = 1024

/** Sorted by counting: the best first, and within a score as in the order. */
function byScore(order: Uint32Array, passing: PlaceSet, scores: Uint16Array): number[] {
  const starts = new Uint32Array(scoresBelow + 1)
  for (const at of order)
    if (isIn(passing, at)) {
      const after = scoresBelow - (scores[at] ?? 0)
      starts[after] = (starts[after] ?? 0) + 1
    }
  for (let sum = 0, score = 0; score <= scoresBelow; score += 1) {
    const here = starts[score] ?? 0
    starts[score] = sum
    sum += here
  }
  const sorted: number[] = []
  for (const at of order)
    if (isIn(passing, at)) {
      const place = scoresBelow - (scores[at] ?? 0)
      sorted[starts[place] ?? 0] = at
      starts[place] = (starts[place] ?? 0) + 1
    }
  return sorted
}
