import { openFill } from './cache.mjs'
import { readForNobody, renderForNobody } from './fill.mjs'

/**
 * Has Next.js draw the page at `address` for nobody: the status, and `rendered` where it can be kept. A page whose `tags`
 * are given is none that Next.js keeps: it is taken from its answer.
 * @param {{ cache: ReturnType<import('./cache.mjs').openCache>, handle: (request: any, response: any) => Promise<void> }} by
 * @param {string} address
 * @param {readonly string[]} [tags]
 */
export async function draw({ cache, handle }, address, tags) {
  const fill = openFill(tags)
  if (!tags) {
    const status = await cache.run(() => renderForNobody(handle, address), fill)
    return { status, rendered: fill.rendered, given: fill.given }
  }
  const { status, html } = await cache.run(() => readForNobody(handle, address), fill)
  const rendered = html === undefined ? undefined : { value: { html, status }, ...cache.factsOf(fill) }
  return { status, rendered, given: fill.given }
}
