import type { Words } from '#components/shop'
import { sizeIn } from '#components/width-label'
import { isGtin } from '#domain/gtin'
import { marketPath, type Market } from '#domain/markets'
import { shippingPrice, toldWeightG } from '#domain/shipping'
import type { Segment } from '#domain/views'
import type { DeliveryFact } from '#queries/delivery-facts'
import type { FeedItem } from '#queries/feed'
import { element } from './xml'

/** What a row of a feed needs beside the item. */
export interface FeedPlace {
  origin: string
  market: Market
  t: Words
  delivery: readonly DeliveryFact[]
}

/** Google's limits. Source: Merchant Center, product data specification. */
const longest = { title: 150, description: 5000, colour: 100, size: 100 }
const mostPictures = 10

const genders: Readonly<Record<Segment, string>> = {
  men: 'male',
  women: 'female',
  unisex: 'unisex',
  kids: 'unisex',
}
const amount = (minor: number, { currency }: Market): string => `${(minor / 100).toFixed(2)} ${currency}`
const cut = (text: string, length: number): string =>
  text.length <= length ? text : [...text].slice(0, length).join('')

/**
 * What the item costs now, and before: what is struck through, in a feed as on a page, is the lowest price of the 30
 * days before the reduction (Directive 98/6/EC, Article 6a).
 */
const pricesOf = ({ price, lowest30 }: FeedItem, { market }: FeedPlace) =>
  lowest30 !== undefined && lowest30 > price
    ? { price: amount(lowest30, market), sale_price: amount(price, market) }
    : { price: amount(price, market), sale_price: undefined }

/** What Google asks of what is worn, and of nothing else. Source: Merchant Center, product data specification, apparel. */
const worn = (item: FeedItem, place: FeedPlace) =>
  item.kind
    ? { google_product_category: 'Home & Garden > Household Supplies > Shoe Care & Tools' }
    : {
        size: cut(sizeIn(place, item), longest.size),
        size_system: 'EU',
        gender: genders[item.segment ?? 'unisex'],
        age_group: item.segment === 'kids' ? 'kids' : 'adult',
        google_product_category: '187',
      }

/** What a long title loses is none of what tells it from another size. */
function titleOf(item: FeedItem, place: FeedPlace): string {
  const size = item.kind ? '' : `, EU ${sizeIn(place, item)}`
  return cut(`${item.title}, ${item.brand}`, longest.title - size.length) + size
}

/** A feed row as names and values of Google's product data. */
export function feedFields(item: FeedItem, place: FeedPlace): Record<string, string | undefined> {
  const { origin, market } = place
  const { price, sale_price } = pricesOf(item, place)
  const [image] = item.pictures
  const gtin = item.gtin && isGtin(item.gtin) ? item.gtin : undefined
  return {
    id: item.sku,
    title: titleOf(item, place),
    description: cut(item.description || item.title, longest.description),
    link: `${origin}${marketPath(market.id, `/p/${item.slug}`)}`,
    image_link: image && origin + image,
    availability: item.pairs > 0 ? 'in_stock' : 'out_of_stock',
    price,
    sale_price,
    condition: 'new',
    brand: item.brand,
    gtin,
    mpn: item.sku,
    item_group_id: item.style,
    color: cut(item.colour, longest.colour) || undefined,
    ...worn(item, place),
    material: item.upper.length > 0 ? item.upper.join('/') : undefined,
    product_type: item.category.join(' > ') || undefined,
    shipping_weight: item.weightG === undefined ? undefined : `${item.weightG} g`,
  }
}

/** Delivery to every country of the market, which Google asks for by country. */
function shippingOf(item: FeedItem, { market, delivery }: FeedPlace): string {
  return delivery
    .map(({ country, rates, minDays, maxDays }) => {
      const cost = shippingPrice(rates, { value: item.price, weightG: toldWeightG(item) })
      if (cost === undefined) return ''
      const parts = [
        element('g:country', country),
        element('g:price', amount(cost, market)),
        element('g:min_transit_time', String(minDays)),
        element('g:max_transit_time', String(maxDays)),
      ]
      return `<g:shipping>${parts.join('')}</g:shipping>`
    })
    .join('')
}

/** One item of Google's feed. */
export function googleItem(item: FeedItem, place: FeedPlace): string {
  const fields = Object.entries(feedFields(item, place)).map(([name, value]) => element(`g:${name}`, value))
  const more = item.pictures
    .slice(1, 1 + mostPictures)
    .map((picture) => element('g:additional_image_link', place.origin + picture))
  return `<item>${fields.join('')}${more.join('')}${shippingOf(item, place)}</item>\n`
}

export const googleOpen = ({ origin, market }: FeedPlace): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>${element('title', `Molini, ${market.id}`)}${element('link', origin + marketPath(market.id, '/'))}${element('description', `Everything for sale in ${market.currency}`)}\n`
export const googleClose = '</channel></rss>\n'

/** The columns of the plain feed, in their order. */
export const plainColumns = [
  'id',
  'item_group_id',
  'title',
  'description',
  'link',
  'image_link',
  'availability',
  'price',
  'sale_price',
  'brand',
  'gtin',
  'color',
  'size',
  'size_system',
  'gender',
  'age_group',
  'material',
  'product_type',
] as const
