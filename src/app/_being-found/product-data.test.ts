import { expect, test } from 'vitest'
import { productData, videoData, type ProductPlace } from '#components/product-data'
import { markets } from '#domain/markets'
import type { ProductView, ReviewView, VariantView, VideoView } from '#domain/views'
import { wordsOf } from '../words'
import { productGroup, singleProduct, videoObject, wholePiece } from './testing/rules'

const origin = 'https://shop.example'
const money = { amount: 12_900, currency: 'EUR' } as const
/** `A-42` is a 42. */
const variant = (sku: string, gtin?: string): VariantView => ({
  id: sku,
  sku,
  ...(gtin && { gtin }),
  size: sku.split('-')[1] ?? '',
  labels: { eu: sku.split('-')[1] ?? '' },
  price: money,
  available: 2,
})
const product: ProductView = {
  id: 'p',
  slug: 'albona-derby-cognac',
  title: 'Albona Cognac',
  name: 'Albona',
  brand: 'Molini',
  colour: 'Cognac',
  segment: 'men',
  price: money,
  priceFrom: false,
  image: { id: 'i', url: '/media/i/1600.webp', alt: '', width: 1600, height: 1600 },
  sizes: [],
  siblings: [],
  style: { id: 's', slug: 'albona', name: 'Albona' },
  description: 'A derby.',
  images: [{ id: 'i', url: '/media/i/1600.webp', alt: '', width: 1600, height: 1600, view: 'side' }],
  variants: [variant('A-42', '4006381333931'), variant('A-43', '96385074'), variant('A-44')],
  colourSiblings: [],
  materials: { upper: ['leather'], lining: [], sole: [] },
  attributes: {},
  brandView: {
    slug: 'molini',
    name: 'Molini',
    manufacturer: {
      name: 'M',
      street: 'S',
      postalCode: '1',
      city: 'C',
      country: 'IT',
      email: 'm@shop.example',
    },
  },
  categories: [],
  completes: [],
  seo: {},
}
const review = (rating: number, text?: string): ReviewView => ({
  id: `r${rating}`,
  rating,
  ...(text && { text }),
  name: 'Ada R.',
  locale: 'en',
  at: '2026-11-01T10:00:00.000Z',
  isBought: true,
  colour: 'Cognac',
  photos: [],
})
const piecesFor = (
  of: ProductView,
  reviews: readonly ReviewView[],
  delivery: ProductPlace['delivery'] = [],
) =>
  productData(of, {
    origin,
    url: `${origin}/p/${of.slug}`,
    urlOf: (slug) => `${origin}/p/${slug}`,
    market: markets.eu,
    t: wordsOf('eu'),
    returnDays: 30,
    delivery,
    handling: 0,
    reviews,
  })
const dataFor = (...of: Parameters<typeof piecesFor>) => wholePiece(piecesFor(...of))
const dataOf = (of: ProductView, reviews: readonly ReviewView[]) => productGroup.parse(dataFor(of, reviews))

test('each size says its GTIN by its length, a size without one says none', () => {
  const sizes = dataOf(product, []).hasVariant
  expect(sizes[0]).toMatchObject({ gtin13: '4006381333931' })
  expect(sizes[1]).toMatchObject({ gtin8: '96385074' })
  expect(Object.keys(sizes[2] ?? {}).filter((name) => name.startsWith('gtin'))).toEqual([])
})

test('a width is said in size and name, and the usual one goes without saying', () => {
  const variants = ['narrow', 'standard', 'wide'].map((width) => ({ ...variant(`A-42-${width}`), width }))
  const sizes = dataOf({ ...product, variants }, []).hasVariant
  expect(sizes.map((one) => 'sku' in one && [one.size.name, one.name])).toEqual([
    ['42, Narrow', 'Albona Cognac, EU 42, Narrow'],
    ['42', 'Albona Cognac, EU 42'],
    ['42, Wide', 'Albona Cognac, EU 42, Wide'],
  ])
})

test('a group in which two members are alike breaks the rules', () => {
  const twins = [variant('A-42'), variant('B-42')]
  expect(() => dataOf({ ...product, variants: twins }, [])).toThrow('alike')
})

