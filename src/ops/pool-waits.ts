import type { Pool } from 'pg'
import { aroundConnect } from './around-connect'

/** How the connections of one pool were waited for, since this process began. Spans in milliseconds. */
export interface PoolWaits {
  /** How many connections it may have, have been given out, and how many callers wait now. */
  size: number
  taken: number
  waiting: number
  /** How often a connection was asked for, and how often all were taken then. */
  asked: number
  waited: number
  /** Of those that waited, how many got none. */
  inVain: number
  /** In all, and the longest of one. */
  spent: number
  longest: number
}

/**
 * Counts from now on who waits for a connection of `pool` because all are taken, and for how long. Whoever finds one free, or
 * room for another, costs one comparison. Answers with how to read it.
 */
export function measureWaits(pool: Pool): () => PoolWaits {
  const size = pool.options.max
  const counted = { asked: 0, waited: 0, inVain: 0, spent: 0, longest: 0 }
  const begin = () => {
    const begun = performance.now()
    counted.waited += 1
    return (error: unknown) => {
      const took = performance.now() - begun
      counted.spent += took
      if (took > counted.longest) counted.longest = took
      if (error) counted.inVain += 1
    }
  }
  aroundConnect(pool, () => {
    counted.asked += 1
    // Who is about to be given a free one stands in the queue for a moment too.
    const isFree = pool.waitingCount < pool.idleCount + size - pool.totalCount
    return isFree ? undefined : begin()
  })
  return () => ({
    ...counted,
    size,
    taken: pool.totalCount - pool.idleCount,
    waiting: pool.waitingCount,
  })
}
