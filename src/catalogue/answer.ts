import { oneSize } from '#domain/care'
import type { Currency } from '#domain/markets'
import type { FacetName, ListingQuery } from '#domain/views'
import { codedFacets, type Columns } from './columns'
import { count, type Counts } from './count'
import type { Found, FoundFacet } from './found'
import type { Orders } from './orders'
import { pageOf, type Ranked } from './page'
import { newForDays, type OptionRow } from './rows'
import { optionsByValue, sizeLabels } from './size-faces'
import { newIn, presentIn, reducedIn, type Present, type Span } from './scope'
import { meets, type PlaceSet } from './sets'

/** What a listing is asked of: the category with its pins, and what a search found with its scores. */
export interface Scope extends Ranked {
  inside: PlaceSet
  /** Kept from an earlier question about the same category. */
  present?: Present
  /** Kept from an earlier question without a filter. */
  plain?: Counts
}

const day = 86_400_000

export const spanAt = (now: number): Span => ({ from: now - newForDays * day, to: now })

export function answerFrom(
  { columns, orders }: { columns: Columns; orders: Orders },
  { currency, query, scope, now }: { currency: Currency; query: ListingQuery; scope: Scope; now: number },
): Found {
  const span = spanAt(now)
  const present = scope.present ?? presentIn(columns, currency, scope.inside)
  const counts = scope.plain ?? count({ columns, orders }, currency, query, { inside: scope.inside, span })
  return {
    total: counts.total,
    ids: pageOf({ columns, orders }, { currency, query, scope, counts }).map((at) => columns.ids[at] ?? ''),
    facets: [
      ...offersOf(columns, currency, scope.inside, { span, counts }),
      ...facetsOf(columns, present, counts),
    ],
    prices: { min: counts.lowest, max: counts.highest },
  }
}

const plain = (facet: FacetName, value: string): Shown['face'] => ({
  facet,
  value,
  label: value,
  labels: null,
  rank: 0,
})

/** Whether anything of the scope is new or reduced is a matter of the hour too. */
function offersOf(
  columns: Columns,
  currency: Currency,
  inside: PlaceSet,
  { span, counts: { special } }: { span: Span; counts: Counts },
): FoundFacet[] {
  return [
    ...(meets(inside, newIn(columns, span)) ? [{ ...plain('offer', 'new'), count: special[0] }] : []),
    ...(meets(inside, reducedIn(columns, currency))
      ? [{ ...plain('offer', 'reduced'), count: special[1] }]
      : []),
  ]
}

/** A value that a scope shows, and how many pass. */
interface Shown {
  face: Omit<FoundFacet, 'count'>
  countIn: (counts: Counts) => number | undefined
}

/** What is shown of a scope stays the same until a product is another. */
const shown = new WeakMap<Present, Shown[]>()

function facetsOf(columns: Columns, present: Present, counts: Counts): FoundFacet[] {
  const values = shown.get(present) ?? shownIn(columns, present)
  shown.set(present, values)
  return values.map(({ face, countIn }) => ({ ...face, count: countIn(counts) ?? 0 }))
}

const shownIn = (columns: Columns, present: Present): Shown[] => [
  ...codesIn(columns, present),
  ...brandsIn(columns, present),
  ...sizesIn(columns, present),
  ...widthsIn(columns, present),
]

const codesIn = (columns: Columns, present: Present): Shown[] =>
  codedFacets.flatMap((facet) =>
    columns.codes[facet].values.flatMap((value, place) =>
      present.coded[facet] & (1 << place)
        ? [{ face: plain(facet, value), countIn: ({ coded }) => coded[facet][place] } satisfies Shown]
        : [],
    ),
  )

const brandsIn = (columns: Columns, present: Present): Shown[] =>
  columns.brands.values.flatMap((id, place) => {
    const slug = columns.brandSlugs.get(id)
    if (!present.brands[place] || slug === undefined) return []
    const face = { ...plain('brand', slug), label: columns.brandNames.get(id) ?? slug }
    return [{ face, countIn: ({ brands }) => brands[place] } satisfies Shown]
  })

const least = <T extends number | string>(values: readonly (T | null)[]): T | null =>
  values.reduce<T | null>(
    (low, value) => (value !== null && (low === null || value < low) ? value : low),
    null,
  )

function sizesIn(columns: Columns, present: Present): Shown[] {
  const by = optionsByValue(columns)
  return columns.sizes.values.flatMap((value, place) => {
    if (value === oneSize) return []
    const adults: OptionRow[] = []
    const all: OptionRow[] = []
    for (const [key, seen] of present.made) {
      if (!((seen[place >> 5] ?? 0) & (1 << (place & 31)))) continue
      const scales = (columns.scaleSets.values[key >> 1] ?? '').split(',')
      const options = scales.flatMap((scale) => by.get(`${scale} ${value}`) ?? [])
      all.push(...options)
      if (!(key & 1)) adults.push(...options)
    }
    return all.length > 0
      ? [{ face: sizeFacet(value, { all, adults }), countIn: ({ sizes }) => sizes[place] }]
      : []
  })
}

/** Where children's and adults' scales meet, EU 35 to 38, a listing of both says what adults read. */
function sizeFacet(
  value: string,
  { all, adults }: { all: readonly OptionRow[]; adults: readonly OptionRow[] },
): Shown['face'] {
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
  }
}

function widthsIn(columns: Columns, present: Present): Shown[] {
  const options = [...columns.options.values()]
  return columns.widths.values.flatMap((value, place) => {
    if (!present.widths[place + 1]) return []
    const same = options.filter((option) => option.value === value)
    const face = {
      ...plain('width', value),
      label: least(same.map(({ plainLabel }) => plainLabel)) ?? value,
      rank: least(same.map(({ rank }) => rank)) ?? 0,
    }
    return [{ face, countIn: ({ widths }) => widths[place + 1] } satisfies Shown]
  })
}
