import { z } from 'zod'
import { isGtin } from '#domain/gtin'
import { hreflangOf } from '#domain/indexing'
import { childrenOf, textOf, type XmlNode } from './read-xml'

const absolute = z.url({ protocol: /^https?$/ })
const decimal = z.string().regex(/^\d+\.\d{2}$/)
const currency = z.enum(['EUR', 'GBP', 'USD'])
const country = z.string().regex(/^[A-Z]{2}$/)
const schemaOrg = (...words: string[]) => z.enum(words.map((word) => `https://schema.org/${word}`))
const words = z.string().trim().min(1)

const days = z
  .object({
    '@type': z.literal('QuantitativeValue'),
    minValue: z.int().min(0),
    maxValue: z.int(),
    unitCode: z.literal('DAY'),
  })
  .refine(({ minValue, maxValue }) => maxValue >= minValue)

/** Source: Google Search Central, merchant listing: required and recommended properties of an offer. */
const offer = z.strictObject({
  '@type': z.literal('Offer'),
  url: absolute,
  price: decimal,
  priceCurrency: currency,
  priceValidUntil: z.iso.datetime().optional(),
  priceSpecification: z
    .strictObject({
      '@type': z.literal('UnitPriceSpecification'),
      priceType: schemaOrg('StrikethroughPrice'),
      price: decimal,
      priceCurrency: currency,
    })
    .optional(),
  availability: schemaOrg('InStock', 'OutOfStock', 'PreOrder'),
  availabilityStarts: z.iso.datetime().optional(),
  itemCondition: schemaOrg('NewCondition'),
  shippingDetails: z.array(
    z.strictObject({
      '@type': z.literal('OfferShippingDetails'),
      shippingRate: z.strictObject({ '@type': z.literal('MonetaryAmount'), value: decimal, currency }),
      shippingDestination: z.strictObject({
        '@type': z.literal('DefinedRegion'),
        addressCountry: z.array(country).min(1),
      }),
      deliveryTime: z.strictObject({
        '@type': z.literal('ShippingDeliveryTime'),
        handlingTime: days,
        transitTime: days,
      }),
    }),
  ),
  hasMerchantReturnPolicy: z.strictObject({
    '@type': z.literal('MerchantReturnPolicy'),
    applicableCountry: z.array(country).min(1).max(50),
    returnPolicyCategory: schemaOrg('MerchantReturnFiniteReturnWindow'),
    merchantReturnDays: z.int().min(14),
    returnMethod: schemaOrg('ReturnByMail'),
  }),
})

/** Source: schema.org SizeSpecification; Google accepts these systems and groups of wearables. */
const size = z.strictObject({
  '@type': z.literal('SizeSpecification'),
  name: words,
  sizeSystem: schemaOrg('WearableSizeSystemEurope'),
  sizeGroup: schemaOrg(
    'WearableSizeGroupMens',
    'WearableSizeGroupWomens',
    'WearableSizeGroupRegular',
    'WearableSizeGroupBoys',
  ),
})

const gtinOf = (digits: number) =>
  z.string().length(digits).refine(isGtin, 'a check digit is wrong').optional()

const sized = z.strictObject({
  '@type': z.literal('Product'),
  sku: words,
  gtin8: gtinOf(8),
  gtin12: gtinOf(12),
  gtin13: gtinOf(13),
  gtin14: gtinOf(14),
  name: words,
  description: words,
  size,
  color: words,
  image: absolute,
  offers: offer,
})
/** Members of a group differ in what it varies by, and nobody could tell two of one name apart. */
function haveNoTwins(members: readonly (readonly string[])[]): boolean {
  return new Set(members.map((member) => JSON.stringify(member))).size === members.length
}

/** A member with a page of its own is named by its address alone. */
const elsewhere = z.strictObject({ '@type': z.literal('Product'), url: absolute })

const scale = { bestRating: z.literal(5), worstRating: z.literal(1) }

