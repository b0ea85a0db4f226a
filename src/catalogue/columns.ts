import { currencies, type Currency } from '#domain/markets'
import {
  heelOf,
  priceAt,
  type CatalogueRow,
  type Face,
  type Ground,
  type Offer,
  type OptionRow,
} from './rows'
import { pictureBytes, putSecond } from './second-pictures'
import { nothingShared, sharedFace, type Shared } from './shared-faces'
import { refreshSets, type Sets } from './sets'
import { joinStyle, leaveStyle, noStyles, type Styles } from './styles'
import { addWords, emptyVocabulary, removeWords, type Vocabulary } from './text/vocabulary'

/** Facets whose values are a handful of codes: a product has some of them as bits. */
export const codedFacets = ['colour', 'segment', 'material', 'closure', 'heel', 'feature'] as const
export type CodedFacet = (typeof codedFacets)[number]
const mostCodes = 31

/** Values in the order in which they were met, and the place of each. */
export interface Dictionary {
  values: string[]
  places: Map<string, number>
}

export const dictionary = (): Dictionary => ({ values: [], places: new Map() })

export function placeOf({ values, places }: Dictionary, value: string): number {
  const known = places.get(value)
  if (known !== undefined) return known
  places.set(value, values.length)
  values.push(value)
  return values.length - 1
}

/** `stride` words of 32 bits for each product. */
export interface BitColumn {
  stride: number
  words: Uint32Array
}

/** What differs by currency: price -1 is not for sale. */
export interface PriceColumns {
  price: Float64Array
  dearest: Float64Array
  /** Beside the lowest price, where all at it are reduced; -1 where not. */
  regular: Float64Array
  lowest30: Float64Array
  /** Pairs of all sizes, up to 255. */
  stock: Uint8Array
  /** 1 where the lowest price may be announced as a reduction. */
  reduced: Uint8Array
  /** Sizes it is made in, and those of which a pair is there, by the places of their values. */
  made: BitColumn
  here: BitColumn
  /** For products with widths: size, width + 1 and whether it is here, three numbers an offer. */
  pairs: (Uint16Array | undefined)[]
}

/** Products as columns: one place for each, kept for its life. A place that was left stays empty. */
export interface Columns extends Styles {
  capacity: number
  used: number
  dead: number
  ids: string[]
  places: Map<string, number>
  alive: Uint8Array
  brand: Uint16Array
  popularity: Float64Array
  launched: Float64Array
  coded: Record<CodedFacet, Uint32Array>
  categories: BitColumn
  /** Which scales its sizes are of. */
  scales: Uint16Array
  /** What cards show. */
  faces: (Face | undefined)[]
  /** The second picture of each, as `secondAt` reads it. */
  seconds: Uint8Array
  shared: Shared
  vocabulary: Vocabulary
  priced: Record<Currency, PriceColumns>
  codes: Record<CodedFacet, Dictionary>
  brands: Dictionary
  brandSlugs: Map<string, string>
  brandNames: Map<string, string>
  categoryIds: Dictionary
  sizes: Dictionary
  widths: Dictionary
  scaleSets: Dictionary
  options: Map<string, OptionRow>
  sets: Sets
  /** When it was last looked who is new. */
  fresh?: { at: number }
}

const bits = (): BitColumn => ({ stride: 1, words: new Uint32Array(0) })

export function emptyColumns(ground: Ground): Columns {
  const priced = (): PriceColumns => ({
    price: new Float64Array(0),
    dearest: new Float64Array(0),
    regular: new Float64Array(0),
    lowest30: new Float64Array(0),
    stock: new Uint8Array(0),
    reduced: new Uint8Array(0),
    made: bits(),
    here: bits(),
    pairs: [],
  })
  const each = <T>(make: () => T) =>
    Object.fromEntries(codedFacets.map((facet) => [facet, make()])) as Record<CodedFacet, T>
  return {
    capacity: 0,
    used: 0,
    dead: 0,
    ids: [],
    places: new Map(),
    alive: new Uint8Array(0),
    brand: new Uint16Array(0),
    popularity: new Float64Array(0),
    launched: new Float64Array(0),
    coded: each(() => new Uint32Array(0)),
    categories: bits(),
    scales: new Uint16Array(0),
    faces: [],
    seconds: new Uint8Array(0),
    ...noStyles(),
    shared: nothingShared(),
    vocabulary: emptyVocabulary(),
    priced: { EUR: priced(), GBP: priced(), USD: priced() },
    codes: each(dictionary),
    brands: dictionary(),
    brandSlugs: new Map(ground.brands.map(({ id, slug }) => [id, slug])),
    brandNames: new Map(ground.brands.map(({ id, name }) => [id, name])),
    categoryIds: dictionary(),
    sizes: dictionary(),
    widths: dictionary(),
    scaleSets: dictionary(),
    options: new Map(ground.options.map((option) => [option.id, option])),
    sets: new Map(),
  }
}

