import type { CollectionConfig, PayloadRequest, Plugin } from 'payload'
import { refreshPrices, type PriceScope } from '#services/refresh-prices'

interface Doc {
  id?: unknown
}

/** Whose price may be another one after a document of each collection was saved; sizes and products mark themselves. */
const scopes: Readonly<Record<string, (doc: Doc) => PriceScope>> = {
  products: () => ({}),
  variants: () => ({}),
  styles: ({ id }) => ({ styles: [String(id)] }),
  categories: () => ({ everyReduction: true }),
  'price-campaigns': ({ id }) => ({ campaigns: [String(id)] }),
}

/** What windows have already done is settled before the document changes, so that the records say what was true. */
const settleFirst = async ({ req }: { req: PayloadRequest }): Promise<void> => {
  await refreshPrices(req)
}

function watch(collection: CollectionConfig): CollectionConfig {
  const scopeOf = scopes[collection.slug]
  if (!scopeOf) return collection
  const { hooks = {} } = collection
  const refresh = async ({ req, doc }: { req: PayloadRequest; doc: Doc }) => {
    await refreshPrices(req, scopeOf(doc))
  }
  return {
    ...collection,
    hooks: {
      ...hooks,
      beforeChange: [...(hooks.beforeChange ?? []), settleFirst],
      afterChange: [...(hooks.afterChange ?? []), refresh],
      afterDelete: [...(hooks.afterDelete ?? []), refresh],
    },
  }
}

/** A price that changes by hand is recorded and shown in the transaction that changes it. */
export const priced: Plugin = (config) => ({ ...config, collections: (config.collections ?? []).map(watch) })