/** Source: Google Search Central, review snippet: the average of at least one review, and reviews that the page shows. */
const aggregateRating = z.strictObject({
  '@type': z.literal('AggregateRating'),
  ratingValue: z.number().min(1).max(5),
  reviewCount: z.int().min(1),
  ...scale,
})
const review = z.strictObject({
  '@type': z.literal('Review'),
  author: z.strictObject({ '@type': z.literal('Person'), name: words.max(100) }),
  datePublished: z.iso.date(),
  inLanguage: z.enum(['en', 'it', 'de']),
  name: words.optional(),
  reviewBody: words,
  reviewRating: z.strictObject({
    '@type': z.literal('Rating'),
    ratingValue: z.int().min(1).max(5),
    ...scale,
  }),
})

/** Source: Google Search Central, product variants: ProductGroup with variesBy, hasVariant and productGroupID. */
export const productGroup = z
  .strictObject({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('ProductGroup'),
    productGroupID: words,
    name: words,
    description: words,
    color: words,
    brand: z.strictObject({ '@type': z.literal('Brand'), name: words }),
    image: z.array(absolute).min(1),
    url: absolute,
    audience: z.looseObject({
      '@type': z.literal('PeopleAudience'),
      suggestedGender: z.enum(['male', 'female', 'unisex']),
    }),
    material: words.optional(),
    aggregateRating: aggregateRating.optional(),
    review: z.array(review).min(1).optional(),
    variesBy: z.array(schemaOrg('size', 'color')).min(1),
    hasVariant: z.array(z.union([sized, elsewhere])).min(1),
  })
  .refine(({ aggregateRating: sum, review: quoted = [] }) => quoted.length <= (sum?.reviewCount ?? 0))
  .refine(({ hasVariant }) => {
    const sizes = hasVariant.filter((member) => 'sku' in member)
    return (
      haveNoTwins(sizes.map(({ sku }) => [sku])) &&
      haveNoTwins(sizes.map(({ size: { name }, color }) => [name, color])) &&
      haveNoTwins(sizes.map(({ name, color }) => [name, color]))
    )
  }, 'two members of the group are alike')

/** Source: Google Search Central, video: name, thumbnailUrl and uploadDate are required; a duration is of ISO 8601. */
export const videoObject = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('VideoObject'),
  name: words,
  description: words,
  thumbnailUrl: absolute,
  uploadDate: z.iso.datetime(),
  contentUrl: absolute,
  duration: z.iso.duration().optional(),
})

/** Source: Google Search Central, merchant listing: a product that has no variants, with its offer. */
export const singleProduct = z
  .strictObject({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('Product'),
    name: words,
    description: words,
    color: words,
    brand: z.strictObject({ '@type': z.literal('Brand'), name: words }),
    image: z.array(absolute).min(1),
    url: absolute,
    sku: words,
    gtin8: gtinOf(8),
    gtin12: gtinOf(12),
    gtin13: gtinOf(13),
    gtin14: gtinOf(14),
    offers: offer,
    aggregateRating: aggregateRating.optional(),
    review: z.array(review).min(1).optional(),
  })
  .refine(({ aggregateRating: sum, review: quoted = [] }) => quoted.length <= (sum?.reviewCount ?? 0))

/** Source: Google Search Central, breadcrumb: positions from 1, every step but the last with an address. */
export const breadcrumbList = z
  .strictObject({
    '@context': z.literal('https://schema.org'),
    '@type': z.literal('BreadcrumbList'),
    itemListElement: z
      .array(
        z.strictObject({
          '@type': z.literal('ListItem'),
          position: z.int(),
          name: words,
          item: absolute.optional(),
        }),
      )
      .min(2),
  })
  .refine(({ itemListElement: steps }) => steps.every(({ position }, at) => position === at + 1))
  .refine(({ itemListElement: steps }) => steps.slice(0, -1).every(({ item }) => item !== undefined))

/** Source: Google Search Central, organization. */
export const organization = z.looseObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('OnlineStore'),
  '@id': absolute,
  name: words,
  url: absolute,
  logo: absolute,
})

/** Source: schema.org WebSite and SearchAction. */
export const webSite = z.looseObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('WebSite'),
  name: words,
  url: absolute,
  potentialAction: z.looseObject({
    '@type': z.literal('SearchAction'),
    target: z.looseObject({ urlTemplate: z.string().includes('{search_term_string}') }),
    'query-input': z.literal('required name=search_term_string'),
  }),
})

