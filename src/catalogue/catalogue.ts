import type { Currency } from '#domain/markets'
import type { ListingQuery } from '#domain/views'
import { answerFrom, spanAt, type Scope } from './answer'
import { dropRow, emptyColumns, putRow, type Columns } from './columns'
import type { Found } from './found'
import { touch, type Orders } from './orders'
import type { CatalogueRow, Ground } from './rows'
import { categoryScope, presentIn, type Present } from './scope'

/** All that is for sale, in memory. */
export interface Catalogue {
  columns: Columns
  orders: Orders
  ground: Ground
  pins: Map<string, string[]>
  /** What categories show before any filter, by currency and category; forgotten when a product is another. */
  seen: Map<string, { inside: Uint8Array; present: Present; until: number }>
}

export interface Question {
  currency: Currency
  query: ListingQuery
  category?: { id: string; ids: readonly string[] }
  now: number
}

export function emptyCatalogue(ground: Ground): Catalogue {
  const catalogue: Catalogue = {
    columns: emptyColumns(ground),
    orders: new Map(),
    ground,
    pins: new Map(),
    seen: new Map(),
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
  catalogue.ground = ground
  catalogue.pins = new Map()
  for (const { category, product } of ground.pins)
    catalogue.pins.set(category, [...(catalogue.pins.get(category) ?? []), product])
  catalogue.seen.clear()
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

/** `new` depends on the hour, so what was seen is not kept for long. Milliseconds. */
const seenFor = 1_000
const mostSeen = 200

function scopeOf(catalogue: Catalogue, { currency, category, now }: Question): Scope {
  const { columns, seen } = catalogue
  const key = `${currency} ${category?.ids.join() ?? ''}`
  const known = seen.get(key)
  const pinned = category ? (catalogue.pins.get(category.id) ?? []) : []
  if (known && known.until > now) return { ...known, pinned }
  const inside = categoryScope(columns, category?.ids)
  const present = presentIn(columns, currency, inside, spanAt(now))
  if (seen.size >= mostSeen) seen.clear()
  seen.set(key, { inside, present, until: now + seenFor })
  return { inside, present, pinned }
}

/** One page of a listing with its counts, as the SQL form answers it. */
export const ask = (catalogue: Catalogue, question: Question): Found =>
  answerFrom(catalogue, { ...question, scope: scopeOf(catalogue, question) })
