import type { Market } from '#domain/markets'
import { shippingPrice, toldWeightG, type ShippingRate } from '#domain/shipping'
import type {
  Money,
  ProductView,
  RatingView,
  ReviewView,
  Segment,
  VariantView,
  VideoView,
} from '#domain/views'
import type { Words } from './shop'
import { sizeIn } from './width-label'

interface Delivery {
  country: string
  minDays: number
  maxDays: number
  rates: readonly ShippingRate[]
}

export interface ProductPlace {
  /** Absolute address of the page. */
  url: string
  /** Absolute address of another product's page. */
  urlOf: (slug: string) => string
  origin: string
  market: Market
  t: Words
  /** Days in which a pair may be sent back. */
  returnDays: number
  /** How parcels go to the countries of the market. */
  delivery: readonly Delivery[]
  /** Working days until a parcel leaves. */
  handling: number
  /** Those that the page shows. */
  reviews: readonly ReviewView[]
}

/** A piece of structured data. */
export type Piece = Readonly<Record<string, unknown>>

/**
 * What many offers of a page have in common stands there once: `say` gives the name under which it does, and `all` are they. A shoe
 * has up to fifty sizes, and how it is sent is longer than all else that is said of one.
 */
function openShared() {
  const names = new Map<string, { piece: Piece; id: string }>()
  return {
    say(kind: string, piece: Piece) {
      const text = JSON.stringify(piece)
      const known = names.get(text) ?? { piece, id: `#${kind}-${names.size + 1}` }
      names.set(text, known)
      return { '@id': known.id }
    },
    all: (): Piece[] =>
      [...names.values()].map(({ piece, id }) => ({ '@context': context, '@id': id, ...piece })),
  }
}
type Shared = ReturnType<typeof openShared>

const context = 'https://schema.org'
const schema = (word: string): string => `https://schema.org/${word}`
const decimal = ({ amount }: Money): string => (amount / 100).toFixed(2)

const groups: Readonly<Record<Segment, string>> = {
  men: 'WearableSizeGroupMens',
  women: 'WearableSizeGroupWomens',
  unisex: 'WearableSizeGroupRegular',
  kids: 'WearableSizeGroupBoys',
}
const audiences: Readonly<Record<Segment, Record<string, unknown>>> = {
  men: { suggestedGender: 'male', suggestedMinAge: 13 },
  women: { suggestedGender: 'female', suggestedMinAge: 13 },
  unisex: { suggestedGender: 'unisex', suggestedMinAge: 13 },
  kids: { suggestedGender: 'unisex', suggestedMaxAge: 13 },
}

const days = (minValue: number, maxValue: number) => ({
  '@type': 'QuantitativeValue',
  minValue,
  maxValue,
  unitCode: 'DAY',
})

/** Countries with the same price and time stand together. */
function shippingDetails(price: Money, weightG: number, { delivery, handling }: ProductPlace) {
  const alike = new Map<string, { cost: number; minDays: number; maxDays: number; countries: string[] }>()
  for (const { country, minDays, maxDays, rates } of delivery) {
    const cost = shippingPrice(rates, { value: price.amount, weightG })
    if (cost === undefined) continue
    const key = [cost, minDays, maxDays].join()
    const known = alike.get(key)
    if (known) known.countries.push(country)
    else alike.set(key, { cost, minDays, maxDays, countries: [country] })
  }
  return [...alike.values()].map(({ cost, minDays, maxDays, countries }) => ({
    '@type': 'OfferShippingDetails',
    shippingRate: {
      '@type': 'MonetaryAmount',
      value: decimal({ ...price, amount: cost }),
      currency: price.currency,
    },
    shippingDestination: { '@type': 'DefinedRegion', addressCountry: countries },
    deliveryTime: {
      '@type': 'ShippingDeliveryTime',
      // An order after the cut-off is one of the next day.
      handlingTime: days(handling, handling + 1),
      transitTime: days(minDays, maxDays),
    },
  }))
}

const returnPolicy = ({ countries }: Market, returnDays: number) => ({
  '@type': 'MerchantReturnPolicy',
  applicableCountry: countries,
  returnPolicyCategory: schema('MerchantReturnFiniteReturnWindow'),
  merchantReturnDays: returnDays,
  returnMethod: schema('ReturnByMail'),
})

const availabilityOf = ({ available }: VariantView, launchesAt: string | undefined) =>
  launchesAt
    ? { availability: schema('PreOrder'), availabilityStarts: launchesAt }
    : { availability: schema(available > 0 ? 'InStock' : 'OutOfStock') }

