import builtIn from 'next/dist/server/lib/incremental-cache/file-system-cache.js'
import { activeCache } from './active.mjs'

/** Bundled for the edge, as `npm run dev` does with the proxy, the import is the class itself. */
const BuiltIn = builtIn.default ?? builtIn

/**
 * Next.js's `cacheHandler`: hands everything to the cache of this process. Where there is none, in a build, in
 * development, on a platform with a server of its own, it is the one that Next.js brings.
 */
export default class CacheHandler {
  #cache

  constructor(options) {
    const cache = activeCache()
    if (!cache) return new BuiltIn(options)
    this.#cache = cache
  }

  async get(key, context) {
    return this.#cache.get(key, context)
  }

  async set(key, value, context) {
    this.#cache.set(key, value, context)
  }

  async revalidateTag(tags) {
    await this.#cache.revalidate([tags].flat())
  }

  resetRequestCache() {}
}
