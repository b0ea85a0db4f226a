import type { ReactNode } from 'react'
import { env } from '#env'
import type { Shop } from './shop'
import { still } from './still'

/** Parts of some kilobytes each, the latest ones. */
const most = 1_500
const drawn = new Map<string, ReturnType<typeof still>>()

/**
 * As `still`, for a part that many pages have: it is drawn once for each market and each of the things it can hold.
 * `holds` is all that `draw` reads, but for the words of the market; it is compared as JSON.
 */
export function stillOnce(
  part: string,
  { shop, holds }: { shop: Shop; holds: unknown },
  draw: () => ReactNode,
): ReturnType<typeof still> {
  // Whoever works at a component wants to see it change.
  if (!env.isProduction) return still(draw())
  const key = `${part} ${shop.market.id} ${JSON.stringify(holds)}`
  const made = drawn.get(key) ?? still(draw())
  drawn.delete(key)
  drawn.set(key, made)
  const [oldest] = drawn.keys()
  if (drawn.size > most && oldest !== undefined) drawn.delete(oldest)
  return made
}
