import type { Currency } from '#domain/markets'
import type { FacetName, ListingQuery } from '#domain/views'
import { codedFacets, type Columns } from './columns'
import { count, type Counts } from './count'
import type { Found, FoundFacet } from './found'
import { orderOf, type OrderName, type Orders } from './orders'
import { newForDays, type OptionRow } from './rows'
import { optionsByValue, sizeLabels } from './size-faces'
import { isNew, isReduced, presentIn, type Present, type Span } from './scope'

/** What a listing is asked of: the category with its pins, and what a search found with its scores. */
export interface Scope {
  places: Uint32Array
  /** Kept from an earlier question about the same category. */
  present?: Present
  /** Kept from an earlier question without a filter. */
  plain?: Counts
  pinned: readonly string[]
  /** Of every product, higher is better; whole numbers below 1024. */
  scores?: Uint16Array
}

const day = 86_400_000

export const spanAt = (now: number): Span => ({ from: now - newForDays * day, to: now })

export function answerFrom(
  { columns, orders }: { columns: Columns; orders: Orders },
  { currency, query, scope, now }: { currency: Currency; query: ListingQuery; scope: Scope; now: number },
): Found {
  const span = spanAt(now)
  const present = scope.present ?? presentIn(columns, currency, scope.places, span)
  const counts = scope.plain ?? count(columns, currency, query, { places: scope.places, span })
  return {
    total: counts.total,
    ids: pageOf({ columns, orders }, { currency, query, scope, counts }),
    facets: facetsOf(columns, present, counts),
    prices: { min: counts.lowest, max: counts.highest },
  }
}

function pageOf(
  { columns, orders }: { columns: Columns; orders: Orders },
  {
    currency,
    query,
    scope,
    counts,
  }: { currency: Currency; query: ListingQuery; scope: Scope; counts: Counts },
): string[] {
  const from = (query.page - 1) * query.limit
  if (from >= counts.total) return []
  const name: OrderName =
    query.sort === 'newest'
      ? 'newest'
      : query.sort === 'price' || query.sort === '-price'
        ? `${query.sort} ${currency}`
        : 'popular'
  const order = orderOf(columns, orders, name)
  const first = query.sort === 'popular' ? pinnedPlaces(columns, scope.pinned, counts) : []
  const places =
    query.sort === 'relevance' && scope.scores
      ? byScore(order, counts.fails, scope.scores)
      : passing(order, counts.fails, { first, until: from + query.limit })
  return places.slice(from, from + query.limit).map((at) => columns.ids[at] ?? '')
}

const pinnedPlaces = ({ places }: Columns, pinned: readonly string[], { fails }: Counts): number[] => [
  ...new Set(
    pinned.flatMap((id) => {
      const at = places.get(id)
      return at !== undefined && fails[at] === 0 ? [at] : []
    }),
  ),
]

function passing(
  order: Uint32Array,
  fails: Uint16Array,
  { first, until }: { first: readonly number[]; until: number },
): number[] {
  const found = [...first]
  const taken = new Set(first)
  for (const at of order) {
    if (found.length >= until) break
    if (fails[at] === 0 && !taken.has(at)) found.push(at)
  }
  return found
}

const scoresBelow = 1024

/** Sorted by counting: the best first, and within a score as in the order. */
function byScore(order: Uint32Array, fails: Uint16Array, scores: Uint16Array): number[] {
  const starts = new Uint32Array(scoresBelow + 1)
  for (const at of order)
    if (fails[at] === 0) {
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
    if (fails[at] === 0) {
      const place = scoresBelow - (scores[at] ?? 0)
      sorted[starts[place] ?? 0] = at
      starts[place] = (starts[place] ?? 0) + 1
    }
  return sorted
}

const plain = (facet: FacetName, value: string, found: number): FoundFacet => ({
  facet,
  value,
  label: value,
  labels: null,
  rank: 0,
  count: found,
})

function facetsOf(columns: Columns, present: Present, counts: Counts): FoundFacet[] {
  const coded = codedFacets.flatMap((facet) =>
    columns.codes[facet].values.flatMap((value, place) =>
      present.coded[facet] & (1 << place) ? [plain(facet, value, counts.coded[facet][place] ?? 0)] : [],
    ),
  )
  const brands = columns.brands.values.flatMap((id, place) => {
    const slug = columns.brandSlugs.get(id)
    return present.brands[place] && slug !== undefined
      ? [
          {
            ...plain('brand', slug, counts.brands[place] ?? 0),
            label: columns.brandNames.get(id) ?? slug,
          },
        ]
      : []
  })
  const special = [
    ...(present.offers & isNew ? [plain('offer', 'new', counts.special[0])] : []),
    ...(present.offers & isReduced ? [plain('offer', 'reduced', counts.special[1])] : []),
  ]
  return [
    ...coded,
    ...brands,
    ...special,
    ...sizesOf(columns, present, counts),
    ...widthsOf(columns, present, counts),
  ]
}

const least = <T extends number | string>(values: readonly (T | null)[]): T | null =>
  values.reduce<T | null>(
    (low, value) => (value !== null && (low === null || value < low) ? value : low),
    null,
  )

function sizesOf(columns: Columns, present: Present, counts: Counts): FoundFacet[] {
  const by = optionsByValue(columns)
  return columns.sizes.values.flatMap((value, place) => {
    const adults: OptionRow[] = []
    const all: OptionRow[] = []
    for (const [key, seen] of present.made) {
      if (!((seen[place >> 5] ?? 0) & (1 << (place & 31)))) continue
      const scales = (columns.scaleSets.values[key >> 1] ?? '').split(',')
      const options = scales.flatMap((scale) => by.get(`${scale} ${value}`) ?? [])
      all.push(...options)
      if (!(key & 1)) adults.push(...options)
    }
    return all.length > 0 ? [sizeFacet(value, { all, adults }, counts.sizes[place] ?? 0)] : []
  })
}

/** Where children's and adults' scales meet, EU 35 to 38, a listing of both says what adults read. */
function sizeFacet(
  value: string,
  { all, adults }: { all: readonly OptionRow[]; adults: readonly OptionRow[] },
  found: number,
): FoundFacet {
  const label = least(all.map((option) => option.label)) ?? value
  const adultFirst = (name: 'uk' | 'usM' | 'usW') =>
    least(adults.map((option) => option[name])) ?? least(all.map((option) => option[name]))
  const labels = sizeLabels({
    eu: label,
    uk: adultFirst('uk'),
    usM: adultFirst('usM'),
    usW: adultFirst('usW'),
    cm: least(all.map(({ cm }) => cm)),
    footMm: least(all.map(({ footMm }) => footMm)),
  })
  return {
    facet: 'size',
    value,
    label,
    labels,
    rank: least(all.map(({ rank }) => rank)) ?? 0,
    count: found,
  }
}

function widthsOf(columns: Columns, present: Present, counts: Counts): FoundFacet[] {
  const options = [...columns.options.values()]
  return columns.widths.values.flatMap((value, place) => {
    if (!present.widths[place + 1]) return []
    const same = options.filter((option) => option.value === value)
    return [
      {
        ...plain('width', value, counts.widths[place + 1] ?? 0),
        label: least(same.map(({ plainLabel }) => plainLabel)) ?? value,
        rank: least(same.map(({ rank }) => rank)) ?? 0,
      },
    ]
  })
}
