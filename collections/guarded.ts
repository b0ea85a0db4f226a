import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type Plugin,
  type Where,
} from 'payload'
import { isStaff } from './access'

/**
 * What a shopper or a stranger may filter and sort by, per collection. A filter is an oracle: whoever may ask
 * whether a field starts with `a` can read it letter by letter, through relations too. What is not here is refused.
 */
export const openPaths: Readonly<Record<string, readonly string[]>> = {
  products: [
    'slug',
    'title',
    'style',
    'colourGroup',
    'launchedAt',
    'popularity',
    'priceInEUR',
    'priceInGBP',
    'priceInUSD',
    'createdAt',
    '_status',
  ],
  styles: ['slug', 'name', 'brand', 'segment', 'categories', 'createdAt', '_status'],
  variants: ['sku', 'gtin', 'product', 'size', 'width', 'createdAt'],
  variantTypes: ['name', 'kind'],
  variantOptions: ['variantType', 'value', 'label', 'rank', 'footMm'],
  brands: ['slug', 'name'],
  categories: ['slug', 'parent', 'path', 'order'],
  media: ['filename', 'createdAt'],
  pages: ['slug', 'createdAt', '_status'],
  articles: ['slug', 'author', 'publishedAt', 'createdAt', '_status'],
  authors: ['slug', 'name'],
  redirects: ['from'],
  'shipping-zones': ['code'],
  'shipping-methods': ['code', 'zone', 'active', 'order'],
  'tax-rates': ['country', 'taxClass', 'validFrom'],
  'price-records': ['variant', 'currency', 'effectiveFrom', 'createdAt'],
  orders: ['number', 'placedAt', 'createdAt'],
  addresses: ['createdAt'],
}

const mostRows = 100
/** As the request guard allows over REST: beyond it a row number no longer fits what GraphQL counts with. */
const lastPage = 1_000_000
const mostClauses = 20
const mostLevels = 4

const refuse = (message: string): never => {
  throw new APIError(message, 400, undefined, true)
}

/** The field paths a filter names, wherever they stand. */
export function pathsOf(where: Where, level = 1): string[] {
  if (level > mostLevels) return refuse('The filter is nested too deeply.')
  const found = Object.entries(where).flatMap(([key, value]) => {
    if (!['and', 'or'].includes(key.toLowerCase())) return [key]
    if (!Array.isArray(value)) return refuse('"and" and "or" take a list.')
    return value.flatMap((one) =>
      one && typeof one === 'object'
        ? pathsOf(one as Where, level + 1)
        : refuse('A clause must be an object.'),
    )
  })
  return found.length > mostClauses ? refuse('The filter has too many clauses.') : found
}

const sortPaths = (sort: unknown): string[] =>
  (Array.isArray(sort) ? sort : typeof sort === 'string' ? sort.split(',') : []).map((one) =>
    String(one).trim().replace(/^-/, ''),
  )

interface ReadArguments {
  where?: Where
  sort?: unknown
  limit?: number
  page?: number
  pagination?: boolean
  joins?: unknown
  populate?: unknown
  [other: string]: unknown
}

/** Refuses a filter or sort on any other path, and caps the number of rows, for everybody but staff. */
const guardReads: CollectionBeforeOperationHook = ({ args, collection, operation, overrideAccess, req }) => {
  const given = args as ReadArguments
  if (operation === 'restoreVersion' && !collection.versions)
    throw new APIError('There are no versions of this.', 404, undefined, true)
  if (overrideAccess) return args
  if ((given.page ?? 1) > lastPage) return refuse(`There is no page after ${lastPage}.`)
  if (isStaff(req.user) || operation === 'create') return args
  const open = [...(openPaths[collection.slug] ?? []), 'id']
  const asked = [...pathsOf(given.where ?? {}), ...sortPaths(given.sort)]
  const closed = asked.find((path) => path !== '' && !open.includes(path))
  if (closed !== undefined) return refuse(`One cannot filter or sort by "${closed.slice(0, 60)}".`)
  // What is in the bin or not yet published is staff's.
  const seen = { ...args, trash: false, ...('draft' in given && { draft: false }) }
  if (operation !== 'read') return seen
  const limit = given.limit === undefined || given.limit > 0 ? given.limit : mostRows
  const capped = limit === undefined ? {} : { limit: Math.min(limit, mostRows) }
  return Object.assign({}, seen, capped, { pagination: true, joins: false as const, populate: undefined })
}

const guard = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  hooks: { ...collection.hooks, beforeOperation: [...(collection.hooks?.beforeOperation ?? []), guardReads] },
})

/** Puts every collection behind the list of open paths. */
export const guarded: Plugin = (config) => ({ ...config, collections: config.collections?.map(guard) })