test('what buyers say is counted and quoted as the page shows it; stars without words are only counted', () => {
  const rated = { ...product, rating: { average: 4.3, count: 3 } }
  const data = dataOf(rated, [review(5, 'Wears in quickly.'), review(3)])
  expect(data.aggregateRating).toMatchObject({ ratingValue: 4.3, reviewCount: 3 })
  expect(data.review).toHaveLength(1)
  expect(data.review?.[0]).toMatchObject({ reviewBody: 'Wears in quickly.', datePublished: '2026-11-01' })
})

test('a shoe without reviews says nothing of any', () => {
  const data = dataOf(product, [])
  expect([data.aggregateRating, data.review]).toEqual([undefined, undefined])
})

const video: VideoView = {
  url: '/media/v-1/video.webm',
  type: 'video/webm',
  poster: product.image,
  alt: 'The sole bends',
  uploadedAt: '2026-11-01T10:00:00Z',
}

test('delivery is told by what each size weighs; a shoe that nobody has weighed is a pair in its box, anything else weighs nothing', () => {
  const rates = [{ price: 300, maxWeightG: 500 }, { price: 900 }]
  const delivery = [{ country: 'IT', minDays: 1, maxDays: 2, rates }]
  const costsOf = (of: ProductView) =>
    [...JSON.stringify(dataFor(of, [], delivery)).matchAll(/"shippingRate":[^}]*?"value":"?([\d.]+)/g)].map(
      ([, cost]) => cost,
    )
  const sizes = [{ ...variant('A-42'), weightG: 480 }, { ...variant('A-43'), weightG: 510 }, variant('A-44')]
  expect(costsOf({ ...product, variants: sizes })).toEqual(['3.00', '9.00', '9.00'])
  const tin: ProductView = { ...product, kind: 'care', segment: undefined }
  expect(costsOf({ ...tin, variants: [variant('B')] })).toEqual(['3.00'])
})

test('how sizes are sent and taken back is said once, however many they are', () => {
  const delivery = markets.eu.countries.map((country) => ({
    country,
    minDays: 1,
    maxDays: 2,
    rates: [{ price: 300 }],
  }))
  const lengthWith = (many: number) => {
    const variants = Array.from({ length: many }, (_, index) => variant(`A-${index}`))
    const pieces = piecesFor({ ...product, variants }, [], delivery)
    expect(pieces.map((piece) => piece['@type'])).toEqual([
      'ProductGroup',
      'OfferShippingDetails',
      'MerchantReturnPolicy',
    ])
    return JSON.stringify(pieces).length
  }
  expect((lengthWith(45) - lengthWith(5)) / 40).toBeLessThan(800)
})

test('a video says what it shows, since when, where it is, and how long it lasts where that is known', () => {
  const said = {
    name: 'Albona Cognac',
    description: 'The sole bends',
    thumbnailUrl: `${origin}/media/i/1600.webp`,
    uploadDate: '2026-11-01T10:00:00Z',
    contentUrl: `${origin}/media/v-1/video.webm`,
  }
  const data = videoObject.parse(videoData(video, product.title, origin))
  expect(data).toMatchObject(said)
  expect(data.duration).toBeUndefined()
  const timed = videoObject.parse(videoData({ ...video, alt: '', seconds: 8.1 }, product.title, origin))
  expect(timed).toMatchObject({ ...said, description: 'Albona Cognac', duration: 'PT9S' })
})

test('a turn adds no picture to what search engines are told', () => {
  const turn = Array.from({ length: 36 }, (_, frame) => ({ ...product.image, id: `frame-${frame}` }))
  expect(dataOf({ ...product, turn, video }, [])).toEqual(dataOf(product, []))
})

test('what comes in one size is one Product with its offer, and says nothing of feet', () => {
  const [only] = product.variants
  if (!only) throw new Error('no variant')
  const tin: ProductView = {
    ...product,
    kind: 'care',
    segment: undefined,
    variants: [{ ...only, size: 'one-size', labels: { eu: 'One size' } }],
  }
  const data = singleProduct.parse(dataFor(tin, [review(4, 'Shines.')]))
  expect(data).toMatchObject({ sku: 'A-42', gtin13: '4006381333931', offers: { price: '129.00' } })
  expect(JSON.stringify(data)).not.toMatch(/size|audience/i)
})
