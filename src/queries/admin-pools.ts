import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { adminRows } from './admin-rows'
import { poolsSql } from './database-sql.mjs'

/** How the connections of one pool of one process were waited for, since that process began. Spans in milliseconds. */
export interface PoolForStaff {
  process: string
  /** `shop`, or `pages` for those on which nothing is read but pages. */
  pool: string
  size: number
  asked: number
  /** How often all connections were taken when one was asked for, and how often none came in time. */
  waited: number
  inVain: number
  mean: number
  longest: number
}

type Counted = Omit<PoolForStaff, 'process' | 'pool' | 'mean'> & { spent: number }

/** What `src/ops/pool.ts` keeps for the process. */
interface Waits {
  process: string
  pools: Record<string, () => Counted>
}

/** This process as of now, the others as they last said, within five minutes. */
export async function getPools(payload: Payload): Promise<PoolForStaff[]> {
  const own = (globalThis as Record<symbol, unknown>)[Symbol.for('molini.pool-waits')] as Waits | undefined
  const others = await adminRows<PoolForStaff>(payload, sql.raw(poolsSql))
  return [
    ...Object.entries(own?.pools ?? {}).map(([pool, read]) => {
      const { size, asked, waited, inVain, spent, longest } = read()
      const mean = waited === 0 ? 0 : spent / waited
      return { process: own?.process ?? '', pool, size, asked, waited, inVain, mean, longest }
    }),
    ...others.filter(({ process }) => process !== own?.process),
  ]
}
