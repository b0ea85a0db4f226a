import type { Pool, PoolClient } from 'pg'
import { aroundConnect } from './around-connect'

/** What the pool keeps to itself. */
interface Inside {
  _idle: { client: PoolClient }[]
  _remove(client: PoolClient): void
  options: { idleTimeoutMillis: number }
}

/**
 * A function that nobody calls is put to sleep, and the timers that end idle connections with it; the other side may have given
 * them up by the time it wakes. Who asks then would wait on a dead line, so what was idle for too long by the clock is not taken.
 */
export function leaveStale(pool: Pool): void {
  const inside = pool as unknown as Inside
  const since = new WeakMap<PoolClient, number>()
  pool.on('release', (_error, client) => since.set(client, Date.now()))
  aroundConnect(pool, () => {
    const oldest = Date.now() - inside.options.idleTimeoutMillis
    for (const { client } of [...inside._idle])
      if ((since.get(client) ?? Infinity) < oldest) inside._remove(client)
    return undefined
  })
}