function offerOf(
  variant: VariantView,
  { kind, launchesAt }: ProductView,
  place: ProductPlace,
  shared: Shared,
) {
  const { url, market, returnDays } = place
  const { price, priceUntil, lowest30 } = variant
  return {
    '@type': 'Offer',
    url,
    price: decimal(price),
    priceCurrency: price.currency,
    ...(priceUntil && { priceValidUntil: priceUntil }),
    // What is struck through is the lowest price of the 30 days before, here as on the page.
    ...(lowest30 &&
      lowest30.amount > price.amount && {
        priceSpecification: {
          '@type': 'UnitPriceSpecification',
          priceType: schema('StrikethroughPrice'),
          price: decimal(lowest30),
          priceCurrency: lowest30.currency,
        },
      }),
    ...availabilityOf(variant, launchesAt),
    itemCondition: schema('NewCondition'),
    shippingDetails: shippingDetails(price, toldWeightG({ ...variant, kind }), place).map((details) =>
      shared.say('shipping', details),
    ),
    hasMerchantReturnPolicy: shared.say('returns', returnPolicy(market, returnDays)),
  }
}

const ratingData = ({ average, count }: RatingView) => ({
  '@type': 'AggregateRating',
  ratingValue: average,
  reviewCount: count,
  bestRating: 5,
  worstRating: 1,
})

/** Stars without words are counted above and are no review to quote. */
const reviewData = ({ rating, title, text, name, at, locale }: ReviewView) =>
  text
    ? [
        {
          '@type': 'Review',
          author: { '@type': 'Person', name },
          datePublished: at.slice(0, 10),
          inLanguage: locale,
          ...(title && { name: title }),
          reviewBody: text,
          reviewRating: { '@type': 'Rating', ratingValue: rating, bestRating: 5, worstRating: 1 },
        },
      ]
    : []

/** The video of a product, which has the name of what it shows. */
export const videoData = (video: VideoView, name: string, origin: string) => ({
  '@context': context,
  '@type': 'VideoObject',
  name,
  description: video.alt || name,
  thumbnailUrl: `${origin}/media/${video.poster.id}/1600.webp`,
  uploadDate: video.uploadedAt,
  contentUrl: `${origin}${video.url}`,
  ...(video.seconds !== undefined && { duration: `PT${Math.ceil(video.seconds)}S` }),
})

/** What a page tells of a product, whatever its kind. */
function commonData(product: ProductView, { origin, url, reviews: shown }: ProductPlace) {
  const images = product.images.map(({ id, url: own }) => `${origin}${id ? `/media/${id}/1600.webp` : own}`)
  const reviews = shown.flatMap(reviewData)
  return {
    name: product.title,
    description: product.description || product.title,
    color: product.colour,
    brand: { '@type': 'Brand', name: product.brand },
    image: images,
    url,
    ...(product.rating && { aggregateRating: ratingData(product.rating) }),
    ...(product.rating && reviews.length > 0 && { review: reviews }),
  }
}

const gtinData = ({ gtin }: VariantView) => (gtin ? { [`gtin${gtin.length}`]: gtin } : {})

/** What comes in one size is one Product, of which each colour has a page of its own. */
function thingData(product: ProductView, place: ProductPlace, shared: Shared): Piece {
  const [only] = product.variants
  return {
    '@context': context,
    '@type': 'Product',
    ...commonData(product, place),
    ...(only && { sku: only.sku, ...gtinData(only), offers: offerOf(only, product, place, shared) }),
  }
}

/**
 * A style in this colour and its sizes as schema.org's ProductGroup; its other colours are members that have pages of
 * their own.
 */
function groupData(product: ProductView, segment: Segment, place: ProductPlace, shared: Shared): Piece {
  const common = commonData(product, place)
  const sizes = product.variants.map((variant) => ({
    '@type': 'Product',
    sku: variant.sku,
    ...gtinData(variant),
    name: `${product.title}, EU ${sizeIn(place, variant)}`,
    description: common.description,
    size: {
      '@type': 'SizeSpecification',
      name: sizeIn(place, variant),
      sizeSystem: schema('WearableSizeSystemEurope'),
      sizeGroup: schema(groups[segment]),
    },
    color: product.colour,
    image: common.image[0],
    offers: offerOf(variant, product, place, shared),
  }))
  const others = product.colourSiblings
    .filter(({ slug }) => slug !== product.slug)
    .map(({ slug }) => ({ '@type': 'Product', url: place.urlOf(slug) }))
  return {
    '@context': context,
    '@type': 'ProductGroup',
    productGroupID: product.style.slug,
    ...common,
    audience: { '@type': 'PeopleAudience', ...audiences[segment] },
    ...(product.materials.upper.length > 0 && { material: product.materials.upper.join('/') }),
    variesBy: [schema('size'), schema('color')],
    hasVariant: [...sizes, ...others],
  }
}

/** What a page tells search engines of its product, and behind it what its offers share. */
export function productData(product: ProductView, place: ProductPlace): Piece[] {
  const { kind, segment } = product
  const shared = openShared()
  const data =
    kind || !segment ? thingData(product, place, shared) : groupData(product, segment, place, shared)
  return [data, ...shared.all()]
}
