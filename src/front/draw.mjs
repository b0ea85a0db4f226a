import { openFill } from './cache.mjs'
import { readForNobody, renderForNobody } from './fill.mjs'

/**
 * Has Next.js draw the page at `address` for nobody: the status, and `rendered` where it can be kept. A page whose `tags`
 * are given is none that Next.js keeps: it is taken from its answer.
 * @param {{ cache: ReturnType<import('./cache.mjs').openCache>, handle: (request: any, response: any) => Promise<void> }} by
 * @param {string} address
 * @param {{ tags?: readonly string[], frame?: ReturnType<import('./own-part.mjs').frameWanted>, headers?: Record<string, string> }} [how]
 */
export async function draw({ cache, handle }, address, { tags, frame, headers } = {}) {
  const fill = openFill(tags, frame)
  if (!tags) {
    const status = await cache.run(() => renderForNobody(handle, address), fill)
    return { status, rendered: fill.rendered, given: fill.given }
  }
  const { status, ...read } = await cache.run(() => readForNobody(handle, address, headers), fill)
  const rendered =
    read.html === undefined ? undefined : { value: { ...read, status }, ...cache.factsOf(fill) }
  return { status, rendered, given: fill.given }
}
