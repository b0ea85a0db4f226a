import type { Currency, Locale } from '#domain/markets'
import { facetNames, type ListingQuery } from '#domain/views'
import { answerFrom, spanAt, type Scope } from './answer'
import { keepBest } from './best'
import { dropRow, emptyColumns, putRow, type Columns } from './columns'
import { count, type Counts } from './count'
import type { Found } from './found'
import { ranksIn, touch, type Orders } from './orders'
import type { CatalogueRow, Ground } from './rows'
import { sizeFaces, type SizeFace } from './size-faces'
import { setConcepts } from './text/concepts'
import type { Reading } from './text/readings'
import { search, type Hits, type Library, type Term } from './text/search'
import { placesIn, presentIn, type Present } from './scope'
import { eachOf, type PlaceSet } from './sets'

/** All that is for sale, in memory. */
export interface Catalogue {
  columns: Columns
  orders: Orders
  ground: Ground
  pins: Map<string, string[]>
  /** What categories show before any filter, by currency and category; forgotten when a product is another. */
  seen: Map<string, Seen>
  /** Sizes as brands label them, by brand and scales. */
  sizeFaces: Map<string, SizeFace[]>
  readings: Map<string, Reading[]>
  /** Goes up with every change. */
  version: number
}

interface Seen {
  inside: PlaceSet
  present: Present
  plain: Partial<Record<ListingQuery['each'], { counts: Counts; version: number; until: number }>>
}

export interface Question {
  currency: Currency
  query: ListingQuery
  category?: { id: string; ids: readonly string[] }
  /** Of a search, with the language it is in. */
  terms?: readonly Term[]
  locale?: Locale
  now: number
}

export const libraryOf = (catalogue: Catalogue): Library => ({
  columns: catalogue.columns,
  vocabulary: catalogue.columns.vocabulary,
  ground: catalogue.ground,
  readings: catalogue.readings,
})

const searchIn = (
  catalogue: Catalogue,
  terms: readonly Term[],
  { locale = 'en', currency }: Pick<Question, 'locale' | 'currency'>,
): Hits => search(libraryOf(catalogue), { locale, currency, terms })

export function emptyCatalogue(ground: Ground): Catalogue {
  const catalogue: Catalogue = {
    columns: emptyColumns(ground),
    orders: new Map(),
    ground,
    pins: new Map(),
    seen: new Map(),
    sizeFaces: new Map(),
    readings: new Map(),
    version: 0,
  }
  setGround(catalogue, ground)
  return catalogue
}

const sameOption = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Takes what products share. False: what is laid out by it no longer fits, so that all has to be read again. */
export function setGround(catalogue: Catalogue, ground: Ground): boolean {
  const { columns } = catalogue
  for (const option of ground.options) {
    const known = columns.options.get(option.id)
    if (known && !sameOption([known.type, known.value], [option.type, option.value])) return false
  }
  columns.options = new Map(ground.options.map((option) => [option.id, option]))
  columns.brandSlugs = new Map(ground.brands.map(({ id, slug }) => [id, slug]))
  columns.brandNames = new Map(ground.brands.map(({ id, name }) => [id, name]))
  setConcepts(columns.vocabulary, ground)
  catalogue.readings.clear()
  catalogue.ground = ground
  catalogue.pins = new Map()
  for (const { category, product } of ground.pins)
    catalogue.pins.set(category, [...(catalogue.pins.get(category) ?? []), product])
  catalogue.seen.clear()
  catalogue.sizeFaces.clear()
  catalogue.version += 1
  return true
}

/** A row names sizes by their points: one that is not known yet means that the ground is older than the row. */
export const isKnown = ({ columns }: Catalogue, { offers }: CatalogueRow): boolean =>
  (offers ?? []).every(
    ([size, width]) => columns.options.has(size) && (width === null || columns.options.has(width)),
  )

/** Writes what these products are now; those without a row are not for sale any more. */
export function apply(catalogue: Catalogue, ids: readonly string[], rows: readonly CatalogueRow[]): void {
  const { columns, orders, seen } = catalogue
  if (ids.length > 0) catalogue.version += 1
  const there = new Set(rows.map(({ id }) => id))
  for (const row of rows) {
    const { at, moved, reshaped } = putRow(columns, row)
    if (moved) touch(orders, at)
    if (reshaped) seen.clear()
  }
  for (const id of ids) {
    const at = columns.places.get(id)
    if (there.has(id) || at === undefined) continue
    dropRow(columns, id)
    touch(orders, at)
    seen.clear()
  }
}

/** Enough places are empty that a new start costs less than walking past them. */
export const isWorn = ({ columns: { dead, used } }: Catalogue): boolean => dead > 1_000 && dead > used / 4