/** Source: Google Search Central, FAQ: one FAQPage a page. */
export const faqPage = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('FAQPage'),
  mainEntity: z
    .array(
      z.strictObject({
        '@type': z.literal('Question'),
        name: words,
        acceptedAnswer: z.strictObject({ '@type': z.literal('Answer'), text: words }),
      }),
    )
    .min(1),
})

/** Source: Google Search Central, article: recommended properties; a headline is short. */
export const article = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('Article'),
  headline: words.max(120),
  description: words,
  image: z.array(absolute).min(1),
  datePublished: z.iso.datetime(),
  dateModified: z.iso.datetime(),
  inLanguage: words,
  mainEntityOfPage: absolute,
  author: z
    .strictObject({ '@type': z.literal('Person'), name: words, url: absolute, jobTitle: words.optional() })
    .optional(),
  publisher: z.strictObject({ '@type': z.literal('OnlineStore'), '@id': absolute, name: words }),
})

/** Source: Google Search Central, profile page: a person with a name; picture and description are recommended. */
export const profilePage = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('ProfilePage'),
  inLanguage: words,
  mainEntity: z.strictObject({
    '@type': z.literal('Person'),
    name: words,
    url: absolute,
    jobTitle: words.optional(),
    description: words.optional(),
    image: absolute.optional(),
    worksFor: z.strictObject({ '@type': z.literal('OnlineStore'), '@id': absolute, name: words }),
  }),
})

const rules = {
  Article: article,
  ProfilePage: profilePage,
  ProductGroup: productGroup,
  Product: singleProduct,
  BreadcrumbList: breadcrumbList,
  OnlineStore: organization,
  WebSite: webSite,
  FAQPage: faqPage,
  VideoObject: videoObject,
} as const

type Piece = Record<string, unknown>

/** The first of several pieces, with what the others are in the place of their names; each has to be named, and each name to be known. */
export function wholePiece([first, ...named]: Piece[]): Piece {
  const unused = new Set(named.map((piece) => piece['@id']))
  const whole = JSON.stringify(first, (_, value: unknown) => {
    const id = typeof value === 'object' && value !== null && '@id' in value ? value['@id'] : undefined
    if (!String(id).startsWith('#') || Object.keys(value as Piece).length > 1) return value
    const { '@id': own, '@context': from, ...piece } = named.find((one) => one['@id'] === id) ?? {}
    if (own === undefined || from !== 'https://schema.org') throw new Error(`Nothing is called ${String(id)}`)
    unused.delete(own)
    return piece
  })
  if (unused.size > 0) throw new Error(`Nobody speaks of ${[...unused].join(', ')}`)
  return JSON.parse(whole) as Piece
}

/** Every piece of structured data of a page, held against the rules of its type; returns the types. Throws what is wrong. */
export function checkStructuredData(html: string): string[] {
  const pieces = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)]
  return pieces.map(([, text = '']) => {
    const data = wholePiece([JSON.parse(text) as Piece | Piece[]].flat())
    const type = data['@type'] as keyof typeof rules
    const rule = rules[type]
    if (!rule) throw new Error(`Nothing is known of ${type}`)
    rule.parse(data)
    return type
  })
}

const url = (text: string | undefined, origin: string): string => {
  if (!text?.startsWith(`${origin}/`) || text.length > 2048)
    throw new Error(`${text} is no address of the shop`)
  return text
}

/** sitemaps.org: at most 50,000 addresses and 50 MB, addresses of the same host, W3C times. */
export function checkSitemap(
  root: XmlNode,
  origin: string,
): { loc: string; alternates: Map<string, string>; images: string[] }[] {
  if (root.name !== 'urlset') throw new Error(`${root.name} is no urlset`)
  if (root.attributes.xmlns !== 'http://www.sitemaps.org/schemas/sitemap/0.9') throw new Error('namespace')
  const urls = childrenOf(root, 'url')
  if (urls.length === 0 || urls.length > 50_000) throw new Error(`${urls.length} addresses`)
  return urls.map((entry) => {
    const changed = textOf(entry, 'lastmod')
    if (changed !== undefined) z.iso.datetime().parse(changed)
    const alternates = new Map(
      childrenOf(entry, 'xhtml:link').map(({ attributes }) => [
        attributes.hreflang ?? '',
        url(attributes.href, origin),
      ]),
    )
    for (const language of alternates.keys())
      if (language !== 'x-default' && !Object.values(hreflangOf).includes(language))
        throw new Error(`hreflang ${language}`)
    const images = childrenOf(entry, 'image:image').map((image) => url(textOf(image, 'image:loc'), origin))
    if (images.length > 1000) throw new Error('more than 1000 pictures')
    return { loc: url(textOf(entry, 'loc'), origin), alternates, images }
  })
}

