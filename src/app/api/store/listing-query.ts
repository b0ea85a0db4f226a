import { z } from 'zod'
import { DomainError } from '#domain/errors'
import { defaultMarket, isMarketId, type MarketId } from '#domain/markets'
import { fits } from '#domain/review'
import { facetNames, listedEach, type ListingQuery } from '#domain/views'
import { check } from '../_http/body'
import { text } from './schemas'

const whole = (least: number, most: number, message: string) =>
  z
    .string()
    .regex(/^\d{1,10}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message)
/** Beyond any list: whoever asks for a page further on gets the same empty one. */
const lastPage = 1_000_000
/** A page may lie past the end: it is empty then. Its number may have as many digits as an address holds. */
export const pageNumber = z
  .string()
  .regex(/^0*[1-9]\d{0,99}$/, 'A whole number from 1. A page past the end is empty.')
  .transform((digits) => Math.min(Number(digits), lastPage))
export const limitNumber = whole(1, 100, 'A whole number from 1 to 100.')
const values = z.array(text(60)).max(40)
const amount = whole(0, 1_000_000_000, 'A whole number of minor units.').optional()

export const listingQuery = z.object({
  category: text(300).optional(),
  q: text(100).optional(),
  each: z.enum(listedEach).optional(),
  size: values,
  width: values,
  colour: values,
  brand: values,
  segment: values,
  material: values,
  closure: values,
  heel: values,
  feature: values,
  offer: values,
  minPrice: amount,
  maxPrice: amount,
  inStock: z
    .enum(['true', 'false', '1', '0'])
    .transform((value) => value === 'true' || value === '1')
    .optional(),
  sort: z.enum(['popular', 'newest', 'price', '-price', 'relevance']).optional(),
  page: pageNumber.optional(),
  limit: limitNumber.optional(),
})

/** Which reviews of a shoe. */
export const reviewQuery = {
  size: text(60).optional(),
  fit: z.enum(fits).optional(),
  page: pageNumber.optional(),
  limit: limitNumber.optional(),
}

/** The market a call asks for. Throws `market.not-found`. */
export function marketOf(query: URLSearchParams): MarketId {
  const market = query.get('market') ?? defaultMarket
  if (!isMarketId(market)) throw new DomainError('market.not-found')
  return market
}

/** A listing as its query string asks for it. Throws `market.not-found` and `validation.failed`. */
export function readListingQuery(query: URLSearchParams): ListingQuery {
  const market = marketOf(query)
  const single = ['category', 'q', 'each', 'minPrice', 'maxPrice', 'inStock', 'sort', 'page', 'limit']
  const given = check(listingQuery, {
    ...Object.fromEntries(single.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : []))),
    ...Object.fromEntries(facetNames.map((name) => [name, query.getAll(name).filter(Boolean)])),
  })
  const {
    each = 'colour',
    sort = given.q?.trim() ? 'relevance' : 'popular',
    page = 1,
    limit = 24,
    ...rest
  } = given
  return { ...rest, market, each, sort, page, limit }
}