function wider<A extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(array: A, length: number): A {
  const grown = new (array.constructor as new (length: number) => A)(length)
  grown.set(array as never)
  return grown
}

function grow(columns: Columns): void {
  const capacity = Math.max(1024, Math.ceil(columns.capacity * 1.5))
  columns.capacity = capacity
  for (const name of ['alive', 'brand', 'popularity', 'launched', 'scales', 'leads', 'styleNumbers'] as const)
    columns[name] = wider(columns[name], capacity) as never
  for (const facet of codedFacets) columns.coded[facet] = wider(columns.coded[facet], capacity)
  columns.seconds = wider(columns.seconds, capacity * pictureBytes)
  growBits(columns.categories, capacity)
  for (const currency of currencies) {
    const priced = columns.priced[currency]
    for (const name of ['price', 'dearest', 'regular', 'lowest30', 'stock', 'reduced'] as const)
      priced[name] = wider(priced[name], capacity) as never
    growBits(priced.made, capacity)
    growBits(priced.here, capacity)
  }
}

const growBits = (column: BitColumn, capacity: number): void => {
  column.words = wider(column.words, capacity * column.stride)
}

/** Room for more values: each product's words are laid out anew. */
function widen(column: BitColumn, values: number, used: number): void {
  const stride = Math.ceil(values / 32)
  if (stride <= column.stride) return
  const words = new Uint32Array((column.words.length / column.stride) * stride)
  for (let at = 0; at < used; at += 1)
    words.set(column.words.subarray(at * column.stride, (at + 1) * column.stride), at * stride)
  column.stride = stride
  column.words = words
}

/** Sets the bits of a product, and says whether they were others before. */
function setBits(column: BitColumn, at: number, places: readonly number[], used: number): boolean {
  widen(column, Math.max(0, ...places) + 1, used)
  const { stride, words } = column
  const own = new Uint32Array(stride)
  for (const place of places) own[place >> 5] = (own[place >> 5] ?? 0) | (1 << (place & 31))
  let changed = false
  for (let word = 0; word < stride; word += 1) {
    if (words[at * stride + word] !== own[word]) changed = true
    words[at * stride + word] = own[word] ?? 0
  }
  return changed
}

function set(column: Float64Array | Uint8Array | Uint16Array | Uint32Array, at: number, value: number) {
  if (column[at] === value) return false
  column[at] = value
  return true
}

function codesOf(columns: Columns, facet: CodedFacet, values: readonly (string | null | undefined)[]) {
  let mask = 0
  for (const value of values) {
    if (value === null || value === undefined) continue
    const place = placeOf(columns.codes[facet], value)
    if (place >= mostCodes) throw new Error(`The facet ${facet} has more than ${mostCodes} values`)
    mask |= 1 << place
  }
  return mask >>> 0
}

const valuesOf = (row: CatalogueRow): Record<CodedFacet, readonly (string | null | undefined)[]> => ({
  colour: [row.colour],
  segment: [row.segment],
  material: row.materials ?? [],
  closure: [row.closure],
  heel: [heelOf(row.heel)],
  feature: row.features ?? [],
})

export interface Put {
  at: number
  /** Its place in orders may be another. */
  moved: boolean
  /** Listings may show other values than before, not only other counts. */
  reshaped: boolean
}

/** Writes a product into its place, a new one if it has none. */
export function putRow(columns: Columns, row: CatalogueRow): Put {
  const known = columns.places.get(row.id)
  const at = known ?? columns.used
  if (known === undefined) {
    if (at >= columns.capacity) grow(columns)
    columns.used += 1
    columns.ids[at] = row.id
    columns.places.set(row.id, at)
  }
  const isNew = set(columns.alive, at, 1)
  const sorted = [
    set(columns.popularity, at, row.popularity ?? Number.NEGATIVE_INFINITY),
    set(columns.launched, at, row.launched ?? Number.NEGATIVE_INFINITY),
  ]
  const values = valuesOf(row)
  const shape = [
    ...codedFacets.map((facet) => set(columns.coded[facet], at, codesOf(columns, facet, values[facet]))),
    set(columns.brand, at, placeOf(columns.brands, row.brand)),
    setBits(
      columns.categories,
      at,
      (row.categories ?? []).map((id) => placeOf(columns.categoryIds, id)),
      columns.used,
    ),
    ...putOffers(columns, at, row.offers ?? []),
  ]
  set(columns.leads, at, row.leads ? 1 : 0)
  putFace(columns, at, row)
  putSecond(columns.seconds, at, row.second)
  const prices = currencies.map((currency) => putPrices(columns, currency, at, row.offers ?? []))
  refreshSets(columns, at)
  return {
    at,
    moved: isNew || sorted.some(Boolean) || prices.some(({ repriced }) => repriced),
    reshaped: isNew || shape.some(Boolean) || prices.some(({ reshaped }) => reshaped),
  }
}

