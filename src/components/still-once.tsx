import type { ReactNode } from 'react'
import type { Shop } from './shop'
import { still } from './still'

type Drawn = ReturnType<typeof still>
type Part<Props> = (props: Props) => ReactNode

/** Of each part the latest ones, of some kilobytes each. */
const most = 1_500
/** By the part itself: one that is changed while somebody works at it is another one. */
const drawn = new WeakMap<object, Map<string, Drawn>>()

/**
 * As `still`, for a part that many pages have: it is drawn once for each market and each of the things it can hold, which are
 * compared as JSON.
 */
export function stillOnce<Props extends { shop: Shop }>(Part: Part<Props>, props: Props): Drawn {
  const kept = drawn.get(Part) ?? new Map<string, Drawn>()
  drawn.set(Part, kept)
  const { shop, ...holds } = props
  const key = `${shop.market.id} ${JSON.stringify(holds)}`
  const made = kept.get(key) ?? still(<Part {...props} />)
  kept.delete(key)
  kept.set(key, made)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return made
}
