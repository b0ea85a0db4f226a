import { sizeFacesOf, type Catalogue } from '#catalogue/catalogue'
import { newForDays, type Face } from '#catalogue/rows'
import { secondAt } from '#catalogue/second-pictures'
import type { Locale, Market } from '#domain/markets'
import type {
  ColourSibling,
  ImageView,
  PriceView,
  ProductCard,
  ProductTag,
  Segment,
  SizeChoice,
} from '#domain/views'
import { lastPairsAt, money, noPicture, ratingOf } from './cards'

const day = 86_400_000

const inLanguage = (texts: Face['colours'], locale: Locale): string | undefined =>
  texts?.[locale] ?? texts?.en

function imageOf(image: Face['image'], locale: Locale): ImageView | undefined {
  if (!image) return undefined
  const { id, width, height, alts } = image
  return { id, url: `/media/${id}/1600.webp`, width, height, alt: inLanguage(alts, locale) ?? '' }
}

/** Sizes from the smallest, with whether a pair is there. */
function sizesOf(catalogue: Catalogue, market: Market, at: number): SizeChoice[] {
  const { made, here } = catalogue.columns.priced[market.currency]
  const has = ({ words, stride }: typeof made, place: number): boolean =>
    place >> 5 < stride && ((words[at * stride + (place >> 5)] ?? 0) & (1 << (place & 31))) !== 0
  return sizeFacesOf(catalogue, at)
    .filter(({ place }) => has(made, place))
    .map(({ place, value, label, labels }) => ({ value, label, labels, available: has(here, place) }))
}

/** What the lowest price of a product that is for sale is, and stands beside. */
function priceTag({ columns }: Catalogue, market: Market, at: number): PriceView {
  const { price, dearest, regular, lowest30 } = columns.priced[market.currency]
  const lowest = price[at] ?? 0
  const [before, low] = [regular[at] ?? -1, lowest30[at] ?? -1]
  return {
    price: money(lowest, market),
    priceFrom: lowest !== dearest[at],
    ...(before < 0 ? {} : { regularPrice: money(before, market) }),
    ...(low < 0 ? {} : { lowest30: money(low, market) }),
  }
}

/** A product, and when it is looked at, in milliseconds. */
interface Moment {
  at: number
  now: number
}

/** The other colours of a style that are for sale, the most popular first. */
function siblingsOf(catalogue: Catalogue, market: Market, { at, now }: Moment): ColourSibling[] {
  const { columns } = catalogue
  const { price, stock } = columns.priced[market.currency]
  const popularity = (one: number): number => {
    const known = columns.popularity[one] ?? 0
    return known === Number.NEGATIVE_INFINITY ? Number.POSITIVE_INFINITY : known
  }
  return (columns.colours.get(columns.styles[at] ?? '') ?? [])
    .flatMap((place) => {
      const face = columns.faces[place]
      return place !== at && face && (price[place] ?? -1) >= 0 ? [{ place, face }] : []
    })
    .sort((a, b) => popularity(b.place) - popularity(a.place) || (a.face.slug < b.face.slug ? -1 : 1))
    .map(({ place, face }) => {
      const colour = inLanguage(face.colours, market.locale) ?? ''
      return {
        slug: face.slug,
        colour,
        soldOut: stock[place] === 0 && !((columns.launched[place] ?? 0) > now),
        image: imageOf(face.image, market.locale) ?? noPicture(colour),
        ...(face.swatch ? { swatch: face.swatch } : {}),
        ...priceTag(catalogue, market, place),
      }
    })
}

function badgeOf({ columns }: Catalogue, market: Market, at: number, now: number): ProductCard['badge'] {
  const pairs = columns.priced[market.currency].stock[at] ?? 0
  if (pairs > 0 && pairs <= lastPairsAt) return 'last-pairs'
  const launched = columns.launched[at] ?? 0
  return launched > now - newForDays * day && launched <= now ? 'new' : undefined
}

/** What every view of a product begins with; nothing where it is not for sale. */
function tagAt(catalogue: Catalogue, market: Market, at: number): ProductTag | undefined {
  const { columns } = catalogue
  const face = columns.faces[at]
  if (!face || (columns.priced[market.currency].price[at] ?? -1) < 0) return undefined
  const title = face.title ?? face.slug
  return {
    id: columns.ids[at] ?? '',
    slug: face.slug,
    title,
    name: face.name,
    brand: columns.brandNames.get(columns.brands.values[columns.brand[at] ?? 0] ?? '') ?? '',
    colour: inLanguage(face.colours, market.locale) ?? '',
    ...priceTag(catalogue, market, at),
    image: imageOf(face.image, market.locale) ?? noPicture(title),
  }
}

function cardAt(catalogue: Catalogue, market: Market, at: number, now: number): ProductCard | undefined {
  const { columns } = catalogue
  const face = columns.faces[at]
  const tag = tagAt(catalogue, market, at)
  if (!face || !tag) return undefined
  const summary = inLanguage(face.summaries, market.locale)
  const second = secondAt(columns.seconds, at)
  const badge = badgeOf(catalogue, market, at, now)
  const launched = columns.launched[at] ?? 0
  const segment = columns.codes.segment.values[Math.log2(columns.coded.segment[at] ?? 0)] as
    Segment | undefined
  return {
    ...tag,
    ...(summary ? { summary } : {}),
    ...(face.swatch ? { swatch: face.swatch } : {}),
    ...(face.kind ? { kind: face.kind } : {}),
    ...(segment ? { segment } : {}),
    ...(second ? { secondImage: second } : {}),
    sizes: sizesOf(catalogue, market, at),
    siblings: siblingsOf(catalogue, market, { at, now }),
    ...(badge ? { badge } : {}),
    ...(launched > now ? { launchesAt: new Date(launched).toISOString() } : {}),
    ...(launched > now && face.isDrawn ? { launchBy: 'draw' as const } : {}),
    ...ratingOf(face.stars),
  }
}

/** Products that are for sale by their ids, as `view` sees each. */
const seen = <T>(catalogue: Catalogue, ids: readonly string[], view: (at: number) => T | undefined): T[] =>
  ids.flatMap((id) => {
    const at = catalogue.columns.places.get(id)
    return at === undefined ? [] : (view(at) ?? [])
  })

export const memoryTags = (catalogue: Catalogue, market: Market, ids: readonly string[]): ProductTag[] =>
  seen(catalogue, ids, (at) => tagAt(catalogue, market, at))

/** As `getCards`, from the catalogue in memory. */
export function memoryCards(catalogue: Catalogue, market: Market, ids: readonly string[]): ProductCard[] {
  const now = Date.now()
  return seen(catalogue, ids, (at) => cardAt(catalogue, market, at, now))
}