function putOffers(columns: Columns, at: number, offers: readonly Offer[]): boolean[] {
  const scales = new Set<string>()
  for (const [size] of offers) {
    const option = columns.options.get(size)
    if (option) scales.add(option.type)
  }
  return [set(columns.scales, at, placeOf(columns.scaleSets, [...scales].sort().join()))]
}

interface PricedPut {
  repriced: boolean
  reshaped: boolean
}

function putPrices(columns: Columns, currency: Currency, at: number, offers: readonly Offer[]): PricedPut {
  const index = priceAt[currency]
  const priced = columns.priced[currency]
  const tag = { lowest: -1, dearest: -1, regular: -1, lowest30: -1, stock: 0, isReduced: false }
  const made: number[] = []
  const here: number[] = []
  const pairs: number[] = []
  let hasWidths = false
  for (const offer of offers) {
    const price = offer[index]
    const size = columns.options.get(offer[0])
    if (price === null || !size) continue
    tagPrice(tag, price, offer.slice(index + 1, index + 3) as [number | null, number | null])
    tag.stock += offer[2]
    const place = placeOf(columns.sizes, size.value)
    made.push(place)
    if (offer[2]) here.push(place)
    const width = offer[1] === null ? undefined : columns.options.get(offer[1])?.value
    if (width !== undefined) hasWidths = true
    pairs.push(place, width === undefined ? 0 : placeOf(columns.widths, width) + 1, offer[2] > 0 ? 1 : 0)
  }
  const before = priced.pairs[at]
  const now = hasWidths ? Uint16Array.from(pairs) : undefined
  const otherWidths = Boolean(before) !== Boolean(now) || String(before) !== String(now)
  if (otherWidths) priced.pairs[at] = now
  widen(priced.here, Math.max(0, ...made) + 1, columns.used)
  setBits(priced.here, at, here, columns.used)
  const wasForSale = (priced.price[at] ?? 0) >= 0
  const isAnnounced = tag.isReduced && tag.lowest30 >= 0
  const reshaped = [
    set(priced.reduced, at, isAnnounced ? 1 : 0),
    setBits(priced.made, at, made, columns.used),
  ]
  const repriced = set(priced.price, at, tag.lowest)
  set(priced.dearest, at, tag.dearest)
  set(priced.regular, at, tag.isReduced ? tag.regular : -1)
  set(priced.lowest30, at, tag.isReduced ? tag.lowest30 : -1)
  set(priced.stock, at, Math.min(tag.stock, 255))
  return {
    repriced,
    reshaped: reshaped.some(Boolean) || otherWidths || wasForSale !== tag.lowest >= 0,
  }
}

interface Tag {
  lowest: number
  dearest: number
  regular: number
  lowest30: number
  stock: number
  isReduced: boolean
}

const lower = (before: number, value: number | null): number =>
  value === null ? before : before < 0 ? value : Math.min(before, value)

/** A reduction shows only where every size at the lowest price is reduced. */
function tagPrice(
  tag: Tag,
  price: number,
  [regular, lowest30]: readonly [number | null, number | null],
): void {
  tag.dearest = Math.max(tag.dearest, price)
  if (tag.lowest >= 0 && price > tag.lowest) return
  if (tag.lowest < 0 || price < tag.lowest)
    Object.assign(tag, { lowest: price, isReduced: true, regular: -1, lowest30: -1 })
  if (regular === null) tag.isReduced = false
  tag.regular = lower(tag.regular, regular)
  tag.lowest30 = lower(tag.lowest30, lowest30)
}

const textOf = ({ slug, title, name, code, colours, summaries }: Face): string =>
  JSON.stringify([slug, title, name, code, colours, summaries])

function putFace(columns: Columns, at: number, { face, style }: CatalogueRow): void {
  const known = columns.faces[at]
  if (!known || textOf(known) !== textOf(face)) {
    if (known) removeWords(columns.vocabulary, at, known)
    addWords(columns.vocabulary, at, face)
  }
  const sibling = columns.colours.get(style)?.[0]
  columns.faces[at] = sharedFace(columns.shared, face, columns.faces[sibling ?? -1])
  joinStyle(columns, at, style)
}

/** Empties the place of a product that is not for sale any more. */
export function dropRow(columns: Columns, id: string): boolean {
  const at = columns.places.get(id)
  if (at === undefined) return false
  columns.places.delete(id)
  columns.alive[at] = 0
  const face = columns.faces[at]
  if (face) removeWords(columns.vocabulary, at, face)
  columns.faces[at] = undefined
  leaveStyle(columns, at)
  for (const currency of currencies) columns.priced[currency].pairs[at] = undefined
  columns.dead += 1
  return true
}
