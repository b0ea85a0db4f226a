import { activeCache } from './active.mjs'

/**
 * Does `work` each time that the page which is being made is given to somebody, also when it comes from memory; now, where
 * it is made for one visitor.
 * @param {() => void} work
 */
export function whenGiven(work) {
  if (!activeCache()?.onGiven(work)) work()
}
