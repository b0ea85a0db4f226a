import { hostname } from 'node:os'
import type { Payload } from 'payload'
import { Pool, type PoolConfig } from 'pg'
import { env } from '#env'
import { inTime } from './patience'
import { guardLines } from './pool-lines'
import { measureWaits, type PoolWaits } from './pool-waits'
import { PooledClient } from './pooled-client'
import { leaveStale } from './stale-lines'

const place = Symbol.for('molini.pool')
/** `src/queries/replica.ts` finds it by this. */
const pagesPlace = Symbol.for('molini.page-pool')
/** `src/queries/admin-pools.ts` finds by this what the pools of this process say. */
const waitsPlace = Symbol.for('molini.pool-waits')

/** Functions are many and each has its own: no more than the gate in front needs, and never one, which would hang. */
const poolSize = env.VERCEL ? 8 : 10

/** Milliseconds. `src/start/pooler.mjs` has them again for behind a pooler. */
export const sessionLimits = {
  statement_timeout: 10_000,
  lock_timeout: 5_000,
  idle_in_transaction_session_timeout: 10_000,
}

/** What does not wait for each other's answers is sent together. The types of the client do not know it yet. */
const inOneTrip = { pipeline: true }

/**
 * Limits without which one slow query or lost connection hangs the shop. A pooler takes none from us: there they are
 * settings of the role.
 */
export const poolOptions = ({ isPooled }: { isPooled: boolean } = env): PoolConfig => ({
  connectionString: env.DATABASE_URL,
  max: poolSize,
  connectionTimeoutMillis: 5_500,
  idleTimeoutMillis: 30_000,
  application_name: 'molini',
  ...inOneTrip,
  ...(isPooled ? { Client: PooledClient } : sessionLimits),
})

/**
 * Connections on which nothing is read but pages, by statements that have names. They are few and never given up, so that each
 * soon knows them all, and plan each once for whatever it is asked with: it is longer in the planning than in the reading.
 * None behind a pooler, which passes no settings on, nor on a platform, where each process asks for itself alone.
 */
export const pagePoolOptions = ({
  isPooled,
  isOnPlatform,
}: { isPooled: boolean; isOnPlatform: boolean } = env): PoolConfig | undefined =>
  isPooled || isOnPlatform
    ? undefined
    : {
        ...poolOptions({ isPooled }),
        max: 3,
        idleTimeoutMillis: 0,
        // What forgets quiet connections on the way would have the next page wait for a dead one.
        keepAlive: true,
        keepAliveInitialDelayMillis: 30_000,
        allowExitOnIdle: true,
        application_name: 'molini pages',
        options: '-c plan_cache_mode=force_generic_plan',
      }

/** Migrations and seeds lift the limits in the address, and may work as long as they like. */
const isUnlimited = new URL(env.DATABASE_URL).searchParams.get('statement_timeout') === '0'

/** The pool of this process, wherever the bundle puts this module. */
const shared = globalThis as { [place]?: Pool; [pagesPlace]?: Pool; [waitsPlace]?: Waits }

interface Waits {
  /** Names this process among all of the shop. */
  process: string
  pools: Record<string, () => PoolWaits>
}

const waits = (): Waits => (shared[waitsPlace] ??= { process: `${hostname()}:${process.pid}`, pools: {} })

/** What the pools of this process say of who waited for them, and under which name they are kept for the other processes. */
export function readWaits(): { process: string; pools: Record<string, PoolWaits> } {
  const { process, pools } = waits()
  return {
    process,
    pools: Object.fromEntries(Object.entries(pools).map(([name, read]) => [name, read()])),
  }
}

/** A database restart raises errors on idle connections; unheard they would end the process. */
export function guardPool(payload: Payload): void {
  const { pool } = payload.db as unknown as { pool: Pool }
  shared[place] = pool
  const heard = (error: Error) =>
    payload.logger.warn({ msg: 'A database connection was lost', code: (error as { code?: string }).code })
  pool.on('error', heard)
  guardLines(pool, { isUnlimited, heard })
  leaveStale(pool)
  waits().pools.shop = measureWaits(pool)
  const options = pagePoolOptions()
  if (!options || shared[pagesPlace]) return
  const pages = new Pool(options)
  pages.on('error', heard)
  guardLines(pages, { isUnlimited, heard })
  waits().pools.pages = measureWaits(pages)
  shared[pagesPlace] = pages
}

/** Whether the database answers at all, now. */
export async function databaseAnswers(): Promise<boolean> {
  const asked = shared[place]?.query('SELECT 1')
  if (!asked) return true
  return inTime(asked).then(
    () => true,
    () => false,
  )
}
