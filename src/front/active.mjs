/** Next.js loads the handler by its own means, perhaps as another copy of the module: the process has one cache. */
const place = Symbol.for('molini.page-cache')

export const activeCache = () => globalThis[place]

/** @param {unknown} cache undefined to leave it to Next.js again */
export function setActiveCache(cache) {
  globalThis[place] = cache
}