const shoeCategory = '187'
/** What Google asks of shoes, and takes of nothing that is not worn. */
const wornFields = ['g:size', 'g:size_system', 'g:gender', 'g:age_group'] as const

/** Source: Google Merchant Center, product data specification: what apparel needs, and the limits of each value. */
export const merchantItem = z
  .looseObject({
    'g:id': z.string().min(1).max(50),
    'g:title': z.string().min(1).max(150),
    'g:description': z.string().min(1).max(5000),
    'g:link': absolute,
    'g:image_link': absolute,
    'g:availability': z.enum(['in_stock', 'out_of_stock']),
    'g:price': z.string().regex(/^\d+\.\d{2} (EUR|GBP|USD)$/),
    'g:sale_price': z
      .string()
      .regex(/^\d+\.\d{2} (EUR|GBP|USD)$/)
      .optional(),
    'g:condition': z.literal('new'),
    'g:brand': z.string().min(1).max(70),
    'g:gtin': z
      .string()
      .regex(/^(\d{8}|\d{12,14})$/)
      .optional(),
    'g:mpn': z.string().max(70),
    'g:item_group_id': z.string().min(1).max(50),
    'g:color': z.string().min(1).max(100),
    'g:size': z.string().min(1).max(100).optional(),
    'g:size_system': z.literal('EU').optional(),
    'g:gender': z.enum(['male', 'female', 'unisex']).optional(),
    'g:age_group': z.enum(['adult', 'kids']).optional(),
    'g:google_product_category': z.enum([
      shoeCategory,
      'Home & Garden > Household Supplies > Shoe Care & Tools',
    ]),
  })
  .refine(
    (item) =>
      wornFields.every(
        (name) => (item[name] !== undefined) === (item['g:google_product_category'] === shoeCategory),
      ),
    'size, gender and age are of shoes, all of them, and of nothing else',
  )
  .refine(
    (item) =>
      item['g:sale_price'] === undefined || parseFloat(item['g:sale_price']) < parseFloat(item['g:price']),
    'a sale price is below the price',
  )

/** RSS 2.0 with the elements of Merchant Center; returns its items. */
export function checkMerchantFeed(root: XmlNode): z.infer<typeof merchantItem>[] {
  if (root.name !== 'rss' || root.attributes.version !== '2.0') throw new Error('no RSS 2.0')
  const [channel, ...more] = childrenOf(root, 'channel')
  if (!channel || more.length > 0) throw new Error('not one channel')
  for (const name of ['title', 'link', 'description']) words.parse(textOf(channel, name))
  const items = childrenOf(channel, 'item').map((item) => {
    for (const shipping of childrenOf(item, 'g:shipping')) {
      country.parse(textOf(shipping, 'g:country'))
      z.string()
        .regex(/^\d+\.\d{2} (EUR|GBP|USD)$/)
        .parse(textOf(shipping, 'g:price'))
    }
    if (childrenOf(item, 'g:additional_image_link').length > 10) throw new Error('more than ten pictures')
    return merchantItem.parse(Object.fromEntries(item.children.map(({ name, text }) => [name, text])))
  })
  checkMembers(items)
  return items
}

/** Source: Merchant Center, product data specification, item group id: members differ in what sets variants apart. */
function checkMembers(items: readonly z.infer<typeof merchantItem>[]): void {
  const known = new Map<string, string>()
  for (const item of items)
    for (const name of ['g:size', 'g:title'] as const) {
      const key = JSON.stringify([item['g:item_group_id'], item['g:color'], name, item[name] ?? ''])
      const other = known.get(key)
      if (other !== undefined) throw new Error(`${item['g:id']} is told apart from ${other} by nothing`)
      known.set(key, item['g:id'])
    }
}
