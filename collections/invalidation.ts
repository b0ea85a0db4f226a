import type { CollectionConfig, GlobalConfig, PayloadRequest, Plugin } from 'payload'
import { invalidate, type CacheTag } from '#cache'
import { dropProduct, dropStyles } from '#services/stale-products'

interface Doc {
  id?: unknown
  slug?: unknown
  style?: unknown
  product?: unknown
  _status?: unknown
}

const idOf = (value: unknown): string => String((value as { id?: unknown } | null)?.id ?? value ?? '')
const drop = (...tags: CacheTag[]) => {
  for (const tag of tags) invalidate(tag)
}

type Drop = (req: PayloadRequest, doc: Doc) => Promise<void> | void

/** What goes stale with a document of each collection. */
export const staleWith: Readonly<Record<string, Drop>> = {
  products: async (req, doc) => {
    if (typeof doc.slug === 'string') drop(`product:${doc.slug}`)
    await dropStyles(req, [idOf(doc.style)])
  },
  variants: (req, doc) => dropProduct(req, idOf(doc.product)),
  styles: (req, doc) => dropStyles(req, [idOf(doc.id)]),
  'care-plans': () => drop('products'),
  brands: () => drop('catalogue', 'products'),
  categories: () => drop('catalogue', 'categories', 'products'),
  synonyms: () => drop('catalogue'),
  media: () => drop('catalogue', 'categories', 'products', 'pages'),
  variantTypes: () => drop('catalogue', 'products', 'pages'),
  variantOptions: () => drop('catalogue', 'products', 'pages'),
  pages: () => drop('pages'),
  articles: () => drop('pages'),
  authors: () => drop('pages'),
  redirects: () => drop('site'),
  'shipping-zones': () => drop('site'),
  'shipping-methods': () => drop('site'),
  // One of them is what checkout sells from.
  locations: () => drop('catalogue', 'products', 'site', 'pages'),
}
/** What can no longer be asked for once the document is gone: a style that is deleted lets go of its products. */
const staleBefore: Readonly<Record<string, (req: PayloadRequest, id: unknown) => Promise<void>>> = {
  styles: (req, id) => dropStyles(req, [idOf(id)]),
}
const siteGlobals = new Set(['navigation', 'footer', 'shop-settings'])

/** A draft that never was published shows nowhere; before its creation a document is empty. */
const isSeen = (doc: Doc | undefined): doc is Doc =>
  doc?.id !== undefined && (doc._status ?? 'published') === 'published'

function watch(collection: CollectionConfig): CollectionConfig {
  const stale = staleWith[collection.slug]
  if (!stale) return collection
  const { hooks = {} } = collection
  return {
    ...collection,
    hooks: {
      ...hooks,
      afterChange: [
        ...(hooks.afterChange ?? []),
        async ({ req, doc, previousDoc }) => {
          for (const one of [previousDoc as Doc | undefined, doc as Doc])
            if (isSeen(one)) await stale(req, one)
          return doc
        },
      ],
      beforeDelete: [
        ...(hooks.beforeDelete ?? []),
        async ({ req, id }) => staleBefore[collection.slug]?.(req, id),
      ],
      afterDelete: [...(hooks.afterDelete ?? []), async ({ req, doc }) => stale(req, doc as Doc)],
    },
  }
}

const watchGlobal = (global: GlobalConfig): GlobalConfig =>
  siteGlobals.has(global.slug)
    ? {
        ...global,
        hooks: { ...global.hooks, afterChange: [...(global.hooks?.afterChange ?? []), () => drop('site')] },
      }
    : global

/** Whatever an editor changes is fresh on the shop's pages when the answer to the saving arrives. */
export const invalidating: Plugin = (config) => ({
  ...config,
  collections: (config.collections ?? []).map(watch),
  globals: (config.globals ?? []).map(watchGlobal),
})