/** `new` depends on the hour, so counts are not kept for long. Milliseconds. */
const countsFor = 1_000
const mostSeen = 200

function seenBy(catalogue: Catalogue, { currency, category }: Question): Seen {
  const { columns, seen } = catalogue
  const key = `${currency} ${category?.ids.join() ?? ''}`
  const known = seen.get(key)
  if (known) return known
  const inside = placesIn(columns, currency, category?.ids)
  const fresh: Seen = { inside, present: presentIn(columns, currency, inside), plain: {} }
  if (seen.size >= mostSeen) seen.clear()
  seen.set(key, fresh)
  return fresh
}

const isPlain = (query: ListingQuery): boolean =>
  facetNames.every((facet) => query[facet].length === 0) &&
  query.minPrice === undefined &&
  query.maxPrice === undefined &&
  !query.inStock

/** What a search leaves of a category. */
function searchedScope(inside: PlaceSet, { found, scores }: Hits): Scope {
  return { inside: inside.map((bits, word) => bits & (found[word] ?? 0)), pinned: [], scores }
}

function scopeOf(catalogue: Catalogue, question: Question): Scope {
  const { currency, category, query, now } = question
  const seen = seenBy(catalogue, question)
  if (question.terms) return searchedScope(seen.inside, searchIn(catalogue, question.terms, question))
  const scope = {
    inside: seen.inside,
    present: seen.present,
    pinned: category ? (catalogue.pins.get(category.id) ?? []) : [],
  }
  if (!isPlain(query)) return scope
  const plain = seen.plain[query.each]
  const isKept = plain?.version === catalogue.version && plain.until > now && plain.until - now <= countsFor
  if (isKept) return { ...scope, plain: plain.counts }
  const counts = count(catalogue, currency, query, { inside: seen.inside, span: spanAt(now) })
  seen.plain[query.each] = { counts, version: catalogue.version, until: now + countsFor }
  return { ...scope, plain: counts }
}

/** The best models of a search alone, each in its best colour, without counts: the highest scores, of equals the more popular. */
export function bestOfSearch(
  catalogue: Catalogue,
  { terms, locale, currency }: Required<Pick<Question, 'terms' | 'locale' | 'currency'>>,
  most: number,
): string[] {
  const { columns, orders } = catalogue
  const { found, scores } = searchIn(catalogue, terms, { locale, currency })
  const { price } = columns.priced[currency]
  const ranks = ranksIn(columns, orders, 'popular')
  const isBetter = (one: number, other: number): boolean => {
    const more = (scores[one] ?? 0) - (scores[other] ?? 0)
    return more > 0 || (more === 0 && (ranks[one] ?? 0) < (ranks[other] ?? 0))
  }
  const modelOf = (at: number): number => columns.styleNumbers[at] ?? 0
  const best: number[] = []
  // Who comes after the last of a full list has no place in it, as nearly all: it is seen here, at once.
  let least = 0
  let lowest = Number.POSITIVE_INFINITY
  eachOf(found, (at) => {
    const score = scores[at] ?? 0
    if (score < least || (score === least && (ranks[at] ?? 0) > lowest) || (price[at] ?? -1) < 0) return
    keepBest(best, at, { most, isBetter, modelOf })
    if (best.length < most) return
    const last = best.at(-1) ?? at
    least = scores[last] ?? 0
    lowest = ranks[last] ?? 0
  })
  return best.map((at) => columns.ids[at] ?? '')
}

/** A category and all below it, by slug, path or id. */
export function categoryIn({ ground }: Catalogue, name: string): { id: string; ids: string[] } | undefined {
  const found = ground.categories.find(({ id, slug, path }) => slug === name || path === name || id === name)
  if (!found) return undefined
  const below = ground.categories.filter(
    ({ path }) => path === found.path || path.startsWith(`${found.path}/`),
  )
  return { id: found.id, ids: below.map(({ id }) => id) }
}

/** The sizes of a product as its brand labels them. */
export function sizeFacesOf(catalogue: Catalogue, at: number): SizeFace[] {
  const { columns, sizeFaces: kept, ground } = catalogue
  const brand = columns.brands.values[columns.brand[at] ?? 0] ?? ''
  const scales = columns.scaleSets.values[columns.scales[at] ?? 0] ?? ''
  // A value that no product had before gets a place of its own.
  const key = `${columns.sizes.values.length} ${brand} ${scales}`
  const known = kept.get(key)
  if (known) return known
  const faces = sizeFaces(columns, ground, brand, scales)
  kept.set(key, faces)
  return faces
}

/** One page of a listing with its counts, as the SQL form answers it. */
export const ask = (catalogue: Catalogue, question: Question): Found =>
  answerFrom(catalogue, { ...question, scope: scopeOf(catalogue, question) })
