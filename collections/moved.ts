import type { CollectionAfterChangeHook, CollectionConfig, Plugin } from 'payload'
import { leaveRedirects } from '#services/leave-redirect'

interface Doc {
  slug?: string | null
  _status?: string | null
}

const isPublic = ({ slug, _status }: Doc): boolean =>
  Boolean(slug) && (_status ?? 'published') === 'published'

/** Where the documents of a collection stand in the shop. */
const places: Readonly<Record<string, string>> = {
  products: '/p',
  pages: '',
  articles: '/journal',
  authors: '/journal/authors',
}

/** An address that was public once keeps leading somewhere. */
const followSlug =
  (place: string): CollectionAfterChangeHook =>
  async ({ req, doc, previousDoc }) => {
    const [now, before] = [doc as Doc, (previousDoc ?? {}) as Doc]
    if (isPublic(now) && isPublic(before) && now.slug !== before.slug)
      await leaveRedirects(req, [{ from: `${place}/${before.slug}`, to: `${place}/${now.slug}` }])
    return doc
  }

function watch(collection: CollectionConfig): CollectionConfig {
  const place = places[collection.slug]
  if (place === undefined) return collection
  const afterChange = [...(collection.hooks?.afterChange ?? []), followSlug(place)]
  return { ...collection, hooks: { ...collection.hooks, afterChange } }
}

/** A changed slug leaves a redirect. */
export const moved: Plugin = (config) => ({ ...config, collections: (config.collections ?? []).map(watch) })
